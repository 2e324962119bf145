"""Put a draft together, piece by piece, as the readers of texts find them."""

from __future__ import annotations

import re
import unicodedata

from kzfr_cli.core.record import replace
from kzfr_cli.proofreading.texts.draft import (
    BLOCK_GAP,
    BODY,
    CELL_GAP,
    ROW_GAP,
    ROWS,
    Draft,
    Part,
    TextBlock,
)
from kzfr_cli.proofreading.texts.places import Places

BLOCK, LINE = "block", "line"
"""The breaks that wait for what follows them."""

UNSEEN = r"\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff"
"""Signs that nobody sees."""

IRREGULAR = re.compile(
    rf"(?P<space>(?!(?<=[^\s{UNSEEN}]) (?=[^\s{UNSEEN}]))"
    r"[ \t\n\r\f\v\x1c-\x1f\x85\u2028\u2029]+)"
    r"|(?P<hyphen>(?<=\d)\u00ad(?=[^\W\d_]))"
    rf"|(?P<dropped>[{UNSEEN}]+)"
    r"|(?P<apart>[^\u0300-\u036f\s][\u0300-\u036f]{1,8})"
)
"""What is not copied letter by letter: white space that is more than a space between two letters is
one, signs that nobody sees are nothing (soft hyphens within words, marks of direction), a letter
and its accent are one letter."""


