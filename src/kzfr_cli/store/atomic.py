"""Replace a file as a whole, one program at a time: after a kill at any moment it is the old one or
the new one.
"""

from __future__ import annotations

import contextlib
import os
from collections.abc import Iterator

import filelock

from kzfr_cli.errors import BusyDatabaseError, ChangedMeanwhileError, UnwritableDatabaseError
from kzfr_cli.store.target import swap

LOCK_SECONDS = 60.0
"""How long to wait for another program: 16 of them that each add 50 entries have been measured to
take less.
"""


@contextlib.contextmanager
def unwritable(path: str) -> Iterator[None]:
    """Turn what the operating system refuses into our error."""
    try:
        yield
    except OSError as error:
        raise UnwritableDatabaseError(path=path, reason=error.strerror or str(error)) from error


@contextlib.contextmanager
def locked(target: str) -> Iterator[None]:
    """Let one program at a time change a file.

    The lock stands beside the file, so that it holds for all users of a shared folder; the
    operating system frees it when its holder is killed.
    """
    folder, name = os.path.split(target)
    beside = os.path.join(folder, f".{name}.lock")
    os.close(
        os.open(beside, os.O_RDWR | os.O_CREAT, 0o666)
    )  # filelock would create folders, and wait for permissions
    lock = filelock.FileLock(beside, timeout=LOCK_SECONDS, mode=0o666)
    try:
        with lock:
            yield
    except filelock.Timeout as error:
        raise BusyDatabaseError(path=target, seconds=int(LOCK_SECONDS)) from error


def read(target: str) -> bytes | None:
    """Read a whole file, or None when there is none."""
    try:
        with open(target, "rb") as file:
            return file.read()
    except FileNotFoundError:
        return None


def replace(target: str, before: bytes | None, after: bytes) -> None:
    """Write a file beside its place, make sure that it is on the disk, and move it there.

    An editor does not know our lock, so the bytes are compared once more just before; raises
    `ChangedMeanwhileError`.
    """

    def refuse_other_bytes() -> None:
        if read(target) != before:
            raise ChangedMeanwhileError(path=target)

    folder, name = os.path.split(target)
    sweep(folder, name)
    swap(target, after, check=refuse_other_bytes, durable=True)
    sync_folder(folder)


def sweep(folder: str, name: str) -> None:
    """Delete what programs that were killed left beside the file; the lock tells that nobody writes
    now.
    """
    with os.scandir(folder) as entries:
        left = [
            entry.path
            for entry in entries
            if entry.name.startswith(f".{name}.") and entry.name.endswith(".tmp")
        ]
    for path in left:
        with contextlib.suppress(OSError):
            os.unlink(path)


def sync_folder(folder: str) -> None:
    """Make sure that the new name is on the disk, where folders can be opened for that."""
    with contextlib.suppress(OSError):
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)
