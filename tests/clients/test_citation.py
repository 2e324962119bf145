"""Citation.js reads CSL-JSON, RIS and BibTeX alike, and citeproc sets them in a style."""

from __future__ import annotations

import json
import subprocess
from collections.abc import Callable
from pathlib import Path
from typing import Any
from urllib.parse import unquote

import pytest

from tests.clients.conftest import Client

DRIVER = Path(__file__).with_name("citation.cjs")
FORMATS = {"csl-json": ".csl.json", "ris": ".ris", "bibtex": ".bib"}


@pytest.fixture
def read(client: Client, kzfr: Callable, tmp_path: Path) -> Callable[[str], dict[str, Any]]:
    """Write references with an ending, and read them with Citation.js."""
    node, core = client("node"), client("node_modules/@citation-js/core")

    def run(ending: str) -> dict[str, Any]:
        target = tmp_path / f"a{ending}"
        asked = ("--category", "education", "--from", "2014")
        assert kzfr("export", str(target), *asked).returncode == 0
        done = subprocess.run(
            [node, DRIVER, core.parent.parent, target],
            capture_output=True,
            encoding="utf-8",
            timeout=120,
        )
        assert done.returncode == 0, done.stderr
        found: dict[str, Any] = json.loads(done.stdout)
        return found

    return run


def test_three_formats_are_read_as_the_same_works(read: Callable) -> None:
    works = {}
    for name, ending in FORMATS.items():
        items = read(ending)["items"]
        works[name] = sorted((item["title"], unquote(item["URL"])) for item in items)
    assert len(works["csl-json"]) > 30
    assert works["ris"] == works["csl-json"]
    assert works["bibtex"] == works["csl-json"]


def test_citeproc_prints_title_and_publisher_of_each_work(read: Callable) -> None:
    found = read(".csl.json")
    printed = [text.replace("&amp;", "&").strip() for text in found["set"]]
    assert len(printed) == len(found["items"])
    for item in found["items"]:
        (text,) = (text for text in printed if text.endswith(item["URL"]))
        year = str(item["issued"]["date-parts"][0][0]) if "issued" in item else "n.d."
        for words in (item["title"].rstrip("."), item.get("publisher") or "", year):
            assert words in text
