"""Lines of a text: which of them go on in the next, and the words that layout broke
between them.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import (
    Iterable,
    Iterator,
    Sequence,
)

from kzfr_cli.core.record import pair
from kzfr_cli.proofreading.texts.writer import DraftWriter

LINE = re.compile(r"([^\r\n\f\x85\u2028\u2029]*)(\r\n|[\r\n\f\x85\u2028\u2029]|\Z)")
HYPHEN = re.compile(r"(?<=[^\W\d_])[-\u2010\u00ad¬][ \t]*\n[ \t]*")
"""A hyphen within a word that may go on in the next line; «¬» is what some readers of PDF write."""

PARTED = ("\u00ad", "¬")
"""The hyphens that are none but at the end of a line."""

HYPHENATED = re.compile(r"[^\W\d_]+[-\u2010][^\W\d_]+")
LAST_PART = re.compile(r"[^\W\d_]+\Z")
FIRST_PART = re.compile(r"[^\W\d_]+")
BREAK = "\n"

WIDEST = 120
"""Characters of the longest line that a person or a program wraps; beyond, a line is a
paragraph.
"""


@pair
class TextLine:
    """A line of the source, without its end."""

    text: str
    start: int

    @property
    def is_blank(self) -> bool:
        """Whether nothing is written in it."""
        return not self.text.strip()

    def after(self, length: int) -> TextLine:
        """What follows its first letters."""
        return TextLine(self.text[length:], self.start + length)


def lines(
    source: str,
    start: int = 0,
    end: int | None = None,
) -> Iterator[TextLine]:
    """The lines of a source from an offset on, up to another."""
    for match in LINE.finditer(source, start, len(source) if end is None else end):
        if match.end() > match.start():
            yield TextLine(match[1], match.start())


def width(block: Iterable[TextLine]) -> int:
    """The length of the longest of some lines."""
    return max((len(line.text.rstrip()) for line in block), default=0)


def has_room(
    line: TextLine,
    following: TextLine,
    longest: int,
) -> bool:
    """Whether the first word of the next line had room in this one: it was ended on purpose."""
    words = following.text.split(None, 1)
    used = len(line.text.rstrip())
    if used > WIDEST:
        return True
    if not words:
        return False
    return used + 1 + len(words[0]) <= min(longest, WIDEST)


def goes_on(
    line: TextLine,
    following: TextLine,
    longest: int,
) -> bool:
    """Whether a sentence may go on from a line in the next."""
    if HYPHEN.search(f"{line.text}\n"):
        return True
    return following.text.lstrip()[:1].islower() or not has_room(line, following, longest)


def begins_with_number(line: TextLine) -> bool:
    """Whether the words of a line begin with a number, in whatever type."""
    return line.text.lstrip(" \t*_")[:1].isdigit()


FIGURE = re.compile(
    r"[ \t*_]*+[^\W_][^:=|\n.!?]{0,60}?(?:[ \t]?[:=]|[ \t]{2,}+|\t|[ \t]\|)[ \t]*+[$€£~]?"
    r"\d[\d .,\u00a0\u202f]*+\S{0,12}[ \t]*+\Z"
)
"""A line that is but a label and its number: «2013 : 4 322», "Issued in 2024: 11,159"."""

DATED = re.compile(r"[ \t*_]*+\d{1,4}[^:=|\n]{0,24}?(?:[ \t]?[:=]|[ \t][-–—])[ \t]")
"""The beginning of an entry of a chronology: «5 juin 2008 : …»."""


MARKED = re.compile(r"[ \t]*+[–—•▪·][ \t]++\S")
"""The beginning of an item that a dash or a dot marks."""

ENDED = re.compile(
    r"(?:[:(,]|[ \t][-–—])[ \t]*+[^:()\n]{0,32}\d{4}(?:[ \t]?[^\W\d_]{1,5}\.?)?"
    r"(?:[ \t]\d{1,2}(?:[-–]\d{1,2})?[ \t][^\W\d_]{2,12})?\)?[ \t]*+\Z"
)
"""The end of a line of which a date is all that is told: «François Hollande (Astana) : 5 décembre
2014», «Франсуа Олланд: 2014 ж. 5 желтоқсан».
"""

ENTRIES = (FIGURE, DATED, MARKED)
"""What the beginning of a line of a list looks like."""


def entries(block: Sequence[TextLine]) -> frozenset[int]:
    """Where the lines of a paragraph begin that are entries of a list, each for itself; one such
    line alone may be prose.
    """
    found = frozenset(line.start for line in block if is_entry(line))
    if len(found) > 1:
        return found
    return frozenset()


def is_entry(line: TextLine) -> bool:
    """Whether a line looks like one of a list: by how it begins, or by the date that ends it."""
    if any(each.match(line.text) for each in ENTRIES):
        return True
    is_short = len(line.text) <= WIDEST
    return is_short and begins_anew(line) and ENDED.search(line.text) is not None


def begins_anew(line: TextLine) -> bool:
    """Whether a line begins with a capital, a number or a quotation mark."""
    first = line.text.lstrip()[:1]
    return not first.islower()


class JoinedLines:
    """Some lines as one text, in which a letter knows its place in the source."""

    def __init__(self, block: Sequence[TextLine]) -> None:
        self.text = BREAK.join(line.text for line in block)
        self._starts = [line.start for line in block]
        self._offsets = [0]
        for line in block[:-1]:
            self._offsets.append(self._offsets[-1] + len(line.text) + 1)

    def place(self, offset: int) -> int:
        """The offset in the source of an offset in the passage."""
        index = bisect_right(self._offsets, offset) - 1
        return self._starts[index] + offset - self._offsets[index]


@pair
class Substitute:
    """A stretch of a passage that is not copied: what is read instead, a line break as `BREAK`."""

    first: int
    last: int
    instead: str = ""


def write(
    writer: DraftWriter,
    passage: JoinedLines,
    spans: Iterable[Substitute],
) -> None:
    """Write a passage, some stretches of it changed; one within another does not count."""
    place = 0
    for span in sorted(spans, key=lambda span: (span.first, -span.last)):
        if span.first < place:
            continue
        writer.add(passage.text[place : span.first], passage.place(place))
        if span.instead == BREAK:
            writer.line_break(passage.place(span.first))
        elif span.instead:
            end = passage.place(span.last - 1) + 1
            writer.add(span.instead, passage.place(span.first), end)
        place = span.last
    writer.add(passage.text[place:], passage.place(place))


class Hyphens:
    """Which hyphens at the ends of lines belong to a word, by the rest of the source."""

    def __init__(self, source: str) -> None:
        self._source = source
        self._known: frozenset[str] | None = None

    def line_ends(self, text: str) -> Iterator[Substitute]:
        """What is read instead of each line end of a passage: nothing, a hyphen or a space."""
        broken: set[int] = set()
        for match in HYPHEN.finditer(text):
            end = text.index(BREAK, match.start())
            broken.add(end)
            yield Substitute(match.start(), match.end(), self._instead(text, match))
        place = text.find(BREAK)
        while place >= 0:
            if place not in broken:
                yield Substitute(place, place + 1, " ")
            place = text.find(BREAK, place + 1)

    def _instead(
        self,
        text: str,
        match: re.Match[str],
    ) -> str:
        """The hyphen where it belongs to the word: `France-Kazakhstan`, what has one elsewhere."""
        hyphen = match[0][0]
        if hyphen in PARTED:
            return ""
        if not text[match.end() : match.end() + 1].islower():
            return hyphen
        before = LAST_PART.search(text, max(0, match.start() - 40), match.start())
        after = FIRST_PART.match(text, match.end())
        word = "-".join(part[0].lower() for part in (before, after) if part)
        if word in self._hyphenated():
            return hyphen
        return ""

    def _hyphenated(self) -> frozenset[str]:
        """The words of the source that have their hyphen within a line."""
        if self._known is None:
            found = HYPHENATED.finditer(self._source)
            self._known = frozenset(match[0].lower() for match in found)
        return self._known
