"""Answer a query from the index: what is an answer, what comes nearest, what else to ask."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable

import kzfr_cli.search as own
from kzfr_cli.search import hits
from kzfr_cli.search.candidates import Scope
from kzfr_cli.search.inquiry import MOST_NEAR, Inquiry
from kzfr_cli.search.lexicon import Lexicon
from kzfr_cli.search.rating import Rated
from kzfr_cli.search.result import Hit, SearchResult

KINDS = ("events", "names", "figures", "sources")
EVENTS = Scope()
MOST_BESIDE = 2
"""Entries of other kinds that are told beside the answers."""


def search(
    connection: sqlite3.Connection,
    query: str,
    scope: Scope = EVENTS,
    *,
    limit: int | None = 20,
    nearest: bool = False,
) -> SearchResult:
    """Return the entries that a query means, the best first; when there are none, what is nearest.

    `limit` is None for all. With `nearest`, what comes nearest is told beside answers too.
    """
    lexicon = Lexicon(connection)
    inquiry = Inquiry(
        lexicon,
        scope,
        query,
    )
    rated = inquiry.rated()
    found = inquiry.answers(rated)
    is_enough = len(found) >= MOST_NEAR or (bool(found) and found[0].is_sure)
    near = inquiry.nearest(rated, found) if nearest or not is_enough else []
    beside = inquiry.titled(Scope(scope.beside))[:MOST_BESIDE] if scope.beside else []
    return SearchResult(
        hits=told(inquiry, found[:limit]),
        near=told(
            inquiry,
            near,
            is_answer=False,
        ),
        suggestions=() if found else tuple(own.suggesting.suggestions(inquiry)),
        total=len(found),
        name=inquiry.name(),
        beside=told(inquiry, beside),
    )


def told(
    inquiry: Inquiry, rated: Iterable[Rated], *, is_answer: bool = True
) -> tuple[Hit, ...]:
    """Return what was found of each entry, and where."""
    return tuple(
        hits.hit(
            inquiry.lexicon,
            each,
            inquiry.units,
            is_answer=is_answer,
        )
        for each in rated
    )
