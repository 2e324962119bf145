"""What a command has to tell, in one language and free of format: each format renders these
records.

The field names of the views are those of the JSON output: a promise.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from kzfr_cli.core import lazy

if TYPE_CHECKING:
    from kzfr_cli.views import (
        citations,
        dossiers,
        figures,
        findings,
        hits,
        pages,
        settings,
        sheets,
        sources,
        whole,
    )

__all__ = [
    "citations",
    "dossiers",
    "figures",
    "findings",
    "hits",
    "pages",
    "settings",
    "sheets",
    "sources",
    "whole",
]
__getattr__ = lazy.modules(__name__)
