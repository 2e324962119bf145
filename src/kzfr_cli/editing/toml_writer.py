"""Write one entry as TOML, in the order and the form in which people write the packaged files."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import cache
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
    order = places(kind)
    named = sorted(fields, key=lambda name: order.get(name, len(order)))
    lines = [f"[[{kind}]]"]
    tables: list[tuple[str, Any]] = []
    for name in named:
        value = fields[name]
        if is_tables(value):
            tables.append((name, value))
        elif not is_empty(value):
            lines += assignments(name, value)
    for name, value in tables:
        for item in value:
            lines += ["", f"[[{kind}.{name}]]"]
            for key, inner in item.items():
                lines += () if is_empty(inner) else assignments(key, inner)
    return "\n".join(lines) + "\n"


def is_empty(value: object) -> bool:
    """Return whether a value says nothing, so that it is left out."""
    return value is None or (not value and isinstance(value, (str, list, dict)))


@cache
def places(kind: str) -> Mapping[str, int]:
    """The place of each field among those of a kind of entry."""
    return {name: place for place, name in enumerate(schema.field_names(kind))}


def is_tables(value: object) -> bool:
    """Return whether a value is an array of tables."""
    if not isinstance(value, list) or not value:
        return False
    return all(isinstance(item, Mapping) for item in value)


def assignments(name: str, value: Any) -> Iterator[str]:
    """Write `name = value`; a text in several languages takes a line for each, `title.fr = …`."""
    if isinstance(value, str):
        yield f"{name} = {inline(value)}"
    elif isinstance(value, Mapping) and value:
        for key, inner in value.items():
            yield from assignments(f"{name}.{quoted(key)}", inner)
    else:
        yield f"{name} = {inline(value)}"


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
