"""Views of sources: which the database rests on, and what cites one."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from kzfr_cli.core.event import Citation, Event, Figure, Source, in_language
from kzfr_cli.core.record import record
from kzfr_cli.locale import quantities
from kzfr_cli.queries import figures as measured
from kzfr_cli.queries.sources import Cited, Citing, Footing
from kzfr_cli.views.speaker import Speaker


@record
class SourceView:
    """One source, how much rests on it, and how many events rest on it alone."""

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
    events: int
    figures: int
    alone: int


@record
class SourceListView:
    """The sources; `all_events` and `all_alone` count over the whole database."""

    rows: tuple[SourceView, ...]
    all_events: int
    all_alone: int


def source_fields(source: Source, speaker: Speaker) -> dict[str, Any]:
    """Gather what describes a source."""
    return {
        "id": source.id,
        "title": source.title,
        "publisher": source.publisher,
        "url": source.url,
        "language": source.language,
        "kind": source.kind,
        "published": source.published.text if source.published else None,
        "published_words": speaker.date(source.published) if source.published else "",
        "retrieved": source.retrieved.text if source.retrieved else None,
        "authors": source.authors,
        "archived": source.archived,
    }


def source_list(
    found: Sequence[Cited],
    footing: Footing,
    speaker: Speaker,
) -> SourceListView:
    """View the sources with what rests on them."""
    return SourceListView(
        rows=tuple(
            SourceView(
                **source_fields(item.source, speaker),
                events=item.events,
                figures=item.figures,
                alone=item.alone,
            )
            for item in found
        ),
        all_events=footing.events,
        all_alone=footing.alone,
    )


@record
class StatementView:
    """The date that a source is cited for, and whether that date holds."""

    kind: str
    value: str
    words: str
    status: str


@record
class CitingView:
    """An event or a figure that cites a source, what the source says of it, and whether it has
    no other.
    """

    kind: str
    id: str
    title: str
    language: str
    date: str
    date_words: str
    says: str
    dates: tuple[StatementView, ...]
    alone: bool
    disputed: bool


@record
class SourceSheet:
    """A source and what cites it; `alone` counts the events that have no other."""

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
    events: int
    figures: int
    alone: int
    cited_by: tuple[CitingView, ...]


def source_sheet(found: Citing, speaker: Speaker) -> SourceSheet:
    """View a source and what cites it, events before figures."""
    return SourceSheet(
        **source_fields(found.source, speaker),
        events=found.counts.events,
        figures=found.counts.figures,
        alone=found.counts.alone,
        cited_by=(*event_rows(found, speaker), *figure_rows(found, speaker)),
    )


def event_rows(found: Citing, speaker: Speaker) -> Iterator[CitingView]:
    """View the events that cite a source."""
    for event in found.events:
        title, language = in_language(event.title, speaker.lang)
        value = event.preferred.value
        yield CitingView(
            kind="event",
            id=event.id,
            title=title,
            language=language,
            date=value.text,
            date_words=speaker.date(value),
            says=says(event.sources, found.source.id),
            dates=tuple(statements(event, found.source.id, speaker)),
            alone=event.id in found.alone,
            disputed=event.is_disputed,
        )


def statements(
    event: Event,
    source: str,
    speaker: Speaker,
) -> Iterator[StatementView]:
    """View the dates of an event that a source is cited for."""
    for facet in event.dates:
        if source in facet.sources:
            yield StatementView(
                kind=facet.kind,
                value=facet.value.text,
                words=speaker.date(facet.value),
                status=facet.status,
            )


def figure_rows(found: Citing, speaker: Speaker) -> Iterator[CitingView]:
    """View the figures that cite a source, for their value or for a rival one."""
    for figure in found.figures:
        label, language = in_language(figure.label, speaker.lang)
        value = quantities.bounded(
            figure.value, figure.unit, figure.bound, speaker.catalogue
        )
        yield CitingView(
            kind="figure",
            id=figure.id,
            title=speaker.catalogue.text("{label}: {value}", label=label, value=value),
            language=language,
            date=figure.period.text,
            date_words=speaker.date(figure.period),
            says=says(figure.sources, found.source.id)
            or rival(figure, found.source.id, speaker),
            dates=(),
            alone=False,
            disputed=measured.is_disputed(figure),
        )


def says(citations: Iterable[Citation], source: str) -> str:
    """Return what a source says to an entry."""
    return next((citation.says for citation in citations if citation.source == source), "")


def rival(
    figure: Figure,
    source: str,
    speaker: Speaker,
) -> str:
    """Return what a source says against a figure."""
    notes = (speaker.words(item.note) for item in figure.disputes if item.source == source)
    return " ".join(filter(None, notes))
