"""The configuration file as TOML: its keys with their lines, and a key set or taken out, every
other byte as it was.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from typing import Any

import tomlkit
from tomlkit.exceptions import ParseError, TOMLKitError

from kzfr_cli.core.record import pair
from kzfr_cli.errors import MalformedSettingsError, UnreadableSettingsError, UnsafeEditError
from kzfr_cli.store import atomic
from kzfr_cli.store.target import find_file

BOM = "\ufeff"


@pair
class Line:
    """Hold one key of the file as TOML reads it; `line` counts from 1."""

    key: str
    value: Any
    line: int


def lines(data: bytes, path: str) -> list[Line]:
    """List the keys at the top of the file, a table among them by its name, in their order.

    Raises `MalformedSettingsError` and `UnreadableSettingsError`.
    """
    return list(walk(document(decoded(data, path), path)))


def walk(parsed: tomlkit.TOMLDocument) -> Iterator[Line]:
    """Give each key with its line: the parser tells no lines, so the line ends before it are
    counted.
    """
    line = 1
    for key, item in parsed.body:
        text = tomlkit.TOMLDocument()
        text.append(key, item)
        if key is not None:
            yield Line(key.key, item.unwrap(), line)
        line += text.as_string().count("\n")


def document(text: str, path: str) -> tomlkit.TOMLDocument:
    """Parse the file; raises `MalformedSettingsError`."""
    try:
        return tomlkit.parse(text)
    except ParseError as error:
        detail = str(error).split(" at line ")[0]
        raise MalformedSettingsError(place=f"{path}:{error.line}", detail=detail) from error
    except (TOMLKitError, ValueError, RecursionError) as error:
        raise MalformedSettingsError(place=path, detail=str(error)) from error


def decoded(data: bytes, path: str) -> str:
    """Read the bytes as UTF-8, without the mark that some editors put first; raises
    `UnreadableSettingsError`.
    """
    try:
        return data.decode("utf-8").removeprefix(BOM)
    except UnicodeDecodeError as error:
        raise UnreadableSettingsError(path=path, reason="not-text") from error


def with_value(data: bytes, path: str, key: str, value: str | list[str]) -> bytes:
    """Set a key, where it stands or below the others; raises `UnsafeEditError` and what `lines`
    raises.
    """
    text = decoded(data, path)
    end = "\r\n" if "\r\n" in text else "\n"
    parsed = document(text, path)
    if key in parsed:
        parsed[key] = value
    else:
        parsed = document(text if not text or text.endswith("\n") else text + end, path)
        item = tomlkit.item(value)
        item.trivia.trail = end
        parsed[key] = item
    return verified(data, encoded(data, parsed), path, lambda held: {**held, key: value})


def without(data: bytes, path: str, key: str) -> bytes:
    """Take a key out, with its line; raises `UnsafeEditError` and what `lines` raises."""
    parsed = document(decoded(data, path), path)
    if key in parsed:
        del parsed[key]
    return verified(
        data,
        encoded(data, parsed),
        path,
        lambda held: {name: value for name, value in held.items() if name != key},
    )


def verified(
    before: bytes,
    after: bytes,
    path: str,
    wanted: Callable[[dict[str, Any]], dict[str, Any]],
) -> bytes:
    """Give the file after a change that changed what was wanted and nothing else; raises
    `UnsafeEditError`.
    """
    held, now = (
        {line.key: line.value for line in lines(data, path)} for data in (before, after)
    )
    if now != wanted(held):
        raise UnsafeEditError
    return after


def encoded(before: bytes, parsed: tomlkit.TOMLDocument) -> bytes:
    """Write the file, with the mark that it began with."""
    mark = BOM.encode() if before.startswith(BOM.encode()) else b""
    return mark + parsed.as_string().encode()


def change(path: str, make: Callable[[bytes], bytes]) -> None:
    """Replace the file as a whole by what `make` makes of its bytes, one program at a time.

    Raises `UnwritableDatabaseError`, `BusyDatabaseError`, `ChangedMeanwhileError` and what `make`
    raises.
    """
    with atomic.unwritable(path):
        target = find_file(path).path
        os.makedirs(os.path.dirname(target), exist_ok=True)
        with atomic.locked(target):
            before = atomic.read(target)
            after = make(before or b"")
            if after != before:
                atomic.replace(target, before, after)


def set_value(path: str, key: str, value: str | list[str]) -> None:
    """Set a key in the file; raises what `with_value` and `change` raise."""
    change(path, lambda before: with_value(before, path, key, value))


def unset(path: str, key: str) -> None:
    """Take a key out of the file; raises what `without` and `change` raise."""
    change(path, lambda before: without(before, path, key))
