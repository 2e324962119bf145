"""Lines of a text: which of them go on in the next, and the words that layout broke between them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from kzfr_cli.core.record import pair
from kzfr_cli.proofreading.texts.writer import Writer

LINE = re.compile(r"([^\r\n\f\x85\u2028\u2029]*)(\r\n|[\r\n\f\x85\u2028\u2029]|\Z)")
BROKEN = re.compile(r"(?<=[^\W\d_])[-\u2010\u00ad¬][ \t]*\Z")
"""The hyphen of a word that may go on in the next line; «¬» is what some readers of PDF write."""

HYPHENATED = re.compile(r"[^\W\d_]+[-\u2010][^\W\d_]+")
LAST_PART = re.compile(r"[^\W\d_]+\Z")
FIRST_PART = re.compile(r"[^\W\d_]+")

WIDEST = 120
"""Characters of the longest line that a person or a program wraps; beyond, a line is a paragraph."""


@pair
class Line:
    """A line of the source, without its end."""

    text: str
    start: int

    @property
    def is_blank(self) -> bool:
        """Whether nothing is written in it."""
        return not self.text.strip()

    def after(self, length: int) -> Line:
        """What follows its first letters."""
        return Line(self.text[length:], self.start + length)


def lines(source: str, start: int = 0) -> Iterator[Line]:
    """The lines of a source from an offset on."""
    for match in LINE.finditer(source, start):
        if match.end() > match.start():
            yield Line(match[1], match.start())


def has_room(line: Line, following: Line, width: int) -> bool:
    """Whether the first word of the next line had room in this one: it was ended on purpose."""
    words = following.text.split(None, 1)
    used = len(line.text.rstrip())
    if used > WIDEST:
        return True
    return bool(words) and used + 1 + len(words[0]) <= min(width, WIDEST)


def goes_on(line: Line, following: Line, width: int) -> bool:
    """Whether a sentence may go on from a line in the next."""
    if BROKEN.search(line.text):
        return True
    return following.text.lstrip()[:1].islower() or not has_room(line, following, width)


class Joiner:
    """Write lines as one stretch of text; words that were broken between two are whole again."""

    def __init__(self, writer: Writer) -> None:
        self._writer = writer
        self._hyphenated: frozenset[str] | None = None

    def write(self, block: Sequence[Line]) -> None:
        """Write the lines of one block."""
        for line, following in zip(block, [*block[1:], None], strict=True):
            hyphen = BROKEN.search(line.text) if following else None
            if following and hyphen:
                self._write_broken(line, following, hyphen)
                continue
            self._writer.add(line.text, line.start)
            if following:
                self._writer.add("\n", line.start + len(line.text))

    def _write_broken(self, line: Line, following: Line, hyphen: re.Match[str]) -> None:
        """Write a line that ends within a word."""
        self._writer.add(line.text[: hyphen.start()], line.start)
        if self._keeps_hyphen(line.text[: hyphen.start()], following.text.lstrip(), hyphen[0]):
            self._writer.add(hyphen[0].strip(), line.start + hyphen.start())

    def _keeps_hyphen(self, before: str, after: str, hyphen: str) -> bool:
        """Whether the hyphen belongs to the word: `France-Kazakhstan`, and what has one elsewhere."""
        if hyphen.strip() in ("\u00ad", "¬"):
            return False
        if not after[:1].islower():
            return True
        parts = LAST_PART.search(before), FIRST_PART.match(after)
        word = "-".join(part[0].lower() for part in parts if part)
        return word in self._known_with_hyphen()

    def _known_with_hyphen(self) -> frozenset[str]:
        """The words of the source that have their hyphen within a line."""
        if self._hyphenated is None:
            found = HYPHENATED.finditer(self._writer.source)
            self._hyphenated = frozenset(match[0].lower() for match in found)
        return self._hyphenated
