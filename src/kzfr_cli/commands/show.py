"""`kzfr show`: everything on one event, name, figure, indicator or source."""

from __future__ import annotations

import click

from kzfr_cli.answers.lookup import Lookup
from kzfr_cli.terminal import options, output, run
from kzfr_cli.terminal.completion import values
from kzfr_cli.terminal.help import Command
from kzfr_cli.terminal.output import Output


@click.command("show", cls=Command)
@click.argument("id", shell_complete=values.entry_ids)
@options.listing_options
@options.global_options
def command(id: str, to: Output) -> None:
    """Tell everything on one entry: its dates with their sources and disputes, its names, its
    links.

    An entry is an event, a name, a figure, an indicator or a source.

    \b
    Examples:
      kzfr show strategic-partnership-treaty-2008
      kzfr show astana --lang fr
      kzfr show strategic-partnership-treaty-2008 --format json
      kzfr show lafranceetlemonde-2018
    """
    session = run.session()
    output.show(session.database.ask(Lookup(id)), to)
