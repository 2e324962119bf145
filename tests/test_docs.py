"""The documents say what the program does: their output is run again, their links lead somewhere."""

from __future__ import annotations

import re
import sys
from pathlib import Path

import pytest

from kzfr_cli.proofreading import whole
from kzfr_cli.proofreading.texts import reading
from kzfr_cli.store.index.reading import Index
from tests.conftest import ROOT

sys.path.insert(0, str(ROOT / "tools"))
LINK = re.compile(r"\]\((?!https?:|#)([^)#]+)")


def test_generated_documents_and_completions_are_current() -> None:
    import docs

    assert docs.stale() == []


@pytest.mark.parametrize(
    "path",
    [ROOT / "README.md", *sorted((ROOT / "docs").glob("*.md"))],
    ids=lambda path: path.name,
)
def test_documents_are_clean_under_check(packaged: Index, path: Path) -> None:
    text = reading.of(path.read_text(encoding="utf-8"), path.name).text
    found = whole.Proofreader(packaged).check(text, None)
    assert [
        (item.event, item.code) for item in found if item.verdict == "contradicted"
    ] == []


@pytest.mark.parametrize(
    "path",
    sorted([*ROOT.glob("*.md"), *(ROOT / "docs").glob("*.md")]),
    ids=lambda path: path.name,
)
def test_links_lead_to_files(path: Path) -> None:
    for target in LINK.findall(path.read_text(encoding="utf-8")):
        assert (path.parent / target).exists(), target


def test_readme_prints_one_command_line_for_each_of_its_two_promises() -> None:
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    for name in ("main-job", "tests"):
        found = re.search(rf"<!-- {name} -->\n\n    (.+)\n\n", readme)
        assert found, name
        assert found[1].startswith("python3 -m venv")
