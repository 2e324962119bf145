"""Rate entries against a query: how well each word is found, and how much of the query an entry
covers.
"""

from __future__ import annotations

from collections.abc import Iterable
from itertools import groupby
from math import log2

from kzfr_cli import search
from kzfr_cli.core import tokens
from kzfr_cli.core.record import replace
from kzfr_cli.search import dating, evidence, rating, weights
from kzfr_cli.search.candidates import NAMES, SOURCES, SUMMARY, TAGS, TITLE, CandidateRow
from kzfr_cli.search.rating import BREAK, Answer, Best, Rated, Run
from kzfr_cli.search.result import DATE, EXACT, FUZZY, PREFIX
from kzfr_cli.search.units import Form, Unit

WORTH = (
    1.0,
    weights.of("names"),
    weights.of("names"),
    weights.of("summary"),
    weights.of("sources"),
)
"""How much a match counts by field."""

MANY_NAMES = 0.03
"""How much a name counts less each time that the number of names of an event doubles."""

AGAIN = weights.of("again")
CLOSENESS = weights.of("closeness")
NEIGHBOURS = weights.of("neighbours")
MOST_NEIGHBOURS = 3.0

COMMON_WORTH = 0.9
"""How well the two countries are found, wherever they stand or not."""

UNSURE = (DATE, PREFIX, FUZZY)
"""How a word is not looked for in what the sources say: too long a text for guesses."""

LITTLE_KNOWN, WELL_KNOWN = weights.of("sourced"), 8.0
"""How much an event loses of which the sources say nothing; less each time that what they say
doubles, up to
2 to the power 8 words."""

LANDMARK, DETAIL = tokens.of_weight(3), tokens.of_weight(1)
CONTEXT_WORTH = 0.985
"""What an event keeps of its score in which France plays no part."""

LESS = weights.of("detail")
CONSEQUENCE = weights.of("consequence")
DOUBT, NAMED_DOUBT = weights.of("doubt"), 2
OTHER_YEARS = 0.95
"""What an event keeps of other years than those in which a place bore the name asked for."""

COVERED_POWER = 2
HIGHEST = (1 + AGAIN) * (1 + CLOSENESS + MOST_NEIGHBOURS * NEIGHBOURS)


def ordered(rated: Iterable[Rated]) -> list[Rated]:
    """Return them by score, but none with a forgiven word before one that has every word as
    typed.
    """
    every = list(rated)
    least = (
        min(
            (each.score for each in every if each.is_sure),
            default=1.0,
        )
        * 0.999
    )
    capped = [
        replace(each, score=least) if each.is_forgiven and each.score > least else each
        for each in every
    ]
    return sorted(
        capped,
        key=lambda each: (
            -round(
                each.score,
                6,
            ),
            each.row.number,
        ),
    )


