"""The configuration file as TOML: its keys with their lines, and a key set or taken out, every
other byte as it was.
"""

from __future__ import annotations

import os
from collections.abc import Callable
from functools import partial
from typing import Any

import rtoml

from kzfr_cli.core.record import pair
from kzfr_cli.errors import MalformedSettingsError, UnreadableSettingsError, UnsafeEditError
from kzfr_cli.store import atomic, rescue, toml_text
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
    text = decoded(data, path)
    parsed = document(text, path)
    places = toml_text.positions(text)
    return [
        Line(key, value, text.count("\n", 0, places.get(key, 0)) + 1)
        for key, value in parsed.items()
    ]


def document(text: str, path: str) -> dict[str, Any]:
    """Parse the file; raises `MalformedSettingsError`."""
    try:
        return rtoml.loads(text)
    except rtoml.TomlParsingError as error:
        line, _, detail = toml_text.fault(str(error))
        place = f"{path}:{line}" if line else path
        raise MalformedSettingsError(place=place, detail=detail) from error


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
    document(text, path)
    written = rtoml.dumps({key: value}).rstrip("\n")
    found = toml_text.statements(text).get(key)
    if found:
        literal = written.partition("=")[2].strip()
        new = text[: found.value] + literal + text[found.end :]
    else:
        new = with_line(text, written)
    return verified(data, encoded(data, new), path, lambda held: {**held, key: value})


def with_line(text: str, line: str) -> str:
    """Put a line below the keys that stand above the first table."""
    end = "\r\n" if "\r\n" in text else "\n"
    place = toml_text.first_table(text)
    if place < len(text):
        keys = toml_text.statements(text).values()
        place = line_end(text, max((key.end for key in keys), default=0)) if keys else 0
    above = text[:place]
    if above and not above.endswith("\n"):
        above += end
    return f"{above}{line}{end}{text[place:]}"


def line_end(text: str, place: int) -> int:
    """The position after the line in which a place is."""
    end = text.find("\n", place)
    return len(text) if end < 0 else end + 1


def without(data: bytes, path: str, key: str) -> bytes:
    """Take a key out, with its line; raises `UnsafeEditError` and what `lines` raises."""
    text = decoded(data, path)
    document(text, path)
    for first, last in reversed(toml_text.extents(text, key)):
        start = text.rfind("\n", 0, first) + 1
        text = text[:start] + text[line_end(text, last) :]
    return verified(
        data,
        encoded(data, text),
        path,
        lambda held: {name: value for name, value in held.items() if name != key},
    )


def verified(
    before: bytes,
    after: bytes,
    path: str,
    wanted: Callable[[dict[str, Any]], dict[str, Any]],
) -> bytes:
    """Return the file after a change that changed what was wanted and nothing else; raises
    `UnsafeEditError`.
    """
    held, now = (
        {line.key: line.value for line in lines(data, path)} for data in (before, after)
    )
    if now != wanted(held):
        raise UnsafeEditError
    return after


def encoded(before: bytes, text: str) -> bytes:
    """Write the file, with the mark that it began with."""
    mark = BOM.encode() if before.startswith(BOM.encode()) else b""
    return mark + text.encode()


def change(path: str, make: Callable[[bytes], bytes], state: str) -> None:
    """Replace the file as a whole by what `make` makes of its bytes, one program at a time; the
    folder of the `state` keeps what puts it back after a crash.

    Raises `UnwritableDatabaseError`, `BusyDatabaseError`, `ChangedMeanwhileError` and what `make`
    raises.
    """
    with atomic.unwritable(path):
        target = find_file(path).path
        os.makedirs(os.path.dirname(target), exist_ok=True)
        with atomic.locked(target):
            copies = rescue.of_user(state)
            copies.recover(target)
            before = atomic.read(target)
            after = make(before or b"")
            if after != before:
                atomic.replace(target, before, after, partial(copies.holding, target))


def set_value(path: str, key: str, value: str | list[str], state: str) -> None:
    """Set a key in the file; raises what `with_value` and `change` raise."""
    change(path, lambda before: with_value(before, path, key, value), state)


def unset(path: str, key: str, state: str) -> None:
    """Take a key out of the file; raises what `without` and `change` raise."""
    change(path, lambda before: without(before, path, key), state)
