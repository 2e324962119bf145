"""What was worked out earlier of events that are still the same, so that only the others
are read again.
"""

from __future__ import annotations

import contextlib
import hashlib
import json
import sqlite3
from collections.abc import Iterable, Iterator
from typing import NamedTuple

UNITS = "SELECT unit, body FROM postings"
DATES = "SELECT key, body FROM dated"
EVENTS = "SELECT place, made_of, body FROM frames"
FIGURES = "SELECT made_of, body FROM series"


class Worked(NamedTuple):
    """What was worked out, as it is kept, and the digest of all that it depends on."""

    made_of: str
    body: str


class FramedEvent(NamedTuple):
    """One event, worked out: its frame, the keys of its dates, how far each unit tells it."""

    frame: Worked
    dated: list[str]
    told: dict[str, float]


def digest(*parts: str) -> str:
    """The digest of some texts together."""
    return hashlib.sha1("\0".join(parts).encode(), usedforsecurity=False).hexdigest()


class EarlierFrames:
    """The events and the figures that were worked out earlier, by what they were made of."""

    def __init__(self, kept: Iterable[sqlite3.Connection]) -> None:
        self.events: dict[str, FramedEvent] = {}
        self.figures: dict[str, str] = {}
        for connection in kept:
            with contextlib.suppress(sqlite3.Error):
                self.events.update({each.frame.made_of: each for each in framed(connection)})
                self.figures.update(connection.execute(FIGURES))


def framed(connection: sqlite3.Connection) -> Iterator[FramedEvent]:
    """Read back the events of what was kept: what is kept by unit and by date, by event."""
    told: dict[int, dict[str, float]] = {}
    for unit, body in connection.execute(UNITS):
        for place, level in json.loads(body):
            told.setdefault(place, {})[unit] = level
    dated: dict[int, list[str]] = {}
    for key, body in connection.execute(DATES):
        for place in json.loads(body):
            dated.setdefault(place, []).append(key)
    for place, made_of, body in connection.execute(EVENTS):
        frame = Worked(made_of, body)
        yield FramedEvent(frame, dated.get(place, []), told.get(place, {}))
