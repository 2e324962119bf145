"""The page that every text view is written on: rich lines, broken only on a terminal, and safe to
show.
"""

from __future__ import annotations

import io
import re
from collections.abc import Iterable, Iterator
from functools import cached_property
from typing import TYPE_CHECKING

from rich.cells import cell_len
from rich.style import Style
from rich.text import Span, Text

from kzfr_cli import formats
from kzfr_cli.core.visible import visible
from kzfr_cli.formats.surface import Surface

if TYPE_CHECKING:
    from rich.console import Console

WORD = re.compile(r"\s*[^ \t]+[ \t]*")
"""A word with the spaces behind it; a space that does not break belongs to it."""

PART = re.compile(r"[^-]+-*|-+")
"""A part of an id, up to behind its hyphen."""

LEAST = 24
"""Columns that a text has at least, beside what it hangs on."""


class Page:
    """Gather lines and give them as one string."""

    def __init__(self, surface: Surface) -> None:
        self.surface = surface
        self.output = io.StringIO()

    @cached_property
    def console(self) -> Console:
        """What breaks, colours and links a line; plain lines do without, for loading it takes as
        long as a search.
        """
        from rich.console import Console

        return Console(
            file=self.output,
            width=self.surface.width,
            force_terminal=self.surface.colour or self.has_links,
            no_color=not self.surface.colour,
            color_system="standard" if self.surface.colour or self.has_links else None,
            highlight=False,
            markup=False,
            emoji=False,
            legacy_windows=False,
        )

    @property
    def has_links(self) -> bool:
        """Return whether the terminal shows links."""
        return self.surface.address is not None

    @property
    def wide(self) -> bool:
        """Return whether there is room for columns side by side."""
        return self.surface.width >= 76

    def add(self, line: Text | str = "") -> None:
        """Write a line, broken at the width of a terminal."""
        self.put(line if isinstance(line, Text) else Text(line))

    def put(
        self,
        line: Text,
        *,
        is_whole: bool = False,
    ) -> None:
        """Write a line; one that `is_whole` is not broken, nor is any but on a terminal."""
        is_broken = self.surface.terminal and not is_whole
        if is_broken or self.surface.colour or self.has_links or "\t" in line.plain:
            self.console.print(self.worn(line), soft_wrap=not is_broken)
        else:
            self.output.write(f"{line.plain}\n")

    def whole(self, text: Text) -> None:
        """Write a line that stays one, but on a terminal, where it is broken between words."""
        if self.surface.terminal:
            self.hang(Text(), Text("    "), text)
        else:
            self.put(text, is_whole=True)

    def worn(self, text: Text) -> Text:
        """Take every style but links from a text where there are to be no colours."""
        if self.surface.colour:
            return text
        spans = [
            Span(start, end, Style(link=link)) for start, end, link in self.linked(text)
        ]
        return Text(text.plain, spans=spans)

    def linked(self, text: Text) -> Iterator[tuple[int, int, str]]:
        """List what has a link in a text."""
        for span in text.spans:
            if isinstance(span.style, Style) and span.style.link:
                yield span.start, span.end, span.style.link

    def link(
        self,
        text: Text,
        address: str,
        part: str = "",
    ) -> Text:
        """Make a text, or the part of it that reads so, a link to an address that a terminal may
        have.
        """
        start = text.plain.find(part)
        if self.has_links and start >= 0 and (found := formats.links.safe(address)):
            text.stylize(Style(link=found), start, start + len(part) if part else None)
        return text

    def sourced(
        self,
        text: Text,
        sources: Iterable[str],
        part: str = "",
    ) -> Text:
        """Make a text, or a part of it, a link to the first of its sources that has an address."""
        if self.surface.address is None:
            return text
        return self.link(
            text,
            next(filter(formats.links.safe, map(self.surface.address, sources)), ""),
            part,
        )

    def hang(
        self,
        first: Text,
        rest: Text,
        text: Text,
    ) -> None:
        """Write a text after `first`, its further lines after `rest`; on a narrow terminal it keeps
        `LEAST` columns, and as many as its longest word, which is cut behind its hyphens alone.
        """
        if not self.surface.terminal:
            self.add(Text.assemble(first, text))
            return
        longest = max(map(cell_len, pieces(text.plain)), default=0)
        deepest = max(self.surface.width - max(LEAST, longest), 0)
        rest = rest[:deepest] if rest.cell_len > deepest else rest
        if first.cell_len > deepest:
            if first.plain.strip():
                self.add(first)
            first = rest
        room = self.surface.width - max(first.cell_len, rest.cell_len)
        for number, line in enumerate(broken(text, room)):
            line.rstrip()
            self.add(Text.assemble(rest if number else first, line))

    def text(self) -> str:
        """Return all that was written, without spaces at the ends of lines; a plain page is
        told with commas.
        """
        text = self.output.getvalue()
        if self.surface.plain:
            text = text.replace(" · ", ", ").replace(" →", " ->").replace("−", "-")
        if self.has_links:
            text = formats.links.numbered(text)
        lines = text.split("\n")
        return "\n".join(line.rstrip() for line in lines)


def broken(text: Text, room: int) -> Iterator[Text]:
    """Break a text between its words into lines of so many columns."""
    for part in text.split(allow_blank=True):
        breaks, used = [], 0
        for start, word in words(part.plain, room):
            width = cell_len(word.rstrip())
            if used and used + width > room:
                breaks.append(start)
                used = 0
            used += cell_len(word)
        yield from part.divide(breaks)


def pieces(text: str) -> Iterator[str]:
    """What a text can be broken into: its words, and the parts that hyphens make of them."""
    for word in text.split():
        if "://" in word:
            yield word
        else:
            yield from (part[0].strip() for part in PART.finditer(word))


def words(text: str, room: int) -> Iterator[tuple[int, str]]:
    """The words of a text with their places; one that is longer than a line, such as an id,
    comes in the parts that its hyphens make of it, an address stays whole.
    """
    for word in WORD.finditer(text):
        if cell_len(word[0].rstrip()) <= room or "://" in word[0]:
            yield word.start(), word[0]
            continue
        for part in PART.finditer(word[0]):
            yield word.start() + part.start(), part[0]


def styled(text: str, style: str = "") -> Text:
    """Make a safe piece of text with a style."""
    return Text(visible(text), style=style)
