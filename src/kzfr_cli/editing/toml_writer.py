"""Write one entry as TOML, in the order and the form in which people write the packaged files."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache, lru_cache
from typing import Any

import tomli_w

from kzfr_cli.store import schema

PLAIN = re.compile(r"[^\"\\\x00-\x1f\x7f]*")
"""A text that stands between quotes as it is, which `tomli_w` takes ten times as long to find."""


def entry(kind: str, fields: Mapping[str, Any]) -> str:
    """Write an entry as its own `[[kind]]` table; what is empty is left out.

    `tomli_w` writes the values alone: given a whole entry it may write `events = [{…}]`, which
    appended to a file would break it.
    """
    named = ordered(kind, tuple(fields))
    lines = [f"[[{kind}]]"]
    tables: list[tuple[str, Any]] = []
    for name in named:
        value = fields[name]
        if is_tables(value):
            tables.append((name, value))
        else:
            put(lines, name, value)
    for name, value in tables:
        for item in value:
            lines += ("", f"[[{kind}.{name}]]")
            for key, inner in item.items():
                put(lines, key, inner)
    lines.append("")
    return "\n".join(lines)


def put(
    lines: list[str],
    name: str,
    value: Any,
) -> None:
    """Write `name = value`; a text in several languages takes a line for each, `title.fr = …`, and
    what is empty none.
    """
    if isinstance(value, str):
        if value:
            lines.append(f"{name} = {inline(value)}")
    elif is_empty(value):
        return
    elif isinstance(value, Mapping):
        for key, inner in value.items():
            put_text(lines, f"{name}.{quoted(key)}", inner)
    else:
        lines.append(f"{name} = {inline(value)}")


def put_text(
    lines: list[str],
    name: str,
    value: Any,
) -> None:
    """Write a value within a mapping, be it empty; those of a mapping within it on lines of their
    own.
    """
    if isinstance(value, Mapping) and value:
        for key, inner in value.items():
            put_text(lines, f"{name}.{quoted(key)}", inner)
    else:
        lines.append(f"{name} = {inline(value)}")


def is_empty(value: object) -> bool:
    """Return whether a value says nothing, so that it is left out."""
    return value is None or (not value and isinstance(value, (str, list, dict)))


@lru_cache(maxsize=1_000)
def ordered(kind: str, names: tuple[str, ...]) -> tuple[str, ...]:
    """The fields of an entry in the order in which those of its kind are written."""
    places = {name: place for place, name in enumerate(schema.field_names(kind))}
    return tuple(sorted(names, key=lambda name: places.get(name, len(places))))


def is_tables(value: object) -> bool:
    """Return whether a value is an array of tables."""
    if not isinstance(value, list) or not value:
        return False
    return all(isinstance(item, Mapping) for item in value)


@cache
def quoted(key: str) -> str:
    """Write a key, in quotes where TOML asks for them."""
    return tomli_w.dumps({key: 0}).removesuffix(" = 0\n")


def inline(value: Any) -> str:
    """Write one value on one line."""
    if isinstance(value, str) and PLAIN.fullmatch(value):
        return f'"{value}"'
    if isinstance(value, (list, tuple)):
        return f"[{', '.join(inline(item) for item in value)}]"
    if isinstance(value, Mapping):
        return (
            "{ "
            + ", ".join(f"{quoted(key)} = {inline(item)}" for key, item in value.items())
            + " }"
        )
    return tomli_w.dumps({"x": value}).removeprefix("x = ").removesuffix("\n")
