"""Every tuned number has a query that needs it: without it the answers are others."""

from __future__ import annotations

import importlib
import re
import sys
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from kzfr_cli.formats import html
from kzfr_cli.search import weights
from kzfr_cli.store.index.reading import Index

with Path(weights.FILE).open("rb") as file:
    TABLE: dict[str, dict[str, dict[str, Any]]] = tomllib.load(file)

NEUTRAL = {
    "names": 1.0,
    "summary": 1.0,
    "sources": 1.0,
    "pair": 0.55,
    "said": 1.0,
    "guess": 1.0,
    "detail": 1.0,
    "consequence": 1.0,
}
"""What a weight of the order is when it changes nothing; the others are 0."""

MOST_EVIDENCE = 10
HERE = Path(__file__).parent


@pytest.fixture(autouse=True)
def _modules_are_put_back() -> Iterator[None]:
    """Forget the modules that were loaded with other weights."""
    kept = {name: module for name, module in sys.modules.items() if is_of_search(name)}
    yield
    forget()
    sys.modules.update(kept)


def is_of_search(name: str) -> bool:
    """Return whether a module is one of the search."""
    return name.startswith("kzfr_cli.search")


def forget() -> None:
    """Forget the modules of the search, which read their weights when they are loaded."""
    for name in [*filter(is_of_search, sys.modules)]:
        del sys.modules[name]


def engine_with(changed: dict[str, float]) -> Any:
    """Load the engine with some weights changed."""
    forget()
    importlib.import_module("kzfr_cli.search.weights").table().update(changed)
    return importlib.import_module("kzfr_cli.search.engine")


def answers(engine: Any, index: Index, query: str) -> list[str]:
    """List the first answers to a query."""
    return [hit.id for hit in engine.search(index.connection, query, limit=5).hits]


def judged() -> list[str]:
    """List the judged queries."""
    files = [HERE / "queries.toml", HERE / "near_misses.toml"]
    tables = [tomllib.loads(file.read_text(encoding="utf-8")) for file in files]
    return [item["query"] for table in tables for item in table["queries"]]


def test_evidence_has_at_most_ten_weights_each_with_a_term() -> None:
    terms = importlib.import_module("kzfr_cli.search.evidence").TERMS
    assert tuple(TABLE["evidence"]) == terms
    assert len(terms) <= MOST_EVIDENCE


def test_the_reader_of_weights_reads_what_a_toml_parser_reads() -> None:
    read = {
        name: entry["value"] for section in TABLE.values() for name, entry in section.items()
    }
    assert weights.table() == read


@pytest.mark.parametrize(
    ("name", "query"),
    [
        (name, entry["needs"])
        for section in TABLE.values()
        for name, entry in section.items()
    ],
)
def test_a_weight_that_changes_no_answer_goes(
    packaged: Index, name: str, query: str
) -> None:
    """Its own query needs it; where the data have grown over that, another judged one does."""
    asked = [query, *judged()]
    without = engine_with({name: NEUTRAL.get(name, 0.0)})
    neutral = (answers(without, packaged, each) for each in asked)
    usual = engine_with({})
    assert any(
        found != answers(usual, packaged, each)
        for each, found in zip(asked, neutral, strict=True)
    )


def test_the_page_ranks_with_no_weight_that_is_gone() -> None:
    used = set()
    for name in html.SCRIPTS:
        script = html.asset(f"script/{name}.js")
        used |= set(re.findall(r"weights(?:\(\))?\.(\w+)", script))
    assert len(used) > 10
    assert used <= weights.table().keys()
