"""`kzfr info`: where everything comes from."""

from __future__ import annotations

import click

from kzfr_cli.terminal import options, output, run
from kzfr_cli.terminal.help import Command
from kzfr_cli.views import info


@click.command("info", cls=Command)
@options.listing_options
@options.global_options
def command(format_: str, target: str | None) -> None:
    """Tell the version, the database files and what each brings, the counts, and the state of the
    index.

    \b
    Examples:
      kzfr info
      kzfr info --db my-events.toml
      kzfr info --format json
    """
    session = run.session()
    output.show(info.info(session.index, session.lang), format_, target)
