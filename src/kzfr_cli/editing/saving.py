"""Change a database file and keep in the journal how it was, so that `kzfr undo` can put it
back.
"""

from __future__ import annotations

import os
from collections.abc import Callable
from functools import partial

from kzfr_cli.core.record import pair
from kzfr_cli.editing.journal import Change, Journal, Undone
from kzfr_cli.store import atomic
from kzfr_cli.store.rescue import Rescue
from kzfr_cli.store.target import find_file


@pair
class Saved:
    """What was done to a file: whether it is new, why the change cannot be taken back (empty
    if it can), whether a change that was cut off was put back first.
    """

    path: str
    created: bool
    not_undoable: str
    recovered: bool = False


def change(
    path: str,
    make: Callable[[bytes], bytes],
    journal: Journal,
    what: str,
) -> Saved:
    """Write what `make` makes of the bytes of a file; `what` names the change for `kzfr undo`.

    A symbolic link is followed, the file stays what it was for all who share it, and one that does
    not exist is created; a device or a pipe is refused. Raises `UnwritableDatabaseError`,
    `BusyDatabaseError`, `ChangedMeanwhileError` and what `make` raises.
    """
    rescue = Rescue(journal.folder)
    with atomic.unwritable(path):
        target = find_file(path).path
    with atomic.unwritable(path), atomic.locked(target):
        recovered = rescue.recover(target)
        before = atomic.read(target)
        after = make(before or b"")
        if after == before:
            return Saved(path, False, "", recovered)
        not_undoable = journal.record(target, before, after, what)
        atomic.replace(target, before, after, partial(rescue.holding, target))
    return Saved(path, before is None, not_undoable, recovered)


def recover(journal: Journal) -> list[str]:
    """Put back the files whose change was cut off, and list them; raises
    `UnwritableDatabaseError`.
    """
    rescue = Rescue(journal.folder)
    return [path for path in rescue.paths() if recovered(rescue, path)]


def recovered(rescue: Rescue, path: str) -> bool:
    """Put back one file, and return whether that was needed; one on a disk that is not there can
    wait.
    """
    if not os.path.exists(path):
        return False
    with atomic.unwritable(path), atomic.locked(path):
        return rescue.recover(path)


def last(journal: Journal, paths: set[str] | None = None) -> Change:
    """Find the change that `undo` would take back, of some files only when they are named.

    Raises `NothingToUndoError` and `ChangedSinceError`.
    """
    with atomic.unwritable(journal.folder):
        return journal.last(paths)


def undo(journal: Journal, change: Change) -> Undone:
    """Take back a change; raises `ChangedSinceError` and what `change` raises."""
    with atomic.unwritable(change.path):
        find_file(change.path)
    with atomic.unwritable(change.path), atomic.locked(change.path):
        return journal.undo(change, partial(restore, Rescue(journal.folder)))


def restore(
    rescue: Rescue,
    path: str,
    now: bytes,
    then: bytes | None,
) -> None:
    """Put a file back as it was: one that a change had created is deleted."""
    if then is None:
        os.unlink(path)
        atomic.sync_folder(os.path.dirname(path))
    else:
        atomic.replace(path, now, then, partial(rescue.holding, path))
