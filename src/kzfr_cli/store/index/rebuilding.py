"""Make the index: whole, beside its place and moved there; in part, in one transaction; or in
memory.
"""

from __future__ import annotations

import contextlib
import gc
import os
import re
import sqlite3
import time
from collections.abc import Callable, Sequence
from pathlib import Path

from kzfr_cli.store import atomic, trust
from kzfr_cli.store.index import lexicon, patching, tables
from kzfr_cli.store.index import stamps as states
from kzfr_cli.store.index.building import Building, Progress
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

OURS = re.compile(
    r"(?:index-[0-9]+-[0-9a-f]{8}[.]sqlite(?P<purpose>[.][a-z]+)?"
    r"|(?P<settings>settings-[0-9a-f]{8}[.]json))"
    r"(?P<unfinished>[.](?:[0-9]+|[0-9a-f]{16})[.]tmp)?"
    r"(?P<journal>-journal)?"
)
"""The names of what we put into the cache folder, finished or not; the first version numbered what
was not.
"""

DAMAGE = frozenset(
    {
        sqlite3.SQLITE_CORRUPT,
        sqlite3.SQLITE_NOTADB,
        sqlite3.SQLITE_ERROR,
        sqlite3.SQLITE_CONSTRAINT,
        sqlite3.SQLITE_MISMATCH,
    }
)
"""What SQLite says of an index that only building anew can mend."""

RENEW = f"UPDATE files SET ({states.COLUMNS}) = (?, ?, ?, ?, ?, ?) WHERE no = ?"

ProgressOf = Callable[[int], contextlib.AbstractContextManager[Progress]]
"""Makes, from the number of bytes to read, what is told of the bytes read."""


def refresh(
    target: Path,
    files: Sequence[Path],
    stamps: Sequence[Stamp],
    unchanged: int | None,
    progress: ProgressOf | None,
) -> str:
    """Bring an index up to date whose first files are unchanged, or build it; says which was
    done.
    """
    try:
        if unchanged is not None and update(target, files, stamps, unchanged, progress):
            return "updated"
    except sqlite3.DatabaseError as error:
        if error.sqlite_errorcode & 0xFF not in DAMAGE:
            raise
    rebuild(target, files, stamps, progress)
    return "rebuilt"


def rebuild(
    target: Path,
    files: Sequence[Path],
    stamps: Sequence[Stamp],
    progress: ProgressOf | None,
) -> None:
    """Build the whole index beside its place, and move it there."""
    trust.make(str(target.parent))
    with (
        atomic.fresh(str(target), install) as temporary,
        contextlib.closing(sqlite3.connect(temporary, isolation_level=None)) as connection,
    ):
        connection.execute("PRAGMA journal_mode = OFF")
        connection.execute("PRAGMA synchronous = OFF")
        connection.execute(f"PRAGMA cache_size = -{CACHE_KIB}")
        fill(connection, files, stamps, progress)
    prune(target)


def install(temporary: str, target: str) -> None:
    """Move an index to its place; the journal of an update that was killed goes with the old one,
    which must not be read without it.
    """
    journal = f"{target}-journal"
    if os.path.lexists(journal):
        for left in (target, journal):
            with contextlib.suppress(FileNotFoundError):
                os.unlink(left)
    os.replace(temporary, target)


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
) -> bool:
    """Bring up to date the first file that changed and read again those after it, in one
    transaction on the index in its place; returns whether that costs less than building anew, and
    was done.
    """
    with contextlib.closing(
        sqlite3.connect(target, isolation_level=None, timeout=LOCK_SECONDS)
    ) as connection:
        connection.execute("BEGIN IMMEDIATE")
        if tables.count_entries(connection, unchanged + 1) > patching.LIMIT:
            return False
        building = Building(connection)
        building.drop_files(unchanged + 1)
        first = unchanged
        if first < len(files) and patching.patch(building, first, files[first]):
            connection.execute(RENEW, (*row(stamps[first]), first))
            first += 1
        elif not first or tables.count_entries(connection, first) > patching.LIMIT:
            return False
        building.drop_files(first)
        read(building, files, stamps, first, progress)
        close(connection)
    return True


def close(connection: sqlite3.Connection) -> None:
    """Find the dangling references, mark the index as whole and commit."""
    tables.report_dangling(connection)
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
                f"INSERT INTO files(no, {states.COLUMNS}) VALUES (?, ?, ?, ?, ?, ?, ?)",
                (number, *row(item)),
            )
            building.add_file(number, path)
        building.finish()


def in_memory(
    files: Sequence[Path],
    stamps: Sequence[Stamp],
    progress: ProgressOf | None,
) -> sqlite3.Connection:
    """Build the index in memory, for this run only."""
    connection = sqlite3.connect(":memory:", isolation_level=None)
    fill(connection, files, stamps, progress)
    return connection


def row(item: Stamp) -> tuple[str, int, int, int, int, str]:
    """Write what the index holds of a file that is about to be read."""
    young = states.is_young(item, time.time_ns())
    content = states.digest(item.path) if young else ""
    return (
        states.held(item.path),
        item.size,
        item.mtime_ns,
        item.inode,
        item.ctime_ns,
        content,
    )


def prune(target: Path) -> None:
    """Delete the indexes of other files that were built longest ago, what lay beside them, and what
    a kill left: files of ours alone.
    """
    with contextlib.suppress(OSError):
        found = {path: parts for path in target.parent.iterdir() if (parts := ours(path))}
        indexes = sorted(
            (path for path, parts in found.items() if not any(parts.groups())),
            key=lambda path: path.stat().st_mtime_ns,
            reverse=True,
        )
        kept = {path.name for path in indexes[:KEPT]}
        for path, parts in found.items():
            if is_left(path, parts, kept):
                path.unlink(missing_ok=True)


def is_left(
    path: Path,
    parts: re.Match[str],
    kept: set[str],
) -> bool:
    """Return whether a file of ours is of no use any more."""
    if parts["unfinished"]:
        return time.time() - path.stat().st_mtime > ABANDONED
    index, ending, _ = path.name.partition(".sqlite")
    return not parts["settings"] and index + ending not in kept


def ours(path: Path) -> re.Match[str] | None:
    """Return the parts of the name of a file of ours; None of any other."""
    parts = OURS.fullmatch(path.name)
    return parts if parts and atomic.is_own(path.lstat()) else None
