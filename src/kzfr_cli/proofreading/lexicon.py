"""The words by which texts are proof-read, of all languages together: what kind of happening, which step, which sign."""

from __future__ import annotations

import tomllib
from functools import lru_cache
from pathlib import Path

from kzfr_cli.core.event import LANGUAGES
from kzfr_cli.proofreading.plain import plain

FOLDER = Path(__file__).with_name("words")

TABLES = ("countries", "cities", "nouns")

Rules = tuple[dict[str, set[str]], dict[str, list[tuple[str, str]]]]
"""What whole words say, and what words say by their beginning, by its first two letters."""


class Lexicon:
    """Know what words of running text say, whatever the language: their scripts and spellings keep them apart."""

    def __init__(self) -> None:
        paths = [FOLDER / f"{lang}.toml" for lang in LANGUAGES]
        files = [tomllib.loads(path.read_text("utf-8")) for path in paths if path.is_file()]
        self._types = rules(files, "types")
        self._facets = rules(files, "facets")
        self._tables = {name: rules(files, name) for name in TABLES}
        self._lists: dict[str, Rules] = {}
        self._phrases: dict[str, tuple[str, ...]] = {}
        for name in {name for file in files for name in file["lists"]}:
            values = [file["lists"].get(name, "") for file in files]
            self._lists[name] = rules(
                [{name: {name: value}} for value in values if "|" not in value], name
            )
            self._phrases[name] = tuple(phrases(values))
        self._known: dict[tuple[str, str], frozenset[str]] = {}

    def types(self, word: str) -> frozenset[str]:
        """The kinds of happening that a plain word speaks of."""
        return self._said("types", word, self._types)

    def facets(self, word: str) -> frozenset[str]:
        """The kinds of dates (signed, opened …) that a plain word speaks of."""
        return self._said("facets", word, self._facets)

    def countries(self, word: str) -> frozenset[str]:
        """The countries, other than the two, that a plain word speaks of."""
        return self.named("countries", word)

    def named(self, table: str, word: str) -> frozenset[str]:
        """What a plain word names of a table: a country, a city, a unit, a scale."""
        return self._said(table, word, self._tables[table])

    def has(self, name: str, word: str) -> bool:
        """Return whether a plain word is one of a list."""
        return bool(self._said(name, word, self._lists[name]))

    def phrases(self, name: str) -> tuple[str, ...]:
        """The words and phrases of a list, the longest first."""
        return self._phrases[name]

    def _said(self, group: str, word: str, known: Rules) -> frozenset[str]:
        found = self._known.get((group, word))
        if found is None:
            whole, begins = known
            by_beginning = {
                name for stem, name in begins.get(word[:2], ()) if word.startswith(stem)
            }
            found = frozenset(whole.get(word, set()) | by_beginning)
            self._known[group, word] = found
        return found


def rules(files: list[dict[str, dict[str, str]]], table: str) -> Rules:
    """Make the rules of one table of all languages; a star ends a beginning."""
    whole: dict[str, set[str]] = {}
    begins: dict[str, list[tuple[str, str]]] = {}
    for file in files:
        for name, words in file.get(table, {}).items():
            for word in plain(words).split():
                if word.endswith("*"):
                    begins.setdefault(word[:2], []).append((word[:-1], name))
                else:
                    whole.setdefault(word, set()).add(name)
    return whole, begins


def phrases(values: list[str]) -> list[str]:
    """Cut the lists of one name into phrases, the longest first."""
    found = {
        " ".join(plain(phrase).split())
        for value in values
        for phrase in (value.split("|") if "|" in value else value.split())
    }
    return sorted(filter(None, found), key=lambda phrase: (-phrase.count(" "), phrase))


@lru_cache(maxsize=1)
def load() -> Lexicon:
    """The words of all languages, read once."""
    return Lexicon()
