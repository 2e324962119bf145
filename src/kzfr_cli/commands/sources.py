"""`kzfr sources`: which sources the database rests on, and what cites one."""

from __future__ import annotations

import click

from kzfr_cli.commands import completions, options
from kzfr_cli.commands.described import Command
from kzfr_cli.core.event import SOURCE_KINDS
from kzfr_cli.queries import sources
from kzfr_cli.views import sources as views


@click.command("sources", cls=Command)
@click.argument("id", required=False, shell_complete=completions.sources)
@click.option("--kind", type=options.OneOf(SOURCE_KINDS), help="Keep one kind of source.")
@click.option("--single", is_flag=True, help="Keep what has no other source.")
@options.listing_options
@options.global_options
def command(
    id: str | None, kind: str | None, single: bool, format_: str, output: str | None
) -> None:
    """List the sources, the most cited first, or tell what cites one and what it says there.

    With --single, list the sources on which some event rests alone; with an ID, the events that
    have no other source.

    \b
    Examples:
      kzfr sources
      kzfr sources --kind official --single
      kzfr sources lafranceetlemonde-2018
      kzfr sources --format csv -o sources.csv
    """
    app = options.current_app()
    if id is None:
        found = sources.ranked(app.index, kind, single)
        options.show(
            views.source_list(found, sources.footing(app.index), app.speaker), format_, output
        )
        return
    if kind is not None:
        raise click.UsageError("--kind chooses among the sources; leave it out with an ID.")
    options.show(
        views.source_sheet(sources.citing(app.index, id, single), app.speaker), format_, output
    )
