"""Judge an amount by the series of figures of which its sentence speaks."""

from __future__ import annotations

from kzfr_cli.core.record import replace
from kzfr_cli.proofreading import slips, thresholds
from kzfr_cli.proofreading.amounts import CURRENCIES
from kzfr_cli.proofreading.case import Finding
from kzfr_cli.proofreading.claims.rounding import TOLD_AS_A_FLOOR
from kzfr_cli.proofreading.claims.series_subject import SeriesSubject
from kzfr_cli.proofreading.points import SeriesPoint, values_of

SPEAKS = thresholds.of("nearly")
"""Share of the words of a series that a sentence says, from which it speaks of it."""

MONEY = thresholds.of("half")
"""Share from which its very number in another currency is a slip of a point."""

CLOSE = thresholds.of("whole")
"""Share of the best, from which another series may be the one of which a sentence speaks."""

NAMED = thresholds.of("whole")
POSSIBLE = thresholds.of("half")
"""Shares from which a series is surely meant, and from which it may be."""

APART = thresholds.of("apart")
"""How many times as much as the highest value that sources give, or as little as the lowest, is
another number.
"""

BEYOND = 12.0
"""How many times as much is so far off that it must be of something else: of all trade, not of
that of two countries.
"""

PEOPLE = "%person"
"""The key of those who are counted as people."""

NATIONALS = frozenset(("_francais", "_kazakhstanais"))
"""The names of those of the two countries."""

Spoken = tuple[float, SeriesPoint]
"""A point of a series, with how surely the sentence speaks of it, from 0 to 1."""