class DraftWriter:
    """What a reader of a source puts together: pieces of text in blocks, and what the source says
    of itself."""

    def __init__(self, source: str) -> None:
        self.source = source
        self.published = ""
        self.created = ""
        self.language = ""
        self.unread: list[Part] = []
        self.region = BODY
        self.region_number = 0
        self._parts: list[str] = []
        self._places = Places()
        self._blocks: list[TextBlock] = []
        self._kind = ""
        self._level = 0
        self._first = -1
        self._end_of_words = 0
        self._space: tuple[int, int] | None = None
        self._cells: list[int] = []
        self._cell_ends: list[int] = []
        self._space = None
        self._pending = ""
        self._is_in_table = False
        self._headings: list[int] = []
        self._numbers: dict[tuple[object, ...], int] = {}
        self._left_out: dict[str, Part] = {}

    # ---- blocks

    def begin(
        self,
        kind: str = "paragraph",
        level: int = 0,
    ) -> None:
        """Begin a block; one that is open ends."""
        self.end()
        self._kind = kind
        self._level = level

    def cell(self, place: int) -> None:
        """Begin a cell of the row that is open."""
        if self._first >= 0 and not self._cells:
            self.begin("row")
        if self._first < 0:
            self._open(place)
        else:
            self._end_cell()
            self._put(CELL_GAP, place, place)
        self._cells.append(len(self._places))
        self._pending = ""
        self._space = None

    def _end_cell(self) -> None:
        self._cell_ends.append(max(self._cells[-1], self._end_of_words))

    def end(self) -> None:
        """End the block that is open; one without words is none."""
        if self._cells:
            self._end_cell()
        if 0 <= self._first < self._end_of_words:
            self._close(self._first, self._end_of_words)
        self._kind, self._level, self._first = "", 0, -1
        self._cells, self._cell_ends = [], []
        self._space = None
        self._pending = ""

    def end_table(self) -> None:
        """Let the next row be the first of another table."""
        self._is_in_table = False

    def recast(self, kind: str) -> None:
        """Let the open block be of another kind, which shows only within it."""
        self._kind = kind

    def part(self, place: int) -> None:
        """Begin a new block; within a cell, only a new paragraph of it."""
        if self._cells:
            self._pending = BLOCK
        else:
            self.begin(self._kind, self._level)

    def line_break(self, place: int) -> None:
        """Begin a new line: a new block, unless what follows goes on in a small letter."""
        self._add(" ", place, place)
        self._pending = LINE

    # ---- words

    def add(
        self,
        text: str,
        start: int,
        end: int | None = None,
    ) -> None:
        """Add words that stand at a place of the source; with `end`, they show the whole stretch
        up to it."""
        if end is not None:
            self._add(IRREGULAR.sub(_regular, text), start, end)
            return
        done = 0
        for match in IRREGULAR.finditer(text):
            self._add(text[done : match.start()], start + done, start + match.start())
            self._add_irregular(match, start)
            done = match.end()
        self._add(text[done:], start + done, start + len(text))

    def _add_irregular(
        self,
        match: re.Match[str],
        start: int,
    ) -> None:
        self._add(_regular(match), start + match.start(), start + match.end())

    def _add(
        self,
        text: str,
        start: int,
        end: int,
    ) -> None:
        if text == " ":
            self._space = self._space or (start, end)
        elif text:
            self._add_letters(text, start, end)

    def _add_letters(
        self,
        text: str,
        start: int,
        end: int,
    ) -> None:
        if self._pending:
            self._carry_out_break(text, start)
        if self._first < 0:
            self._open(start)
        elif self._space and self._follows_words():
            self._put(" ", *self._space)
        self._space = None
        self._put(text, start, end)
        self._end_of_words = len(self._places)

    def _follows_words(self) -> bool:
        """Whether what comes next follows words directly, in the same cell."""
        begun = self._cells[-1] if self._cells else self._first
        return begun < self._end_of_words == len(self._places)

    def _carry_out_break(
        self,
        text: str,
        place: int,
    ) -> None:
        """Carry out a break, now that it is known what follows it."""
        pending, self._pending = self._pending, ""
        if pending == LINE and text[:1].islower():
            return
        if not self._cells:
            self.begin(self._kind, self._level)
        elif len(self._places) > self._cells[-1]:
            self._put(BLOCK_GAP, place, place)

    def _put(
        self,
        text: str,
        start: int,
        end: int,
    ) -> None:
        self._parts.append(text)
        self._places.add(len(text), start, end)

    # ---- what is not read

    def leave_out(
        self,
        code: str,
        place: int,
    ) -> None:
        """Note what is left out on purpose, at a place of the source."""
        known = self._left_out.get(code)
        if known is None:
            self._left_out[code] = Part(
                code=code,
                line=self.line_at(place),
            )
        else:
            self._left_out[code] = replace(known, count=known.count + 1)

    def line_at(self, place: int) -> int:
        """The line of a place of the source, from 1."""
        return self.source.count("\n", 0, place) + 1

    # ---- the whole

    def draft(
        self,
        path: str,
        charset: str = "",
    ) -> Draft:
        """The finished text."""
        self.end()
        ends = (match.end() for match in re.finditer("\n", self.source))
        return Draft(
            path=path,
            text="".join(self._parts),
            source=self.source,
            places=self._places,
            line_starts=(0, *ends),
            blocks=tuple(self._blocks),
            published=self.published,
            created=self.created,
            language=self.language,
            charset=charset,
            unread=tuple(self.unread),
            left_out=tuple(self._left_out.values()),
        )

    def _open(self, place: int) -> None:
        """Let the block begin in the text, at its first letter."""
        if self._parts:
            goes_on = self._is_in_table and self._kind in ROWS
            self._put(ROW_GAP if goes_on else BLOCK_GAP, place, place)
        self._first = len(self._places)
        self._kind = self._kind or "paragraph"

    def _close(
        self,
        first: int,
        last: int,
    ) -> None:
        cells = zip(self._cells, self._cell_ends, strict=True)
        heading = self._heading()
        counted = (
            self.region,
            self.region_number,
            heading,
            self._kind,
        )
        number = self._numbers[counted] = self._numbers.get(counted, 0) + 1
        block = TextBlock(
            kind=self._kind,
            first=first,
            last=last,
            level=self._level,
            heading=heading,
            number=number,
            region=self.region,
            region_number=self.region_number,
            cells=tuple((start, min(end, last)) for start, end in cells if start <= last),
        )
        self._blocks.append(block)
        self._is_in_table = len(block.cells) > 1
        if self._kind == "heading":
            self._headings.append(len(self._blocks) - 1)

    def _heading(self) -> int | None:
        """The heading that the block stands under; a heading ends those of its level and below."""
        if self._kind == "title" or self.region not in (BODY, "page", "slide"):
            return None
        if self._kind == "heading":
            while self._headings and self._blocks[self._headings[-1]].level >= self._level:
                self._headings.pop()
        if self._headings:
            return self._headings[-1]
        return None


def _regular(match: re.Match[str]) -> str:
    """What is read instead of what is not copied letter by letter."""
    if match["space"]:
        return " "
    if match["hyphen"]:
        return "-"
    if match["apart"]:
        return unicodedata.normalize("NFC", match["apart"])
    return ""
