"""Every file that leaves the program tells of which day its data are."""

from __future__ import annotations

import json
import re
import subprocess
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from kzfr_cli.formats import origin, registry
from tests.conftest import SMALL

Run = Callable[..., subprocess.CompletedProcess[str]]
SENTENCE = re.compile(r"Data as of \d+ \w+ \d{4}, last reviewed on \d+ \w+ \d{4}")


PACKED = {"sqlite", "docx", "pdf", "png", "pptx", "xlsx"}
"""The formats whose texts are not read as they are; their own tests read them."""


def exported(kzfr: Run, name: str, folder: Path) -> tuple[str, str]:
    """Export the events of 1992; gives what was written and what was told."""
    target = folder / f"export{registry.EXPORTS[name].endings[0]}"
    wants = ["--from", "1992", "--to", "1992", "--lang", "en"]
    done = kzfr("export", str(target), "--format", name, *wants)
    assert done.returncode == 0, done.stderr
    written = target.read_bytes().decode("utf-8", "replace").replace("\r\n ", "")
    return written, done.stderr


@pytest.mark.parametrize("name", sorted(set(registry.EXPORTS) - PACKED))
def test_an_export_tells_of_which_day_its_data_are(
    kzfr: Run, name: str, tmp_path: Path
) -> None:
    written, told = exported(kzfr, name, tmp_path)
    text = " ".join((told if name in origin.SILENT else written).replace("\\,", ",").split())
    assert SENTENCE.search(text), text[:400]


def test_a_workbook_says_it_below_its_rows(kzfr: Run, tmp_path: Path) -> None:
    exported(kzfr, "xlsx", tmp_path)
    with zipfile.ZipFile(tmp_path / "export.xlsx") as book:
        texts = book.read("xl/sharedStrings.xml").decode()
    assert SENTENCE.search(texts)


def test_each_reference_says_it(kzfr: Run, tmp_path: Path) -> None:
    items = json.loads(exported(kzfr, "csl-json", tmp_path)[0])
    assert all(SENTENCE.search(item["note"]) for item in items)
    records = exported(kzfr, "ris", tmp_path)[0].split("ER  - ")[:-1]
    assert all(SENTENCE.search(record) for record in records)


def test_a_listing_in_json_stays_a_listing(kzfr: Run, tmp_path: Path) -> None:
    assert isinstance(json.loads(exported(kzfr, "json", tmp_path)[0]), list)


def test_the_standard_output_of_a_listing_tells_nothing_more(kzfr: Run) -> None:
    done = kzfr(
        "timeline", "--from", "1992", "--to", "1992", "--format", "csv", "--lang", "en"
    )
    assert not SENTENCE.search(done.stdout + done.stderr)


def test_the_data_of_others_have_another_day(
    kzfr: Run, tmp_path: Path, write: Callable[..., Path]
) -> None:
    path = write(SMALL)
    done = kzfr("export", "-", "--format", "markdown", "--no-packaged", "--db", str(path))
    assert done.returncode == 0
    assert not SENTENCE.search(done.stdout + done.stderr)
