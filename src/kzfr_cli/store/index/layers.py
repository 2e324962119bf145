"""How one entry is laid over that of the files below."""

from __future__ import annotations

from typing import Any


def merged(lower: dict[str, Any], entry: dict[str, Any]) -> dict[str, Any]:
    """Replace the named fields; a text in several languages is replaced language by language."""
    result = dict(lower)
    for field, value in entry.items():
        old = result.get(field)
        result[field] = (
            {**old, **value} if isinstance(old, dict) and isinstance(value, dict) else value
        )
    return result


def under_id(entry: dict[str, Any], entry_id: str) -> dict[str, Any]:
    """Give an entry another id; a whole one is still found by that which it is written under."""
    if entry.get("extend") or entry.get("hidden"):
        return {**entry, "id": entry_id}
    return {
        **entry,
        "id": entry_id,
        "former_ids": [*entry.get("former_ids", ()), entry["id"]],
    }


def preferred_problem(entry: dict[str, Any]) -> str | None:
    """Return what is wrong with the number of preferred dates of an event."""
    preferred = sum(
        item.get("status", "preferred") == "preferred" for item in entry["dates"]
    )
    return (
        None
        if preferred == 1
        else "no-preferred-date"
        if preferred == 0
        else "two-preferred-dates"
    )
