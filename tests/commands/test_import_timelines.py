"""`kzfr import` of what other timeline programs, spreadsheets and queries write."""

from __future__ import annotations

import io
import json
import zipfile
from datetime import date, datetime
from pathlib import Path
from typing import Any

import pytest

from .desk import Desk
from .test_import_field import SHOWN, TAKEN, dates, imported

SLIDES = {
    "title": {"text": {"headline": "A timeline"}},
    "events": [
        {
            "start_date": {"year": "2013", "month": "9", "day": "17"},
            "end_date": {"year": 2013, "month": 9, "day": 20},
            "text": {"headline": "<b>School</b> &amp; more", "text": "<p>It opens.</p>"},
            "media": {"credit": '<a href="https://example.org/school">School</a>'},
            "unique_id": "slide-1",
        },
        {"start_date": {"year": 1992}, "text": {"headline": "Year only"}},
    ],
    "eras": [
        {
            "start_date": {"year": 1991},
            "end_date": {"year": 1999},
            "text": {"headline": "Nineties"},
        },
        {"start_date": {"year": 2000}, "end_date": {"year": 2009}},
    ],
}


def test_json_of_timelinejs_is_read(desk: Desk) -> None:
    result = imported(desk, "t.json", json.dumps(SLIDES), *TAKEN)
    assert dates(result) == ["2013-09-17/2013-09-20", "1992", "1991/1999"]
    shown = desk.show("school-more-2013")
    assert (shown["title"], shown["summary"]) == ("School & more", "It opens.")
    assert shown["citations"][0]["url"] == "https://example.org/school"


def test_slide_that_was_moved_is_changed(desk: Desk) -> None:
    imported(desk, "t.json", json.dumps(SLIDES), *TAKEN)
    moved = json.dumps(SLIDES).replace('"day": "17"', '"day": "18"')
    assert "1 changed" in imported(desk, "t.json", moved, *TAKEN).stderr


def test_json_of_the_old_timelinejs_is_read(desk: Desk) -> None:
    old = {
        "timeline": {
            "headline": "T",
            "date": [
                {
                    "startDate": "2011,12,10",
                    "endDate": "2011,12,11",
                    "headline": "Talks",
                    "text": "<p>x</p>",
                }
            ],
        }
    }
    assert dates(imported(desk, "t.json", json.dumps(old))) == ["2011-12-10/2011-12-11"]


def test_our_own_timelinejs_comes_back_with_its_doubts(desk: Desk) -> None:
    desk.mine.touch()
    path = desk.folder / "o.timeline.json"
    desk.ok("export", str(path), "--category", "culture", "--category", "treaty")
    (desk.folder / "base.toml").write_text("")
    result = desk.run("import", str(path), *SHOWN)
    assert set(dates(result)) == {"2008-06-11", "2013-09/2013-12"}


def test_whole_days_of_fullcalendar_end_on_the_day_before(desk: Desk) -> None:
    events = [
        {"title": "Week", "start": "2026-09-13", "end": "2026-09-20", "allDay": True},
        {"title": "Talk", "start": "2026-09-13T10:00:00", "end": "2026-09-13T12:00:00"},
    ]
    result = imported(desk, "t.json", json.dumps({"events": events}))
    assert dates(result) == ["2026-09-13/2026-09-19", "2026-09-13"]
    assert "FullCalendar" in result.stderr


def test_items_of_vis_are_read(desk: Desk) -> None:
    items = [
        {"id": 1, "content": "Item <b>one</b>", "start": "2014-04-20"},
        {"id": 2, "content": "Range", "start": "2014-04-16", "end": "2014-04-19"},
        {"id": 3, "content": "Counted", "start": 1789257600000},
    ]
    result = imported(desk, "t.json", json.dumps(items), *TAKEN)
    assert dates(result) == ["2014-04-20", "2014-04-16/2014-04-19", "2026-09-13"]
    assert desk.show("item-one-2014")["title"] == "Item one"