class Ranking:
    """Rates entries against the units of one query; `consequences` are words that tell what follows
    from an event.
    """

    def __init__(
        self,
        units: list[Unit],
        consequences: frozenset[str],
    ) -> None:
        self.units = units
        self.consequences = consequences
        self.total = sum(unit.weight for unit in units) or 1.0
        self.is_lone = is_lone(units)
        self.years = next((unit.years for unit in units if unit.years), None)
        self.told = [place for place, unit in enumerate(units) if not unit.is_common]
        self.lacks = [doubt(unit) for unit in units]
        self.acronyms = acronyms(units)
        self.phrases: list[Answer] = []
        self.answers: dict[str, list[Answer]] = {}
        for place, unit in enumerate(units):
            for form in (*unit.forms.values(), *literals(unit)):
                if " " in form.token:
                    self.phrases.append((place, form))
                self.answers.setdefault(form.token, []).append((place, form))
        self.read_in = [self.answers_in(field) for field in range(SOURCES + 1)]

    def rate(self, row: CandidateRow) -> Rated:
        """Return an entry with its rating."""
        found = tuple([Best() for _ in self.units])
        title = row.fields[TITLE].split()
        self.read(title, TITLE, row, found)
        for field in (NAMES, TAGS, SUMMARY):
            self.read(row.fields[field].split(), field, row, found)
        if any(best.form is None for best in found):
            # what sources say is the longest text, and tells nothing of what is found elsewhere
            self.read(row.fields[SOURCES].split(), SOURCES, row, found)
        self.read_phrases(row, found)
        self.read_acronyms(row, found)
        coverage = self.coverage(found, row.fields[TAGS])
        quality = sum(map(weighed, self.units, found)) / self.total
        closeness = 1 + self.closeness_of(title)
        score = quality * coverage**COVERED_POWER * closeness / HIGHEST
        score *= self.prior(row, title) * DOUBT ** self.doubts(found)
        telling = [found[place] for place in self.told]
        is_forgiven = any(best.is_forgiven for best in telling)
        is_sure = not is_forgiven and all(best.form for best in telling)
        return Rated(row, coverage, score, found, is_forgiven, is_sure)

    def doubts(self, found: tuple[Best, ...]) -> int:
        """Return how many words an entry lacks that others have, names twice, or has only in its
        sources.
        """
        return sum(
            (best.field == SOURCES) if best.form else lack
            for lack, best in zip(self.lacks, found, strict=True)
        )

    # ---- where words are found

    @staticmethod
    def worth(row: CandidateRow, field: int) -> float:
        """Return how much a match counts in a field; one name of many counts less."""
        if field != NAMES:
            return WORTH[field]
        return WORTH[field] * (1 - MANY_NAMES * log2(1 + row.fields[NAMES].count(" ")))

    def read(
        self,
        tokens: list[str],
        field: int,
        row: CandidateRow,
        found: tuple[Best, ...],
    ) -> None:
        """Look for the units in one field; words that stand together as in the query count more."""
        answers = self.read_in[field]
        places = [place for place, token in enumerate(tokens) if token in answers]
        if not places:
            return
        worth = self.worth(row, field)
        run = Run(field, found)
        end = 0
        for place in places:
            token = tokens[place]
            if run.answers and place > end:
                run.pass_over(tokens[end:place])
            for unit, form in answers[token]:
                is_date = form.how == DATE and token[0] == "_"
                found[unit].see(form, field, form.strength * (1.0 if is_date else worth))
            run.take(answers[token])
            end = place + 1
        run.end()

    def answers_in(self, field: int) -> dict[str, list[Answer]]:
        """Return the words that are looked for in a field, each with what it answers."""
        if field < SUMMARY:
            return self.answers
        return {
            token: [each for each in answers if self.is_read(*each, field)]
            for token, answers in self.answers.items()
        }

    def is_read(
        self,
        place: int,
        form: Form,
        field: int,
    ) -> bool:
        """Return whether a form is looked for in a long field: no guess in the sources, no short
        one in a summary.
        """
        if form.how not in UNSURE:
            return True
        is_long = len(self.units[place].term.word) > LONGEST_SHORT
        return field == SUMMARY and (form.how != FUZZY or is_long)

    def read_phrases(
        self,
        row: CandidateRow,
        found: tuple[Best, ...],
    ) -> None:
        """Look for the quoted phrases, and for the spellings and words that stand together."""
        for place, form in self.phrases:
            fields = row.fields if form.how == EXACT else row.fields[:SOURCES]
            for field, text in enumerate(fields):
                if form.token in text and f" {form.token} " in f" {text} ":
                    found[place].see(form, field, form.strength * WORTH[field])

    def read_acronyms(
        self,
        row: CandidateRow,
        found: tuple[Best, ...],
    ) -> None:
        """Look for words together that begin with the letters of an acronym."""
        for place, letters in self.acronyms:
            for field in (TITLE, SUMMARY):
                if form := search.initials.form(letters, row.fields[field]):
                    found[place].see(form, field, form.strength * WORTH[field])

    # ---- the score

    def closeness_of(self, titles: list[str]) -> float:
        """Return the closeness of the closest of several titles, with a break between two."""
        if self.answers.keys().isdisjoint(titles):
            return 0.0
        parts = [
            list(part) for is_break, part in groupby(titles, BREAK.__eq__) if not is_break
        ]
        return max(map(self.closeness, parts))

    def closeness(self, title: list[str]) -> float:
        """Return how much of a title is asked for, and how many of its words stand as in the
        query.
        """
        asked = neighbours = 0.0
        length = 0
        before: set[int] = set()
        for token in title:
            answers = self.answers.get(token)
            if answers is None:
                length += len(token) > 2
                before = before if len(token) <= rating.LONGEST_LINK else set()
                continue
            places = {place for place, _ in answers}
            if not all(self.units[place].is_common for place in places):
                length += 1
                asked += max(form.strength for _, form in answers)
                neighbours += any(place - 1 in before for place in places)
            before = places
        return CLOSENESS * asked / (length or 1) + NEIGHBOURS * min(
            neighbours, MOST_NEIGHBOURS
        )

    def coverage(
        self,
        found: tuple[Best, ...],
        tags: str,
    ) -> float:
        """Return the share of the weight of the words that is found, less when the date is not
        quite right.
        """
        total = covered = 0.0
        whole = 1.0
        for unit, best in zip(self.units, found, strict=True):
            share = best.form.coverage if best.form else 0.0
            if unit.is_required:
                is_in_summary = best.field == SUMMARY
                whole *= (
                    dating.right(share, tags, is_in_summary) if unit.term.moment else share
                )
            elif not unit.term.is_soft or len(self.units) == 1:
                total += unit.claim
                covered += unit.claim * (1.0 if unit.is_common else share)
        return whole * (covered / total if total else 1.0)

    def prior(
        self,
        row: CandidateRow,
        title: list[str],
    ) -> float:
        """Return what an entry keeps whatever the words: less for what is little known, for a
        consequence.
        """
        tags = row.fields[TAGS]
        prior = 1 - LITTLE_KNOWN * max(
            0.0, 1 - log2(1 + row.fields[SOURCES].count(" ")) / WELL_KNOWN
        )
        if tokens.CONTEXT in tags:
            prior *= CONTEXT_WORTH
        if self.is_lone and not self.is_of_name(tags):
            prior *= LESS ** ((LANDMARK not in tags) + (DETAIL in tags))
        if self.is_consequence(title):
            prior *= CONSEQUENCE
        if self.years and not self.years[0] <= year_of(tags) <= self.years[1]:
            prior *= OTHER_YEARS
        return prior

    def is_of_name(self, tags: str) -> bool:
        """Return whether an entry is of the year in which a place got the name that is the
        query.
        """
        return self.years is not None and year_of(tags) == self.years[0]

    def is_consequence(self, title: list[str]) -> bool:
        """Return whether an entry follows from another, and the query does not name what
        follows.
        """
        said = self.consequences.intersection(title)
        return bool(said) and said.isdisjoint(self.answers)


