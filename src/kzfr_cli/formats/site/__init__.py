"""A static site: a page for each event, year, name, category and series of figures in every
language, and what programs read beside them.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from kzfr_cli.core import lazy

if TYPE_CHECKING:
    from kzfr_cli.formats.site import places, writing

__all__ = ["places", "writing"]
__getattr__ = lazy.modules(__name__)
