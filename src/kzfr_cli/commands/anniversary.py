"""`kzfr anniversary`: what is celebrated on a day, near it, or in a year."""

from __future__ import annotations

from typing import Any

import click

from kzfr_cli.terminal import chronology, commemorating, filtering, options, output, run
from kzfr_cli.terminal.help import Command
from kzfr_cli.terminal.output import Output


@click.command("anniversary", cls=Command)
@click.argument("words", nargs=-1, metavar="[DATE] [WORD]...")
@chronology.day_options
@chronology.counting_options
@filtering.filter_options
@chronology.limit_option
@options.commemorating_options
@options.global_options
def command(to: Output, **asked: Any) -> None:
    """List the anniversaries on or around a day, with the number of years and whether it is round.

    \b
    Examples:
      kzfr anniversary
      kzfr anniversary 25 janvier
      kzfr anniversary 2027
      kzfr anniversary 2026-2028 --weight landmark --only-round
      kzfr anniversary --next 5 --category treaty
      kzfr anniversary --date 2018-06-05 --within 30 -o june.ics
    """
    session = run.session()
    question = commemorating.Asked(**asked).question(session, to)
    view = session.database.ask(question)
    output.show_found(view, to)
    commemorating.tell_cut(view, to)
