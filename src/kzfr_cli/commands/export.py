"""`kzfr export`: events and their anniversaries in a file of another program."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

import click

from kzfr_cli.answers.commemorations import Commemorations, RepeatedEvents
from kzfr_cli.answers.shapes import Shape
from kzfr_cli.answers.timeline import Timeline
from kzfr_cli.errors import UnknownFormatError
from kzfr_cli.formats import registry
from kzfr_cli.locale.catalogue import N_
from kzfr_cli.queries.filters import Filters
from kzfr_cli.session import Counting, Session
from kzfr_cli.terminal import options, output, run, screen, types
from kzfr_cli.terminal.help import Command

if TYPE_CHECKING:
    pass

FOR_CALENDARS = N_(
    "Only a calendar heeds {option}: give the file the ending .ics, or leave it out."
)
FOR_ANNIVERSARIES = N_(
    "{option} chooses among anniversaries: add --date, --year or --next, or write a calendar."
)
FOR_SINGLE_YEARS = N_(
    "A repeated entry is not round in every year: leave out {option} or --recurring."
)


@click.command("export", cls=Command)
@click.argument("file", type=click.Path())
@click.option(
    "--format",
    "format_",
    type=types.OneOf(list(registry.EXPORTS)),
    help="Format, when the ending does not tell it.",
)
@options.filter_options
@options.day_options
@options.counting_options
@options.plan_options
@options.csv_dialect_option
@options.global_options
def command(
    file: str,
    format_: str | None,
    filters: Filters,
    days: options.Days,
    counting: Counting,
    planning: options.Planning,
) -> None:
    """Write events, or the calendar of their anniversaries, to a file whose ending picks the
    format.

    With --date, --year or --next, write these anniversaries themselves where the format lists them.

    \b
    Examples:
      kzfr export anniversaries.ics --years 5 --alarm 30d
      kzfr export treaties.csv --category treaty --csv-dialect excel-fr
      kzfr export 2027.ics --year 2027 --round decades --only-round
      kzfr export sources.bib --place almaty
      kzfr export - --format ndjson --from 2020
    """
    session = run.session()
    fmt = format_ or registry.by_ending(file)
    if fmt is None:
        raise UnknownFormatError(path=file, names=tuple(registry.EXPORTS))
    wants = registry.EXPORTS[fmt].wants
    refuse_unheeded(session, wants, days, counting, planning)
    rules = session.rules(counting, filters)
    shape = session.shape(
        wants, rules, planning.plan(session.today) if wants == "calendar" else None
    )
    with screen.working(session, session.catalogue.text("Gathering the events")):
        view = session.database.ask(question(session, filters, days, shape))
    output.show(view, fmt, file)


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
    if planning.recurring:
        refuse(session, FOR_SINGLE_YEARS, {"--only-round": counting.only_round})


def refuse(session: Session, message: str, given: Mapping[str, object]) -> None:
    """Refuse the options that were given where nothing would heed them."""
    if option := next((name for name, value in given.items() if value), None):
        raise click.UsageError(session.catalogue.text(message, option=option))
