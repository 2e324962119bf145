"""`kzfr timeline`: events in the order of time."""

from __future__ import annotations

from typing import Any

import click

from kzfr_cli.queries.filters import Filters
from kzfr_cli.terminal import chronicling, chronology, filtering, options, output, run
from kzfr_cli.terminal.help import Command
from kzfr_cli.terminal.output import Output


@click.command("timeline", cls=Command)
@click.argument("words", nargs=-1, metavar="[DATE] [WORD]...")
@filtering.dated_filter_options
@chronology.order_options
@options.exporting_options
@options.global_options
def command(
    words: tuple[str, ...], filters: Filters, order: dict[str, Any], to: Output
) -> None:
    """List events in chronological order: the landmarks, or whatever dates, words and options select.

    \b
    Examples:
      kzfr timeline
      kzfr timeline 2008
      kzfr timeline 1990s mitterrand
      kzfr timeline --from 2008 --to 2010 --category visit,treaty
      kzfr timeline --chart --person macron
      kzfr timeline --disputed --format csv -o disputed.csv
    """
    session = run.session()
    asked = chronicling.question(session, words, filters, order, to)
    output.show_found(session.database.ask(asked), chronicling.limited(to, order))
