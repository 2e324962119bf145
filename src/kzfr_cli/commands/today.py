"""`kzfr today`: what is celebrated today, in a line each, for the greeting of a shell."""

from __future__ import annotations

import click

from kzfr_cli.queries import anniversaries
from kzfr_cli.terminal import options, output, run
from kzfr_cli.terminal.help import Command
from kzfr_cli.views import anniversaries as views


@click.command("today", cls=Command)
@click.option("--only-round", is_flag=True, help="Tell the round anniversaries only.")
@options.global_options
def command(only_round: bool) -> None:
    """Tell in a line each what is celebrated today; on a day without anything, nothing.

    \b
    Examples:
      kzfr today
      kzfr today --lang fr --only-round
    """
    session = run.session()
    found = anniversaries.coming(
        session.index, session.today, days=1, rules=session.rules(only_round=only_round)
    )
    view = views.greeting(found.anniversaries, session.speaker)
    output.show(view)
