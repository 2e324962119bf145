"""`kzfr sources`: which sources the database rests on, and what cites one."""

from __future__ import annotations

import click

from kzfr_cli.answers.sources import Bibliography, CitedBy
from kzfr_cli.terminal import options, output, run, types
from kzfr_cli.terminal.completion import values
from kzfr_cli.terminal.help import Command
from kzfr_cli.terminal.output import Output


@click.command("sources", cls=Command)
@click.argument("entry_id", metavar="[ID]", required=False, shell_complete=values.sources)
@click.option("--kind", type=types.SOURCE_KIND, help="Keep one kind of source.")
@click.option("--single", is_flag=True, help="Keep only what rests on a single source.")
@options.listing_options
@options.global_options
def command(entry_id: str | None, kind: str | None, single: bool, to: Output) -> None:
    """List the sources, the most cited first, or show what cites one and what it says there.

    With --single, list the sources on which some event rests alone; with an ID, the events that
    have no other source.

    \b
    Examples:
      kzfr sources
      kzfr sources --kind official --single
      kzfr sources lafranceetlemonde-2018
      kzfr sources --format csv -o sources.csv
    """
    if entry_id is None:
        asked: Bibliography | CitedBy = Bibliography(kind, single)
    elif kind is not None:
        raise click.UsageError("--kind chooses among the sources; leave it out with an ID.")
    else:
        asked = CitedBy(entry_id, single)
    output.show_found(run.session().database.ask(asked), to)
