"""Find the well-known organisations of a text by what they are called, with the sort of each."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from typing import Any

from kzfr_cli.core.record import record
from kzfr_cli.languages import language
from kzfr_cli.proofreading.lexicon import Senses
from kzfr_cli.proofreading.plain import TOKEN, plain

NEEDS = "needs"
"""The sentence that needs a sort, in the file of them."""


@record
class KnownBody:
    """A well-known organisation in a text: its tokens, both included, and its name."""

    first: int
    last: int
    name: str


class KnownBodies:
    """The well-known organisations, by what they are called."""

    def __init__(self, table: Mapping[str, Mapping[str, Any]]) -> None:
        self._sorts = {name: sort for sort, rows in table.items() for name in rows}
        self._names = {
            plain(phrase): name
            for rows in table.values()
            for name, phrases in rows.items()
            if name != NEEDS
            for phrase in phrases
        }
        self._parts = {phrase: phrase.split() for phrase in self._names}
        rows = ((parts[0], phrase) for phrase, parts in self._parts.items())
        self._beginning = Senses(rows)

    def sort(self, name: str) -> str:
        """The sort of an organisation by its name; empty for one that is not known."""
        return self._sorts.get(name, "")

    def find(self, words: Sequence[str]) -> Iterator[KnownBody]:
        """The organisations that some plain words name, in their order."""
        begins = self._beginning.among(frozenset(words))
        if not begins:
            return
        end = 0
        for place, word in enumerate(words):
            if place < end or word not in begins:
                continue
            found = self.at(words, place)
            if found is not None:
                end = found.last + 1
                yield found

    def at(self, words: Sequence[str], place: int) -> KnownBody | None:
        """The organisation of the longest name that begins at a word, or None."""
        said = [
            phrase
            for phrase in self._beginning[words[place]]
            if self._is_said(words, place, phrase)
        ]
        if not said:
            return None
        longest = max(said, key=lambda phrase: len(self._parts[phrase]))
        return KnownBody(
            first=place,
            last=place + len(self._parts[longest]) - 1,
            name=self._names[longest],
        )

    def _is_said(
        self,
        words: Sequence[str],
        place: int,
        phrase: str,
    ) -> bool:
        """Return whether the words from a place on are those of a name."""
        parts = self._parts[phrase]
        own = words[place : place + len(parts)]
        if len(own) < len(parts):
            return False
        return all(map(is_form, parts, own))


def is_form(written: str, word: str) -> bool:
    """Return whether a word is that of a list, or begins as one that a star ends."""
    if written.endswith("*"):
        return word.startswith(written[:-1])
    return word == written


@lru_cache(maxsize=1)
def load() -> KnownBodies:
    """The well-known organisations, read once."""
    return KnownBodies(language.known_bodies())


@lru_cache(maxsize=512)
def told(words: str) -> frozenset[str]:
    """The names of the organisations of a plain text."""
    return names(load().find(TOKEN.findall(words)))


def names(found: Iterable[KnownBody]) -> frozenset[str]:
    """The names of some organisations."""
    return frozenset(each.name for each in found)
