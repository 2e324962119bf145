"""Each format that is offered for anniversaries carries them; the others are refused."""

from __future__ import annotations

import io
import json
import re
import subprocess
import zipfile
from collections.abc import Callable
from html.parser import HTMLParser
from pathlib import Path

import icalendar
import pytest

from kzfr_cli.formats import registry

from ..conftest import SMALL

Run = Callable[..., subprocess.CompletedProcess[str]]

HOSTILE = SMALL.replace('"Partnership treaty"', '"<b>Treaty</b> | \\u001b[1m *of* & [x](y)"')


@pytest.fixture
def plan(kzfr: Run, write: Callable[..., Path], tmp_path: Path) -> Callable[..., bytes]:
    """Write anniversaries of the small database to a file with an ending, and read it."""

    def run(ending: str, *arguments: str, lang: str = "en", text: str = SMALL) -> bytes:
        path = tmp_path / f"plan{ending}"
        asked = arguments or ("--year", "2028")
        done = kzfr(
            *("anniversary", *asked, "-o", str(path), "--lang", lang),
            *("--no-packaged", "--db", str(write(text))),
        )
        assert done.returncode == 0, done.stderr
        return path.read_bytes()

    return run


def words_of(ending: str, data: bytes) -> str:
    """Read the words of a document."""
    if ending == ".docx":
        xml = zipfile.ZipFile(io.BytesIO(data)).read("word/document.xml").decode()
        return " ".join(re.findall(r"<w:t[^>]*>([^<]*)</w:t>", xml))
    if ending == ".html":
        found: list[str] = []
        parser = HTMLParser()
        parser.handle_data = found.append  # type: ignore[method-assign]
        parser.feed(data.decode())
        return " ".join(found)
    return data.decode()


DOCUMENTS = [".docx", ".html", ".md", ".txt"]


@pytest.mark.parametrize("ending", DOCUMENTS)
@pytest.mark.parametrize(
    ("lang", "words"),
    [
        ("en", ["11 June", "Sunday", "20th", "Partnership treaty", "11 June 2008"]),
        ("fr", ["11 juin", "dimanche", "20e", "Traité de partenariat", "11 juin 2008"]),
        ("ru", ["11 июня", "воскресенье", "20", "Partnership treaty", "11 июня 2008"]),
        ("kk", ["11 маусым", "жексенбі", "20", "Partnership treaty", "2008 ж. 11 маусым"]),
    ],
)
def test_a_document_has_the_day_the_weekday_the_number_the_event_and_its_date(
    plan: Callable[..., bytes], ending: str, lang: str, words: list[str]
) -> None:
    told = words_of(ending, plan(ending, lang=lang)).lower()
    for word in words:
        assert word.lower() in told, word


@pytest.mark.parametrize("ending", [".docx", ".html", ".md"])
def test_a_document_has_each_row_of_the_listing(
    plan: Callable[..., bytes], ending: str
) -> None:
    rows = json.loads(plan(".json"))
    told = words_of(ending, plan(ending))
    assert {row["match"] for row in rows} == {"day", "month", "year"} or len(rows) > 3
    for row in rows:
        assert row["title"] in told
        assert row["anniversary_of_words"] in told
        assert row["on_words"].removeprefix(f"{row['weekday']} ") in told


@pytest.mark.parametrize("ending", [".docx", ".html", ".md", ".txt"])
def test_no_event_stands_there_with_only_its_own_date(
    plan: Callable[..., bytes], ending: str
) -> None:
    told = words_of(ending, plan(ending, "--year", "2009"))
    assert "2009" in told
    assert "Visit" not in told


@pytest.mark.parametrize("ending", [".docx", ".html", ".md"])
def test_a_day_has_its_anniversaries_and_those_near_it(
    plan: Callable[..., bytes], ending: str
) -> None:
    told = words_of(ending, plan(ending, "--date", "2018-06-10"))
    assert "11 June 2018" in told
    assert "Monday" in told
    assert "10th" in told
    assert "11 June 2008" in told


