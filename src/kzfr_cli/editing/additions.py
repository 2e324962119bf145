"""New entries as changes of a file."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from kzfr_cli.editing import edits, new_event, toml_writer
from kzfr_cli.editing.edits import Addition

Fields = dict[str, Any]


def added(kind: str, fields: Mapping[str, Any]) -> Addition:
    """Write a new entry."""
    return Addition(kind, str(fields["id"]), toml_writer.entry(kind, fields))


def with_event(
    before: bytes,
    entries: Iterable[tuple[str, Fields]],
    event: Fields,
) -> bytes:
    """Put an event into a file, with those of the entries that it needs and the file lacks."""
    missing = [
        (kind, fields)
        for kind, fields in entries
        if not edits.holds(before, kind, str(fields["id"]))
    ]
    return edits.apply(before, [added(*item) for item in (*missing, ("events", event))])


def free_id(before: bytes, proposal: str) -> str:
    """An id like the proposed one that no event of the file has."""
    return new_event.free(
        proposal, lambda candidate: edits.holds(before, "events", candidate)
    )
