"""Find the well-known towns whose names are of several words: «Saint-Étienne», "Abu Dhabi"."""

from __future__ import annotations

from functools import lru_cache

from kzfr_cli.languages import language
from kzfr_cli.proofreading import known_bodies, lexicon
from kzfr_cli.proofreading.known_bodies import KnownBodies, KnownBody
from kzfr_cli.proofreading.plain import TOKEN
from kzfr_cli.proofreading.text import Text

CITIES = "cities"
"""The table of the towns of each language, in which most have names of one word."""


@lru_cache(maxsize=1)
def load() -> KnownBodies:
    """The towns of several words, read once."""
    known = [language.with_claims(code) for code in language.ALL]
    names: dict[str, list[str]] = {}
    for word, name in lexicon.table_rows(known, CITIES):
        if " " in word:
            names.setdefault(name, []).append(word)
    return KnownBodies({CITIES: names})


def at(text: Text, place: int) -> KnownBody | None:
    """The town of several words that begins at a token, or None."""
    return load().at(text.words, place)


@lru_cache(maxsize=512)
def told(words: str) -> frozenset[str]:
    """The names of the towns of several words that a plain text tells."""
    return known_bodies.names(load().find(TOKEN.findall(words)))
