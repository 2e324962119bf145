"""Views of events to hand out: everything on each, with its sources as numbered notes."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from kzfr_cli.core.event import Event, Source
from kzfr_cli.core.record import record
from kzfr_cli.queries.handouts import HandOut
from kzfr_cli.views.sheets import EventSheet, best_citations, event_sheet
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
    is_brief: bool
    size: str
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


PLAIN = HandOut()

PAGE = 38
"""Lines of a page (A4 or Letter) below its title, in 10.5 points with the notes in 9."""

LINE = 56
"""Letters of a title that stand in a line beside its date."""

NOTE = 105
"""Letters of a note in a line."""

HOST = 40
"""Letters of the date and the host of a source."""

TITLE = 42
"""Letters of the title of a page in a line, each as high as two of the text."""

ASKED = 85
"""Letters of what was asked for in a line below the title, with its years."""


def dossier(
    events: Iterable[Event],
    speaker: Speaker,
    asked: str = "",
    wanted: HandOut = PLAIN,
) -> Dossier:
    """View some events with their sources, numbered in the order in which they are first cited,
    the best of each event first; a brief one has those that fill a page.
    """
    chosen = list(events)
    if wanted.is_brief:
        chosen = weightiest(chosen, speaker, PAGE - lines_above(wanted.title, asked))
    speaker.prepare(chosen)
    entries = tuple(event_sheet(item, speaker) for item in chosen)
    numbers = numbered(entries, 1 if wanted.is_brief else None)
    return Dossier(
        title=wanted.title or speaker.catalogue.text("France–Kazakhstan relations"),
        lang=speaker.lang,
        is_brief=wanted.is_brief,
        size=wanted.size,
        asked=asked,
        entries=entries,
        notes=tuple(note(number, entry_id, speaker) for entry_id, number in numbers.items()),
        numbers=numbers,
    )


def weightiest(
    events: Sequence[Event],
    speaker: Speaker,
    room: int,
) -> list[Event]:
    """Choose the events of most weight that fill some lines, in their order; of one weight, those
    that more sources tell; one at the least.
    """
    ranked = sorted(
        range(len(events)),
        key=lambda place: (-events[place].weight, -len(events[place].sources), place),
    )
    chosen: list[int] = []
    for place in ranked:
        room -= lines_of(events[place], speaker)
        if room < 0 and chosen:
            break
        chosen.append(place)
    return [events[place] for place in sorted(chosen)]


def lines_above(title: str, asked: str) -> int:
    """The lines that a long title, and long words about what was asked for, take from a page."""
    return 2 * (rows(len(title), TITLE) - 1) + rows(len(asked), ASKED) - 1


def lines_of(event: Event, speaker: Speaker) -> int:
    """The lines that an event takes on a page: its title with its doubt, and the note of its best
    source.
    """
    best = best_citations(event, speaker)[:1]
    source = speaker.index.source(best[0].source) if best else None
    noted = len(f"{source.publisher}, {source.title}") + HOST if source else 0
    doubt = f" ({speaker.catalogue.text('date disputed')})" if event.is_disputed else ""
    said = speaker.words(event.title) + doubt
    return rows(len(said), LINE) + (rows(noted, NOTE) if noted else 0)


def rows(letters: int, width: int) -> int:
    """The lines of some letters, so many in each: one at the least."""
    return max(1, -(-letters // width))


def numbered(entries: Sequence[EventSheet], most: int | None = None) -> dict[str, int]:
    """Number the sources from 1 in the order of the events, the best of each first, `most` each."""
    cited = [source for entry in entries for source in sources_of(entry)[:most]]
    return {entry_id: number for number, entry_id in enumerate(dict.fromkeys(cited), 1)}


def sources_of(entry: EventSheet) -> tuple[str, ...]:
    """List the sources of an event, the best first, each once."""
    cited = [citation.id for citation in entry.citations]
    dated = [entry_id for facet in entry.dates for entry_id in facet.sources]
    disputed = [entry_id for item in entry.disputes for entry_id in item.sources]
    return tuple(dict.fromkeys([*cited, *dated, *disputed]))


def note(
    number: int,
    entry_id: str,
    speaker: Speaker,
) -> NoteView:
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
