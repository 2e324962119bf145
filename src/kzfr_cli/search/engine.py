"""Answer a query from the index: parse, expand, fetch, rank, and when nothing is found, suggest."""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Iterator, Sequence
from itertools import islice

from kzfr_cli.search import expansion, parsing, ranking, stopwords
from kzfr_cli.search.expansion import Lexicon, Unit
from kzfr_cli.search.ranking import Ranking, Rated, Scope
from kzfr_cli.search.result import SearchResult

KINDS = ("events", "names", "figures", "sources")
COMPLETE = 0.995
MOST_SUGGESTIONS = 3
MOST_TRIED = 10
MOST_MENDED = 6
"""Terms of the longest query that suggestions are looked for; each suggestion is itself searched
for.
"""

NEAR_FLOOR = 0.2


def search(
    connection: sqlite3.Connection,
    query: str,
    *,
    kinds: Sequence[str] = ("events",),
    limit: int | None = 20,
    restrict: str | None = None,
    parameters: Sequence[object] = (),
) -> SearchResult:
    """Find the entries that a query means, the best first; when there are none, what was perhaps
    meant.

    `restrict` is an SQL condition on the columns of the table `events`, with its `parameters`; it
    leaves the other kinds out. `limit` is None for all hits.
    """
    asked = parsing.parse(query)
    scope = Scope(tuple(kinds), restrict, tuple(parameters))
    lexicon = Lexicon(connection)
    units, rated = answer(lexicon, asked, scope)
    found = ranking.above_floor(units, rated, is_question=asked.is_question)
    if found:
        return SearchResult(hits=tuple(ranking.hit(lexicon, each, units) for each in found[:limit]))
    near = [each for each in rated if each.coverage >= NEAR_FLOOR][:MOST_SUGGESTIONS]
    return SearchResult(
        suggestions=tuple(suggestions(lexicon, query, units, scope)),
        near=tuple(ranking.hit(lexicon, each, units) for each in near),
    )


def answer(lexicon: Lexicon, asked: parsing.Query, scope: Scope) -> tuple[list[Unit], list[Rated]]:
    """Rate what may answer a query; words that the best answer lacks are then forgiven too."""
    units = expansion.expand(lexicon, asked.terms)
    rated = rate(lexicon, units, asked.excluded, scope)
    best = rated[0] if rated else None
    missing = [
        unit
        for place, unit in enumerate(units)
        if not (
            unit.is_forgiving
            or unit.term.date
            or unit.term.is_phrase
            or unit.term.is_order
            or unit.term.is_soft
        )
        and (best is None or best.found[place].form is None)
    ]
    if missing and (best is None or best.coverage < COMPLETE):
        for unit in missing:
            expansion.forgive(lexicon, unit, {term.word for term in asked.terms if not term.date})
        rated = rate(lexicon, units, asked.excluded, scope)
    return units, rated


def rate(
    lexicon: Lexicon, units: list[Unit], excluded: tuple[str, ...], scope: Scope
) -> list[Rated]:
    """Rate the documents that may answer, the best first."""
    rows = ranking.candidates(lexicon.connection, units, excluded, scope)
    rater = Ranking(units)
    rated = ranking.ordered(map(rater.rate, rows.values()))
    orders = {order for unit in units if (order := stopwords.order(unit.term.word))}
    return ranking.by_date(rated, last="last" in orders) if rated and len(orders) == 1 else rated


def suggestions(lexicon: Lexicon, query: str, units: list[Unit], scope: Scope) -> Iterator[str]:
    """Suggest queries that find something: another year, or the nearest known word in place of one."""
    given = 0
    if len(units) > MOST_MENDED:
        return
    for other in islice(dict.fromkeys(alternatives(lexicon, query, units, scope)), MOST_TRIED):
        found_units, rated = answer(lexicon, parsing.parse(other), scope)
        if ranking.above_floor(found_units, rated):
            yield other
            given += 1
        if given == MOST_SUGGESTIONS:
            return


def alternatives(lexicon: Lexicon, query: str, units: list[Unit], scope: Scope) -> Iterator[str]:
    """Write the query with one of its terms replaced."""
    for unit in units:
        typed = unit.term.typed
        if unit.term.date is not None and unit.term.date.literals:
            for year in other_years(lexicon, units, unit, scope):
                yield query.replace(unit.term.date.literals[0], year)
        elif len(unit.term.words) == 1 and unit.term.word.isalpha() and len(unit.term.word) > 2:
            most = min(expansion.allowed(unit.term.word) + 1, 3)
            for word, _ in expansion.near(lexicon, unit.term.word, most)[:2]:
                if lexicon.count(word):
                    yield query.replace(typed, word)
    for unit in units:
        rest = re.sub(r"\s+", " ", query.replace(unit.term.typed, " ")).strip()
        if len(units) > 1 and rest:
            yield rest


def other_years(lexicon: Lexicon, units: list[Unit], dated: Unit, scope: Scope) -> list[str]:
    """List the years in which the rest of the query is found, those that look like the one asked
    first.
    """
    from rapidfuzz.distance import OSA

    rest = [unit for unit in units if unit is not dated]
    asked = dated.term.date.literals[0] if dated.term.date else ""
    years: dict[str, float] = {}
    for each in ranking.above_floor(rest, rate(lexicon, rest, (), scope))[:50] if rest else ():
        for year in re.findall(
            r"(?<![\w])_?((?:1[5-9]|20)\d\d)(?!\w)", f"{each.row[3]} {each.row[5]}"
        ):
            cost = OSA.distance(asked, year) + abs(int(asked) - int(year)) / 10_000
            years[year] = min(cost, years.get(year, cost))
    return sorted(years, key=lambda year: (years[year], year))[:2]
