"""`kzfr anniversary`: what is celebrated on a day, near it, or in a year."""

from __future__ import annotations

from typing import Any

import click

from kzfr_cli.terminal import commemorating, options, output
from kzfr_cli.terminal.help import Command
from kzfr_cli.terminal.output import Output


@click.command("anniversary", cls=Command)
@options.day_options
@options.counting_options
@options.filter_options
@options.limit_option
@options.commemorating_options
@options.global_options
def command(limit: int | None, to: Output, **asked: Any) -> None:
    """Tell what is celebrated on a day, how many years it is, and whether it is a round number.

    \b
    Examples:
      kzfr anniversary
      kzfr anniversary --date 2018-06-05
      kzfr anniversary --year 2027 --round decades --only-round
      kzfr anniversary --next 5 --category treaty
      kzfr anniversary --date 2018-06-05 --within 30 -o june.ics
    """
    view = commemorating.answer(limit, to, **asked)
    output.show_found(view, to)
    commemorating.tell_cut(view, to)
