"""What the options of anniversaries and calendars say together."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, timedelta
from itertools import product
from typing import TYPE_CHECKING, Any

import click
from click.core import ParameterSource

from kzfr_cli import queries
from kzfr_cli.core import edtf
from kzfr_cli.core.edtf import PartialDate
from kzfr_cli.core.record import record
from kzfr_cli.queries.filters import Filters, Window
from kzfr_cli.terminal import run

if TYPE_CHECKING:
    from kzfr_cli.queries.anniversaries import Anniversaries
    from kzfr_cli.queries.rules import Plan, Rules


@record
class Days:
    """Which anniversaries are wanted: about a day, of a year, or the next."""

    day: PartialDate | None
    within: int
    years: tuple[int, int] | None
    number: int | None
    is_within_given: bool = False

    @property
    def are_given(self) -> bool:
        """Return whether anything is asked."""
        return self.day is not None or self.years is not None or self.number is not None

    def anniversaries(
        self, today: date, rules: Rules, limit: int | None = None
    ) -> Anniversaries:
        """Ask for them; the day is today when none is given."""
        return queries.anniversaries.Anniversaries(
            day=(self.day and self.day.day) or today,
            rules=rules,
            within=self.within,
            year=self.years and self.years[0],
            last_year=self.years and self.years[1],
            number=self.number,
            limit=limit,
        )


@record
class Planning:
    """What a calendar is to hold; `length` counts its years."""

    length: int
    recurring: bool
    alarms: tuple[str, ...]

    def plan(self, today: date) -> Plan:
        """Plan a calendar that begins today."""
        return queries.rules.Plan(
            start=today,
            years=self.length,
            recurring=self.recurring,
            alarms=self.alarms or queries.rules.REMINDERS,
        )


def made_days(given: dict[str, Any]) -> Days:
    """Make what days are wanted of their options; raises `click.UsageError` for two questions at
    once.
    """
    source = click.get_current_context().get_parameter_source("within")
    days = Days(**given, is_within_given=source is ParameterSource.COMMANDLINE)
    within = days.within if days.is_within_given else None
    refuse_both({"--year": days.years, "--next": days.number}, {"--within": within})
    refuse_both({"--year": days.years}, {"--date": days.day, "--next": days.number})
    return days


def chooses(filters: Filters) -> bool:
    """Return whether the options choose events; the least weight, when it is typed, does."""
    return filters.chooses or has_weight()


def has_weight() -> bool:
    """Return whether the least weight was typed."""
    source = click.get_current_context().get_parameter_source("weight")
    return source is ParameterSource.COMMANDLINE


WINDOW = ("after", "before", "later", "earlier", "years")
"""The options of a window of time, by the names that they are given under."""


def window(given: Mapping[str, Any]) -> Window:
    """Return the ends of a window of time, both in; raises `click.UsageError` for two beginnings or
    two ends.
    """
    after, before, later, earlier, years = map(given.get, WINDOW)
    refuse_both({"--from": after}, {"--after": later})
    refuse_both({"--to": before}, {"--before": earlier})
    begins, ends = {"--from": after, "--after": later}, {"--to": before, "--before": earlier}
    refuse_both({"--year": years}, begins | ends)
    if years is not None:
        return edtf.parse(f"{years[0]:04}"), edtf.parse(f"{years[1]:04}")
    if later is not None:
        after = beside(later.latest, 1)
    if earlier is not None:
        before = beside(earlier.earliest, -1)
    return after, before


def beside(day: date | None, days: int) -> PartialDate | None:
    """Return the day before or after another; None for an open end, and beyond the calendar."""
    if day is None or not 1 <= day.toordinal() + days <= date.max.toordinal():
        return None
    return edtf.parse((day + timedelta(days=days)).isoformat())


def refuse_both(some: Mapping[str, object], others: Mapping[str, object]) -> None:
    """Refuse an option beside another of which it would not heed one; None is one not given.

    Raises `click.UsageError`.
    """
    for first, second in product(some, others):
        if some[first] is not None and others[second] is not None:
            sentence = run.spoken().text(
                "{first} and {second} do not go together: give one of them.",
                first=first,
                second=second,
            )
            raise click.UsageError(sentence)
