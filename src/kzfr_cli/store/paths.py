"""Where things are: the packaged data, the user's own database, the index folder."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable, Mapping
from pathlib import Path

from kzfr_cli.errors import MissingDatabaseError

PACKAGE = Path(__file__).resolve().parent.parent


def packaged() -> Path:
    """Find the packaged database: inside the installed package, or `data/` of a source checkout.

    An editable install runs from `src/`, so it reads the very files that a wheel would carry.
    """
    installed = PACKAGE / "data"
    return installed if installed.is_dir() else PACKAGE.parent.parent / "data"


def cache(environment: Mapping[str, str]) -> Path:
    """Find the folder of the index, by `KZFR_CACHE`, else the platform's rule.

    The XDG rule is read here and not through platformdirs, whose import costs twice what kzfr itself
    may add to a command.
    """
    if chosen := environment.get("KZFR_CACHE"):
        return Path(chosen)
    if sys.platform.startswith("linux"):
        root = environment.get("XDG_CACHE_HOME", "")
        home = environment.get("HOME") or os.path.expanduser("~")  # noqa: PTH111 - Path.home() raises without HOME
        return Path(root if os.path.isabs(root) else os.path.join(home, ".cache")) / "kzfr"  # noqa: PTH117, PTH118
    import platformdirs

    return Path(platformdirs.user_cache_dir("kzfr", appauthor=False))


def user_database(environment: Mapping[str, str]) -> Path:
    """Find the user's own overlay, which need not exist, by the platform's rule."""
    if sys.platform.startswith("linux"):
        root = environment.get("XDG_DATA_HOME", "")
        home = environment.get("HOME") or os.path.expanduser("~")  # noqa: PTH111 - as in cache()
        folder = root if os.path.isabs(root) else os.path.join(home, ".local", "share")  # noqa: PTH117, PTH118
        return Path(folder) / "kzfr" / "events.toml"
    import platformdirs

    return Path(platformdirs.user_data_dir("kzfr", appauthor=False)) / "events.toml"


def database_files(path: Path) -> list[Path]:
    """List the TOML files of a database, a file or a folder, in the order in which they are read.

    Raises `MissingDatabaseError` when there is nothing at `path`.
    """
    if path.is_dir():
        return sorted(child for child in path.iterdir() if child.suffix == ".toml" and child.is_file())
    if not path.exists():
        raise MissingDatabaseError(path=str(path))
    return [path]


def all_files(base: Iterable[Path], overlays: Iterable[Path]) -> list[Path]:
    """List every database file, the packaged first, later ones laid over earlier ones."""
    return [file for database in (*base, *overlays) for file in database_files(database)]
