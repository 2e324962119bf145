"""Find what a text does not claim but cites: the title of a page that the record knows, with its
publisher and its date.

«Le Moci, Kazakhstan – partenariat stratégique deux ans après la visite de Sarkozy, 14 octobre
2011» is a line of a bibliography: what it says is the page's, and its day is that of the page.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import cached_property

from kzfr_cli.core.record import replace
from kzfr_cli.proofreading.case import Finding
from kzfr_cli.proofreading.plain import TOKEN, plain
from kzfr_cli.proofreading.text import Text
from kzfr_cli.store.index.reading import Index

NOTE = " note "
"""The word between a publisher and the number of a note."""


class Citations:
    """The pages of a database, by their titles and publishers as a text says them."""

    def __init__(self, index: Index) -> None:
        self._index = index

    @cached_property
    def _pages(self) -> dict[str, list[tuple[str, str]]]:
        """The title and the publisher of each page, in plain words, by the longest word of the
        title.
        """
        found: dict[str, list[tuple[str, str]]] = {}
        for entry in self._index.all("sources"):
            if entry.get("publisher"):
                title = worded(entry["title"])
                longest = max(title.split(), key=len, default="")
                found.setdefault(longest, []).append((title, worded(entry["publisher"])))
        return found

    @cached_property
    def _publishers(self) -> frozenset[str]:
        """The publishers of all pages, in plain words."""
        pages = (page for found in self._pages.values() for page in found)
        return frozenset(publisher for _, publisher in pages)

    def cited(self, words: str) -> bool:
        """Return whether some plain words name a page by its title and its publisher, or its
        publisher and the note that does: "Novastan (note 522)".
        """
        if NOTE in words and any(f"{each}{NOTE[1:]}" in words for each in self._publishers):
            return True
        pages = (page for word in words.split() for page in self._pages.get(word, ()))
        return any(title in words and publisher in words for title, publisher in pages)

    def excused(
        self,
        text: Text,
        found: Iterable[Finding],
    ) -> list[Finding]:
        """Findings, without a verdict where what is contradicted is only cited."""
        return [
            replace(each, verdict="unknown", code="cited", suggestions=())
            if each.verdict == "contradicted" and self.cited(line(text, each))
            else each
            for each in found
        ]


def worded(text: str) -> str:
    """The plain words of a text, with a space at both ends."""
    return f" {' '.join(TOKEN.findall(plain(text)))} "


def line(text: Text, found: Finding) -> str:
    """The plain words of the line on which a finding stands."""
    begun = text.plain.rfind("\n", 0, found.start) + 1
    ended = text.plain.find("\n", found.end)
    return worded(text.plain[begun : ended if ended >= 0 else len(text.plain)])
