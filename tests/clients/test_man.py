"""man shows every page at every width without a warning, and finds its name."""

from __future__ import annotations

import os
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

from ..test_manpages import TOOL

Client = Callable[[str], Path]
WIDTHS = ("40", "80", "120")


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Write every page."""
    made = tmp_path_factory.mktemp("man")
    TOOL.write(made)
    return made


def pages(folder: Path, lang: str) -> list[Path]:
    """List the pages of one language."""
    return sorted((folder if lang == "en" else folder / lang).glob("man1/*.1"))


def run(*command: object, **env: str) -> subprocess.CompletedProcess[str]:
    """Run a program of man-db, which must know that the terminal takes UTF-8."""
    around = {"PATH": os.environ["PATH"], "HOME": "/nonexistent", "LC_ALL": "C.UTF-8", **env}
    words = [str(word) for word in command]
    return subprocess.run(
        words, env=around, capture_output=True, encoding="utf-8", timeout=60, check=False
    )


@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("lang", TOOL.LANGUAGES)
def test_no_page_makes_man_warn(client: Client, folder: Path, lang: str, width: str) -> None:
    shown = run(client("man"), "--warnings=all", "-l", *pages(folder, lang), MANWIDTH=width)
    assert (shown.returncode, shown.stderr) == (0, "")
    assert len(pages(folder, lang)) > 20


@pytest.mark.parametrize("lang", TOOL.LANGUAGES)
def test_whatis_finds_each_name_and_what_it_does(
    client: Client, folder: Path, lang: str
) -> None:
    for page in pages(folder, lang):
        found = run(client("lexgrog"), page)
        assert found.returncode == 0, found.stdout
        assert f': "{page.stem} - ' in found.stdout


def test_an_example_can_be_copied_from_the_page(client: Client, folder: Path) -> None:
    text = run(
        client("man"), "-l", folder / "man1" / "kzfr-source-add.1", MANWIDTH="80"
    ).stdout
    assert (
        'kzfr source add https://example.org/visit --title "The visit" --kind press' in text
    )


def test_a_letter_of_each_language_is_shown(client: Client, folder: Path) -> None:
    shown = {
        lang: run(client("man"), "-l", pages(folder, lang)[0], MANWIDTH="80").stdout
        for lang in ("fr", "ru")
    }
    assert "événement" in shown["fr"]
    assert "КОД ЗАВЕРШЕНИЯ" in shown["ru"]
