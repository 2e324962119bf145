"""SQLite: tables that Datasette and sqlite-utils browse, joined by foreign keys, with a full-text
index of events; the table `entries` holds what an import reads back whole.
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterator
from typing import Any

from kzfr_cli import __version__
from kzfr_cli.core.event import LANGUAGES
from kzfr_cli.formats import links, origin
from kzfr_cli.formats.surface import Surface
from kzfr_cli.views.sheets import EventSheet
from kzfr_cli.views.whole import Archive

TABLES = """
CREATE TABLE events(
    id TEXT PRIMARY KEY, title_fr TEXT, title_en TEXT, title_ru TEXT, title_kk TEXT,
    summary_fr TEXT, summary_en TEXT, summary_ru TEXT, summary_kk TEXT,
    category TEXT, scope TEXT, confidence TEXT, date TEXT, earliest TEXT, latest TEXT, precision TEXT,
    uncertain INTEGER, disputed INTEGER, weight INTEGER, commemorated INTEGER, of TEXT, edition INTEGER);
CREATE TABLE dates(
    id INTEGER PRIMARY KEY, event TEXT NOT NULL REFERENCES events(id), kind TEXT, value TEXT, status TEXT,
    note TEXT, wording TEXT);
CREATE TABLE sources(
    id TEXT PRIMARY KEY, title TEXT, publisher TEXT, url TEXT, language TEXT, kind TEXT, published TEXT,
    retrieved TEXT, authors TEXT, archived TEXT);
CREATE TABLE event_sources(
    event TEXT NOT NULL REFERENCES events(id), source TEXT NOT NULL REFERENCES sources(id), says TEXT,
    PRIMARY KEY (event, source));
CREATE TABLE date_sources(
    date INTEGER NOT NULL REFERENCES dates(id), source TEXT NOT NULL REFERENCES sources(id),
    PRIMARY KEY (date, source));
CREATE TABLE names(id TEXT PRIMARY KEY, label_fr TEXT, label_en TEXT, label_ru TEXT, label_kk TEXT);
CREATE TABLE event_names(
    event TEXT NOT NULL REFERENCES events(id), name TEXT NOT NULL REFERENCES names(id), role TEXT,
    PRIMARY KEY (event, name, role));
CREATE TABLE event_tags(event TEXT NOT NULL REFERENCES events(id), tag TEXT, PRIMARY KEY (event, tag));
CREATE TABLE conflicts(event TEXT NOT NULL REFERENCES events(id), about TEXT, note TEXT);
CREATE TABLE quantities(
    event TEXT NOT NULL REFERENCES events(id), value REAL, unit TEXT, bound TEXT, holder TEXT);
CREATE INDEX dates_by_event ON dates(event);
CREATE INDEX event_sources_by_source ON event_sources(source);
CREATE INDEX event_names_by_name ON event_names(name);
CREATE TABLE entries(kind TEXT, id TEXT, body TEXT, PRIMARY KEY (kind, id));
CREATE TABLE origin(as_of TEXT, reviewed TEXT, report TEXT, version TEXT);
CREATE VIRTUAL TABLE events_fts USING fts5(
    title_fr, title_en, title_ru, title_kk, summary_fr, summary_en, summary_ru, summary_kk, content="events",
    tokenize = "unicode61 remove_diacritics 2");
"""
ADDRESSES = ("url", "archived")
FILL_INDEX = "INSERT INTO events_fts(events_fts) VALUES ('rebuild')"


def render(view: Archive, surface: Surface) -> bytes:
    """Write a database file, the same bytes for the same data and the same SQLite."""
    connection = sqlite3.connect(":memory:", isolation_level=None)
    try:
        connection.executescript(TABLES)
        fill(connection, view)
        if found := origin.of(surface):
            told = (found.as_of.text, found.reviewed.text, found.report, __version__)
            insert(connection, "origin", told)
        connection.execute(FILL_INDEX)
        connection.execute(
            "PRAGMA user_version = "
            + "".join(f"{int(part):02}" for part in __version__.split("."))
        )
        connection.execute("VACUUM")
        return connection.serialize()
    finally:
        connection.close()


def fill(connection: sqlite3.Connection, view: Archive) -> None:
    """Fill the tables."""
    connection.execute("BEGIN")
    for note in view.notes:
        told = (
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
        insert(connection, "sources", told)
    for kind, body in view.held:
        written = json.dumps(inert(kind, body), ensure_ascii=False)
        insert(connection, "entries", (kind, body["id"], written))
    for entry in view.entries:
        insert(connection, "events", event_row(entry))
        for table, row in linked(entry):
            insert(connection, table, row)
        fill_dates(connection, entry)
    connection.execute("COMMIT")


def inert(kind: str, body: dict[str, Any]) -> dict[str, Any]:
    """Return an entry without the addresses that would run or hold something."""
    if kind != "sources":
        return body
    unsafe = [name for name in ADDRESSES if name in body and not links.harmless(body[name])]
    return {name: value for name, value in body.items() if name not in unsafe}


def insert(connection: sqlite3.Connection, table: str, row: tuple[object, ...]) -> None:
    """Insert a row; a name or a link that is there already stays as it is."""
    connection.execute(
        f"INSERT OR IGNORE INTO {table} VALUES ({', '.join('?' * len(row))})", row
    )


def event_row(entry: EventSheet) -> tuple[object, ...]:
    """Write the row of an event."""
    titles = [entry.titles.get(lang) for lang in LANGUAGES]
    summaries = [entry.summaries.get(lang) for lang in LANGUAGES]
    return (
        entry.id,
        *titles,
        *summaries,
        entry.category,
        entry.scope,
        entry.confidence,
        entry.date,
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
    """List the rows of what an event is linked to."""
    for citation in entry.citations:
        yield "event_sources", (entry.id, citation.id, citation.says)
    for link in entry.links:
        yield "names", (link.id, *(link.labels.get(lang) for lang in LANGUAGES))
        yield "event_names", (entry.id, link.id, link.role)
    for tag in entry.tags:
        yield "event_tags", (entry.id, tag)
    for item in entry.disputes:
        yield "conflicts", (entry.id, item.about, item.note)
    for number in entry.quantities:
        told = (number.value, number.unit, number.bound, number.holder or None)
        yield "quantities", (entry.id, *told)


def fill_dates(connection: sqlite3.Connection, entry: EventSheet) -> None:
    """Insert the dates of an event with their sources."""
    for facet in entry.dates:
        row = (entry.id, facet.kind, facet.value, facet.status, facet.note, facet.wording)
        number = connection.execute(
            "INSERT INTO dates VALUES (NULL, ?, ?, ?, ?, ?, ?)", row
        ).lastrowid
        for source in facet.sources:
            insert(connection, "date_sources", (number, source))
