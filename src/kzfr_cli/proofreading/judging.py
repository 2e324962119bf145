"""Compare a date of a text with those of an event: equal, inside, known less exactly, near
in one component, far.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import NamedTuple

from kzfr_cli.core.edtf import PartialDate
from kzfr_cli.core.record import record
from kzfr_cli.proofreading import slips
from kzfr_cli.proofreading.frames import Dated, Frame
from kzfr_cli.proofreading.moments import Moment

EQUAL, INSIDE, COARSE, PARTIAL = "equal", "inside", "coarse", "partial"
"""The same; the one within the other; known to the database less exactly than told; two
spans that only overlap.
"""

NEAR_COMPONENT, NEAR_END, NEAR_MONTHS, NEAR_YEARS, FAR = (
    "component",
    "end",
    "months",
    "years",
    "far",
)
"""One component differs; one end of a span; within two months; a year or two off; further."""

YEARS_NEAR = 2
"""Years off that a date may be by a slip."""

MonthDay = tuple[int, int]
"""A month and a day of it."""

AGREE = frozenset((EQUAL, INSIDE))
INNER_KINDS = frozenset(("year", "decade", "century"))


@record
class DateMatch:
    """How a date of a text stands to one date of an event."""

    dated: Dated
    relation: str


def compare(moment: Moment, dated: Dated) -> str:
    """How a date of a text stands to a date of an event."""
    value = dated.date
    if not moment.is_resolved or not moment.has_year:
        return compare_days(moment, value)
    if value.earliest is None or value.latest is None:
        return compare_open(moment, value)
    return compare_closed(moment, value)


def compare_open(moment: Moment, value: PartialDate) -> str:
    """How a date stands to one that has no beginning or no end."""
    first, last = moment.earliest, moment.latest
    begun = value.earliest or value.latest or first
    ended = value.latest or value.earliest or last
    assert first and last and begun and ended
    if first <= ended and begun <= last and value.start is None:
        return INSIDE
    return COARSE


def compare_closed(moment: Moment, value: PartialDate) -> str:
    """How a date stands to one whose ends are known."""
    mine, theirs = CoveredDays.of(moment), CoveredDays.of(value)
    if not mine.meets(theirs):
        return distance(moment, value)
    if mine == theirs:
        return EQUAL
    if moment.kind == "year" and value.is_interval and theirs.runs_into(mine):
        return INSIDE
    if theirs.holds(mine):
        return inside_event(moment, value)
    if mine.holds(theirs):
        is_listed = moment.kind in ("span", "list")
        if is_listed:
            return span_around(moment, value)
        return INSIDE
    return overlap(moment, value)


class CoveredDays(NamedTuple):
    """The first and the last day of something."""

    first: date
    last: date

    @classmethod
    def of(cls, dated: Moment | PartialDate) -> CoveredDays:
        """Those of a date whose ends are known."""
        assert dated.earliest and dated.latest
        return cls(dated.earliest, dated.latest)

    def holds(self, other: CoveredDays) -> bool:
        """Return whether all of the other lies within."""
        if self.first > other.first:
            return False
        return other.last <= self.last

    def meets(self, other: CoveredDays) -> bool:
        """Return whether they share a day."""
        if self.first > other.last:
            return False
        return other.first <= self.last

    def runs_into(self, other: CoveredDays) -> bool:
        """Return whether it begins in a year before the other, and goes on into it."""
        return self.first.year < other.first.year <= self.last.year


def inside_event(moment: Moment, value: PartialDate) -> str:
    """How a date within that of an event stands to it: a day of a visit is right, a span
    must have both ends.
    """
    if value.precision in ("month", "year", "season", "decade", "century", "set"):
        return COARSE
    if moment.kind == "span" and value.precision == "interval":
        return end_or_part(moment, value)
    return INSIDE


def end_or_part(moment: Moment, value: PartialDate) -> str:
    """A span of days within the span of an event: one end differs, or it is a part of
    something long.
    """
    assert value.earliest and value.latest
    long = (value.latest - value.earliest).days > LONG
    same = moment.earliest == value.earliest or moment.latest == value.latest
    ends = ((moment.earliest, value.earliest), (moment.latest, value.latest))
    if same and (not long or any(slips.is_month_slip(*pair) for pair in ends)):
        return NEAR_END
    return PARTIAL


LONG = 21
"""CoveredDays from which something lasts, so that a span within it is a part of it."""


def span_around(moment: Moment, value: PartialDate) -> str:
    """A span of days around that of an event."""
    if value.precision == "interval":
        same = moment.earliest == value.earliest or moment.latest == value.latest
        if same:
            return NEAR_END
        return PARTIAL
    return PARTIAL


def overlap(moment: Moment, value: PartialDate) -> str:
    """Two dates that overlap in part."""
    if moment.kind not in ("span", "list", "day"):
        return INSIDE
    if value.precision == "interval":
        return NEAR_END
    return COARSE


def distance(moment: Moment, value: PartialDate) -> str:
    """How far apart two dates are that share no day."""
    assert moment.earliest and moment.latest and value.earliest and value.latest
    if is_near_component(moment, value):
        return NEAR_COMPONENT
    gap = max((value.earliest - moment.latest).days, (moment.earliest - value.latest).days)
    if gap <= 62 and moment.kind not in INNER_KINDS:
        return NEAR_MONTHS
    years = max(
        value.earliest.year - moment.latest.year, moment.earliest.year - value.latest.year
    )
    slip = moment.kind == "year" and slips.is_one_digit(
        moment.earliest.year, value.earliest.year
    )
    if years <= YEARS_NEAR or slip:
        return NEAR_YEARS
    return FAR


def is_near_component(moment: Moment, value: PartialDate) -> bool:
    """Return whether only the day, only the month or only the year differs, each named on
    both sides.
    """
    if not moment.earliest or not moment.latest:
        return False
    ends = ends_of(value)
    if moment.is_day:
        return any(one_component(moment.earliest, day) for day in ends)
    if moment.kind in ("span", "list") and len(ends) == 2:
        pairs = zip((moment.earliest, moment.latest), ends, strict=True)
        return all(one_component(mine, theirs) for mine, theirs in pairs)
    if moment.kind == "span":
        return any(is_another_year(moment.earliest, day) for day in ends)
    if moment.kind == "season":
        return any(moment.earliest.year == day.year for day in ends)
    if moment.kind != "month":
        return False
    return is_near_month(moment.earliest, value)


def is_near_month(mine: date, value: PartialDate) -> bool:
    """Return whether a month has the year, or the month of the year, of a date."""
    months = {(day.year, day.month) for day in ends_of(value)}
    if value.month:
        months.add(value.month)
    return any(mine.year == year or mine.month == month for year, month in months)


def ends_of(value: PartialDate) -> list[date]:
    """The first and last day of a date known to the day."""
    if value.precision == "day" and value.earliest:
        return [value.earliest]
    if value.precision == "interval" and value.start and value.end:
        days = [value.start.day, value.end.day]
        return [day for day in days if day is not None]
    return []


def days_of(value: PartialDate) -> float:
    """How many days a date covers; without end where one of its ends is open."""
    if value.earliest is None or value.latest is None:
        return float("inf")
    return (value.latest - value.earliest).days + 1


def is_on(moment: Moment, day: date) -> bool:
    """Return whether a date of a text is a day, in any year where it names none."""
    if moment.has_year:
        return moment.earliest == day
    return (moment.month, moment.day) == (day.month, day.day)


def one_component(one: date, other: date) -> bool:
    """Return whether two days differ in the year, the month or the day alone."""
    same = (one.year == other.year) + (one.month == other.month) + (one.day == other.day)
    return same == 2


def is_another_year(one: date, other: date) -> bool:
    """Return whether two days differ in the year alone."""
    return one.year != other.year and one_component(one, other)


def compare_days(moment: Moment, value: PartialDate) -> str:
    """How a date without its year stands to a date of an event: day and month are compared
    in any year.
    """
    ends = ends_of(value)
    month = value.month[1] if value.month else None
    if moment.month is None:
        return FAR
    if moment.day is None:
        months = {month, *(day.month for day in ends)}
        if month is None:
            return COARSE
        if moment.month in months:
            return INSIDE
        return yearless(moment, value)
    if not ends:
        return compare_coarse(moment, value, month)
    if moment.kind in ("span", "list") and len(ends) == 2:
        return compare_spans(moment, ends, value)
    if moment.kind in ("span", "list") and is_within(moment, ends[0]):
        return PARTIAL
    return compare_one_day(moment, ends, value)


def compare_coarse(moment: Moment, value: PartialDate, month: int | None) -> str:
    """How a day without its year stands to a date that is known to the month or the year."""
    if month is None:
        if is_that_year(moment, value):
            return COARSE
        return FAR
    if month != moment.month:
        return yearless(moment, value)
    if is_that_year(moment, value):
        return COARSE
    return FAR


def compare_one_day(moment: Moment, ends: list[date], value: PartialDate) -> str:
    """A day and a month against the days of an event."""
    mine = (moment.month or 0, moment.day or 0)
    theirs = [(day.month, day.day) for day in ends]
    if mine in theirs:
        if len(theirs) == 1:
            return EQUAL
        return INSIDE
    if len(theirs) == 2 and theirs[0] <= mine <= theirs[1]:
        return INSIDE
    if any(mine[0] == month or mine[1] == day for month, day in theirs):
        if is_that_year(moment, value):
            return NEAR_COMPONENT
        return FAR
    return yearless(moment, value)


def is_within(moment: Moment, day: date) -> bool:
    """Return whether a day lies within a span, whatever the year."""
    if moment.earliest is None or moment.latest is None:
        return True
    begun, ended = moment.earliest, moment.latest
    return (begun.month, begun.day) <= (day.month, day.day) <= (ended.month, ended.day)


def compare_spans(moment: Moment, ends: list[date], value: PartialDate) -> str:
    """Two days and months against those of an event."""
    mine = [(day.month, day.day) for day in (moment.earliest, moment.latest) if day]
    theirs = [(day.month, day.day) for day in ends]
    if len(mine) < 2:
        return compare_one_day(moment, ends, value)
    if mine == theirs:
        return EQUAL
    return compare_ends(moment, value, mine, theirs)


def compare_ends(
    moment: Moment,
    value: PartialDate,
    mine: Sequence[MonthDay],
    theirs: Sequence[MonthDay],
) -> str:
    """The first and the last of some days against those of an event."""
    if moment.kind == "list" and are_within(mine, theirs):
        return INSIDE
    if any(one == other for one, other in zip(mine, theirs, strict=True)):
        return one_end(moment, value)
    if not is_that_year(moment, value):
        return yearless(moment, value)
    if differ_alike(mine, theirs):
        return NEAR_COMPONENT
    if mine[0] == theirs[1] or mine[1] == theirs[0]:
        return NEAR_END
    return yearless(moment, value)


def differ_alike(mine: Sequence[MonthDay], theirs: Sequence[MonthDay]) -> bool:
    """Return whether some days have the same months as others, or the same numbers in theirs."""
    pairs = list(zip(mine, theirs, strict=True))
    return any(all(one[part] == other[part] for one, other in pairs) for part in (0, 1))


def are_within(mine: Sequence[MonthDay], theirs: Sequence[MonthDay]) -> bool:
    """Return whether the first and the last of some days lie within those of an event."""
    begun, ended = theirs
    return begun <= mine[0] and mine[1] <= ended


def one_end(moment: Moment, value: PartialDate) -> str:
    """Days without their year of which the first or the last is that of an event; those of a
    list only in its year.
    """
    if moment.kind == "list" and not is_that_year(moment, value):
        return FAR
    return NEAR_END


def is_that_year(moment: Moment, value: PartialDate) -> bool:
    """Return whether the guessed year of a date may be that of an event, or none is guessed."""
    if moment.around is None or value.earliest is None:
        return moment.earliest is None
    coming = AHEAD if moment.relation in ("until", "before") else SOON
    return -coming <= (moment.around - value.earliest).days <= PAST


SOON, AHEAD, PAST = 60, 400, 400
"""Days after a text in which a day without its year may still be meant, and those where it is
said until when something lasts; days before it.
"""


def yearless(moment: Moment, value: PartialDate) -> str:
    """How far a date whose year is guessed lies from that of an event."""
    if (
        moment.earliest is None
        or moment.latest is None
        or value.earliest is None
        or value.latest is None
    ):
        return FAR
    gap = max((value.earliest - moment.latest).days, (moment.earliest - value.latest).days)
    if gap <= 62:
        return NEAR_MONTHS
    return FAR


def matches(moment: Moment, frame: Frame) -> list[DateMatch]:
    """How a date stands to every date of an event."""
    return [
        DateMatch(
            dated=dated,
            relation=compare(moment, dated),
        )
        for dated in frame.dates
    ]
