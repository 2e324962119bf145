"""Rate entries against a query: how well each word is found, and how much of the query an entry covers."""

from __future__ import annotations

from collections.abc import Iterable
from math import log2

from kzfr_cli.core.record import pair, replace
from kzfr_cli.search import dating, weights
from kzfr_cli.search.candidates import NAMES, SOURCES, SUMMARY, TAGS, TITLE, Row
from kzfr_cli.search.result import DATE, FORGIVEN, FUZZY, PREFIX
from kzfr_cli.search.units import Form, Unit

WORTH = (
    1.0,
    weights.of("names"),
    weights.of("names"),
    weights.of("summary"),
    weights.of("sources"),
)
"""How much a match counts by field."""

PAIR = (1.0, 0.0, 0.0, weights.of("pair"), weights.of("sources"))
RUN = (1.0, 0.0, 0.0, 1.0, weights.of("sources"))
"""How much a match counts by field when two, or three and more, words stand together as in the query."""

MANY_NAMES = 0.03
"""How much a name counts less each time that the number of names of an event doubles."""

AGAIN = weights.of("again")
CLOSENESS = weights.of("closeness")
NEIGHBOURS = weights.of("neighbours")
MOST_NEIGHBOURS = 3.0

COMMON_WORTH, IMPLIED = 0.9, 0.8
"""How well the two countries are found wherever they stand, and how far they are covered where they do not."""

UNSURE = (DATE, PREFIX, FUZZY)
"""How a word is not looked for in what the sources say: too long a text for guesses."""

LONGEST_LINK = 3
"""Letters of the words that may stand between two words that stand together: «président de la France»."""

SURE = 0.75
"""Strength from which a form counts as the word itself when words are to stand together."""

LITTLE_KNOWN, WELL_KNOWN = weights.of("sourced"), 8.0
"""How much an event loses of which the sources say nothing; less each time that what they say doubles, up to
2 to the power 8 words."""

CONTEXT, LANDMARK, DETAIL = "_context", "_w3", "_w1"
CONTEXT_WORTH = 0.985
"""What an event keeps of its score in which France plays no part."""

LESS = weights.of("detail")
CONSEQUENCE = weights.of("consequence")
OTHER_YEARS = 0.95
"""What an event keeps of other years than those in which a place bore the name asked for."""

COVERED_POWER = 2
HIGHEST = (1 + AGAIN) * (1 + CLOSENESS + MOST_NEIGHBOURS * NEIGHBOURS)


class Best:
    """How one unit is found in one entry: in its best field, and in how many others."""

    __slots__ = ("again", "field", "form", "strength")

    def __init__(self) -> None:
        self.form: Form | None = None
        self.field = 0
        self.strength = 0.0
        self.again = 0.0

    def see(self, form: Form, field: int, strength: float) -> None:
        """Keep the strongest place; the best of another field adds a little."""
        if strength > self.strength:
            if self.form is not None and field != self.field:
                self.again = self.strength
            self.form, self.field, self.strength = form, field, strength
        elif field != self.field and strength > self.again:
            self.again = strength

    @property
    def is_forgiven(self) -> bool:
        """Whether the word found is not the one typed."""
        return self.form is not None and self.form.how in FORGIVEN


@pair
class Rated:
    """An entry with its score, the share of the query that it covers and how it answers each unit."""

    row: Row
    coverage: float
    score: float
    found: tuple[Best, ...]
    is_forgiven: bool
    is_sure: bool


Answer = tuple[int, Form]
"""The place of a unit in the query, and the form that answers it."""


def ordered(rated: Iterable[Rated]) -> list[Rated]:
    """Return them by score, but none with a forgiven word before one that has every word as typed."""
    every = list(rated)
    least = min((each.score for each in every if each.is_sure), default=1.0) * 0.999
    capped = [
        replace(each, score=least) if each.is_forgiven and each.score > least else each
        for each in every
    ]
    return sorted(capped, key=lambda each: (-round(each.score, 6), each.row[0]))


