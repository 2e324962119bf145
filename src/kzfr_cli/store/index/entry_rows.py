"""The rows of the tables that an entry makes."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from kzfr_cli.core.edtf import PartialDate
from kzfr_cli.core.event import Event

OPEN_START, OPEN_END = "", "9999-99-99"


def parent(kind: str, entry: dict[str, Any]) -> str:
    """Return what entries of a kind are grouped by: a figure's indicator, a name's kind."""
    return (
        str(entry["indicator"])
        if kind == "figures"
        else str(entry["kind"])
        if kind == "names"
        else ""
    )


def cited(kind: str, entry: dict[str, Any]) -> Iterable[str]:
    """List the ids of the sources that an entry rests on, each once."""
    ids = (
        [item["id"] for item in entry.get("sources", ())]
        if kind in ("events", "figures")
        else []
    )
    for group in ("dates", "disputes", "offices"):
        for item in entry.get(group, ()):
            ids.extend(item.get("sources", ()))
    if kind == "figures":
        ids.extend(item["source"] for item in entry.get("disputes", ()))
    return dict.fromkeys(ids)


def event_row(number: int, event: Event) -> tuple[Any, ...]:
    """Make the row by which events are filtered and ordered."""
    value = event.preferred.value
    first, last = bounds(value)
    return (
        number,
        event.category,
        event.scope,
        event.is_disputed,
        f"{first or last} {last}",
        first,
        last,
        event.weight,
        event.commemorated,
        len(event.disputes),
        event.of,
    )


def bounds(value: PartialDate) -> tuple[str, str]:
    """Return the earliest and latest day as ISO text that sorts, also when one end is open."""
    return (
        value.earliest.isoformat() if value.earliest else OPEN_START,
        value.latest.isoformat() if value.latest else OPEN_END,
    )


def facet_rows(number: int, event: Event) -> Iterator[tuple[Any, ...]]:
    """Make a row for each facet, with the year, month and day that it is known to."""
    for position, facet in enumerate(event.dates):
        value = facet.value
        day, month = value.day, value.month
        yield (
            number,
            position,
            facet.kind,
            facet.status,
            value.year,
            month[1] if month else None,
            day.day if day else None,
        )


def link_rows(number: int, event: Event) -> Iterator[tuple[str, str, int]]:
    """Make a row for each name that an event is linked to."""
    roles: Sequence[tuple[str, Iterable[str]]] = (
        ("place", event.places),
        ("person", event.people),
        ("organisation", event.organisations),
    )
    return ((name, role, number) for role, names in roles for name in names)
