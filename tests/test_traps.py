"""Traps that libraries and platforms set, each seen once: none of them may catch us."""

from __future__ import annotations

import ast
from collections.abc import Callable
from datetime import date
from pathlib import Path
from subprocess import CompletedProcess

import pytest

from kzfr_cli.core import edtf
from kzfr_cli.errors import InvalidDateError
from kzfr_cli.languages import folding, ordinals, typed
from kzfr_cli.store import paths
from tests.conftest import ROOT

Kzfr = Callable[..., CompletedProcess[str]]
TODAY = date(2018, 6, 5)


def modules() -> list[Path]:
    return sorted((ROOT / "src").rglob("*.py"))


def test_dateutil_never_parses_what_a_person_typed() -> None:
    for path in modules():
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.ImportFrom):
                assert node.module != "dateutil.parser", path
            if isinstance(node, ast.Import):
                assert all(alias.name != "dateutil.parser" for alias in node.names), path


def test_year_typed_alone_is_no_day() -> None:
    found = typed.parse("1992", TODAY)
    assert (found.text, found.day, found.precision) == ("1992", None, "year")


@pytest.mark.parametrize("day_first", [False, True])
def test_iso_like_date_is_never_swapped(day_first: bool) -> None:
    assert typed.parse("2018-6-5", TODAY, day_first).day == date(2018, 6, 5)


def test_words_are_no_edtf() -> None:
    with pytest.raises(InvalidDateError):
        edtf.parse("11 juin 2008")


def test_question_mark_of_a_date_is_kept() -> None:
    assert edtf.parse("1992?").is_uncertain
    assert edtf.parse("1992?").text == "1992?"


@pytest.mark.parametrize(
    ("number", "lang", "expected"),
    [
        (1, "fr", "1er"),
        (2, "fr", "2e"),
        (10, "fr", "10e"),
        (26, "fr", "26e"),
        (1, "en", "1st"),
        (2, "en", "2nd"),
        (3, "en", "3rd"),
        (11, "en", "11th"),
        (12, "en", "12th"),
        (13, "en", "13th"),
        (21, "en", "21st"),
        (26, "en", "26th"),
        (111, "en", "111th"),
    ],
)
def test_ordinals_are_right(number: int, lang: str, expected: str) -> None:
    assert ordinals.ordinal(number, lang) == expected


def test_feminine_first_is_written_so_in_french() -> None:
    assert ordinals.ordinal(1, "fr", feminine=True) == "1re"


@pytest.mark.parametrize(
    ("text", "expected"),
    [("Әлихан", ["alikhan"]), ("Нұр-Сұлтан", ["nur", "sultan"]), ("Élysée", ["elysee"])],
)
def test_kazakh_and_accents_fold_to_letters(text: str, expected: list[str]) -> None:
    assert folding.words(text) == expected


@pytest.mark.parametrize("query", ["expo 2071", "+", "-", "??"])
def test_search_does_not_answer_what_it_has_not(kzfr: Kzfr, query: str) -> None:
    done = kzfr("search", query, "--format", "json")
    assert (done.returncode, done.stdout) == (1, "[]\n")
    assert done.stderr
    told = kzfr("search", query, "--lang", "en")
    assert told.returncode == 1
    assert not told.stdout or told.stdout.startswith("Nothing has all of it.")


def test_piped_text_is_neither_wrapped_nor_cut(kzfr: Kzfr) -> None:
    done = kzfr("timeline", "--from", "1800", "--limit", "40")
    assert "…" not in done.stdout
    titles = [line for line in done.stdout.splitlines() if "├" in line]
    assert len(titles) + done.stdout.count("╞") == 40
    assert max(map(len, titles)) > 80


def test_forced_colours_do_not_reach_a_file(kzfr: Kzfr, tmp_path: Path) -> None:
    target = tmp_path / "out.txt"
    done = kzfr("timeline", "--limit", "3", "-o", str(target), env={"FORCE_COLOR": "1"})
    assert done.returncode == 0
    assert "\x1b" not in target.read_text(encoding="utf-8")
    assert "\x1b" in kzfr("timeline", "--limit", "3", env={"FORCE_COLOR": "1"}).stdout


@pytest.mark.parametrize(
    "env",
    [
        {"LANG": "C"},
        {"LC_ALL": "C", "PYTHONIOENCODING": "ascii"},
        {"PYTHONUTF8": "0", "LC_ALL": "POSIX"},
    ],
)
def test_kazakh_letters_survive_a_poor_locale(kzfr: Kzfr, env: dict[str, str]) -> None:
    done = kzfr("search", "Назарбаев", "--lang", "kk", "--limit", "1", env=env)
    assert done.returncode == 0, done.stderr
    assert "Назарбаев" in done.stdout


def test_checkout_reads_the_very_files_that_people_edit() -> None:
    assert Path(paths.packaged()).samefile(ROOT / "data")


def test_byte_order_mark_on_input_is_accepted(kzfr: Kzfr, tmp_path: Path) -> None:
    path = tmp_path / "bom.toml"
    path.write_bytes(b'\xef\xbb\xbf[[tags]]\nid = "with-bom"\nlabel.en = "With"\n')
    done = kzfr("--no-packaged", "--db", str(path), "info")
    assert (done.returncode, done.stderr) == (0, "")
    assert "1 added" in done.stdout
