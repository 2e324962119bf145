"""Where the entries of a database file stand, found without reading all of them."""

from __future__ import annotations

import re
import sys
from bisect import bisect_right
from collections.abc import Collection, Iterable, Iterator
from functools import cached_property, lru_cache
from hashlib import blake2b

from kzfr_cli.editing.items import Item, Known, id_of, item, read_block
from kzfr_cli.store import delta, toml_text
from kzfr_cli.store.toml_text import Block

FEW = 16
"""Entries up to which each is looked for; of more, all of their kinds are read."""

OTHERWISE = re.compile(rb"\\[uUx]|\"\"\"|'''")
"""What lets an id stand in a text otherwise than letter by letter between two quotes."""

QUOTES = b"\"'"

Identity = tuple[str, str]
"""The kind and the id of an entry."""


class Layout:
    """The blocks of a file by their places: the one before the first table is 0."""

    def __init__(self, text: bytes) -> None:
        self.text = text.removeprefix(toml_text.MARK)
        self.starts = [0]
        self.kinds = [""]
        for start, kind in toml_text.headers(self.text):
            self.starts.append(start)
            self.kinds.append(sys.intern(kind))
        self.starts.append(len(self.text))
        self.known: Known = {}

    def __len__(self) -> int:
        """The number of blocks."""
        return len(self.kinds)

    def block(self, place: int) -> Block:
        """Return a block; its line is not counted."""
        start, end = self.starts[place : place + 2]
        return Block(self.kinds[place], self.text[start:end], 1, end)

    def items(self, places: Iterable[int]) -> Iterator[tuple[int, Item]]:
        """Yield what the reader makes of some blocks, each with its place."""
        for place in places:
            for found in read_block(self.block(place), self.known):
                yield place, item(found)

    def digest(self, place: int) -> bytes:
        """Return what tells a block from another, but for the blank lines around it."""
        start, end = self.starts[place : place + 2]
        return digest(self.text[start:end])

    def own_end(self, place: int) -> int:
        """Find the end of the last line that holds something of the entry of a block."""
        start, end = self.starts[place : place + 2]
        return toml_text.end_of_table(self.text, start, end, self.kinds[place])

    def own_lines(self, place: int) -> bytes:
        """Return the own lines of an entry as they stand."""
        return self.text[self.starts[place] : self.own_end(place)]

    # ---- finding

    def find(self, wanted: Collection[Identity]) -> dict[Identity, int]:
        """Find the blocks of some entries, even of those that cannot be read; of two with one id,
        the first.
        """
        found: dict[Identity, int] = {}
        for place in self.candidates(wanted):
            block = self.block(place)
            identity = (block.kind, id_of(read_block(block, self.known), block))
            if identity in wanted:
                found.setdefault(identity, place)
        return found

    def candidates(self, wanted: Collection[Identity]) -> list[int]:
        """List the blocks that may be those entries."""
        kinds = {kind for kind, _ in wanted} - {""}
        if len(wanted) > FEW:
            return [place for place, kind in enumerate(self.kinds) if kind in kinds]
        places = {place for place in self.doubtful if self.kinds[place] in kinds}
        for kind, entry_id in wanted:
            found = set(map(self.place, quoted(self.text, entry_id)))
            places |= {place for place in found if self.kinds[place] == kind}
        return sorted(places)

    @cached_property
    def doubtful(self) -> frozenset[int]:
        """The blocks in which an id may be written otherwise."""
        found = OTHERWISE.finditer(self.text)
        return frozenset(self.place(match.start()) for match in found)

    def place(self, position: int) -> int:
        """Return the block that a byte belongs to."""
        return min(bisect_right(self.starts, position), len(self)) - 1

    # ---- comparing

    def unchanged(self, other: Layout) -> tuple[int, int]:
        """Count the blocks at the beginning and at the end that stand in another file too, byte for
        byte.
        """
        fewer = min(len(self), len(other))
        same = delta.common_start(self.text, other.text)
        first = 0
        while first < fewer and self.starts[first + 1] == other.starts[first + 1] <= same:
            first += 1
        same = len(self.text) - delta.common_end(self.text, other.text)
        moved = len(other.text) - len(self.text)
        last = 0
        while last < fewer - first:
            start = self.starts[-2 - last]
            if start < same or start + moved != other.starts[-2 - last]:
                break
            last += 1
        return first, last


def digest(text: bytes) -> bytes:
    """Return what tells the text of an entry from another, but for the blanks around it."""
    return blake2b(text.strip(), digest_size=16).digest()


@lru_cache(maxsize=2)
def of(text: bytes) -> Layout:
    """Return the layout of a file; asked again, it is remembered."""
    return Layout(text)


def quoted(text: bytes, entry_id: str) -> Iterator[int]:
    """Yield the places at which an id stands between quotes."""
    wanted = entry_id.encode("utf-8", "surrogatepass")
    here = text.find(wanted) if wanted else -1
    while here >= 0:
        end = here + len(wanted)
        if text[here - 1 : here] in QUOTES and text[end : end + 1] in QUOTES:
            yield here
        here = text.find(wanted, end)
