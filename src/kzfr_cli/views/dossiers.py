"""Views of events to hand out: everything on each, with its sources as numbered notes."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from kzfr_cli.core.event import Event, Source
from kzfr_cli.core.record import record
from kzfr_cli.views.sheets import EventSheet, event_sheet
from kzfr_cli.views.speaker import Speaker


@record
class NoteView:
    """One source as a numbered note."""

    number: int
    id: str
    title: str
    publisher: str
    url: str
    language: str
    kind: str
    published: str | None
    published_words: str
    retrieved: str | None
    authors: tuple[str, ...]
    archived: str


@record
class Dossier:
    """Some events in full; `asked` says in words what was asked for, `numbers` gives the note
    of each source.
    """

    title: str
    lang: str
    asked: str
    entries: tuple[EventSheet, ...]
    notes: tuple[NoteView, ...]
    numbers: Mapping[str, int]

    @property
    def span(self) -> str:
        """Return the first and last year: “1992–2024”."""
        days = [entry.earliest or entry.latest or "" for entry in self.entries]
        found = [year[:4].lstrip("0") for year in sorted(filter(None, days))]
        return "–".join(dict.fromkeys((found[0], found[-1]))) if found else ""


def dossier(events: Iterable[Event], speaker: Speaker, asked: str = "") -> Dossier:
    """View some events with their sources, numbered in the order in which they are first cited,
    the best of each event first.
    """
    chosen = list(events)
    speaker.prepare(chosen)
    entries = tuple(event_sheet(item, speaker) for item in chosen)
    numbers = numbered(entries)
    return Dossier(
        title=speaker.catalogue.text("France–Kazakhstan relations"),
        lang=speaker.lang,
        asked=asked,
        entries=entries,
        notes=tuple(note(number, entry_id, speaker) for entry_id, number in numbers.items()),
        numbers=numbers,
    )


def numbered(entries: Sequence[EventSheet]) -> dict[str, int]:
    """Number the sources from 1 in the order of the events: those of its dates first."""
    cited = [source for entry in entries for source in sources_of(entry)]
    return {entry_id: number for number, entry_id in enumerate(dict.fromkeys(cited), 1)}


def sources_of(entry: EventSheet) -> tuple[str, ...]:
    """List the sources of an event, the best first, each once."""
    cited = [citation.id for citation in entry.citations]
    dated = [entry_id for facet in entry.dates for entry_id in facet.sources]
    disputed = [entry_id for item in entry.disputes for entry_id in item.sources]
    return tuple(dict.fromkeys([*cited, *dated, *disputed]))


def note(number: int, entry_id: str, speaker: Speaker) -> NoteView:
    """View one source; one that no file defines has its id only."""
    source = speaker.index.source(entry_id) or Source(id=entry_id, title=entry_id)
    return NoteView(
        number=number,
        id=entry_id,
        title=source.title,
        publisher=source.publisher,
        url=source.url,
        language=source.language,
        kind=source.kind,
        published=source.published.text if source.published else None,
        published_words=speaker.date(source.published) if source.published else "",
        retrieved=source.retrieved.text if source.retrieved else None,
        authors=source.authors,
        archived=source.archived,
    )
