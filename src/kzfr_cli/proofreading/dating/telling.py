"""Compare a date with what the event itself tells beside its own dates."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from kzfr_cli.core import edtf
from kzfr_cli.core.edtf import PartialDate
from kzfr_cli.proofreading import judging, slips
from kzfr_cli.proofreading.case import Finding
from kzfr_cli.proofreading.dating.celebrating import CelebratedDate
from kzfr_cli.proofreading.dating.limits import (
    ISO_LENGTH,
    STEPS,
    TOLD_SHARE,
    TOLD_SURE,
)
from kzfr_cli.proofreading.frames import Frame
from kzfr_cli.proofreading.judging import DateMatch
from kzfr_cli.proofreading.linking import Link, Links


class ToldDate(CelebratedDate):
    """A date that the summary of an event may tell, or a slip of one."""

    def slip_of_one(self, links: Links) -> Finding | None:
        """The finding on a slip of a date that the likeliest events tell, or None."""
        near = [link for link in links if link.score >= links[0].score * TOLD_SHARE]
        if any(self.is_told(link.frame) for link in near):
            return None
        return next(filter(None, map(self.slip_of_told, near)), None)

    def slip_of_years(self, links: Links) -> Finding | None:
        """The finding on a span of years that is a slip of one that an event tells beside its
        own date, or None.
        """
        is_of_years = len(years_of(self.moment.values)) > 1 and self.moment.kind == "span"
        if is_of_years:
            return self.slip_of_one(links)
        return None

    def slip_of_told(self, link: Link) -> Finding | None:
        """The finding on an end or a day that is a slip of one that the event tells: «jusqu'en
        2029» for 2039.
        """
        moment, frame = self.moment, link.frame
        if link.score < TOLD_SURE or moment.text in frame.told_dates or self.asked in STEPS:
            return None
        if not self.trial.is_specific(link, self.near_units()) or self.is_of_other(link):
            return None
        for told in sorted(frame.summary_dates):
            if self.is_slip_of(told, frame):
                match = DateMatch(
                    dated=frame.told_on(told),
                    relation=judging.NEAR_COMPONENT,
                )
                return self.contradict(link, match)
        return None

    def is_slip_of(self, told: str, frame: Frame) -> bool:
        """Return whether the date is a slip of one that the event tells beside its own."""
        is_own = told in {each.value for each in frame.dates}
        if is_own or told.startswith("-") or self.moment.earliest is None:
            return False
        value = edtf.parse(told)
        if self.moment.kind == "year" and told.isdecimal():
            return self.is_slip_of_end(self.moment.earliest.year, int(told))
        if self.moment.kind == "span" and value.is_interval:
            return self.is_slip_of_span(value)
        is_day = self.moment.kind == "day" and len(told) == ISO_LENGTH
        day = value.day if is_day else None
        if day is None:
            return False
        return is_slip_of_day(day, self.moment.earliest)

    def is_slip_of_end(self, year: int, told: int) -> bool:
        """Return whether the year until which something lasts is a slip of one that is told."""
        is_end = self.moment.relation in ("until", "before")
        if not is_end:
            return False
        return slips.is_one_digit(year, told)

    def is_slip_of_span(self, value: PartialDate) -> bool:
        """Return whether a span has one end of one that is told, or is as long, a year beside
        it.
        """
        begins = self.moment.earliest == value.earliest
        ends = self.moment.latest == value.latest
        return begins != ends or self.is_shifted(value)

    def is_shifted(self, value: PartialDate) -> bool:
        """Return whether a span of years is as long as another, a year before or after it."""
        mine, theirs = years_of(self.moment.values), years_of((value.start, value.end))
        steps = {one - other for one, other in zip(mine, theirs, strict=False)}
        if not (len(mine) == len(theirs) == 2):
            return False
        return steps in ({1}, {-1})

    def is_told(self, frame: Frame) -> bool:
        """Return whether the event's own summary or sources tell the date."""
        moment = self.moment
        if moment.kind in ("span", "list") and not moment.has_year:
            return False
        if self.is_of_other_step(frame) or (self.asked in STEPS and self.relevant(frame)):
            return False
        if self.is_other_step_told(frame):
            return False
        told = frame.told_dates - own_values(frame)
        if moment.text in told:
            return True
        if not moment.has_year and self.is_told_yearless(told):
            return True
        if moment.kind != "year":
            return False
        return str(moment.year) in frame.told

    def is_told_yearless(self, told: frozenset[str]) -> bool:
        """Return whether some dates have the day and the month of this one."""
        yearless = f"-{self.moment.month or 0:02}-{self.moment.day or 0:02}"
        return f"-{yearless}" in told or any(text[4:] == yearless for text in told)


def is_slip_of_day(day: date, mine: date) -> bool:
    """Return whether a day is another but for its month, its year, or a digit of its number."""
    if slips.is_month_slip(day, mine) or judging.is_another_year(day, mine):
        return True
    return slips.is_day_slip(day, mine)


def own_values(frame: Frame) -> set[str]:
    """The dates of an event itself, those of a day without their year, too."""
    values = {each.value for each in frame.dates}
    yearless = {f"-{value[4:]}" for value in values if len(value) == ISO_LENGTH}
    return values | yearless


def years_of(values: Iterable[PartialDate | None]) -> list[int]:
    """The years of some dates that are mere years."""
    return [each.year for each in values if each and each.precision == "year" and each.year]
