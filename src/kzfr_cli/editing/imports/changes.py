"""What a row of an import changes of an event that is known."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from kzfr_cli.core.event import NOTABLE


def is_default(
    field: str,
    before: Any,
    now: Any,
) -> bool:
    """Return whether a field that is not written says the same as its default."""
    return before is None and (field, now) in (("scope", "bilateral"), ("weight", NOTABLE))


def is_said(
    field: str,
    before: Any,
    value: Any,
) -> bool:
    """Return whether a text stands there already, be it in another language than the row takes
    it for.
    """
    return (
        field == "summary" and bool(before) and set(value.values()) <= set(before.values())
    )


def differing(
    said: Mapping[str, Any],
    old: Mapping[str, Any],
) -> dict[str, Any]:
    """The fields in which a row says something else than an event, as they will be."""
    changed = {}
    for field, value in said.items():
        before = old.get(field)
        now = merged(field, before, value)
        is_new = not is_default(field, before, now) and not is_said(field, before, value)
        if now != before and is_new:
            changed[field] = now
    return changed


def merged(
    field: str,
    before: Any,
    value: Any,
) -> Any:
    """A field after a row, with what the row cannot say of it."""
    if field in ("title", "summary"):
        return {**(before or {}), **value}
    if field == "dates":
        return merged_dates(before or [], value)
    if field == "sources":
        return merged_sources(before or [], value)
    return value


def is_preferred(facet: Mapping[str, Any]) -> bool:
    """Return whether a dated side is the preferred one; one without a status is."""
    return bool(facet.get("status", "preferred") == "preferred")


def preferred(dates: Iterable[Mapping[str, Any]]) -> str:
    """The preferred date among dated sides, empty when there is none."""
    return next((str(facet["value"]) for facet in dates if is_preferred(facet)), "")


def merged_dates(
    before: list[Any],
    value: list[Any],
) -> list[Any]:
    """Keep of each dated side what a row cannot say: its notes in other languages, an unwritten
    status.
    """
    sides = [merged_side(before, facet, alone=len(value) == 1) for facet in value]
    if not any("sources" in facet for facet in value):
        sides += [item for item in before if item not in sides and not is_preferred(item)]
    is_same = len(sides) == len(before) and all(item in before for item in sides)
    return before if is_same else sides


def merged_side(
    before: list[Any],
    facet: Mapping[str, Any],
    *,
    alone: bool,
) -> Any:
    """A dated side as it was when the row says the same of it; the only one is changed."""
    old = next((item for item in before if is_same_side(item, facet)), None)
    if old is not None:
        return old
    return {**before[0], **facet} if alone and len(before) == 1 else facet


def is_same_side(
    old: Mapping[str, Any],
    new: Mapping[str, Any],
) -> bool:
    """Return whether a row says of a dated side what the database says."""
    return (
        (old["kind"], old["value"], old.get("status", "preferred"))
        == (new["kind"], new["value"], new.get("status", "preferred"))
        and ("sources" not in new or list(old.get("sources", ())) == new["sources"])
        and set(new.get("note", {}).values()) <= set(old.get("note", {}).values())
    )


def merged_sources(
    before: list[Any],
    value: list[Any],
) -> list[Any]:
    """Keep what each source says."""
    known = {item["id"]: item for item in before}
    return [known.get(item["id"], item) for item in value]
