"""Tell what happened in the days around an event, and which days its summaries tell."""

from __future__ import annotations

from datetime import date, timedelta

from kzfr_cli.core import edtf
from kzfr_cli.core.edtf import PartialDate
from kzfr_cli.core.record import replace
from kzfr_cli.proofreading import judging
from kzfr_cli.proofreading.framed import day_keys, month_key
from kzfr_cli.proofreading.frames import Frame, Frames
from kzfr_cli.proofreading.moments import Moment

DAYS = 5
"""Days before and after an event in which what tells of a name may be part of the same visit."""

MONTH = 40
"""Days of a longer event that are looked through."""


WEEK = 7

FEW = frozenset(("day", "span", "list"))
"""The kinds of dates that are a day or a few."""


def around(frames: Frames, frame: Frame) -> list[Frame]:
    """The events of the days around an event."""
    value = frame.preferred.date
    if value.earliest is None or value.latest is None or value.precision == "year":
        return []
    first = value.earliest - timedelta(DAYS)
    span = (value.latest - first).days + DAYS + 1
    days = [first + timedelta(each) for each in range(min(span, MONTH))]
    keys = {
        key for day in days for key in (day_keys(day)[0], month_key(day.year, day.month))
    }
    places = {place for key in keys for place in frames.dated(key)}
    found = (frames.frame(place) for place in sorted(places))
    return [each for each in found if is_beside(each, frame)]


def is_beside(other: Frame, frame: Frame) -> bool:
    """Return whether two events were within days of each other."""
    mine, theirs = frame.preferred.date, other.preferred.date
    if not (mine.earliest and mine.latest and theirs.earliest and theirs.latest):
        return False
    apart = timedelta(DAYS)
    if theirs.earliest - apart > mine.latest:
        return False
    return mine.earliest <= theirs.latest + apart


def told(frame: Frame) -> set[tuple[date | None, date | None]]:
    """The first and the last day of each date that the summaries of an event tell."""
    values = [edtf.parse(each) for each in frame.summary_dates if each[0] != "-"]
    return {(value.earliest, value.latest) for value in values}


def is_few(moment: Moment) -> bool:
    """Return whether a date is a day or a few of them, not a span of years."""
    if moment.kind not in FEW or not moment.earliest or not moment.latest:
        return False
    return (moment.latest - moment.earliest).days < MONTH


def is_far(frame: Frame, moment: Moment) -> bool:
    """Return whether a date with its year is far from all those of an event: «aux Jeux de 2012 à
    Londres» is none of 2024.
    """
    if not moment.has_year or not moment.is_resolved:
        return False
    return all(judging.compare(moment, each) == judging.FAR for each in frame.dates)


def dated(moment: Moment, as_of: PartialDate | None) -> Moment:
    """A date of a text; a weekday alone, in a text of a known day, as what that week may mean by
    it: the last such day.
    """
    today = as_of.day if as_of else None
    if moment.kind != "weekday" or moment.weekday is None or today is None:
        return moment
    day = today - timedelta((today.weekday() - moment.weekday) % WEEK)
    return replace(
        moment,
        kind="part",
        earliest=day,
        latest=day,
        has_year=True,
    )


Days = tuple[date, date]
"""The first and the last day of something."""


def days_of(moment: Moment) -> Days | None:
    """The days of a date, where they are known."""
    if moment.earliest and moment.latest:
        return (moment.earliest, moment.latest)
    return None


def in_edtf(days: Days) -> str:
    """Some days in EDTF: a whole month or year as such."""
    first, last = days
    if first == last:
        return first.isoformat()
    for text in (f"{first.year:04}", f"{first.year:04}-{first.month:02}"):
        whole = edtf.parse(text)
        if (whole.earliest, whole.latest) == days:
            return text
    return f"{first.isoformat()}/{last.isoformat()}"
