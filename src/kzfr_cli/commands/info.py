"""`kzfr info`: where everything comes from."""

from __future__ import annotations

import click

from kzfr_cli.commands import options
from kzfr_cli.commands.described import Command
from kzfr_cli.views import info


@click.command("info", cls=Command)
@options.listing_options
@options.global_options
def command(format_: str, output: str | None) -> None:
    """Tell the version, the database files and what each brings, the counts, and the state of the
    index.

    \b
    Examples:
      kzfr info
      kzfr info --db my-events.toml
      kzfr info --format json
    """
    app = options.current_app()
    options.show(info.info(app.index, app.lang), format_, output)
