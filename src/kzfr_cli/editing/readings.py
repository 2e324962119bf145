"""What the reader makes of the blocks of a file, each read once and kept as a mark.

A mark takes some bytes where an entry takes a thousand: a file of 100,000 entries is held against
what it should be without holding it twice.
"""

from __future__ import annotations

from hashlib import sha1
from typing import Any

from kzfr_cli.errors import Problem
from kzfr_cli.store import files, toml_text
from kzfr_cli.store.toml_text import Block

Item = tuple[str, Any]
"""What the reader makes of one entry: its kind and its fields, or its fault and the facts of it."""


class Readings:
    """Remember what blocks are read as, by their bytes but for the blanks around them.

    The text of one whole entry, which was read already, is its own mark.
    """

    def __init__(self) -> None:
        self.known: dict[bytes, tuple[str, tuple[bytes, ...]]] = {}
        self.read_already: set[bytes] = set()

    def of(self, block: Block) -> tuple[str, tuple[bytes, ...]]:
        """The id of the entry of a block, and the marks of all that the block is read as."""
        key = digest(block.text.strip())
        if key in self.read_already:
            return "", (key,)
        if key not in self.known:
            found = whole(block)
            marks = tuple(mark(item(each)) for each in found)
            self.known[key] = id_of(found, block), marks
        return self.known[key]

    def remember(self, text: bytes) -> bytes:
        """Remember the text of one whole entry that was read already, and give its mark."""
        key = digest(text.strip())
        self.read_already.add(key)
        return key


def digest(text: bytes) -> bytes:
    """What tells one text from another."""
    return sha1(text, usedforsecurity=False).digest()


def mark(read_as: Item) -> bytes:
    """What tells one entry from another."""
    return digest(repr(read_as).encode("utf-8", "surrogatepass"))


def whole(block: Block) -> list[files.Read | Problem]:
    """What became of the entries of a block, without the warnings beside them."""
    return [
        found
        for found in files.read_block("", block)
        if isinstance(found, files.Read) or found.left_out
    ]


def item(found: files.Read | Problem) -> Item:
    """Keep of an entry what the rest of the file cannot change, so without its line."""
    if isinstance(found, files.Read):
        return found.kind, found.entry
    return found.code, (found.entry, found.facts)


def id_of(found: list[files.Read | Problem], block: Block) -> str:
    """Tell the id of the entry of a block, even of one that cannot be read."""
    if found and isinstance(found[0], files.Read):
        return str(found[0].entry["id"])
    written = toml_text.ID.search(block.text)
    told = found[0].entry if found and isinstance(found[0], Problem) else ""
    return told or (written[1].decode() if written else "")
