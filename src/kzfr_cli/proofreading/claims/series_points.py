"""Judge an amount by the series of figures of which its sentence speaks."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cached_property

from kzfr_cli.core.record import replace
from kzfr_cli.proofreading import thresholds
from kzfr_cli.proofreading.amounts import CURRENCIES
from kzfr_cli.proofreading.case import Finding
from kzfr_cli.proofreading.claims.measured import MeasuredCase
from kzfr_cli.proofreading.moments import Moment
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
"""How many times as much as the highest value that sources give, or as little as the lowest, is another number."""

Spoken = tuple[float, SeriesPoint]
"""A point of a series, with how surely the sentence speaks of it, from 0 to 1."""


class SeriesCase(MeasuredCase):
    """An amount on trial against the figures of series."""

    def judge(self) -> Finding | None:
        """The verdict by the series; None where none is spoken of."""
        cell = self.cell
        spoken = self.trial.spoken(self.sentence, cell)
        dated = [(share, each) for share, each in spoken if self.is_of_time(each)]
        return (
            self.right(dated) or self.rival(dated) or self.slip(dated) or self.other(dated)
        )

    def right(self, dated: list[Spoken]) -> Finding | None:
        """The finding on the value of a point."""
        least = POSSIBLE if self.amount.unit == "percent" else 0.0
        for share, each in dated:
            if share < least or not self.is_like(each):
                continue
            if self.agrees(each.value, each.bound):
                verdict = "contradicted" if each.status == "rejected" else "supported"
                return self.told(verdict, "right-figure", each)
        return None

    def rival(self, dated: list[Spoken]) -> Finding | None:
        """The finding on a value that another source gives."""
        for _, each in dated:
            for value, unit, source in each.rivals:
                if unit == self.amount.unit and self.agrees(value):
                    made = self.told("disputed", "disputed-figure", each)
                    return replace(made, sources=(*made.sources, source))
        return None

    def slip(self, dated: list[Spoken]) -> Finding | None:
        """The finding on a figure that is a slip of the value of a point that is surely meant."""
        if self.countries:
            return None
        likely = [pair for pair in dated if self.may_refute(pair[1])]
        possible = [each for share, each in likely if share >= MONEY]
        in_other_money = next(filter(self.is_other_currency, possible), None)
        found = in_other_money or self.slipped(self.like(likely, SPEAKS))
        return self.told("contradicted", "wrong-figure", found) if found else None

    def slipped(self, same: list[Spoken]) -> SeriesPoint | None:
        """The likeliest point of which the number is a slip, or None."""
        least = same[0][0] * CLOSE if same else 0.0
        close = (each for share, each in same if share >= least)
        return next((each for each in close if self.is_slip(each.value)), None)

    def like(self, spoken: list[Spoken], least: float) -> list[Spoken]:
        """The points, meant as surely as that at least, that have the unit of the text and count what it counts."""
        return [pair for pair in spoken if pair[0] >= least and self.is_like(pair[1])]

    def is_other_currency(self, each: SeriesPoint) -> bool:
        """Return whether a point has the number of the text in another currency."""
        money = each.unit in CURRENCIES and self.amount.unit in CURRENCIES
        return money and each.unit != self.amount.unit and self.agrees(each.value)

    def is_like(self, each: SeriesPoint) -> bool:
        """Return whether a point has the unit of the text, and counts what it counts."""
        return each.unit == self.amount.unit and self.counts(each)

    def other(self, dated: list[Spoken]) -> Finding | None:
        """The finding on a value far from all that sources give, where the series and its year are surely meant."""
        if self.countries or self.claim.bound != "exact" or not self.is_stated():
            return None
        same = self.like(dated, POSSIBLE)
        if not same or same[0][0] < NAMED:
            return None
        points = [each for _, each in same]
        if not self.is_of_one_direction(points[0]) or not all(map(self.is_far, points)):
            return None
        preferred = next((each for each in points if each.status == "preferred"), None)
        return self.told("contradicted", "wrong-figure", preferred) if preferred else None

    def is_far(self, each: SeriesPoint) -> bool:
        """Return whether the number is much more or less than any value that sources give of a point."""
        low, high = min(values_of(each)), max(values_of(each))
        return not low / APART <= self.amount.value <= high * APART

    def is_of_one_direction(self, each: SeriesPoint) -> bool:
        """Return whether a series is known by more than its label: those of trade are told apart by who sells only."""
        return bool(self.amount.unit) and (
            self.amount.unit not in CURRENCIES or bool(each.cues)
        )

    def is_stated(self) -> bool:
        """Return whether the year of the amount is told beside it, alone, and nothing that it is part of or grew by."""
        first, last = self.clause
        own = [
            each
            for each in self.moments
            if first <= each.first < last and each.kind == "year"
        ]
        begun, ended = self.cell
        near = self.text.words[begun:ended]
        partial = any(
            self.words.has("growth", word) or self.words.has("partly", word) for word in near
        )
        return len(own) == 1 and len(self.years) == 1 and not partial

    def may_refute(self, each: SeriesPoint) -> bool:
        """Return whether a point may refute the text: it is the preferred one, and of a part of a year only where the text is."""
        is_told = "-" not in each.period or self.says("partly") or self.is_of_span(each)
        return each.status == "preferred" and is_told

    def is_of_span(self, each: SeriesPoint) -> bool:
        """Return whether a date of the sentence is the very part of a year of which a point is."""
        return any(
            moment.earliest
            and moment.latest
            and (moment.earliest.isoformat(), moment.latest.isoformat())
            == (each.first, each.last)
            for moment in self.moments
        )

    def counts(self, each: SeriesPoint) -> bool:
        """Return whether a figure counts what the text counts."""
        return bool(each.unit) or bool(each.heads & self.nouns)

    @cached_property
    def years(self) -> set[int]:
        """The years of which the text speaks beside the amount: those of its clause, else of its part, else of all."""
        moments = self.moments
        for first, last in (
            self.clause,
            self.cell,
        ):
            inside = years_of(each for each in moments if first <= each.first < last)
            if inside:
                return inside
        return years_of(moments)

    def is_of_time(self, each: SeriesPoint) -> bool:
        """Return whether a figure is of the time of which the sentence speaks: its years, else near the text's date."""
        years = self.years
        if years:
            return each.year in years or any(str(year) in each.period for year in years)
        today = self.today
        return today is None or -1 <= today.year - each.year <= 3

    def told(self, verdict: str, code: str, each: SeriesPoint) -> Finding:
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
        )
        return replace(
            made,
            expected=f"{each.own_value:g} {each.own_unit}",
            sources=each.sources,
            event=each.id,
            score=1.0,
        )


def years_of(moments: Iterable[Moment]) -> set[int]:
    """The years of some dates; of a span its first and its last."""
    stated = [each for each in moments if each.has_year]
    return {day.year for each in stated for day in (each.earliest, each.latest) if day}
