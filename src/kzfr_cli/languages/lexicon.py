"""Words of several languages in one table: the parts that each may play in a date or in a quantity.

A part is called a role and has the name of its list in the language files ("month", "until", …).
Words that may play the same parts share one character; so a text becomes a string of characters, in
which dates are found by patterns.
"""

from __future__ import annotations

import re
import unicodedata
from functools import cache, lru_cache
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

TOKEN = re.compile(
    r"\d+|[^\W\d_][^\W_\u00ad\u200b-\u200f\u2060\u0300-\u036f]*(?:[\u00ad\u200b-\u200f\u2060\u0300-\u036f][^\W_]*)*"
)
"""A run of digits, or of letters with what is written inside their word: accents apart, soft
hyphens, joiners.
"""
WITHIN = re.compile("[\u00ad\u200b-\u200f\u2060]")
FIRST_CHARACTER = 0x4E00
"""Roles are written in characters that no pattern and no gap uses."""
FIRST_YEAR, LAST_YEAR = 1000, 2199
LAST_CENTURY = 30
WITHOUT_KAZAKH = str.maketrans("әғқңөұүһі", "агкноуухи")
KAZAKH = "kk"

SHORT = frozenset({"abbreviation", "short_weekday", "short_year"})
"""The roles of words that are written with a stop."""

REMEMBERED = 20_000
"""Words whose folded form is remembered: those of a book."""

LONGEST_FIGURE = 4
FIGURES = {
    "day": ((1, 2), range(1, 32)),
    "month_figure": ((1, 2), range(1, 13)),
    "century_figure": ((1, 2), range(1, LAST_CENTURY + 1)),
    "quarter_figure": ((1, 2), range(1, 5)),
    "two": ((2,), range(100)),
    "any_year": ((4,), range(1, 10_000)),
    "year": ((4,), range(FIRST_YEAR, LAST_YEAR + 1)),
}
"""The roles of figures: how many digits they have, and which numbers they may be."""
ROUND = {"two": "tens", "year": "round_year"}
"""The roles that round figures have besides."""
Senses = dict[str, Any]
Entry = tuple[str, str, Any, str]
"""The code of a language, a role, what the word stands for in it, and the word or the words."""


class WordTable:
    """The words of some languages, with the character of each combination of roles."""

    def __init__(self, entries: Iterable[Entry], romans: int) -> None:
        """Build the table of these entries, with the Roman figures up to a number."""
        self.senses: dict[str, Senses] = {}
        self.phrases: dict[str, list[tuple[str, ...]]] = {}
        self.spoken: dict[str, set[str]] = {}
        self._by_role: dict[str, dict[str, Any]] = {}
        self._characters: dict[frozenset[str], str] = {}
        self._add_all([*entries])
        for number in range(1, romans + 1):
            for figure in _roman_forms(number):
                self.senses.setdefault(figure, {})["roman"] = number
        self.short = frozenset(
            word for word, senses in self.senses.items() if not SHORT.isdisjoint(senses)
        )
        for phrases in self.phrases.values():
            phrases.sort(key=len, reverse=True)
        self.characters = {
            word: self._character(frozenset(senses)) for word, senses in self.senses.items()
        }
        self.figures = {kind: self._character(kind) for kind in _figure_kinds()}

    def _add_all(self, entries: list[Entry]) -> None:
        """Add the entries as they are written; then without accents, where no word is written
        so.
        """
        for code, role, value, phrase in entries:
            self._add(code, role, value, tuple(TOKEN.findall(phrase.lower())))
        exact = frozenset(self.senses)
        for code, role, value, phrase in entries:
            folded = tuple(map(fold, TOKEN.findall(phrase.lower())))
            if " ".join(folded) not in exact:
                self._add(code, role, value, folded)

    def _add(self, code: str, role: str, value: Any, words: tuple[str, ...]) -> None:
        word = " ".join(words)
        if len(words) > 1 and words not in self.phrases.setdefault(words[0], []):
            self.phrases[words[0]].append(words)
        self.senses.setdefault(word, {}).setdefault(role, value)
        self.spoken.setdefault(word, set()).add(code)

    def _character(self, roles: frozenset[str]) -> str:
        return self._characters.setdefault(
            roles, chr(FIRST_CHARACTER + len(self._characters))
        )

    def having(self, *roles: str) -> str:
        """Return the class of characters, as patterns write it, of all words that may play one of
        these parts.
        """
        found = [
            character
            for held, character in self._characters.items()
            if held.intersection(roles)
        ]
        return f"[{''.join(found)}]" if found else "(?!)"

    def words_of(self, role: str) -> dict[str, Any]:
        """Return the words that may play a part, with what they stand for in it."""
        if role not in self._by_role:
            self._by_role[role] = {
                word: senses[role] for word, senses in self.senses.items() if role in senses
            }
        return self._by_role[role]

    def known(self, word: str) -> str | None:
        """Return the word under which a word of a text is known, itself or without its accents;
        None if it is not: a word with Kazakh letters is none of another language, «мәрте».
        """
        if word in self.senses:
            return word
        if word.isascii():
            return None
        folded = fold(word)
        if folded not in self.senses:
            return None
        if word.translate(WITHOUT_KAZAKH) != word and KAZAKH not in self.spoken[folded]:
            return None
        return folded


@lru_cache(maxsize=REMEMBERED)
def fold(word: str) -> str:
    """Return a small word without accents, joiners and Kazakh letters; й stays."""
    word = WITHIN.sub("", unicodedata.normalize("NFC", word)).translate(WITHOUT_KAZAKH)
    if word.isascii():
        return word
    return "".join(_bare(letter) for letter in word)


def _bare(letter: str) -> str:
    return letter if letter == "й" else unicodedata.normalize("NFKD", letter)[0]


@cache
def figure_kind(digits: str) -> frozenset[str]:
    """Return the roles that a run of digits may play."""
    if not digits.isascii() or len(digits) > LONGEST_FIGURE:
        return frozenset({"number"})
    value, length = int(digits), len(digits)
    fitting = {
        role
        for role, (lengths, values) in FIGURES.items()
        if length in lengths and value in values
    }
    if value % 10 == 0:
        fitting |= {ROUND[role] for role in fitting & ROUND.keys()}
    return frozenset({"number", *fitting})


def _figure_kinds() -> Iterator[frozenset[str]]:
    samples = [
        *map(str, range(100)),
        *(f"{number:02}" for number in range(10)),
        "1990",
        "1991",
        "2991",
        "100",
    ]
    yield from dict.fromkeys(map(figure_kind, samples))


def _roman_forms(number: int) -> Iterable[str]:
    figure = (
        "x" * (number // 10)
        + ("", "i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix")[number % 10]
    )
    cyrillic = figure.translate(str.maketrans("xi", "хі"))
    mixed = figure.translate(str.maketrans("x", "х"))
    latin = [figure + ending for ending in ("", "e", "ᵉ", "ème", "eme", "er")]
    return [*latin, cyrillic, mixed]
