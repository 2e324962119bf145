"""Move events of a database file to their places in the order of time; every other byte stays."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection
from datetime import date
from typing import Any

from kzfr_cli.core import edtf
from kzfr_cli.editing import edits
from kzfr_cli.editing.items import Item
from kzfr_cli.errors import UnsafeEditError

Piece = tuple[int, int, bytes]


def moved(before: bytes, ids: Collection[str]) -> bytes:
    """Move the events of those ids between the others, with the comments that stand right above
    them.

    An event that does not tell its date in this file stays. Raises `UnsafeEditError` when anything
    would be lost.
    """
    text, end = edits.body(before), edits.line_end(before)
    spans, items = edits.read(before)
    days = days_of(spans, items)
    known = [span for span in spans if span.start in days]
    moving = sorted(
        (span for span in known if span.id in ids), key=lambda span: days[span.start]
    )
    staying = [span for span in known if span.id not in ids]
    if not (moving and staying):
        return before
    pieces = [
        edits.removed(text, lead(text, span), edits.own_end(text, span)) for span in moving
    ]
    pieces += placed(text, end, moving, staying, days)
    after = before[: len(before) - len(text)] + edits.cut(text, pieces)
    if in_any_order(edits.read(after)[1]) != in_any_order(items):
        raise UnsafeEditError()
    return after


def days_of(spans: list[edits.Span], items: list[Item]) -> dict[int, date]:
    """The first days of the events that tell them, by the places where the events begin."""
    found = {span.start: day_of(items[span.item]) for span in spans if span.kind == "events"}
    return {start: day for start, day in found.items() if day is not None}


def placed(
    text: bytes,
    end: bytes,
    moving: list[edits.Span],
    staying: list[edits.Span],
    days: dict[int, date],
) -> list[Piece]:
    """Put each event before the first later one that stays, else behind the last."""
    places: dict[int, bytes] = defaultdict(bytes)
    for span in moving:
        own = (
            text[lead(text, span) : edits.own_end(text, span)]
            .removesuffix(b"\n")
            .removesuffix(b"\r")
            + end
        )
        later = [other for other in staying if days[other.start] > days[span.start]]
        if later:
            places[lead(text, later[0])] += own + end
        else:
            last = edits.own_end(text, staying[-1])
            places[last] += (
                (b"" if text.endswith(b"\n", 0, last) or places[last] else end) + end + own
            )
    return [(place, place, new) for place, new in places.items()]


def dated(text: bytes) -> set[str]:
    """List the events that tell their date in a file, each in a table of its own."""
    spans, items = edits.read(text)
    return {
        span.id
        for span in spans
        if span.kind == "events" and day_of(items[span.item]) is not None
    }


def day_of(item: Item) -> date | None:
    """Return the first day of the preferred date of an event, None where the entry tells none."""
    fields: Any = item[1]
    facets = fields.get("dates", ()) if isinstance(fields, dict) else ()
    values = [
        facet["value"] for facet in facets if facet.get("status", "preferred") == "preferred"
    ]
    return (edtf.parse(values[0]).earliest or date.min) if values else None


def lead(text: bytes, span: edits.Span) -> int:
    """Find where the comments right above an entry begin; those at the head of the file are the
    file's.
    """
    start = text.rfind(b"\n", 0, span.start) + 1
    while start and text[(above := text.rfind(b"\n", 0, start - 1) + 1) : start].lstrip(
        b" \t"
    ).startswith(b"#"):
        if above == 0:
            return text.rfind(b"\n", 0, span.start) + 1
        start = above
    return start


def in_any_order(items: list[Item]) -> list[str]:
    """Describe what a file holds without its order."""
    return sorted(map(repr, items))
