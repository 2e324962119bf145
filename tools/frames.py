"""Work out the frames of the packaged database, which a wheel carries: `python tools/frames.py FILE`.

With them the first `kzfr check` after an installation, or after a change of the user's own entries, need not read every
event of the package.
"""

from __future__ import annotations

import contextlib
import sqlite3
import sys
import tempfile
from pathlib import Path

from kzfr_cli.proofreading import framing
from kzfr_cli.store import paths
from kzfr_cli.store.index import opening


def write(target: Path) -> int:
    """Write them into a new file, and count the events in it."""
    with tempfile.TemporaryDirectory() as folder:
        index = opening.open_index(paths.all_files([paths.packaged()], []), folder)
        with contextlib.closing(sqlite3.connect(target, isolation_level=None)) as made:
            made.execute("PRAGMA journal_mode = OFF")
            framing.work_out(index, made, [])
            made.execute("VACUUM")
            (count,) = made.execute("SELECT count(*) FROM frames").fetchone()
        index.connection.close()
    return int(count)


if __name__ == "__main__":
    print(f"{write(Path(sys.argv[1]))} frames")
