"""Plan the anniversaries of some events for a calendar: one by one for so many years, or repeated without end.

A repeated anniversary of 29 February needs more than `FREQ=YEARLY`, which passes over three years in four
(RFC 5545, 3.3.10): the last day of February, or the sixtieth day of the year, which is 1 March in a common year.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date

from dateutil.relativedelta import relativedelta

from kzfr_cli.core.event import Event, Facet
from kzfr_cli.core.record import record
from kzfr_cli.queries import anniversaries
from kzfr_cli.queries.anniversaries import Anniversary, LeapDay, Rules, is_leap
from kzfr_cli.store.index import Index

YEARLY = "FREQ=YEARLY"
LAST_OF_FEBRUARY = "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=-1"
SIXTIETH_DAY = "FREQ=YEARLY;BYYEARDAY=60"
EXCLUDED_YEARS = 100
"""Years for which a repetition on 1 March leaves out 29 February where that is another repetition's."""

COUNTED = ("preferred", "accepted", "disputed")


@record
class Repeated:
    """Hold a repeated anniversary: its first day to come, its rule in the words of RFC 5545, the days left out."""

    event: Event
    facet: Facet
    first: date
    rule: str
    excluded: tuple[date, ...] = ()


def one_by_one(index: Index, events: Iterable[Event], start: date, years: int, rules: Rules) -> list[Anniversary]:
    """List the anniversaries of some events that are known to the day, from a day on, for so many years."""
    wanted = {event.id for event in events}
    end = start + relativedelta(years=years)
    found = anniversaries.coming(index, start, days=(end - start).days, rules=rules)
    return [item for item in found.anniversaries if item.event.id in wanted]


def repeated(events: Iterable[Event], start: date, rules: Rules) -> list[Repeated]:
    """List the repeated anniversaries of some events, from the first to come after a day on."""
    return [
        item for event in events for facet in facets(event, rules) for item in repetitions(event, facet, start, rules)
    ]


def facets(event: Event, rules: Rules) -> Iterator[Facet]:
    """List the dated sides of an event that are counted from: no observance, nothing rejected, no mere announcement."""
    for facet in event.dates:
        counts = facet.status in COUNTED and facet.kind != "celebrated"
        announced = facet.kind == "announced" and facet.status != "preferred"
        if counts and not announced and (not rules.kinds or facet.kind in rules.kinds):
            yield facet


def repetitions(event: Event, facet: Facet, start: date, rules: Rules) -> Iterator[Repeated]:
    """Make the repetition of a date known to the day; 29 February may need two."""
    day = facet.value.day
    if day is None:
        return
    if (day.month, day.day) != (2, 29):
        yield Repeated(event=event, facet=facet, first=coming(day, start), rule=YEARLY)
        return
    if rules.leap_day in ("feb28", "both"):
        yield Repeated(event=event, facet=facet, first=next_leap(start, day, "feb28"), rule=LAST_OF_FEBRUARY)
    if rules.leap_day == "mar1":
        yield Repeated(event=event, facet=facet, first=next_leap(start, day, "mar1"), rule=SIXTIETH_DAY)
    if rules.leap_day == "both":
        first = next_common(start, day)
        leap = tuple(date(year, 2, 29) for year in range(first.year, first.year + EXCLUDED_YEARS) if is_leap(year))
        yield Repeated(event=event, facet=facet, first=first, rule=SIXTIETH_DAY, excluded=leap)


def coming(day: date, start: date) -> date:
    """Give the first anniversary of a day, not 29 February, from another day on."""
    year = max(start.year, day.year + 1)
    found = day.replace(year=year)
    return found if found >= start else day.replace(year=year + 1)


def next_leap(start: date, day: date, rule: LeapDay) -> date:
    """Give the first day on or after another that is 29 February or stands for it."""
    for year in range(max(start.year, day.year + 1), max(start.year, day.year + 1) + 2):
        found = date(year, 2, 29) if is_leap(year) else date(year, 2, 28) if rule == "feb28" else date(year, 3, 1)
        if found >= start:
            return found
    raise AssertionError("one of two years has it")


def next_common(start: date, day: date) -> date:
    """Give the first 1 March of a common year on or after a day."""
    year = max(start.year, day.year + 1)
    while is_leap(year) or date(year, 3, 1) < start:
        year += 1
    return date(year, 3, 1)


def without_day(events: Iterable[Event], rules: Rules) -> int:
    """Count the dates known only to the month or the year, which no day of a calendar can hold."""
    return sum(facet.value.day is None for event in events for facet in facets(event, rules))
