"""Where things are: the packaged data, the user's own database, the index folder; without pathlib,
as `opening`.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable, Mapping

from kzfr_cli.errors import MissingDatabaseError

PACKAGE = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))


def packaged() -> str:
    """Find the packaged database."""
    return shipped("data")


def shipped(folder: str) -> str:
    """Find a folder of the project: inside the installed package, or in a source checkout.

    An editable install runs from `src/`, so it reads the very files that a wheel would carry.
    """
    installed = os.path.join(PACKAGE, folder)
    return (
        installed
        if os.path.isdir(installed)
        else os.path.join(os.path.dirname(os.path.dirname(PACKAGE)), folder)
    )


def fonts() -> str:
    """Find the folder of the fonts that come with the program."""
    return os.path.join(PACKAGE, "fonts")


def cache(environment: Mapping[str, str]) -> str:
    """Find the folder of the index, by `KZFR_CACHE`, else the platform's rule."""
    return environment.get("KZFR_CACHE") or base(
        environment, "cache", "XDG_CACHE_HOME", ".cache"
    )


def user_database(environment: Mapping[str, str]) -> str:
    """Find the user's own overlay, which need not exist, by the platform's rule."""
    return os.path.join(
        base(environment, "data", "XDG_DATA_HOME", ".local/share"), "events.toml"
    )


def configuration(environment: Mapping[str, str]) -> str:
    """Find the file of the settings, which need not exist, by `KZFR_CONFIG`, else the platform's
    rule.
    """
    named = environment.get("KZFR_CONFIG")
    return named or os.path.join(
        base(environment, "config", "XDG_CONFIG_HOME", ".config"), "config.toml"
    )


def state(environment: Mapping[str, str]) -> str:
    """Find the folder of what `kzfr undo` needs, by the platform's rule."""
    return base(environment, "state", "XDG_STATE_HOME", ".local/state")


def base(
    environment: Mapping[str, str],
    kind: str,
    variable: str,
    below_home: str,
) -> str:
    """Find one of the platform's folders for kzfr.

    The XDG rule (freedesktop.org, Base Directory Specification) is read here and not by
    platformdirs, whose import costs twice what kzfr itself may add to a command.
    """
    if sys.platform.startswith("linux"):
        root = environment.get(variable, "")
        home = environment.get("HOME") or os.path.expanduser("~")
        return os.path.join(
            root if os.path.isabs(root) else os.path.join(home, below_home), "kzfr"
        )
    import platformdirs

    find = {
        "cache": platformdirs.user_cache_dir,
        "data": platformdirs.user_data_dir,
        "state": platformdirs.user_state_dir,
        "config": platformdirs.user_config_dir,
    }[kind]
    return find("kzfr", appauthor=False)


def database_files(path: str | os.PathLike[str]) -> list[str]:
    """List the TOML files of a database, a file or a folder, in the order in which they are read.

    Raises `MissingDatabaseError` when there is nothing at `path`, or a folder without any.
    """
    text = os.fspath(path)
    if not os.path.isdir(text):
        if os.path.exists(text):
            return [text]
        raise MissingDatabaseError(path=text)
    found = sorted(
        entry.path
        for entry in os.scandir(text)
        if entry.name.endswith(".toml") and entry.is_file()
    )
    if not found:
        raise MissingDatabaseError(path=text)
    return found


def all_files(base: Iterable[str], overlays: Iterable[str]) -> list[str]:
    """List every database file, the packaged first, later ones laid over earlier ones."""
    return [file for database in (*base, *overlays) for file in database_files(database)]
