"""One desk's story, from an empty home to an upgrade: nothing is ever lost."""

from __future__ import annotations

import json
import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from .conftest import ROOT

Run = Callable[..., subprocess.CompletedProcess[str]]
TREATY = "strategic-partnership-treaty-2008"
OLD_TITLE = 'title.en = "Strategic partnership treaty signed"'


class Desk:
    """Run an installed copy of the program in an empty home."""

    def __init__(self, kzfr: Run, folder: Path) -> None:
        self.kzfr = kzfr
        self.folder = folder
        self.home = folder / "home"
        self.home.mkdir()
        self.mine = self.home / ".local" / "share" / "kzfr" / "events.toml"
        self.program = folder / "site" / "kzfr_cli"
        shutil.copytree(
            ROOT / "src" / "kzfr_cli",
            self.program,
            ignore=shutil.ignore_patterns("__pycache__"),
        )
        shutil.copytree(ROOT / "data", self.program / "data")

    def run(self, *arguments: str, **env: str) -> subprocess.CompletedProcess[str]:
        """Run a command."""
        env = {
            "HOME": str(self.home),
            "PYTHONPATH": str(self.folder / "site"),
            "KZFR_LANG": "en",
            **env,
        }
        return self.kzfr(*arguments, env=env, cwd=self.folder)

    def ok(self, *arguments: str, **env: str) -> str:
        """Run a command that must succeed, and give what it prints."""
        result = self.run(*arguments, **env)
        assert result.returncode == 0, result.stderr
        return result.stdout

    def show(self, id: str) -> dict[str, Any]:
        """Show an entry."""
        shown: dict[str, Any] = json.loads(self.ok("show", id, "--format", "json"))
        return shown

    def upgrade(self) -> None:
        """Replace the packaged data by what a later version might carry."""
        path = self.program / "data" / "events.toml"
        text = path.read_text(encoding="utf-8")
        assert OLD_TITLE in text
        text = text.replace(OLD_TITLE, 'title.en = "Treaty of strategic partnership"')
        new = (
            '\n[[events]]\nid = "new-in-2027"\ncategory = "visit"\ntitle.en = "New"\ntitle.fr '
            '= "Nouveau"\n'
        )
        path.write_text(
            f'{text}{new}\n[[events.dates]]\nkind = "occurred"\nvalue = "2027"\n',
            encoding="utf-8",
        )


@pytest.fixture
def desk(kzfr: Run, tmp_path: Path) -> Desk:
    """Give a desk with an empty home."""
    return Desk(kzfr, tmp_path)


def test_a_desk_loses_nothing_from_its_first_event_to_an_upgrade(desk: Desk) -> None:
    # three events
    ids = [
        desk.ok(
            "add", "--date", date, "--title", title, "--category", "visit", *more
        ).strip()
        for date, title, more in (
            (
                "14 July 2026",
                "Reception at the residence",
                ("--place", "Astana", "--source", "https://example.org/14"),
            ),
            (
                "2026-09",
                "Delegation of the chamber",
                ("--person", "Jane Doe", "--no-source"),
            ),
            (
                "2027",
                "Visit being prepared",
                ("--no-source", "--summary", "fr=À confirmer."),
            ),
        )
    ]
    assert ids == [
        "reception-residence-2026",
        "delegation-chamber-2026",
        "visit-being-prepared-2027",
    ]
    assert desk.show(ids[0])["places"] == ["astana"]

    # one of them edited, and one of the packaged ones
    desk.ok("edit", ids[1], EDITOR="sed -i s/Delegation/Mission/")
    desk.ok("edit", TREATY, EDITOR='sed -i \'s/"high"/"low"/\'')
    assert desk.show(ids[1])["title"] == "Mission of the chamber"
    assert desk.show(TREATY)["confidence"] == "low"

    # a comment and a fault by hand; the message names the line, the rest is still there
    whole = desk.mine.read_text()
    broken = "# notes of the desk\n" + whole.replace('value = "2027"', 'value = "2027-13"')
    desk.mine.write_text(broken)
    listed = desk.run("timeline", "--from", "2026-07", "--format", "json")
    line = broken[: broken.index("2027-13")].count("\n") + 1
    assert f"{desk.mine}:{line}: “2027-13” is not a date" in listed.stderr
    assert {ids[0], ids[1]} <= {event["id"] for event in json.loads(listed.stdout)}
    assert desk.run("validate").returncode == 1

    # repaired, in the editor, though it cannot be read
    desk.ok("edit", ids[2], EDITOR="sed -i s/2027-13/2027/")
    assert desk.mine.read_text() == f"# notes of the desk\n{whole}"

    # a table imported, and taken back
    (desk.folder / "visits.csv").write_text(
        "\ufeffdate;titre;source\n01/02/2026;Visite A;\n2026-03;Visite B;\n", "utf-8"
    )
    desk.ok(
        "import", "visits.csv", "--category", "visit", "--no-source", "--yes", "--day-first"
    )
    assert desk.show("visite-2026")["date"] == "2026-02-01"
    desk.ok("undo")
    assert desk.mine.read_text() == f"# notes of the desk\n{whole}"

    # the packaged data upgraded: theirs is new, what the desk wrote stands
    desk.upgrade()
    assert desk.mine.read_text() == f"# notes of the desk\n{whole}"
    treaty = desk.show(TREATY)
    assert (treaty["title"], treaty["confidence"]) == (
        "Treaty of strategic partnership",
        "low",
    )
    assert [desk.show(id)["id"] for id in (*ids, "new-in-2027")] == [*ids, "new-in-2027"]
    counts = {
        file["path"]: file
        for file in json.loads(desk.ok("info", "--format", "json"))["files"]
    }[str(desk.mine)]
    assert (counts["changed"], counts["hidden"], counts["problems"]) == (1, 0, 0)
