"""Decide whether an entry is an answer: what speaks for it, and what against."""

from __future__ import annotations

from math import log

from kzfr_cli.search import dating, naming, weights
from kzfr_cli.search.candidates import SOURCES, SUMMARY, TAGS, TITLE
from kzfr_cli.search.lexicon import Lexicon
from kzfr_cli.search.rating import Best, Rated
from kzfr_cli.search.result import EXACT, FORGIVEN, FUZZY, STEM, SYNONYM
from kzfr_cli.search.units import Form, Unit

TERMS = (
    "floor",
    "score",
    "title",
    "best",
    "unknown_name",
    "sources_only",
    "missing",
    "missing_word",
)
"""What the rule adds up, each with its weight. An ordinary word that the database never heard of
says nothing, as long as two others are found for it, nor does it that a word is misspelt.
"""

NAMED, WORD, DAY, UNKNOWN = "missing_name", "missing_word", "wrong_day", "unknown_word"
LACKING = {NAMED: 1.0, WORD: 1.0, DAY: 0.25}
"""How much of a thing is lacking: a wrong month is as good as none."""

IN_QUESTION = 0.5
"""How much of a thing is lacking that a whole question names with an ordinary word: «où se trouve»,
"how did it end" tell what to say, not which event.
"""

BESIDE_FIGURE = 0.25
"""The same of an ordinary word beside a figure that is found: "in favour" after "511 votes"."""

FOR_ONE = 2
"""Ordinary words that are to be found for each that says nothing here, where no name and no date
is: beside «usine» alone an unknown word is what the query is about, beside «Sarkozy» it tells how.
"""

ENOUGH = 3
"""Ordinary words that are a subject of their own, whatever else is asked."""

NO_ANSWER = -9.0
"""What is weighed where too many words say nothing here."""

SHORTEST_FIGURE = 3
"""Figures from which a number that an entry has is hardly there by chance."""

OWN = (EXACT, STEM)
"""How a word is found that is the one typed."""

SHORTEST_MEANT = 6
"""Letters from which a misspelt word is surely meant for one that differs little."""

RARE = 2.0
"""Weight from which a name is missed in full: Paris and Astana stand for their countries too."""

SAID = weights.of("said")
LOWEST_SCORE = 1e-4


class Evidence:
    """Weighs entries as answers to the units of one query."""

    def __init__(
        self, lexicon: Lexicon, units: list[Unit], *, is_question: bool = False
    ) -> None:
        self.lexicon = lexicon
        self.units = units
        self.telling = [place for place, unit in enumerate(units) if is_telling(unit)]
        self.known = [is_known(unit) or is_meant(unit) for unit in units]
        self.is_question = is_question
        self.subjects: dict[int, bool] = {}
        self.known_telling = sum(self.known[place] for place in self.telling) or 1
        self.weights = [weights.of(name) for name in TERMS]

    def weigh(self, rated: Rated) -> float:
        """Return what speaks for an entry less what speaks against it: from zero up it is an
        answer.
        """
        if self.is_about_unknown(rated):
            return NO_ANSWER
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
        worth = self.worth_of_word(rated)
        for place in self.telling:
            unit, best = self.units[place], rated.found[place]
            if against := self.against(place, rated):
                if against == WORD:
                    found[WORD] += worth / self.known_telling
                elif against in LACKING:
                    found["missing"] += self.lack(place, against) / self.known_telling
                elif against in found:
                    found[against] += 1.0
            said = best.form.token if best.form else place
            strengths[said] = max(strengths.get(said, 0.0), unit.weight * best.strength)
            titled[said] = max(titled.get(said, 0.0), title(unit, best))
            found["sources_only"] += best.field == SOURCES
        found["title"] = sum(titled.values())
        found["best"] = sum(sorted(strengths.values())[-2:])
        return list(found.values())

    def is_about_unknown(self, rated: Rated) -> bool:
        """Return whether the words without meaning here are too many for those that are found: no
        name, no date, and fewer than two for each, or than one in a whole question.
        """
        unknown = sum(self.against(place, rated) == UNKNOWN for place in self.telling)
        found = [place for place in self.telling if rated.found[place].form]
        if not unknown or any(is_sure(self.units[place]) for place in found):
            return False
        most = 1 if self.is_question else FOR_ONE
        return len(found) < ENOUGH and unknown * most > len(found)

    def worth_of_word(self, rated: Rated) -> float:
        """Return how much of a thing it is to lack an ordinary word: less beside a figure that is
        found, which tells more than how it was counted.
        """
        is_counted = any(map(is_figure, self.units, rated.found))
        if is_counted:
            return BESIDE_FIGURE
        return IN_QUESTION if self.is_question else LACKING[WORD]

    def lack(
        self,
        place: int,
        against: str,
    ) -> float:
        """Return how much of one thing that is asked for, and known, an entry lacks, from 0 to
        1.
        """
        if against == NAMED:
            return min(1.0, self.units[place].weight / RARE)
        return LACKING.get(against, 0.0)

    def against(
        self,
        place: int,
        rated: Rated,
    ) -> str:
        """Return the term for a word that an entry lacks, or for its wrong date; empty for none."""
        unit, form = self.units[place], rated.found[place].form
        if form is None:
            against = lack(unit, self.known[place])
            return against if against != WORD or self.is_subject(place) else UNKNOWN
        if unit.is_elsewhere and is_by_the_way(rated.found[place], form):
            return NAMED
        if unit.term.moment:
            return dating.wrong(form.coverage, rated.row.fields[TAGS])
        return ""

    def is_subject(self, place: int) -> bool:
        """Return whether a word names a thing that events are about: a name, or a word of some
        title or subject; what only summaries say, "shown", «installé», tells how.
        """
        if place not in self.subjects:
            unit = self.units[place]
            own = [form.token for form in own_forms(unit)]
            is_named = (
                unit.is_name or unit.is_like_name or unit.is_proper or not unit.term.is_word
            )
            self.subjects[place] = is_named or self.lexicon.is_titled(own)
        return self.subjects[place]


