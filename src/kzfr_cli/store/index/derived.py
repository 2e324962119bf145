"""Keep beside an index what a query works out of the whole of it, so that the next run need not.

It is one SQLite file for each purpose, `index-….sqlite.PURPOSE`, as disposable as the index: it is
made anew when the index holds other files or other states of them, or when the program is another.
What was made by this program of other states, and when the program was built, is then at hand, so
that only what is new in the files need be worked out. Where nothing can be written, it is kept in
memory, for this run only.
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

Kept = list[sqlite3.Connection]
"""What this program worked out before, of other states of the files."""

Fill = Callable[[sqlite3.Connection, Kept], None]


def beside(
    index: Index,
    purpose: str,
    fill: Fill,
    folders: Iterable[str] = (),
    shipped: str = "",
) -> sqlite3.Connection:
    """Open what was worked out of an index for a purpose; `fill` does it, into an empty database,
    where it is stale: the index, the program or a file in the `folders` of its code has changed.

    `fill` also gets what was worked out earlier: that of this index, unless the program or its code
    was another, and the file that was `shipped` with the program.
    """
    target = f"{index.path}.{purpose}" if index.path else ""
    program = f"{__version__} {tables.SCHEMA} {written(folders)}"
    stamp = (program, stamp_of(index))
    connection = fresh(target, stamp)
    if connection is None:
        with contextlib.ExitStack() as opened:
            earlier = [*filter(None, (made_by(program, target), read_only(shipped)))]
            for each in earlier:
                opened.enter_context(contextlib.closing(each))
            connection = worked_out(fill, earlier)
        if target:
            with contextlib.suppress(OSError, sqlite3.Error):
                save(connection, target, stamp)
    return connection


def stamp_of(index: Index) -> str:
    """Name the state of the files that an index was made of."""
    return str(index.rows(f"SELECT {stamps.COLUMNS} FROM files ORDER BY no"))


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


def fresh(target: str, stamp: tuple[str, str]) -> sqlite3.Connection | None:
    """Open what was worked out earlier, or give None when it is missing, damaged, stale or not
    ours.
    """
    connection = read_only(target) if trust.is_ours(target) else None
    if connection is not None and stamped(connection) == stamp:
        opening.opened.append(target)
        return connection
    if connection is not None:
        connection.close()
    return None


def made_by(program: str, target: str) -> sqlite3.Connection | None:
    """Open what a program worked out, of whatever state of the files; None where there is none."""
    connection = read_only(target) if trust.is_ours(target) else None
    if connection is not None and stamped(connection)[:1] != (program,):
        connection.close()
        return None
    return connection


def read_only(path: str) -> sqlite3.Connection | None:
    """Open a file to read it; None where there is none."""
    if not os.path.isfile(path):
        return None
    return sqlite3.connect(f"file:{opening.quoted(path)}?mode=ro", uri=True)


def stamped(connection: sqlite3.Connection) -> tuple[str, ...]:
    """By what program something was worked out, and of what; nothing where it is damaged."""
    try:
        found = connection.execute("SELECT program, stamp FROM made").fetchone()
    except sqlite3.Error:
        return ()
    return found or ()


def worked_out(fill: Fill, earlier: Kept) -> sqlite3.Connection:
    """Work it out in memory."""
    connection = sqlite3.connect(":memory:", isolation_level=None)
    fill(connection, earlier)
    return connection


def save(
    connection: sqlite3.Connection,
    target: str,
    stamp: tuple[str, str],
) -> None:
    """Write it into a file of its own, and move that to its place when it is whole."""
    connection.execute("CREATE TABLE made(program TEXT, stamp TEXT)")
    connection.execute("INSERT INTO made VALUES (?, ?)", stamp)
    with (
        atomic.fresh(target) as temporary,
        contextlib.closing(sqlite3.connect(temporary)) as file,
    ):
        file.execute("PRAGMA journal_mode = OFF")
        connection.backup(file)