def acronyms(units: list[Unit]) -> list[tuple[int, list[str]]]:
    """Return the acronyms that may be read by their letters, each with its place."""
    has_one = any(unit.term.is_short_acronym for unit in units)
    return search.initials.of_units(units) if has_one else []


def doubt(unit: Unit) -> int:
    """Return how much doubt it brings that an entry lacks a word."""
    if not evidence.is_telling(unit):
        return 0
    lack = evidence.lack(unit, evidence.is_known(unit))
    return {"missing_word": 1, "missing_name": NAMED_DOUBT}.get(lack, 0)


LONGEST_SHORT = 5
"""Letters of a misspelt word that is not looked for in the summary."""


def year_of(tags: str) -> str:
    """Return the year of the date an entry goes by."""
    return dating.own_date(tags)[1:5]


def is_lone(units: list[Unit]) -> bool:
    """Return whether a query is one thing: a word, or the words of one name."""
    telling = [unit for unit in units if not unit.is_common]
    names = [
        {token for token in unit.forms if token[0] == "_"}
        for unit in telling
        if unit.is_name
    ]
    is_name = len(names) == len(telling) > 1 and bool(set.intersection(*names))
    return len(telling) == 1 or is_name


def literals(unit: Unit) -> list[Form]:
    """Return the words that a title may have for a date: «Expo 2017» was awarded in 2012."""
    words = unit.term.moment.literals if unit.term.moment else ()
    return [Form(word, DATE, 1.0, 1.0, (word,)) for word in words]


def weighed(unit: Unit, best: Best) -> float:
    """Return the weight of a unit by how well it is found; the two countries are as good anywhere,
    or nowhere.
    """
    worth = COMMON_WORTH if unit.is_common else best.strength + AGAIN * best.again
    return unit.weight * worth
