"""Tell of which other countries the words of a text speak: not «à Pékin», «долларов США»."""

from __future__ import annotations

from kzfr_cli.proofreading import lexicon, listings
from kzfr_cli.proofreading.amounts import CURRENCIES
from kzfr_cli.proofreading.text import Text

Abroad = tuple[int, frozenset[str]]
"""A token that speaks of another country, with what it names."""


def tokens(text: Text) -> list[Abroad]:
    """The tokens of a text that speak of other countries, in its order."""
    countries = lexicon.load().countries
    telling = {word: countries(word) for word in text.vocabulary if countries(word)}
    return [
        (place, telling[word])
        for place, word in enumerate(text.words)
        if word in telling and not (is_where(text, place) or is_of_money(text, place))
    ]


def is_where(text: Text, place: int) -> bool:
    """Return whether a town is only where something happens: "in Moscow"."""
    is_town = bool(lexicon.load().named("cities", text.words[place]))
    return is_town and text.has("at", place - 1)


def is_of_money(text: Text, place: int) -> bool:
    """Return whether a country only says whose money is told: «долларов США»."""
    beside = (text.word(place - 1), text.word(place + 1))
    return any(listings.unit_in(word)[0] in CURRENCIES for word in beside)
