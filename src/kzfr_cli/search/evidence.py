"""Decide whether an entry is an answer: what speaks for it, and what against."""

from __future__ import annotations

from math import log

from kzfr_cli.search import dating, weights
from kzfr_cli.search.candidates import SOURCES, TAGS, TITLE
from kzfr_cli.search.rating import Best, Rated
from kzfr_cli.search.result import FORGIVEN
from kzfr_cli.search.units import Unit

TERMS = (
    "floor",
    "score",
    "title",
    "best",
    "unknown_name",
    "missing_name",
    "sources_only",
    "missing_word",
    "unknown_words",
)
"""What the rule adds up, each with its weight. An ordinary word that the database never heard of
says nothing, as long as there is only one, nor does it that a word is misspelt.
"""

NAMED = "missing_name"
RARE = 3.0
"""Weight from which a name is missed in full: Paris and Astana stand for their countries too."""

LOWEST_SCORE = 1e-4


class Evidence:
    """Weighs entries as answers to the units of one query."""

    def __init__(self, units: list[Unit]) -> None:
        self.units = units
        self.telling = [place for place, unit in enumerate(units) if is_telling(unit)]
        self.known = [is_known(unit) for unit in units]
        self.weights = [weights.of(name) for name in TERMS]

    def weigh(self, rated: Rated) -> float:
        """Return what speaks for an entry less what speaks against it: from zero up it is an
        answer.
        """
        return sum(
            weight * value
            for weight, value in zip(
                self.weights,
                self.terms(rated),
                strict=True,
            )
        )

    def terms(self, rated: Rated) -> list[float]:
        """Return the terms of the rule, unweighted."""
        found = dict.fromkeys(TERMS, 0.0)
        found["floor"] = 1.0
        found["score"] = log(max(rated.score, LOWEST_SCORE))
        strengths: dict[object, float] = {}
        titled: dict[object, float] = {}
        for place in self.telling:
            unit, best = self.units[place], rated.found[place]
            if against := self.against(place, rated):
                found[against] += min(1.0, unit.weight / RARE) if against == NAMED else 1.0
            said = best.form.token if best.form else place
            strengths[said] = max(strengths.get(said, 0.0), unit.weight * best.strength)
            titled[said] = max(titled.get(said, 0.0), title(unit, best))
            found["sources_only"] += best.field == SOURCES
        found["title"] = sum(titled.values())
        found["unknown_words"] = max(found["unknown_words"] - 1, 0.0)
        found["best"] = sum(sorted(strengths.values())[-2:])
        return list(found.values())

    def against(self, place: int, rated: Rated) -> str:
        """Return the term for a word that an entry lacks, or for its wrong date; empty for none."""
        unit, form = self.units[place], rated.found[place].form
        if form is None:
            return lack(unit, self.known[place])
        if unit.term.moment:
            return dating.wrong(form.coverage, rated.row.fields[TAGS])
        return ""


def is_telling(unit: Unit) -> bool:
    """Return whether a word tells which entry is meant."""
    return not (unit.term.is_soft or unit.is_common or unit.term.order)


def is_known(unit: Unit) -> bool:
    """Return whether the database has more than guesses for a word."""
    return any(form.how not in FORGIVEN for form in unit.forms.values())


def lack(unit: Unit, is_known: bool) -> str:
    """Return the term for a word that an entry lacks; empty for a number: people round them."""
    if unit.term.word.isdigit():
        return ""
    if unit.is_proper or unit.is_name:
        return "missing_name" if is_known else "unknown_name"
    return "missing_word" if is_known or unit.is_like_name else "unknown_words"


def title(unit: Unit, best: Best) -> float:
    """Return the rarity of a word that is found in the title."""
    return unit.weight * best.form.strength if best.form and best.field == TITLE else 0.0