@pytest.mark.parametrize("ending", [".docx", ".html", ".md"])
def test_the_next_ones_are_carried(plan: Callable[..., bytes], ending: str) -> None:
    told = words_of(ending, plan(ending, "--next", "1", "--date", "2018-06-06"))
    assert "11 June 2018" in told


def test_a_disputed_anniversary_says_so(plan: Callable[..., bytes]) -> None:
    line = next(
        line
        for line in plan(".md", "--year", "2018").decode().splitlines()
        if "5 June" in line
    )
    assert "date disputed" in line
    assert "According to the article." in line


def test_a_calendar_has_the_number_and_the_date_that_it_counts_from(
    plan: Callable[..., bytes],
) -> None:
    entries = icalendar.Calendar.from_ical(plan(".ics")).walk("VEVENT")
    treaty = next(item for item in entries if "treaty" in str(item["summary"]).lower())
    assert str(treaty["summary"]).startswith("20 years")
    assert treaty["dtstart"].dt.isoformat() == "2028-06-11"
    assert "11 June 2008" in str(treaty["description"])


def test_rows_have_the_weekday(plan: Callable[..., bytes]) -> None:
    row = next(row for row in json.loads(plan(".json")) if row["id"] == "treaty-2008")
    assert (row["weekday"], row["on"], row["years"]) == ("Sunday", "2028-06-11", 20)
    assert b"Sunday" in plan(".csv")


@pytest.mark.parametrize("ending", [".docx", ".html", ".md"])
def test_two_runs_give_the_same_bytes(plan: Callable[..., bytes], ending: str) -> None:
    assert plan(ending) == plan(ending)


def test_a_title_is_no_markup(plan: Callable[..., bytes]) -> None:
    page = plan(".html", text=HOSTILE).decode()
    assert "<b>Treaty" not in page
    assert "&lt;b&gt;Treaty" in page
    assert "\x1b" not in page
    row = next(
        line for line in plan(".md", text=HOSTILE).decode().splitlines() if "Treaty" in line
    )
    assert len(re.findall(r"(?<!\\)\|", row)) == 7
    assert "\x1b" not in row


REFUSED = [name for name in registry.EXPORTS if name not in registry.COMMEMORATIONS]


@pytest.mark.parametrize("name", REFUSED)
def test_a_format_of_events_only_is_refused(kzfr: Run, tmp_path: Path, name: str) -> None:
    ending = registry.EXPORTS[name].endings[0]
    asked = ("--year", "2027", "--lang", "en")
    for arguments in (
        ["anniversary", *asked, "-o", f"plan{ending}"],
        ["anniversary", *asked, "--format", name],
        ["export", f"plan{ending}", *asked],
        ["export", "plan", "--format", name, *asked],
    ):
        done = kzfr(*arguments, cwd=tmp_path)
        assert (done.returncode, done.stdout) == (2, ""), arguments
        assert "docx" in done.stderr
    assert list(tmp_path.iterdir()) == []


def test_many_formats_are_refused_and_many_are_not() -> None:
    assert {"svg", "sqlite", "timelinejs", "markwhen", "bibtex"} <= set(REFUSED)
    assert {"text", "json", "csv", "ics", "docx", "html", "markdown"} <= set(
        registry.COMMEMORATIONS
    )


@pytest.mark.parametrize("ending", [".docx", ".html", ".md"])
def test_export_writes_the_same_plan(
    kzfr: Run, tmp_path: Path, plan: Callable[..., bytes], ending: str
) -> None:
    wanted = plan(ending)
    path = tmp_path / f"exported{ending}"
    done = kzfr(
        *("export", str(path), "--year", "2028", "--lang", "en", "--no-packaged"),
        *("--db", str(tmp_path / "base.toml")),
    )
    assert done.returncode == 0, done.stderr
    assert path.read_bytes() == wanted
