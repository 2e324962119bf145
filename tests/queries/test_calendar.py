"""Repeated anniversaries fall on the days of the rules, whatever the date and the day from which
they are wanted.
"""

from __future__ import annotations

from datetime import date, datetime, time, timedelta

from dateutil.rrule import rrulestr
from hypothesis import given, settings
from hypothesis import strategies as st

from kzfr_cli.core import edtf
from kzfr_cli.core.event import Event, Facet
from kzfr_cli.queries import calendar, candidates
from kzfr_cli.queries.rules import LeapDay, Rules

YEARS = 50
LEAP_DAYS = st.builds(lambda year: date(year * 4, 2, 29), st.integers(476, 507))
DATES = st.one_of(LEAP_DAYS, st.dates(date(1700, 1, 1), date(2030, 12, 31)))


def expanded(day: date, start: date, rule: LeapDay) -> list[date]:
    """Expand the repetitions of a date for fifty years, as dateutil reads their rules."""
    facet = Facet(kind="occurred", value=edtf.parse(day.isoformat()), status="preferred")
    event = Event(
        id="e", category="visit", scope="bilateral", title={}, summary={}, dates=(facet,)
    )
    last = datetime.combine(start + timedelta(days=YEARS * 365), time())
    found = []
    for item in calendar.repeated([event], start, Rules(leap_day=rule)):
        days = rrulestr(item.rule, dtstart=datetime.combine(item.first, time())).between(
            datetime.min, last, inc=True
        )
        found += [each.date() for each in days if each.date() not in item.excluded]
    return sorted(found)


@settings(deadline=None, max_examples=60)
@given(
    day=DATES,
    start=st.dates(date(1800, 1, 1), date(2060, 12, 31)),
    rule=st.sampled_from(["feb28", "mar1", "both"]),
)
def test_repetitions_are_the_days_on_which_the_engine_celebrates(
    day: date, start: date, rule: LeapDay
) -> None:
    near = {(2, 28), (2, 29), (3, 1), (day.month, day.day)}
    days = (start + timedelta(days=number) for number in range(YEARS * 365 + 1))
    celebrated = [
        each
        for each in days
        if each.year > day.year
        and (each.month, each.day) in near
        and (day.month, day.day)
        in [(month, number) for month, number, _ in candidates.month_days(each, rule)]
    ]
    assert expanded(day, start, rule) == celebrated
