"""What the options of anniversaries and calendars say together."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from itertools import product
from typing import TYPE_CHECKING, Any

import click
from click.core import ParameterSource

from kzfr_cli import queries
from kzfr_cli.core.edtf import PartialDate
from kzfr_cli.core.record import record
from kzfr_cli.queries.rules import Plan, Rules
from kzfr_cli.terminal import run

if TYPE_CHECKING:
    from kzfr_cli.queries.anniversaries import Anniversaries


@record
class Days:
    """Which anniversaries are wanted: about a day, of a year, or the next."""

    day: PartialDate | None
    within: int
    year: int | None
    number: int | None
    is_within_given: bool = False

    @property
    def are_given(self) -> bool:
        """Return whether anything is asked."""
        return self.day is not None or self.year is not None or self.number is not None

    def anniversaries(
        self, today: date, rules: Rules, limit: int | None = None
    ) -> Anniversaries:
        """Ask for them; the day is today when none is given."""
        return queries.anniversaries.Anniversaries(
            day=(self.day and self.day.day) or today,
            rules=rules,
            within=self.within,
            year=self.year,
            number=self.number,
            limit=limit,
        )


@record
class Planning:
    """What a calendar is to hold."""

    years: int
    recurring: bool
    alarms: tuple[str, ...]

    def plan(self, today: date) -> Plan:
        """Plan a calendar that begins today."""
        return Plan(
            start=today, years=self.years, recurring=self.recurring, alarms=self.alarms
        )


def made_days(given: dict[str, Any]) -> Days:
    """Make what days are wanted of their options; raises `click.UsageError` for two questions at
    once.
    """
    source = click.get_current_context().get_parameter_source("within")
    days = Days(**given, is_within_given=source is ParameterSource.COMMANDLINE)
    within = days.within if days.is_within_given else None
    refuse_both({"--year": days.year, "--next": days.number}, {"--within": within})
    refuse_both({"--year": days.year}, {"--date": days.day, "--next": days.number})
    return days


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
