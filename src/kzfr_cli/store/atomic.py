"""Write a file so that after a crash at any moment it is the old one or the new one, and stays what
it was for all who share it.

A new file is written beside the old one, given all that the old one was besides its bytes, synced
and moved to its place. Where that would take something away (the owner, the group, a permission, an
attribute, another name of the file), the old one is written in place, from its first byte that
changes on; a copy of what gives way, which the caller keeps, puts it back after a crash.
"""

from __future__ import annotations

import contextlib
import errno
import io
import os
import re
import stat
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager

from kzfr_cli.errors import BusyDatabaseError, ChangedMeanwhileError, UnwritableDatabaseError
from kzfr_cli.store import delta, locks, traits
from kzfr_cli.store.traits import Traits

Check = Callable[[], None]
Rescue = Callable[[bytes, bytes, int], AbstractContextManager[None]]
"""Holds what a file was and will be, from the first byte that changes on, while it is written in
place.
"""

PRIVATE = 0o600
CHUNK = 1 << 20
"""Bytes that are read at a time."""

NEW = 0o666

CANNOT_REPLACE = frozenset(
    {errno.EACCES, errno.EPERM, errno.EROFS, errno.EBUSY, errno.EXDEV}
)
"""What systems answer where a file may be written but not replaced: in a folder of others, or where
it is mounted by itself.
"""

EXCLUSIVE = (
    os.O_CREAT
    | os.O_EXCL
    | os.O_RDWR
    | getattr(os, "O_CLOEXEC", 0)
    | getattr(os, "O_NOFOLLOW", 0)
    | getattr(os, "O_BINARY", 0)
)
IN_PLACE = (
    os.O_RDWR
    | getattr(os, "O_CLOEXEC", 0)
    | getattr(os, "O_NOFOLLOW", 0)
    | getattr(os, "O_BINARY", 0)
)


@contextlib.contextmanager
def unwritable(path: str) -> Iterator[None]:
    """Turn what the operating system refuses into our error."""
    try:
        yield
    except OSError as error:
        raise UnwritableDatabaseError(
            path=path, reason=error.strerror or str(error)
        ) from error


@contextlib.contextmanager
def locked(target: str) -> Iterator[None]:
    """Let one program at a time change a file; raises `BusyDatabaseError`, and `OSError` where
    there are no locks.
    """
    try:
        with locks.locked(target):
            yield
    except locks.HeldError as error:
        raise BusyDatabaseError(path=target, seconds=int(locks.LOCK_SECONDS)) from error


def read(target: str) -> bytes | None:
    """Read a whole file, or None when there is none."""
    try:
        with open(target, "rb") as file:
            return file.read()
    except FileNotFoundError:
        return None


def holds(target: str, wanted: bytes | None) -> bool:
    """Return whether a file holds just these bytes, or is not there for None."""
    view = memoryview(wanted or b"")
    here = 0
    try:
        with open(target, "rb") as file:
            while chunk := file.read(CHUNK):
                if chunk != view[here : here + len(chunk)]:
                    return False
                here += len(chunk)
    except FileNotFoundError:
        return wanted is None
    return wanted is not None and here == len(view)


def replace(
    target: str,
    before: bytes | None,
    after: bytes,
    rescue: Rescue | None = None,
) -> None:
    """Write a file that is locked, unless it holds other bytes than `before` by now: an editor does
    not know our lock. Raises `ChangedMeanwhileError` and `OSError`.
    """

    def refuse_other_bytes() -> None:
        if not holds(target, before):
            raise ChangedMeanwhileError(path=target)

    sweep(target)
    swap(target, after, check=refuse_other_bytes, rescue=rescue)


def swap(
    place: str,
    data: bytes,
    *,
    check: Check | None = None,
    rescue: Rescue | None = None,
    durable: bool = True,
) -> None:
    """Write a file, on the disk when this ends if it is `durable`; `check` may refuse just before.
    Raises `OSError`.
    """
    staged = stage(place, data, durable)
    try:
        if staged is not None:
            if check is not None:
                check()
            os.replace(staged, place)
            staged = None
            if durable:
                sync_folder(os.path.dirname(place))
            return
    except OSError as error:
        if error.errno not in CANNOT_REPLACE:
            raise
    finally:
        if staged is not None:
            with contextlib.suppress(OSError):
                os.unlink(staged)
    overwrite(place, data, check, rescue)


