"""The words by which texts are proof-read, of all languages together: what kind of happening,
which step, which sign.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import lru_cache

from kzfr_cli.languages import language
from kzfr_cli.languages.language import Language
from kzfr_cli.proofreading.plain import plain

TABLES = (
    "types",
    "facets",
    "countries",
    "cities",
    "nouns",
    "roles",
    "sorts",
    "capital_names",
    "regions",
)

CALENDAR = {
    "silent": ("months", "month_abbreviations", "weekdays"),
    "abbreviations": ("month_abbreviations", "weekday_abbreviations"),
}
"""What a list has besides of the words of dates."""

NOTHING = frozenset[str]()


class Senses(dict[str, frozenset[str]]):
    """What each plain word says of some rules: a whole word, or a beginning that a star ends. What
    was asked is remembered.
    """

    def __init__(self, rows: Iterable[tuple[str, str]]) -> None:
        self._whole: dict[str, set[str]] = {}
        self._begins: dict[str, list[tuple[str, str]]] = {}
        for written, meant in rows:
            word = plain(written)
            if word.endswith("*"):
                self._begins.setdefault(word[:2], []).append((word[:-1], meant))
            else:
                self._whole.setdefault(word, set()).add(meant)

        self._stems = tuple(stem for rows in self._begins.values() for stem, _ in rows)

    def among(self, words: frozenset[str]) -> frozenset[str]:
        """Those of some plain words that say anything."""
        whole = words & self._whole.keys()
        if not self._stems:
            return whole
        return whole.union([word for word in words if word.startswith(self._stems)])

    @property
    def meanings(self) -> frozenset[str]:
        """All that its words say."""
        begun = (meant for rows in self._begins.values() for _, meant in rows)
        return NOTHING.union(begun, *self._whole.values())

    def __missing__(self, word: str) -> frozenset[str]:
        begins = self._begins.get(word[:2], ())
        by_beginning = {meant for stem, meant in begins if word.startswith(stem)}
        found = NOTHING.union(self._whole.get(word, NOTHING), by_beginning) or NOTHING
        self[word] = found
        return found


class WordLists:
    """Know what words of running text say, whatever the language: their scripts and spellings
    keep them apart.
    """

    def __init__(self, languages: Iterable[Language]) -> None:
        known = [*languages]
        self._tables = {name: Senses(table_rows(known, name)) for name in TABLES}
        self._lists: dict[str, Senses] = {}
        self._phrases: dict[str, tuple[str, ...]] = {}
        for name in dict.fromkeys(name for each in known for name in each.sections["lists"]):
            words = [*listed(known, name)]
            self._lists[name] = Senses((word, name) for word in words if " " not in word)
            self._phrases[name] = tuple(phrases(words))

    def types(self, word: str) -> frozenset[str]:
        """The kinds of happening that a plain word speaks of."""
        return self._tables["types"][word]

    def facets(self, word: str) -> frozenset[str]:
        """The kinds of dates (signed, opened …) that a plain word speaks of."""
        return self._tables["facets"][word]

    def countries(self, word: str) -> frozenset[str]:
        """The countries, other than the two, that a plain word speaks of."""
        return self._tables["countries"][word]

    def named(self, table: str, word: str) -> frozenset[str]:
        """What a plain word names of a table: a country, a city, a unit, a scale."""
        return self._tables[table][word]

    def all_named(self, table: str) -> frozenset[str]:
        """All that the words of a table name."""
        return self._tables[table].meanings

    def has(self, name: str, word: str) -> bool:
        """Return whether a plain word is one of a list."""
        return bool(self._lists[name][word])

    def among(self, name: str, words: frozenset[str]) -> frozenset[str]:
        """Those of some plain words that are on a list."""
        return self._lists[name].among(words)

    def any(self, name: str, words: Iterable[str]) -> bool:
        """Return whether one of some plain words is on a list."""
        return any(map(self._lists[name].__getitem__, words))

    def ends(self, name: str, word: str) -> bool:
        """Return whether a plain word ends with one of a list."""
        return word.endswith(self._phrases[name])

    def phrases(self, name: str) -> tuple[str, ...]:
        """The words and phrases of a list, the longest first."""
        return self._phrases[name]


def listed(languages: Iterable[Language], name: str) -> Iterator[str]:
    """The words and phrases of a list in all languages, with those of dates that belong to it."""
    for each in languages:
        yield from each.words("lists", name)
        for of_dates in CALENDAR.get(name, ()):
            for row in each.words("dates", of_dates):
                yield from row


def table_rows(languages: Iterable[Language], name: str) -> Iterator[tuple[str, str]]:
    """The words of a table in all languages, each with what it says."""
    for each in languages:
        for meant, words in dict(each.words("tables", name)).items():
            for word in words:
                yield word, meant


def phrases(words: Iterable[str]) -> list[str]:
    """The words and phrases of a list, the longest first."""
    found = {" ".join(plain(phrase).split()) for phrase in words}
    return sorted(found, key=lambda phrase: (-len(phrase), phrase))


@lru_cache(maxsize=1)
def load() -> WordLists:
    """The words of all languages, read once."""
    return WordLists(map(language.with_claims, language.ALL))
