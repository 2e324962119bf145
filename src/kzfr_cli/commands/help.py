"""`kzfr help`: the help of the program or of a command, for those who look for it as a command."""

from __future__ import annotations

import click

from kzfr_cli.terminal import help as helping
from kzfr_cli.terminal import options, output
from kzfr_cli.terminal.help import Command


@click.command("help", cls=Command, hidden=True)
@click.argument("words", nargs=-1, metavar="[COMMAND]...")
@options.global_options
def command(words: tuple[str, ...]) -> None:
    """Show the help of a command, or of kzfr.

    \b
    Examples:
      kzfr help
      kzfr help timeline
      kzfr help source add
    """
    output.write_out(helping.of(click.get_current_context().find_root(), words) + "\n")
