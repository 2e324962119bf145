"""What text is written on."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from kzfr_cli.core.record import record
from kzfr_cli.locale.catalogue import Catalogue

if TYPE_CHECKING:
    from kzfr_cli.store.provenance import Provenance


@record
class Surface:
    """The output: its language, its width in columns, whether colours and box drawing are
    wanted.

    `address` finds the address of a source by its id, for the links of a terminal; None where there
    are to be none. What is `cut` fits a screen. `origin` tells of which day the packaged data are;
    None where none are read.
    `is_letter` tells that the reader's paper has the size of the United States.
    """

    catalogue: Catalogue
    width: int
    colour: bool = False
    plain: bool = False
    terminal: bool = False
    cut: bool = False
    csv_dialect: str = "excel"
    address: Callable[[str], str] | None = None
    origin: Callable[[], Provenance | None] | None = None
    is_letter: bool = False
