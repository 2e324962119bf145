"""Views of what a search found, and why."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from kzfr_cli.core.event import in_language
from kzfr_cli.core.record import record
from kzfr_cli.locale import quantities, vocabulary
from kzfr_cli.search import highlighting
from kzfr_cli.search.result import Hit
from kzfr_cli.views.events import EventView, event_fields
from kzfr_cli.views.speaker import Speaker

Described = tuple[str, str | None, str]
"""The title of an entry, its language, and what it is in a few words."""


@record
class MatchView:
    """Say which word of the query matched what, in which field, and how."""

    word: str
    found: str
    field: str
    how: str


@record
class EventHit(EventView):
    """Tell one event that was found; `highlights` are the (start, end) characters of the title that
    matched.
    """

    kind: str
    score: float
    matched: tuple[MatchView, ...]
    highlights: tuple[tuple[int, int], ...]


@record
class OtherHit:
    """Tell one name, figure or source that was found; a source is titled in a language of its own."""

    id: str
    kind: str
    title: str
    language: str | None
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
    return HitListView(
        query=query, rows=tuple(VIEWS.get(hit.kind, other)(hit, speaker) for hit in hits)
    )


def matches(hit: Hit) -> tuple[MatchView, ...]:
    """View why an entry was found."""
    return tuple(
        MatchView(word=item.word, found=item.found, field=item.field, how=item.how)
        for item in hit.matched
    )


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
    title, language, detail = DESCRIBE[hit.kind](hit.id, speaker)
    return OtherHit(
        id=hit.id,
        kind=hit.kind,
        title=title,
        language=language,
        detail=detail,
        score=hit.score,
        matched=matches(hit),
        highlights=tuple(highlighting.highlights(title, hit)),
    )


def name(id: str, speaker: Speaker) -> Described:
    """Describe a name by its label and its kind."""
    found = speaker.index.name(id)
    if found is None:
        return id, None, ""
    return *in_language(found.label, speaker.lang), vocabulary.name_kind(
        found.kind, speaker.catalogue
    )


def figure(id: str, speaker: Speaker) -> Described:
    """Describe a figure by its label, its value and its period."""
    found = speaker.index.figure(id)
    if found is None:
        return id, None, ""
    value = quantities.bounded(found.value, found.unit, found.bound, speaker.catalogue)
    return *in_language(found.label, speaker.lang), f"{value}, {speaker.date(found.period)}"


def source(id: str, speaker: Speaker) -> Described:
    """Describe a source by its title and its publisher."""
    found = speaker.index.source(id)
    return (found.title, None, found.publisher) if found else (id, None, "")


VIEWS: dict[str, Callable[[Hit, Speaker], EventHit | OtherHit]] = {"events": event_hit}
DESCRIBE = {"names": name, "figures": figure, "sources": source}
