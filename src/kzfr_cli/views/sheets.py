"""Views of everything on one event or one name."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from kzfr_cli.core.event import Citation, Event, Name, NamePeriod, Office, Source
from kzfr_cli.core.record import record
from kzfr_cli.locale import vocabulary
from kzfr_cli.queries import lookups
from kzfr_cli.queries import sources as citing
from kzfr_cli.views.events import EventView, event, event_fields, facet
from kzfr_cli.views.speaker import Speaker


@record
class CitationView:
    """A source and what it says of the entry that cites it."""

    id: str
    title: str
    publisher: str
    url: str
    language: str
    kind: str
    published: str | None
    retrieved: str | None
    authors: tuple[str, ...]
    archived: str
    says: str


@record
class LinkView:
    """A name that an event is linked to, in every language; `then` is what it was called at
    the time.
    """

    id: str
    role: str
    then: str
    labels: dict[str, str]


@record
class StepView:
    """In a line another event: the whole that this one is a step of, or a step of this one."""

    id: str
    title: str
    date: str
    date_words: str
    edition: int | None
    disputed: bool


@record
class EventSheet(EventView):
    """Everything on one event; `over` is where the entries stand that its own is laid over."""

    summaries: dict[str, str]
    not_commemorated: str
    aliases: dict[str, tuple[str, ...]]
    keywords: dict[str, tuple[str, ...]]
    of_words: str
    steps: tuple[StepView, ...]
    translation: str
    former_ids: tuple[str, ...]
    citations: tuple[CitationView, ...]
    links: tuple[LinkView, ...]
    file: str
    line: int
    over: tuple[str, ...]


def event_sheet(item: Event, speaker: Speaker) -> EventSheet:
    """View everything on one event, its dates in the order of time."""
    fields = event_fields(item, speaker)
    ordered = sorted(item.dates, key=lambda facet: facet.value.sort_key())
    fields["dates"] = tuple(facet(found, speaker) for found in ordered)
    return EventSheet(
        **fields,
        summaries=dict(item.summary),
        not_commemorated=speaker.words(item.not_commemorated),
        aliases=dict(item.aliases),
        keywords=dict(item.keywords),
        of_words=whole(item.of, speaker),
        steps=tuple(step(other, speaker) for other in lookups.steps(speaker.index, item.id)),
        translation=item.translation,
        former_ids=item.former_ids,
        citations=tuple(citation_views(best_citations(item, speaker), speaker)),
        links=tuple(link_views(item, speaker)),
        file=item.file,
        line=item.line,
        over=tuple(
            f"{path}:{line}" for path, line in speaker.index.below("events", item.id)
        ),
    )


def whole(entry_id: str, speaker: Speaker) -> str:
    """Print the title of the event, or the name, that an event is a step or an edition of."""
    event = speaker.index.event(entry_id) if entry_id else None
    return speaker.words(event.title) if event else speaker.label(entry_id)


def step(item: Event, speaker: Speaker) -> StepView:
    """View an event in a line."""
    value = item.preferred.value
    return StepView(
        id=item.id,
        title=speaker.words(item.title),
        date=value.text,
        date_words=speaker.date(value),
        edition=item.edition,
        disputed=item.is_disputed,
    )


def best_citations(item: Event, speaker: Speaker) -> list[Citation]:
    """What an event cites, in the order in which a reader should look at it."""
    cited = {citation.source: citation for citation in item.sources}
    order = citing.best_first(speaker.index, cited, item.preferred.sources)
    return [cited[source_id] for source_id in order]


def citation_views(
    citations: Iterable[Citation], speaker: Speaker
) -> Iterator[CitationView]:
    """View what is cited; a source that no file defines has its id only."""
    for citation in citations:
        source = speaker.index.source(citation.source) or Source(
            id=citation.source, title=""
        )
        yield CitationView(
            id=source.id,
            title=source.title,
            publisher=source.publisher,
            url=source.url,
            language=source.language,
            kind=source.kind,
            published=source.published.text if source.published else None,
            retrieved=source.retrieved.text if source.retrieved else None,
            authors=source.authors,
            archived=source.archived,
            says=citation.says,
        )


def link_views(item: Event, speaker: Speaker) -> Iterator[LinkView]:
    """View the names that an event is linked to."""
    value = item.preferred.value
    for role, ids in (
        ("place", item.places),
        ("person", item.people),
        ("organisation", item.organisations),
    ):
        for entry_id in ids:
            name = speaker.index.name(entry_id)
            labels = dict(name.label) if name else {}
            yield LinkView(
                id=entry_id, role=role, then=speaker.name(entry_id, value), labels=labels
            )


@record
class PeriodView:
    """What something was called from one date to another."""

    label: str
    labels: dict[str, str]
    start: str | None
    end: str | None
    start_words: str
    end_words: str


@record
class OfficeView:
    """An office that a person held; `words` name it with the state, `at` is where an envoy
    is.
    """

    office: str
    of: str
    at: str
    words: str
    start: str | None
    end: str | None
    start_words: str
    end_words: str
    sources: tuple[str, ...]


@record
class HolderView(OfficeView):
    """Who held an office of the state or body that is shown."""

    person: str
    name: str


@record
class NamesakeView:
    """A name that another is a part of, and how many events are linked to it."""

    id: str
    label: str
    events: int


@record
class NameSheet:
    """Everything on one name, with the events that are linked to it; `namesakes` are longer
    names that hold it and have more events.
    """

    id: str
    kind: str
    label: str
    labels: dict[str, str]
    spellings: dict[str, tuple[str, ...]]
    acronyms: tuple[str, ...]
    acronyms_by_language: dict[str, tuple[str, ...]]
    part_of: str
    part_of_label: str
    coordinates: tuple[float, float] | None
    note: str
    translation: str
    offices: tuple[OfficeView, ...]
    periods: tuple[PeriodView, ...]
    holders: tuple[HolderView, ...]
    events: tuple[EventView, ...]
    namesakes: tuple[NamesakeView, ...]


def name_sheet(
    name: Name,
    events: Iterable[Event],
    speaker: Speaker,
) -> NameSheet:
    """View a name and its events."""
    return NameSheet(
        id=name.id,
        kind=name.kind,
        label=speaker.words(name.label),
        labels=dict(name.label),
        spellings=dict(name.spellings),
        acronyms=name.acronyms,
        acronyms_by_language=dict(name.acronyms_in),
        part_of=name.part_of,
        part_of_label=speaker.label(name.part_of),
        coordinates=name.coordinates,
        note=speaker.words(name.note),
        translation=name.translation,
        offices=tuple(office_view(item, speaker) for item in name.offices),
        periods=tuple(period_view(period, speaker) for period in name.periods),
        holders=tuple(holder_views(name, speaker)),
        events=(linked := tuple(event(item, speaker) for item in events)),
        namesakes=tuple(namesakes(name, len(linked), speaker)),
    )


def namesakes(
    name: Name,
    events: int,
    speaker: Speaker,
) -> Iterator[NamesakeView]:
    """View the longer names that hold this one and have more events, those with the most first."""
    counted = lookups.namesakes(speaker.index, name)
    for other, count in sorted(counted, key=lambda each: -each[1]):
        if count > events:
            yield NamesakeView(id=other.id, label=speaker.words(other.label), events=count)


def office_view(item: Office, speaker: Speaker) -> OfficeView:
    """View the office of a person."""
    return OfficeView(**office_fields(item, speaker))


def holder_views(name: Name, speaker: Speaker) -> Iterator[HolderView]:
    """View who held the offices of a state or body."""
    if name.kind == "person":
        return
    for person, office in lookups.holders(speaker.index, name.id):
        told = office_fields(office, speaker)
        yield HolderView(**told, person=person.id, name=speaker.words(person.label))


def office_fields(item: Office, speaker: Speaker) -> dict[str, Any]:
    """Gather what every view of an office tells."""
    return {
        "office": item.office,
        "of": item.of,
        "at": item.at,
        "words": office_words(item, speaker),
        "start": item.start.text if item.start else None,
        "end": item.end.text if item.end else None,
        "start_words": speaker.date(item.start) if item.start else "",
        "end_words": speaker.date(item.end) if item.end else "",
        "sources": item.sources,
    }


def office_words(item: Office, speaker: Speaker) -> str:
    """Name an office with the state that it serves, and the one to which an envoy is sent."""
    bodies = " – ".join(
        speaker.label(entry_id) for entry_id in (item.of, item.at) if entry_id
    )
    return f"{vocabulary.office(item.office, speaker.catalogue)} ({bodies})"


def period_view(period: NamePeriod, speaker: Speaker) -> PeriodView:
    """View the period of a name."""
    return PeriodView(
        label=speaker.words(period.label),
        labels=dict(period.label),
        start=period.start.text if period.start else None,
        end=period.end.text if period.end else None,
        start_words=speaker.date(period.start) if period.start else "",
        end_words=speaker.date(period.end) if period.end else "",
    )
