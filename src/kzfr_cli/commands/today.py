"""`kzfr today`: what is celebrated today, in a line each, for the greeting of a shell; and what
`kzfr` alone shows of the coming week.
"""

from __future__ import annotations

import click

from kzfr_cli.answers.commemorations import Greeting, Welcome
from kzfr_cli.queries.anniversaries import Anniversaries
from kzfr_cli.session import Counting
from kzfr_cli.terminal import options, output, run
from kzfr_cli.terminal.help import Command
from kzfr_cli.terminal.output import Output


@click.command("today", cls=Command)
@click.option("--only-round", is_flag=True, help="Show only the round anniversaries.")
@options.global_options
def command(only_round: bool) -> None:
    """Print a line for each anniversary today; nothing on a day that has none.

    \b
    Examples:
      kzfr today
      kzfr today --lang fr --only-round
    """
    session = run.session()
    rules = session.rules(Counting(only_round=only_round))
    asked = Anniversaries(day=session.today, days=1, rules=rules)
    output.show(session.database.ask(Greeting(asked)))


def welcome() -> None:
    """Greet with the week's anniversaries and the next round landmarks."""
    session = run.session()
    view = session.database.ask(Welcome(session.today, session.rules()))
    output.show(view, Output(paged=False))
