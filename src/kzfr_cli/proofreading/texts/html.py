"""Read HTML: what the page shows, block by block, and what it says of itself."""

from __future__ import annotations

import re
from html import unescape

from kzfr_cli.proofreading.texts import tags
from kzfr_cli.proofreading.texts.draft import Part
from kzfr_cli.proofreading.texts.elements import Elements, names
from kzfr_cli.proofreading.texts.merged import Merged
from kzfr_cli.proofreading.texts.stated import Stated, from_json
from kzfr_cli.proofreading.texts.tags import Token
from kzfr_cli.proofreading.texts.writer import DraftWriter

REFERENCE = re.compile(r"&(?:#[0-9]{1,7}|#[xX][0-9a-fA-F]{1,6}|[a-zA-Z][a-zA-Z0-9]{1,31});?")
INLINE = names(
    "a abbr acronym area audio b base bdi bdo big button canvas cite code data del dfn"
    " em embed font i img input ins kbd label link map mark meta nobr noscript object"
    " param picture q rp rt ruby s samp script select small source span strike strong"
    " style sub sup template textarea time track tt u var video wbr"
)
"""The elements that begin no line."""

CELLS = frozenset(("td", "th"))
UNSEEN = {
    **dict.fromkeys(
        names("script style template noscript iframe noembed noframes"), "markup"
    ),
    **dict.fromkeys(names("object rp rt select datalist audio video canvas"), "markup"),
    **dict.fromkeys(names("code kbd samp math svg"), "code"),
    **dict.fromkeys(("del", "s", "strike"), "deleted"),
}
"""The elements whose content is no part of what the page says, and why."""

HIDING = re.compile(
    r"(?:display\s*:\s*none|visibility\s*:\s*(?:hidden|collapse))", re.IGNORECASE
)
STRIKING = re.compile(r"text-decoration(?:-line)?\s*:[^;]*line-through", re.IGNORECASE)
NOTE_MARK = re.compile(
    r"(?:<[^<>]{0,300}>){0,3}\s*[\[(]?\d{1,3}(?:\s*[,;–-]\s*\d{1,3})*[\])]?"
    r"\s*(?:<[^<>]{0,300}>){0,3}</sup"
)
"""The numbers of notes in <sup>, "7" or "153,499–501": read on, they would lengthen the number
before them.
"""

META_NAMES = (
    "property",
    "name",
    "itemprop",
    "http-equiv",
)
PUBLISHED = frozenset(
    (
        "published",
        "dt-published",
        "entry-date",
        "date-published",
    )
)
"""The classes by which pages mark the day of their publication (hAtom, h-entry)."""


Words = tuple[str, int, int | None]
"""Words of a cell, and where they stand."""


def read(writer: DraftWriter) -> None:
    """Read a whole page."""
    page = PageReader(writer)
    page.read(0, len(writer.source))
    page.finish()


