"""`kzfr show`: everything on one event, name, figure, indicator or source."""

from __future__ import annotations

from typing import Any

import click

from kzfr_cli.app import App
from kzfr_cli.commands import completions, options
from kzfr_cli.errors import UnknownIdError


@click.command("show")
@click.argument("id", shell_complete=completions.entry_ids)
@options.listing_options
@options.global_options
def command(id: str, format_: str, output: str | None) -> None:
    """Tell everything on one entry: its dates with their sources and disputes, its names, its links.

    An entry is an event, a name, a figure, an indicator or a source.

    \b
    Examples:
      kzfr show strategic-partnership-treaty-2008
      kzfr show astana --lang fr
      kzfr show strategic-partnership-treaty-2008 --format json
      kzfr show lafranceetlemonde-2018
    """
    options.show(sheet(options.current_app(), id), format_, output)


def sheet(app: App, id: str) -> Any:
    """View the entry of that id, of whatever kind; raises `UnknownIdError`.

    What views each kind is loaded here, since completing an id loads this module and needs none of it.
    """
    index, speaker = app.index, app.speaker
    if event := index.event(id):
        from kzfr_cli.views import sheets

        return sheets.event_sheet(event, speaker)
    if name := index.name(id):
        from kzfr_cli.queries import related
        from kzfr_cli.views import sheets

        return sheets.name_sheet(name, related.events_of_name(index, id), speaker)
    if (figure := index.figure(id)) or index.indicator(id):
        from kzfr_cli.queries import figures
        from kzfr_cli.views import figures as figure_views

        if figure:
            return figure_views.figure_sheet(figure, speaker)
        return figure_views.indicator(figures.measured(index, id), speaker)
    if index.source(id):
        from kzfr_cli.queries import sources
        from kzfr_cli.views import sources as source_views

        return source_views.source_sheet(sources.citing(index, id), speaker)
    from kzfr_cli.queries import lookups

    raise UnknownIdError(id=id, near=lookups.near_ids(index, id))
