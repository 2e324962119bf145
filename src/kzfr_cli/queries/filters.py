"""Choose events by date, category, tag, place, person, organisation, scope and weight."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date

from kzfr_cli import queries
from kzfr_cli.core.edtf import PartialDate
from kzfr_cli.core.event import Event
from kzfr_cli.core.record import pair, record, replace
from kzfr_cli.errors import EndBeforeStartError, UnknownIdError
from kzfr_cli.store.index.reading import Index

Window = tuple[PartialDate | None, PartialDate | None]
"""The ends of a time; None is open."""

LANDMARK = 3
"""The weight of a landmark."""

Condition = tuple[str, Sequence[object]]
"""A condition of SQL on the table `events`, with its parameters."""


@record
class Filters:
    """Which events are wanted; what is left out does not restrict.

    A partial date counts as the whole span that it may mean: `after` 2018 begins on 1 January 2018,
    `before` 2018 ends on 31 December 2018, and an event is in when its span touches theirs. Tags
    and names are ids, or words of any language until they are `resolved`. `weight` is the least
    that is wanted, 1 to 3; `ids` are those of the only events that are. Raises
    `EndBeforeStartError`.
    """

    after: PartialDate | None = None
    before: PartialDate | None = None
    categories: tuple[str, ...] = ()
    tags: tuple[str, ...] = ()
    place: str | None = None
    person: str | None = None
    organisation: str | None = None
    scope: str = "all"
    weight: int = 1
    disputed: bool = False
    ids: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        if self.after is None or self.before is None:
            return
        start, end = self.after.earliest, self.before.latest
        if start and end and end < start:
            raise EndBeforeStartError(start=self.after.text, end=self.before.text)

    @property
    def chooses(self) -> bool:
        """Return whether anything restricts the events."""
        return self != Filters()

    @property
    def window(self) -> Window:
        """The ends of the time that is wanted."""
        return self.after, self.before


@pair
class Chosen:
    """The events chosen, and how many there would be without a limit."""

    events: tuple[Event, ...]
    total: int


def resolved(index: Index, filters: Filters) -> Filters:
    """The same filters with the ids of their tags, names and events; raises `UnknownWordError` and
    `UnknownIdError`.
    """
    return replace(
        filters,
        ids=tuple(event_id(index, given) for given in filters.ids),
        tags=tuple(queries.lookups.tag(index, tag) for tag in filters.tags),
        place=named(index, "place", filters.place),
        person=named(index, "person", filters.person),
        organisation=named(index, "organisation", filters.organisation),
    )


def event_id(index: Index, given: str) -> str:
    """The id of today of an event; raises `UnknownIdError`."""
    event = index.event(given)
    if event is None:
        raise UnknownIdError(
            id=given, near=queries.lookups.near(given, index.all_ids("events"))
        )
    return event.id


def named(
    index: Index,
    role: str,
    word: str | None,
) -> str | None:
    """The id of a name that was typed."""
    return queries.lookups.name(index, role, word) if word else None


def conditions(filters: Filters) -> Iterator[Condition]:
    """Write each restriction as a condition on the table `events`."""
    if filters.after is not None and filters.after.earliest is not None:
        yield "events.latest >= ?", (filters.after.earliest.isoformat(),)
    if filters.before is not None and filters.before.latest is not None:
        yield "events.earliest <= ?", (filters.before.latest.isoformat(),)
    if filters.categories:
        yield f"events.category IN ({marks(filters.categories)})", filters.categories
    yield from links(filters)
    if filters.scope != "all":
        yield "events.scope = ?", (filters.scope,)
    if filters.weight > 1:
        yield "events.weight >= ?", (filters.weight,)
    if filters.disputed:
        yield "events.disputed", ()


def links(filters: Filters) -> Iterator[Condition]:
    """Write what events are to be linked to, each as a condition."""
    for tag in filters.tags:
        yield "events.no IN (SELECT event FROM tag_links WHERE tag = ?)", (tag,)
    for role in ("place", "person", "organisation"):
        if (name := getattr(filters, role)) is not None:
            linked = "SELECT event FROM links WHERE name = ? AND role = ?"
            yield f"events.no IN ({linked})", (name, role)
    if filters.ids:
        known = "SELECT no FROM entries WHERE kind = 'events' AND visible"
        yield f"events.no IN ({known} AND id IN ({marks(filters.ids)}))", filters.ids


def counted(index: Index, length: int) -> dict[int, int]:
    """Count the events by the first years of spans of so many years, by the year in which each
    begins or, without a beginning, ends.
    """
    year = "CAST(substr(coalesce(earliest, latest, '0000'), 1, 4) AS INTEGER)"
    query = f"SELECT {year} / ? * ?, count(*) FROM events GROUP BY 1"
    return dict(index.rows(query, (length, length)))


def begun(index: Index, day: date) -> int:
    """Count the events that began on a day, or took place on it."""
    query = "SELECT count(*) FROM events WHERE earliest = ?"
    return int(index.rows(query, (day.isoformat(),))[0][0])


def restriction(filters: Filters) -> tuple[str, list[object]]:
    """Write the filters as one condition with its parameters; empty when all are wanted."""
    written = list(conditions(filters))
    condition = " AND ".join(part for part, _ in written)
    return condition, [value for _, values in written for value in values]


def choose(
    index: Index, filters: Filters, *, reverse: bool = False, limit: int | None = None
) -> Chosen:
    """Choose events in the order of time; of one day, in the order of their place in the files."""
    return chosen(index, restriction(filters), reverse=reverse, limit=limit)


def weighed(index: Index, filters: Filters) -> list[tuple[int, int]]:
    """List the numbers of the events in the index with their weights, in the order of time."""
    condition, values = restriction(filters)
    where = f" WHERE {condition}" if condition else ""
    return index.rows(f"SELECT no, weight FROM events{where} ORDER BY sort, no", values)


def chosen(
    index: Index, asked: Condition, *, reverse: bool = False, limit: int | None = None
) -> Chosen:
    """Choose the events that meet a condition, in the order of time."""
    condition, values = asked
    where = f" WHERE {condition}" if condition else ""
    total: int = index.rows(f"SELECT count(*) FROM events{where}", values)[0][0]
    order = "sort DESC, no DESC" if reverse else "sort, no"
    most = -1 if limit is None else limit
    numbers = index.rows(
        f"SELECT no FROM events{where} ORDER BY {order} LIMIT ?", [*values, most]
    )
    return Chosen(tuple(index.events(number for (number,) in numbers)), total)


def marks(values: Iterable[object]) -> str:
    """Write as many question marks as there are values, for a list in SQL."""
    return ", ".join("?" for _ in values)
