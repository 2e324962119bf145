"""Anniversaries as a reader is told them: one row for an event and a day, its steps inside it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from kzfr_cli.core.record import pair, replace
from kzfr_cli.views.anniversaries import AnniversaryView

SURENESS = {"high": 0, "medium": 1, "low": 2}
"""The order of how sure events are; what is not said comes last."""


@pair
class Occasion:
    """What is celebrated of one event on one day, month or year: the anniversary of the date that
    it goes by or else the roundest, the others of the same day, and those of its steps.
    """

    head: AnniversaryView
    others: tuple[AnniversaryView, ...] = ()
    steps: tuple[Occasion, ...] = ()

    @property
    def is_round(self) -> bool:
        """Return whether any of its numbers is round."""
        return any(row.round for row in (self.head, *self.others))

    @property
    def rank(self) -> tuple[object, ...]:
        """What it is ordered by: weight, roundness, certainty, then nearness and age."""
        row = self.head
        return (
            -row.weight,
            not self.is_round,
            row.is_contested,
            SURENESS.get(row.confidence, len(SURENESS)),
            abs(row.offset_days or 0),
            -row.years,
            row.id,
        )


def of(rows: Iterable[AnniversaryView]) -> list[Occasion]:
    """Gather anniversaries in rows, the weightiest first, each step inside the event that it is a
    step of when both are of one day.
    """
    gathered: dict[tuple[str, str], list[AnniversaryView]] = {}
    for row in rows:
        gathered.setdefault((row.id, row.on), []).append(row)
    made = {key: occasion(found) for key, found in gathered.items()}
    inside = {key: (item.head.of, key[1]) for key, item in made.items()}
    tops = [item for key, item in made.items() if inside[key] not in made]
    return sorted((nested(item, made) for item in tops), key=lambda item: item.rank)


def occasion(rows: Sequence[AnniversaryView]) -> Occasion:
    """Make one row of the anniversaries of an event on a day."""
    head, *others = sorted(rows, key=precedence)
    return Occasion(head, tuple(others))


def precedence(row: AnniversaryView) -> tuple[object, ...]:
    """Order the anniversaries of one event: the round ones, then that of the date it goes by;
    observances and disputed dates last.
    """
    is_disputed, is_observed = row.status == "disputed", row.kind == "celebrated"
    return is_disputed, is_observed, not row.round, row.status != "preferred", -row.years


def nested(item: Occasion, made: dict[tuple[str, str], Occasion]) -> Occasion:
    """Put into a row those of its steps; a step of a step stands beside it."""
    steps = [
        other
        for (entry_id, on), other in made.items()
        if (other.head.of, on) == (item.head.id, item.head.on) and entry_id != item.head.id
    ]
    return replace(item, steps=tuple(sorted(steps, key=lambda step: step.rank)))
