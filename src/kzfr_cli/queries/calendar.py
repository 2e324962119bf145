"""Plan the anniversaries of some events for a calendar: one by one for so many years, or repeated
without end.

A repeated anniversary of 29 February needs more than `FREQ=YEARLY`, which passes over three years
in four (RFC 5545, 3.3.10): the last day of February, or the sixtieth day of the year, which is 1
March in a common year.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date

from dateutil.relativedelta import relativedelta

from kzfr_cli.core.event import LANDMARK, NOTABLE, Event, Facet
from kzfr_cli.core.record import record, replace
from kzfr_cli.queries import anniversaries
from kzfr_cli.queries.anniversaries import Anniversary
from kzfr_cli.queries.candidates import is_leap
from kzfr_cli.queries.rules import LeapDay, Plan, Rules
from kzfr_cli.store.index.reading import Index

YEARLY = "FREQ=YEARLY"
LAST_OF_FEBRUARY = "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=-1"
SIXTIETH_DAY = "FREQ=YEARLY;BYYEARDAY=60"
EXCLUDED_YEARS = 100
"""Years for which a repetition on 1 March leaves out 29 February where that is another
repetition's.
"""

LOOKED_AHEAD = 3
"""Years among which one is common and begins no earlier than any day of the first."""

COUNTED = ("preferred", "accepted", "disputed")


@record
class Repeated:
    """Hold a repeated anniversary: its first day to come, its rule in the words of RFC 5545, the
    days left out.
    """

    event: Event
    facet: Facet
    first: date
    rule: str
    excluded: tuple[date, ...] = ()


def planned(
    index: Index, events: Sequence[Event], rules: Rules, plan: Plan
) -> list[Anniversary | Repeated]:
    """The anniversaries of some events that a plan holds.

    An observance is of its own year only, and cannot be repeated.
    """
    if not plan.whole:
        rules = replace(rules, uncommemorated=False)
        events = [event for event in events if event.weight >= NOTABLE]
    coming = one_by_one(index, events, plan.start, plan.years, rules)
    if not plan.whole:
        coming = [item for item in coming if item.is_round or item.event.weight == LANDMARK]
    if not plan.recurring:
        return [*coming]
    observed = [item for item in coming if item.facet.kind == "celebrated"]
    return [*repeated(events, plan.start, rules), *observed]


def one_by_one(
    index: Index, events: Iterable[Event], start: date, years: int, rules: Rules
) -> list[Anniversary]:
    """List the anniversaries of some events that are known to the day, from a day on, for so many
    years.
    """
    wanted = {event.id for event in events}
    end = start + relativedelta(years=min(years, date.max.year - start.year))
    found = anniversaries.coming(index, start, days=(end - start).days, rules=rules)
    return [item for item in found.anniversaries if item.event.id in wanted]


def repeated(
    events: Iterable[Event],
    start: date,
    rules: Rules,
) -> list[Repeated]:
    """List the repeated anniversaries of some events, from the first to come after a day on."""
    return [
        item
        for event in marked(events, rules)
        for facet in facets(event, rules)
        for item in repetitions(event, facet, start, rules)
    ]


def marked(events: Iterable[Event], rules: Rules) -> Iterator[Event]:
    """Yield the events whose anniversaries count."""
    return (event for event in events if event.commemorated or rules.uncommemorated)


def facets(event: Event, rules: Rules) -> Iterator[Facet]:
    """List the dated sides of an event that are counted from: no observance, nothing rejected, no
    mere announcement.
    """
    for facet in event.dates:
        counts = facet.status in COUNTED and facet.kind != "celebrated"
        announced = facet.kind == "announced" and facet.status != "preferred"
        if counts and not announced and (not rules.kinds or facet.kind in rules.kinds):
            yield facet


def repetitions(
    event: Event,
    facet: Facet,
    start: date,
    rules: Rules,
) -> Iterator[Repeated]:
    """Make the repetition of a date known to the day; 29 February may need two."""
    day = facet.value.day
    if day is None:
        return
    for days, rule, excluded in repeated_days(
        day, max(start.year, day.year + 1), rules.leap_day
    ):
        if first := next((found for found in days if found >= start), None):
            left_out = tuple(found for found in excluded if found > first)
            yield Repeated(
                event=event, facet=facet, first=first, rule=rule, excluded=left_out
            )


def repeated_days(
    day: date, first: int, rule: LeapDay
) -> Iterator[tuple[list[date], str, list[date]]]:
    """List the days of a date's repetitions from a year on, each with its rule and the days that
    the rule adds to them.

    Only as many years are listed as may pass before the next common or leap year.
    """
    years = range(first, min(first + LOOKED_AHEAD, date.max.year + 1))
    if (day.month, day.day) != (2, 29):
        yield [day.replace(year=year) for year in years], YEARLY, []
        return
    if rule == "mar1":
        yield [sixtieth_day(year) for year in years], SIXTIETH_DAY, []
        return
    yield [last_of_february(year) for year in years], LAST_OF_FEBRUARY, []
    if rule == "both":
        common = [date(year, 3, 1) for year in years if not is_leap(year)]
        excluded = range(first, min(first + EXCLUDED_YEARS, date.max.year + 1))
        yield common, SIXTIETH_DAY, [date(year, 2, 29) for year in excluded if is_leap(year)]


def sixtieth_day(year: int) -> date:
    """29 February in a leap year, 1 March in a common one."""
    return date(year, 2, 29) if is_leap(year) else date(year, 3, 1)


def last_of_february(year: int) -> date:
    """29 February in a leap year, 28 February in a common one."""
    return date(year, 2, 29 if is_leap(year) else 28)


def without_day(events: Iterable[Event], rules: Rules) -> int:
    """Count the dates known only to the month or the year, which no day of a calendar can hold."""
    return sum(
        facet.value.day is None
        for event in marked(events, rules)
        for facet in facets(event, rules)
    )
