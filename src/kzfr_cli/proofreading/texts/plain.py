"""Read plain text: its paragraphs, lists, tables and headings, as far as blank lines and
signs tell.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from kzfr_cli.proofreading.texts import rows
from kzfr_cli.proofreading.texts.lines import (
    Hyphens,
    JoinedLines,
    TextLine,
    begins_with_number,
    entries,
    goes_on,
    lines,
    width,
    write,
)
from kzfr_cli.proofreading.texts.writer import DraftWriter

MARKER = re.compile(r"[ \t]*(?:[-*•–—▪‣◦·├╞└]|\d{1,3}[.)])[ \t]+(?=\S)")
"""What opens an item of a list."""

ROOM = re.compile(r"[ \t]++(?:\|[ \t]++)?")
"""Room between two words, with the bar that may stand in it: read once, however long."""

YEAR_BEFORE, FIGURE_AFTER = re.compile(r"\d{4}\Z"), re.compile(r"[$€£~]?\d")
"""What stands on both sides of wide room that parts a year from its figure."""

UNDERLINE = re.compile(r"[ \t]*([=\-~*#_])\1{2,}[ \t]*\Z")
SENTENCE_END = ".!?…;,"
LONGEST_HEADING = 60
"""Characters of the longest line that is taken for a heading where only blank lines tell."""


def read(writer: DraftWriter) -> None:
    """Read the whole source."""
    Plain(writer).read(lines(writer.source))


class Plain:
    """Read lines of plain text into a writer."""

    def __init__(self, writer: DraftWriter) -> None:
        self._writer = writer
        self._hyphens = Hyphens(writer.source)

    def read(self, source: Iterator[TextLine]) -> None:
        """Read lines: blank ones part the paragraphs."""
        paragraph: list[TextLine] = []
        for line in source:
            if not line.is_blank:
                paragraph.append(line)
            elif paragraph:
                self._read_paragraph(paragraph)
                paragraph = []
        if paragraph:
            self._read_paragraph(paragraph)

    def _read_paragraph(self, paragraph: list[TextLine]) -> None:
        longest, listed = width(paragraph), entries(paragraph)
        self._writer.end_table()
        if is_heading(paragraph):
            self._write("heading", paragraph[:1])
            return
        block: list[TextLine] = []
        for line in paragraph:
            is_apart = is_row(line) or line.start in listed
            if block and (is_apart or not continues(block, line, longest)):
                self._write_block(block)
                block = []
            block.append(line)
        self._write_block(block)

    def _write_block(self, block: list[TextLine]) -> None:
        first = block[0]
        if rows.is_rule(first):
            return
        if len(block) == 1 and is_row(first):
            self._write_row(first)
        elif marker := MARKER.match(first.text):
            self._write("item", [first.after(marker.end()), *block[1:]])
        elif not UNDERLINE.match(first.text):
            self._write("paragraph", block)

    def _write(
        self,
        kind: str,
        block: list[TextLine],
    ) -> None:
        self._writer.begin(kind, level=1)
        passage = JoinedLines(block)
        write(self._writer, passage, self._hyphens.line_ends(passage.text))
        self._writer.end()

    def _write_row(self, line: TextLine) -> None:
        self._writer.begin("row")
        if rows.is_framed(line):
            self._write_cells(rows.cells(line))
        else:
            self._write_parted(line)
        self._writer.end()

    def _write_cells(self, cells: list[TextLine]) -> None:
        for cell in cells:
            self._writer.cell(cell.start)
            self._writer.add(cell.text, cell.start)

    def _write_parted(self, line: TextLine) -> None:
        place = 0
        breaks = [*cell_breaks(line.text), None]
        for found in breaks:
            end = found[0] if found else len(line.text)
            self._writer.cell(line.start + place)
            self._writer.add(line.text[place:end], line.start + place)
            place = found[1] if found else end


def is_heading(paragraph: list[TextLine]) -> bool:
    """Whether a paragraph is one short line that ends no sentence, or one that is underlined."""
    text = paragraph[0].text.strip()
    if len(paragraph) == 2:
        return UNDERLINE.match(paragraph[1].text) is not None
    if len(paragraph) > 1 or len(text) > LONGEST_HEADING:
        return False
    if text[-1] in SENTENCE_END:
        return False
    return not MARKER.match(text) and not is_row(paragraph[0])


def is_row(line: TextLine) -> bool:
    """Whether a line is a row of a table: it has something on both sides of a tab or a bar."""
    return any(True for _ in cell_breaks(line.text.strip())) or rows.is_framed(line)


def cell_breaks(text: str) -> Iterator[tuple[int, int]]:
    """Where the cells of a line are parted: at a tab, a bar between two blanks, or wide room
    between a year and its figure.
    """
    for found in ROOM.finditer(text):
        if "\t" in found[0] or "|" in found[0] or parts_figure(text, found):
            yield found.span()


def parts_figure(text: str, room: re.Match[str]) -> bool:
    """Return whether room is wide, and stands between a year and its figure."""
    begun, ended = room.span()
    if ended - begun < 2 or not YEAR_BEFORE.search(text[max(begun - 4, 0) : begun]):
        return False
    return FIGURE_AFTER.match(text, ended) is not None


def continues(
    block: list[TextLine],
    line: TextLine,
    longest: int,
) -> bool:
    """Whether a line belongs to the block before it."""
    last = block[-1]
    if is_row(last) or UNDERLINE.match(line.text) or UNDERLINE.match(last.text):
        return False
    if begins_with_number(block[0]) and begins_with_number(line):
        return False
    on = goes_on(last, line, longest)
    if MARKER.match(line.text):
        return on and not MARKER.match(block[0].text)
    return on or is_indented(block[0], line)


def is_indented(first: TextLine, line: TextLine) -> bool:
    """Whether a line stands below the words of an item, not below its sign."""
    marker = MARKER.match(first.text)
    indent = len(line.text) - len(line.text.lstrip())
    return marker is not None and indent >= marker.end()
