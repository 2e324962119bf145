"""What text is written on."""

from __future__ import annotations

from kzfr_cli.core.record import record
from kzfr_cli.locale.catalogue import Catalogue


@record
class Surface:
    """Describe the output: its language, its width in columns, whether colours and box drawing are wanted."""

    catalogue: Catalogue
    width: int
    colour: bool = False
    plain: bool = False
    terminal: bool = False
    csv_dialect: str = "excel"
