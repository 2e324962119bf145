"""Take in what other programs wrote: read their files as rows, decide what becomes of each, write
the events.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from kzfr_cli.core import lazy

if TYPE_CHECKING:
    from kzfr_cli.editing.imports import plan, reading, refused, rows, written

__all__ = ["plan", "reading", "refused", "rows", "written"]
__getattr__ = lazy.modules(__name__)
