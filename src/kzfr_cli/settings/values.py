"""What the configuration file may say: each key, the values it may have, and what a wrong one may
have meant.
"""

from __future__ import annotations

import contextlib
import os
from collections.abc import Callable, Mapping, Sequence
from typing import Any

from kzfr_cli.core.event import ROUND_PROFILES
from kzfr_cli.errors import (
    InvalidProfileError,
    KzfrError,
    RefusedValueError,
    UnknownSettingError,
    WrongSettingError,
)
from kzfr_cli.languages import language
from kzfr_cli.queries import lookups, rules
from kzfr_cli.settings import cache, file
from kzfr_cli.settings.cache import SettingEntry
from kzfr_cli.settings.file import Line
from kzfr_cli.settings.sources import KEYS, PAGER, Key
from kzfr_cli.store import paths

SYNONYMS = {
    "lang": "language",
    "locale": "language",
    "db": "databases",
    "profile": "round",
    "colour": "color",
    "colours": "color",
    "29-february": "leap-day",
}
"""What people call the settings, beside their names."""


def parse(data: bytes, path: str) -> list[SettingEntry]:
    """Read the file.

    Raises `UnreadableSettingsError`, `MalformedSettingsError`, `UnknownSettingError` and
    `WrongSettingError`.
    """
    return [entry(line, path) for line in file.lines(data, path)]


def salvaged(data: bytes, path: str) -> list[SettingEntry]:
    """Read what is right in a file that is wrong: the error is told in the language that it
    sets.
    """
    found = []
    with contextlib.suppress(KzfrError):
        for line in file.lines(data, path):
            with contextlib.suppress(KzfrError):
                found.append(entry(line, path))
    return found


def salvaged_file(path: str) -> list[SettingEntry]:
    """What is right in a file that is wrong; nothing when it cannot be read."""
    try:
        return salvaged(cache.read(path), path)
    except KzfrError:
        return []


def entry(line: Line, path: str) -> SettingEntry:
    """Read one key; raises `UnknownSettingError` and `WrongSettingError`, with the file and
    line.
    """
    place = f"{path}:{line.line}"
    if line.key not in KEYS:
        raise UnknownSettingError(place=place, key=line.key, near=near(line.key))
    return SettingEntry(line.key, checked(line.key, line.value, place), line.line)


def checked(name: str, value: Any, place: str) -> str | list[str]:
    """Read a value that stands at a place; raises `WrongSettingError`."""
    try:
        return accepted(KEYS[name], value)
    except RefusedValueError as error:
        raise WrongSettingError(place=place, **error.facts) from error


def near(name: str) -> tuple[str, ...]:
    """List the settings whose names look most like a wrong one; all of them when none does."""
    found = lookups.near(name.lower(), [*KEYS, *SYNONYMS])
    return tuple(dict.fromkeys(SYNONYMS.get(word, word) for word in found)) or tuple(KEYS)


def accepted(key: Key, value: Any) -> str | list[str]:
    """Read the value of a setting; raises `RefusedValueError`."""
    if key.choices:
        return one_of(key, value)
    return READERS[key.name](key, value)


def one_of(key: Key, value: Any) -> str:
    """Read a value that is one of several words."""
    word = value.lower() if isinstance(value, str) else value
    if word in key.choices:
        return str(word)
    close = meant(word, key.choices) if isinstance(word, str) else ()
    raise refused(key, value, key.choices, close)


def meant(word: str, choices: Sequence[str]) -> tuple[str, ...]:
    """List the values that a wrong one may have meant."""
    code = language.meanings("interface", "language_names").get(word, "")
    return (code,) if code in choices else lookups.near(word, choices)


def profile(key: Key, value: Any) -> str:
    """Read a profile of round numbers: its name, or the years as a text or a list of numbers."""
    text = ",".join(map(str, value)) if isinstance(value, list) else str(value)
    try:
        return rules.Round(text).profile
    except InvalidProfileError as error:
        close = lookups.near(text, ROUND_PROFILES)
        raise refused(key, value, (*ROUND_PROFILES, "7,33"), close) from error


def files(key: Key, value: Any) -> list[str]:
    """Read one path or several."""
    paths = [value] if isinstance(value, str) else value
    if isinstance(paths, list) and all(
        isinstance(path, str) and path and "\0" not in path for path in paths
    ):
        return paths
    raise refused(key, value, ('["my-events.toml"]',))


def command(key: Key, value: Any) -> str:
    """Read the command of a pager; an empty one, or `false`, for none."""
    if value is False:
        return ""
    if isinstance(value, str) and value.isprintable():
        return value
    raise refused(key, value, (PAGER, '""'))


READERS: Mapping[str, Callable[[Key, Any], str | list[str]]] = {
    "round": profile,
    "databases": files,
    "pager": command,
}


def refused(
    key: Key, value: Any, allowed: Sequence[str], near: Sequence[str] = ()
) -> RefusedValueError:
    """Refuse a value that a setting cannot have, and name those that it can."""
    return RefusedValueError(
        key=key.name, value=str(value), allowed=tuple(allowed), near=tuple(near)
    )


def absolute(typed: Sequence[str]) -> list[str]:
    """Name databases by paths that mean the same from everywhere; raises
    `MissingDatabaseError`.
    """
    found = [os.path.abspath(os.path.expanduser(path)) for path in typed]
    for path in found:
        paths.database_files(path)
    return found
