"""`kzfr timeline` as its users run it."""

from __future__ import annotations

import json
import re
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

from ..conftest import SMALL

Run = Callable[..., subprocess.CompletedProcess[str]]


@pytest.fixture
def small(kzfr: Run, write: Callable[..., Path]) -> Run:
    """Run a command on the small database, in English."""
    path = write(SMALL)

    def run(*arguments: str, **options: object) -> subprocess.CompletedProcess[str]:
        return kzfr(
            *arguments, "--no-packaged", "--db", str(path), "--lang", "en", **options
        )

    return run


def ids(result: subprocess.CompletedProcess[str]) -> list[str]:
    """List the ids of a JSON output."""
    return [row["id"] for row in json.loads(result.stdout)]


def test_events_stand_in_order_under_their_years_with_gaps_and_a_count(small: Run) -> None:
    lines = small("timeline").stdout.splitlines()
    assert [line.strip() for line in lines if re.fullmatch(" [0-9]{4}", line)] == [
        "1993",
        "2008",
        "2013",
        "2020",
    ]
    assert " ┆   15 years later" in lines
    assert lines[-1] == "4 events, 1 with a disputed date"


def test_an_interval_has_its_own_tick_and_a_year_says_so(small: Run) -> None:
    text = small("timeline").stdout
    assert re.search("╞ Sep–Dec +♪ Season", text)
    assert re.search("├ in the year +● Office", text)
    assert "♪ culture" in text.replace("\u00a0", " ")
    assert "Partnership treaty · date disputed" in text


@pytest.mark.parametrize(
    ("arguments", "found"),
    [
        (["--from", "2008", "--to", "2013"], ["treaty-2008", "season-2013"]),
        (["--category", "visit", "--category", "culture"], ["season-2013", "visit-2020"]),
        (["--place", "Nour-Soultan"], ["treaty-2008", "visit-2020"]),
        (["--scope", "context"], ["office-1993"]),
        (["--reverse", "--limit", "2"], ["visit-2020", "season-2013"]),
        (["--disputed"], ["treaty-2008"]),
        (
            ["--from", "November 2013", "--to", "1er mars 2020"],
            ["season-2013", "visit-2020"],
        ),
    ],
)
def test_filters_choose(small: Run, arguments: list[str], found: list[str]) -> None:
    assert ids(small("timeline", *arguments, "--format", "json")) == found


def test_group_by_decade_and_category(small: Run) -> None:
    assert " 2010s\n" in small("timeline", "--group-by", "decade").stdout
    assert " Treaty\n" in small("timeline", "--group-by", "category").stdout.replace(
        "treaty\n", "Treaty\n"
    )


def test_limit_tells_how_many_there_are(small: Run) -> None:
    assert (
        small("timeline", "--limit", "1")
        .stdout.splitlines()[-1]
        .startswith("4 events, 1 shown; ")
    )


def test_nothing_in_the_window_says_what_to_do(small: Run) -> None:
    assert "Widen --from and --to" in small("timeline", "--from", "2050").stderr


def test_global_options_stand_before_or_after_the_command(small: Run, kzfr: Run) -> None:
    after = kzfr("timeline", "--limit", "3", "--lang", "fr", "--plain")
    before = kzfr("--lang", "fr", "--plain", "timeline", "--limit", "3")
    assert (before.returncode, before.stdout) == (0, after.stdout)


def test_the_articles_story_is_told_in_french(kzfr: Run) -> None:
    text = kzfr("timeline", "--from", "1992", "--to", "2018", "--lang", "fr").stdout
    assert "1er" in text
    assert re.findall("« | »|[^\u202f\u00a0 ][;!?](?: |$)|[^\u00a0] :", text) == []


# ---- decades

DECADES = """
[[sources]]
id = "page"
title = "Page"
url = "https://example.org/page"
kind = "press"
language = "en"
""" + "".join(
    f"""
[[events]]
id = "e{number}"
category = "culture"
title.en = "Event {number}"
sources = [{{ id = "page" }}]
dates = [{{ kind = "occurred", value = "{value}", status = "preferred", sources = ["page"] }}]
"""
    for number, value in enumerate(
        [
            "1925",
            "1960",
            "1960-05-05",
            "1966-06-25",
            "1969/1974",
            "1979-12-31",
            "1980-01-01",
            "2000",
        ]
    )
)


@pytest.fixture
def decades(kzfr: Run, write: Callable[..., Path]) -> Callable[..., list[str]]:
    """Run the timeline by decades of a few events."""
    path = write(DECADES)

    def run(*arguments: str) -> list[str]:
        done = kzfr(
            *(
                "timeline",
                "--all",
                "--group-by",
                "decade",
                "--no-packaged",
                "--db",
                str(path),
            ),
            *arguments,
        )
        assert done.returncode == 0, done.stderr
        return [line.strip() for line in done.stdout.splitlines()]

    return run


def test_a_gap_is_counted_from_the_events_and_not_from_the_headings(
    decades: Callable,
) -> None:
    found = [line for line in decades("--lang", "en") if "later" in line]
    assert found == ["┆   35 years later", "┆   5 years later", "┆   20 years later"]


def test_reversed_a_gap_is_earlier(decades: Callable) -> None:
    lines = decades("--lang", "en", "--reverse")
    assert [line for line in lines if "later" in line] == []
    found = [line for line in lines if "earlier" in line]
    assert found == ["┆   20 years earlier", "┆   5 years earlier", "┆   35 years earlier"]


@pytest.mark.parametrize(
    ("lang", "heading", "year", "day"),
    [
        ("fr", "Années 1960", "1960", "5 mai 1960"),
        ("en", "1960s", "1960", "5 May 1960"),
        ("ru", "1960-е годы", "1960 г.", "5 мая 1960"),
        ("kk", "1960-жылдар", "1960 ж.", "1960 ж. 5 мам."),
    ],
)
def test_a_decade_is_named_in_words_and_rows_keep_their_year(
    decades: Callable, lang: str, heading: str, year: str, day: str
) -> None:
    lines = decades("--lang", lang)
    start = lines.index(heading)
    assert lines[start + 1].startswith(f"├ {year} ")
    assert lines[start + 2].startswith(f"├ {day} ")


def test_each_row_of_a_decade_has_a_year(decades: Callable) -> None:
    rows = [line for line in decades("--lang", "en", "--plain") if line.startswith("- ")]
    assert len(rows) == 8
    assert [row for row in rows if not re.search("[0-9]{4}", row)] == []


def test_a_span_that_reaches_the_next_event_is_no_gap(
    kzfr: Run, write: Callable[..., Path]
) -> None:
    path = write(DECADES)
    done = kzfr(
        "timeline", "--no-packaged", "--db", str(path), "--lang", "en", "--from", "1966"
    )
    gaps = [line for line in done.stdout.splitlines() if "later" in line]
    assert gaps == [" ┆   3 years later", " ┆   5 years later", " ┆   20 years later"]
