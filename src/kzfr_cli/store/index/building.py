"""Fill the index from database files, later ones laid over earlier ones."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

from kzfr_cli.core.event import Event
from kzfr_cli.errors import Problem
from kzfr_cli.languages.folding import fold
from kzfr_cli.store import files, records, schema
from kzfr_cli.store.index import blocks, documents, entry_rows, layers, lexicon, tables

Progress = Callable[[int], None]
"""Is called with the number of bytes read since the last call."""

BATCH = 2000
STEP = 8
"""From the number of one entry to that of the next: those put between later find theirs there."""

INSERTS = {
    "entries": "INSERT INTO entries VALUES (?, ?, ?, ?, ?, ?, ?)",
    "lines": "INSERT INTO lines VALUES (?, ?)",
    "events": "INSERT INTO events VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
    "facets": "INSERT INTO facets VALUES (?, ?, ?, ?, ?, ?, ?)",
    "links": "INSERT INTO links VALUES (?, ?, ?)",
    "tag_links": "INSERT INTO tag_links VALUES (?, ?)",
    "aliases": "INSERT INTO aliases VALUES (?, ?, ?)",
    "former_ids": "INSERT OR REPLACE INTO former_ids VALUES (?, ?)",
    "citations": "INSERT INTO citations VALUES (?, ?)",
}

HIDING = "{}"
"""The body of an entry that hides one of the files below."""

PUBLISHED = ("facets", "links", "tag_links", "aliases")


class Resolver:
    """Find entries by id while the index is being filled, those just read included."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self.connection = connection
        self.known: dict[tuple[str, str], Any] = {}

    def remember(self, kind: str, entry_id: str, record: Any) -> None:
        """Keep an entry that has just been read, before it can be found in the index."""
        self.known[kind, entry_id] = record

    def find(self, kind: str, entry_id: str) -> Any:
        """Find an entry of one kind, or None."""
        if (kind, entry_id) not in self.known:
            row = self.connection.execute(
                "SELECT body FROM entries WHERE kind = ? AND id = ? AND visible",
                (kind, entry_id),
            ).fetchone()
            if row is None:
                return None
            self.known[kind, entry_id] = READERS[kind](json.loads(row[0]))
        return self.known[kind, entry_id]


READERS: dict[str, Callable[[Any], Any]] = {
    "names": records.name,
    "tags": records.tag,
    "sources": records.source,
    "figures": records.figure,
    "indicators": records.indicator,
    "events": records.event,
}


RENAMED = frozenset(("events", "sources", "indicators", "figures"))
"""The kinds whose entries may tell the ids that they once had."""

RENAMED_BELOW = """
    SELECT former, id FROM former_ids JOIN entries ON no = entry
    WHERE kind = ?1 AND visible
        AND former NOT IN (SELECT id FROM entries WHERE kind = ?1 AND visible)
"""


