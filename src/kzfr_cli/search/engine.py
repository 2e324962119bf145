"""Answer a query from the index: what is an answer, what comes nearest, what else to ask."""

from __future__ import annotations

import sqlite3

from kzfr_cli.search import hits, suggesting
from kzfr_cli.search.candidates import Scope
from kzfr_cli.search.inquiry import MOST_NEAR, Inquiry
from kzfr_cli.search.lexicon import Lexicon
from kzfr_cli.search.result import SearchResult

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
    inquiry = Inquiry(lexicon, scope, query)
    rated = inquiry.rated()
    found = inquiry.answers(rated)
    is_enough = len(found) >= MOST_NEAR or (bool(found) and found[0].is_sure)
    near = inquiry.nearest(rated, found) if nearest or not is_enough else []
    return SearchResult(
        hits=tuple(
            hits.hit(
                lexicon,
                each,
                inquiry.units,
            )
            for each in found[:limit]
        ),
        near=tuple(
            hits.hit(
                lexicon,
                each,
                inquiry.units,
                is_answer=False,
            )
            for each in near
        ),
        suggestions=() if found else tuple(suggesting.suggestions(inquiry)),
        total=len(found),
        name=inquiry.name(),
        beside=tuple(
            hits.hit(
                lexicon,
                each,
                inquiry.units,
            )
            for each in inquiry.titled(Scope(scope.beside))[:MOST_BESIDE]
        )
        if scope.beside
        else (),
    )
