"""Keep the bytes of each file before each change, so that `kzfr undo` can put them back.

A change is two files of the state folder: `N.toml`, the file as it was, or of a large one what the
change took out of it, and `N.json`, what was changed, which is written last and makes the record
whole. A program killed after that and before the change itself leaves a record of a change that
never was; the fingerprints tell.
"""

from __future__ import annotations

import contextlib
import json
import os
import time
from collections.abc import Callable, Iterator
from hashlib import sha256

from kzfr_cli.core.record import pair
from kzfr_cli.errors import ChangedSinceError, LargeChangedSinceError, NothingToUndoError
from kzfr_cli.store import atomic, delta, locks
from kzfr_cli.store.rescue import FOLDER

KEPT = 200
"""Changes that can be taken back."""

KEPT_BYTES = 256_000_000
"""Bytes that they may take together; the last change is kept whatever its size."""

WHOLE = 100_000
"""Bytes of a file that is kept whole, so that it can also be compared by hand: of a larger one only
what a change takes out.
"""


@pair
class Change:
    """One change: its number, the file, what was done and when, the fingerprints before and
    after; where the file was not kept whole, from which byte on it changed and how many it got.
    """

    number: int
    path: str
    what: str
    when: float
    existed: bool
    before: str
    after: str
    start: int | None = None
    put: int = 0


@pair
class Undone:
    """What was taken back, and where the file as it was until then is kept, or of a large one
    what was taken out of it.
    """

    change: Change
    kept: str
    is_whole: bool


class Journal:
    """Keep and find the changes of one user in a folder."""

    def __init__(self, folder: str) -> None:
        self.folder = os.path.join(folder, FOLDER)

    # ---- keeping

    def record(
        self,
        path: str,
        before: bytes | None,
        after: bytes,
        what: str,
    ) -> str:
        """Keep a file as it is before a change; tells why that failed, or nothing.

        A full or read-only state folder must not keep anybody from writing down an event.
        """
        try:
            with self.locked():
                number = max(self.numbers(), default=0) + 1
                start, taken, put = difference(before or b"", after)
                change = Change(
                    number,
                    path,
                    what,
                    time.time(),
                    before is not None,
                    fingerprint(before),
                    fingerprint(after),
                    start,
                    put,
                )
                self.write(f"{number:08}.toml", taken)
                self.write(f"{number:08}.json", json.dumps(as_mapping(change)).encode())
                self.prune()
        except OSError as error:
            return error.strerror or str(error)
        return ""

    @contextlib.contextmanager
    def locked(self) -> Iterator[None]:
        """Let one program at a time number its changes; the folder is for its owner only, as its
        files may be.
        """
        os.makedirs(self.folder, mode=0o700, exist_ok=True)
        try:
            with locks.locked(os.path.join(self.folder, "journal")):
                yield
        except locks.HeldError as error:
            raise TimeoutError("another program holds it") from error

    def write(
        self,
        name: str,
        content: bytes,
    ) -> None:
        """Write one file whole, and onto the disk."""
        atomic.swap(os.path.join(self.folder, name), content)

    def prune(self) -> None:
        """Forget the oldest changes."""
        numbers = self.numbers()
        sizes = {number: os.path.getsize(self.file(number)) for number in numbers}
        total = 0
        for place, number in enumerate(reversed(numbers)):
            total += sizes[number]
            if place and (place >= KEPT or total > KEPT_BYTES):
                self.forget(number)

    def forget(self, number: int) -> None:
        """Delete a change, its `json` first, so that no half of it is ever taken for a whole."""
        for ending in ("json", "toml"):
            with contextlib.suppress(OSError):
                os.unlink(self.file(number, ending))

    # ---- finding

    def numbers(self) -> list[int]:
        """List the numbers of the changes that are whole, the oldest first."""
        try:
            names = os.listdir(self.folder)
        except FileNotFoundError:
            return []
        return sorted(
            int(name[:-5])
            for name in names
            if name.endswith(".json") and name[:-5].isdecimal()
        )

    def file(
        self,
        number: int,
        ending: str = "toml",
    ) -> str:
        """Name a file of a change."""
        return os.path.join(self.folder, f"{number:08}.{ending}")

    def changes(self) -> Iterator[Change]:
        """Return the changes, the last first; what cannot be read is left out."""
        for number in reversed(self.numbers()):
            try:
                with open(self.file(number, "json"), encoding="utf-8") as file:
                    yield Change(number=number, **json.load(file))
            except (OSError, ValueError, TypeError):
                continue

    def last(self, paths: set[str] | None = None) -> Change:
        """Find the last change that was made, of some files only when they are named.

        A change that never was, or that was taken back by a program then killed, is forgotten: the
        file has the bytes from before it. Raises `NothingToUndoError`, and `ChangedSinceError` when
        the file has neither those bytes nor the ones that the change left.
        """
        for change in self.changes():
            if paths is not None and change.path not in paths:
                continue
            now = fingerprint(atomic.read(change.path))
            if now == change.after:
                return change
            if now != change.before:
                raise self.changed(change)
            self.forget(change.number)
        raise NothingToUndoError()

    def previous(
        self,
        change: Change,
        now: bytes,
    ) -> bytes | None:
        """Return the file as it was before a change that left it as it is `now`; None when
        there was none. Raises `ChangedSinceError` when what was kept is no longer there.
        """
        if not change.existed:
            return None
        then = atomic.read(self.file(change.number))
        if then is not None and change.start is not None:
            then = now[: change.start] + then + now[change.start + change.put :]
        if then is None or fingerprint(then) != change.before:
            raise self.changed(change)
        return then

    def changed(self, change: Change) -> ChangedSinceError:
        """Return the error that refuses to take back a change."""
        error = ChangedSinceError if change.start is None else LargeChangedSinceError
        return error(path=change.path, kept=self.file(change.number))

    def undo(
        self, change: Change, restore: Callable[[str, bytes, bytes | None], None]
    ) -> Undone:
        """Put the file back as it was with `restore(path, now, then)`; what is taken back is kept
        beside the record.

        Raises `ChangedSinceError` when the file has other bytes by now.
        """
        now = atomic.read(change.path)
        if now is None or fingerprint(now) != change.after:
            raise self.changed(change)
        kept = os.path.join(self.folder, "undone.toml")
        then = self.previous(change, now)
        start, taken, _ = difference(now, then or b"")
        with contextlib.suppress(OSError):
            self.write("undone.toml", taken)
        restore(change.path, now, then)
        self.forget(change.number)
        return Undone(change, kept, start is None)


def as_mapping(change: Change) -> dict[str, object]:
    """Return what is written of a change, all but its number, which is the file's name."""
    return {
        "path": change.path,
        "what": change.what,
        "when": change.when,
        "existed": change.existed,
        "before": change.before,
        "after": change.after,
        "start": change.start,
        "put": change.put,
    }


def difference(before: bytes, after: bytes) -> tuple[int | None, bytes, int]:
    """Return what is kept of a file: from which byte on it changed, the bytes that were taken
    out and how many were put in; of a small file no place, and all of it.
    """
    if len(before) <= WHOLE:
        return None, before, 0
    start = delta.common_start(before, after)
    end = delta.common_end(before, after, start)
    return start, before[start : len(before) - end], len(after) - end - start


def fingerprint(text: bytes | None) -> str:
    """The fingerprint that tells one content from another; empty for a file that does not exist."""
    return "" if text is None else sha256(text).hexdigest()
