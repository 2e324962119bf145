"""Find the events that go with a name or a source."""

from __future__ import annotations

from kzfr_cli.core.event import Event
from kzfr_cli.store.index.reading import Index


def events_of_name(index: Index, name: str) -> list[Event]:
    """List the events that a name is linked to, in the order of time."""
    rows = index.rows(
        "SELECT no FROM events WHERE no IN (SELECT event FROM links WHERE name = ?) ORDER BY "
        "sort, no",
        (name,),
    )
    return index.events(number for (number,) in rows)


def steps(index: Index, id: str) -> list[Event]:
    """List the steps or editions of an event or a name, in the order of time."""
    rows = index.rows("SELECT no FROM events WHERE of <> '' AND of = ? ORDER BY sort, no", (id,))
    return index.events(number for (number,) in rows)
