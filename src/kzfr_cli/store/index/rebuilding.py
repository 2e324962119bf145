"""Make the index: whole, beside its place and moved there; in part, in one transaction; or in
memory.
"""

from __future__ import annotations

import contextlib
import gc
import os
import sqlite3
import time
from collections.abc import Callable, Sequence
from pathlib import Path

from kzfr_cli.store.index import lexicon, tables
from kzfr_cli.store.index.building import Building, Progress, report_dangling
from kzfr_cli.store.index.stamps import LOCK_SECONDS, Stamp

ABANDONED = 86_400
"""Seconds after which an index that was being built is taken for the remains of a process that was
killed.
"""

KEPT = 24
"""How many indexes of other lists of files stay in the cache folder."""

CACHE_KIB = 65_536
"""Memory that SQLite may keep pages in while it builds: sorting large indexes in 2 MB costs a tenth
more.
"""

ProgressOf = Callable[[int], contextlib.AbstractContextManager[Progress]]
"""Makes, from the number of bytes to read, what is told of the bytes read."""


def rebuild(
    target: Path, files: Sequence[Path], stamps: Sequence[Stamp], progress: ProgressOf | None
) -> None:
    """Build the whole index beside its place, and move it there."""
    target.parent.mkdir(parents=True, exist_ok=True)
    temporary = target.with_name(f"{target.name}.{os.getpid()}.tmp")
    try:
        with contextlib.closing(sqlite3.connect(temporary, isolation_level=None)) as connection:
            connection.execute("PRAGMA journal_mode = OFF")
            connection.execute("PRAGMA synchronous = OFF")
            connection.execute(f"PRAGMA cache_size = -{CACHE_KIB}")
            fill(connection, files, stamps, progress)
        temporary.replace(target)
    finally:
        temporary.unlink(missing_ok=True)
    prune(target)


def fill(
    connection: sqlite3.Connection,
    files: Sequence[Path],
    stamps: Sequence[Stamp],
    progress: ProgressOf | None,
) -> None:
    """Fill an empty index."""
    gc.enable()
    connection.execute("BEGIN")
    tables.create(connection)
    lexicon.create(connection)
    read(Building(connection), files, stamps, 0, progress)
    tables.index(connection)
    close(connection)


def update(
    target: Path,
    files: Sequence[Path],
    stamps: Sequence[Stamp],
    unchanged: int,
    progress: ProgressOf | None,
) -> None:
    """Read again the files from the first that changed on, in one transaction on the index in its
    place.
    """
    with contextlib.closing(
        sqlite3.connect(target, isolation_level=None, timeout=LOCK_SECONDS)
    ) as connection:
        connection.execute("BEGIN IMMEDIATE")
        building = Building(connection)
        building.drop_files(unchanged)
        read(building, files, stamps, unchanged, progress)
        close(connection)


def close(connection: sqlite3.Connection) -> None:
    """Find the dangling references, mark the index as whole and commit."""
    report_dangling(connection)
    connection.execute("INSERT OR REPLACE INTO meta VALUES ('whole', '1')")
    connection.execute("COMMIT")


def read(
    building: Building,
    files: Sequence[Path],
    stamps: Sequence[Stamp],
    first: int,
    progress: ProgressOf | None,
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
    files: Sequence[Path], stamps: Sequence[Stamp], progress: ProgressOf | None
) -> sqlite3.Connection:
    """Build the index in memory, for this run only."""
    connection = sqlite3.connect(":memory:", isolation_level=None)
    fill(connection, files, stamps, progress)
    return connection


def prune(target: Path) -> None:
    """Delete the indexes of other files that were built longest ago, what lay beside them, and what
    a kill left.
    """
    with contextlib.suppress(OSError):
        others = sorted(
            target.parent.glob("index-*.sqlite"),
            key=lambda path: path.stat().st_mtime_ns,
            reverse=True,
        )
        for path in others[KEPT:]:
            path.unlink(missing_ok=True)
        for path in target.parent.glob("index-*.sqlite.*"):
            if path.suffix != ".tmp" and not path.with_suffix("").exists():
                path.unlink(missing_ok=True)
        for path in target.parent.glob("index-*.tmp"):
            if time.time() - path.stat().st_mtime > ABANDONED:
                path.unlink(missing_ok=True)
