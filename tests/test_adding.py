"""A category, a kind of date and a field of an event are added in a copy of the program, each in as
few lines as CONTRIBUTING says, and the program reads, shows and checks them.
"""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.conftest import ROOT

ADDED = (
    (
        "core/kinds.py",
        '    Category("sport",',
        '    Category("ecology", "ecology", "♣", "green", "#166534"),\n',
    ),
    (
        "core/kinds.py",
        '    DateKind("closed",',
        '    DateKind("suspended", "suspended"),\n',
    ),
    ("core/event.py", "    edition: int | None", '    venue: str = ""\n'),
    (
        "store/schema.py",
        "    once: Annotated[",
        '    venue: Annotated[str, Meta(description="The hall where it took place.")] = ""\n',
    ),
)
"""A category and a kind of date are one line each, a field two; each stands before another one."""

EVENT = """
[[sources]]
id = "minutes"
title = "Minutes of the forum"

[[events]]
id = "green-forum-2019"
category = "ecology"
venue = "Salle Gaveau"
title = { fr = "Forum vert", en = "Green forum" }
summary = { fr = "Un forum.", en = "A forum." }
sources = [{ id = "minutes", says = "The forum was suspended on 4 March 2019." }]
dates = [
    { kind = "suspended", value = "2019-03-04", status = "preferred", sources = ["minutes"] },
]
"""


@pytest.fixture(scope="module")
def extended(tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = tmp_path_factory.mktemp("extended")
    package = root / "src" / "kzfr_cli"
    shutil.copytree(
        ROOT / "src" / "kzfr_cli", package, ignore=shutil.ignore_patterns("__pycache__")
    )
    for name in ("data", "completions"):
        (root / name).symlink_to(ROOT / name)
    for name, place, line in ADDED:
        path = package / name
        text = path.read_text("utf-8")
        assert text.count(place) == 1, place
        path.write_text(text.replace(place, line + place), "utf-8")
    (root / "green.toml").write_text(EVENT, "utf-8")
    return root


def run(root: Path, *arguments: str) -> str:
    environment = {
        "PATH": os.environ["PATH"],
        "HOME": str(root),
        "PYTHONPATH": str(root / "src"),
        "LANG": "en_GB.UTF-8",
        "KZFR_TODAY": "2026-11-30",
    }
    result = subprocess.run(
        [sys.executable, "-m", "kzfr_cli", "--db", str(root / "green.toml"), *arguments],
        env=environment,
        capture_output=True,
        encoding="utf-8",
        timeout=120,
    )
    assert result.returncode == 0, result.stderr
    return result.stdout


def test_category_is_one_line(extended: Path) -> None:
    listed = run(extended, "timeline", "--category", "ecology")
    assert "Green forum" in listed
    assert "#166534" in run(
        extended, "export", "-", "--format", "svg", "--category", "ecology"
    )
    assert "ecology" in run(extended, "timeline", "--help")
    assert json.loads(run(extended, "schema", "timeline"))
    assert '"ecology"' in run(extended, "schema", "timeline")
    assert '"ecology"' in run(extended, "schema", "database")


def test_kind_of_date_is_one_line(extended: Path) -> None:
    assert "suspended" in run(extended, "show", "green-forum-2019")
    assert '"suspended"' in run(extended, "schema", "database")


def test_field_of_an_event_is_two_lines(extended: Path) -> None:
    shown = json.loads(run(extended, "show", "green-forum-2019", "--format", "json"))
    assert shown["venue"] == "Salle Gaveau"
    (listed,) = json.loads(
        run(extended, "timeline", "--category", "ecology", "--format", "json")
    )
    assert listed["venue"] == "Salle Gaveau"
    described = json.loads(run(extended, "schema", "database"))
    words = described["$defs"]["EventEntry"]["properties"]["venue"]
    assert words["description"] == "The hall where it took place."
    promised = json.loads(run(extended, "schema", "show"))
    assert "venue" in json.dumps(promised)


def test_misspelt_field_is_still_refused(extended: Path) -> None:
    bad = extended / "bad.toml"
    bad.write_text(EVENT.replace("venue", "vanue"), "utf-8")
    result = subprocess.run(
        [sys.executable, "-m", "kzfr_cli", "validate", str(bad)],
        env={
            "PATH": os.environ["PATH"],
            "HOME": str(extended),
            "PYTHONPATH": str(extended / "src"),
            "LANG": "en_GB.UTF-8",
        },
        capture_output=True,
        encoding="utf-8",
        timeout=120,
    )
    assert result.returncode == 1
    assert "vanue" in result.stdout + result.stderr