class Ranking:
    """Rates entries against the units of one query; `consequences` are words that tell what follows from an event."""

    def __init__(self, units: list[Unit], consequences: frozenset[str]) -> None:
        self.units = units
        self.consequences = consequences
        self.total = sum(unit.weight for unit in units) or 1.0
        self.is_lone = sum(not unit.is_common for unit in units) == 1
        self.years = next((unit.years for unit in units if unit.years), None)
        self.phrases: list[Answer] = []
        self.answers: dict[str, list[Answer]] = {}
        for place, unit in enumerate(units):
            for form in unit.forms.values():
                if " " in form.token:
                    self.phrases.append((place, form))
                self.answers.setdefault(form.token, []).append((place, form))
            for form in literals(unit):
                self.answers.setdefault(form.token, []).append((place, form))

    def rate(self, row: Row) -> Rated:
        """Return an entry with its rating."""
        found = tuple(Best() for _ in self.units)
        for field, text in enumerate(row[TITLE:]):
            self.read(text, field, self.worth(row, field), found)
        self.read_phrases(row, found)
        coverage = self.coverage(found, row[TAGS])
        pairs = zip(self.units, found, strict=True)
        quality = sum(unit.weight * worth_of(unit, best) for unit, best in pairs) / self.total
        closeness = max(self.closeness(title.split()) for title in row[TITLE].split("|"))
        score = quality * coverage**COVERED_POWER * (1 + closeness) / HIGHEST * self.prior(row)
        telling = [best for unit, best in zip(self.units, found, strict=True) if not unit.is_common]
        is_forgiven = any(best.is_forgiven for best in telling)
        is_sure = not is_forgiven and all(best.form for best in telling)
        return Rated(row, coverage, score, found, is_forgiven, is_sure)

    # ---- where words are found

    @staticmethod
    def worth(row: Row, field: int) -> float:
        """Return how much a match counts in a field; one name of many counts less."""
        if field != NAMES - TITLE:
            return WORTH[field]
        return WORTH[field] * (1 - MANY_NAMES * log2(1 + row[NAMES].count(" ")))

    def read(self, text: str, field: int, worth: float, found: tuple[Best, ...]) -> None:
        """Look for the units in one field; words that stand together as in the query count more than apart."""
        run: list[Answer] = []
        for token in text.split():
            answers = self.answers.get(token)
            if answers is None:
                if run and (len(token) > LONGEST_LINK or token == "|"):
                    lift(run, field, found)
                    run = []
                continue
            following = None
            for place, form in answers:
                if not self.is_read(place, form, field):
                    continue
                is_date = form.how == DATE and token[0] == "_"
                found[place].see(form, field, form.strength * (1.0 if is_date else worth))
                if form.strength >= SURE and run and 0 < place - run[-1][0] <= 2:
                    following = (place, form)
            if following is None:
                lift(run, field, found)
                run = [answer for answer in answers if answer[1].strength >= SURE][:1]
            else:
                run.append(following)
        lift(run, field, found)

    def is_read(self, place: int, form: Form, field: int) -> bool:
        """Return whether a form is looked for in a field: no guess in the sources, no short one in a summary."""
        if field < SUMMARY - TITLE or form.how not in UNSURE:
            return True
        is_long = len(self.units[place].term.word) > LONGEST_SHORT
        return field == SUMMARY - TITLE and (form.how != FUZZY or is_long)

    def read_phrases(self, row: Row, found: tuple[Best, ...]) -> None:
        """Look for the quoted phrases and for the spellings of names that have several words."""
        if not self.phrases:
            return
        texts = [f" {text} " for text in row[TITLE:]]
        for place, form in self.phrases:
            for field, text in enumerate(texts):
                if f" {form.token} " in text:
                    found[place].see(form, field, form.strength * WORTH[field])

    # ---- the score

    def closeness(self, title: list[str]) -> float:
        """Return how much of a title is asked for, and how many of its words stand as in the query."""
        asked = neighbours = 0.0
        length = 0
        before: set[int] = set()
        for token in title:
            answers = self.answers.get(token)
            if answers is None:
                length += len(token) > 2
                before = before if len(token) <= LONGEST_LINK else set()
                continue
            places = {place for place, _ in answers}
            if not all(self.units[place].is_common for place in places):
                length += 1
                asked += max(form.strength for _, form in answers)
                neighbours += any(place - 1 in before for place in places)
            before = places
        return CLOSENESS * asked / (length or 1) + NEIGHBOURS * min(neighbours, MOST_NEIGHBOURS)

    def coverage(self, found: tuple[Best, ...], tags: str) -> float:
        """Return the share of the weight of the words that is found, less when the date is not quite right."""
        total = covered = 0.0
        whole = 1.0
        for unit, best in zip(self.units, found, strict=True):
            share = best.form.coverage if best.form else 0.0
            if unit.is_required:
                is_in_summary = best.field == SUMMARY - TITLE
                whole *= dating.right(share, tags, is_in_summary) if unit.term.moment else share
            elif not unit.term.is_soft or len(self.units) == 1:
                total += unit.claim
                covered += unit.claim * (max(share, IMPLIED) if unit.is_common else share)
        return whole * (covered / total if total else 1.0)

    def prior(self, row: Row) -> float:
        """Return what an entry keeps whatever the words: less for what is little known, for a consequence."""
        tags = row[TAGS]
        prior = 1 - LITTLE_KNOWN * max(0.0, 1 - log2(1 + row[SOURCES].count(" ")) / WELL_KNOWN)
        if CONTEXT in tags:
            prior *= CONTEXT_WORTH
        if self.is_lone:
            prior *= LESS ** ((LANDMARK not in tags) + (DETAIL in tags))
        if self.is_consequence(row):
            prior *= CONSEQUENCE
        if self.years and not self.years[0] <= dating.own_date(tags)[1:5] <= self.years[1]:
            prior *= OTHER_YEARS
        return prior

    def is_consequence(self, row: Row) -> bool:
        """Return whether an entry follows from another, and the query does not name what follows."""
        said = self.consequences.intersection(row[TITLE].split())
        return bool(said) and said.isdisjoint(self.answers)


LONGEST_SHORT = 5
"""Letters of a misspelt word that is not looked for in the summary."""


def literals(unit: Unit) -> list[Form]:
    """Return the words that a title may have for a date: «Expo 2017» was awarded in 2012."""
    words = unit.term.moment.literals if unit.term.moment else ()
    return [Form(word, DATE, 1.0, 1.0, (word,)) for word in words]


def lift(run: list[Answer], field: int, found: tuple[Best, ...]) -> None:
    """Raise the words that stand together."""
    if len(run) > 1:
        worth = (PAIR if len(run) == 2 else RUN)[field]
        for place, form in run:
            found[place].see(form, field, form.strength * worth)


def worth_of(unit: Unit, best: Best) -> float:
    """Return how well one unit is found; the two countries are as good anywhere, or nowhere."""
    return COMMON_WORTH if unit.is_common else best.strength + AGAIN * best.again
