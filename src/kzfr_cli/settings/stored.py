"""The settings that the file holds."""

from __future__ import annotations

from collections.abc import Sequence

from kzfr_cli.errors import KzfrError
from kzfr_cli.settings import cache, values
from kzfr_cli.settings.cache import Entry


def read(path: str, folder: str) -> Sequence[Entry]:
    """The settings of a file, kept parsed in the cache folder; raises what is wrong in it."""
    return cache.entries(path, folder, values.parse)


def salvaged(path: str) -> Sequence[Entry]:
    """What is right in a file of settings that is wrong."""
    try:
        return values.salvaged(cache.read(path), path)
    except KzfrError:
        return ()
