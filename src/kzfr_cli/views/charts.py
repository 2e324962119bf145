"""Views of how many events fall into each year."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from kzfr_cli.core.event import CATEGORIES, Event
from kzfr_cli.core.record import record


@record
class YearCount:
    """Count the events of a year by category; `gap` counts the years without any before it."""

    year: int
    gap: int
    counts: dict[str, int]

    @property
    def total(self) -> int:
        """The events of the year."""
        return sum(self.counts.values())


@record
class ChartView:
    """The number of events that begin in each year that has any, by category; `categories` are
    those that have one.
    """

    events: tuple[YearCount, ...]
    categories: tuple[str, ...]
    total: int


def chart(events: Iterable[Event]) -> ChartView:
    """View how many events begin in each year; without a beginning, the end counts."""
    years: dict[int, Counter[str]] = {}
    for event in events:
        day = event.preferred.value.earliest or event.preferred.value.latest
        if day is not None:
            years.setdefault(day.year, Counter())[event.category] += 1
    rows, before = [], 0
    for year, counts in sorted(years.items()):
        rows.append(
            YearCount(year=year, gap=year - before - 1 if before else 0, counts=dict(counts))
        )
        before = year
    found = {category for counts in years.values() for category in counts}
    return ChartView(
        events=tuple(rows),
        categories=tuple(category for category in CATEGORIES if category in found),
        total=sum(row.total for row in rows),
    )
