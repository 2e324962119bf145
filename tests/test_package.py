"""What the package says of itself agrees in all the places that say it."""

from __future__ import annotations

import re

import kzfr_cli
from tests.conftest import ROOT


def test_the_citation_is_of_this_version() -> None:
    citation = (ROOT / "CITATION.cff").read_text(encoding="utf-8")
    assert re.search(r"^version: (.+)$", citation, re.MULTILINE)[1] == kzfr_cli.__version__


def test_the_changelog_begins_with_this_version() -> None:
    changelog = (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")
    assert re.search(r"^## (\S+)", changelog, re.MULTILINE)[1] == kzfr_cli.__version__


def test_the_package_is_marked_as_typed() -> None:
    assert (ROOT / "src" / "kzfr_cli" / "py.typed").is_file()
