"""Read the SQLite files that `kzfr export` writes: the table of the entries that they were
made of.
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterator
from typing import Any

from kzfr_cli.editing.imports.rows import Content, Row
from kzfr_cli.editing.imports.texts import ImportFile
from kzfr_cli.errors import UnreadableImportError

TABLE = "SELECT 1 FROM sqlite_master WHERE type = 'table' AND name = 'entries'"
ENTRIES = "SELECT kind, body FROM entries ORDER BY rowid"


def read(source: ImportFile) -> Content:
    """Read the events of an export, and what they refer to; raises `UnreadableImportError`."""
    try:
        entries = list(stored(source.data))
    except (sqlite3.Error, ValueError, RecursionError, MemoryError) as error:
        raise UnreadableImportError(path=source.path, reason="not-export") from error
    needs: dict[str, list[Any]] = {}
    events: list[Any] = []
    for kind, body in entries:
        (events if kind == "events" else needs.setdefault(str(kind), [])).append(body)
    rows = [
        Row(number=number, fields={"entry": body}, raw=body)
        for number, body in enumerate(events, 1)
        if isinstance(body, dict)
    ]
    if rows:
        first = rows[0]
        rows[0] = Row(number=1, fields={**first.fields, "needs": needs}, raw=first.raw)
    return Content(rows=rows, total=len(rows))


def stored(data: bytes) -> Iterator[tuple[str, Any]]:
    """The entries of a database with their kinds; one without their table raises `ValueError`."""
    connection = sqlite3.connect(":memory:")
    try:
        connection.deserialize(data)
        connection.execute("PRAGMA trusted_schema = OFF")
        if connection.execute(TABLE).fetchone() is None:
            raise ValueError
        for kind, body in connection.execute(ENTRIES):
            yield kind, json.loads(body)
    finally:
        connection.close()
