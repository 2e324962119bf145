"""Fetch the entries that may answer a query, in nets of growing width."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator, Sequence
from itertools import combinations

from kzfr_cli.core.record import pair
from kzfr_cli.search.lexicon import Lexicon
from kzfr_cli.search.units import Unit

MOST_CANDIDATES, FEW_EVENTS = 300, 500
"""Entries that are weighed for a query; a database of so few events may be weighed as a whole."""

ENOUGH = 150
"""Entries that have all words, beyond which none is fetched that lacks some."""

PAGE = 10
HALF = 0.5
STEP = 0.2
"""By which the share of the words grows that an entry must have, where too many have less."""

MOST_COMBINED = 8

TITLE, NAMES, TAGS, SUMMARY, SOURCES = range(5)
"""The places of the fields of an entry."""


@pair
class CandidateRow:
    """An entry as the index holds it: its number, kind and id, and its five fields of folded
    words.
    """

    number: int
    kind: str
    entry_id: str
    fields: Sequence[str]


Asked = tuple[Unit, str]
"""A unit with its FTS5 expression."""


@pair
class Scope:
    """Among which entries to search: kinds, and an SQL condition on the rows of the table `events`.

    With a condition the other kinds are left out. `beside` are kinds of which is told, beside the
    answers, what has every word of the query in its title.
    """

    kinds: tuple[str, ...] = ("events",)
    restrict: str | None = None
    parameters: Sequence[object] = ()
    beside: tuple[str, ...] = ()

    @property
    def marker(self) -> str:
        """What every entry of the kinds has, in the language of FTS5; empty when events are among
        them.
        """
        if "events" in self.kinds:
            return ""
        return "(" + " OR ".join(f'"_is_{kind}"' for kind in self.kinds) + ")"

    def fetch(
        self,
        connection: sqlite3.Connection,
        expression: str,
        limit: int,
    ) -> list[CandidateRow]:
        """Return the entries that match an FTS5 expression, in the order of their numbers."""
        if self.marker:
            expression = f"{self.marker} AND ({expression})"
        marks = ",".join("?" * len(self.kinds))
        query = (
            "SELECT words.rowid, kind, id, title, names, tags, summary, sources"
            " FROM words CROSS JOIN entries ON entries.no = words.rowid"
            f" WHERE words MATCH ? AND visible AND kind IN ({marks})"
        )
        if self.restrict:
            query += (
                " AND EXISTS"
                f" (SELECT 1 FROM events WHERE events.no = words.rowid AND ({self.restrict}))"
            )
        parameters = (
            expression,
            *self.kinds,
            *(self.parameters if self.restrict else ()),
            limit,
        )
        rows = connection.execute(query + " LIMIT ?", parameters)
        return [
            CandidateRow(
                number,
                kind,
                entry_id,
                fields,
            )
            for number, kind, entry_id, *fields in rows
        ]


class Net:
    """Fetches entries for the units of one query."""

    def __init__(
        self,
        lexicon: Lexicon,
        units: list[Unit],
        scope: Scope,
    ) -> None:
        self.lexicon = lexicon
        self.connection = lexicon.connection
        self.scope = scope
        self.limit = FEW_EVENTS if lexicon.events <= FEW_EVENTS else MOST_CANDIDATES
        required = [unit for unit in units if unit.is_required]
        self.most = min(map(self.documents, required), default=lexicon.events)
        asked = [(unit, expression(unit)) for unit in units]
        self.is_hopeless = "" in map(expression, required)
        self.required = [expression(unit) for unit in required]
        self.free: list[Asked] = [
            (unit, text) for unit, text in asked if text and not unit.is_required
        ]
        self.total = sum(unit.claim for unit in units if not unit.is_required)

    def fetch(self, share: float) -> dict[int, CandidateRow]:
        """Return by number the entries that have all words, and those that may cover this share of
        their weight.
        """
        every = " AND ".join([*self.required, *(text for _, text in self.free)])
        if self.is_hopeless or not every:
            return {}
        found = self.scope.fetch(
            self.connection,
            every,
            self.limit,
        )
        if len(found) == self.limit:
            found += self.scope.fetch(self.connection, f"{{title}} : ({every})", self.limit)
        elif len(found) < ENOUGH and (
            some := self.some(self.wide(share, found), len(found))
        ):
            found += self.scope.fetch(
                self.connection,
                some,
                self.limit,
            )
        return {row.number: row for row in found}

    @staticmethod
    def wide(share: float, found: list[CandidateRow]) -> float:
        """Return the share from which an entry is worth weighing: half, where a page has all."""
        return max(share, HALF) if len(found) >= PAGE else share

    def some(
        self,
        share: float,
        found: int,
    ) -> str:
        """Return the expression of the smallest sets of words that weigh a share of all, or more
        where too many entries would have them; empty when only all words do, and when there are
        still too many beside a page of those `found` that have all.
        """
        if self.total <= 0:
            return " AND ".join(self.required)
        enough = self.sets(share)
        if self.are_whole(enough):
            return ""
        while self.expected(enough) > self.limit:
            share += STEP
            fewer = self.sets(share)
            if self.are_whole(fewer):
                break
            enough = fewer
        if found >= PAGE and self.expected(enough) > self.limit:
            return ""
        sets = ("(" + " AND ".join(text for _, text in each) + ")" for each in enough)
        return " AND ".join([*self.required, f"({' OR '.join(sets)})"])

    def are_whole(self, sets: list[tuple[Asked, ...]]) -> bool:
        """Return whether only all words together weigh enough."""
        return all(len(each) == len(self.free) for each in sets)

    def sets(self, share: float) -> list[tuple[Asked, ...]]:
        """Return the smallest sets of words that weigh a share of all."""
        heaviest = sorted(
            self.free,
            key=lambda item: -item[0].claim,
        )[:MOST_COMBINED]
        return list(smallest(heaviest, share * self.total))

    def expected(self, sets: list[tuple[Asked, ...]]) -> int:
        """Return how many entries have one of some sets, at most."""
        each = (min(self.documents(unit) for unit, _ in asked) for asked in sets)
        return min(
            sum(each),
            self.most,
            self.lexicon.events,
        )

    def documents(self, unit: Unit) -> int:
        """Return how many entries have a unit, at most."""
        return sum(self.lexicon.count(token) or 0 for token in unit.forms)


def smallest(asked: list[Asked], least: float) -> Iterator[tuple[Asked, ...]]:
    """Yield the sets of units that weigh at least so much and of which none can be left out."""
    kept: list[frozenset[int]] = []
    for size in range(1, len(asked) + 1):
        for places in combinations(range(len(asked)), size):
            if any(each <= set(places) for each in kept):
                continue
            if sum(asked[place][0].claim for place in places) >= least:
                kept.append(frozenset(places))
                yield tuple(asked[place] for place in places)


def expression(unit: Unit) -> str:
    """Return a unit in the language of FTS5; empty when nothing answers it."""
    literals = unit.term.moment.literals if unit.term.moment else ()
    tokens = [*unit.forms, *literals]
    return "(" + " OR ".join(f'"{token}"' for token in tokens) + ")" if tokens else ""
