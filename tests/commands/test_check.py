"""`kzfr check` tells what is wrong, where, and by its exit code."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest

WRONG = (
    "# Titre\n\n"
    "Le 25e anniversaire du traité de partenariat stratégique entre la France et le "
    "Kazakhstan, en juin 2023.\n"
)
RIGHT = (
    "Le 15e anniversaire du traité de partenariat stratégique entre la France et le "
    "Kazakhstan, en juin 2023.\n"
)
FIELDS = [
    "file",
    "line",
    "column",
    "end_line",
    "end_column",
    "text",
    "kind",
    "verdict",
    "event",
    "facet",
    "expected",
    "message",
    "sources",
    "suggestions",
]


@pytest.fixture
def wrong(tmp_path: Path) -> Path:
    path = tmp_path / "wrong.md"
    path.write_text(WRONG, encoding="utf-8")
    return path


def test_wrong_anniversary_is_told_with_its_place(kzfr: Callable, wrong: Path) -> None:
    done = kzfr("check", str(wrong), "--lang", "en")
    assert done.returncode == 1
    assert done.stdout.startswith(f"{wrong}:3:4: contradicted")
    assert "11 June 2008 (signed) → June 2023: 15 years, not 25" in done.stdout


def test_right_text_is_silent(kzfr: Callable) -> None:
    done = kzfr("check", "-", stdin=RIGHT)
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")


def test_explain_shows_what_is_supported(kzfr: Callable) -> None:
    done = kzfr("check", "--explain", stdin=RIGHT)
    assert done.returncode == 0
    assert "supported" in done.stdout


def test_json_has_the_promised_fields(kzfr: Callable, wrong: Path) -> None:
    (row,) = json.loads(kzfr("check", str(wrong), "--format", "json").stdout)
    assert list(row) == FIELDS
    assert (row["line"], row["column"], row["end_column"], row["expected"]) == (3, 4, 20, "15")
    assert row["suggestions"] == ["15e anniversaire"]


def test_sarif_places_the_result(kzfr: Callable, wrong: Path) -> None:
    log = json.loads(kzfr("check", str(wrong), "--format", "sarif").stdout)
    (result,) = log["runs"][0]["results"]
    assert log["version"] == "2.1.0"
    assert (result["ruleId"], result["level"]) == ("anniversary", "error")
    assert result["locations"][0]["physicalLocation"]["region"]["startLine"] == 3


def test_github_annotates_the_line(kzfr: Callable, wrong: Path) -> None:
    assert kzfr("check", str(wrong), "--format", "github").stdout.startswith("::error file=")


def test_rdjson_gives_the_severity(kzfr: Callable, wrong: Path) -> None:
    (found,) = json.loads(kzfr("check", str(wrong), "--format", "rdjson").stdout)["diagnostics"]
    assert found["severity"] == "ERROR"


def test_rdjson_counts_columns_in_bytes(kzfr: Callable, tmp_path: Path) -> None:
    text = "À l’été, la fête du lundi 5 juin 2018."
    (tmp_path / "a.md").write_text(text, encoding="utf-8")
    (found,) = json.loads(kzfr("check", str(tmp_path / "a.md"), "--format", "rdjson").stdout)[
        "diagnostics"
    ]
    place = found["location"]["range"]
    quoted = text.encode()[place["start"]["column"] - 1 : place["end"]["column"] - 1]
    assert quoted.decode() == "lundi 5 juin 2018"
    assert {repair["text"] for repair in found["suggestions"]} == {
        "mardi 5 juin 2018",
        "lundi 4 juin 2018",
    }


def test_fail_on_never_succeeds(kzfr: Callable, wrong: Path) -> None:
    assert kzfr("check", str(wrong), "--fail-on", "never").returncode == 0


def test_missing_file_is_refused_with_3(kzfr: Callable) -> None:
    done = kzfr("check", "no-such-file.txt")
    assert done.returncode == 3
    assert "no-such-file.txt" in done.stderr


def test_note_says_when_the_date_of_the_text_is_missing(kzfr: Callable) -> None:
    done = kzfr(
        "check",
        "-",
        stdin="Le 40e anniversaire des relations diplomatiques entre la France et le Kazakhstan.",
    )
    assert done.returncode == 0
    assert "--as-of" in done.stderr


def test_as_of_dates_the_text(kzfr: Callable) -> None:
    text = "Le 40e anniversaire des relations diplomatiques entre la France et le Kazakhstan."
    assert kzfr("check", "-", "--as-of", "2022-01-25", stdin=text).returncode == 1
