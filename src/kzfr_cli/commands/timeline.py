"""`kzfr timeline`: events in the order of time."""

from __future__ import annotations

from typing import Any

import click

from kzfr_cli.answers.timeline import Timeline
from kzfr_cli.queries.filters import Filters
from kzfr_cli.terminal import options, output, run
from kzfr_cli.terminal.help import Command
from kzfr_cli.terminal.output import Output


@click.command("timeline", cls=Command)
@options.filter_options
@options.order_options
@options.exporting_options
@options.global_options
def command(filters: Filters, order: dict[str, Any], to: Output) -> None:
    """Tell the events in the order of time.

    \b
    Examples:
      kzfr timeline
      kzfr timeline --from 2008 --to 2010 --category treaty
      kzfr timeline --lang fr --group-by decade --place almaty
      kzfr timeline --disputed --format csv -o disputed.csv
    """
    session = run.session()
    asked = Timeline(filters, shape=session.shape(to.wants), **order)
    output.show_found(session.database.ask(asked), to)
