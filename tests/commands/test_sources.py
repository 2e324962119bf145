"""`kzfr sources` as its users run it."""

from __future__ import annotations

import json
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

from ..conftest import SMALL

Run = Callable[..., subprocess.CompletedProcess[str]]

FIGURE = """
[[figures]]
id = "trade-2017"
indicator = "trade"
period = "2017"
value = 3.9
unit = "EUR bn"
label.en = "Trade"

[[figures.sources]]
id = "senate"
says = "EUR 3.9 bn."

[[figures.disputes]]
source = "article"
note.en = "It says four."
"""


@pytest.fixture
def sources(kzfr: Run, write: Callable[..., Path]) -> Run:
    """Run `kzfr sources` on the small database with a figure."""
    path = write(SMALL + FIGURE)

    def run(*arguments: str, command: str = "sources") -> subprocess.CompletedProcess[str]:
        return kzfr(command, "--no-packaged", "--db", str(path), "--lang", "en", *arguments)

    return run


def test_the_most_cited_comes_first_with_its_counts(sources: Run) -> None:
    lines = sources().stdout.splitlines()
    assert lines[0] == "Senate report  [senate]"
    assert lines[1].strip() == "official · 4 events · 1 figure · 3 events on it alone"
    assert lines[2] == "Article of 2018  [article]"
    assert lines[3].strip() == "press · 1 event · 1 figure"


def test_the_last_line_counts_the_events_on_one_source(sources: Run) -> None:
    assert sources().stdout.splitlines()[-1] == "2 sources; 3 of 4 events rest on one source"


def test_single_and_kind_choose_among_the_sources(sources: Run) -> None:
    def ids(*arguments: str) -> list[str]:
        return [
            row["id"] for row in json.loads(sources(*arguments, "--format", "json").stdout)
        ]

    assert ids("--single") == ["senate"]
    assert ids("--kind", "press") == ["article"]
    assert ids("--kind", "press", "--single") == []


def test_nothing_left_says_what_to_drop(sources: Run) -> None:
    assert "No source. Drop --kind or --single." in sources("--kind", "blog").stderr


def test_json_of_the_list_is_flat(sources: Run) -> None:
    row = json.loads(sources("--format", "json").stdout)[1]
    assert row == {
        "id": "article",
        "title": "Article of 2018",
        "publisher": "",
        "url": "https://example.org/article",
        "language": "fr",
        "kind": "press",
        "published": None,
        "published_words": "",
        "retrieved": None,
        "authors": [],
        "archived": "",
        "events": 1,
        "figures": 1,
        "alone": 0,
    }


def test_a_source_tells_what_cites_it_and_what_it_says_there(sources: Run) -> None:
    text = sources("article").stdout
    assert "1 event · 1 figure" in text
    assert "11 June 2008  Partnership treaty · date disputed  [treaty-2008]" in text
    assert "To be celebrated on 5 June." in text
    assert "5 June 2018  celebrated · disputed" in text
    assert "It says four." in text


def test_an_event_without_another_source_is_marked_in_words(sources: Run) -> None:
    lines = sources("senate").stdout.splitlines()
    assert [line.strip() for line in lines if "no other source" in line] == [
        "1993  Office · no other source  [office-1993]",
        "September–December 2013  Season · no other source  [season-2013]",
        "29 February 2020  Visit · no other source  [visit-2020]",
    ]


def test_single_with_an_id_keeps_the_events_on_it_alone(sources: Run) -> None:
    sheet = json.loads(sources("senate", "--single", "--format", "json").stdout)
    assert [row["id"] for row in sheet["cited_by"]] == [
        "office-1993",
        "season-2013",
        "visit-2020",
    ]
    assert (sheet["events"], sheet["figures"], sheet["alone"]) == (4, 1, 3)


def test_json_of_a_source_is_one_object(sources: Run) -> None:
    sheet = json.loads(sources("article", "--format", "json").stdout)
    event, figure = sheet["cited_by"]
    assert event["dates"] == [
        {
            "kind": "celebrated",
            "value": "2018-06-05",
            "words": "5 June 2018",
            "status": "disputed",
        }
    ]
    assert (figure["kind"], figure["id"], figure["says"]) == (
        "figure",
        "trade-2017",
        "It says four.",
    )


def test_show_tells_a_source(sources: Run) -> None:
    assert sources("article", command="show").stdout == sources("article").stdout


def test_an_unknown_source_names_the_nearest_and_exits_3(sources: Run) -> None:
    result = sources("senat")
    assert (result.returncode, result.stdout) == (3, "")
    assert "senate" in result.stderr


def test_kind_with_an_id_is_refused(sources: Run) -> None:
    assert sources("senate", "--kind", "press").returncode == 2
