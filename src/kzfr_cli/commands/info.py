"""`kzfr info`: where everything comes from."""

from __future__ import annotations

import click

from kzfr_cli import views
from kzfr_cli.terminal import options, output, run
from kzfr_cli.terminal.help import Command
from kzfr_cli.terminal.output import Output


@click.command("info", cls=Command)
@click.option(
    "--changes", is_flag=True, help="List what changed in the data since the version before."
)
@click.option(
    "--licences",
    is_flag=True,
    help="List the packages that kzfr is built on, and their licences.",
)
@options.listing_options
@options.global_options
def command(changes: bool, licences: bool, to: Output) -> None:
    """Show the version, the date of the data, the database files and what each adds, the counts, and the state of the index.

    \b
    Examples:
      kzfr info
      kzfr info --db my-events.toml
      kzfr info --changes
      kzfr info --licences
    """
    session = run.session()
    if licences:
        output.show(views.licences.listing(), to)
    elif changes:
        output.show(views.changes.changes(session.speaker), to)
    else:
        output.show(views.info.info(session.index, session.lang, session.origin()), to)
