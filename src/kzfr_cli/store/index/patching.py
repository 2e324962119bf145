"""Bring the index up to date with the last of its files where a few of its blocks are other ones:
what stands before and after them stays as it is.

The result is the index that reading the whole file would make. Where that cannot be told from the
changed blocks alone, nothing is done, and the caller reads the file.
"""

from __future__ import annotations

import json
import sqlite3
from functools import cached_property
from pathlib import Path

from kzfr_cli.core.event import ENTRY_KINDS
from kzfr_cli.core.record import pair
from kzfr_cli.store import files
from kzfr_cli.store.index import blocks, tables
from kzfr_cli.store.index.blocks import Difference
from kzfr_cli.store.index.building import HIDING, STEP, Building

LIMIT = 5_000
"""Entries beyond which taking the old ones out one by one costs more than building anew."""

BEYOND = 2**62
"""More than any number and any line."""

Identity = tuple[str, str]
"""The kind and the id of an entry."""


@pair
class OldEntry:
    """An entry that gives way, as the index holds it."""

    number: int
    kind: str
    id: str
    is_visible: bool
    body: str


@pair
class FormerId:
    """An id that an entry once had, and the file that says so."""

    file: int
    identity: Identity
    former: str


class Gap:
    """The part of a file that is other than what the index was made of: the `old` entries of it,
    what is `read` there now, and the numbers between which the new entries find theirs.
    """

    def __init__(
        self,
        connection: sqlite3.Connection,
        file: int,
        path: Path,
        found: Difference,
    ) -> None:
        self.connection = connection
        self.file = file
        self.found = found
        self.read = [
            item for block in found.changed for item in files.read_block(str(path), block)
        ]
        self.before, self.after = self.neighbours()
        rows = connection.execute(
            "SELECT no, kind, id, visible, body FROM entries"
            " WHERE no > ? AND no < ? AND file = ?",
            (self.before, self.after, file),
        )
        self.old = [OldEntry(*row) for row in rows]

    @property
    def entries(self) -> list[files.Read]:
        """What is read there and no problem."""
        return [item for item in self.read if isinstance(item, files.Read)]

    def neighbours(self) -> tuple[int, int]:
        """Return the numbers of the entries before and after the changed blocks."""
        execute = self.connection.execute
        (lowest,) = execute(
            "SELECT no FROM entries WHERE file = ? ORDER BY no LIMIT 1", (self.file,)
        ).fetchone() or (BEYOND,)
        (before,) = execute(
            "SELECT coalesce(max(no), 0) FROM lines WHERE no < ?1 OR line < ?2",
            (lowest, self.found.line),
        ).fetchone()
        if self.found.old_stop is None:
            return before, BEYOND
        (after,) = execute(
            "SELECT min(no) FROM lines WHERE no >= ? AND line >= ?",
            (lowest, self.found.old_stop),
        ).fetchone()
        return before, BEYOND if after is None else after

    @property
    def step(self) -> int:
        """The distance between the numbers of the new entries; 0 where these are too many."""
        return min(STEP, (self.after - self.before) // (len(self.entries) + 1))

    # ---- whether it tells all

    def is_enough(self) -> bool:
        """Return whether the rest of the file reads as before, whatever stands in the gap now."""
        identities = self.identities()
        held = {(item.kind, item.id) for item in self.old}
        kinds = {kind for kind, _ in identities}
        return (
            max(len(self.found.changed), self.found.replaced) <= LIMIT
            and self.step > 0
            and len(held) == len(self.old)
            and "indicators" not in kinds
            and not self.has_own_indicators()
            and not self.stands_elsewhere(identities)
            and not self.tells_former_ids(identities)
        )

    def identities(self) -> set[Identity]:
        """Return what entries the gap held or holds."""
        now = {(item.kind, item.entry["id"]) for item in self.entries}
        return now | {(item.kind, item.id) for item in self.old}

    def has_own_indicators(self) -> bool:
        """Return whether a new figure is of a series that this file defines: whether it is found by
        the words of the series depends on which of the two stands first.
        """
        query = "SELECT 1 FROM entries WHERE kind = 'indicators' AND id = ? AND file = ?"
        return any(
            self.connection.execute(
                query, (item.entry.get("indicator"), self.file)
            ).fetchone()
            for item in self.entries
            if item.kind == "figures"
        )

    def stands_elsewhere(self, identities: set[Identity]) -> bool:
        """Return whether the rest of the file has an entry of one of those ids too, under a former
        id perhaps, or of one that was left out of the gap; read, or left out itself.
        """
        left_out = self.connection.execute(
            "SELECT entry, line >= ? AND line < ? FROM problems"
            " WHERE file = ? AND code <> 'unknown-source' AND entry <> ''",
            (self.found.line, self.old_stop, self.file),
        ).fetchall()
        here = {name for name, is_here in left_out if is_here}
        here |= {name for _, name in identities}
        here |= {item.former for item in self.former_ids if item.identity in identities}
        if any(name in here for name, is_here in left_out if not is_here):
            return True
        query = (
            "SELECT 1 FROM entries WHERE kind = ? AND id = ? AND file = ?"
            " AND NOT (no > ? AND no < ?)"
        )
        place = (self.file, self.before, self.after)
        return any(
            self.connection.execute(query, (kind, name, *place)).fetchone()
            for name in here
            for kind in ENTRY_KINDS
        )

    def tells_former_ids(self, identities: set[Identity]) -> bool:
        """Return whether one of those ids was that of an entry in the files below, or another entry
        has a former id that one of the gap has.
        """
        new = identities - {(item.kind, item.id) for item in self.old}
        held: dict[str, set[Identity]] = {}
        for item in self.former_ids:
            if item.file < self.file and (item.identity[0], item.former) in new:
                return True
            held.setdefault(item.former, set()).add(item.identity)
        own = [(item.kind, item.entry) for item in self.entries]
        return any(
            held.get(former, set()) - {(kind, entry["id"])}
            for kind, entry in own
            for former in entry.get("former_ids", ())
        ) or any(len(entries) > 1 and entries & identities for entries in held.values())

    @cached_property
    def former_ids(self) -> list[FormerId]:
        """The former ids of the entries of the index."""
        query = "SELECT file, kind, id, body FROM entries WHERE instr(body, 'former_ids')"
        return [
            FormerId(file, (kind, name), former)
            for file, kind, name, body in self.connection.execute(query)
            for former in json.loads(body).get("former_ids", ())
        ]

    @property
    def old_stop(self) -> int:
        """The line before which what gives way ended, in the file as it was."""
        return BEYOND if self.found.old_stop is None else self.found.old_stop

    # ---- what it changes

    def covers(
        self,
        kind: str,
        entry_id: str,
    ) -> bool:
        """Return whether the files below show an entry of that id."""
        row = self.connection.execute(
            "SELECT body FROM entries WHERE kind = ? AND id = ? AND file < ?"
            " ORDER BY no DESC LIMIT 1",
            (kind, entry_id, self.file),
        ).fetchone()
        return row is not None and row[0] != HIDING

    def change(self, item: OldEntry) -> str | None:
        """Return what an entry that gives way did to the files below."""
        is_below = self.covers(item.kind, item.id)
        if item.body == HIDING:
            return "hidden" if is_below else None
        return "changed" if is_below else "added"

    def move_lines(self) -> None:
        """Tell where the entries and the problems stand that come after."""
        execute = self.connection.execute
        execute(
            "DELETE FROM problems WHERE file = ? AND line >= ? AND line < ?",
            (self.file, self.found.line, self.old_stop),
        )
        if self.found.new_stop is None or self.found.old_stop is None:
            return
        if moved := self.found.new_stop - self.found.old_stop:
            execute("UPDATE lines SET line = line + ? WHERE no >= ?", (moved, self.after))
            execute(
                "UPDATE problems SET line = line + ? WHERE file = ? AND line >= ?",
                (moved, self.file, self.found.old_stop),
            )


def patch(
    building: Building,
    number: int,
    path: Path,
) -> bool:
    """Bring the last file of the index up to date, and return whether that was possible; raises
    what `files.content` raises.
    """
    text = files.content(str(path))
    found = blocks.difference(building.connection, number, text)
    if found is None or max(len(found.changed), found.replaced) > LIMIT:
        return False
    gap = Gap(building.connection, number, path, found)
    if not gap.is_enough():
        return False
    counts = dict.fromkeys(("added", "changed", "hidden"), 0)
    for old in gap.old:
        if change := gap.change(old):
            counts[change] -= 1
    take_out(building, gap)
    gap.move_lines()
    building.number, building.step = gap.before, gap.step
    ids: set[Identity] = set()
    for item in gap.read:
        entry = building.accepted(number, path, item, ids)
        if entry is not None and (change := building.add(number, path, entry)):
            counts[change] += 1
    building.flush()
    building.number, building.step = tables.last_number(building.connection), STEP
    building.connection.execute(
        "UPDATE files SET added = added + :added, changed = changed + :changed,"
        " hidden = hidden + :hidden WHERE no = :no",
        {**counts, "no": number},
    )
    blocks.keep(building.connection, number, text, found.digests)
    return True


def take_out(building: Building, gap: Gap) -> None:
    """Take the old entries out, and show again what they covered."""
    for item in gap.old:
        if item.is_visible:
            building.withdraw(item.number)
    building.forget([item.number for item in gap.old])
    for kind, entry_id in dict.fromkeys((item.kind, item.id) for item in gap.old):
        building.show_top(kind, entry_id)
    building.flush()
