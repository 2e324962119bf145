"""The settings of the configuration file, kept parsed in the cache folder: reading TOML would cost
more than a command.

What is kept is stale when the bytes of the file are others, and is not read where others could have
written it.
"""

from __future__ import annotations

import contextlib
import json
import os
from binascii import crc32
from collections.abc import Callable, Sequence

from kzfr_cli import __version__
from kzfr_cli.core.record import pair
from kzfr_cli.errors import TooLargeError, UnreadableSettingsError
from kzfr_cli.store import atomic, trust

SCHEMA = 2
"""Changes with what is kept."""

LARGEST = 1_000_000
"""Bytes of a file that is read: nobody writes more settings, and a device may never end."""


@pair
class SettingEntry:
    """Hold one setting of the file: `line` counts from 1."""

    key: str
    value: str | list[str]
    line: int


def entries(
    path: str, cache: str, parse: Callable[[bytes, str], Sequence[SettingEntry]]
) -> Sequence[SettingEntry]:
    """Return the settings of a file, none when there is none; what `parse` makes of its bytes
    is kept.

    Raises `UnreadableSettingsError`, `TooLargeError` and what `parse` raises.
    """
    if not os.path.exists(path):
        return ()
    data = read(path)
    target = os.path.join(
        cache, f"settings-{crc32(path.encode('utf-8', 'surrogatepass')):08x}.json"
    )
    is_safe = not trust.fault(cache)
    kept = recall(target, mark(path, data)) if is_safe else None
    if kept is None:
        kept = parse(data, path)
        if is_safe:
            keep(target, mark(path, data), kept)
    return kept


def read(path: str) -> bytes:
    """Read the file; empty when there is none; raises `UnreadableSettingsError` and
    `TooLargeError`.
    """
    try:
        with open(path, "rb", opener=at_once) as file:
            data = file.read(LARGEST + 1) or b""
    except FileNotFoundError:
        return b""
    except OSError as error:
        raise UnreadableSettingsError(
            path=path, reason=error.strerror or str(error)
        ) from error
    if len(data) > LARGEST:
        raise TooLargeError(path=path, size=len(data), limit=LARGEST)
    return data


def at_once(path: str, flags: int) -> int:
    """Open a file without waiting for anybody, as a named pipe would for its writer."""
    return os.open(path, flags | getattr(os, "O_NONBLOCK", 0))


def mark(path: str, data: bytes) -> list[object]:
    """Write what must be the same for what is kept to be fresh."""
    return [SCHEMA, __version__, path, data.decode("latin-1")]


def recall(target: str, wanted: list[object]) -> Sequence[SettingEntry] | None:
    """Return what is kept of a file as it is now; None when there is nothing, something else,
    or what others could have put there.
    """
    if not trust.is_ours(target):
        return None
    try:
        with open(target, encoding="utf-8") as file:
            kept = json.load(file)
        return (
            [SettingEntry(*item) for item in kept["entries"]]
            if kept["mark"] == wanted
            else None
        )
    except (OSError, ValueError, TypeError, KeyError):
        return None


def keep(target: str, wanted: list[object], held: Sequence[SettingEntry]) -> None:
    """Keep the settings for the next run; a folder that cannot be written costs only time."""
    text = json.dumps(
        {"mark": wanted, "entries": [[item.key, item.value, item.line] for item in held]}
    )
    with contextlib.suppress(OSError):
        trust.make(os.path.dirname(target))
        with (
            atomic.fresh(target) as temporary,
            open(temporary, "w", encoding="utf-8") as file,
        ):
            file.write(text)
