"""`kzfr show`: everything on one event, name, figure, indicator or source."""

from __future__ import annotations

import click

from kzfr_cli.answers.lookup import Lookups
from kzfr_cli.core.record import replace
from kzfr_cli.terminal import options, run, showing
from kzfr_cli.terminal.completion import values
from kzfr_cli.terminal.help import Command
from kzfr_cli.terminal.output import Output


@click.command("show", cls=Command)
@click.argument("names", metavar="[ID]...", nargs=-1, shell_complete=values.entry_ids)
@showing.whole_option
@showing.open_option
@options.listing_options
@options.global_options
def command(names: tuple[str, ...], whole: bool, number: int | None, to: Output) -> None:
    """Show everything known about an entry: its dates with their sources and disputes, its names, its links.

    An entry is an event, a name, a figure, an indicator or a source: by its id, by a name in any
    spelling, or by the beginning of one. Without any, their ids are read from the standard input.

    \b
    Examples:
      kzfr show strategic-partnership-treaty-2008
      kzfr show Назарбаев --lang fr
      kzfr show astana katco --format json
      kzfr show strategic-partnership-treaty-2008 --open 2
      kzfr timeline 2008 -f csv --fields id | kzfr show
    """
    session = run.session()
    found = session.database.ask(Lookups(showing.wanted(session, names)))
    showing.show(session, found, number, replace(to, whole=whole))
