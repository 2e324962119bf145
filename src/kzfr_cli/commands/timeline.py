"""`kzfr timeline`: events in the order of time."""

from __future__ import annotations

import click

from kzfr_cli.answers.timeline import Timeline
from kzfr_cli.queries.filters import Filters
from kzfr_cli.terminal import options, output, run, types
from kzfr_cli.terminal.help import Command
from kzfr_cli.terminal.output import Output


@click.command("timeline", cls=Command)
@options.filter_options
@click.option(
    "--group-by",
    type=types.OneOf(["year", "decade", "category"]),
    default="year",
    help="What the headings are.",
)
@click.option("--reverse", is_flag=True, help="Begin with the latest.")
@click.option("--limit", type=click.IntRange(min=1), metavar="N", help="Show the first N only.")
@options.exporting_options
@options.global_options
def command(
    filters: Filters,
    group_by: str,
    reverse: bool,
    limit: int | None,
    to: Output,
) -> None:
    """Tell the events in the order of time.

    \b
    Examples:
      kzfr timeline
      kzfr timeline --from 2008 --to 2010 --category treaty
      kzfr timeline --lang fr --group-by decade --place almaty
      kzfr timeline --disputed --format csv -o disputed.csv
    """
    session = run.session()
    shape = session.shape(to.wants)
    asked = Timeline(filters, reverse, limit, group_by, shape)
    output.show_found(session.database.ask(asked), to)
