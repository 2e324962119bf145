"""Views of events: one, or many under the headings of a timeline."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import TYPE_CHECKING, Any

from kzfr_cli.core import edtf
from kzfr_cli.core.event import (
    CATEGORIES,
    Conflict,
    Event,
    EventFacts,
    Facet,
    Quantity,
    in_language,
)
from kzfr_cli.core.record import fields, record, replace
from kzfr_cli.locale import quantities
from kzfr_cli.queries import filters
from kzfr_cli.views.speaker import Speaker

if TYPE_CHECKING:
    from kzfr_cli.queries.filters import Chosen


@record
class FacetView:
    """One dated side of an event."""

    kind: str
    value: str
    status: str
    words: str
    sources: tuple[str, ...]
    note: str
    wording: str


@record
class ConflictView:
    """A point, other than a date, on which the sources disagree."""

    about: str
    note: str
    sources: tuple[str, ...]


@record
class QuantityView:
    """A number of an event: `words` is the number with its unit, `holder` whose it is."""

    value: float
    unit: str
    bound: str
    words: str
    holder: str


@record
class EventView(EventFacts):
    """One event; `language` is that of the title, which falls back when it has none in the
    language asked.
    """

    __after__ = "dates"

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
    place_names: tuple[str, ...]
    people_names: tuple[str, ...]
    organisation_names: tuple[str, ...]
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


def event_fields(event: Event, speaker: Speaker) -> dict[str, Any]:
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
        **{name: getattr(event, name) for name in fields(EventFacts)},
        "place_names": speaker.names(event.places, value),
        "people_names": speaker.names(event.people, value),
        "organisation_names": speaker.names(event.organisations, value),
        "quantities": tuple(quantity(item, speaker) for item in event.quantities),
        "disputes": tuple(conflict(item, speaker) for item in event.disputes),
        "sources": tuple(citation.source for citation in event.sources),
    }


def event(item: Event, speaker: Speaker) -> EventView:
    """View an event."""
    return EventView(**event_fields(item, speaker))


@record
class EventGroup:
    """Head some events; `gap` counts the years from the events before to these, below zero where
    the time runs backwards; `year` is that of the heading, empty when it is none; `of` counts all
    the events of its time, zero where that is not told.
    """

    heading: str
    gap: int
    events: tuple[EventView, ...]
    year: str = ""
    of: int = 0


@record
class TimelineView:
    """Events in the order of time, under headings; `of` counts all the events among which
    these are the landmarks, zero when they are not; with `has_ids` a reader is told the ids.
    """

    groups: tuple[EventGroup, ...]
    total: int
    of: int = 0
    has_ids: bool = False

    @property
    def rows(self) -> list[EventView]:
        """Return the events one after another."""
        return [event for group in self.groups for event in group.events]


def timeline(
    chosen: Chosen,
    speaker: Speaker,
    group_by: str = "year",
) -> TimelineView:
    """View events under their years, decades or categories."""
    speaker.prepare(chosen.events)
    views = [event(item, speaker) for item in chosen.events]
    return TimelineView(groups=tuple(grouped(views, speaker, group_by)), total=chosen.total)


def of_landmarks(view: TimelineView, speaker: Speaker) -> TimelineView:
    """View the landmarks of all events, each decade with the number of all its events."""
    counts = filters.counted(speaker.index, 10)
    groups = tuple(
        replace(group, of=counts.get(heading_year(group.events[0]) // 10 * 10, 0))
        for group in view.groups
    )
    return replace(view, groups=groups, of=sum(counts.values()))


def grouped(
    views: Sequence[EventView],
    speaker: Speaker,
    group_by: str,
) -> Iterator[EventGroup]:
    """Group events by `year`, `decade` or `category`."""
    if group_by == "category":
        return by_category(views)
    if group_by == "decade":
        return by_decade(views, speaker)
    return by_year(views)


def by_category(views: Sequence[EventView]) -> Iterator[EventGroup]:
    """Group events by category, in the order in which the categories are listed."""
    for category in CATEGORIES:
        members = tuple(view for view in views if view.category == category)
        if members:
            yield EventGroup(heading=category, gap=0, events=members)


def by_year(views: Sequence[EventView]) -> Iterator[EventGroup]:
    """Group events by year, whichever way the time runs."""
    for year, gap, members in spans(views, 1):
        yield EventGroup(
            heading=str(year),
            gap=gap,
            events=members,
            year=str(year),
        )


def by_decade(views: Sequence[EventView], speaker: Speaker) -> Iterator[EventGroup]:
    """Group events by decade, whichever way the time runs; a decade is named in words."""
    for year, gap, members in spans(views, 10):
        words = speaker.date(edtf.parse(f"{year // 10:03}X")) if year else str(year)
        yield EventGroup(heading=words[:1].upper() + words[1:], gap=gap, events=members)


def spans(
    views: Sequence[EventView], length: int
) -> Iterator[tuple[int, int, tuple[EventView, ...]]]:
    """Yield the first year of each span of years, the years from the events before to its own, and
    its events.
    """
    earliest, latest = 9999, 0
    former: int | None = None
    for start, group in groupby(views, lambda view: heading_year(view) // length * length):
        members = tuple(group)
        first, last = min(map(heading_year, members)), max(map(last_year, members))
        gap = 0
        if former is not None:
            gap = max(first - latest, 0) if start > former else min(last - earliest, 0)
        yield start, gap, members
        earliest, latest, former = min(earliest, first), max(latest, last), start


def last_year(view: EventView) -> int:
    """Return the year in which an event ends; its first when the end is open."""
    return int((view.latest or view.earliest or "0000")[:4])


def heading_year(view: EventView) -> int:
    """Return the year under which an event stands: its first, or its last when the beginning is
    open.
    """
    return int((view.earliest or view.latest or "0000")[:4])
