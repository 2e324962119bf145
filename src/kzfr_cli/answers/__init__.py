"""Questions as values: each says what is asked, and answers with a view. Commands, exports and the
Python interface ask alike.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from kzfr_cli.core import lazy

if TYPE_CHECKING:
    from kzfr_cli.answers import (
        calendar,
        commemorations,
        lookup,
        searching,
        series,
        shapes,
        sources,
        timeline,
    )

__all__ = [
    "calendar",
    "commemorations",
    "lookup",
    "searching",
    "series",
    "shapes",
    "sources",
    "timeline",
]
__getattr__ = lazy.modules(__name__)
