"""`kzfr show`: everything on one event, name, figure or source."""

from __future__ import annotations

import click

from kzfr_cli.commands import completions, options
from kzfr_cli.errors import UnknownIdError
from kzfr_cli.queries import lookups, related
from kzfr_cli.views import sheets


@click.command("show")
@click.argument("id", shell_complete=completions.entry_ids)
@options.listing_options
@options.global_options
def command(id: str, format_: str, output: str | None) -> None:
    """Tell everything on one entry: its dates with their sources and disputes, its names, its links.

    \b
    Examples:
      kzfr show strategic-partnership-treaty-2008
      kzfr show astana --lang fr
      kzfr show strategic-partnership-treaty-2008 --format json
    """
    app = options.current_app()
    index, speaker = app.index, app.speaker
    if event := index.event(id):
        options.show(sheets.event_sheet(event, speaker), format_, output)
    elif name := index.name(id):
        options.show(sheets.name_sheet(name, related.events_of_name(index, id), speaker), format_, output)
    else:
        raise UnknownIdError(id=id, near=lookups.near_ids(index, id))
