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


def sheet(
    index: Index,
    speaker: Speaker,
    entry_id: str,
) -> Sheet:
    """View the entry of that id, of whatever kind; raises `UnknownIdError`.

    What views each kind is loaded when there is one to view.
    """
    if event := index.event(entry_id):
        return views.sheets.event_sheet(event, speaker)
    if name := index.name(entry_id):
        return views.sheets.name_sheet(
            name, queries.lookups.events_of_name(index, entry_id), speaker
        )
    if (figure := index.figure(entry_id)) or index.indicator(entry_id):
        if figure:
            return views.figures.figure_sheet(figure, speaker)
        return views.figures.indicator(queries.figures.measured(index, entry_id), speaker)
    if index.source(entry_id):
        return views.sources.source_sheet(queries.sources.citing(index, entry_id), speaker)
    raise UnknownIdError(id=entry_id, near=queries.lookups.near_ids(index, entry_id))


def title(speaker: Speaker, entry_id: str) -> str:
    """Name an entry in a few words: its title, its label; nothing when there is no such entry."""
    index = speaker.index
    if event := index.event(entry_id):
        return speaker.words(event.title)
    for entry in (
        index.name(entry_id),
        index.indicator(entry_id),
        index.figure(entry_id),
    ):
        if entry is not None:
            return speaker.words(entry.label)
    source = index.source(entry_id)
    return source.title if source else ""
