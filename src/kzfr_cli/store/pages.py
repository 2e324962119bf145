"""Read an HTML page: the text that it shows, with its places, and the date and language that it
declares.
"""

from __future__ import annotations

import re
from html import unescape
from html.parser import HTMLParser

from kzfr_cli.core.listing import listed
from kzfr_cli.store import drafts

SILENT = listed("script style template noscript svg code pre math")
INLINE = listed(
    "a abbr b bdi bdo cite data dfn em font i ins kbd label mark q s small span strong sub "
    "sup time tt u var wbr"
)
VOID = listed("area base br col embed hr img input link meta param source track wbr")
DATES = listed(
    "date dc.date dcterms.date dcterms.created dcterms.modified article:published_time "
    "article:modified_time "
    "datepublished publication_date pubdate og:updated_time"
)


class Page(HTMLParser):
    """Gather what a page shows."""

    def __init__(self, writer: drafts.Writer) -> None:
        super().__init__(convert_charrefs=False)
        self.writer = writer
        self.lines = [0, *(match.end() for match in re.finditer("\n", writer.source))]
        self.silent: list[str] = []

    def place(self) -> int:
        """Give the offset in the source of what is being read."""
        line, column = self.getpos()
        return self.lines[line - 1] + column

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Begin a block, or learn what the page says of itself."""
        given = {name: value or "" for name, value in attrs}
        if tag in SILENT:
            self.silent.append(tag)
        if tag == "html":
            drafts.describe(self.writer, "lang", given.get("lang", ""))
        elif (
            tag == "meta"
            and (given.get("name") or given.get("property") or given.get("itemprop", "")).lower()
            in DATES
        ):
            drafts.describe(self.writer, "date", given.get("content", ""))
        elif tag not in INLINE:
            self.writer.add("\n\n", self.place())

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Read `<br/>` and `<meta …/>`."""
        self.handle_starttag(tag, attrs)
        if tag in SILENT:
            self.silent.pop()

    def handle_endtag(self, tag: str) -> None:
        """End a block."""
        if self.silent and tag == self.silent[-1]:
            self.silent.pop()
        if tag not in INLINE:
            self.writer.add("\n\n", self.place())

    def handle_data(self, data: str) -> None:
        """Take what is shown; a line end is only a space there."""
        if not self.silent:
            self.writer.add(data.replace("\n", " ").replace("\r", " "), self.place())

    def handle_entityref(self, name: str) -> None:
        """Take `&eacute;`."""
        self.shown(f"&{name};")

    def handle_charref(self, name: str) -> None:
        """Take `&#233;`."""
        self.shown(f"&#{name};")

    def shown(self, written: str) -> None:
        """Take a reference as the character that it shows."""
        if not self.silent:
            letter = unescape(written)
            self.writer.add("" if letter == "\u00ad" else letter, self.place())


def read(writer: drafts.Writer) -> None:
    """Read a page into a writer."""
    page = Page(writer)
    page.feed(writer.source)
    page.close()
