"""Count what rests on each source, list what cites one, and tell which to look at first."""

from __future__ import annotations

import re
from collections.abc import Iterable

from kzfr_cli.core.event import Event, Figure, Source
from kzfr_cli.core.record import pair, record
from kzfr_cli.errors import UnknownIdError
from kzfr_cli.queries import lookups
from kzfr_cli.store import records
from kzfr_cli.store.index.reading import Index

COUNTS = """
SELECT cited.source, sum(entry.kind = 'events'), sum(entry.kind = 'figures'),
       sum(entry.kind = 'events' AND cited.entry IN (
           SELECT entry FROM citations GROUP BY entry HAVING count(*) = 1))
FROM citations AS cited JOIN entries AS entry ON entry.no = cited.entry
GROUP BY cited.source
"""

PARTY = re.compile(r"^https?://[^/]+\.(?:fr|kz)(?:[:/]|\Z)")
"""The address of a source of one of the two countries."""

ALONE = """
SELECT count(*) FROM events
WHERE (SELECT count(*) FROM citations WHERE entry = events.no) = 1
"""


@record
class Cited:
    """Count the events and the figures that rest on a source, and the events that rest on it
    alone.
    """

    source: Source
    events: int = 0
    figures: int = 0
    alone: int = 0


@record
class Citing:
    """Gather what cites a source, counted whole in `counts`; `alone` are the ids of the events that
    have no other.
    """

    counts: Cited
    events: tuple[Event, ...]
    figures: tuple[Figure, ...]
    alone: frozenset[str]

    @property
    def source(self) -> Source:
        """Return the source."""
        return self.counts.source


@pair
class Footing:
    """Count all events, and those that rest on one source."""

    events: int
    alone: int


def ranked(
    index: Index,
    kind: str | None = None,
    single: bool = False,
) -> list[Cited]:
    """List the sources, the most cited first; only those of a kind, or on which some event rests
    alone.
    """
    counts = {source: numbers for source, *numbers in index.rows(COUNTS)}
    found = []
    for entry in index.all("sources"):
        source = records.source(entry)
        events, figures, alone = counts.get(source.id, (0, 0, 0))
        if (kind is None or source.kind == kind) and (alone or not single):
            found.append(
                Cited(
                    source=source,
                    events=events,
                    figures=figures,
                    alone=alone,
                )
            )
    return sorted(found, key=lambda item: (-(item.events + item.figures), item.source.id))


def footing(index: Index) -> Footing:
    """Count the events, and those that rest on one source."""
    return Footing(index.rows("SELECT count(*) FROM events")[0][0], index.rows(ALONE)[0][0])


def citing(
    index: Index,
    entry_id: str,
    single: bool = False,
) -> Citing:
    """Gather what cites a source, events in the order of time; with `single` only those that have
    no other.

    Raises `UnknownIdError`.
    """
    source = index.source(entry_id)
    if source is None:
        raise UnknownIdError(
            id=entry_id, near=lookups.near(entry_id, index.all_ids("sources"))
        )
    alone = only_on(index, entry_id)
    events = index.events(
        number
        for (number,) in index.rows(
            "SELECT no FROM events WHERE no IN (SELECT entry FROM citations WHERE source = ?) "
            "ORDER BY sort, no",
            (entry_id,),
        )
    )
    figures = [
        figure
        for kind, number in index.citing(entry_id)
        if kind == "figures" and (figure := index.figure(number))
    ]
    return Citing(
        counts=Cited(
            source=source,
            events=len(events),
            figures=len(figures),
            alone=len(alone),
        ),
        events=tuple(event for event in events if event.id in alone or not single),
        figures=() if single else tuple(figures),
        alone=alone,
    )


def only_on(index: Index, entry_id: str) -> frozenset[str]:
    """List the ids of the events that rest on this source alone."""
    rows = index.rows(
        "SELECT id FROM citations JOIN entries ON no = entry WHERE source = ? AND kind = 'events'"
        " AND (SELECT count(*) FROM citations AS other WHERE other.entry = entries.no) = 1",
        (entry_id,),
    )
    return frozenset(event for (event,) in rows)


def best_first(
    index: Index,
    ids: Iterable[str],
    preferred: Iterable[str] = (),
) -> list[str]:
    """The ids of sources in the order in which a reader should look at them, each once.

    First those of the preferred date; among them, and among the others, official texts first, then
    those of the two countries, then the newest. What no file defines comes last.
    """
    first = frozenset(preferred)

    def worth(source_id: str) -> tuple[bool, bool, bool, bool, int]:
        source = index.source(source_id) or Source(id=source_id, title="")
        return (
            not source.title,
            source_id not in first,
            source.kind != "official",
            not PARTY.search(source.url),
            -_published(source),
        )

    return sorted(dict.fromkeys(ids), key=worth)


def both_sides(
    found: list[str],
    preferred: Iterable[str],
    most: int,
) -> list[str]:
    """The first of some sources, with one at least of each side: that of the preferred date, and
    that which gives another.
    """
    first = frozenset(preferred)
    shown = found[:most]
    others = [source_id for source_id in found[most:] if source_id not in first]
    if others and all(source_id in first for source_id in shown):
        shown[-1] = others[0]
    return shown


def _published(source: Source) -> int:
    """The day of publication as a number that grows; 0 when it is not known."""
    day = source.published.latest if source.published else None
    return day.toordinal() if day else 0
