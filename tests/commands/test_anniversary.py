"""`kzfr anniversary` as its users run it."""

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


def rows(result: subprocess.CompletedProcess[str]) -> list[tuple[object, ...]]:
    """List what was found as (id, kind, years, on, offset, match)."""
    names = ("id", "kind", "years", "on", "offset_days", "match")
    return [tuple(row[name] for name in names) for row in json.loads(result.stdout)]


def test_the_tenth_anniversary_of_the_partnership_is_celebrated_and_the_treaty_is_six_days_later(
    kzfr: Run,
) -> None:
    text = kzfr("anniversary", "--date", "2018-06-05", "--lang", "en").stdout
    assert re.search(r"★ 10th +Strategic partnership treaty signed", text)
    assert "anniversary falls on 11 June 2018, 6 days later" in text
    found = json.loads(
        kzfr("anniversary", "--date", "2018-06-05", "--format", "json").stdout
    )[0]
    assert (
        found["years"],
        found["offset_days"],
        found["round"],
        found["own_day_offset"],
    ) == (
        10,
        0,
        True,
        6,
    )


def test_diplomatic_relations_are_26_years_old_and_not_round(kzfr: Run) -> None:
    rows = json.loads(kzfr("anniversary", "--date", "2018-01-25", "--format", "json").stdout)
    found = next(
        row
        for row in rows
        if row["id"] == "diplomatic-relations-1992" and row["offset_days"] == 0
    )
    assert (found["years"], found["round"]) == (26, False)


def test_near_ones_have_a_signed_distance_and_facets_count_apart(small: Run) -> None:
    found = rows(small("anniversary", "--date", "2018-06-12", "--format", "json"))
    assert ("treaty-2008", "signed", 10, "2018-06-11", -1, "near") in found
    assert ("treaty-2008", "in-force", 8, "2018", None, "year") in found
    assert ("season-2013", "occurred", 5, "2018-09", None, "month") not in found


def test_within_bounds_what_is_near(small: Run) -> None:
    found = rows(
        small("anniversary", "--date", "2018-06-12", "--within", "0", "--format", "json")
    )
    assert all(match == "year" for *_, match in found)


@pytest.mark.parametrize(
    ("rule", "lang", "said"),
    [
        ("feb28", "en", "of 29 February: celebrated on the 28th in a common year"),
        ("mar1", "fr", "se célèbre le 1er mars"),
        ("both", "ru", "отмечается 28 февраля и 1 марта"),
        ("feb28", "kk", "28 ақпанда аталып өтіледі"),
    ],
)
def test_the_rule_of_a_leap_day_is_told_in_words(
    kzfr: Run, write: Callable[..., Path], rule: str, lang: str, said: str
) -> None:
    base = ("--no-packaged", "--db", str(write(SMALL)), "--lang", lang)
    text = kzfr("anniversary", "--date", "2021-02-28", "--leap-day", rule, *base).stdout
    assert said in text
    assert rule not in text


@pytest.mark.parametrize(
    ("rule", "days"),
    [
        ("feb28", ["2021-02-28"]),
        ("mar1", ["2021-03-01"]),
        ("both", ["2021-02-28", "2021-03-01"]),
    ],
)
def test_leap_day_falls_by_the_rule_and_the_answer_says_so(
    small: Run, rule: str, days: list[str]
) -> None:
    result = small(
        "anniversary",
        "--year",
        "2021",
        "--category",
        "visit",
        "--leap-day",
        rule,
        "--format",
        "json",
    )
    assert [row["on"] for row in json.loads(result.stdout)] == days
    assert {row["leap_day"] for row in json.loads(result.stdout)} == {rule}
    assert (
        "29 February" in small("anniversary", "--date", days[0], "--leap-day", rule).stdout
    )


@pytest.mark.parametrize("day", ["2008-06-11", "2007-06-11"])
def test_an_event_is_not_its_own_anniversary_nor_before_it(small: Run, day: str) -> None:
    assert "treaty-2008" not in ids(small("anniversary", "--date", day, "--format", "json"))


def test_a_planner_names_the_weekday_of_each_day(small: Run, kzfr: Run) -> None:
    assert re.search(
        "Monday 11 +10th +Partnership treaty",
        small("anniversary", "--year", "2018").stdout,
    )
    assert re.search(
        "lundi 11 +10e ", kzfr("anniversary", "--year", "2018", "--lang", "fr").stdout
    )
    row = json.loads(
        small("anniversary", "--year", "2018", "--kind", "signed", "--format", "json").stdout
    )[0]
    assert (row["on"], row["weekday"]) == ("2018-06-11", "Monday")