def test_events_of_google_are_read(desk: Desk) -> None:
    item = {
        "iCalUID": "x@google.com",
        "summary": "National day",
        "description": "A reception.",
        "start": {"date": "2026-10-25"},
        "end": {"date": "2026-10-26"},
        "htmlLink": "https://calendar.example/event",
    }
    imported(desk, "t.json", json.dumps({"items": [item]}), *TAKEN)
    shown = desk.show("national-day-2026")
    assert (shown["date"], shown["summary"]) == ("2026-10-25", "A reception.")


MARKWHEN = """title: Test
dateFormat: d/M/yyyy

// a comment: 2001
# Heading 2002: more
section Europe #eu
2012-08/2013-03: Season of culture #culture
It opens: see the programme of 2012, in French [source](https://example.org/x)
11/06/2008: Treaty signed
Feb 2014 - Mar 2015: Works
2026-09-13T10:00Z: Meeting at ten
end section
"""


def test_text_of_markwhen_is_read(desk: Desk) -> None:
    result = imported(desk, "t.mw", MARKWHEN, *TAKEN)
    assert set(dates(result)) == {
        "2012-08/2013-03",
        "2008-06-11",
        "2014-02/2015-03",
        "2026-09-13",
    }
    shown = desk.show("season-culture-2012")
    assert (shown["category"], shown["citations"][0]["url"]) == (
        "culture",
        "https://example.org/x",
    )
    assert shown["summary"] == "It opens: see the programme of 2012, in French"


def test_dates_of_markwhen_are_american_unless_it_says_otherwise(desk: Desk) -> None:
    assert dates(imported(desk, "t.mw", "09/13/2026: Talk\n03/2026: Month\n")) == [
        "2026-09-13",
        "2026-03",
    ]


def binding(item: str, label: str, day: str, precision: str = "") -> dict[str, Any]:
    """A row of the result of a query."""
    row = {
        "item": {"type": "uri", "value": f"http://www.wikidata.org/entity/{item}"},
        "itemLabel": {"type": "literal", "value": label, "xml:lang": "fr"},
        "date": {"type": "literal", "value": day},
    }
    return (
        {**row, "precision": {"type": "literal", "value": precision}} if precision else row
    )


def test_results_of_wikidata_are_as_precise_as_there(desk: Desk) -> None:
    rows = [
        binding("Q1", "Traité", "2008-06-11T00:00:00Z", "11"),
        binding("Q2", "Mois", "2008-06-01T00:00:00Z", "10"),
        binding("Q3", "Année", "1992-01-01T00:00:00Z", "9"),
        binding("Q4", "Décennie", "1990-01-01T00:00:00Z", "8"),
        binding("Q5", "Siècle", "1801-01-01T00:00:00Z", "7"),
        binding("Q6", "Vague", "1992-01-01T00:00:00Z"),
    ]
    text = json.dumps({"head": {"vars": []}, "results": {"bindings": rows}})
    result = imported(desk, "t.json", text)
    assert dates(result) == ["2008-06-11", "2008-06", "1992", "199X", "18XX"]
    assert "refused  row 6  Vague" in result.stdout
    assert "wikibase:timePrecision" in result.stdout


def test_tables_of_wikidata_are_read(desk: Desk) -> None:
    table = (
        "item,itemLabel,pointInTime,placeLabel,datePrecision\n"
        "http://www.wikidata.org/entity/Q1,Accord,2008-06-01T00:00:00Z,Astana,10\n"
    )
    imported(desk, "t.csv", table, *TAKEN)
    shown = desk.show("accord-2008")
    assert (shown["date"], shown["places"]) == ("2008-06", ["astana"])
    assert shown["citations"][0]["url"] == "https://www.wikidata.org/wiki/Q1"
    tsv = (
        '?item\t?itemLabel\t?date\n<http://www.wikidata.org/entity/Q2>\t"Le « pacte »"@fr\t'
        '"2009-06-11T00:00:00Z"^^<http://www.w3.org/2001/XMLSchema#dateTime>\n'
    )
    assert "added  2009-06-11  Le « pacte »" in imported(desk, "t.tsv", tsv).stdout


