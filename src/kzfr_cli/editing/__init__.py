"""Change a database file one entry at a time, every other byte as it was; keep what was before for
`kzfr undo`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from kzfr_cli.core import lazy

if TYPE_CHECKING:
    from kzfr_cli.editing import (
        additions,
        edits,
        entered,
        entries,
        entry_text,
        imports,
        journal,
        moving,
        new_event,
        new_source,
        repairs,
        saving,
        toml_writer,
    )

__all__ = [
    "additions",
    "edits",
    "entered",
    "entries",
    "entry_text",
    "imports",
    "journal",
    "moving",
    "new_event",
    "new_source",
    "repairs",
    "saving",
    "toml_writer",
]
__getattr__ = lazy.modules(__name__)
