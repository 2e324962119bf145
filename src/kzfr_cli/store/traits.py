"""What a file is besides its bytes: its owner, its group, its permissions with the access control
list, its extended attributes, its other names.
"""

from __future__ import annotations

import contextlib
import os
import stat

from kzfr_cli.core.record import pair


@pair
class Traits:
    """What all accounts that share a file see of it; `names` counts its hard links."""

    user: int
    group: int
    mode: int
    names: int
    attributes: tuple[tuple[str, bytes], ...]


def are_visible() -> bool:
    """Return whether the system shows all of them: elsewhere, such as on macOS and Windows, nobody
    can tell that a new file has what the old one had.
    """
    return hasattr(os, "listxattr")


def of(file: str | int) -> Traits:
    """Return the traits of a file, by its path or its descriptor; raises `OSError`."""
    found = os.stat(file)
    return Traits(
        user=found.st_uid,
        group=found.st_gid,
        mode=stat.S_IMODE(found.st_mode),
        names=found.st_nlink,
        attributes=tuple(sorted(attributes(file).items())),
    )


def attributes(file: str | int) -> dict[str, bytes]:
    """Return the extended attributes of a file, its access control list among them; none where the
    file system has none.
    """
    held: dict[str, bytes] = {}
    if not are_visible():
        return held
    with contextlib.suppress(OSError):
        for name in os.listxattr(file):
            held[name] = os.getxattr(file, name)
    return held


def give(handle: int, wanted: Traits) -> bool:
    """Give a new file the traits of another; return whether it now has them all."""
    if wanted.names != 1:
        return False
    with contextlib.suppress(OSError):
        os.fchown(handle, wanted.user, wanted.group)
    for name in attributes(handle).keys() - dict(wanted.attributes).keys():
        with contextlib.suppress(OSError):
            os.removexattr(handle, name)
    for name, value in wanted.attributes:
        with contextlib.suppress(OSError):
            os.setxattr(handle, name, value)
    with contextlib.suppress(OSError):
        os.fchmod(handle, wanted.mode)
    return of(handle) == wanted
