"""Anniversaries in rows, as a reader is told them: an event and a day, month or year in each."""

from __future__ import annotations

from collections.abc import Sequence

from kzfr_cli.queries.candidates import MATCHES, Candidate, Search
from kzfr_cli.queries.rules import Cut

Row = list[Candidate]
"""The dated sides of one event that have their anniversary on one day, which are told together."""


def gathered(search: Search) -> list[Row]:
    """Gather the candidates in rows, each with its weightiest, roundest and surest first."""
    found: dict[tuple[int, str], Row] = {}
    for item in search.candidates:
        found.setdefault(item.occasion, []).append(item)
    return [sorted(row, key=search.precedence) for row in found.values()]


def told(search: Search, cut: Cut) -> list[Row]:
    """The rows that a reader is told, the weightiest, roundest and surest first."""
    wanted = [row for row in gathered(search) if is_told(row, cut, search)]
    return sorted(wanted, key=lambda row: search.precedence(row[0]))


def is_told(
    row: Row,
    cut: Cut,
    search: Search,
) -> bool:
    """Return whether a reader is told of a row."""
    if cut.round_years and row[0].on.match == "year" and not search.is_round(row):
        return False
    return any(cut.tells(item.weight, item.years) for item in row)


def soonest(found: Sequence[Row], number: int) -> list[Row]:
    """The first rows in time."""
    return sorted(found, key=lambda row: row[0].on.offset or 0)[:number]


def within(found: Sequence[Row], limit: int | None) -> list[Row]:
    """The first rows of each kind of match, as many as the limit lets."""
    kept: list[Row] = []
    for match in MATCHES:
        kept += [row for row in found if row[0].on.match == match][:limit]
    return kept
