"""Nothing that the database says itself is accused: titles, summaries, notes, what sources say."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest

from kzfr_cli.core import edtf
from kzfr_cli.core.edtf import PartialDate
from kzfr_cli.proofreading.case import Finding
from kzfr_cli.proofreading.checker import Checker
from kzfr_cli.store.index.reading import Index

TODAY = "2026-11-30"


def texts(entry: dict[str, Any]) -> Iterator[str]:
    """The texts of an event in all languages."""
    yield from entry.get("title", {}).values()
    yield from entry.get("summary", {}).values()
    for facet in entry.get("dates", []):
        yield from facet.get("note", {}).values()


def day_of(entry: dict[str, Any]) -> PartialDate | None:
    """The last day of the date by which an event goes."""
    for facet in entry["dates"]:
        if facet.get("status") == "preferred":
            latest = edtf.parse(facet["value"]).latest
            return edtf.parse(latest.isoformat()) if latest else None
    return None


def accused(index: Index, when: str) -> list[tuple[str, Finding]]:
    """What is contradicted in the texts of the database, read as of a day."""
    checker = Checker(index)
    found = []
    for entry in index.all("events"):
        as_of = day_of(entry) if when == "event" else edtf.parse(when) if when else None
        for text in texts(entry):
            against = [
                item for item in checker.check(text, as_of) if item.verdict == "contradicted"
            ]
            found += [(text, item) for item in against]
    return found


@pytest.mark.parametrize("when", ["", TODAY, "event"])
def test_texts_of_the_database_are_not_accused(packaged: Index, when: str) -> None:
    found = accused(packaged, when)
    assert [(text, item.start, item.code, item.event) for text, item in found] == []
