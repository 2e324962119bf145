"""The words of dates, from the lists of each language."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Any

from kzfr_cli.languages import language
from kzfr_cli.languages.lexicon import LAST_CENTURY, WordTable

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from kzfr_cli.languages.language import Language

NUMBERED = {
    "months": "month",
    "month_abbreviations": "abbreviation",
    "weekdays": "weekday",
    "weekday_abbreviations": "short_weekday",
    "seasons": "season",
    "day_words": "day_word",
}
"""Lists whose words stand for the number of their row, with the role of these words."""
DECLINED = frozenset({"months", "weekdays", "seasons"})
"""Those among them whose words take the endings of cases."""


@cache
def lexicon(codes: tuple[str, ...]) -> WordTable:
    """Return the words of dates of some languages."""
    return build([*map(language.of, codes)])


def build(languages: Iterable[Language]) -> WordTable:
    """Return the table of the words of dates of some languages."""
    entries = [(words.code, *entry) for words in languages for entry in _entries(words)]
    return WordTable(entries, romans=LAST_CENTURY)


TELLING = frozenset(
    {
        "month",
        "maybe_month",
        "month_first",
        "abbreviation",
        "weekday",
        "maybe_weekday",
        "season",
        "maybe_season",
        "decade_unit",
        "decades_in_words",
        "decades_in_words_alone",
        "century",
        "before",
        "after",
        "since",
        "until",
        "between",
        "around",
        "beginning",
        "middle",
        "end",
        "half",
        "quarter",
        "week",
        "weekend",
        "years",
        "behind_before",
        "behind_after",
        "behind_since",
        "behind_until",
        "behind_between",
        "behind_around",
        "behind_beginning",
        "behind_middle",
        "behind_end",
    }
)
"""Roles of words of which a text without figures needs one to have a date."""


def telling(codes: tuple[str, ...]) -> Iterator[str]:
    """List the words of which a text needs one to have a date, other than in figures or a year
    alone.

    Of several words together, the longest stands for all.
    """
    for phrase, senses in lexicon(codes).senses.items():
        if not TELLING.isdisjoint(senses):
            yield max(phrase.split(), key=len)


def _same_words(role: str, rows: list[Any]) -> Iterator[tuple[str, Any, str]]:
    """List the words of another list in one more role."""
    for number, row in enumerate(rows, 1):
        names = [row] if isinstance(row, str) else row
        yield from ((role, number, word) for word in names)


def _entries(words: language.Language) -> Iterator[tuple[str, Any, str]]:
    """List the role, the value and the words of each entry of a language."""
    lists: Mapping[str, Any] = words.sections["dates"]
    for name in lists:
        if name.startswith("doubtful_") or name == "endings":
            continue
        entries = lists[name]["words"]
        if isinstance(entries, str):
            yield from _same_words(name, words.words("dates", entries))
        elif name in NUMBERED:
            yield from _numbered(words, name)
        elif isinstance(entries, dict):
            yield from _valued(name, entries)
        else:
            yield from ((name, True, word) for word in entries)


def _numbered(words: language.Language, name: str) -> Iterator[tuple[str, Any, str]]:
    """List the words of months, weekdays and seasons in all their forms, by number."""
    endings = ["", *words.words("dates", "endings")] if name in DECLINED else [""]
    doubtful = words.word_set("dates", f"doubtful_{name}")
    role = NUMBERED[name]
    rows = words.words("dates", name)
    for number, row in enumerate(rows, 0 if "weekday" in name else 1):
        for form in (word + ending for word in row for ending in endings):
            is_sure = form.lower() not in doubtful
            yield role if is_sure else f"maybe_{role}", number, form


def _valued(role: str, table: Mapping[str, list[str]]) -> Iterator[tuple[str, Any, str]]:
    """List the words of a table by the number that they stand for."""
    for value, row in table.items():
        meant = int(value) if value.lstrip("-").isdigit() else value
        yield from ((role, meant, word) for word in row)
