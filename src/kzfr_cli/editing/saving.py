"""Change a database file and keep in the journal how it was, so that `kzfr undo` can put it back."""

from __future__ import annotations

import os
from collections.abc import Callable

from kzfr_cli.core.record import pair
from kzfr_cli.editing.journal import Change, Journal, Undone
from kzfr_cli.store import atomic
from kzfr_cli.store.target import find_file


@pair
class Saved:
    """Tell what was done to a file: whether it is new, and why the change cannot be taken back
    (empty if it can).
    """

    path: str
    created: bool
    not_undoable: str


def change(path: str, make: Callable[[bytes], bytes], journal: Journal, what: str) -> Saved:
    """Replace a file by what `make` makes of its bytes; `what` names the change for `kzfr undo`.

    A symbolic link is followed, the permissions are kept, and a file that does not exist is
    created; a device or a pipe is refused. Raises `UnwritableDatabaseError`, `BusyDatabaseError`, `ChangedMeanwhileError` and what
    `make` raises.
    """
    with atomic.unwritable(path):
        target = find_file(path).path
    with atomic.unwritable(path), atomic.locked(target):
        before = atomic.read(target)
        after = make(before or b"")
        if after == before:
            return Saved(path, False, "")
        not_undoable = journal.record(target, before, after, what)
        atomic.replace(target, before, after)
    return Saved(path, before is None, not_undoable)


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
        return journal.undo(change, restore)


def restore(path: str, now: bytes, then: bytes | None) -> None:
    """Put a file back as it was: one that a change had created is deleted."""
    if then is None:
        os.unlink(path)
        atomic.sync_folder(os.path.dirname(path))
    else:
        atomic.replace(path, now, then)
