"""Write many files into a folder, such as a site, and take away those of the last run: only what
its manifest names and what is still as it was written, inside the folder, through no link.
"""

from __future__ import annotations

import json
import os
import stat
from collections.abc import Callable, Iterable, Mapping
from hashlib import sha256
from typing import Protocol

from kzfr_cli.core.record import record
from kzfr_cli.errors import ForeignFileError, LinkedFolderError
from kzfr_cli.store import atomic

MANIFEST = ".kzfr-site.json"
"""Names the files that the last run wrote, each with the digest of what it wrote."""

LARGEST = 50_000_000
"""Bytes of a manifest that is read."""

MANY = 500
"""Files beyond which the whole system is synced once, which takes seconds instead of minutes."""

UNKNOWN = ""
"""In the place of a digest: the manifest of the first version was a list, without any."""

NO_FILE: Mapping[str, str] = {}


class Kind(Protocol):
    """What a folder of a kind can hold."""

    def may_hold(self, path: str) -> bool:
        """Return whether it can hold a file at that path."""

    def is_signed(
        self,
        path: str,
        content: bytes,
    ) -> bool:
        """Return whether a file there is one that the first version wrote."""


@record
class Folder:
    """A folder that is written: its `kind` tells what it can hold, `guard` refuses a place by
    raising, and with `force` a file of others at one of those paths gives way.
    """

    root: str
    kind: Kind
    guard: Callable[[str], object]
    force: bool = False


def write(folder: Folder, files: Mapping[str, bytes]) -> int:
    """Write the files and remove those of the last run that are not among them; returns how many
    those were.

    Nothing is changed before all is known to be allowed. Raises `ForeignFileError`,
    `LinkedFolderError`, what `guard` raises and `OSError`.
    """
    named = listed(folder)
    former = [
        path for path in sorted(named.keys() - files.keys()) if is_ours(folder, path, named)
    ]
    look(folder, (*files, *former, MANIFEST))
    if not folder.force:
        refuse_foreign(folder, files, named)
    held: dict[str, str] = {}
    ready: set[str] = set()
    for path, content in files.items():
        put(folder, path, content, ready)
        held[path] = digest(content)
    for path in former:
        os.remove(placed(folder.root, path))
    listing = json.dumps(held, indent=0, sort_keys=True) + "\n"
    put(folder, MANIFEST, listing.encode(), ready)
    sync(folder.root, (*files, *former, MANIFEST))
    return len(former)


def look(folder: Folder, paths: Iterable[str]) -> None:
    """Look at the places that are to be changed: what is there, and the way to each; in a folder
    that was looked at, nothing stands in the way of a new file. Raises as `write` does.
    """
    seen: set[str] = set()
    for path in paths:
        place, parent = placed(folder.root, path), parent_of(path)
        if parent not in seen or os.path.lexists(place):
            refuse_link(folder, path)
            folder.guard(place)
            seen.add(parent)


def put(
    folder: Folder,
    path: str,
    content: bytes,
    ready: set[str],
) -> None:
    """Write one file as a whole, into one of the folders that are `ready` or that is made so;
    `sync` comes later.
    """
    place, parent = placed(folder.root, path), parent_of(path)
    if parent not in ready:
        os.makedirs(os.path.dirname(place), exist_ok=True)
        refuse_link(folder, path)
        ready.add(parent)
    atomic.swap(place, content, durable=False)


def parent_of(path: str) -> str:
    """The folder of a file, from the root."""
    return path.rpartition("/")[0]


def sync(root: str, paths: Iterable[str]) -> None:
    """Make sure that all that was written is on the disk, and the names too."""
    places = [placed(root, path) for path in paths]
    if len(places) > MANY and hasattr(os, "sync"):
        os.sync()
        return
    for place in filter(os.path.exists, places):
        atomic.sync_file(place)
    for parent in sorted(
        {os.path.dirname(place) for place in places} | {os.path.dirname(root)}
    ):
        atomic.sync_folder(parent)


def placed(root: str, path: str) -> str:
    """Return where a file of the folder stands."""
    return os.path.join(root, *path.split("/"))


def listed(folder: Folder) -> Mapping[str, str]:
    """Return what the manifest names, of the paths that such a folder can hold, with the digests;
    nothing when there is none that is whole.
    """
    place = placed(folder.root, MANIFEST)
    if not is_plain(place) or os.path.getsize(place) > LARGEST:
        return NO_FILE
    try:
        named = json.loads(atomic.read(place) or b"")
    except (ValueError, RecursionError):
        return NO_FILE
    if isinstance(named, list):
        named = dict.fromkeys((path for path in named if isinstance(path, str)), UNKNOWN)
    if not isinstance(named, dict):
        return NO_FILE
    return {
        path: content
        for path, content in named.items()
        if isinstance(content, str) and folder.kind.may_hold(path)
    }


def is_ours(
    folder: Folder,
    path: str,
    named: Mapping[str, str],
) -> bool:
    """Return whether a file stands there as the last run wrote it."""
    if path not in named or linked(folder, path):
        return False
    place = placed(folder.root, path)
    if not is_plain(place):
        return False
    content = atomic.read(place) or b""
    if named[path] == UNKNOWN:
        return folder.kind.is_signed(path, content)
    return digest(content) == named[path]


def refuse_foreign(
    folder: Folder,
    files: Mapping[str, bytes],
    named: Mapping[str, str],
) -> None:
    """Refuse to write over what is not as the last run wrote it, unless it is what is to be
    written; raises `ForeignFileError`.
    """
    for path, content in files.items():
        place = placed(folder.root, path)
        if not os.path.lexists(place) or is_ours(folder, path, named):
            continue
        if not (is_plain(place) and atomic.read(place) == content):
            raise ForeignFileError(path=place)
    manifest = placed(folder.root, MANIFEST)
    if os.path.lexists(manifest) and not is_plain(manifest):
        raise ForeignFileError(path=manifest)


def refuse_link(folder: Folder, path: str) -> None:
    """Refuse a path that leads through a link, however much is forced; raises
    `LinkedFolderError`.
    """
    if place := linked(folder, path):
        raise LinkedFolderError(path=place)


def linked(folder: Folder, path: str) -> str:
    """Return the first link on the way to a file below the folder, or nothing."""
    place = folder.root
    for part in path.split("/"):
        place = os.path.join(place, part)
        if os.path.islink(place):
            return place
    return ""


def is_plain(place: str) -> bool:
    """Return whether a plain file stands at a place, and no link to one."""
    try:
        return stat.S_ISREG(os.lstat(place).st_mode)
    except OSError:
        return False


def digest(content: bytes) -> str:
    """The stamp that tells one content of a file from another."""
    return sha256(content).hexdigest()
