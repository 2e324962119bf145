"""`kzfr figures`: what was measured, by indicator."""

from __future__ import annotations

import click

from kzfr_cli.commands import completions, options
from kzfr_cli.commands.described import Command
from kzfr_cli.core.edtf import PartialDate
from kzfr_cli.queries import figures
from kzfr_cli.views import figures as views


@click.command("figures", cls=Command)
@click.argument("indicator", required=False, shell_complete=completions.indicators)
@options.from_option
@options.to_option
@options.listing_options
@options.global_options
def command(
    indicator: str | None,
    after: PartialDate | None,
    before: PartialDate | None,
    format_: str,
    output: str | None,
) -> None:
    """List the indicators, or tell the figures of one: a table for each unit, and a chart.

    INDICATOR is an id, the beginning of one, or a label. --format json and csv give one row for
    each figure, of every indicator when none is named.

    \b
    Examples:
      kzfr figures
      kzfr figures trade-total --from 2010
      kzfr figures french-companies --lang fr
      kzfr figures --format csv -o figures.csv
    """
    options.check_window(after, before)
    app = options.current_app()
    if indicator is None:
        found = figures.all_measured(app.index, after, before)
        options.show(views.indicator_list(found, app.speaker), format_, output)
        return
    measured = figures.measured(app.index, figures.find(app.index, indicator), after, before)
    options.show(views.indicator(measured, app.speaker), format_, output)
