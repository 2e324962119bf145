"""Keep beside an index what a query works out of the whole of it, so that the next run need not.

It is one SQLite file for each purpose, `index-….sqlite.PURPOSE`, as disposable as the index: it is
made anew when the index holds other files or other states of them, or when the program is another.
Where nothing can be written, it is worked out in memory, for this run only.
"""

from __future__ import annotations

import contextlib
import os
import sqlite3
import zlib
from collections.abc import Callable, Iterable

from kzfr_cli import __version__
from kzfr_cli.store import atomic, trust
from kzfr_cli.store.index import opening, stamps, tables
from kzfr_cli.store.index.reading import Index

Fill = Callable[[sqlite3.Connection], None]


def beside(
    index: Index, purpose: str, fill: Fill, folders: Iterable[str] = ()
) -> sqlite3.Connection:
    """Open what was worked out of an index for a purpose; `fill` does it, into an empty database,
    where it is stale: the index, the program or a file in the `folders` of its code has changed.
    """
    if not index.path:
        return worked_out(fill)
    target = f"{index.path}.{purpose}"
    stamp = f"{stamp_of(index)} {written(folders)}"
    connection = fresh(target, stamp)
    if connection is None:
        connection = worked_out(fill)
        with contextlib.suppress(OSError, sqlite3.Error):
            save(connection, target, stamp)
    return connection


def stamp_of(index: Index) -> str:
    """Name the state of the files that an index was made of, and the program that reads it."""
    return (
        f"{__version__} {tables.SCHEMA} "
        f"{index.rows(f'SELECT {stamps.COLUMNS} FROM files ORDER BY no')}"
    )


def written(folders: Iterable[str]) -> int:
    """Name the state of the files in some folders of the program, as an installation or an editor
    leaves them.
    """
    found = []
    with contextlib.suppress(OSError):
        for folder in folders:
            for entry in os.scandir(folder):
                if entry.is_file():
                    known = entry.stat()
                    found.append((entry.name, known.st_size, known.st_mtime_ns))
    return zlib.crc32(repr(sorted(found)).encode())


def fresh(target: str, stamp: str) -> sqlite3.Connection | None:
    """Open what was worked out earlier, or give None when it is missing, damaged, stale or not
    ours.
    """
    if not trust.is_ours(target):
        return None
    connection = sqlite3.connect(f"file:{opening.quoted(target)}?mode=ro", uri=True)
    try:
        if connection.execute("SELECT stamp FROM made").fetchone() == (stamp,):
            opening.opened.append(target)
            return connection
    except sqlite3.Error:
        pass
    connection.close()
    return None


def worked_out(fill: Fill) -> sqlite3.Connection:
    """Work it out in memory."""
    connection = sqlite3.connect(":memory:", isolation_level=None)
    fill(connection)
    return connection


def save(connection: sqlite3.Connection, target: str, stamp: str) -> None:
    """Write it into a file of its own, and move that to its place when it is whole."""
    connection.execute("CREATE TABLE made(stamp TEXT)")
    connection.execute("INSERT INTO made VALUES (?)", (stamp,))
    with (
        atomic.fresh(target) as temporary,
        contextlib.closing(sqlite3.connect(temporary)) as file,
    ):
        file.execute("PRAGMA journal_mode = OFF")
        connection.backup(file)