# ---- beside the old file


def can_replace(wanted: Traits | None) -> bool:
    """Return whether a new file could be all that the old one is; None is none."""
    return wanted is None or (traits.are_visible() and wanted.names == 1)


def stage(
    place: str,
    data: bytes,
    durable: bool,
) -> str | None:
    """Write a file beside its place, with all that the old one is besides its bytes, and return its
    path; None where it could not be the same to all.
    """
    try:
        wanted = traits.of(place)
    except FileNotFoundError:
        wanted = None
    if not can_replace(wanted):
        return None
    try:
        staged, handle = exclusive(
            locks.beside(place, ""), NEW if wanted is None else PRIVATE
        )
    except OSError as error:
        if wanted is not None and error.errno in CANNOT_REPLACE:
            return None
        raise
    is_same = False
    try:
        with open(handle, "wb") as file:
            file.write(data)
            file.flush()
            is_same = wanted is None or traits.give(handle, wanted)
            if durable:
                os.fsync(handle)
    except BaseException:
        is_same = False
        raise
    finally:
        if not is_same:
            with contextlib.suppress(OSError):
                os.unlink(staged)
    return staged if is_same else None


@contextlib.contextmanager
def fresh(place: str, install: Callable[[str, str], None] = os.replace) -> Iterator[str]:
    """Return the path of an empty file of our own that takes its place when all went well, and
    else is deleted: for what can be made again at any time, so neither given anything nor
    synced. `install` moves it.
    """
    path, handle = exclusive(f"{place}.")
    os.close(handle)
    try:
        yield path
        install(path, place)
    finally:
        with contextlib.suppress(OSError):
            os.unlink(path)


def exclusive(beginning: str, mode: int = PRIVATE) -> tuple[str, int]:
    """Make a file that was not there, by a name that nobody can foresee, and return its path and
    its descriptor.
    """
    path = f"{beginning}{os.urandom(8).hex()}.tmp"
    return path, os.open(path, EXCLUSIVE, mode)


def sweep(target: str) -> None:
    """Delete what our programs that were killed left beside a file; the lock tells that none writes
    now. What another account left is its own.
    """
    folder, beginning = os.path.split(locks.beside(target, ""))
    left = re.compile(re.escape(beginning) + "[0-9a-f]{16}[.]tmp")
    with contextlib.suppress(PermissionError), os.scandir(folder) as entries:
        for entry in entries:
            if left.fullmatch(entry.name) and is_own(entry.stat(follow_symlinks=False)):
                with contextlib.suppress(OSError):
                    os.unlink(entry.path)


def is_own(found: os.stat_result) -> bool:
    """Return whether a file is a plain one of this user; where there are no users, all are."""
    return stat.S_ISREG(found.st_mode) and (
        not hasattr(os, "geteuid") or found.st_uid == os.geteuid()
    )


def sync_file(path: str) -> None:
    """Make sure that what a file holds is on the disk; raises `OSError`."""
    handle = os.open(path, IN_PLACE)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def sync_folder(folder: str) -> None:
    """Make sure that a new name is on the disk, where folders can be opened for that."""
    with contextlib.suppress(OSError):
        handle = os.open(folder or ".", os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)


# ---- in place


def overwrite(
    place: str,
    data: bytes,
    check: Check | None,
    rescue: Rescue | None,
) -> None:
    """Write over a file from the first byte that changes on; what fails puts the old bytes back."""
    with open(os.open(place, IN_PLACE), "r+b", buffering=0) as file:
        if check is not None:
            check()
        before = file.read()
        start = delta.common_start(before, data)
        with rescue(before, data, start) if rescue else contextlib.nullcontext():
            try:
                write_from(file, data, start)
            except BaseException:
                write_from(file, before, start)
                raise


def write_from(
    file: io.FileIO,
    data: bytes,
    start: int,
) -> None:
    """Write the end of a file, and onto the disk."""
    file.seek(start)
    rest = memoryview(data)[start:]
    while rest:
        rest = rest[file.write(rest) :]
    file.truncate(len(data))
    os.fsync(file.fileno())
