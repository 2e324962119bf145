"""`kzfr info`: where everything comes from."""

from __future__ import annotations

import click

from kzfr_cli.terminal import options, output, run
from kzfr_cli.terminal.help import Command
from kzfr_cli.terminal.output import Output
from kzfr_cli.views import changes as views
from kzfr_cli.views import info


@click.command("info", cls=Command)
@click.option(
    "--changes", is_flag=True, help="List what changed in the data since the version before."
)
@options.listing_options
@options.global_options
def command(changes: bool, to: Output) -> None:
    """Show the version, the date of the data, the database files and what each adds, the counts, and the state of the index.

    \b
    Examples:
      kzfr info
      kzfr info --db my-events.toml
      kzfr info --changes
      kzfr info --format json
    """
    session = run.session()
    if changes:
        output.show(views.changes(session.speaker), to)
    else:
        view = info.info(session.index, session.lang, session.origin())
        output.show(view, to)
