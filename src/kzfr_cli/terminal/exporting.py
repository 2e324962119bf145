"""What `kzfr export` asks for, and the options that nothing would heed."""

from __future__ import annotations

from collections.abc import Mapping

import click

from kzfr_cli.answers.commemorations import Commemorations, RepeatedEvents
from kzfr_cli.answers.shapes import Shape
from kzfr_cli.answers.timeline import Timeline
from kzfr_cli.locale.catalogue import N_
from kzfr_cli.queries.filters import Filters
from kzfr_cli.session import Counting, Session
from kzfr_cli.terminal import options

FOR_CALENDARS = N_(
    "Only a calendar heeds {option}: give the file the ending .ics, or leave it out."
)
FOR_ANNIVERSARIES = N_(
    "{option} chooses among anniversaries: add --date, --year or --next, or write a calendar."
)
FOR_DAYS = N_("{option} counts from a day: add --date.")
FOR_SINGLE_YEARS = N_(
    "A repeated entry is not round in every year: leave out {option} or --recurring."
)


def question(
    session: Session, filters: Filters, days: options.Days, shape: Shape
) -> Timeline | Commemorations | RepeatedEvents:
    """Ask for events, for anniversaries, or for events whose anniversaries are repeated."""
    if not days.are_given:
        return Timeline(filters, shape=shape)
    asked = days.anniversaries(session.today, shape.rules)
    if shape.plan is not None and shape.plan.recurring:
        return RepeatedEvents(asked, shape)
    return Commemorations(asked, shape)


def refuse_unheeded(
    session: Session, wants: str, days: options.Days, counting: Counting, planning: options.Planning
) -> None:
    """Refuse the options that nothing would heed; raises `click.UsageError`."""
    if wants != "calendar":
        refuse(
            session, FOR_CALENDARS, {"--recurring": planning.recurring, "--alarm": planning.alarms}
        )
        if not days.are_given:
            refuse(
                session,
                FOR_ANNIVERSARIES,
                {"--only-round": counting.only_round, "--kind": counting.kinds},
            )
    if not days.are_given:
        refuse(session, FOR_DAYS, {"--within": days.within is not None})
    if planning.recurring:
        refuse(session, FOR_SINGLE_YEARS, {"--only-round": counting.only_round})


def refuse(session: Session, message: str, given: Mapping[str, object]) -> None:
    """Refuse the options that were given where nothing would heed them."""
    if option := next((name for name, value in given.items() if value), None):
        raise click.UsageError(session.catalogue.text(message, option=option))
