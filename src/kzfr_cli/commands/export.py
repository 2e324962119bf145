"""`kzfr export`: events and their anniversaries in a file of another program."""

from __future__ import annotations

import click

from kzfr_cli.formats import registry
from kzfr_cli.queries.filters import Filters
from kzfr_cli.queries.handouts import HandOut
from kzfr_cli.session import Counting
from kzfr_cli.terminal import (
    asked,
    chronology,
    exporting,
    filtering,
    options,
    output,
    run,
    screen,
    types,
)
from kzfr_cli.terminal.completion import values
from kzfr_cli.terminal.help import Command


@click.command("export", cls=Command)
@click.argument("file", type=click.Path())
@click.argument("ids", nargs=-1, metavar="[ID]...", shell_complete=values.entry_ids)
@click.option(
    "-f",
    "--format",
    "fmt",
    type=types.OneOf(list(registry.EXPORTS), "formats"),
    help="Format, unless the ending of the file says it.",
)
@filtering.filter_options
@chronology.day_options
@chronology.counting_options
@chronology.plan_options
@chronology.handout_options
@options.csv_dialect_option
@options.global_options
def command(
    file: str,
    ids: tuple[str, ...],
    fmt: str | None,
    filters: Filters,
    days: asked.Days,
    counting: Counting,
    planning: asked.Planning,
    handout: HandOut,
    dialect: str,
) -> None:
    """Write events, or the calendar of their anniversaries, to a file whose ending picks the
    format.

    With ids, these events alone; - reads ids on the standard input. With --date, --year or --next,
    write these anniversaries themselves where the format lists them.

    \b
    Examples:
      kzfr export minister.docx --brief --weight landmark
      kzfr export anniversaries.ics --years 5 --alarm 30d
      kzfr export treaties.csv --category treaty --csv-dialect excel-fr
      kzfr export 2027.ics --year 2027 --round decades --only-round
      kzfr export sources.bib --place almaty
      kzfr export - --format ndjson --from 2020
    """
    session = run.session()
    carried = exporting.formats(days, planning)
    to = output.Output(exporting.chosen(fmt, file, carried), file, dialect)
    wants = registry.shape_of(to.fmt, of_events=not days.are_given or planning.recurring)
    exporting.refuse_unheeded(session, wants, days, counting, planning)
    exporting.refuse_unfit(session, to.fmt, handout)
    filters = exporting.with_ids(filters, ids)
    rules = session.rules(counting, filters)
    shape = exporting.shape(session, wants, rules, planning, handout)
    with screen.working(session, session.catalogue.text("Gathering the events")):
        view = session.database.ask(exporting.question(session, filters, days, shape))
    output.show(view, to)
