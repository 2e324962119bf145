"""Judge a number of years by the very day on which they are full: «Trente ans demain : le 24 juin
1982, …», "ten years ago today", «бүгін он жыл толды».
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from itertools import product

from kzfr_cli.core import edtf
from kzfr_cli.core.edtf import PartialDate
from kzfr_cli.core.record import record, replace
from kzfr_cli.proofreading import arithmetic, judging, thresholds
from kzfr_cli.proofreading.case import Case, Finding
from kzfr_cli.proofreading.framed import day_keys
from kzfr_cli.proofreading.frames import Dated, Frame
from kzfr_cli.proofreading.linking import Link, Links
from kzfr_cli.proofreading.moments import Moment
from kzfr_cli.proofreading.text import Span

WEAK = thresholds.of("weak")
RIVAL = thresholds.of("rival")
"""Score from which an event of the very day is meant, and the share of it that another may not
have of which the number is right.
"""

SHARE = thresholds.of("half")
"""Share of the best score that an event of the very day must have."""

WEEK = 7
"""Days before and behind a text in which a day of the week lies that it names."""

LEAST = 1
"""The least number of years."""

PLAIN = frozenset(("exact", "exactly", "day"))
"""The bounds of a number that is full on a day."""


@record
class Full:
    """The day, or the month, on which a number of years is full."""

    day: date
    is_month: bool = False

    def is_on(self, value: PartialDate) -> bool:
        """Return whether another year of a date has that day, or that month."""
        if value.month is None or value.earliest is None:
            return False
        if self.is_month:
            return value.month[1] == self.day.month
        return any(is_same(each, self.day) for each in judging.ends_of(value))

    def years(self, value: PartialDate) -> int:
        """The years from a date to that day."""
        return self.day.year - (value.year or 0)

    def is_anniversary(self, value: PartialDate) -> bool:
        """Return whether it is that day, or month, of a date in a later year."""
        return self.is_on(value) and self.years(value) >= LEAST


class KeptDayCase(Case):
    """A number of years that is full on a day that the text tells, on trial."""

    def judge(self, links: Links) -> Finding | None:
        """The verdict by the date that the text tells of that day in another year, else by the
        event of that day among those that it may mean; None where there is neither.
        """
        if self.claim.unit != "year" or self.claim.bound not in PLAIN:
            return None
        told = list(self.told())
        for moment, full in product(self.stated(), told):
            if full.is_anniversary(moment.date):
                return self.by_arithmetic(moment, full, links)
        return self.by_event(links, [each for each in told if not each.is_month])

    # ---- the day

    def told(self) -> Iterator[Full]:
        """The days or months beside the number on which it is full, by the text; and its own day,
        where it counts back from it and tells of no other.
        """
        today = self.trial.as_of.day if self.trial.as_of else None
        if today is None:
            return
        beside = [each for each in self.moments_in(self.clause) if not each.relation]
        around = [each for each in self.moments_in(self.cell) if is_of_these_days(each)]
        for each in beside or around:
            yield from full_on(each, today)
        is_dated = any(not each.relative for each in self.moments_in(self.clause))
        if self.claim.form == "ago" and not is_dated:
            yield Full(day=today)

    def moments_in(self, span: Span) -> list[Moment]:
        """The dates between two tokens."""
        first, last = span
        return [each for each in self.moments if first <= each.first < last]

    # ---- by the text alone

    def stated(self) -> list[Moment]:
        """The days and months with their year of the sentence, else of those beside it."""
        for sentence in (self.sentence, self.sentence.following, self.sentence.previous):
            if sentence is None or sentence.is_row:
                continue
            found = [
                each for each in self.trial.moments_of(sentence) if self.is_stated(each)
            ]
            if found:
                return found
        return []

    def is_stated(self, moment: Moment) -> bool:
        """Return whether a date is a day or a month with its year, and not told wrongly."""
        if not moment.has_year or moment.relative or moment.first in self.trial.wrong_dates:
            return False
        return moment.kind in ("day", "month")

    def by_arithmetic(self, moment: Moment, full: Full, links: Links) -> Finding:
        """The verdict by a date of the text."""
        frame = self.owner(moment, links)
        found = self.counted(moment.date, "", full)
        return replace(found, event=frame.id if frame else "", score=1.0)

    def owner(self, moment: Moment, links: Links) -> Frame | None:
        """The event that was at a date of the text: the one that it was found to mean, one of those
        that may be meant, or the only one of that day.
        """
        for frame, each in self.trial.meant_near(self.sentence):
            if each is moment:
                return frame
        for link in links:
            if self.was(link.frame, moment):
                return link.frame
        return self.of_that_day(moment)

    def of_that_day(self, moment: Moment) -> Frame | None:
        """The only event that was on a day."""
        day = moment.earliest
        if day is None or not moment.is_day:
            return None
        frames = map(self.frames.frame, self.frames.dated(day_keys(day)[0]))
        found = [frame for frame in frames if self.was(frame, moment)]
        return found[0] if len(found) == 1 else None

    def was(self, frame: Frame, moment: Moment) -> bool:
        """Return whether an event was at a date."""
        return any(judging.compare(moment, dated) in judging.AGREE for dated in frame.dates)

    # ---- by an event

    def by_event(self, links: Links, days: list[Full]) -> Finding | None:
        """The verdict by the event of a day that the words mean, if any."""
        least = max(WEAK, links[0].score * SHARE) if links else 0.0
        for link in links:
            for full in days:
                dated = self.dated_on(link.frame, full)
                if dated is not None and link.score >= least:
                    return self.by_day_of(link, dated, full, links)
        return None

    def by_day_of(
        self, link: Link, dated: Dated, full: Full, links: Links
    ) -> Finding | None:
        """The verdict by the day of an event."""
        found = self.counted(dated.date, dated.kind, full)
        if found.verdict == "contradicted" and self.fits_another(link, links, full):
            return None
        return self.on(found, link.frame, dated, link.score)

    def fits_another(self, link: Link, links: Links, full: Full) -> bool:
        """Return whether the number is right of another event that is as likely meant."""
        least = link.score * RIVAL
        return any(
            full.years(dated.date) == self.claim.number
            for other in links
            for dated in other.frame.dates
            if other.id != link.id and other.score >= least
        )

    def dated_on(self, frame: Frame, full: Full) -> Dated | None:
        """The firm day of an event that comes again on a day, if any."""
        firm = (
            each for each in frame.dates if each.is_firm and each.date.precision != "month"
        )
        return next((each for each in firm if full.is_anniversary(each.date)), None)

    # ---- findings

    def counted(self, of: PartialDate, kind: str, full: Full) -> Finding:
        """The finding on the number of years from a date to a day."""
        years = full.years(of)
        facts = {
            "of": of.text,
            "kind": kind,
            "to": edtf.parse(full.day.isoformat()).text,
            "number": int(self.claim.number),
            "years": years,
            "elapsed": years,
        }
        if years == self.claim.number:
            return self.finding("supported", "right-years", **facts)
        found = self.finding("contradicted", "wrong-years", **facts)
        return replace(found, expected=str(years))


def full_on(moment: Moment, today: date) -> Iterator[Full]:
    """The days or the month that a date is which counts from the text's own, or lacks its year."""
    day = moment.earliest
    if moment.kind == "weekday":
        yield from (Full(day=each) for each in weekdays(moment, today))
    elif day and moment.is_day and is_of_now(moment):
        yield Full(day=arithmetic.same_day(day, nearest(day, today)))
    elif day and moment.kind == "month" and moment.relative:
        yield Full(day=day, is_month=True)


def is_of_these_days(moment: Moment) -> bool:
    """Return whether a date is a day of the week, or counts from the text's own."""
    return moment.kind == "weekday" or bool(moment.relative)


def is_of_now(moment: Moment) -> bool:
    """Return whether a date counts from the text's own, or lacks its year."""
    return bool(moment.relative) or not moment.has_year


def weekdays(moment: Moment, today: date) -> list[date]:
    """The days of the week that a text names, beside its own day."""
    days = [today + timedelta(days=apart) for apart in range(-WEEK, WEEK + 1)]
    return [day for day in days if day.weekday() == moment.weekday]


def nearest(day: date, today: date) -> int:
    """The year in which a day lies nearest to another."""
    years = (today.year - 1, today.year, today.year + 1)
    return min(years, key=lambda year: abs(arithmetic.same_day(day, year) - today))


def is_same(day: date, other: date) -> bool:
    """Return whether two days are one of the year."""
    return (day.month, day.day) == (other.month, other.day)
