"""Open the index of a list of database files: fresh, brought up to date, or rebuilt.

The index is one SQLite file for each list of files, in the cache folder. What makes it is in
`store.rebuilding`, loaded when a file has changed; nothing here imports pathlib, which with what it
loads would cost a third of the time that kzfr may add to a command.
"""

from __future__ import annotations

import contextlib
import os
import sqlite3
from binascii import crc32
from collections.abc import Sequence
from typing import TYPE_CHECKING

from kzfr_cli.store import trust
from kzfr_cli.store.index import stamps as states
from kzfr_cli.store.index import tables
from kzfr_cli.store.index.reading import Index
from kzfr_cli.store.index.stamps import LOCK_SECONDS, Stamp, stamp

if TYPE_CHECKING:
    from kzfr_cli.store.index.rebuilding import ProgressOf

FilePath = str | os.PathLike[str]

opened: list[str] = []
"""The index files that this run stands on."""


def open_index(
    files: Sequence[FilePath],
    folder: FilePath,
    progress: ProgressOf | None = None,
) -> Index:
    """Open the index of these files, the packaged ones first; makes what is stale.

    A damaged index is rebuilt. When the folder cannot be written, or others can write in it, the
    index is built in memory and `Index.state` says so. Raises `UnreadableDatabaseError` when a
    database file cannot be read.
    """
    stamps = [stamp(os.fspath(path)) for path in files]
    target = os.path.join(folder, name(stamps))
    if reason := trust.fault(os.fspath(folder)):
        return make(target, stamps, None, progress, reason)
    connection = connect(target)
    unchanged = fresh_files(connection, stamps) if connection else None
    if connection and unchanged == len(stamps) == held_files(connection):
        return Index(connection, path=target, state="fresh")
    if connection:
        connection.close()
    return make(target, stamps, unchanged, progress)


def make(
    target: str,
    stamps: Sequence[Stamp],
    unchanged: int | None,
    progress: ProgressOf | None,
    reason: str = "",
) -> Index:
    """Bring the index up to date or build it, and open it; in memory where it cannot be kept, or
    must not be for a `reason`.
    """
    from pathlib import Path

    from kzfr_cli.store.index import rebuilding

    files = [Path(item.path) for item in stamps]
    if not reason:
        try:
            state = rebuilding.refresh(Path(target), files, stamps, unchanged, progress)
            if (connection := connect(target)) is not None:
                return Index(connection, path=target, state=state)
            reason = "it cannot be opened"
        except (OSError, sqlite3.Error) as error:
            reason = getattr(error, "strerror", None) or str(error)
    return Index(
        rebuilding.in_memory(files, stamps, progress), state="in memory", reason=reason
    )


def name(stamps: Sequence[Stamp]) -> str:
    """Name the index of a list of files; another program's schema has another name."""
    paths = "\n".join(item.path for item in stamps)
    return (
        f"index-{tables.SCHEMA}-{crc32(paths.encode('utf-8', 'surrogatepass')):08x}.sqlite"
    )


def connect(target: str) -> sqlite3.Connection | None:
    """Open an index to read, or None when there is none, it is not ours or it was not finished: an
    update that was killed leaves a journal, which nobody who reads may roll back.
    """
    if not trust.is_ours(target):
        return None
    try:
        connection = sqlite3.connect(
            f"file:{quoted(target)}?mode=ro", uri=True, timeout=LOCK_SECONDS
        )
        whole = connection.execute("SELECT value FROM meta WHERE key = 'whole'").fetchone()
    except sqlite3.Error:
        return None
    if whole:
        opened.append(target)
    return connection if whole else None


def discard(error: Exception) -> bool:
    """Delete the index when an error tells that it is damaged; tells whether there was any to
    delete.

    `sqlite3` finds damage when it comes to the page, and what it does not find may stand in an
    entry's JSON.
    """
    if not opened or not (
        isinstance(error, sqlite3.DatabaseError) or type(error).__name__ == "JSONDecodeError"
    ):
        return False
    for path in opened:
        for left in (path, f"{path}-journal"):
            with contextlib.suppress(OSError):
                os.unlink(left)
    opened.clear()
    return True


def quoted(path: str) -> str:
    """Write a path for an SQLite URI, where only these three characters mean something."""
    return path.replace("%", "%25").replace("?", "%3f").replace("#", "%23")


def held_files(connection: sqlite3.Connection) -> int:
    """Count the files that an index holds."""
    number: int = connection.execute("SELECT count(*) FROM files").fetchone()[0]
    return number


def fresh_files(connection: sqlite3.Connection, stamps: Sequence[Stamp]) -> int | None:
    """Count the files at the head of the list that the index holds as they are now; None when it is
    of no use.
    """
    try:
        rows = connection.execute(
            f"SELECT {states.COLUMNS} FROM files ORDER BY no"
        ).fetchall()
    except sqlite3.Error:
        return None
    same = 0
    for row, asked in zip(rows, stamps, strict=False):
        if not states.is_same(row, asked):
            break
        same += 1
    return same
