"""Whether what lies in the cache folder is ours: what others could have put there is not read.

A folder is ours when it belongs to the user or to root and nobody else may write in it; a file
likewise. Where a system has no users (Windows), its own rules of the user's folders hold.
"""

from __future__ import annotations

import contextlib
import os
import stat

NOT_OURS = "cache-of-others"
"""Why a cache folder is not used; `locale.messages` has the words."""

OWN_NAME = "kzfr"
"""The name of a cache folder that the program made: it is closed to others where it was not."""

OTHERS = stat.S_IWGRP | stat.S_IWOTH


def fault(folder: str) -> str:
    """Return why a folder is not used, or nothing; one that is not there yet can be made."""
    try:
        found = os.stat(folder)
    except OSError:
        return ""
    if not stat.S_ISDIR(found.st_mode):
        return ""
    if is_closed(found):
        return ""
    if os.path.basename(folder) == OWN_NAME and is_of_user(found):
        with contextlib.suppress(OSError):
            os.chmod(folder, stat.S_IMODE(found.st_mode) & ~OTHERS)
            return ""
    return NOT_OURS


def is_ours(path: str) -> bool:
    """Return whether a plain file was written by the user or by root, and by nobody else."""
    try:
        found = os.lstat(path)
    except OSError:
        return False
    return stat.S_ISREG(found.st_mode) and is_closed(found)


def is_closed(found: os.stat_result) -> bool:
    """Return whether only the user and root may write."""
    if not hasattr(os, "geteuid"):
        return True
    return found.st_uid in (0, os.geteuid()) and not found.st_mode & OTHERS


def is_of_user(found: os.stat_result) -> bool:
    """Return whether something belongs to the user; where there are no users, all does."""
    return not hasattr(os, "geteuid") or found.st_uid == os.geteuid()


def make(folder: str) -> None:
    """Make the folder, for the user alone; raises `OSError`."""
    os.makedirs(folder, mode=0o700, exist_ok=True)
