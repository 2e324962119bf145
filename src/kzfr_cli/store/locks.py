"""One program at a time: a lock on a file beside the one that is changed.

The system frees it when its holder ends, however that happens. The file stays where it is, since
those who wait hold it open: to delete it would let two in. It is everybody's, so that it works for
every account that may write, and empty but while a file is written in place. A link in its place is
refused.
"""

from __future__ import annotations

import contextlib
import errno
import os
import stat
import sys
import time
from binascii import crc32
from collections.abc import Iterator

if sys.platform == "win32":
    import msvcrt
else:
    import fcntl

LOCK_SECONDS = 60.0
"""How long to wait for another program: 16 of them that each add 50 entries have been measured to
take less.
"""

STEP = 0.02
"""Seconds between two tries."""

LONGEST = 200
"""Bytes of a name to which something can be added, where file systems end at 255."""

NOT_PLAIN = "lock-not-plain"
"""Why a lock is refused that is a link or no file; `locale.messages` has the words."""

NO_LOCKS = "no-locks"
"""Why a file is not changed where the file system has no locks; `locale.messages` has the words."""

HELD = frozenset({errno.EAGAIN, errno.EACCES, errno.EDEADLK})
"""What systems answer when another program holds a lock."""

EVERYBODY = 0o666
MARK_BYTES = 200
"""Bytes of a lock that are read: two fingerprints take 130."""

CLOSED: int = getattr(os, "O_CLOEXEC", 0)
PLAIN: int = CLOSED | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0)
"""How a lock is opened: no link is followed, and a pipe in its place does not wait."""

NO_FILE = frozenset({errno.ELOOP, errno.EMLINK, errno.ENXIO, errno.EISDIR})
"""What systems answer when a link, a pipe or a folder stands where a lock should."""


class HeldError(Exception):
    """Wait in vain for another program."""


def beside(target: str, ending: str) -> str:
    """Return the hidden name beside a file that begins as its name does; a long one is told by a
    number.
    """
    folder, name = os.path.split(target)
    if len(os.fsencode(name)) > LONGEST:
        name = f"{crc32(os.fsencode(name)):08x}"
    return os.path.join(folder, f".{name}.{ending}")


@contextlib.contextmanager
def locked(target: str) -> Iterator[None]:
    """Let one program at a time change a file; raises `HeldError`, and `OSError` at once where
    there are no locks.
    """
    handle = opened(target)
    try:
        wait(handle)
        yield
    finally:
        os.close(handle)


def opened(target: str) -> int:
    """Open the lock of a file; in a folder where none can be made, the file itself is the lock."""
    place = beside(target, "lock")
    try:
        handle = opened_lock(place)
    except PermissionError:
        if os.path.lexists(place) or not can_lock_itself(target):
            raise
        return os.open(target, os.O_RDWR | CLOSED)
    if not stat.S_ISREG(os.fstat(handle).st_mode):
        os.close(handle)
        raise OSError(errno.ELOOP, NOT_PLAIN, place)
    share(handle)
    return handle


def can_lock_itself(target: str) -> bool:
    """Return whether a file can be its own lock: on Windows a lock would keep readers out."""
    return sys.platform != "win32" and os.path.isfile(target)


def opened_lock(place: str) -> int:
    """Make a lock, or open the one that is there: to write, else to read, which is enough to hold
    it, since another account may have made it for itself alone. Raises `OSError`.
    """
    try:
        with contextlib.suppress(FileExistsError):
            return os.open(place, os.O_RDWR | os.O_CREAT | os.O_EXCL | PLAIN, EVERYBODY)
        try:
            return os.open(place, os.O_RDWR | PLAIN)
        except PermissionError:
            return os.open(place, os.O_RDONLY | PLAIN)
    except OSError as error:
        if error.errno in NO_FILE:
            raise OSError(errno.ELOOP, NOT_PLAIN, place) from error
        raise


def share(handle: int) -> None:
    """Open a lock of ours to every account, whatever the mask: it is empty, and has no other name
    that somebody could have lent it.
    """
    found = os.fstat(handle)
    if hasattr(os, "fchmod") and found.st_nlink == 1 and not found.st_size:
        with contextlib.suppress(OSError):
            os.fchmod(handle, EVERYBODY)


def mark(target: str, states: bytes) -> None:
    """Tell in the lock of a file, which is held, that it is being written in place, for the
    accounts that come after a crash; nothing when that is over. Where the lock is the file itself,
    and on Windows, whose locks keep us out too, nobody is told.
    """
    if sys.platform == "win32":
        return
    with contextlib.suppress(OSError):
        handle = os.open(beside(target, "lock"), os.O_RDWR | PLAIN)
        try:
            found = os.fstat(handle)
            if stat.S_ISREG(found.st_mode) and found.st_nlink == 1:
                os.ftruncate(handle, 0)
                os.write(handle, states)
                os.fsync(handle)
        finally:
            os.close(handle)


def marked(target: str) -> bytes:
    """Return what the lock of a file tells, or nothing."""
    try:
        handle = os.open(beside(target, "lock"), os.O_RDONLY | PLAIN)
    except OSError:
        return b""
    try:
        return os.read(handle, MARK_BYTES) if os.fstat(handle).st_size else b""
    except OSError:
        return b""
    finally:
        os.close(handle)


def wait(handle: int) -> None:
    """Take the lock; raises `HeldError` after a time, `OSError` where the system has none."""
    until = time.monotonic() + LOCK_SECONDS
    while True:
        try:
            take(handle)
            return
        except OSError as error:
            if error.errno not in HELD:
                raise OSError(error.errno, NO_LOCKS) from error
        if time.monotonic() > until:
            raise HeldError
        time.sleep(STEP)


def take(handle: int) -> None:
    """Take the lock or raise `OSError`."""
    if sys.platform == "win32":
        msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)
    else:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
