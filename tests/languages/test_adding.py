"""A language is added in a copy of the program, as CONTRIBUTING says, and the program runs in it."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.conftest import ROOT

MONTHS = {
    "January": "Januar",
    "February": "Februar",
    "March": "März",
    "May": "Mai",
    "June": "Juni",
    "July": "Juli",
    "October": "Oktober",
    "December": "Dezember",
}
WORDS = {
    "Tuesday": "Dienstag",
    '"before"': '"vor"',
    "before 2008": "vor 2008",
    "spring": "Frühling",
}


def replaced(path: Path, changes: dict[str, str]) -> str:
    text = path.read_text("utf-8")
    for old, new in changes.items():
        text = text.replace(old, new)
    return text


@pytest.fixture(scope="module")
def german(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Copy the program and add German to it: its code, its words, and what says its dates."""
    root = tmp_path_factory.mktemp("german")
    package = root / "src" / "kzfr_cli"
    shutil.copytree(
        ROOT / "src" / "kzfr_cli", package, ignore=shutil.ignore_patterns("__pycache__")
    )
    for name in ("data", "completions"):
        (root / name).symlink_to(ROOT / name)
    languages = package / "languages"
    (languages / "de.toml").write_text(
        replaced(languages / "en.toml", MONTHS | WORDS), "utf-8"
    )
    (languages / "german.py").write_text(
        replaced(languages / "english.py", MONTHS | WORDS), "utf-8"
    )
    for path, old, new in (
        (package / "core" / "event.py", '"kk")', '"kk", "de")'),
        (languages / "dates.py", '"kk": "kazakh"', '"kk": "kazakh", "de": "german"'),
    ):
        assert old in path.read_text("utf-8")
        path.write_text(replaced(path, {old: new}), "utf-8")
    return root


def run(root: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    environment = {
        "PATH": os.environ["PATH"],
        "HOME": str(root),
        "PYTHONPATH": str(root / "src"),
        "LANG": "de_DE.UTF-8",
        "KZFR_TODAY": "2018-06-05",
    }
    return subprocess.run(
        [sys.executable, "-m", "kzfr_cli", *arguments],
        env=environment,
        capture_output=True,
        encoding="utf-8",
        timeout=120,
    )


def test_date_typed_in_the_new_language_is_read_and_said(german: Path) -> None:
    result = run(german, "anniversary", "--date", "Dienstag 5 Juni 2018", "--within", "0")
    assert result.stdout.splitlines()[0] == "Dienstag 5 Juni 2018", result.stderr


def test_day_comes_first_in_the_new_language(german: Path) -> None:
    result = run(
        german, "anniversary", "--date", "05/06/2018", "--within", "0", "--lang", "de"
    )
    assert "5 Juni 2018" in result.stdout, result.stderr


def test_search_and_check_go_on_in_the_new_language(german: Path) -> None:
    text = german / "rede.txt"
    text.write_text("Der Vertrag wurde am 11 Juni 2008 in Paris unterzeichnet.", "utf-8")
    assert "2008" in run(german, "search", "Vertrag", "Juni", "2008").stdout
    assert run(german, "check", str(text)).returncode in {0, 1}
