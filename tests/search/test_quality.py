"""The goals of search on the judged queries over the packaged data; `python -m benchmarks.quality`
says more.
"""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest

from kzfr_cli.search import engine
from kzfr_cli.store.index.reading import Index

SETS = [
    Path(__file__).parent.parent / "search" / name for name in ("queries.toml", "held_out.toml")
]


def queries(path: Path) -> list[dict[str, object]]:
    """Read a set of judged queries."""
    with path.open("rb") as file:
        found: list[dict[str, object]] = tomllib.load(file)["queries"]
    return found


@pytest.mark.parametrize("path", SETS, ids=lambda path: path.stem)
def test_right_events_come_first_and_nothing_is_found_where_nothing_is(
    packaged: Index, path: Path
) -> None:
    ranks: list[int] = []
    silent: list[bool] = []
    for item in queries(path):
        found = [
            hit.id for hit in engine.search(packaged.connection, str(item["query"]), limit=5).hits
        ]
        expected = item["expected"]
        assert isinstance(expected, list)
        if expected:
            ranks.append(next((place for place, id in enumerate(found, 1) if id in expected), 0))
        else:
            silent.append(not found)
    assert ranks.count(1) / len(ranks) >= 0.95
    assert sum(rank > 0 for rank in ranks) / len(ranks) >= 0.98
    assert sum(silent) / len(silent) >= 0.95


def test_what_never_happened_is_seldom_found_though_its_words_are_known(packaged: Index) -> None:
    asked = queries(SETS[0].with_name("near_misses.toml"))
    silent = [
        not engine.search(packaged.connection, str(item["query"]), limit=1).hits for item in asked
    ]
    assert sum(silent) / len(silent) >= 0.85


@pytest.mark.parametrize(
    ("query", "first"),
    [
        ("Назарбаев Париж 2015", "nazarbayev-visit-paris-2015"),
        ("nour soultan", "capital-nur-sultan-2019"),
        ("premier président français au kazakhstan", "mitterrand-visit-kazakhstan-1993"),
        ("tokaiev elysee novembre 2024", "tokayev-state-visit-2024"),
        ("Sorbonne", "institut-sorbonne-kazakhstan-inauguration-2014"),
        ("sorbone almati", "institut-sorbonne-kazakhstan-inauguration-2014"),
        ("Сорбонна", "institut-sorbonne-kazakhstan-inauguration-2014"),
    ],
)
def test_promised_queries_find_their_event_first(packaged: Index, query: str, first: str) -> None:
    assert engine.search(packaged.connection, query).hits[0].id == first


def test_expo_2071_finds_nothing_and_suggests_2017(packaged: Index) -> None:
    result = engine.search(packaged.connection, "expo 2071")
    assert result.hits == ()
    assert result.suggestions[0] == "expo 2017"