class PageReader:
    """Read stretches of HTML into a writer."""

    def __init__(self, writer: DraftWriter) -> None:
        self._writer = writer
        self._source = writer.source
        self._elements = Elements()
        self._stated = Stated()
        self._merged: Merged[Words] = Merged()

    @property
    def is_unseen(self) -> bool:
        """Whether what follows is within an element that is not seen."""
        return bool(self._elements.innermost.unseen)

    def read(
        self,
        first: int,
        last: int,
    ) -> None:
        """Read one stretch."""
        for token in tags.tokens(self._source, first, last):
            if token.kind == tags.TEXT:
                self._read_text(token)
            elif token.kind == tags.START:
                self._start(token)
            elif token.kind == tags.END:
                self._end(token)
            else:
                self._read_nothing(token)

    def finish(self) -> None:
        """Let the writer know what the page says of itself."""
        writer, stated = self._writer, self._stated
        writer.language = writer.language or stated.language()
        writer.published = writer.published or stated.published(writer.language)
        writer.created = writer.created or stated.created(writer.language)

    # ---- tags

    def _start(self, token: Token) -> None:
        self._note_stated(token)
        unseen = self._why_unseen(token)
        if unseen and unseen != "markup" and not self._elements.innermost.unseen:
            self._writer.leave_out(unseen, token.first)
        self._elements.open(token.name, unseen)
        if self._elements.innermost.unseen:
            return
        if token.name == "br":
            self._writer.line_break(token.first)
        elif token.name == "table":
            self._writer.begin()
            self._writer.end_table()
        elif token.name == "tr":
            self._writer.begin("columns")
            self._merged.begin_row()
        elif token.name in CELLS:
            self._begin_cell(token)
        elif token.name not in INLINE:
            self._begin_block(token)

    def _end(self, token: Token) -> None:
        was_unseen = self._elements.innermost.unseen
        self._elements.close(token.name)
        if token.name not in INLINE and token.name not in CELLS and not was_unseen:
            self._begin_block(token)

    def _begin_block(self, token: Token) -> None:
        element = self._elements.innermost
        if element.kind == "row":
            self._writer.part(token.first)
        else:
            self._writer.begin(element.kind, element.level or element.depth)

    def _begin_cell(self, token: Token) -> None:
        while self._merged.reaches_next():
            self._repeat_above(token)
        if token.name == "td":
            self._writer.recast("row")
        self._writer.cell(token.last)
        self._merged.begin_cell()
        rows = _number(token.attributes.get("rowspan", ""))
        if rows > 1:
            self._merged.reach_down(rows)
        self._merged.widen(_number(token.attributes.get("colspan", "")))

    def _repeat_above(self, token: Token) -> None:
        """Read again the cell that reaches down into this row."""
        self._writer.cell(token.first)
        self._merged.begin_cell()
        for words, first, last in self._merged.above() or ():
            self._writer.add(words, first, last)

    def _add(
        self,
        words: str,
        first: int,
        last: int | None = None,
    ) -> None:
        if last is None and "\n" in words and self._elements.is_within("pre"):
            self._add_lines(words, first)
            return
        self._writer.add(words, first, last)
        self._merged.take((words, first, last), len(words))

    def _add_lines(self, words: str, first: int) -> None:
        """Read words whose lines the page shows as they stand: an empty one parts two
        paragraphs.
        """
        place = first
        for line in words.splitlines(keepends=True):
            self._add(line.rstrip("\r\n"), place)
            place += len(line)
            if not line.strip():
                self._writer.begin("paragraph")
            elif line.endswith("\n"):
                self._writer.line_break(place - 1)

    def _why_unseen(self, token: Token) -> str:
        """Why the content of an element is not seen; empty when it is."""
        if token.name in UNSEEN:
            return UNSEEN[token.name]
        style = token.attributes.get("style", "")
        closed = token.name == "dialog" and "open" not in token.attributes
        if closed or "hidden" in token.attributes or HIDING.search(style):
            return "hidden"
        if STRIKING.search(style):
            return "struck-out"
        marks = token.name == "sup" and NOTE_MARK.match(self._source, token.last)
        if marks:
            return "mark"
        return ""

    def _read_nothing(self, token: Token) -> None:
        if token.kind == tags.UNCLOSED:
            line = self._writer.line_at(token.first)
            self._writer.unread.append(
                Part(
                    code="unclosed",
                    line=line,
                )
            )
        elif self._source.startswith("<!--", token.first):
            self._writer.leave_out("comment", token.first)

    # ---- text

    def _read_text(self, token: Token) -> None:
        element = self._elements.innermost
        if element.name == "script" and token.last - token.first:
            self._read_script(token)
        if element.unseen:
            return
        place = token.first
        for match in REFERENCE.finditer(self._source, token.first, token.last):
            letter = unescape(match[0])
            if letter != match[0]:
                self._add(self._source[place : match.start()], place)
                self._add(letter, match.start(), match.end())
                place = match.end()
        self._add(self._source[place : token.last], place)

    # ---- what the page says of itself

    def _note_stated(self, token: Token) -> None:
        given = token.attributes
        if token.name == "html":
            self._stated.add("lang", given.get("lang", given.get("xml:lang", "")))
        elif token.name == "meta":
            named = (given.get(key) for key in META_NAMES)
            name = next((name for name in named if name), "")
            self._stated.add(name, given.get("content", ""))
        elif token.name == "time" and "datetime" in given:
            marked = "pubdate" in given or PUBLISHED.intersection(
                given.get("class", "").split()
            )
            name = "published" if marked else given.get("itemprop", "")
            self._stated.add(name, given["datetime"])

    def _read_script(self, token: Token) -> None:
        for name, value in from_json(self._source[token.first : token.last]).items():
            self._stated.add(name, value)


def _number(text: str) -> int:
    """The number of rows or columns in an attribute; 1 for anything else."""
    if text.isdecimal() and len(text) < 4:
        return int(text)
    return 1
