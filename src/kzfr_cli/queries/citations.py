"""Find what is to be cited, with the sources that it rests on."""

from __future__ import annotations

from kzfr_cli.core.event import Event, Figure, Source
from kzfr_cli.core.record import record
from kzfr_cli.errors import UnknownIdError
from kzfr_cli.queries import lookups
from kzfr_cli.store.index.reading import Index

KINDS = ("events", "figures", "sources")


@record
class Citable:
    """Hold what is cited, an event or a figure (None for a source by itself), and its sources."""

    entry: Event | Figure | None
    sources: tuple[Source, ...]


def find(index: Index, entry_id: str) -> Citable:
    """Find an event, a figure or a source by its id; raises `UnknownIdError`."""
    if event := index.event(entry_id):
        return Citable(entry=event, sources=resolved(index, event_sources(event)))
    if figure := index.figure(entry_id):
        return Citable(
            entry=figure,
            sources=resolved(index, [citation.source for citation in figure.sources]),
        )
    if source := index.source(entry_id):
        return Citable(entry=None, sources=(source,))
    known = [known for kind in KINDS for known in index.all_ids(kind)]
    raise UnknownIdError(id=entry_id, near=lookups.near(entry_id, known))


def event_sources(event: Event) -> list[str]:
    """List the sources of an event and of its dates, each once."""
    cited = [citation.source for citation in event.sources]
    return list(
        dict.fromkeys(
            [*cited, *(source for facet in event.dates for source in facet.sources)]
        )
    )


def resolved(index: Index, ids: list[str]) -> tuple[Source, ...]:
    """Return the sources of those ids; one that no file defines has its id only."""
    return tuple(index.source(entry_id) or Source(id=entry_id, title="") for entry_id in ids)
