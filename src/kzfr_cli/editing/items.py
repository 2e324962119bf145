"""What the reader makes of an entry, without what the rest of its file could change."""

from __future__ import annotations

from typing import Any

from kzfr_cli.errors import Problem
from kzfr_cli.store import files, toml_text

Known = dict[bytes, list[files.Read | Problem]]
"""What the reader makes of blocks, by their bytes."""

Item = tuple[str, Any]
"""What the reader makes of one entry: its kind and its fields, or its fault and the facts of it."""


def read_block(block: toml_text.Block, known: Known) -> list[files.Read | Problem]:
    """Read the entries of a block; one that is `known` is not read again."""
    found = known.get(block.text)
    if found is None:
        found = [item for item in files.read_block("", block) if is_whole(item)]
        known[block.text] = found
    return found


def is_whole(found: files.Read | Problem) -> bool:
    """Return whether this is what became of an entry, and not a warning beside it."""
    return isinstance(found, files.Read) or found.left_out


def item(found: files.Read | Problem) -> Item:
    """Keep of an entry what the rest of the file cannot change, so without its line."""
    if isinstance(found, files.Read):
        return found.kind, found.entry
    return found.code, (found.entry, found.facts)


def id_of(found: list[files.Read | Problem], block: toml_text.Block) -> str:
    """Return the id of the entry of a block, even of one that cannot be read."""
    if found and isinstance(found[0], files.Read):
        return str(found[0].entry["id"])
    written = toml_text.ID.search(block.text)
    told = found[0].entry if found and isinstance(found[0], Problem) else ""
    return told or (written[1].decode() if written else "")
