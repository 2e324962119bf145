"""The tables of events, of their dates and sources, and the entries that an import reads back."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from kzfr_cli.formats import links
from kzfr_cli.formats.sqlite.table import Tables, in_each
from kzfr_cli.views.dossiers import NoteView
from kzfr_cli.views.sheets import EventSheet
from kzfr_cli.views.whole import Archive

ADDRESSES = ("url", "archived")


def fill(tables: Tables, view: Archive) -> None:
    """Fill them."""
    for note in (*view.notes, *view.measured):
        tables.insert("sources", source_row(note))
    for kind, body in view.held:
        written = json.dumps(inert(kind, body), ensure_ascii=False)
        tables.insert("entries", (kind, body["id"], written))
    for entry in view.entries:
        tables.insert("events", event_row(entry))
        fill_names(tables, entry)
        fill_dates(tables, entry)
        for table, row in linked(entry):
            tables.insert(table, (entry.id, *row))


def source_row(note: NoteView) -> tuple[object, ...]:
    """Write the row of a source."""
    return (
        note.id,
        note.title,
        note.publisher,
        links.harmless(note.url),
        note.language,
        note.kind,
        note.published,
        note.retrieved,
        "; ".join(note.authors) or None,
        links.harmless(note.archived) or None,
    )


def inert(kind: str, body: dict[str, Any]) -> dict[str, Any]:
    """Return an entry without the addresses that would run or hold something."""
    if kind != "sources":
        return body
    unsafe = [name for name in ADDRESSES if name in body and not links.harmless(body[name])]
    return {name: value for name, value in body.items() if name not in unsafe}


def event_row(entry: EventSheet) -> tuple[object, ...]:
    """Write the row of an event."""
    return (
        entry.id,
        entry.title,
        *in_each(entry.titles),
        *in_each(entry.summaries),
        entry.category,
        entry.scope,
        entry.confidence,
        entry.date,
        entry.date_words,
        entry.earliest,
        entry.latest,
        entry.precision,
        entry.uncertain,
        entry.disputed,
        entry.weight,
        entry.commemorated,
        entry.of or None,
        entry.edition,
    )


def linked(entry: EventSheet) -> Iterator[tuple[str, tuple[object, ...]]]:
    """List the other rows of an event, each with its table."""
    for citation in entry.citations:
        yield "event_sources", (citation.id, citation.says)
    for tag in entry.tags:
        yield "event_tags", (tag,)
    for item in entry.disputes:
        yield "conflicts", (item.about, item.note)
    for number in entry.quantities:
        yield "quantities", (number.value, number.unit, number.bound, number.holder or None)


def fill_names(tables: Tables, entry: EventSheet) -> None:
    """Insert the names that an event is linked to."""
    for link in entry.links:
        tables.label("names", link.id, link.labels)
        tables.insert("event_names", (entry.id, link.id, link.role))


def fill_dates(tables: Tables, entry: EventSheet) -> None:
    """Insert the dates of an event with their sources."""
    for facet in entry.dates:
        row = (entry.id, facet.kind, facet.value, facet.status, facet.note, facet.wording)
        number = tables.insert("dates", (None, *row))
        for source in facet.sources:
            tables.insert("date_sources", (number, source))
