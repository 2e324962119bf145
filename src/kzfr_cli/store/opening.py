"""Open the index of a list of database files: fresh, brought up to date, or rebuilt.

The index is one SQLite file for each list of files, in the cache folder. A whole one is built beside
its final name and moved into place; when only the last files changed, those alone are read again,
in one transaction.
"""

from __future__ import annotations

import contextlib
import os
import sqlite3
import zlib
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from kzfr_cli.store import tables
from kzfr_cli.store.index import Index

if TYPE_CHECKING:
    from kzfr_cli.store.building import Building

LOCK_SECONDS = 30.0
"""How long to wait for another process that writes the same index."""

KEPT = 24
"""How many indexes of other lists of files stay in the cache folder."""

UPDATE_LIMIT = 5_000
"""Entries beyond which taking the old ones out one by one costs more than building anew."""

Progress = Callable[[int], None]
ProgressOf = Callable[[int], contextlib.AbstractContextManager[Progress]]
"""Makes, from the number of bytes to read, what is told of the bytes read."""


@dataclass(frozen=True, slots=True)
class Stamp:
    """Tell one state of a file from another."""

    path: str
    size: int
    mtime_ns: int
    inode: int


def stamp(path: Path) -> Stamp:
    """Take the stamp of a file; zeros when it is gone, so that its index is stale."""
    try:
        found = path.stat()
    except OSError:
        return Stamp(str(path), 0, 0, 0)
    return Stamp(str(path), found.st_size, found.st_mtime_ns, found.st_ino)


def open_index(files: Sequence[Path], folder: Path, progress: ProgressOf | None = None) -> Index:
    """Open the index of these files, the packaged ones first; builds what is stale.

    A damaged index is rebuilt. When the folder cannot be written, the index is built in memory and
    `Index.state` says so. Raises `UnreadableDatabaseError` when a database file cannot be read.
    """
    stamps = [stamp(path) for path in files]
    target = folder / name(stamps)
    unchanged = fresh_files(target, stamps)
    if unchanged == len(stamps) and (index := connect(target)):
        return Index(index, path=str(target), state="fresh")
    try:
        if unchanged:
            update(target, files, stamps, unchanged, progress)
            state = "updated"
        else:
            rebuild(target, files, stamps, progress)
            state = "rebuilt"
        if (index := connect(target)) is not None:
            return Index(index, path=str(target), state=state)
        reason = "it cannot be opened"
    except (OSError, sqlite3.Error) as error:
        reason = getattr(error, "strerror", None) or str(error)
    return in_memory(files, stamps, reason, progress)


def name(stamps: Sequence[Stamp]) -> str:
    """Name the index of a list of files; another program's schema has another name."""
    paths = "\n".join(item.path for item in stamps)
    return f"index-{tables.SCHEMA}-{zlib.crc32(paths.encode('utf-8', 'surrogatepass')):08x}.sqlite"


def fresh_files(target: Path, stamps: Sequence[Stamp]) -> int:
    """Count the files at the head of the list that the index holds as they are now; 0 when it is of no use."""
    if not target.is_file():
        return 0
    try:
        with contextlib.closing(sqlite3.connect(f"{target.as_uri()}?mode=ro", uri=True, timeout=LOCK_SECONDS)) as old:
            rows = old.execute("SELECT path, size, mtime_ns, inode FROM files ORDER BY no").fetchall()
            whole = old.execute("SELECT value FROM meta WHERE key = 'whole'").fetchone()
    except sqlite3.Error:
        return 0
    held = [Stamp(*row) for row in rows]
    if whole is None or len(held) > len(stamps):
        return 0
    same = 0
    for old_stamp, new_stamp in zip(held, stamps, strict=False):
        if old_stamp != new_stamp:
            break
        same += 1
    whole_or_small = same == len(held) or entries_after(target, same) <= UPDATE_LIMIT
    return same if whole_or_small else 0


