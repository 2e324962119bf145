"""Nothing that the database says itself is accused: titles, summaries, notes, what sources say."""

from __future__ import annotations

import json
import subprocess
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from kzfr_cli.core import edtf
from kzfr_cli.core.edtf import PartialDate
from kzfr_cli.proofreading.case import Finding
from kzfr_cli.proofreading.checker import Checker
from kzfr_cli.proofreading.whole import Proofreader
from kzfr_cli.store.index.reading import Index

Run = Callable[..., subprocess.CompletedProcess[str]]
TODAY = "2026-11-30"


def texts(entry: dict[str, Any]) -> Iterator[str]:
    """The texts of an event in all languages."""
    yield from entry.get("title", {}).values()
    yield from entry.get("summary", {}).values()
    for part in (*entry.get("dates", []), *entry.get("disputes", [])):
        yield from part.get("note", {}).values()


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


def test_notes_of_figures_and_names_are_not_accused(packaged: Index) -> None:
    checker = Checker(packaged)
    notes = {
        text
        for kind in ("figures", "indicators", "names")
        for entry in packaged.all(kind)
        for field in ("note", "measures")
        for text in entry.get(field, {}).values()
    }
    found = [
        (text, item.code)
        for text in sorted(notes)
        for item in checker.check(text, edtf.parse(TODAY))
        if item.verdict == "contradicted"
    ]
    assert found == []


@pytest.mark.parametrize("lang", ["fr", "en"])
def test_all_summaries_of_a_language_in_one_file_are_not_accused(
    packaged: Index, lang: str
) -> None:
    summaries = [entry["summary"].get(lang, "") for entry in packaged.all("events")]
    text = "\n\n".join(filter(None, summaries))
    found = [
        (text[item.start : item.end], item.event)
        for item in Proofreader(packaged).check(text, None)
        if item.verdict == "contradicted"
    ]
    assert found == []


@pytest.mark.parametrize(("name", "lang"), [("md", "fr"), ("html", "en"), ("txt", "ru")])
def test_what_is_handed_out_is_not_accused(
    kzfr: Run, tmp_path: Path, name: str, lang: str
) -> None:
    path = tmp_path / f"handout.{name}"
    told = kzfr("export", str(path), "--weight", "notable", "--lang", lang)
    assert told.returncode == 0, told.stderr
    checked = kzfr("check", str(path), "--format", "json", "--lang", lang)
    found = json.loads(checked.stdout)
    assert [
        (item["line"], item["text"], item["event"])
        for item in found
        if item["verdict"] == "contradicted"
    ] == []


def test_story_that_names_a_page_and_its_publisher_is_no_citation(packaged: Index) -> None:
    text = "L'exposition « Kazakhstan, trésors de la Grande Steppe », ouverte au public le 6 novembre"
    text += " 2024 au musée Guimet, a fermé ses portes le 24 avril 2025."
    wrong = [
        each for each in Checker(packaged).check(text) if each.verdict == "contradicted"
    ]
    assert [each.event for each in wrong] == ["exposition-guimet-2024"]