class Building:
    """Fill the tables of an index; the caller holds the transaction."""

    def __init__(
        self, connection: sqlite3.Connection, progress: Progress | None = None
    ) -> None:
        self.connection = connection
        self.progress = progress
        self.resolver = Resolver(connection)
        self.rows: dict[str, list[tuple[Any, ...]]] = {table: [] for table in INSERTS}
        self.documents: list[documents.Document] = []
        self.waiting = 0
        self.number = tables.last_number(connection)
        self.step = STEP
        self.kinds_below = {
            kind for (kind,) in connection.execute("SELECT DISTINCT kind FROM entries")
        }
        self.is_indexed = tables.are_indexed(connection)
        self.ids_below: dict[str, set[str]] = {}
        self.renamed_below: dict[str, dict[str, str]] = {}

    # ---- reading

    def add_file(self, number: int, path: Path) -> None:
        """Read one file as the `number`-th layer."""
        counts = {"added": 0, "changed": 0, "hidden": 0}
        ids: set[tuple[str, str]] = set()
        done = 0
        text = files.content(str(path))
        digests = bytearray()
        for item in blocks.read(str(path), text, digests):
            entry = self.accepted(number, path, item, ids)
            if entry is None:
                continue
            todays = self.under_todays_id(entry)
            if todays is not entry:
                # of two events that became one, both may have something laid over them by this file
                self.flush()
            if change := self.add(number, path, todays):
                counts[change] += 1
            if todays is not entry:
                self.flush()
            if self.progress is not None and entry.end - done > 500_000:
                self.progress(entry.end - done)
                done = entry.end
        self.flush()
        self.kinds_below |= {kind for kind, _ in ids}
        self.ids_below.clear()
        self.renamed_below.clear()
        self.connection.execute(
            "UPDATE files SET added = :added, changed = :changed, hidden = :hidden WHERE no = :no",
            {**counts, "no": number},
        )
        blocks.keep(self.connection, number, text, digests)
        if self.progress is not None:
            self.progress(len(text) - done)

    def accepted(
        self, number: int, path: Path, item: files.Read | Problem, ids: set[tuple[str, str]]
    ) -> files.Read | None:
        """Return an entry that is to be laid over the files below; of what is not, keep why."""
        if isinstance(item, Problem):
            self.report(number, item)
            return None
        identity = (item.kind, item.entry["id"])
        if identity in ids:
            self.refuse(number, path, item, "duplicate-id")
            return None
        ids.add(identity)
        return item

    def add(self, file: int, path: Path, item: files.Read) -> str | None:
        """Lay one entry over what is there; tells what it did: `added`, `changed`, `hidden`, or
        None when refused.
        """
        entry = item.entry
        lower = self.lower(item.kind, entry["id"])
        if entry.pop("hidden", False):
            self.hide(file, item, lower)
            return None if lower is None else "hidden"
        if entry.pop("extend", False):
            if lower is None:
                self.refuse(file, path, item, "extends-nothing")
                return None
            entry = layers.merged(json.loads(lower[1]), entry)
        if missing := schema.missing(item.kind, entry):
            self.refuse(file, path, item, "missing-field", field=missing[0])
            return None
        if item.kind == "events" and (wrong := layers.preferred_problem(entry)):
            self.refuse(file, path, item, wrong)
            return None
        if lower is not None:
            self.withdraw(lower[0])
        self.number += self.step
        self.rows["entries"].append(
            (
                self.number,
                item.kind,
                entry["id"],
                entry_rows.parent(item.kind, entry),
                file,
                1,
                schema.encode(entry),
            )
        )
        self.rows["lines"].append((self.number, item.line))
        self.publish(self.number, item.kind, entry)
        self.waiting += 1
        if self.waiting >= BATCH:
            self.flush()
        return "added" if lower is None else "changed"

    def under_todays_id(self, item: files.Read) -> files.Read:
        """Lay what is written under a former id over the entry that the files below have renamed
        since.
        """
        if item.kind not in self.kinds_below or item.kind not in RENAMED:
            return item
        if item.kind not in self.renamed_below:
            self.flush()
            self.renamed_below[item.kind] = dict(
                self.connection.execute(RENAMED_BELOW, (item.kind,))
            )
        new = self.renamed_below[item.kind].get(item.entry["id"])
        if new is None:
            return item
        return files.Read(item.kind, layers.under_id(item.entry, new), item.line, item.end)

    def lower(self, kind: str, entry_id: str) -> tuple[int, str] | None:
        """Find the visible entry of that id in the files below, as (number, body)."""
        if kind not in self.kinds_below or not (
            self.is_indexed or entry_id in self.known_below(kind)
        ):
            return None
        if not self.is_indexed:
            tables.index_lookups(self.connection)
            self.is_indexed = True
        row: tuple[int, str] | None = self.connection.execute(
            "SELECT no, body FROM entries WHERE kind = ? AND id = ? AND visible",
            (kind, entry_id),
        ).fetchone()
        return row

    def known_below(self, kind: str) -> set[str]:
        """Return the ids of a kind in the files below; asking the table for each, without an
        index, reads all of it.
        """
        if kind not in self.ids_below:
            query = "SELECT id FROM entries WHERE kind = ? AND visible"
            self.ids_below[kind] = {
                entry_id for (entry_id,) in self.connection.execute(query, (kind,))
            }
        return self.ids_below[kind]

    def hide(self, file: int, item: files.Read, lower: tuple[int, str] | None) -> None:
        """Take an entry of the files below out of sight."""
        if lower is not None:
            self.withdraw(lower[0])
        self.number += self.step
        self.rows["entries"].append(
            (self.number, item.kind, item.entry["id"], "", file, 0, HIDING)
        )
        self.rows["lines"].append((self.number, item.line))

    def refuse(
        self, file: int, path: Path, item: files.Read, code: str, **facts: str
    ) -> None:
        """Leave an entry out and say why."""
        problem = Problem(
            path=str(path),
            line=item.line,
            code=code,
            entry=item.entry["id"],
            facts=tuple(facts.items()),
        )
        self.report(file, problem)

    def report(self, file: int, problem: Problem) -> None:
        """Keep a problem with the index, so that every command can tell of it."""
        self.connection.execute(
            "INSERT INTO problems VALUES (?, ?, ?, ?, ?, ?)",
            (
                file,
                problem.line,
                problem.code,
                problem.entry,
                problem.left_out,
                json.dumps(dict(problem.facts)),
            ),
        )

    # ---- what the queries see

    def publish(self, number: int, kind: str, entry: dict[str, Any]) -> None:
        """Write the rows of a visible entry in the tables that the queries read."""
        self.rows["citations"].extend(
            (item, number) for item in entry_rows.cited(kind, entry)
        )
        if kind == "events":
            self.publish_event(number, records.event(entry))
        else:
            record = READERS[kind](entry)
            if kind == "indicators":
                self.resolver.remember(kind, entry["id"], record)
            if kind in documents.KINDS:
                self.documents.append(
                    documents.document(number, kind, record, self.resolver)
                )
        self.rows["former_ids"].extend(
            (former, number) for former in entry.get("former_ids", ())
        )

    def publish_event(self, number: int, event: Event) -> None:
        """Write the rows of a visible event."""
        self.rows["events"].append(entry_rows.event_row(number, event))
        self.rows["facets"].extend(entry_rows.facet_rows(number, event))
        self.rows["links"].extend(entry_rows.link_rows(number, event))
        self.rows["tag_links"].extend((tag, number) for tag in event.tags)
        self.rows["aliases"].extend(
            (number, lang, fold(form))
            for lang, forms in event.aliases.items()
            for form in forms
        )
        self.documents.append(documents.document(number, "events", event))

    def withdraw(self, number: int) -> None:
        """Take the rows of an entry away from the queries; the entry itself stays, out of sight."""
        self.flush()
        execute = self.connection.execute
        execute("UPDATE entries SET visible = 0 WHERE no = ?", (number,))
        execute("DELETE FROM events WHERE no = ?", (number,))
        for table in PUBLISHED:
            execute(f"DELETE FROM {table} WHERE event = ?", (number,))
        execute("DELETE FROM citations WHERE entry = ?", (number,))
        execute("DELETE FROM former_ids WHERE entry = ?", (number,))
        lexicon.remove(self.connection, [number])

    # ---- files taken away again

    def drop_files(self, first: int) -> None:
        """Forget every file from the `first` on, and show again what they covered."""
        execute = self.connection.execute
        dropped = execute(
            "SELECT no, kind, id, visible FROM entries WHERE file >= ?", (first,)
        ).fetchall()
        for number, _, _, visible in dropped:
            if visible:
                self.withdraw(number)
        self.forget([number for number, *_ in dropped])
        execute("DELETE FROM problems WHERE file >= ?", (first,))
        execute("DELETE FROM blocks WHERE file >= ?", (first,))
        execute("DELETE FROM files WHERE no >= ?", (first,))
        for kind, entry_id in dict.fromkeys(
            (kind, entry_id) for _, kind, entry_id, _ in dropped
        ):
            self.show_top(kind, entry_id)
        self.flush()
        self.kinds_below = {kind for (kind,) in execute("SELECT DISTINCT kind FROM entries")}

    def forget(self, numbers: Sequence[int]) -> None:
        """Delete entries that are withdrawn."""
        for table in ("entries", "lines"):
            self.connection.executemany(
                f"DELETE FROM {table} WHERE no = ?", [(number,) for number in numbers]
            )

    def show_top(self, kind: str, entry_id: str) -> None:
        """Make the last remaining entry of that id visible, unless it is there to hide."""
        row = self.connection.execute(
            "SELECT no, body FROM entries WHERE kind = ? AND id = ? ORDER BY no DESC LIMIT 1",
            (kind, entry_id),
        ).fetchone()
        if row is not None and row[1] != HIDING:
            self.connection.execute("UPDATE entries SET visible = 1 WHERE no = ?", (row[0],))
            self.publish(row[0], kind, json.loads(row[1]))

    # ---- writing

    def flush(self) -> None:
        """Write the rows that wait."""
        for table, rows in self.rows.items():
            if rows:
                self.connection.executemany(INSERTS[table], rows)
                rows.clear()
        lexicon.add(self.connection, self.documents)
        self.documents.clear()
        self.waiting = 0

    def finish(self) -> None:
        """Write what is left and the tables that need all of it."""
        self.flush()
        lexicon.finish(self.connection)
