"""`kzfr info` as its users run it."""

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


def test_files_counts_and_index_are_told(small: Run) -> None:
    told = json.loads(small("info", "--format", "json").stdout)
    assert told["counts"]["events"] == 4
    assert told["disputed"] == 1
    assert [(file["added"], file["problems"]) for file in told["files"]] == [(9 - 2, 0)]
    assert Path(told["index"]).is_file()
    assert told["index_state"] in ("fresh", "rebuilt")


def test_an_overlay_tells_what_it_changes(kzfr: Run, write: Callable[..., Path]) -> None:
    over = write(
        '[[events]]\nid = "diplomatic-relations-1992"\nhidden = true\n', "over.toml"
    )
    assert "1 hidden" in kzfr("info", "--db", str(over), "--lang", "en").stdout


@pytest.mark.parametrize(
    ("lang", "said"),
    [
        (
            "en",
            ["4 events · 0 figures · 0 indicators", "From 1993 to 2020; 1 with", " bytes"],
        ),
        ("fr", ["4 événements · 0 chiffre", "Période\u00a0: 1993 – 2020", " octets"]),
        ("ru", ["4 события · 0 значений", "Период: 1993 — 2020", " байт"]),
        ("kk", ["4 оқиға · 0 дерек", "Кезең: 1993 — 2020", " байт"]),
    ],
)
def test_the_counts_agree_with_their_nouns(
    kzfr: Run, write: Callable[..., Path], lang: str, said: list[str]
) -> None:
    text = kzfr("info", "--no-packaged", "--db", str(write(SMALL)), "--lang", lang).stdout
    assert [part for part in said if part not in text] == []
    assert not re.search(r",0(?!\d\d)", text)


def test_the_version_is_one_line(kzfr: Run) -> None:
    assert re.fullmatch(r"kzfr [0-9.]+\n", kzfr("--version").stdout)


def test_info_tells_of_which_day_the_packaged_data_are(kzfr: Run) -> None:
    told = json.loads(kzfr("info", "--format", "json").stdout)
    assert re.fullmatch(r"\d{4}-\d{2}-\d{2}", told["as_of"])
    assert told["reviewed"] <= told["as_of"]
    assert "Data as of" in kzfr("info", "--lang", "en").stdout


def test_data_of_others_alone_have_no_day(small: Run) -> None:
    assert json.loads(small("info", "--format", "json").stdout)["as_of"] == ""


def test_changes_are_counted_by_kind_and_events_are_listed(kzfr: Run) -> None:
    text = kzfr("info", "--changes", "--lang", "en").stdout
    assert text.startswith("Changes from version 0.1.0")
    assert re.search(r"^\d+ events: added\n  \S.+  \[[a-z0-9-]+\]$", text, re.MULTILINE)
    assert re.search(r"\(.*dates.*\)  \[[a-z0-9-]+\]", text)


def test_changes_in_json_are_rows(kzfr: Run) -> None:
    rows = json.loads(kzfr("info", "--changes", "--format", "json").stdout)
    assert {row["change"] for row in rows} <= {"added", "changed", "removed"}
    added = [row for row in rows if row["kind"] == "events" and row["change"] == "added"]
    assert len(added) >= 43
    assert all(row["title"] for row in added)


def test_the_licence_of_each_package_is_told(kzfr: Run) -> None:
    rows = json.loads(kzfr("info", "--licences", "--format", "json").stdout)
    told = {row["name"].lower(): row for row in rows}
    assert rows[0]["name"] == "kzfr"
    assert rows[0]["licence"] == "MIT AND CC-BY-4.0 AND OFL-1.1"
    assert (told["click"]["licence"], told["click"]["extra"]) == ("BSD-3-Clause", "")
    assert "markupsafe" in told  # that Jinja2 is built on
    assert told["pypdf"]["extra"] == "documents"
    assert "pytest" not in told
    text = kzfr("info", "--licences", "--lang", "en").stdout
    assert "In every installation" in text
    assert re.search(r"^  click +BSD-3-Clause \(", text, re.MULTILINE)


def test_every_package_of_a_plain_installation_names_its_licence(kzfr: Run) -> None:
    rows = json.loads(kzfr("info", "--licences", "--format", "json").stdout)
    assert [row["name"] for row in rows if not row["extra"] and not row["licence"]] == []
