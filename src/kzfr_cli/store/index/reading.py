"""Read the index: entries by id, what links to what, where each comes from."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from kzfr_cli.core.event import Event, Figure, Indicator, Name, Source, Tag
from kzfr_cli.errors import Problem
from kzfr_cli.store import records
from kzfr_cli.store.index import stamps

IN_ONE_QUERY = 500


class Index:
    """Answer from the SQLite index; made by `store.opening.open_index`.

    `path` is empty and `reason` says why when the index is only in memory; `state` is `fresh`,
    `updated`, `rebuilt` or `in memory`.
    """

    def __init__(
        self,
        connection: sqlite3.Connection,
        *,
        path: str = "",
        state: str = "",
        reason: str = "",
    ) -> None:
        self.connection = connection
        self.path = path
        self.state = state
        self.reason = reason
        self.names: dict[str, Name | None] = {}
        self.sources: dict[str, Source | None] = {}
        self.files: dict[int, str] = {}

    def rows(
        self,
        query: str,
        parameters: Sequence[Any] = (),
    ) -> list[Any]:
        """Run a query and give all its rows."""
        return self.connection.execute(query, parameters).fetchall()

    # ---- one entry

    def body(
        self,
        kind: str,
        entry_id: str,
    ) -> tuple[int, dict[str, Any], int, int] | None:
        """Find the visible entry of that id: its number, its fields, its file's number and line."""
        row = self.connection.execute(
            "SELECT no, body, file, line FROM entries JOIN lines USING (no)"
            " WHERE kind = ? AND id = ? AND visible",
            (kind, entry_id),
        ).fetchone()
        return (row[0], json.loads(row[1]), row[2], row[3]) if row else None

    def event(self, entry_id: str) -> Event | None:
        """Find an event by its id or a former one."""
        found = self.body("events", entry_id) or self.formerly("events", entry_id)
        return records.event(found[1], self.file(found[2]), found[3]) if found else None

    def formerly(
        self, kind: str, entry_id: str
    ) -> tuple[int, dict[str, Any], int, int] | None:
        """Find the visible entry that once had that id."""
        row = self.connection.execute(
            "SELECT no, body, file, line FROM former_ids JOIN entries ON no = entry"
            " JOIN lines USING (no) WHERE former = ? AND kind = ?",
            (entry_id, kind),
        ).fetchone()
        return (row[0], json.loads(row[1]), row[2], row[3]) if row else None

    def name(self, entry_id: str) -> Name | None:
        """Find a name; asked again, it is remembered."""
        if entry_id not in self.names:
            found = self.body("names", entry_id)
            self.names[entry_id] = records.name(found[1]) if found else None
        return self.names[entry_id]

    def load_names(self, ids: Iterable[str]) -> None:
        """Read several names at once, to be remembered: asking for each costs three times as
        much.
        """
        wanted = [entry_id for entry_id in dict.fromkeys(ids) if entry_id not in self.names]
        for start in range(0, len(wanted), IN_ONE_QUERY):
            part = wanted[start : start + IN_ONE_QUERY]
            self.names.update(dict.fromkeys(part))
            marks = ",".join("?" * len(part))
            query = (
                "SELECT id, body FROM entries "
                f"WHERE kind = 'names' AND id IN ({marks}) AND visible"
            )
            self.names.update(
                (entry_id, records.name(json.loads(body)))
                for entry_id, body in self.rows(query, part)
            )

    def source(self, entry_id: str) -> Source | None:
        """Find a source; asked again, it is remembered."""
        if entry_id not in self.sources:
            found = self.body("sources", entry_id)
            self.sources[entry_id] = records.source(found[1]) if found else None
        return self.sources[entry_id]

    def figure(self, entry_id: str) -> Figure | None:
        """Find a figure by its id or a former one."""
        found = self.body("figures", entry_id) or self.formerly("figures", entry_id)
        return records.figure(found[1]) if found else None

    def indicator(self, entry_id: str) -> Indicator | None:
        """Find the definition of a series by its id or a former one."""
        found = self.body("indicators", entry_id) or self.formerly("indicators", entry_id)
        return records.indicator(found[1]) if found else None

    def tag(self, entry_id: str) -> Tag | None:
        """Find a tag."""
        found = self.body("tags", entry_id)
        return records.tag(found[1]) if found else None

    # ---- several entries

    def events(self, numbers: Iterable[int]) -> list[Event]:
        """Read events by their numbers, in the order asked."""
        asked = list(numbers)
        found: dict[int, Event] = {}
        for start in range(0, len(asked), IN_ONE_QUERY):
            part = asked[start : start + IN_ONE_QUERY]
            marks = ",".join("?" * len(part))
            for number, body, file, line in self.rows(
                "SELECT no, body, file, line FROM entries JOIN lines USING (no)"
                f" WHERE no IN ({marks})",
                part,
            ):
                found[number] = records.event(json.loads(body), self.file(file), line)
        return [found[number] for number in asked]

    def all(
        self,
        kind: str,
        parent: str | None = None,
    ) -> Iterator[dict[str, Any]]:
        """Return the fields of every visible entry of a kind, by id; of one parent when it is
        named.
        """
        query = "SELECT body FROM entries WHERE kind = ? AND visible"
        parameters = [kind]
        if parent is not None:
            query += " AND parent = ? AND parent <> ''"
            parameters.append(parent)
        for (body,) in self.connection.execute(query + " ORDER BY id", parameters):
            yield json.loads(body)

    def ids(
        self,
        kind: str,
        prefix: str = "",
        limit: int = -1,
        parents: Iterable[str] = (),
    ) -> list[tuple[str, dict[str, Any]]]:
        """List the visible ids of a kind (of some parents, if named) that begin with `prefix`, each
        with its fields.
        """
        among = tuple(parents)
        rows = self.rows(
            "SELECT id, body FROM entries WHERE kind = ? AND id >= ? AND id < ? AND visible"
            f" {'AND parent IN (' + ','.join('?' * len(among)) + ')' if among else ''} ORDER "
            f"BY id LIMIT ?",
            (kind, prefix, prefix + "\U0010ffff", *among, limit),
        )
        return [(entry_id, json.loads(body)) for entry_id, body in rows]

    def all_ids(self, kind: str) -> list[str]:
        """List every visible id of a kind."""
        return [
            entry_id
            for (entry_id,) in self.rows(
                "SELECT id FROM entries WHERE kind = ? AND visible ORDER BY id", (kind,)
            )
        ]

    def count(self, kind: str) -> int:
        """Count the visible entries of a kind."""
        number: int = self.rows(
            "SELECT count(*) FROM entries WHERE kind = ? AND visible", (kind,)
        )[0][0]
        return number

    # ---- where things come from

    def file(self, number: int) -> str:
        """Return the path of a database file by its number."""
        if not self.files:
            rows = self.rows("SELECT no, path FROM files")
            self.files = {number: stamps.named(path) for number, path in rows}
        return self.files.get(number, "")

    def brings(self, path: str) -> bool:
        """Return whether a file adds, changes or hides any entry."""
        return bool(
            self.rows(
                "SELECT 1 FROM files WHERE path = ? AND added + changed + hidden > 0",
                (stamps.held(path),),
            )
        )

    def below(
        self,
        kind: str,
        entry_id: str,
    ) -> list[tuple[str, int]]:
        """List where the entries of an id stand that the visible one is laid over, as (path, line),
        the last first.
        """
        rows = self.rows(
            "SELECT file, line FROM entries JOIN lines USING (no)"
            " WHERE kind = ? AND id = ? AND NOT visible ORDER BY no DESC",
            (kind, entry_id),
        )
        return [(self.file(number), line) for number, line in rows]

    def problems(self) -> list[Problem]:
        """List what is wrong in the files, in their order."""
        rows = self.rows(
            "SELECT path, line, code, entry, facts, left_out FROM problems JOIN files ON "
            "files.no = problems.file"
            " ORDER BY problems.file, line"
        )
        return [
            Problem(
                path=stamps.named(path),
                line=line,
                code=code,
                entry=entry,
                facts=tuple(json.loads(facts).items()),
                left_out=bool(out),
            )
            for path, line, code, entry, facts, out in rows
        ]

    def citing(self, source: str) -> list[tuple[str, str]]:
        """List what cites a source, as (kind, id)."""
        return self.rows(
            "SELECT kind, id FROM citations JOIN entries ON no = entry WHERE source = ? ORDER BY "
            "kind, id",
            (source,),
        )
