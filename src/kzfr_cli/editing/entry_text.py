"""The text of one entry as a person changed it: whether it can be read, and what it makes of the
file.
"""

from __future__ import annotations

import re
from typing import Any

from kzfr_cli.editing import edits, overlaying
from kzfr_cli.editing.entries import EntryTarget
from kzfr_cli.errors import ChangedMeanwhileError, EntryRefusedError, Problem

NOT_UTF8 = re.compile("[\udc80-\udcff]")
"""Bytes that are no UTF-8, as `surrogateescape` reads them."""


def check(target: EntryTarget, text: str) -> None:
    """Refuse what would not be read back, or is another entry; raises `EntryRefusedError`."""
    if (foreign := NOT_UTF8.search(text)) is not None:
        line, byte = (
            text.count("\n", 0, foreign.start()) + 1,
            f"0x{ord(foreign[0]) - 0xDC00:02x}",
        )
        raise EntryRefusedError(problem=Problem("", line, "not-utf8", "", (("byte", byte),)))
    _, fields = edits.item_of(target.kind, text)
    if fields["id"] != target.entry_id:
        raise EntryRefusedError(
            problem=Problem("", 1, "other-id", "", (("id", target.entry_id),))
        )


def changed(
    before: bytes,
    target: EntryTarget,
    text: str,
) -> bytes:
    """Put the text in place of the lines that the editor was opened with, or lay it over the
    packaged entry.

    Raises `ChangedMeanwhileError` when those lines were changed while the editor was open.
    """
    if target.is_own:
        if edits.own_lines(before, target.kind, target.entry_id) != target.text:
            raise ChangedMeanwhileError(path=target.path)
        return edits.apply(before, [edits.Replacement(target.kind, target.entry_id, text)])
    if edits.holds(before, target.kind, target.entry_id):
        raise ChangedMeanwhileError(path=target.path)
    new: dict[str, Any] = edits.item_of(target.kind, text)[1]
    return edits.apply(
        before,
        [
            edits.Addition(
                target.kind,
                target.entry_id,
                overlaying.over(target.kind, target.fields, new),
            )
        ],
    )
