"""Cells that reach down over several rows: each of the rows is read with them, as a reader does."""

from __future__ import annotations

from typing import Generic, TypeVar

Piece = TypeVar("Piece")

LONGEST = 100
"""Characters of a cell that is read again: a date, a year, a name."""

MOST_ROWS = 200
"""Rows that a cell reaches over: beyond, it is no cell of a table that people read."""


class Merged(Generic[Piece]):
    """The cells of a table that reach down, by the column in which they stand."""

    def __init__(self) -> None:
        self._cells: dict[int, list[Piece]] = {}
        self._rows: dict[int, int] = {}
        self._length = 0
        self._column = -1
        self._taken: list[Piece] | None = None

    def begin_row(self) -> None:
        """Begin a row."""
        self._column = -1
        self._taken = None

    def begin_cell(self) -> None:
        """Begin the next cell of the row."""
        self._column += 1
        self._taken = None

    def widen(self, columns: int) -> None:
        """Let the cell reach over so many columns."""
        self._column += max(0, min(columns, MOST_ROWS) - 1)

    def reach_down(self, rows: int = MOST_ROWS) -> None:
        """Let the cell that was begun reach over so many rows, itself one of them."""
        self._taken = self._cells[self._column] = []
        self._rows[self._column] = min(rows, MOST_ROWS) - 1
        self._length = 0

    def take(self, piece: Piece, length: int) -> None:
        """Go on with words of the cell; one that is long is not read again."""
        if self._taken is None:
            return
        self._length += length
        if self._length > LONGEST:
            self._taken.clear()
            self._taken = None
        else:
            self._taken.append(piece)

    def above(self) -> list[Piece] | None:
        """The words of the cell that reaches down to the one that was begun; None where
        none does.
        """
        left = self._rows.get(self._column, 0)
        if left <= 0:
            return None
        self._rows[self._column] = left - 1
        return self._cells[self._column]

    def reaches_next(self) -> bool:
        """Whether the next cell of the row is one that reaches down to it."""
        return self._rows.get(self._column + 1, 0) > 0
