"""`kzfr validate`: what it prints, where, and how it ends."""

from __future__ import annotations

import json
import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

from kzfr_cli.doctor import checks

Kzfr = Callable[..., subprocess.CompletedProcess[str]]

ROOT = Path(__file__).resolve().parents[2]
FAULTS = ROOT / "tests" / "doctor" / "faults.toml"

FAULTY = """
[[events]]
id = "visit-2008"
category = "visit"
title.fr = "Visite d'État"
title.en = "Visit"
summary = { fr = "Une visite.", en = "A visit." }
tags = ["lost"]
dates = [{ kind = "occurred", value = "2008-06-11", sources = ["page"] }]
sources = [{ id = "page", says = "Yes." }]

[[sources]]
id = "page"
title = "Page"
"""
LINES = [
    "faulty.toml:5: K401 straight apostrophe in “Visite d'État”: write ’ (U+2019) [visit-2008]",
    "faulty.toml:8: K103 there is no tag “lost” [visit-2008]",
]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "faulty.toml").write_text(FAULTY, encoding="utf-8")
    return tmp_path


def test_the_packaged_database_is_passed_in_silence(kzfr: Kzfr) -> None:
    done = kzfr("validate")
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")


def test_a_finding_is_a_line_and_the_count_is_on_stderr(kzfr: Kzfr, folder: Path) -> None:
    done = kzfr("validate", "faulty.toml", cwd=folder)
    assert done.returncode == 1
    assert done.stdout.splitlines() == LINES
    assert done.stderr.startswith("2 problems found. 4 more things are worth a look: --all.")
    assert done.stderr.endswith("kzfr validate --explain K401\n")


def test_what_deserves_a_look_is_shown_when_asked(kzfr: Kzfr, folder: Path) -> None:
    done = kzfr("validate", "--all", "faulty.toml", cwd=folder)
    assert done.returncode == 1
    assert [line.split()[1] for line in done.stdout.splitlines()] == [
        "K401",
        "K103",
        "K204",
        "K208",
        "K208",
        "K208",
    ]
    assert "--all" not in done.stderr


def test_what_deserves_a_look_does_not_fail(kzfr: Kzfr) -> None:
    done = kzfr("validate", "--all")
    assert done.returncode == 0
    assert " K204 " in done.stdout


def test_a_check_is_left_out_by_code_or_name(kzfr: Kzfr, folder: Path) -> None:
    done = kzfr(
        "validate", "--ignore", "k401", "--ignore", "unknown-tag", "faulty.toml", cwd=folder
    )
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")


def test_only_the_faults_of_the_files_asked_are_told(kzfr: Kzfr, folder: Path) -> None:
    (folder / "other.toml").write_text(
        '[[tags]]\nid = "other"\nlabel.fr = "autre"\n', encoding="utf-8"
    )
    alone = kzfr(
        "validate", "--no-packaged", "other.toml", "--db", "faulty.toml", cwd=folder
    )
    assert alone.stdout == "other.toml:3: K303 “label” is missing in “en” [other]\n"
    both = kzfr(
        "validate", "--no-packaged", "--db", "other.toml", "--db", "faulty.toml", cwd=folder
    )
    assert both.stdout.splitlines() == [alone.stdout.rstrip(), *LINES]


def test_a_folder_is_all_its_files(kzfr: Kzfr, folder: Path) -> None:
    done = kzfr("validate", ".", cwd=folder)
    assert done.stdout.splitlines() == LINES


def test_a_file_may_cite_the_packaged_database(kzfr: Kzfr, folder: Path) -> None:
    text = (
        FAULTY.replace('"page"', '"senat-danenov-2013"')
        .replace("lost", "treaty")
        .replace("d'", "d’")
    )
    (folder / "faulty.toml").write_text(text.partition("[[sources]]")[0], encoding="utf-8")
    assert kzfr("validate", "faulty.toml", cwd=folder).stdout == ""
    alone = kzfr("validate", "faulty.toml", "--no-packaged", cwd=folder)
    assert [line.split()[1] for line in alone.stdout.splitlines()] == [
        "K103",
        "K101",
        "K101",
    ]


def test_a_file_of_the_packaged_database_is_examined_within_it(kzfr: Kzfr) -> None:
    done = kzfr("validate", str(ROOT / "data" / "events.toml"))
    assert (done.returncode, done.stdout) == (0, "")


def test_a_copy_of_a_file_replaces_its_entries(kzfr: Kzfr, tmp_path: Path) -> None:
    shutil.copy(ROOT / "data" / "tags.toml", tmp_path)
    assert kzfr("validate", "tags.toml", cwd=tmp_path).stdout == ""


