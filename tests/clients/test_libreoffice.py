"""LibreOffice opens the handouts, the slides and the workbooks that kzfr writes."""

from __future__ import annotations

import subprocess
from collections.abc import Callable
from pathlib import Path

import pypdf
import pytest

from kzfr_cli.core.event import LANGUAGES


@pytest.fixture
def opened(client: Callable[[str], Path], kzfr: Callable, tmp_path: Path) -> Callable:
    """Export a file and open it in LibreOffice, which prints it as a PDF."""
    office = client("soffice")

    def run(ending: str, *options: str) -> pypdf.PdfReader:
        target = tmp_path / f"a.{ending}"
        done = kzfr("export", str(target), *options)
        assert done.returncode == 0, done.stderr
        subprocess.run(
            [
                str(office),
                f"-env:UserInstallation=file://{tmp_path}/profile",
                *(
                    "--headless",
                    "--convert-to",
                    "pdf",
                    "--outdir",
                    str(tmp_path),
                    str(target),
                ),
            ],
            check=True,
            capture_output=True,
            timeout=180,
        )
        return pypdf.PdfReader(tmp_path / "a.pdf")

    return run


def words(read: pypdf.PdfReader) -> str:
    return " ".join(" ".join(page.extract_text() for page in read.pages).split())


@pytest.mark.parametrize("lang", LANGUAGES)
def test_minister_s_page_is_one_page_with_its_notes(opened: Callable, lang: str) -> None:
    read = opened("docx", "--brief", "--lang", lang)
    assert len(read.pages) == 1
    assert "1 / 1" in words(read)
    assert "elysee.fr" in words(read)


def test_page_of_disputed_dates_is_one_page(opened: Callable) -> None:
    assert len(opened("docx", "--brief", "--disputed", "--lang", "ru").pages) == 1


def test_long_hand_out_has_footnotes_at_the_foot_of_their_page(opened: Callable) -> None:
    read = opened("docx", "--category", "visit", "--lang", "fr")
    assert len(read.pages) > 5
    first = read.pages[0].extract_text()
    assert "https://" in first[len(first) // 2 :]
    assert f"1 / {len(read.pages)}" in first


def test_slides_are_shown(opened: Callable) -> None:
    read = opened("pptx", "strategic-partnership-treaty-2008", "--lang", "kk")
    assert len(read.pages) == 2
    assert float(read.pages[0].mediabox.width) > float(read.pages[0].mediabox.height) * 1.7


def test_workbook_is_read(opened: Callable) -> None:
    read = opened("xlsx", "strategic-partnership-treaty-2008", "--lang", "ru")
    assert "2008-06-11" in words(read)
