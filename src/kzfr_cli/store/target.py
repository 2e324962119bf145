"""What a path to write leads to: a file that is replaced as a whole, or a stream that is written
to.

A descriptor (`/dev/stdout`, `/proc/self/fd/3`, the `/dev/fd/63` of `>(command)`), a device, a
named pipe is a stream: to replace it would put a file in its place. A file is followed through
symbolic links, and keeps its permissions.
"""

from __future__ import annotations

import errno
import os
import re
import stat
from collections.abc import Iterable

from kzfr_cli.core.record import pair
from kzfr_cli.store import atomic

DESCRIPTORS = re.compile(r"/dev/fd|/proc/(?:self|thread-self|[0-9]+(?:/task/[0-9]+)?)/fd")
"""The folders whose entries are the open files of a program, by their numbers."""

NOT_FILE = "not-file"
"""Why a stream is refused where a file is changed; `locale.messages` has the words."""

OWN_DESCRIPTORS = ("/proc/self/fd", "/proc/thread-self/fd", "/dev/fd")
"""The folders whose entries are our own."""

MOST_LINKS = 40
"""Symbolic links that are followed, as Linux does."""


Identity = tuple[int, int] | str
"""What two names of one file share: its device and its number; where there is none, its path."""


@pair
class Target:
    """Where a path leads: to the file at `path`, which may be new; or to a stream, by the number
    of its descriptor when it is one of ours.
    """

    path: str
    identity: Identity
    is_stream: bool = False
    descriptor: int | None = None
    exists: bool = False


def find(path: str) -> Target:
    """Return what a path leads to; raises `OSError` for a folder, for a circle of links, and for a
    file that must not be written.
    """
    place = followed(path)
    if (descriptor := own_descriptor(place)) is not None:
        same = identity(os.fstat(descriptor), place)
        return Target(place, same, is_stream=True, descriptor=descriptor, exists=True)
    try:
        found = os.stat(place)
    except FileNotFoundError:
        if path.endswith(os.sep):
            raise refusal(errno.EISDIR, path) from None
        return Target(place, place)
    if stat.S_ISDIR(found.st_mode):
        raise refusal(errno.EISDIR, path)
    is_stream = not stat.S_ISREG(found.st_mode) or is_descriptor(place)
    if not is_stream and not is_writable(place, found.st_mode):
        raise refusal(errno.EACCES, path)
    return Target(place, identity(found, place), is_stream=is_stream, exists=True)


def find_file(path: str) -> Target:
    """Return the file that a path leads to; raises `OSError` for a stream too, which holds nothing
    that could be changed.
    """
    target = find(path)
    if target.is_stream:
        raise OSError(errno.EINVAL, NOT_FILE, path)
    return target


def followed(path: str) -> str:
    """Follow the links of a path to what they lead to, or to the descriptor of a program; what
    stands there need not exist.
    """
    place = os.path.abspath(path)
    for _ in range(MOST_LINKS):
        folder = os.path.realpath(os.path.dirname(place))
        place = os.path.join(folder, os.path.basename(place))
        if is_descriptor(place) or not os.path.islink(place):
            return place
        place = os.path.normpath(os.path.join(folder, os.readlink(place)))
    raise refusal(errno.ELOOP, path)


def is_descriptor(place: str) -> bool:
    """Return whether a path is an open file of a program, by its number."""
    folder, name = os.path.split(place)
    return name.isdecimal() and DESCRIPTORS.fullmatch(folder) is not None


def own_descriptor(place: str) -> int | None:
    """Return the number of the descriptor that a path is, when it is one of this program."""
    if not is_descriptor(place):
        return None
    folder, name = os.path.split(place)
    own = map(os.path.realpath, OWN_DESCRIPTORS)
    return int(name) if folder in own else None


def is_writable(place: str, mode: int) -> bool:
    """Return whether a file may be written; one that nobody may write is not, even by root."""
    return bool(mode & 0o222) and os.access(place, os.W_OK)


def refusal(number: int, path: str) -> OSError:
    """Return the error of the system with that number."""
    return OSError(number, os.strerror(number), path)


def identity(found: os.stat_result, place: str) -> Identity:
    """Return what other names of a regular file share with this one; a device is only its path,
    since a terminal that is read may be written too.
    """
    return (found.st_dev, found.st_ino) if stat.S_ISREG(found.st_mode) else place


def identities(files: Iterable[str]) -> frozenset[Identity]:
    """Return what tells some files, which need not exist, from all others."""
    return frozenset(identity_of(file) for file in files)


def identity_of(file: str) -> Identity:
    """Return what tells a file from all others."""
    try:
        return identity(os.stat(file), file)
    except OSError:
        return os.path.realpath(file)


# ---- writing


def write(
    target: Target,
    data: bytes,
    rescue: atomic.Rescue | None = None,
) -> None:
    """Replace a file as a whole, or write to a stream; `rescue` holds what can only be written in
    place. Raises `OSError`.
    """
    if target.is_stream:
        pour(target, data)
    else:
        atomic.swap(target.path, data, rescue=rescue)


def pour(target: Target, data: bytes) -> None:
    """Write to a stream, from where it stands."""
    if target.descriptor is not None:
        handle = os.dup(target.descriptor)
    else:
        handle = os.open(target.path, os.O_WRONLY | os.O_NOCTTY)
    with os.fdopen(handle, "wb") as file:
        file.write(data)