def test_json_is_an_array_of_flat_objects(kzfr: Kzfr, folder: Path) -> None:
    done = kzfr("validate", "--format", "json", "faulty.toml", cwd=folder)
    assert done.returncode == 1
    assert json.loads(done.stdout)[1] == {
        "file": "faulty.toml",
        "line": 8,
        "code": "K103",
        "severity": "error",
        "entry": "visit-2008",
        "message": "there is no tag “lost”",
    }
    assert json.loads(kzfr("validate", "--format", "json").stdout) == []


def test_github_is_given_one_escaped_command_for_each_finding(
    kzfr: Kzfr, folder: Path
) -> None:
    name = "a,b:c%.toml"
    (folder / name).write_text(
        FAULTY.replace('"lost"', '"lost-tag"').replace("Visite d'", "10 % d'"),
        encoding="utf-8",
    )
    done = kzfr("validate", "--format", "github", name, cwd=folder)
    assert done.returncode == 1
    place = "file=a%2Cb%3Ac%25.toml,line="
    assert done.stdout.splitlines() == [
        (
            f"::warning {place}5,title=K401::straight apostrophe in “10 %25 d'État”: write ’ "
            f"(U+2019) [visit-2008]"
        ),
        (
            f"::warning {place}5,title=K402::wrong or missing no-break space in “10 %25 d’État” "
            f"[visit-2008]"
        ),
        f"::error {place}8,title=K103::there is no tag “lost-tag” [visit-2008]",
    ]


def test_output_goes_to_a_file(kzfr: Kzfr, folder: Path) -> None:
    done = kzfr("validate", "faulty.toml", "-o", "found.txt", cwd=folder)
    assert (done.returncode, done.stdout) == (1, "")
    assert (folder / "found.txt").read_text(encoding="utf-8").splitlines() == LINES


def test_nothing_of_the_data_reaches_the_terminal_as_a_command(
    kzfr: Kzfr, folder: Path
) -> None:
    text = FAULTY.replace("Visite d'État", "\\u001b[31m d'État\\n::error::\\u202e")
    (folder / "faulty.toml").write_text(text, encoding="utf-8")
    for format in ("text", "json", "github"):
        done = kzfr("validate", "--format", format, "faulty.toml", cwd=folder)
        assert not {"\x1b", "\u202e"} & set(done.stdout)
        assert not any(line.startswith("::error::") for line in done.stdout.splitlines())


def test_every_fault_of_the_file_of_faults_is_told(kzfr: Kzfr) -> None:
    done = kzfr("validate", str(FAULTS), "--no-packaged", "--all", "--lang", "en")
    assert {line.split(": ")[1][:4] for line in done.stdout.splitlines()} == {
        check.code for check in checks.ALL if check.name not in ("not-utf8", "too-large")
    }


@pytest.mark.parametrize("word", ["K402", "k402", "no-break-space"])
def test_a_check_is_explained(kzfr: Kzfr, word: str) -> None:
    done = kzfr("validate", "--explain", word)
    assert done.returncode == 0
    assert done.stdout.startswith("K402 no-break-space (warning)\n\nRule\n")
    assert "\nWhy\n" in done.stdout
    assert "\nHow to repair\n" in done.stdout
    assert "\nExample\n" in done.stdout


def test_explain_alone_lists_all_checks(kzfr: Kzfr) -> None:
    done = kzfr("validate", "--explain")
    assert [line.split()[0] for line in done.stdout.splitlines()] == [
        check.code for check in checks.ALL
    ]
    listed = json.loads(kzfr("validate", "--format", "json", "--explain").stdout)
    assert [check["code"] for check in listed] == [check.code for check in checks.ALL]


def test_an_unknown_check_is_refused_with_those_that_look_like_it(kzfr: Kzfr) -> None:
    done = kzfr("validate", "--explain", "no-brake-space")
    assert done.returncode == 2
    assert "no-break-space" in done.stderr


def test_a_missing_file_is_refused(kzfr: Kzfr, tmp_path: Path) -> None:
    done = kzfr("validate", "missing.toml", cwd=tmp_path)
    assert done.returncode == 3
    assert "missing.toml" in done.stderr


def test_the_documentation_lists_every_check() -> None:
    text = (ROOT / "docs" / "validate.md").read_text(encoding="utf-8")
    rows = [line for line in text.splitlines() if line.startswith("| K")]
    assert rows == [
        f"| {check.code} | `{check.name}` | {check.severity} | {check.what} |"
        for check in checks.ALL
    ]
