"""Each format that is offered for anniversaries carries them; the others are refused."""

from __future__ import annotations

import io
import json
import re
import subprocess
import zipfile
from collections.abc import Callable
from datetime import date
from html.parser import HTMLParser
from pathlib import Path

import docx
import icalendar
import pypdf
import pytest
from python_calamine import CalamineWorkbook

from kzfr_cli.formats import registry
from kzfr_cli.formats.plans import table

from ..conftest import SMALL

Run = Callable[..., subprocess.CompletedProcess[str]]

HOSTILE = SMALL.replace('"Partnership treaty"', '"<b>Treaty</b> | \\u001b[1m *of* & [x](y)"')


STEPS = f"""{SMALL}
[[events]]
id = "treaty-protocol-2008"
of = "treaty-2008"
category = "treaty"
title.fr = "Protocole"
title.en = "Protocol"
places = ["astana"]

[[events.dates]]
kind = "signed"
value = "2008-06-11"
status = "preferred"
sources = ["senate"]

[[events.dates]]
kind = "in-force"
value = "2018-06-11"
status = "accepted"
sources = ["senate"]

[[events.sources]]
id = "senate"
"""
"""The treaty with a protocol of the same day, which comes into force ten years later."""


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
    if ending == ".pdf":
        pages = pypdf.PdfReader(io.BytesIO(data)).pages
        return " ".join(" ".join(page.extract_text() for page in pages).split())
    if ending == ".xlsx":
        return " ".join(str(cell) for row in sheet_rows(data) for cell in row)
    return data.decode()


def unbroken(words: str) -> str:
    """Leave out where a line may break."""
    return re.sub(r"[\s\u00ad\u2010-]", "", words)


def sheet_rows(data: bytes) -> list[list[object]]:
    """Read the rows of the sheet of a workbook, its head first."""
    (sheet,) = CalamineWorkbook.from_filelike(io.BytesIO(data)).sheet_names
    return (
        CalamineWorkbook.from_filelike(io.BytesIO(data)).get_sheet_by_name(sheet).to_python()
    )


DOCUMENTS = [".docx", ".html", ".md", ".pdf", ".txt"]


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


@pytest.mark.parametrize("ending", [".docx", ".html", ".md", ".pdf", ".xlsx"])
def test_a_document_has_each_row_of_the_listing(
    plan: Callable[..., bytes], ending: str
) -> None:
    rows = json.loads(plan(".json"))
    told = words_of(ending, plan(ending))
    assert {row["match"] for row in rows} == {"day", "month", "year"} or len(rows) > 3
    for row in rows:
        day = row["on_words"].removeprefix(f"{row['weekday']} ")
        for words in (row["title"], row["anniversary_of_words"], day):
            assert unbroken(words) in unbroken(told), words


def table_rows(document: str) -> list[list[str]]:
    """Read the cells of each row of a plan in Markdown."""
    lines = [line for line in document.splitlines() if line.startswith("| ")]
    rows = [line.strip("| ").split(" | ") for line in lines]
    return [row for row in rows if row[0] not in ("Date", "---")]


def test_an_event_and_a_day_is_one_row_with_its_steps_inside(
    plan: Callable[..., bytes],
) -> None:
    rows = table_rows(plan(".md", text=STEPS).decode())
    day = [row for row in rows if "11 June" in row[0]]
    assert [row[-1].strip("*") for row in day] == ["treaty-2008"]
    title, *inside = day[0][3].split("<br>")
    assert title == "**Partnership treaty**"
    assert [line.split(":")[0] for line in inside] == ["20th", "10th"]
    assert inside[0] == "20th: Protocol, signed on 11 June 2008"


def test_the_steps_of_a_row_stand_in_word_and_on_a_page_too(
    plan: Callable[..., bytes],
) -> None:
    assert "<small>20th: Protocol, signed on 11 June 2008</small>" in (
        plan(".html", text=STEPS).decode()
    )
    months = docx.Document(io.BytesIO(plan(".docx", text=STEPS))).tables
    rows = [row.cells for month in months for row in month.rows]
    (cell,) = (cells[3] for cells in rows if cells[0].text.startswith("11 June"))
    assert [(each.text.split(":")[0], each.runs[0].bold) for each in cell.paragraphs] == [
        ("Partnership treaty", True),
        ("20th", False),
        ("10th", False),
    ]


def test_a_sheet_has_its_days_as_dates_and_its_numbers_as_numbers(
    plan: Callable[..., bytes],
) -> None:
    head, *rows = sheet_rows(plan(".xlsx", text=STEPS))
    assert head[:4] == ["Date", "In words", "Weekday", "Number"]
    row = next(
        row for row in rows if row[-1] == "treaty-2008" and row[0] == date(2028, 6, 11)
    )
    assert row[:5] == [date(2028, 6, 11), "11 June 2028", "Sunday", 20, "yes"]
    assert row[5].splitlines()[0] == "Partnership treaty"
    assert row[7] == date(2008, 6, 11)


def test_a_sheet_has_what_is_known_to_the_month_or_the_year_last(
    plan: Callable[..., bytes],
) -> None:
    days = [row[0] for row in sheet_rows(plan(".xlsx"))[1:]]
    known = [isinstance(day, date) for day in days]
    assert known == sorted(known, reverse=True)
    assert 0 < sum(known) < len(known)


def test_the_rows_stand_in_the_order_of_the_text(kzfr: Run, tmp_path: Path) -> None:
    asked = ("anniversary", "--year", "2027", "--lang", "en")
    for ending in (".md", ".txt"):
        done = kzfr(*asked, "-o", str(tmp_path / f"plan{ending}"))
        assert done.returncode == 0, done.stderr
    rows = table_rows((tmp_path / "plan.md").read_text(encoding="utf-8"))
    text = (tmp_path / "plan.txt").read_text(encoding="utf-8")
    told = re.findall(r"\[([a-z0-9-]+)\]$", text, re.MULTILINE)
    assert [row[-1].strip("*") for row in rows] == told
    assert len(told) > 300


def test_a_plan_of_several_years_tells_the_year_of_each_month(
    plan: Callable[..., bytes],
) -> None:
    told = plan(".md", "--year", "2027-2028").decode()
    assert "## June 2027" in told
    assert "## June 2028" in told


@pytest.mark.parametrize("ending", DOCUMENTS)
def test_no_event_stands_there_with_only_its_own_date(
    plan: Callable[..., bytes], ending: str
) -> None:
    told = words_of(ending, plan(ending, "--year", "2009"))
    assert "2009" in told
    assert "Visit" not in told


@pytest.mark.parametrize("ending", [".docx", ".html", ".md", ".pdf"])
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


@pytest.mark.parametrize("ending", [".docx", ".html", ".md", ".pdf", ".xlsx"])
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
    assert len(re.findall(r"(?<!\\)\|", row)) == len(table.COLUMNS) + 1
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
    assert {*registry.FORMATS, "ics", "docx", "html", "markdown", "pdf", "xlsx"} <= set(
        registry.COMMEMORATIONS
    )


@pytest.mark.parametrize("ending", [".docx", ".html", ".md", ".pdf", ".xlsx"])
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
