"""Tell whether a figure of a series is the one of which a text speaks: the same parties, names,
thing and time.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import cached_property

from kzfr_cli.proofreading import (
    abroad,
    durations,
    listings,
    thresholds,
)
from kzfr_cli.proofreading.amounts import CURRENCIES
from kzfr_cli.proofreading.case import KAZAKH, PARTIES
from kzfr_cli.proofreading.claims.measured import MeasuredCase
from kzfr_cli.proofreading.claims.years_back import Backward, backward
from kzfr_cli.proofreading.linking import COUNTRIES
from kzfr_cli.proofreading.moments import Moment
from kzfr_cli.proofreading.plain import plain
from kzfr_cli.proofreading.points import SeriesPoint
from kzfr_cli.proofreading.text import Sentence, Span
from kzfr_cli.proofreading.vocabulary import TextUnit

FRENCH = frozenset(("_france", "_paris", "_elysee"))
"""The names that say that France is spoken of."""

KAZAKH_PLACES = KAZAKH - COUNTRIES | {"_kazakhstan"}
"""The names of places that say that Kazakhstan is spoken of."""

NOTHING = frozenset[str]()

BEFORE = 3
"""Sentences before, in which a party or a name may stand that this one leaves out."""

LABELLED = thresholds.of("half")
"""Share of the words of a label that a series must explain."""


NEAR_WHOLE = 5
"""Words around a share among which it is told of what whole it is."""

END = "end"
"""The part of a year at which a stock is counted: «fin 2018»."""

UNTOLD = 9999
"""A year that no series has, for one that is not told."""

PAIRING = frozenset(("", "(", *"-–—:="))
"""Signs by which a year leads to its own amount."""


class SeriesSubject(MeasuredCase):
    """An amount on trial, as far as it is asked which series it is of."""

    # ---- the words that say it

    @cached_property
    def labels(self) -> list[Span]:
        """The labels of its row and of its column, where it stands in a list or in a table."""
        if not listings.is_listed(self.text, self.first):
            return []
        return listings.labels(self.text, self.first)

    @cached_property
    def subject(self) -> list[Span]:
        """The tokens that say what it is of: its part of the sentence, or its labels and the
        headings above.
        """
        if not listings.is_listed(self.text, self.first):
            return [self.cell]
        return [self.cell, *self.labels, *listings.above(self.text, self.first)]

    def units_in(self, spans: Iterable[Span]) -> list[TextUnit]:
        """The units of some tokens."""
        found = []
        for first, last in spans:
            units = self.trial.windows.units(self.text.sentence(first))
            found += [unit for unit in units if first <= unit.first < last]
        return found

    @cached_property
    def earlier(self) -> list[Span]:
        """The tokens of the sentences before, in which what this one leaves out may stand."""
        found: list[Span] = []
        titles = self.titles
        at = (titles[-1] if titles else self.sentence).previous
        while at is not None and len(found) < BEFORE:
            found.append((at.first, at.last))
            at = at.previous
        return found

    @property
    def titles(self) -> tuple[Sentence, ...]:
        """The headings above it, where it stands in a list or in a table."""
        is_listed = listings.is_listed(self.text, self.first)
        if is_listed:
            return listings.titles(self.sentence)
        return ()

    # ---- whose it is

    def is_of_others(self, each: SeriesPoint) -> bool:
        """Return whether the text gives the number to another country or group of states than
        the series does.
        """
        if any(self.trial.countries_between(*span) for span in self.subject):
            return True
        if self.is_worldwide() and not self.is_share_of_world(each):
            return True
        keys = {unit.key for unit in self.units_in(self.subject)}
        groups = NOTHING if keys & KAZAKH else keys & PARTIES
        return any(all(key not in variant for variant in each.keys) for key in groups)

    def is_worldwide(self) -> bool:
        """Return whether the text gives the number as a share of the whole world: «40 % de la
        production mondiale».
        """
        if self.amount.unit != "percent":
            return False
        return self.words.any("worldwide", self.words_around(NEAR_WHOLE, NEAR_WHOLE))

    def is_share_of_world(self, each: SeriesPoint) -> bool:
        """Return whether a series is a share of the whole world, by its label."""
        words = plain(" ".join(each.label.values())).split()
        return self.words.any("worldwide", words)

    def is_named(self, each: SeriesPoint) -> bool:
        """Return whether the text says the names without which a series is another one: «KATCO»,
        «Almaty».
        """
        if not each.names or each.names <= self.said:
            return True
        return each.names <= self.said | self.said_before

    @cached_property
    def said(self) -> set[str]:
        """The keys of the units of the sentence, and of what says what the number is of."""
        whole = (self.sentence.first, self.sentence.last)
        return {unit.key for unit in self.units_in([whole, *self.subject])}

    @cached_property
    def said_before(self) -> set[str]:
        """The keys of the units of the sentences before."""
        return {unit.key for unit in self.units_in(self.earlier)}

    def is_of_both(self, each: SeriesPoint) -> bool:
        """Return whether the text leaves no doubt of whose a figure is: it names both countries
        or none, or the one of whom it is.
        """
        return bool(each.names) or (len(self.both) != 1 and not self.is_abroad)

    @cached_property
    def is_abroad(self) -> bool:
        """Return whether the sentences before speak of another country, and no words of either
        of the two.
        """
        if self.both:
            return False
        return any(self.trial.countries_between(*span) for span in self.earlier)

    @cached_property
    def both(self) -> set[str]:
        """Which of the two countries the text speaks of, here or in the sentences before."""
        spans = [(self.sentence.first, self.sentence.last), *self.subject]
        own = self.parties_of(spans)
        if len(own) == 2:
            return own
        return own | self.parties_of(self.earlier)

    def parties_of(self, spans: list[Span]) -> set[str]:
        """Which of the two countries some tokens speak of."""
        keys = {unit.key for unit in self.units_in(spans)}
        words = [word for first, last in spans for word in self.text.words[first:last]]
        is_both = self.words.any("both_parties", words) or self.says("both_parties")
        found = set()
        if is_both or keys & FRENCH or self.words.any("french_party", words):
            found.add("france")
        if is_both or keys & KAZAKH_PLACES or self.words.any("kazakh_party", words):
            found.add("kazakhstan")
        return found

    def is_explained(self, each: SeriesPoint) -> bool:
        """Return whether a series has the words of the labels beside and above the number; else
        it is of something else.
        """
        if not self.amount.is_headed:
            return True
        units = [unit for unit in self.units_in(self.labels) if unit.key not in COUNTRIES]
        telling = [unit for unit in units if not self.is_of_measure(unit)]
        if not telling:
            return True
        known = [unit for unit in telling if self.is_word_of(each, unit)]
        return len(known) >= LABELLED * len(telling)

    def is_of_measure(self, unit: TextUnit) -> bool:
        """Return whether a word is but a year, a unit or a scale, or what a unit is of: "2021",
        «млн», "tonnes of uranium", «АҚШ доллары».
        """
        word = self.text.words[unit.first]
        if word.isdigit() or is_measure(word) or abroad.is_of_money(self.text, unit.first):
            return True
        of = unit.first - 1
        if self.text.has("of", of) or self.text.has("wedge", of):
            of -= 1
        return self.amount.unit not in CURRENCIES and is_measure(self.text.word(of))

    def is_word_of(
        self,
        each: SeriesPoint,
        unit: TextUnit,
    ) -> bool:
        """Return whether a word is one of a series: of its labels, its cues, or what it counts."""
        word = self.text.words[unit.first]
        if any(unit.key in variant for variant in each.keys):
            return True
        if any(word.startswith(stem) for group in each.cues for stem in group):
            return True
        return self.counted_key(unit.first) in each.heads

    # ---- of what time it is

    @cached_property
    def listed_year(self) -> int | None:
        """The year of the row, of the column or of the heading of a number that stands in a list
        or a table.
        """
        return listings.year(self.text, self.first)

    @cached_property
    def years(self) -> set[int]:
        """The years of which the text speaks beside the amount: those of its clause, else of its
        part, else of all.
        """
        if self.listed_year is not None:
            return {self.listed_year}
        if earlier := self.years_before:
            return earlier
        moments = self.moments
        if paired := years_of(filter(self.is_paired, moments)):
            return paired
        for first, last in (
            self.clause,
            self.cell,
        ):
            inside = years_of(each for each in moments if first <= each.first < last)
            if inside:
                return inside
        return years_of(moments)

    @cached_property
    def years_before(self) -> set[int]:
        """The year of an amount that is told by how long before another it was: «29 % годом
        раньше»; one that no series has where the other is not told.
        """
        back = next(filter(self.is_nearest_to, backward(self.sentence)), None)
        if back is None:
            return set()
        if back.is_from_today and self.moments:
            return {UNTOLD}
        said = self.years_around() if not back.is_from_today else self.this_year()
        return {max(said, default=UNTOLD + back.years) - back.years}

    def this_year(self) -> set[int]:
        """The year of the text, where it is known."""
        return {self.today.year} if self.today else set()

    def years_around(self) -> set[int]:
        """The years of the sentence, else of the one before it."""
        said = years_of(self.moments)
        before = self.sentence.previous
        if said or before is None:
            return said
        return years_of(self.trial.moments_of(before))

    def is_nearest_to(self, back: Backward) -> bool:
        """Return whether how long before it was stands in its part of the sentence, and no other
        amount nearer.
        """
        first, last = self.cell
        if not first <= back.first < last:
            return False
        nearest = min(
            (self.amount, *self.others_here),
            key=lambda each: min(abs(each.last - back.first), abs(each.first - back.last)),
        )
        return nearest is self.amount

    def is_paired(self, moment: Moment) -> bool:
        """Return whether at most a dash, a colon or a bracket parts the amount from a date before
        it: «2019 год — 13,9 %, 2021 год — 13 %».
        """
        between = self.text.plain[self.text.ends[moment.last] : self.text.starts[self.first]]
        return moment.last < self.first and between.strip() in PAIRING

    def is_of_time(self, each: SeriesPoint) -> bool:
        """Return whether a figure is of the time of which the sentence speaks: its years, else
        near the text's date.
        """
        years = self.years
        if years and self.is_compared(each):
            return True
        if years:
            return each.year in years or any(str(year) in each.period for year in years)
        today = self.today
        ended = int(each.last[:4] or each.year)
        return today is None or -1 <= today.year - ended <= 3

    def is_compared(self, each: SeriesPoint) -> bool:
        """Return whether a share is told of a year against the one before: «3,9 Md€ en 2017, soit
        25 % de plus qu'en 2016».
        """
        if each.unit != "percent" or each.year - 1 not in self.years:
            return False
        return any(moment.year == each.year for moment in self.moments)

    def is_of_span(self, each: SeriesPoint) -> bool:
        """Return whether the sentence tells the very part of a year of which a point is, or as
        many months.
        """
        if any(span_of(moment) == (each.first, each.last) for moment in self.moments):
            return True
        months = int(each.last[5:7] or 0) - int(each.first[5:7] or 0) + 1
        return any(
            told.unit == "month" and told.number == months
            for told in durations.find(self.text)
            if self.sentence.first <= told.first < self.sentence.last
        )

    def is_stated(self) -> bool:
        """Return whether the year of the amount is told beside it, alone, and nothing that it is
        part of or grew by.
        """
        first, last = self.clause
        own = [
            each
            for each in self.moments
            if first <= each.first < last and (each.kind == "year" or each.part == END)
        ]
        begun, ended = self.cell
        near = self.text.words[begun:ended]
        partial = any(
            self.words.has("growth", word) or self.words.has("partly", word) for word in near
        )
        is_dated = len(own) == 1 or self.listed_year is not None
        if not is_dated:
            return False
        if len(self.years) != 1:
            return False
        return not partial


def is_measure(word: str) -> bool:
    """Return whether a word is a unit or a scale."""
    return listings.unit_in(word) != listings.UNITLESS


def span_of(moment: Moment) -> tuple[str, str]:
    """The first and the last day of a date, as they are kept."""
    if not (moment.earliest and moment.latest):
        return "", ""
    return moment.earliest.isoformat(), moment.latest.isoformat()


def years_of(moments: Iterable[Moment]) -> set[int]:
    """The years of some dates; of a span its first and its last."""
    stated = [each for each in moments if each.has_year]
    return {day.year for each in stated for day in (each.earliest, each.latest) if day}
