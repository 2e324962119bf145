"""Judged queries with one ordinary word replaced by an invented one, as people bring words that the
database lacks.

What is right stays right: the answer should still be shown, and nothing else come before it.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator

from kzfr_cli.languages import folding, mentions, small_words

INVENTED = "brelondu"
OTHERS = (
    "cérémonie",
    "steppe",
    "musicien",
    "locomotive",
    "étudiant",
    "barrage",
    "président",
    "vaccin",
    "église",
    "sommet",
    "visite",
    "loi",
)
"""Words that titles have, each of some events."""

FEWEST_WORDS = 3
"""Words of the shortest query of which one is replaced."""

SHORTEST = 4
"""Letters of the shortest word that is replaced."""


def variants(query: str, names: frozenset[str]) -> Iterator[str]:
    """Yield the query with each of its ordinary words replaced: no name, no date, no stop word."""
    words = query.split()
    if len(words) < FEWEST_WORDS:
        return
    dates = [(mention.lead, mention.end) for mention in mentions.find(query, terse=True)]
    place = 0
    for number, word in enumerate(words):
        place = query.index(word, place)
        is_dated = any(start <= place < end for start, end in dates)
        is_name = number > 0 and word[0].isupper()
        if is_ordinary(word, names) and not is_dated and not is_name:
            yield " ".join([*words[:number], INVENTED, *words[number + 1 :]])


def swapped(query: str, names: frozenset[str]) -> Iterator[str]:
    """Yield the query with each of its ordinary words replaced by a word of other events, as people
    tell of a thing in words that fit it, and that its entry does not have.
    """
    for number, dropped in enumerate(variants(query, names), len(query)):
        yield dropped.replace(INVENTED, OTHERS[number % len(OTHERS)])


def is_ordinary(word: str, names: frozenset[str]) -> bool:
    """Return whether a word is no name, no number and no stop word."""
    parts = folding.words(word)
    if not parts or len(word) < SHORTEST or any(sign.isdigit() for sign in word):
        return False
    silent = small_words.stop_words(any("\u0400" <= sign <= "\u052f" for sign in word))
    return names.isdisjoint(parts) and not silent.issuperset(parts)


def names(connection: sqlite3.Connection) -> frozenset[str]:
    """Return the folded words of all spellings of names."""
    rows: Iterable[tuple[str]] = connection.execute(
        "SELECT DISTINCT word FROM spellings JOIN entries ON no = number"
        " WHERE entries.kind = 'names'"
    )
    return frozenset(word for (word,) in rows)
