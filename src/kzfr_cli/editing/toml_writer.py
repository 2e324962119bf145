"""Write one entry as TOML, in the order and the form in which people write the packaged files."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

import tomli_w

from kzfr_cli.store import schema


def entry(kind: str, fields: Mapping[str, Any]) -> str:
    """Write an entry as its own `[[kind]]` table; what is empty is left out.

    `tomli_w` writes the values alone: given a whole entry it may write `events = [{…}]`, which
    appended to a file would break it.
    """
    order = schema.field_names(kind)
    named = sorted(
        fields, key=lambda name: order.index(name) if name in order else len(order)
    )
    kept = [(name, fields[name]) for name in named if fields[name] not in ("", [], {}, None)]
    lines = [f"[[{kind}]]"]
    for name, value in kept:
        lines += [] if is_tables(value) else assignments(name, value)
    for name, value in kept:
        for item in value if is_tables(value) else ():
            lines += ["", f"[[{kind}.{name}]]"]
            for key, inner in item.items():
                lines += assignments(key, inner) if inner not in ("", [], {}, None) else []
    return "\n".join(lines) + "\n"


def is_tables(value: object) -> bool:
    """Tell whether a value is an array of tables."""
    return (
        isinstance(value, list)
        and bool(value)
        and all(isinstance(item, Mapping) for item in value)
    )


def assignments(name: str, value: Any) -> Iterator[str]:
    """Write `name = value`; a text in several languages takes a line for each, `title.fr = …`."""
    if isinstance(value, Mapping) and value:
        for key, inner in value.items():
            yield from assignments(f"{name}.{quoted(key)}", inner)
    else:
        yield f"{name} = {inline(value)}"


def quoted(key: str) -> str:
    """Write a key, in quotes where TOML asks for them."""
    return tomli_w.dumps({key: 0}).removesuffix(" = 0\n")


def inline(value: Any) -> str:
    """Write one value on one line."""
    if isinstance(value, (list, tuple)):
        return f"[{', '.join(inline(item) for item in value)}]"
    if isinstance(value, Mapping):
        return (
            "{ "
            + ", ".join(f"{quoted(key)} = {inline(item)}" for key, item in value.items())
            + " }"
        )
    return tomli_w.dumps({"x": value}).removeprefix("x = ").removesuffix("\n")
