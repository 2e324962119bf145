"""Views as plain values, for the formats that programs read."""

from __future__ import annotations

import re
from typing import Any

from kzfr_cli.core.record import fields
from kzfr_cli.core.visible import DIRECTIONS, SEPARATORS

INVISIBLE = re.compile(f"[\x7f-\x9f{DIRECTIONS}{SEPARATORS}]")
"""C1 controls, directional marks and overrides, line separators: nothing that a terminal should
obey.
"""


def mapping(view: object) -> dict[str, Any]:
    """Turn one record into a dictionary in the order of its fields, for the encoder of the standard
    library.
    """
    return {name: getattr(view, name) for name in fields(view)}


def value(view: Any) -> Any:
    """Turn a view and all it holds into dictionaries, lists and scalars, in the order of its
    fields.
    """
    if hasattr(view, "__fields__"):
        return {name: value(getattr(view, name)) for name in fields(view)}
    if isinstance(view, (tuple, list)):
        return [value(item) for item in view]
    if isinstance(view, dict):
        return {key: value(item) for key, item in view.items()}
    return view


def records(view: Any) -> list[dict[str, Any]] | dict[str, Any]:
    """Return a listing's rows as a list of objects, and anything else as one object."""
    rows = getattr(view, "rows", None)
    result: list[dict[str, Any]] | dict[str, Any] = (
        value(view) if rows is None else [value(row) for row in rows]
    )
    return result


def escaped(json_text: str) -> str:
    """Write as JSON escapes what a terminal would obey; the value read back is the same."""
    return INVISIBLE.sub(lambda match: f"\\u{ord(match[0]):04x}", json_text)
