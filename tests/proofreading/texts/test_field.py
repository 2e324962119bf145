"""Texts that people wrote with the programs that they use, each under the number of its report."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

CASES = Path(__file__).parent / "cases"


@pytest.fixture
def check(kzfr: Callable) -> Callable[[str, str], list[str]]:
    """Check a file of a case; the lines that name a claim."""

    def run(case: str, name: str) -> list[str]:
        (folder,) = CASES.glob(f"{case}-*")
        done = kzfr("check", "--lang", "en", name, cwd=folder)
        assert done.returncode == (1 if done.stdout else 0), done.stderr
        return [line for line in done.stdout.splitlines() if not line.startswith(" ")]

    return run


@pytest.mark.parametrize(
    ("case", "name"),
    [
        ("01", "speech.docx"),
        ("02", "page.html"),
        ("04", "draft.odt"),
        ("05", "draft.docx"),
        ("06", "draft.md"),
        ("07", "page.html"),
    ],
)
def test_what_is_dated_or_struck_out_is_no_fault_01_to_07(
    check: Callable, case: str, name: str
) -> None:
    assert check(case, name) == []


@pytest.mark.parametrize("name", ["pubdate.md", "short.md", "slash.md", "us.md", "words.md"])
def test_front_matter_gives_its_date_in_any_form_03(check: Callable, name: str) -> None:
    assert check("03", name) == [f"{name}:4:55: contradicted “25e anniversaire”"]


@pytest.mark.parametrize(
    ("case", "name", "place", "words"),
    [
        ("08", "draft.docx", "2:86", "5 juin 2008"),
        ("09", "footnote.docx", "2:86", "5 juin 2008"),
        ("09", "endnote.docx", "2:86", "5 juin 2008"),
        ("10", "draft.docx", "1:86", "5 juin 2008"),
        ("11", "speech.docx", "1:42", "25-летие"),
        ("12", "paste.txt", "1:49", "25e anniversaire"),
        ("16", "ru.html", "1:99", "25-летие"),
    ],
)
def test_what_a_reader_sees_is_read_once_08_to_16(
    check: Callable, case: str, name: str, place: str, words: str
) -> None:
    (line,) = check(case, name)
    assert line.startswith(f"{name}:{place}: contradicted “{words}”")


def test_front_matter_has_titles_that_are_published_13(check: Callable) -> None:
    assert check("13", "page.md") == [
        "page.md:2:57: contradicted “25e anniversaire”",
        "page.md:3:100: contradicted “5 juin 2008”",
    ]


@pytest.mark.parametrize(
    ("case", "name", "words"),
    [
        ("14", "chrono.md", ["5 juin 2008", "26 janvier 1992"]),
        ("14", "chrono-en.md", ["5 June 2008"]),
        ("37", "a.txt", ["Tue Apr 21st, 2014", "Tuesday 2014-04-21", "Tuesday 04/21/2014"]),
        ("37", "b.txt", ["lun. 4 janvier 2022", "lundi 4.01.22"]),
        ("38", "a.txt", ["quarter of a century", "un quart de siècle", "четверть века"]),
        ("39", "kk.txt", ["25 жылдығын", "1992 жылғы 26 қаңтарда"]),
        ("40", "a.txt", ["5-7 November 2015"]),
    ],
)
def test_claims_of_every_form_are_read_14_and_37_to_40(
    check: Callable, case: str, name: str, words: list[str]
) -> None:
    found = [line.partition("“")[2].partition("”")[0] for line in check(case, name)]
    assert found == words