class SeriesCase(SeriesSubject):
    """An amount on trial against the figures of series."""

    def judge(self) -> Finding | None:
        """The verdict by the series; None where none is spoken of."""
        return self.judge_by(self.trial.spoken(self.sentence, self.first))

    def judge_by(self, spoken: list[Spoken]) -> Finding | None:
        """The verdict by some series, each with how surely it is spoken of; or None."""
        dated = [(share, each) for share, each in spoken if self.is_of(each)]
        close = [pair for pair in dated if pair[1].bound not in TOLD_AS_A_FLOOR]
        return (
            self.right(close)
            or self.rival(dated)
            or self.slip(dated)
            or self.right(dated)
            or self.undated_slip(spoken)
            or self.misdated(spoken, dated)
            or self.other(dated)
        )

    def is_of(self, each: SeriesPoint) -> bool:
        """Return whether a point may be the one of which the text speaks: of its time, its
        thing, its parties.
        """
        if not self.is_of_time(each) or not self.is_explained(each):
            return False
        return not self.is_of_others(each)

    def right(self, dated: list[Spoken]) -> Finding | None:
        """The finding on the value of a point."""
        least = POSSIBLE if self.amount.unit == "percent" else 0.0
        for share, each in dated:
            if share < least or not self.is_like(each):
                continue
            if share < NAMED and not self.is_named(each):
                continue
            if self.agrees(each.value, each.bound):
                verdict = "contradicted" if each.status == "rejected" else "supported"
                return self.told(verdict, "right-figure", each)
        return None

    def rival(self, dated: list[Spoken]) -> Finding | None:
        """The finding on a value that another source gives."""
        for _, each in dated:
            if not self.counts(each) or not self.is_named(each):
                continue
            for value, unit, source in each.rivals:
                if unit == self.amount.unit and self.agrees(value):
                    made = self.told("disputed", "disputed-figure", each)
                    return replace(made, sources=(*made.sources, source))
        return None

    def slip(self, dated: list[Spoken]) -> Finding | None:
        """The finding on a figure that is a slip of the value of a point that is surely meant."""
        likely = [pair for pair in dated if self.may_refute(pair[1])]
        possible = [each for share, each in likely if share >= MONEY]
        in_other_money = next(filter(self.is_other_currency, possible), None)
        found = in_other_money or self.slipped(self.like(likely, SPEAKS))
        if found is None and self.has_many_digits():
            swapped = (
                each for _, each in self.like(likely, POSSIBLE) if self.is_swapped(each)
            )
            found = next(swapped, None)
        if found:
            return self.told("contradicted", "wrong-figure", found)
        return None

    def undated_slip(self, spoken: list[Spoken]) -> Finding | None:
        """The finding on a number of so many digits that it is that of a point in any year, in
        another currency.
        """
        digits = slips.digits_of(self.amount.value)
        if len(digits) <= slips.MANY:
            return None
        found = next(filter(self.is_same_in_other_money, (each for _, each in spoken)), None)
        if found is None:
            return None
        return self.told("contradicted", "wrong-figure", found)

    def is_same_in_other_money(self, each: SeriesPoint) -> bool:
        """Return whether a point has the number in another currency, and may refute the text."""
        is_firm = each.status == "preferred" and self.is_other_currency(each)
        if not is_firm:
            return False
        return self.is_named(each) and not self.is_of_others(each)

    def slipped(self, same: list[Spoken]) -> SeriesPoint | None:
        """The likeliest point of which the number is a slip, or None."""
        least = same[0][0] * CLOSE if same else 0.0
        close = (each for share, each in same if share >= least)
        return next(filter(self.is_slip_of, close), None)

    def is_slip_of(self, each: SeriesPoint) -> bool:
        """Return whether the number is a slip of a point: one that no chance makes, or of a
        figure of both countries.
        """
        if not self.is_slip(each.value) or self.is_of_another_source(each):
            return False
        if self.is_of_sort(each):
            return False
        if slips.is_telling(self.amount.value, each.value):
            return True
        is_exact = bool(each.unit) or each.bound == "exact"
        return is_exact and self.is_of_both(each)

    def is_swapped(self, each: SeriesPoint) -> bool:
        """Return whether the number has the digits of that of a point, two of them swapped."""
        return slips.has_same_digits(self.amount.value, each.value) and self.is_slip_of(each)

    def is_of_sort(self, each: SeriesPoint) -> bool:
        """Return whether the text counts but one sort of what a point counts: passenger
        locomotives.
        """
        for place in self.amount.nouns[:2]:
            key, unit = self.counted_key(place), self.trial.windows.unit_at(place)
            if key[:1] != "%" or key in each.heads or unit is None:
                continue
            if not self.is_word_of(each, unit):
                return True
        return False

    def is_of_another_source(self, each: SeriesPoint) -> bool:
        """Return whether the number is told rounded, and so near a point that another source may
        give it.
        """
        is_rounded = len(slips.digits_of(self.amount.value)) <= slips.MANY
        if not is_rounded or slips.has_same_digits(self.amount.value, each.value):
            return False
        if each.unit not in CURRENCIES:
            return False
        return self.is_near(each)

    def like(self, spoken: list[Spoken], least: float) -> list[Spoken]:
        """The points, meant as surely as that at least, that have the unit of the text and count
        what it counts.
        """
        return [pair for pair in spoken if pair[0] >= least and self.is_like(pair[1])]

    def is_other_currency(self, each: SeriesPoint) -> bool:
        """Return whether a point has the number of the text in another currency."""
        money = each.unit in CURRENCIES and self.amount.unit in CURRENCIES
        if not money:
            return False
        if each.unit == self.amount.unit:
            return False
        return self.agrees(each.value)

    def is_like(self, each: SeriesPoint) -> bool:
        """Return whether a point has the unit of the text, and counts what it counts."""
        if each.unit != self.amount.unit or self.is_made_yearly(each):
            return False
        return self.counts(each)

    def is_made_yearly(self, each: SeriesPoint) -> bool:
        """Return whether the text says of each year what a point counts of the whole."""
        return self.amount.is_yearly and not (each.unit or each.is_yearly)

    def other(self, dated: list[Spoken]) -> Finding | None:
        """The finding on a value far from all that sources give, where the series and its year
        are surely meant.
        """
        if self.countries or self.claim.bound != "exact" or not self.is_stated():
            return None
        same = self.like(dated, POSSIBLE)
        if not same or same[0][0] < NAMED:
            return None
        points = [each for _, each in same]
        if not self.is_of_one_direction(points[0]) or not all(map(self.is_far, points)):
            return None
        refuting = (
            each for each in points if self.may_refute(each) and self.is_of_both(each)
        )
        preferred = next(refuting, None)
        if preferred:
            return self.told("contradicted", "wrong-figure", preferred)
        return None

    def misdated(self, spoken: list[Spoken], dated: list[Spoken]) -> Finding | None:
        """The finding on a value that is that of another point, where the one that is meant has
        another: of another year of the series, or of the year in another series.
        """
        if self.claim.bound != "exact" or not self.is_stated():
            return None
        least = POSSIBLE if self.has_more_digits() else NAMED
        for _, each in self.like(dated, least):
            if not self.may_refute(each) or not (
                self.is_far(each) or self.has_many_digits()
            ):
                continue
            if self.is_of_other_year(each, spoken) or self.is_of_other_series(each):
                return self.told("contradicted", "wrong-figure", each)
        return None

    def is_of_other_year(self, each: SeriesPoint, spoken: list[Spoken]) -> bool:
        """Return whether the number is that of another year of the series of a point."""
        others = [other for _, other in spoken if other.indicator == each.indicator]
        return any(other.unit == each.unit and self.agrees(other.value) for other in others)

    def is_of_other_series(self, each: SeriesPoint) -> bool:
        """Return whether the number, of so many digits that it is no chance, is that of the year
        of a point in another series.
        """
        if not self.has_more_digits():
            return False
        same = (other for other in self.frames.series if other.year == each.year)
        return any(other.unit == each.unit and self.agrees(other.value) for other in same)

    def is_far(self, each: SeriesPoint) -> bool:
        """Return whether the number is much more or less than any value that sources give of a
        point.
        """
        low, high, said = min(values_of(each)), max(values_of(each)), self.amount.value
        is_near = low / APART <= said <= high * APART
        if is_near:
            return False
        return low / BEYOND <= said <= high * BEYOND

    def is_near(self, each: SeriesPoint) -> bool:
        """Return whether the number is hardly more or less than that of a point."""
        low, high = sorted((self.amount.value, each.value))
        return high < low * slips.NEAR

    def is_of_one_direction(self, each: SeriesPoint) -> bool:
        """Return whether a series is known by more than its label: those of trade are told apart
        by who sells only.
        """
        if not self.amount.unit:
            return each.bound == "exact" and len(slips.digits_of(each.value)) >= slips.MANY
        return self.amount.unit not in CURRENCIES or bool(each.cues)

    def may_refute(self, each: SeriesPoint) -> bool:
        """Return whether a point may refute the text: it is the preferred one, and of a part of
        a year only where the text is.
        """
        is_told = "-" not in each.period or self.is_of_span(each)
        is_refuting = each.status == "preferred" and is_told and self.is_named(each)
        if not is_refuting:
            return False
        return self.is_timed(each)

    def is_timed(self, each: SeriesPoint) -> bool:
        """Return whether the text says the time of a point: its year, or, in a dated text, its
        months or many digits.
        """
        if self.years:
            return True
        is_part = "-" in each.period
        if self.today is None:
            return False
        return is_part or self.has_many_digits()

    def has_many_digits(self) -> bool:
        """Return whether the number has so many digits that it is that of a point, or a slip of
        it, in any year.
        """
        return len(slips.digits_of(self.amount.value)) >= slips.MANY

    def has_more_digits(self) -> bool:
        """Return whether the number has so many digits that it is no other by chance."""
        return len(slips.digits_of(self.amount.value)) > slips.MANY

    def counts(self, each: SeriesPoint) -> bool:
        """Return whether a figure counts what the text counts."""
        if PEOPLE in each.heads and self.is_of_nationals():
            return True
        return bool(each.unit) or bool(each.heads & self.nouns)

    def is_of_nationals(self) -> bool:
        """Return whether the text counts those of one of the two countries: «285 Français»."""
        place = next(iter(self.amount.nouns), self.last)
        unit = self.trial.windows.unit_at(place)
        return unit is not None and unit.key in NATIONALS and self.text.is_capital(place)

    def told(
        self,
        verdict: str,
        code: str,
        each: SeriesPoint,
    ) -> Finding:
        """A finding about a figure of a series."""
        made = self.finding(
            verdict,
            code,
            label=each.label,
            value=each.own_value,
            unit=each.own_unit,
            bound=each.bound,
            period=each.period,
            written=self.amount.value,
            right=each.value,
            measure=each.unit,
            written_measure=self.amount.unit,
        )
        return replace(
            made,
            expected=f"{each.own_value:g} {each.own_unit}",
            sources=each.sources,
            event=each.id,
            score=1.0,
        )
