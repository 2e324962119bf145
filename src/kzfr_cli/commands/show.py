"""`kzfr show`: everything on one event, name, figure, indicator or source."""

from __future__ import annotations

import click

from kzfr_cli.commands import completions, options
from kzfr_cli.commands.described import Command


@click.command("show", cls=Command)
@click.argument("id", shell_complete=completions.entry_ids)
@options.listing_options
@options.global_options
def command(id: str, format_: str, output: str | None) -> None:
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
    from kzfr_cli.views import entries

    app = options.current_app()
    options.show(entries.sheet(app.index, app.speaker, id), format_, output)
