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

BESIDE = 14
"""Words of a line of a bibliography beside the title and the publisher: authors, the day of the
page and that on which it was read. More of them tell a story: «L'exposition « Kazakhstan, trésors
de la Grande Steppe », ouverte au public le 6 novembre 2024 au musée Guimet, a fermé ses portes …».
"""


class Citations:
    """The pages of a database, by their titles and publishers as a text says them."""

    def __init__(self, index: Index) -> None:
        self._index = index
        self._worded: dict[str, list[str]] = {}

    @cached_property
    def _pages(self) -> dict[str, list[str]]:
        """The titles of the pages of each publisher, whose name is in plain words."""
        titles: dict[str, list[str]] = {}
        for entry in self._index.all("sources"):
            if entry.get("publisher"):
                titles.setdefault(entry["publisher"], []).append(entry["title"])
        found: dict[str, list[str]] = {}
        for publisher, pages in titles.items():
            found.setdefault(worded(publisher), []).extend(pages)
        return found

    def _titles(self, publisher: str) -> list[str]:
        """The titles of the pages of a publisher, in plain words."""
        known = self._worded.get(publisher)
        if known is None:
            known = self._worded[publisher] = [*map(worded, self._pages[publisher])]
        return known

    def cited(self, words: str) -> bool:
        """Return whether some plain words name a page by its title and its publisher, or its
        publisher and the note that does: "Novastan (note 522)".
        """
        said = [publisher for publisher in self._pages if publisher in words]
        if any(f"{publisher}note " in words for publisher in said):
            return True
        return any(
            title in words and is_little(words, title + publisher)
            for publisher in said
            for title in self._titles(publisher)
        )

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


def is_little(words: str, named: str) -> bool:
    """Return whether a line says little beside what names the page."""
    return len(words.split()) - len(named.split()) <= BESIDE


def line(text: Text, found: Finding) -> str:
    """The plain words of the line on which a finding stands."""
    begun = text.plain.rfind("\n", 0, found.start) + 1
    ended = text.plain.find("\n", found.end)
    return worded(text.plain[begun : ended if ended >= 0 else len(text.plain)])