# ---- workbooks


def workbook(path: Path, *sheets: tuple[str, list[list[object]]]) -> Path:
    """A workbook of some sheets, as small as one may be."""
    with zipfile.ZipFile(path, "w") as archive:
        for name, text in parts(sheets):
            archive.writestr(name, text)
    return path


def parts(sheets: tuple[tuple[str, list[list[object]]], ...]) -> list[tuple[str, str]]:
    """The files of a workbook (ECMA-376)."""
    main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    links = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    types = "application/vnd.openxmlformats-officedocument.spreadsheetml"
    numbers = range(1, len(sheets) + 1)
    listed = "".join(
        f'<sheet name="{name}" sheetId="{n}" r:id="rId{n}"/>'
        for n, (name, _) in enumerate(sheets, 1)
    )
    related = "".join(
        f'<Relationship Id="rId{n}" Type="{links}/worksheet" Target="worksheets/sheet{n}.xml"/>'
        for n in numbers
    )
    overrides = "".join(
        f'<Override PartName="/xl/worksheets/sheet{n}.xml" ContentType="{types}.worksheet+xml"/>'
        for n in numbers
    )
    package = "http://schemas.openxmlformats.org/package/2006"
    return [
        (
            "[Content_Types].xml",
            (
                f'<Types xmlns="{package}/content-types"><Default Extension="rels" ContentType='
                f'"application/vnd.openxmlformats-package.relationships+xml"/><Override PartName='
                f'"/xl/workbook.xml" ContentType="{types}.sheet.main+xml"/><Override PartName="/xl/styles.xml" '
                f'ContentType="{types}.styles+xml"/>{overrides}</Types>'
            ),
        ),
        (
            "_rels/.rels",
            (
                f'<Relationships xmlns="{package}/relationships"><Relationship Id="rId1" '
                f'Type="{links}/officeDocument" Target="xl/workbook.xml"/></Relationships>'
            ),
        ),
        (
            "xl/workbook.xml",
            f'<workbook xmlns="{main}" xmlns:r="{links}"><sheets>{listed}</sheets></workbook>',
        ),
        (
            "xl/_rels/workbook.xml.rels",
            (
                f'<Relationships xmlns="{package}/relationships">{related}<Relationship Id="rId99" '
                f'Type="{links}/styles" Target="styles.xml"/></Relationships>'
            ),
        ),
        (
            "xl/styles.xml",
            f'<styleSheet xmlns="{main}"><cellXfs count="2"><xf numFmtId="0"/><xf numFmtId="14"/></cellXfs></styleSheet>',
        ),
        *(
            (
                f"xl/worksheets/sheet{n}.xml",
                f'<worksheet xmlns="{main}"><sheetData>{rows(lines)}</sheetData></worksheet>',
            )
            for n, (_, lines) in enumerate(sheets, 1)
        ),
    ]


def rows(lines: list[list[object]]) -> str:
    """The rows of a sheet."""
    written = io.StringIO()
    for number, line in enumerate(lines, 1):
        written.write(f'<row r="{number}">')
        for place, value in enumerate(line):
            written.write(cell(f"{chr(65 + place)}{number}", value))
        written.write("</row>")
    return written.getvalue()


def cell(place: str, value: object) -> str:
    """One cell: a day as its number with the style of days, a number, or a text."""
    if isinstance(value, (date, datetime)):
        serial = (value - type(value)(1899, 12, 30)).days
        return f'<c r="{place}" s="1"><v>{serial}</v></c>'
    if isinstance(value, (int, float)):
        return f'<c r="{place}"><v>{value}</v></c>'
    return f'<c r="{place}" t="inlineStr"><is><t>{value}</t></is></c>' if value else ""


AGENDA: list[list[object]] = [
    ["Agenda 2026 of the chamber"],
    [],
    ["Date", "Fin", "Titre", "Lieu", "Budget"],
    [date(2026, 9, 13), date(2026, 9, 20), "Semaine du cinéma", "Astana", 1000],
    [46279, "", "Réunion", "", ""],
    ["vers 1992", "", "Ouverture", "", ""],
    ["bientôt", "", "Gala", "", ""],
]


