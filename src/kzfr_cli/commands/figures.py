"""`kzfr figures`: what was measured, by indicator."""

from __future__ import annotations

import click

from kzfr_cli.answers import series
from kzfr_cli.core.record import replace
from kzfr_cli.queries.filters import Window
from kzfr_cli.terminal import filtering, options, output, run
from kzfr_cli.terminal.completion import values
from kzfr_cli.terminal.help import Command
from kzfr_cli.terminal.output import Output


@click.command("figures", cls=Command)
@click.argument("indicator", required=False, shell_complete=values.indicators)
@filtering.window_options
@click.option(
    "--all", "whole", is_flag=True, help="Show all: also the figures that make no series."
)
@options.listing_options
@options.global_options
def command(indicator: str | None, window: Window, whole: bool, to: Output) -> None:
    """List the series of figures by subject, or show the figures of one, with bars on a terminal.

    INDICATOR is an id, the beginning of one, or a label. --format json and csv give one row for
    each figure, of every indicator when none is named.

    \b
    Examples:
      kzfr figures
      kzfr figures --all
      kzfr figures kz-stat-trade-total --from 2020
      kzfr figures french-companies --lang fr
      kzfr figures --format csv -o figures.csv
    """
    asked = series.asked(indicator, window, whole)
    shown = replace(to, whole=whole)
    output.show_found(run.session().database.ask(asked), shown)