def entries_after(target: Path, unchanged: int) -> int:
    """Count the entries of the files that an update would read again."""
    with contextlib.closing(sqlite3.connect(f"{target.as_uri()}?mode=ro", uri=True, timeout=LOCK_SECONDS)) as old:
        number: int = old.execute("SELECT count(*) FROM entries WHERE file >= ?", (unchanged,)).fetchone()[0]
    return number


def connect(target: Path) -> sqlite3.Connection | None:
    """Open an index to read, or None when it cannot be."""
    try:
        connection = sqlite3.connect(f"{target.as_uri()}?mode=ro", uri=True, timeout=LOCK_SECONDS)
        connection.execute("SELECT 1 FROM meta").fetchone()
    except sqlite3.Error:
        return None
    return connection


def rebuild(target: Path, files: Sequence[Path], stamps: Sequence[Stamp], progress: ProgressOf | None) -> None:
    """Build the whole index beside its place, and move it there."""
    target.parent.mkdir(parents=True, exist_ok=True)
    temporary = target.with_name(f"{target.name}.{os.getpid()}.tmp")
    try:
        with contextlib.closing(sqlite3.connect(temporary, isolation_level=None)) as connection:
            connection.execute("PRAGMA journal_mode = OFF")
            connection.execute("PRAGMA synchronous = OFF")
            fill(connection, files, stamps, progress)
        temporary.replace(target)
    finally:
        temporary.unlink(missing_ok=True)
    prune(target)


def fill(
    connection: sqlite3.Connection, files: Sequence[Path], stamps: Sequence[Stamp], progress: ProgressOf | None
) -> None:
    """Fill an empty index."""
    from kzfr_cli.store import lexicon
    from kzfr_cli.store.building import Building

    connection.execute("BEGIN")
    tables.create(connection)
    lexicon.create(connection)
    read(Building(connection), files, stamps, 0, progress)
    tables.index(connection)
    close(connection)


def update(
    target: Path, files: Sequence[Path], stamps: Sequence[Stamp], unchanged: int, progress: ProgressOf | None
) -> None:
    """Read again the files from the first that changed on, in one transaction on the index in its place."""
    from kzfr_cli.store.building import Building

    with contextlib.closing(sqlite3.connect(target, isolation_level=None, timeout=LOCK_SECONDS)) as connection:
        connection.execute("BEGIN IMMEDIATE")
        building = Building(connection)
        building.drop_files(unchanged)
        read(building, files, stamps, unchanged, progress)
        close(connection)


def close(connection: sqlite3.Connection) -> None:
    """Find the dangling references, mark the index as whole and commit."""
    from kzfr_cli.store.building import report_dangling

    report_dangling(connection)
    connection.execute("INSERT OR REPLACE INTO meta VALUES ('whole', '1')")
    connection.execute("COMMIT")


def read(
    building: Building, files: Sequence[Path], stamps: Sequence[Stamp], first: int, progress: ProgressOf | None
) -> None:
    """Read the files from the `first` on into an index."""
    pending = list(zip(range(first, len(files)), files[first:], stamps[first:], strict=True))
    total = sum(item.size for _, _, item in pending)
    with progress(total) if progress else contextlib.nullcontext() as advance:
        building.progress = advance
        for number, path, item in pending:
            building.connection.execute(
                "INSERT INTO files(no, path, size, mtime_ns, inode) VALUES (?, ?, ?, ?, ?)",
                (number, item.path, item.size, item.mtime_ns, item.inode),
            )
            building.add_file(number, path)
        building.finish()


def in_memory(
    files: Sequence[Path], stamps: Sequence[Stamp], reason: str, progress: ProgressOf | None
) -> Index:
    """Build the index in memory, for this run only."""
    connection = sqlite3.connect(":memory:", isolation_level=None)
    fill(connection, files, stamps, progress)
    return Index(connection, path="", state="in memory", reason=reason)


def prune(target: Path) -> None:
    """Delete the indexes of other lists of files that have not been built for the longest time."""
    with contextlib.suppress(OSError):
        others = sorted(target.parent.glob("index-*.sqlite"), key=lambda path: path.stat().st_mtime_ns, reverse=True)
        for path in others[KEPT:]:
            path.unlink(missing_ok=True)
