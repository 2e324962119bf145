"""Views of events: one, or many under the headings of a timeline."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from kzfr_cli.core.event import CATEGORIES, Conflict, Event, Facet, Quantity, in_language
from kzfr_cli.core.record import record
from kzfr_cli.locale import quantities
from kzfr_cli.views.speaker import Speaker

if TYPE_CHECKING:
    from kzfr_cli.queries.filters import Chosen


@record
class FacetView:
    """Tell one dated side of an event."""

    kind: str
    value: str
    status: str
    words: str
    sources: tuple[str, ...]
    note: str
    wording: str


@record
class ConflictView:
    """Tell on what point, other than a date, the sources disagree."""

    about: str
    note: str
    sources: tuple[str, ...]


@record
class QuantityView:
    """Tell a number of an event: `words` is the number with its unit, `holder` whose it is."""

    value: float
    unit: str
    bound: str
    words: str
    holder: str


@record
class EventView:
    """Tell one event; `language` is that of the title, which falls back when it has none in the
    language asked.
    """

    id: str
    title: str
    language: str
    titles: dict[str, str]
    summary: str
    category: str
    date: str
    date_words: str
    earliest: str | None
    latest: str | None
    precision: str
    uncertain: bool
    disputed: bool
    dates: tuple[FacetView, ...]
    places: tuple[str, ...]
    people: tuple[str, ...]
    organisations: tuple[str, ...]
    place_names: tuple[str, ...]
    people_names: tuple[str, ...]
    organisation_names: tuple[str, ...]
    tags: tuple[str, ...]
    scope: str
    confidence: str
    weight: int
    commemorated: bool
    of: str
    edition: int | None
    quantities: tuple[QuantityView, ...]
    disputes: tuple[ConflictView, ...]
    sources: tuple[str, ...]


def facet(item: Facet, speaker: Speaker) -> FacetView:
    """View one facet."""
    return FacetView(
        kind=item.kind,
        value=item.value.text,
        status=item.status,
        words=speaker.date(item.value),
        sources=item.sources,
        note=speaker.words(item.note),
        wording=item.wording,
    )


def conflict(item: Conflict, speaker: Speaker) -> ConflictView:
    """View one conflict that is not about a date."""
    return ConflictView(
        about=speaker.words(item.about),
        note=speaker.words(item.note),
        sources=item.sources,
    )


def quantity(item: Quantity, speaker: Speaker) -> QuantityView:
    """View one number of an event."""
    return QuantityView(
        value=item.value,
        unit=item.unit,
        bound=item.bound,
        words=quantities.bounded(item.value, item.unit, item.bound, speaker.catalogue),
        holder=item.holder,
    )


def event_fields(event: Event, speaker: Speaker) -> dict[str, object]:
    """Gather what every view of an event tells."""
    value = event.preferred.value
    title, language = in_language(event.title, speaker.lang)
    return {
        "id": event.id,
        "title": title,
        "language": language,
        "titles": dict(event.title),
        "summary": speaker.words(event.summary),
        "category": event.category,
        "date": value.text,
        "date_words": speaker.date(value),
        "earliest": value.earliest.isoformat() if value.earliest else None,
        "latest": value.latest.isoformat() if value.latest else None,
        "precision": value.precision,
        "uncertain": value.is_uncertain or value.is_approximate,
        "disputed": event.is_disputed,
        "dates": tuple(facet(item, speaker) for item in event.dates),
        "places": event.places,
        "people": event.people,
        "organisations": event.organisations,
        "place_names": speaker.names(event.places, value),
        "people_names": speaker.names(event.people, value),
        "organisation_names": speaker.names(event.organisations, value),
        "tags": event.tags,
        "scope": event.scope,
        "confidence": event.confidence,
        "weight": event.weight,
        "commemorated": event.commemorated,
        "of": event.of,
        "edition": event.edition,
        "quantities": tuple(quantity(item, speaker) for item in event.quantities),
        "disputes": tuple(conflict(item, speaker) for item in event.disputes),
        "sources": tuple(citation.source for citation in event.sources),
    }


def event(item: Event, speaker: Speaker) -> EventView:
    """View an event."""
    return EventView(**event_fields(item, speaker))  # type: ignore[arg-type]


@record
class Group:
    """Head some events; `gap` counts the years without any since the group before."""

    heading: str
    gap: int
    events: tuple[EventView, ...]


@record
class TimelineView:
    """Tell events in the order of time, under headings."""

    groups: tuple[Group, ...]
    total: int

    @property
    def rows(self) -> list[EventView]:
        """Give the events one after another."""
        return [event for group in self.groups for event in group.events]


def timeline(chosen: Chosen, speaker: Speaker, group_by: str = "year") -> TimelineView:
    """View events under their years, decades or categories."""
    speaker.prepare(chosen.events)
    views = [event(item, speaker) for item in chosen.events]
    groups = (
        by_category(views)
        if group_by == "category"
        else by_span(views, 10 if group_by == "decade" else 1)
    )
    return TimelineView(groups=tuple(groups), total=chosen.total)


def by_category(views: Sequence[EventView]) -> Iterator[Group]:
    """Group events by category, in the order in which the categories are listed."""
    for category in CATEGORIES:
        members = tuple(view for view in views if view.category == category)
        if members:
            yield Group(heading=category, gap=0, events=members)


def by_span(views: Sequence[EventView], years: int) -> Iterator[Group]:
    """Group events by year or decade, whichever way the time runs."""
    heads = [heading_year(view) // years * years for view in views]
    start = 0
    for end in range(1, len(views) + 1):
        if end < len(views) and heads[end] == heads[start]:
            continue
        gap = abs(heads[start] - heads[start - 1]) if start else 0
        yield Group(heading=str(heads[start]), gap=gap, events=tuple(views[start:end]))
        start = end


def heading_year(view: EventView) -> int:
    """Give the year under which an event stands: its first, or its last when the beginning is open."""
    return int((view.earliest or view.latest or "0000")[:4])
