"""Tell one state of a file from another, and how long to wait for who writes."""

from __future__ import annotations

import os
from binascii import crc32

from kzfr_cli.core.record import pair

LOCK_SECONDS = 30.0
"""How long to wait for another process that writes the same index."""

SECOND = 1_000_000_000
COARSE = 5 * SECOND // 2
"""Nanoseconds within which a file system that keeps whole seconds, or every second one (FAT), may
give two states the same time.
"""

FINE = SECOND // 20
"""Nanoseconds within which any other may: the clock of a kernel ticks every 10 ms at the
slowest.
"""


@pair
class Stamp:
    """What tells one state of a file from another."""

    path: str
    size: int
    mtime_ns: int
    inode: int
    ctime_ns: int


COLUMNS = "path, size, mtime_ns, inode, ctime_ns, digest"
"""What the index holds of a file: its stamp, and a digest where the stamp alone does not tell."""


SURROGATES = {0xDC00 + byte: 0x10FF00 + byte for byte in range(0x80, 0x100)}
"""How the bytes of a path that are not UTF-8 stand in the index, which holds text: by signs that
nobody else may use.
"""

BYTES = {sign: surrogate for surrogate, sign in SURROGATES.items()}


def held(path: str) -> str:
    """Write a path as the index holds it."""
    return path if path.isascii() else path.translate(SURROGATES)


def named(path: str) -> str:
    """Read a path that the index holds."""
    return path if path.isascii() else path.translate(BYTES)


def stamp(path: str) -> Stamp:
    """Take the stamp of a file; zeros when it is gone, so that its index is stale."""
    try:
        found = os.stat(path)
    except OSError:
        return Stamp(path, 0, 0, 0, 0)
    return Stamp(path, found.st_size, found.st_mtime_ns, found.st_ino, found.st_ctime_ns)


def is_young(item: Stamp, now: int) -> bool:
    """Return whether a file could still change, after `now`, without another stamp."""
    times = (item.mtime_ns, item.ctime_ns)
    step = FINE if any(time % SECOND for time in times) else COARSE
    return max(times) > now - step


def digest(path: str) -> str:
    """The stamp that tells one content of a file from another; of a device and of one that
    cannot be read, it is empty.
    """
    if not os.path.isfile(path):
        return ""
    try:
        with open(path, "rb") as file:
            return f"{crc32(file.read()):08x}"
    except OSError:
        return ""


def is_same(row: tuple[str, int, int, int, int, str], asked: Stamp) -> bool:
    """Return whether a file is as the index holds it: by its stamp, and where it was too young for
    that by its content.
    """
    path, size, mtime_ns, inode, ctime_ns, content = row
    kept = Stamp(named(path), size, mtime_ns, inode, ctime_ns)
    return kept == asked and (not content or content == digest(asked.path))
