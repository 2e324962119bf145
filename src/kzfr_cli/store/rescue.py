"""Put back a file that was being written in place when the program or the machine stopped.

While that lasts, the state folder holds, for each file, what it was and what it was to become, from
the first byte that changes on. What is found there later tells a crash; the file is put back when
it holds a mixture of the two, and left alone when somebody has changed it since.
"""

from __future__ import annotations

import contextlib
import json
import os
from collections.abc import Iterator
from hashlib import sha256

from kzfr_cli.core.record import pair
from kzfr_cli.errors import HalfWrittenError
from kzfr_cli.store import atomic, locks

FOLDER = "undo"
"""The folder within that of the user's state that holds the copies."""

ENDING = ".rescue"
KEPT = ".kept"
"""The ending of a copy that could not be used, because somebody wrote the file since."""

NO_COPY = "no-copy"
"""Why a file is not written in place; `locale.messages` has the words."""

SECTOR = 512
"""Bytes that a disk writes together."""


@pair
class Copy:
    """What a file was and was to become, from `start` on, and what tells the whole of it."""

    path: str
    start: int
    before: str
    old: bytes
    new: bytes


def of_user(state: str) -> Rescue:
    """Return the copies of a user by the folder of their state."""
    return Rescue(os.path.join(state, FOLDER))


class Rescue:
    """The copies of one user, in a folder."""

    def __init__(self, folder: str) -> None:
        self.folder = folder

    def file(self, path: str) -> str:
        """Return the copy's place."""
        return os.path.join(self.folder, fingerprint(os.fsencode(path))[:16] + ENDING)

    @contextlib.contextmanager
    def holding(
        self,
        path: str,
        before: bytes,
        after: bytes,
        start: int,
    ) -> Iterator[None]:
        """Hold a copy while a file is written; it stays when that fails. Raises `OSError`."""
        place = self.file(path)
        head = {
            "path": os.fsencode(path).hex(),
            "start": start,
            "old": len(before) - start,
            "before": fingerprint(before),
        }
        line = json.dumps(head).encode() + b"\n"
        try:
            os.makedirs(self.folder, mode=0o700, exist_ok=True)
            atomic.swap(place, line + before[start:] + after[start:])
        except OSError as error:
            raise OSError(error.errno, NO_COPY) from error
        locks.mark(path, f"{fingerprint(before)} {fingerprint(after)}\n".encode())
        yield
        locks.mark(path, b"")
        os.unlink(place)

    def paths(self) -> list[str]:
        """List the files that were being written."""
        try:
            names = os.listdir(self.folder)
        except OSError:
            return []
        places = (os.path.join(self.folder, name) for name in names if name.endswith(ENDING))
        return [copy.path for place in places if (copy := read(place)) is not None]

    def recover(self, path: str) -> bool:
        """Put back a file that is locked, and return whether that was needed; raises
        `HalfWrittenError` when another account was stopped while it wrote.
        """
        copy = read(self.file(path))
        now = atomic.read(path) if copy or locks.marked(path) else None
        if copy is None:
            refuse_half_written(path, now)
            return False
        whole = mended(copy, now) if now is not None else None
        if whole is not None:
            atomic.replace(path, now, whole)  # the copy still tells what the file was
        if whole is not None or is_told(copy, now):
            os.unlink(self.file(path))
        else:
            os.replace(self.file(path), self.file(path) + KEPT)
        locks.mark(path, b"")
        return whole is not None


def read(place: str) -> Copy | None:
    """Read a copy, or return None where there is none that is whole."""
    try:
        line, _, rest = (atomic.read(place) or b"").partition(b"\n")
        head = json.loads(line)
        return Copy(
            os.fsdecode(bytes.fromhex(head["path"])),
            head["start"],
            head["before"],
            rest[: head["old"]],
            rest[head["old"] :],
        )
    except (OSError, ValueError, TypeError, KeyError):
        return None


def mended(copy: Copy, now: bytes) -> bytes | None:
    """Return what a file was before it was cut off in between; None when it was not, or is the work
    of somebody since.
    """
    if now[copy.start :] == copy.new or not is_mixture(copy, now[copy.start :]):
        return None
    whole = now[: copy.start] + copy.old
    return whole if whole != now and fingerprint(whole) == copy.before else None


def refuse_half_written(path: str, now: bytes | None) -> None:
    """Refuse a file that another account was writing when it was stopped, unless it is as it was
    before or was to be; raises `HalfWrittenError`.
    """
    states = locks.marked(path).split()
    if not states:
        return
    if now is None or fingerprint(now).encode() not in states:
        raise HalfWrittenError(path=path, lock=locks.beside(path, "lock"))
    locks.mark(path, b"")


def is_told(copy: Copy, now: bytes | None) -> bool:
    """Return whether a file has all that it was, or all that it was to become."""
    rest = (now or b"")[copy.start :]
    return now is not None and rest in (copy.old, copy.new)


def is_mixture(copy: Copy, torn: bytes) -> bool:
    """Return whether each byte is that of the old state, of the new one, or was never written."""
    if len(torn) > max(len(copy.old), len(copy.new)):
        return False
    return all(is_of_either(copy, torn, here) for here in range(0, len(torn), SECTOR))


def is_of_either(
    copy: Copy,
    torn: bytes,
    start: int,
) -> bool:
    """Return whether the bytes of a sector are those of one of the states, byte for byte."""
    sector, old, new = (
        state[start : start + SECTOR] for state in (torn, copy.old, copy.new)
    )
    if sector in (old, new):
        return True
    return all(
        byte in (0, *old[place : place + 1], *new[place : place + 1])
        for place, byte in enumerate(sector)
    )


def fingerprint(text: bytes) -> str:
    """The fingerprint that tells one content from another."""
    return sha256(text).hexdigest()
