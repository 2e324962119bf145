"""Judge a number of years by the very day on which they are full: «Trente ans demain : le 24 juin
1982, …», "ten years ago today", «бүгін он жыл толды».
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from kzfr_cli.core import edtf
from kzfr_cli.core.edtf import PartialDate
from kzfr_cli.core.record import record, replace
from kzfr_cli.proofreading import arithmetic, judging, thresholds
from kzfr_cli.proofreading.case import Case, Finding
from kzfr_cli.proofreading.frames import Dated, Frame
from kzfr_cli.proofreading.framing import day_keys
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


class KeptDayCase(Case):
    """A number of years that is full on a day that the text tells, on trial."""

    def judge(self, links: Links) -> Finding | None:
        """The verdict by the date that the text tells of that day in another year, else by the event
        of that day among those that it may mean; None where there is neither.
        """
        if self.claim.unit != "year" or self.claim.bound not in PLAIN:
            return None
        told = list(self.told())
        for moment in self.stated():
            for full in told:
                if full.is_on(moment.date) and full.years(moment.date) >= LEAST:
                    return self.by_arithmetic(moment, full, links)
        days = [each for each in (*told, *self.own_day()) if not each.is_month]
        return self.by_event(links, days)

    # ---- the day

    def told(self) -> Iterator[Full]:
        """The days or months beside the number on which it is full, by the text."""
        today = self.trial.as_of.day if self.trial.as_of else None
        if today is None:
            return
        for each in self.moments_in(self.clause) or self.moments_in(self.cell):
            yield from full_on(each, today)

    def moments_in(self, span: Span) -> list[Moment]:
        """The dates between two tokens."""
        first, last = span
        return [each for each in self.moments if first <= each.first < last]

    def own_day(self) -> Iterator[Full]:
        """The text's own day, where the clause tells of none."""
        is_dated = any(not each.relative for each in self.moments_in(self.clause))
        if self.trial.as_of and self.trial.as_of.day and not is_dated:
            yield Full(day=self.trial.as_of.day)

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
        meant = [
            frame for frame, each in self.trial.meant_near(self.sentence) if each is moment
        ]
        linked = [link.frame for link in links if self.was(link.frame, moment)]
        then = [frame for frame in self.of_that_day(moment) if self.was(frame, moment)]
        frames = [*meant, *linked, *(then if len(then) == 1 else [])]
        found = self.counted(moment.date, "", full)
        return replace(found, event=frames[0].id if frames else "", score=1.0)

    def of_that_day(self, moment: Moment) -> list[Frame]:
        """The events that were on a day of some year."""
        day = moment.earliest
        if day is None or not moment.is_day:
            return []
        return list(map(self.frames.frame, self.frames.dated(day_keys(day)[0])))

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
        found = (each for each in firm if full.is_on(each.date))
        return next((each for each in found if full.years(each.date) >= LEAST), None)

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
    """The days or the month that a date counted from the text's own, or one without its year, is."""
    if moment.kind == "weekday" and moment.weekday is not None:
        for apart in range(-WEEK, WEEK + 1):
            day = today + timedelta(days=apart)
            if day.weekday() == moment.weekday:
                yield Full(day=day)
    elif moment.earliest is None or (moment.has_year and not moment.relative):
        return
    elif moment.is_day:
        yield Full(day=arithmetic.same_day(moment.earliest, nearest(moment.earliest, today)))
    elif moment.kind == "month" and moment.relative:
        yield Full(day=moment.earliest, is_month=True)


def nearest(day: date, today: date) -> int:
    """The year in which a day lies nearest to another."""
    years = (today.year - 1, today.year, today.year + 1)
    return min(years, key=lambda year: abs(arithmetic.same_day(day, year) - today))


def is_same(day: date, other: date) -> bool:
    """Return whether two days are one of the year."""
    return (day.month, day.day) == (other.month, other.day)
