"""`kzfr check` tells what is wrong, where, and by its exit code."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest

CASES = Path(__file__).parent.parent / "proofreading" / "texts" / "cases"
HOSTILE = CASES.parent / "hostile"
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
    "start",
    "end",
    "place",
    "sentence",
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
    assert (row["line"], row["column"], row["end_column"], row["expected"]) == (
        3,
        4,
        20,
        "15",
    )
    assert row["suggestions"] == ["15e anniversaire"]
    assert WRONG[row["start"] : row["end"]] == "25e anniversaire"
    assert row["place"] == "1st paragraph under “Titre”"


def test_sarif_places_the_result(kzfr: Callable, wrong: Path) -> None:
    log = json.loads(kzfr("check", str(wrong), "--format", "sarif").stdout)
    (result,) = log["runs"][0]["results"]
    assert log["version"] == "2.1.0"
    assert (result["ruleId"], result["level"]) == ("anniversary", "error")
    region = result["locations"][0]["physicalLocation"]["region"]
    assert region["startLine"] == 3
    length = region["charOffset"] + region["charLength"]
    assert WRONG[region["charOffset"] : length] == "25e anniversaire"
    (fix,) = result["fixes"]
    (change,) = fix["artifactChanges"][0]["replacements"]
    assert change["deletedRegion"] == region
    assert change["insertedContent"] == {"text": "15e anniversaire"}


def test_github_annotates_the_line(kzfr: Callable, wrong: Path) -> None:
    assert kzfr("check", str(wrong), "--format", "github").stdout.startswith("::error file=")


def test_rdjson_gives_the_severity(kzfr: Callable, wrong: Path) -> None:
    (found,) = json.loads(kzfr("check", str(wrong), "--format", "rdjson").stdout)[
        "diagnostics"
    ]
    assert found["severity"] == "ERROR"


def test_rdjson_counts_columns_in_bytes(kzfr: Callable, tmp_path: Path) -> None:
    text = "À l’été, la fête du lundi 5 juin 2018."
    (tmp_path / "a.md").write_text(text, encoding="utf-8")
    (found,) = json.loads(
        kzfr("check", str(tmp_path / "a.md"), "--format", "rdjson").stdout
    )["diagnostics"]
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
    text = (
        "Le 40e anniversaire des relations diplomatiques entre la France et le Kazakhstan."
    )
    assert kzfr("check", "-", "--as-of", "2022-01-25", stdin=text).returncode == 1


def test_words_are_marked_in_their_sentence(kzfr: Callable, wrong: Path) -> None:
    told = kzfr("check", str(wrong), "--lang", "en").stdout.splitlines()
    assert told[1].startswith("    “Le [25e anniversaire] du traité")


def test_document_says_in_words_where_it_stands(kzfr: Callable) -> None:
    document = CASES / "09-docx-footnote" / "footnote.docx"
    told = kzfr("check", str(document), "--lang", "en").stdout.splitlines()
    assert told[0].endswith("“5 juin 2008” (footnote 1)")


def test_explain_tells_charset_date_and_what_is_left_out(
    kzfr: Callable, tmp_path: Path
) -> None:
    page = tmp_path / "page.html"
    text = "<meta charset=koi8-r><meta name=date content=2018-05-20><del>x</del><p>Текст</p>"
    page.write_bytes(text.encode("koi8-r"))
    told = kzfr("check", str(page), "--explain", "--lang", "en").stdout
    assert (
        told == f"{page}: read as koi8-r; written 20 May 2018; left out: deleted text (1)\n"
    )


def test_part_that_could_not_be_read_is_named_and_ends_in_3(kzfr: Callable) -> None:
    done = kzfr("check", str(HOSTILE / "quadratic-75kB.html"), "--lang", "en")
    assert done.returncode == 3
    assert len(done.stderr.splitlines()) == 1
    assert "1: a tag that begins here never ends" in done.stderr


def test_one_text_that_cannot_be_read_keeps_no_other_from_it(
    kzfr: Callable, wrong: Path
) -> None:
    done = kzfr("check", str(HOSTILE / "cor_bz2.docx"), str(wrong), "--lang", "en")
    assert done.returncode == 3
    assert "cor_bz2.docx cannot be read: it is damaged" in done.stderr
    assert "contradicted “25e anniversaire”" in done.stdout


def test_text_in_another_language_is_said(kzfr: Callable) -> None:
    text = (
        "Der Vertrag über die strategische Partnerschaft zwischen Frankreich und Kasachstan wurde "
        "am 11. Juni 2008 in Paris unterzeichnet. Die beiden Präsidenten trafen sich dort und "
        "sprachen über die Zusammenarbeit bei der Raumfahrt, der Kernenergie und dem Verkehr. "
        "Der Vertrag trat nach der Ratifizierung durch beide Parlamente zum Jahresbeginn in Kraft, "
        "und seitdem kommen die Minister jedes Jahr zusammen, um über neue Vorhaben zu beraten."
    )
    done = kzfr("check", "-", "--lang", "en", stdin=text)
    assert done.returncode == 0
    assert "none of French, English, Russian and Kazakh" in done.stderr
