"""Which files the doctor reads, and whose faults it tells."""

from __future__ import annotations

import os
from collections.abc import Iterable, Sequence

from kzfr_cli.store import paths


def files_to_read(
    layers: Sequence[str], asked: Iterable[str]
) -> tuple[list[str], set[str] | None]:
    """The files to read, those asked for laid over the `layers`, and those of them whose faults are
    told (None for all).

    Raises `MissingDatabaseError` when there is nothing at a path.
    """
    found = list(layers)
    known = {os.path.realpath(path): path for path in found}
    own: set[str] = set()
    for path in paths.all_files((), map(absolute, asked)):
        layer = known.setdefault(os.path.realpath(path), path)
        if layer == path and path not in found:
            found.append(path)
        own.add(layer)
    return found, own or None


def absolute(path: str) -> str:
    """A path that means the same from everywhere."""
    return os.path.abspath(os.path.expanduser(path))
