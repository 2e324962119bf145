"""Tell one state of a file from another, and how long to wait for who writes."""

from __future__ import annotations

import os

from kzfr_cli.core.record import pair

LOCK_SECONDS = 30.0
"""How long to wait for another process that writes the same index."""


@pair
class Stamp:
    """Tell one state of a file from another."""

    path: str
    size: int
    mtime_ns: int
    inode: int


def stamp(path: str) -> Stamp:
    """Take the stamp of a file; zeros when it is gone, so that its index is stale."""
    try:
        found = os.stat(path)
    except OSError:
        return Stamp(path, 0, 0, 0)
    return Stamp(path, found.st_size, found.st_mtime_ns, found.st_ino)
