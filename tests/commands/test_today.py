"""`kzfr today` greets in a line each, and says nothing on a day without anything."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest

RIVALS = """
[[sources]]
id = "page"
title = "Page"
url = "https://example.org/page"
kind = "press"
language = "en"

[[events]]
id = "opening-2008"
category = "education"
title.en = "Institute opens"
sources = [{ id = "page" }]
dates = [
    { kind = "opened", value = "2008-12-06", status = "preferred", sources = ["page"] },
    { kind = "opened", value = "2008-12-04", status = "disputed", sources = ["page"] },
    { kind = "signed", value = "2008-12-08", status = "accepted", sources = ["page"] },
    { kind = "in-force", value = "2008-12-08", status = "accepted", sources = ["page"] },
    { kind = "celebrated", value = "2018-12-05", status = "disputed", sources = ["page"] },
    { kind = "celebrated", value = "2018-12-09", status = "accepted", sources = ["page"] },
    { kind = "occurred", value = "2008-12-10", status = "rejected", sources = ["page"] },
]

[[events]]
id = "visit-2008"
category = "visit"
title.en = "Visit"
sources = [{ id = "page" }]
dates = [
    { kind = "occurred", value = "2008-12-07~", status = "preferred", sources = ["page"] },
    { kind = "signed", value = "2008-12-07", status = "accepted", sources = ["page"] },
    { kind = "published", value = "2008-12-07", status = "accepted", sources = ["page"] },
]
"""
"""An event with every kind of rival of its date, and one with three dates on a day."""


@pytest.fixture
def told(kzfr: Callable, write: Callable[..., Path]) -> Callable[..., list[str]]:
    """Run `today`, or another command, on that database on a day of December 2018."""
    path = write(RIVALS)

    def run(day: int, *command: str) -> list[str]:
        done = kzfr(
            *(command or ("today",)),
            "--no-packaged",
            *("--db", str(path), "--today", f"2018-12-{day:02}", "--lang", "en"),
        )
        assert done.returncode == 0, done.stderr
        return list(done.stdout.splitlines())

    return run


@pytest.mark.parametrize(
    ("day", "lines"),
    [
        (4, []),
        (5, []),
        (6, ["★ 10 years: Institute opens · date disputed"]),
        (7, ["★ 10 years: Visit · date uncertain"]),
        (8, ["★ 10 years: Institute opens · signed"]),
        (9, ["★ 10 years: Institute opens · celebrated · date disputed"]),
        (10, []),
    ],
)
def test_an_event_has_one_line_and_a_disputed_date_is_said_or_left_out(
    told: Callable, day: int, lines: list[str]
) -> None:
    assert told(day) == lines


def test_the_first_page_has_a_line_for_an_event_in_the_week(told: Callable) -> None:
    rows = [line for line in told(4, "--color", "never") if line.startswith("  ★")]
    assert rows == [
        "  ★ 6 December · 10th · Institute opens · date disputed",
        "  ★ 7 December · 10th · Visit · date uncertain",
    ]


def test_a_plan_of_a_year_says_which_dates_are_disputed(told: Callable) -> None:
    lines = told(1, "anniversary", "--year", "2018", "--plain")
    found = [number for number, line in enumerate(lines) if "Institute" in line]
    rows = {lines[number].split()[2]: lines[number + 1] for number in found}
    assert "date disputed" in rows["4"]
    assert "date disputed" in rows["5"]
    assert "date disputed" in rows["6"]
    assert "date disputed" not in rows["8"]


def test_the_error_of_the_first_lines_of_the_readme_is_not_told(kzfr: Callable) -> None:
    assert "Strategic partnership" not in kzfr("today", "--today", "2018-06-05").stdout


@pytest.mark.parametrize("day", ["2024-12-04", "2026-12-04", "2027-01-25", "2026-12-05"])
def test_no_title_stands_twice_on_a_day(kzfr: Callable, day: str) -> None:
    lines = kzfr("today", "--today", day, "--lang", "en").stdout.splitlines()
    titles = [line.split(": ")[1].split(" · ")[0] for line in lines]
    assert titles
    assert len(titles) == len(set(titles))


@pytest.mark.parametrize("day", range(1, 31, 3))
def test_what_is_told_is_never_a_date_that_the_database_disputes(
    kzfr: Callable, day: int
) -> None:
    on = f"2026-12-{day:02}"
    rows = json.loads(
        kzfr(
            "anniversary", "--date", on, "--within", "0", "--format", "json", "--lang", "en"
        ).stdout
    )
    sure = {
        row["title"] for row in rows if row["match"] == "day" and row["status"] != "disputed"
    }
    lines = kzfr("today", "--today", on, "--lang", "en").stdout.splitlines()
    assert {line.split(": ", 1)[1].split(" · ")[0] for line in lines} == sure


def test_each_anniversary_of_the_day_has_a_line(kzfr: Callable) -> None:
    lines = kzfr("today", "--today", "2018-06-11").stdout.splitlines()
    assert "★ 10 years: Strategic partnership treaty signed" in lines


def test_a_day_without_anything_is_silent(kzfr: Callable) -> None:
    done = kzfr("today", "--today", "2018-06-05", "--no-packaged")
    assert (done.returncode, done.stdout) == (0, "")


def test_only_round_leaves_the_others_out(kzfr: Callable) -> None:
    assert kzfr("today", "--today", "2019-06-11").stdout != ""
    assert kzfr("today", "--today", "2019-06-11", "--only-round").stdout == ""


def test_plain_has_a_star_of_ascii(kzfr: Callable) -> None:
    assert kzfr("today", "--today", "2018-06-11", "--plain").stdout.startswith(("* ", "- "))


def test_it_speaks_the_language_asked(kzfr: Callable) -> None:
    assert "10 ans\u00a0: " in kzfr("today", "--today", "2018-06-11", "--lang", "fr").stdout
