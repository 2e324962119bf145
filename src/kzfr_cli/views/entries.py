"""The view of an entry of whatever kind, by its id."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias

from kzfr_cli import queries, views
from kzfr_cli.errors import UnknownIdError
from kzfr_cli.store.index.reading import Index
from kzfr_cli.views.speaker import Speaker

if TYPE_CHECKING:
    from kzfr_cli.views.figures import FigureSheet, IndicatorView
    from kzfr_cli.views.sheets import EventSheet, NameSheet
    from kzfr_cli.views.sources import SourceSheet

    Sheet: TypeAlias = EventSheet | NameSheet | FigureSheet | IndicatorView | SourceSheet


def sheet(index: Index, speaker: Speaker, id: str) -> Sheet:
    """View the entry of that id, of whatever kind; raises `UnknownIdError`.

    What views each kind is loaded when there is one to view.
    """
    if event := index.event(id):
        return views.sheets.event_sheet(event, speaker)
    if name := index.name(id):
        return views.sheets.name_sheet(
            name, queries.lookups.events_of_name(index, id), speaker
        )
    if (figure := index.figure(id)) or index.indicator(id):
        if figure:
            return views.figures.figure_sheet(figure, speaker)
        return views.figures.indicator(queries.figures.measured(index, id), speaker)
    if index.source(id):
        return views.sources.source_sheet(queries.sources.citing(index, id), speaker)
    raise UnknownIdError(id=id, near=queries.lookups.near_ids(index, id))
