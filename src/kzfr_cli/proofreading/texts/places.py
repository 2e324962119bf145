"""Where each letter of a text stands in its source."""

from __future__ import annotations

from array import array
from bisect import bisect_right


class Places:
    """Pieces of a text, each with the stretch of the source that it shows.

    A piece as long as its stretch was copied letter by letter; any other (`&eacute;`, a broken
    word) stands for the whole of its stretch.
    """

    def __init__(self) -> None:
        self._firsts = array("Q")
        self._starts = array("Q")
        self._ends = array("Q")
        self._length = 0

    def __len__(self) -> int:
        """The length of the text so far."""
        return self._length

    def add(
        self,
        length: int,
        start: int,
        end: int,
    ) -> None:
        """Go on with a piece of this length, which shows the source from `start` to `end`."""
        if not self._continues(length, start, end):
            self._firsts.append(self._length)
            self._starts.append(start)
            self._ends.append(end)
        else:
            self._ends[-1] = end
        self._length += length

    def start(self, offset: int) -> int:
        """The offset in the source of the letter at an offset in the text."""
        index = self._piece(offset)
        if index < 0:
            return 0
        if self._is_copied(index):
            return self._starts[index] + offset - self._firsts[index]
        return self._starts[index]

    def end(self, offset: int) -> int:
        """The offset in the source after the letter before an offset in the text."""
        index = self._piece(offset - 1)
        if index < 0:
            return 0
        if self._is_copied(index):
            return self._starts[index] + offset - self._firsts[index]
        return self._ends[index]

    def _piece(self, offset: int) -> int:
        return bisect_right(self._firsts, offset) - 1

    def _is_copied(self, index: int) -> bool:
        following = index + 1
        end = self._firsts[following] if following < len(self._firsts) else self._length
        return end - self._firsts[index] == self._ends[index] - self._starts[index]

    def _continues(
        self,
        length: int,
        start: int,
        end: int,
    ) -> bool:
        """Whether a copied piece goes on where the last one, copied too, has ended."""
        if not self._firsts or self._ends[-1] != start or end - start != length:
            return False
        return self._is_copied(len(self._firsts) - 1)
