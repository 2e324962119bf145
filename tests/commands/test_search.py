"""`kzfr search` as its users run it; what it finds is tested in tests/queries."""

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
        return kzfr(*arguments, "--no-packaged", "--db", str(path), "--lang", "en", **options)

    return run


def ids(result: subprocess.CompletedProcess[str]) -> list[str]:
    """List the ids of a JSON output."""
    return [row["id"] for row in json.loads(result.stdout)]


@pytest.mark.parametrize("query", [["Sorbonne"], ["sorbone", "almati"], ["Сорбонна"]])
def test_the_sorbonne_institute_comes_first(kzfr: Run, query: list[str]) -> None:
    assert "sorbonne" in ids(kzfr("search", *query, "--format", "json"))[0]


def test_a_hit_says_which_word_matched_what(small: Run) -> None:
    row = json.loads(small("search", "tretay", "--format", "json").stdout)[0]
    assert row["id"] == "treaty-2008"
    assert row["matched"][0]["word"] == "tretay"
    assert row["matched"][0]["found"] == "treaty"
    assert "tretay ~ treaty (in the title)" in small("search", "tretay").stdout


@pytest.mark.parametrize(
    ("lang", "said"), [("fr", "(dans le titre)"), ("ru", "(в заголовке)"), ("kk", "(тақырыпта)")]
)
def test_where_a_word_was_found_is_told_in_the_language(kzfr: Run, lang: str, said: str) -> None:
    assert said in kzfr("search", "sorbone", "--limit", "1", "--lang", lang).stdout


def test_a_title_that_falls_back_is_marked(kzfr: Run, write: Callable[..., Path]) -> None:
    arguments = ["--no-packaged", "--db", str(write(SMALL)), "--lang", "ru"]
    assert "· заголовок на английском" in kzfr("search", "treaty", *arguments).stdout


def test_the_value_of_a_figure_is_told(kzfr: Run) -> None:
    text = kzfr("search", "--in", "figures", "uranium", "--lang", "ru").stdout
    assert "значение · 28,95\u00a0%, 2020 г." in text


def test_a_word_that_stands_in_the_title_as_it_was_typed_is_not_transliterated(kzfr: Run) -> None:
    assert "dogovor" not in kzfr("search", "договор", "--limit", "1", "--lang", "ru").stdout


def test_nothing_found_is_told_on_stderr_with_1(small: Run) -> None:
    result = small("search", "qqqxxxzzz")
    assert (result.returncode, result.stdout) == (1, "")
    assert result.stderr.startswith("Nothing found for “qqqxxxzzz”.")


def test_window_and_category_restrict(small: Run) -> None:
    assert ids(small("search", "astana", "--from", "2010", "--format", "json")) == ["visit-2020"]
    assert ids(small("search", "astana", "--category", "treaty", "--format", "json")) == [
        "treaty-2008"
    ]


def test_words_that_begin_with_a_dash_are_words(small: Run) -> None:
    assert ids(small("search", "astana", "-visit", "--format", "json")) == ["treaty-2008"]


def test_events_found_go_to_a_calendar_or_a_hand_out_and_other_entries_are_counted(
    kzfr: Run,
) -> None:
    found = kzfr(
        "search", "--in", "events,names", "sorbonne", "--limit", "5", "--format", "markdown"
    )
    assert found.returncode == 0, found.stderr
    assert found.stdout.startswith("# France–Kazakhstan relations")
    years = [line for line in found.stdout.splitlines() if re.fullmatch("## [0-9]{4}", line)]
    assert years == sorted(set(years))
    assert "left out of this format" in found.stderr
