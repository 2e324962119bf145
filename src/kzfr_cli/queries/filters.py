"""Choose events by date, category, tag, place and scope, in the order of time."""

from __future__ import annotations

from collections.abc import Iterable

from kzfr_cli.core.edtf import PartialDate
from kzfr_cli.core.event import Event
from kzfr_cli.core.record import pair, record
from kzfr_cli.store.index.reading import Index

UNKNOWN_END = "9999-99-99"


@record
class Criteria:
    """Say which events are wanted; what is left out does not restrict.

    A partial date counts as the whole span that it may mean: `after` 2018 begins on 1 January 2018,
    `before` 2018 ends on 31 December 2018, and an event is in when its span touches theirs.
    """

    after: PartialDate | None = None
    before: PartialDate | None = None
    categories: tuple[str, ...] = ()
    tags: tuple[str, ...] = ()
    place: str | None = None
    scope: str = "all"
    disputed: bool = False


@pair
class Chosen:
    """Hold the events chosen, and how many there would be without a limit."""

    events: tuple[Event, ...]
    total: int


def restriction(criteria: Criteria) -> tuple[str, list[object]]:
    """Write the criteria as a condition on the table `events`, with its parameters; empty when all
    are wanted.
    """
    parts: list[str] = []
    values: list[object] = []

    def restrict(condition: str, *parameters: object) -> None:
        parts.append(condition)
        values.extend(parameters)

    if criteria.after is not None and criteria.after.earliest is not None:
        restrict("events.latest >= ?", criteria.after.earliest.isoformat())
    if criteria.before is not None and criteria.before.latest is not None:
        restrict("events.earliest <= ?", criteria.before.latest.isoformat())
    if criteria.categories:
        restrict(f"events.category IN ({marks(criteria.categories)})", *criteria.categories)
    for tag in criteria.tags:
        restrict("events.no IN (SELECT event FROM tag_links WHERE tag = ?)", tag)
    if criteria.place is not None:
        restrict(
            "events.no IN (SELECT event FROM links WHERE name = ? AND role = 'place')",
            criteria.place,
        )
    if criteria.scope != "all":
        restrict("events.scope = ?", criteria.scope)
    if criteria.disputed:
        restrict("events.disputed")
    return " AND ".join(parts), values


def choose(
    index: Index, criteria: Criteria, *, reverse: bool = False, limit: int | None = None
) -> Chosen:
    """Choose events in the order of time; of one day, in the order of their place in the files."""
    condition, values = restriction(criteria)
    where = f" WHERE {condition}" if condition else ""
    total: int = index.rows(f"SELECT count(*) FROM events{where}", values)[0][0]
    order = "sort DESC, no DESC" if reverse else "sort, no"
    numbers = index.rows(
        f"SELECT no FROM events{where} ORDER BY {order} LIMIT ?",
        [*values, -1 if limit is None else limit],
    )
    return Chosen(tuple(index.events(number for (number,) in numbers)), total)


def marks(values: Iterable[object]) -> str:
    """Write as many question marks as there are values, for a list in SQL."""
    return ", ".join("?" for _ in values)
