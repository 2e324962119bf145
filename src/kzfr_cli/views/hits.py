"""Views of what a search found, and why."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from kzfr_cli.core.record import record
from kzfr_cli.queries.search import highlighting
from kzfr_cli.queries.search.result import Hit
from kzfr_cli.views.events import EventView, event_fields
from kzfr_cli.views.speaker import Speaker


@record
class MatchView:
    """Say which word of the query matched what, in which field, and how."""

    word: str
    found: str
    field: str
    how: str


@record
class EventHit(EventView):
    """Tell one event that was found; `highlights` are the (start, end) characters of the title that matched."""

    kind: str
    score: float
    matched: tuple[MatchView, ...]
    highlights: tuple[tuple[int, int], ...]


@record
class OtherHit:
    """Tell one name, figure or source that was found."""

    id: str
    kind: str
    title: str
    detail: str
    score: float
    matched: tuple[MatchView, ...]
    highlights: tuple[tuple[int, int], ...]


@record
class HitListView:
    """Tell what was found, the best first."""

    query: str
    rows: tuple[EventHit | OtherHit, ...]


def hit_list(query: str, hits: Sequence[Hit], speaker: Speaker) -> HitListView:
    """View the hits of a search."""
    return HitListView(query=query, rows=tuple(VIEWS.get(hit.kind, other)(hit, speaker) for hit in hits))


def matches(hit: Hit) -> tuple[MatchView, ...]:
    """View why an entry was found."""
    return tuple(MatchView(word=item.word, found=item.found, field=item.field, how=item.how) for item in hit.matched)


def event_hit(hit: Hit, speaker: Speaker) -> EventHit:
    """View an event that was found."""
    (event,) = speaker.index.events([hit.number])
    fields = event_fields(event, speaker)
    return EventHit(
        **fields,  # type: ignore[arg-type]
        kind=hit.kind,
        score=hit.score,
        matched=matches(hit),
        highlights=tuple(highlighting.highlights(str(fields["title"]), hit)),
    )


def other(hit: Hit, speaker: Speaker) -> OtherHit:
    """View a name, a figure or a source that was found."""
    title, detail = DESCRIBE[hit.kind](hit.id, speaker)
    return OtherHit(
        id=hit.id,
        kind=hit.kind,
        title=title,
        detail=detail,
        score=hit.score,
        matched=matches(hit),
        highlights=tuple(highlighting.highlights(title, hit)),
    )


def name(id: str, speaker: Speaker) -> tuple[str, str]:
    """Describe a name by its label and its kind."""
    found = speaker.index.name(id)
    return (speaker.words(found.label), found.kind) if found else (id, "")


def figure(id: str, speaker: Speaker) -> tuple[str, str]:
    """Describe a figure by its label and its value."""
    found = speaker.index.figure(id)
    return (speaker.words(found.label), f"{found.value:g} {found.unit}, {found.period.text}") if found else (id, "")


def source(id: str, speaker: Speaker) -> tuple[str, str]:
    """Describe a source by its title and its publisher."""
    found = speaker.index.source(id)
    return (found.title, found.publisher) if found else (id, "")


VIEWS: dict[str, Callable[[Hit, Speaker], EventHit | OtherHit]] = {"events": event_hit}
DESCRIBE = {"names": name, "figures": figure, "sources": source}
