"""The file: its tables, filled, and a full-text index of events."""

from __future__ import annotations

import sqlite3
from pathlib import Path

from kzfr_cli import __version__
from kzfr_cli.formats import origin
from kzfr_cli.formats.sqlite import events, figures, labels
from kzfr_cli.formats.sqlite.table import Tables
from kzfr_cli.formats.surface import Surface
from kzfr_cli.views.whole import Archive

TABLES = Path(__file__).with_name("tables.sql")
FILL_INDEX = "INSERT INTO events_fts(events_fts) VALUES ('rebuild')"


def render(view: Archive, surface: Surface) -> bytes:
    """Write a database file, the same bytes for the same data and the same SQLite."""
    connection = sqlite3.connect(":memory:", isolation_level=None)
    try:
        connection.executescript(TABLES.read_text(encoding="utf-8"))
        fill(Tables(connection, view.lang), view, surface)
        connection.execute(FILL_INDEX)
        connection.execute(f"PRAGMA user_version = {version()}")
        connection.execute("VACUUM")
        return connection.serialize()
    finally:
        connection.close()


def version() -> str:
    """Write our version as a number: 0.12.3 is 001203."""
    return "".join(f"{int(part):02}" for part in __version__.split("."))


def fill(tables: Tables, view: Archive, surface: Surface) -> None:
    """Fill the tables."""
    tables.execute("BEGIN")
    labels.fill(tables, view)
    events.fill(tables, view)
    figures.fill(tables, view)
    if found := origin.of(surface):
        told = (found.as_of.text, found.reviewed.text, found.report, __version__)
        tables.insert("origin", told)
    tables.execute("COMMIT")