def is_telling(unit: Unit) -> bool:
    """Return whether a word tells which entry is meant."""
    return not (unit.term.is_soft or unit.is_common or unit.term.order)


def is_known(unit: Unit) -> bool:
    """Return whether the database has more than guesses for a word."""
    return any(form.how not in FORGIVEN for form in unit.forms.values())


def is_meant(unit: Unit) -> bool:
    """Return whether a word that the database lacks is surely one of its own, misspelt by
    little.
    """
    return unit.is_like_name or any(map(is_near, own_forms(unit)))


def own_forms(unit: Unit) -> list[Form]:
    """Return what is found of a word itself: as it was typed, or as it was meant."""
    if is_known(unit):
        return [form for form in unit.forms.values() if form.how in OWN]
    is_long = len(unit.term.word) >= SHORTEST_MEANT
    return [form for form in unit.forms.values() if is_long and is_near(form)]


def is_by_the_way(best: Best, form: Form) -> bool:
    """Return whether a town or country of elsewhere stands only in the sources, or only as
    another name that says the same in a summary: «Bishkek» as Kyrgyzstan.
    """
    is_said = form.strength <= SAID and form.how == SYNONYM
    return best.field == SOURCES or (is_said and best.field == SUMMARY)


def is_sure(unit: Unit) -> bool:
    """Return whether a unit is a name or a date, which leave little to be told."""
    return unit.is_name or unit.is_like_name or not unit.term.is_word


def is_figure(unit: Unit, best: Best) -> bool:
    """Return whether a unit is a number that an entry has outside its sources."""
    figures = unit.term.figures
    is_long = len(figures) >= SHORTEST_FIGURE and int(figures) > 0
    return is_long and best.form is not None and best.field != SOURCES


def is_near(form: Form) -> bool:
    """Return whether a form is misspelt by little."""
    return form.how == FUZZY and form.coverage >= naming.LIKE


def lack(unit: Unit, is_known: bool) -> str:
    """Return the term for a word that an entry lacks; empty for a number that is short, or that
    no entry has: people round them.
    """
    if unit.term.figures:
        is_long = len(unit.term.figures) > SHORTEST_FIGURE
        return WORD if is_known and is_long else ""
    if unit.is_proper or unit.is_name:
        return NAMED if is_known else "unknown_name"
    return WORD if is_known or unit.is_like_name else UNKNOWN


def title(unit: Unit, best: Best) -> float:
    """Return the rarity of a word that is found in the title."""
    return unit.weight * best.form.strength if best.form and best.field == TITLE else 0.0