@pytest.mark.parametrize(
    ("profile", "is_round"),
    [("default", True), ("decades", True), ("unesco", False), ("7,33", False)],
)
def test_profiles_say_what_is_round(small: Run, profile: str, is_round: bool) -> None:
    row = json.loads(
        small(
            "anniversary", "--date", "2018-06-11", "--round", profile, "--format", "json"
        ).stdout
    )[0]
    assert (row["years"], row["round"]) == (10, is_round)


def test_next_gives_those_to_come(small: Run) -> None:
    found = rows(
        small("anniversary", "--next", "2", "--date", "2018-06-06", "--format", "json")
    )
    assert found[0][:4] == ("treaty-2008", "signed", 10, "2018-06-11")


def test_today_is_taken_from_the_option_then_from_the_environment(small: Run) -> None:
    assert small("anniversary").stdout.startswith("Tuesday 5 June 2018")
    assert small("anniversary", "--today", "2018-06-11").stdout.startswith(
        "Monday 11 June 2018"
    )


def test_numbers_stand_apart_from_titles(kzfr: Run) -> None:
    text = kzfr("anniversary", "--date", "2025-06-05", "--lang", "en", "--limit", "0").stdout
    assert re.findall(r"^  [★·] \d+(?:st|nd|rd|th)\S", text, re.MULTILINE) == []


def test_only_round_ones_of_a_year(kzfr: Run) -> None:
    said = kzfr(
        "anniversary", "--year", "2027", "--round", "decades", "--only-round", "--lang", "en"
    ).stdout
    assert re.search("★ Friday 10 +30th  Akmola, the new capital, is renamed Astana", said)
    assert "35th" not in said


def test_a_limit_cuts_a_year_and_says_so(kzfr: Run) -> None:
    result = kzfr("anniversary", "--year", "2027", "--limit", "1", "--lang", "en")
    assert result.stdout.count("★") == 3
    assert "more: --all" in result.stdout


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["--year", "27"], "2027"),
        (["--year", "'97"], "1997"),
        (["--year", "2026,2027"], "2026-2027"),
        (["--year", "2027-2026"], "2026-2027"),
        (["--year", "next"], "“next”"),
        (["--year", "0000"], "“0000”"),
        (["--year", "12027"], "“12027”"),
        (["--year", "２０２７"], "“２０２７”"),
        (["--year", "2027", "--date", "2027-01-25"], "--year and --date"),
        (["--year", "2027", "--next", "3"], "--year and --next"),
        (["--year", "2027", "--within", "3"], "--year and --within"),
        (["--next", "3", "--within", "3"], "--next and --within"),
        (["--next", "3", "--limit", "2"], "--next and --limit"),
    ],
)
def test_what_would_not_be_heeded_is_refused(
    kzfr: Run, arguments: list[str], said: str
) -> None:
    result = kzfr("anniversary", *arguments, "--lang", "en")
    assert (result.returncode, result.stdout) == (2, "")
    assert said in result.stderr


@pytest.mark.parametrize("lang", ["fr", "ru", "kk"])
def test_a_wrong_year_is_refused_in_the_language(kzfr: Run, lang: str) -> None:
    for arguments in (["--year", "27"], ["--year", "2027-2026"], ["--year", "x"]):
        told = kzfr("anniversary", *arguments, "--lang", lang).stderr
        assert "year with four" not in told
        assert "Write the years" not in told
        assert "is no year" not in told


@pytest.mark.parametrize("limit", ["1", "3"])
def test_a_limit_counts_what_it_leaves_out(kzfr: Run, limit: str) -> None:
    arguments = ("anniversary", "--date", "2027-01-25", "--lang", "en")
    few, more, every = (
        kzfr(*arguments, *given).stdout
        for given in (
            ("--limit", limit),
            ("--limit", "0"),
            ("--limit", "0", "--weight", "detail"),
        )
    )

    def counted(text: str) -> int:
        left = re.findall(r"… and ([0-9]+) more", text)
        inside = re.findall(r"^ {10}[0-9]+th: .*, ", text, re.M)
        return len(re.findall("^  [★·] ", text, re.M)) + len(inside) + sum(map(int, left))

    assert "★" in few
    assert counted(few) == counted(more) == counted(every)


def test_the_next_ones_count_from_a_date(kzfr: Run) -> None:
    rows = json.loads(
        kzfr("anniversary", "--date", "2027-01-25", "--next", "2", "--format", "json").stdout
    )
    assert [row["on"] for row in rows] == ["2027-01-25", "2027-01-25"]
