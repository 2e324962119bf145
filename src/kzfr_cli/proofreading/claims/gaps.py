"""Judge a time between a date that the text states and an event that it does not date: «trois mois
après la visite du président, en décembre 2009, …».
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from kzfr_cli.core.edtf import PartialDate
from kzfr_cli.core.record import record
from kzfr_cli.proofreading import arithmetic, closeness, judging, thresholds
from kzfr_cli.proofreading.case import Finding
from kzfr_cli.proofreading.claims.stories import StoryCase
from kzfr_cli.proofreading.framed import month_key
from kzfr_cli.proofreading.frames import Dated
from kzfr_cli.proofreading.linking import Link, Links, Window
from kzfr_cli.proofreading.moments import Moment

BESIDE = 2
"""Words that may stand between a time and the date to which it leads."""

AWAY = thresholds.of("sentence-away")
"""What a unit weighs that stands elsewhere in the sentence."""

SURE = thresholds.of("half")
LIKELY = thresholds.of("weak")
CLOSE = thresholds.of("rival")
"""Scores from which an event is meant, and one that is but days, weeks or months away, where few
are; and the share of it that one of which the number is right must have.
"""

SAID = thresholds.of("day")
"""Score that an event must have by what follows «après» alone."""

SHORT = 200
"""Days within which few events lie."""

OFF = {
    "year": 2.2,
    "month": 1.4,
    "week": 1.5,
    "day": 2.1,
}
SHARE_OFF = 0.5
"""Units, and share of a number, by which a number told wrongly is off at most."""

KINDS = frozenset(("day", "month", "year", "span"))
"""Kinds of dates from which time is counted."""


@record
class TimeBetween:
    """The time between a stated date and a date of an event that may be meant, in units."""

    link: Link
    dated: Dated
    at: PartialDate
    span: float
    is_right: bool


@record
class End:
    """A stated date of a time, with the units that tell the other end, and which way that lies."""

    moment: Moment
    says: Window
    is_forward: bool


class GapCase(StoryCase):
    """A time between a stated date and an event, on trial."""

    def judge(self) -> Finding | None:
        """The verdict by the event near the number that the words surely mean; None where they
        mean none, or one that makes the number right.
        """
        gaps = [gap for end in self.stated() for gap in self.gaps(end)]
        best = max(filter(self.is_near_miss, gaps), key=strength, default=None)
        if best is None or strength(best) < self.least():
            return None
        if any(each.is_right and strength(each) >= strength(best) * CLOSE for each in gaps):
            return None
        return self.wrong(best.link, best.dated, best.at)

    def least(self) -> float:
        """The score from which an event is meant."""
        length = self.claim.number * arithmetic.DAYS[self.claim.unit]
        return LIKELY if length <= SHORT else SURE

    def is_near_miss(self, gap: TimeBetween) -> bool:
        """Return whether a time is not that of the number, but so near that this may be an error
        for it.
        """
        most = max(OFF[self.claim.unit], self.claim.number * SHARE_OFF)
        return not gap.is_right and abs(gap.span - self.claim.number) <= most

    # ---- the stated dates

    def stated(self) -> Iterator[End]:
        """The stated dates at which the time may begin or end."""
        first, last = self.anchor()
        for each in self.dates_told():
            if self.claim.form in ("after", "before"):
                yield self.leaning(each, first, last)
            else:
                yield self.told_alone(each)

    def dates_told(self) -> list[Moment]:
        """The dates of the sentence, those that are counted from the text's own only to the day;
        else the last of the sentence before.
        """
        own = [each for each in self.moments if self.may_end(each)]
        before = self.sentence.previous
        if own or before is None or before.is_row:
            return own
        if self.claim.form in ("after", "before"):
            return []
        return list(filter(self.may_end, self.trial.moments_of(before)))[-1:]

    def may_end(self, moment: Moment) -> bool:
        """Return whether a date may be an end of the time."""
        is_inside = self.first <= moment.first <= self.last
        if is_inside or moment.part or moment.kind not in KINDS:
            return False
        is_known = moment.is_day if moment.relative else self.is_in_its_year(moment)
        return moment.is_resolved and is_known and moment.first not in self.trial.wrong_dates

    def is_in_its_year(self, moment: Moment) -> bool:
        """Return whether the year of a date is stated, or that of the weeks before the text."""
        return moment.has_year or self.is_exact(moment)

    def leaning(self, moment: Moment, first: int, last: int) -> End:
        """A stated date of a time with «après»: what follows that is the other end, unless the date
        stands there.
        """
        is_after = self.claim.form == "after"
        if first <= moment.first < last:
            return End(moment=moment, says=self.outside(first, last), is_forward=is_after)
        return End(moment=moment, says=self.inside(first, last), is_forward=not is_after)

    def told_alone(self, moment: Moment) -> End:
        """A stated date of a time «plus tard»: its clause tells the other end, unless the date
        stands beside the time.
        """
        is_later = self.claim.form == "later"
        if self.is_led_to(moment):
            said = self.inside(self.sentence.first, self.first)
            return End(moment=moment, says=said, is_forward=not is_later)
        return End(moment=moment, says=self.inside(*self.clause), is_forward=is_later)

    def is_led_to(self, moment: Moment) -> bool:
        """Return whether a date stands right beside the time, in its part of the sentence, so that
        the time leads to it.
        """
        first, last = self.cell
        apart = max(moment.first - self.last, self.first - moment.last) - 1
        if not first <= moment.first < last or apart > BESIDE:
            return False
        return moment.first > self.last or not self.text.gap(self.last).isspace()

    def inside(self, first: int, last: int) -> Window:
        """The units of the sentence between two tokens."""
        return [(unit, 1.0) for unit in self.units if first <= unit.first < last]

    def outside(self, first: int, last: int) -> Window:
        """The units of the sentence but those between two tokens."""
        return [(unit, 1.0) for unit in self.units if not first <= unit.first < last]

    # ---- the events

    def gaps(self, end: End) -> Iterator[TimeBetween]:
        """The times between a stated date and those of the events that may be the other end."""
        for link in self.meant_by(end):
            for dated in self.dates(link.frame):
                gap = self.gap(link, dated, end)
                if gap is not None:
                    yield gap

    def meant_by(self, end: End) -> Links:
        """The events that may be the other end, each by what is said of it alone, or by that and
        the rest of the sentence, whichever means it more surely; what follows «après» must say
        something of it.
        """
        near = self.places_near(end)
        own = {unit.first for unit, _ in end.says}
        rest = [(unit, AWAY) for unit in self.units if unit.first not in own]
        apart = self.trial.linked(end.says, near)
        together = self.trial.linked([*end.says, *rest], near)
        if self.claim.form in ("after", "before"):
            said = {link.id for link in apart if link.score >= SAID}
            together = [link for link in together if link.id in said]
        links = sorted([*apart, *together], key=lambda link: link.score)
        best = {link.id: link for link in links}
        return [link for link in best.values() if self.may_be_meant(link.frame)]

    def gap(self, link: Link, dated: Dated, end: End) -> TimeBetween | None:
        """The time between a stated date and that of an event; None where it runs the other way,
        or the two are one, or not known finely enough.
        """
        value, at = dated.date, end.moment.date
        is_fine = self.claim.unit == "year" or value.month
        if not is_fine or judging.compare(end.moment, dated) in judging.AGREE:
            return None
        first, last = (at, value) if end.is_forward else (value, at)
        if not closeness.is_before(first, last):
            return None
        spans = arithmetic.spans(first, last, self.claim.unit)
        return TimeBetween(
            link=link,
            dated=dated,
            at=at,
            span=spans[len(spans) // 2],
            is_right=closeness.is_possible(self.claim, first, last),
        )

    def places_near(self, end: End) -> list[int]:
        """The places of the events of the months in which the other end of a time of days, weeks or
        months may lie.
        """
        begun, ended = end.moment.earliest, end.moment.latest
        if self.claim.unit == "year" or begun is None or ended is None:
            return []
        length = self.claim.number * (1 + SHARE_OFF) + OFF[self.claim.unit]
        apart = timedelta(days=length * arithmetic.DAYS[self.claim.unit])
        span = (begun, ended + apart) if end.is_forward else (begun - apart, ended)
        keys = months(*span)
        return list(dict.fromkeys(place for key in keys for place in self.frames.dated(key)))


def strength(gap: TimeBetween) -> float:
    """The score of the event of a time."""
    return gap.link.score


def months(first: date, last: date) -> list[str]:
    """The keys of the months from one day to another."""
    begun, ended = first.year * 12 + first.month - 1, last.year * 12 + last.month - 1
    return [month_key(each // 12, each % 12 + 1) for each in range(begun, ended + 1)]
