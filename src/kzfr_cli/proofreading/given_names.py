"""Tell by given names that a name is somebody's, and of which of the two countries he likely is."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import lru_cache
from typing import Any

from kzfr_cli.languages import language
from kzfr_cli.proofreading.lexicon import Senses

FRANCE, KAZAKHSTAN = "france", "kazakhstan"
COUNTRIES = frozenset((FRANCE, KAZAKHSTAN))
"""The countries in which a given name is common."""

PARTICLE = "particle"
"""What joins a given name to what follows: «Christophe de Margerie»."""

THING = "thing"
"""What is named after somebody: «le prix Marcel Duchamp»."""


def rows(table: Mapping[str, Mapping[str, Any]]) -> Iterator[tuple[str, str]]:
    """The words of a table of names, each with what it says."""
    for meant, group in table.items():
        for name in group["names"]:
            yield name, meant


@lru_cache(maxsize=1)
def load() -> Senses:
    """What each word says in or beside the name of somebody, read once."""
    return Senses(rows(language.given_names()))


def countries(word: str) -> frozenset[str]:
    """The countries in which a plain word is a common given name."""
    return load()[word] & COUNTRIES
