"""`kzfr figures`: what was measured, by indicator."""

from __future__ import annotations

import click

from kzfr_cli.core.edtf import PartialDate
from kzfr_cli.queries import figures
from kzfr_cli.terminal import options, output, run
from kzfr_cli.terminal.completion import values
from kzfr_cli.terminal.help import Command
from kzfr_cli.views import figures as views


@click.command("figures", cls=Command)
@click.argument("indicator", required=False, shell_complete=values.indicators)
@options.from_option
@options.to_option
@click.option("--all", "whole", is_flag=True, help="List the figures that make no series too.")
@options.listing_options
@options.global_options
def command(
    indicator: str | None,
    after: PartialDate | None,
    before: PartialDate | None,
    whole: bool,
    format_: str,
    target: str | None,
) -> None:
    """List the series of figures by subject, or tell the figures of one, with bars on a terminal.

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
    options.check_window(after, before)
    session = run.session()
    if indicator is None:
        found = figures.all_measured(session.index, after, before)
        overview = figures.overview(session.index, found)
        view = views.indicator_list(found, overview, session.speaker, whole)
        output.show(view, format_, target)
        return
    measured = figures.measured(
        session.index, figures.find(session.index, indicator), after, before
    )
    output.show(views.indicator(measured, session.speaker), format_, target)
