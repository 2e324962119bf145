"""Words of a search that begin with a hyphen are left out; no file is written by mistake."""

from __future__ import annotations

import json
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

from ..conftest import SMALL

Run = Callable[..., subprocess.CompletedProcess[str]]
ENGLISH = {"KZFR_LANG": "en"}


@pytest.fixture
def small(kzfr: Run, write: Callable[..., Path], tmp_path: Path) -> Run:
    """Run a command on the small database, in an empty folder."""
    path = write(SMALL)
    (folder := tmp_path / "here").mkdir()

    def run(*arguments: str, **options: object) -> subprocess.CompletedProcess[str]:
        more = {"cwd": folder, "env": ENGLISH, **options}
        return kzfr(*arguments, "--no-packaged", "--db", str(path), **more)

    return run


def ids(result: subprocess.CompletedProcess[str]) -> set[str]:
    """List the ids of a JSON output."""
    return {row["id"] for row in json.loads(result.stdout)}


BEGIN_LIKE_NOTHING = [
    "-macron",
    "-résumé",
    "-Назарбаев",
    "-қазақ",
    "-2018",
    "-x1",
    "-d'Estaing",
]


@pytest.mark.parametrize("word", BEGIN_LIKE_NOTHING)
def test_a_word_with_a_hyphen_is_left_out_and_nothing_is_said(
    small: Run, tmp_path: Path, word: str
) -> None:
    result = small("search", "astana", word, "--format", "json")
    assert ids(result) == {"treaty-2008", "visit-2020"}
    assert result.stderr == ""
    assert list((tmp_path / "here").iterdir()) == []


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["-orano"], "leaving out “orano” (to write a file: -o NAME)\n"),
        (["-oranos", "-otan"], "leaving out “oranos”, “otan” (to write a file: -o NAME)\n"),
        (
            ["-oranos", "-otan x"],
            "leaving out “oranos”, “otan x” (to write a file: -o NAME)\n",
        ),
        (["-hollande"], "leaving out “hollande” (for the help: -h)\n"),
        (["-limit"], "leaving out “limit” (the option is --limit)\n"),
        (["-format=json"], "leaving out “format=json” (the option is --format)\n"),
        (
            ["-orano", "-hollande"],
            "leaving out “orano”, “hollande” (to write a file: -o NAME; for the help: -h)\n",
        ),
    ],
)
def test_a_word_that_begins_like_an_option_is_told_once(
    small: Run, tmp_path: Path, words: list[str], said: str
) -> None:
    result = small("search", "astana", *words)
    assert (result.returncode, result.stderr) == (0, said)
    assert "Partnership treaty" in result.stdout
    assert list((tmp_path / "here").iterdir()) == []


@pytest.mark.parametrize(
    ("lang", "said"), [("fr", "sans"), ("ru", "без"), ("kk", "қалдырылды")]
)
def test_it_is_told_in_the_language(small: Run, lang: str, said: str) -> None:
    told = small("search", "astana", "-orano", "--lang", lang).stderr
    assert said in told.lower()
    assert "-o " in told
    assert "orano" in told


@pytest.mark.parametrize(
    "arguments",
    [
        ["--limt", "2"],
        ["--starting", "2024"],
        ["--json"],
        ["--orano"],
        ["--макрон"],
        ["--starting=2024"],
        ["-x"],
        ["-5"],
        ["-!"],
    ],
)
def test_an_unknown_option_is_a_usage_error(small: Run, arguments: list[str]) -> None:
    result = small("search", "astana", *arguments)
    assert (result.returncode, result.stdout) == (2, "")
    assert "No such option" in result.stderr


def test_options_stand_anywhere_among_the_words(small: Run) -> None:
    result = small("search", "-visit", "--format", "json", "astana", "--limit", "5")
    assert ids(result) == {"treaty-2008"}


def test_the_value_of_an_option_is_no_word(small: Run) -> None:
    result = small("search", "astana", "--limit", "-5")
    assert result.returncode == 2
    assert "-5" in result.stderr


def test_an_exact_option_is_an_option(small: Run, tmp_path: Path) -> None:
    assert small("search", "astana", "-o", "-visit").returncode == 0
    assert [path.name for path in (tmp_path / "here").iterdir()] == ["-visit"]
    assert "Usage" in small("search", "astana", "-h").stdout


@pytest.mark.parametrize(
    ("word", "left"),
    [
        ("-2020", {"treaty-2008"}),
        ("-2008", {"visit-2020"}),
        ("-2008-06-11", {"visit-2020"}),
        ("-2020-02", {"treaty-2008"}),
        ("-2020s", {"treaty-2008"}),
        ("-1999", {"treaty-2008", "visit-2020"}),
    ],
)
def test_a_year_is_left_out(small: Run, word: str, left: set[str]) -> None:
    assert ids(small("search", "astana", word, "--format", "json")) == left


@pytest.mark.parametrize("year", ["2014", "2018", "2023"])
def test_no_hit_is_of_the_year_left_out(kzfr: Run, year: str) -> None:
    rows = json.loads(
        kzfr("search", "macron", f"-{year}", "--limit", "50", "--format", "json").stdout
    )
    assert rows
    assert not [row["id"] for row in rows if row["date"].startswith(year)]


def test_a_phrase_in_the_quotes_of_the_shell_is_left_out_whole(small: Run) -> None:
    left = ids(small("search", "astana", "-partnership treaty", "--format", "json"))
    assert left == {"visit-2020"}


def test_a_whole_query_in_one_piece_may_begin_with_a_hyphen(small: Run) -> None:
    assert ids(small("search", "-visit astana", "--format", "json")) == {"treaty-2008"}


def test_after_two_hyphens_every_piece_is_a_word(kzfr: Run) -> None:
    result = kzfr("search", "--lang", "en", "--", "sorbonne", "-orano", "-x")
    assert (result.returncode, result.stderr) == (0, "")


@pytest.mark.parametrize("option", ["-o", "--output", "--limit"])
def test_an_option_without_its_value_writes_no_file(
    kzfr: Run, tmp_path: Path, option: str
) -> None:
    result = kzfr("search", "astana", option, cwd=tmp_path, env=ENGLISH)
    assert result.returncode == 2
    assert "requires an argument" in result.stderr
    assert list(tmp_path.iterdir()) == []


def test_of_a_whole_query_in_one_piece_the_word_left_out_is_told(small: Run) -> None:
    result = small("search", "-orano astana")
    assert result.stderr == "leaving out “orano” (to write a file: -o NAME)\n"