def test_workbook_is_read_with_its_days_and_numbers(desk: Desk) -> None:
    path = workbook(desk.folder / "t.xlsx", ("Agenda", AGENDA))
    result = desk.run("import", str(path), *SHOWN)
    assert dates(result) == ["2026-09-13/2026-09-20", "2026-09-14", "1992~"], result.stderr
    assert "refused  row 7  Gala  “bientôt” is not a date." in result.stdout
    assert "Budget" in result.stderr


def test_workbook_of_several_sheets_tells_of_which_a_row_is(desk: Desk) -> None:
    path = workbook(
        desk.folder / "t.xlsx",
        ("2025", [["Date", "Title"], ["2025-13", "Bad"]]),
        ("2026", [["Date", "Title"], [date(2026, 9, 13), "Good"]]),
        ("Notes", [["Nothing here"]]),
    )
    result = desk.run("import", str(path), *SHOWN)
    assert "refused  2025, row 2  Bad" in result.stdout
    assert dates(result) == ["2026-09-13"]
    assert "Sheets left out, since no line names a date and a title: Notes." in result.stderr


def test_workbook_gives_its_refused_rows_back(desk: Desk) -> None:
    path = workbook(desk.folder / "t.xlsx", ("Agenda", AGENDA))
    back = desk.folder / "back.csv"
    result = desk.run("import", str(path), *TAKEN, "--skip-refused", str(back))
    assert result.returncode == 1
    assert (
        back.read_text(encoding="utf-8-sig").splitlines()[0]
        == "refused,Date,Fin,Titre,Lieu,Budget"
    )


def test_what_is_no_workbook_is_refused(desk: Desk) -> None:
    result = imported(desk, "t.xlsx", b"PK\x03\x04 no")
    assert (result.returncode, "this is no workbook" in result.stderr) == (3, True)


def test_library_that_is_missing_is_named_with_a_command(desk: Desk) -> None:
    path = workbook(desk.folder / "t.xlsx", ("Agenda", AGENDA))
    (desk.folder / "python_calamine.py").write_text("raise ImportError")
    result = desk.run("import", str(path), *SHOWN, PYTHONPATH=str(desk.folder))
    assert result.returncode == 3
    assert "needs python-calamine" in result.stderr
    assert "install python-calamine" in result.stderr


# ---- our own


@pytest.mark.parametrize("ending", ["json", "ndjson", "sqlite"])
def test_our_own_export_comes_back_whole_in_an_empty_desk(desk: Desk, ending: str) -> None:
    desk.mine.touch()
    path = desk.folder / f"o.{ending}"
    desk.ok("export", str(path), "--lang", "fr")
    told = desk.show("treaty-2008")
    (desk.folder / "base.toml").write_text("")
    result = desk.run("import", str(path), "--yes")
    assert "4 added" in result.stderr, result.stderr
    again = desk.show("treaty-2008")
    for view in (told, again):
        for name in ("file", "line"):
            del view[name]
    assert again == told
    assert "4 unchanged" in desk.run("import", str(path), "--yes").stderr


def test_edited_field_of_our_own_row_goes_before_its_entry(desk: Desk) -> None:
    desk.mine.touch()
    path = desk.folder / "o.json"
    desk.ok("export", str(path))
    found = json.loads(path.read_text())
    row = next(item for item in found if item["id"] == "visit-2020")
    row["date"], row["dates"][0]["value"] = "2020-02-28", "2020-02-28"
    path.write_text(json.dumps([row]))
    assert "changed  2020-02-28" in desk.run("import", str(path), "--yes").stdout
    assert desk.show("visit-2020")["date"] == "2020-02-28"


def test_what_is_no_export_of_ours_is_refused(desk: Desk) -> None:
    for data in (b"SQLite format 3\x00", b"", b"\0" * 4096):
        result = imported(desk, "t.sqlite", data)
        assert (result.returncode, result.stdout) == (3, "")
