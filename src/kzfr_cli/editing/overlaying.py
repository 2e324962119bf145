"""Write what changes in an entry of an earlier file: only the fields that differ, where that says
it all.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from kzfr_cli.editing import toml_writer


def over(
    kind: str,
    old: Mapping[str, Any],
    new: Mapping[str, Any],
) -> str:
    """Write an entry that turns `old` into `new` when it is laid over it.

    With `extend = true` it names only what changes, text by text in its languages. A field or a
    language that is taken away can only be told by the whole entry.
    """
    if any(takes_away(value, new.get(field)) for field, value in old.items()):
        return toml_writer.entry(kind, new)
    changed = {
        field: difference(old.get(field), value)
        for field, value in new.items()
        if old.get(field) != value
    }
    return toml_writer.entry(kind, {"id": new["id"], "extend": True, **changed})


def takes_away(old: Any, new: Any) -> bool:
    """Return whether a field, or one of its languages, is there no longer."""
    if isinstance(old, Mapping) and isinstance(new, Mapping):
        return bool(old.keys() - new.keys())
    return old not in ("", [], {}, None) and new in ("", [], {}, None)


def difference(old: Any, new: Any) -> Any:
    """Keep the languages that differ of a text in several."""
    if isinstance(old, Mapping) and isinstance(new, Mapping):
        return {key: value for key, value in new.items() if old.get(key) != value}
    return new
