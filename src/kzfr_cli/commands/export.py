"""`kzfr export`: events and their anniversaries in a file of another program."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from kzfr_cli.errors import UnknownFormatError
from kzfr_cli.formats import registry
from kzfr_cli.queries.filters import Filters
from kzfr_cli.session import Counting
from kzfr_cli.terminal import exporting, options, output, run, screen, types
from kzfr_cli.terminal.help import Command

if TYPE_CHECKING:
    pass


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
    exporting.refuse_unheeded(session, wants, days, counting, planning)
    rules = session.rules(counting, filters)
    shape = session.shape(
        wants, rules, planning.plan(session.today) if wants == "calendar" else None
    )
    with screen.working(session, session.catalogue.text("Gathering the events")):
        view = session.database.ask(exporting.question(session, filters, days, shape))
    output.show(view, fmt, file)
