"""The tables of the index, which is disposable: the TOML files are the truth.

`entries` holds every entry of every file; only the visible one of each id (the last laid over the
others, unless hidden) has rows in the tables that the queries read. `lines` tells where each stands
in its file, apart from it, since a line more moves all those below. `blocks` tells what the index
was made of: the digest of each block of a file, in their order.
"""

from __future__ import annotations

import sqlite3

SCHEMA = 145
"""Raise by one when the tables or what fills them change: every index is then rebuilt."""


TABLES = """
CREATE TABLE meta(key TEXT PRIMARY KEY, value TEXT) WITHOUT ROWID;
CREATE TABLE files(
    no INTEGER PRIMARY KEY, path TEXT, size INTEGER, mtime_ns INTEGER, inode INTEGER,
    ctime_ns INTEGER, digest TEXT,
    added INTEGER DEFAULT 0, changed INTEGER DEFAULT 0, hidden INTEGER DEFAULT 0);
CREATE TABLE problems(
    file INTEGER, line INTEGER, code TEXT, entry TEXT, left_out INTEGER, facts TEXT);
CREATE TABLE entries(
    no INTEGER PRIMARY KEY, kind TEXT, id TEXT, parent TEXT, file INTEGER, visible INTEGER,
    body TEXT);
CREATE TABLE lines(no INTEGER PRIMARY KEY, line INTEGER);
CREATE TABLE blocks(file INTEGER PRIMARY KEY, lines INTEGER, digests BLOB);
CREATE TABLE events(
    no INTEGER PRIMARY KEY, category TEXT, scope TEXT, disputed INTEGER,
    sort TEXT, earliest TEXT, latest TEXT,
    weight INTEGER, commemorated INTEGER, conflicts INTEGER, of TEXT);
CREATE TABLE facets(
    event INTEGER, position INTEGER, kind TEXT, status TEXT,
    year INTEGER, month INTEGER, day INTEGER);
CREATE TABLE links(name TEXT, role TEXT, event INTEGER);
CREATE TABLE tag_links(tag TEXT, event INTEGER);
CREATE TABLE aliases(event INTEGER, language TEXT, words TEXT);
CREATE TABLE former_ids(former TEXT PRIMARY KEY, entry INTEGER) WITHOUT ROWID;
CREATE TABLE citations(source TEXT, entry INTEGER);
"""

LOOKUPS = """
CREATE INDEX IF NOT EXISTS entries_by_id ON entries(kind, id, visible);
CREATE INDEX IF NOT EXISTS facets_by_event ON facets(event);
CREATE INDEX IF NOT EXISTS links_by_event ON links(event);
CREATE INDEX IF NOT EXISTS tag_links_by_event ON tag_links(event);
CREATE INDEX IF NOT EXISTS citations_by_entry ON citations(entry);
"""
"""What is needed to find and withdraw an entry that a later file changes."""

INDEXES = """
CREATE INDEX entries_by_parent ON entries(kind, parent) WHERE parent <> '';
CREATE INDEX events_by_date ON events(sort, no);
CREATE INDEX events_of ON events(of) WHERE of <> '';
CREATE INDEX facets_by_day ON facets(month, day, year, status, kind, position, event);
CREATE INDEX facets_celebrated ON facets(day) WHERE kind = 'celebrated';
CREATE INDEX links_by_name ON links(name, event);
CREATE INDEX tag_links_by_tag ON tag_links(tag, event);
CREATE INDEX citations_by_source ON citations(source);
"""


def last_number(connection: sqlite3.Connection) -> int:
    """Return the number of the last entry, 0 where there is none."""
    number: int = connection.execute("SELECT coalesce(max(no), 0) FROM entries").fetchone()[
        0
    ]
    return number


def count_entries(connection: sqlite3.Connection, first: int) -> int:
    """Count the entries of the files from the `first` on."""
    number: int = connection.execute(
        "SELECT count(*) FROM entries WHERE file >= ?", (first,)
    ).fetchone()[0]
    return number


def create(connection: sqlite3.Connection) -> None:
    """Create the empty tables; `index` afterwards, since filling indexed tables is slower."""
    run(connection, TABLES)


def index(connection: sqlite3.Connection) -> None:
    """Create the indexes over the filled tables and let SQLite measure them."""
    index_lookups(connection)
    run(connection, INDEXES)
    connection.execute("ANALYZE")


def index_lookups(connection: sqlite3.Connection) -> None:
    """Create the indexes that changing an entry needs, unless they are there."""
    run(connection, LOOKUPS)


def are_indexed(connection: sqlite3.Connection) -> bool:
    """Return whether the tables have the indexes that changing an entry needs."""
    return (
        connection.execute(
            "SELECT 1 FROM sqlite_master WHERE name = 'entries_by_id'"
        ).fetchone()
        is not None
    )


def run(connection: sqlite3.Connection, statements: str) -> None:
    """Run statements one by one; `executescript` would commit the open transaction."""
    for statement in filter(None, map(str.strip, statements.split(";"))):
        connection.execute(statement)


def report_dangling(connection: sqlite3.Connection) -> None:
    """Report the entries that cite a source which no file defines; they stay loaded."""
    connection.execute("DELETE FROM problems WHERE code = 'unknown-source'")
    connection.execute(DANGLING)


DANGLING = """
INSERT INTO problems
SELECT entry.file, lines.line, 'unknown-source', entry.id, 0,
    json_object('source', citations.source)
FROM citations JOIN entries AS entry ON entry.no = citations.entry JOIN lines USING (no)
WHERE NOT EXISTS (
    SELECT 1 FROM entries WHERE kind = 'sources' AND id = citations.source AND visible)
"""
