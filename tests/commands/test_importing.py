"""`kzfr import` as its users run it."""

from __future__ import annotations

import json

import pytest

from .desk import Desk

FRENCH = (
    "\ufeffDate;Titre;Catégorie;Lieux;Source;Description\r\n"
    "14/07/2018;Réception;diplomatie;Nour-Soultan;senate;Une fête.\r\n"
)


def imported(desk: Desk, name: str, text: str, *options: str, encoding: str = "utf-8"):
    """Import a file."""
    path = desk.folder / name
    path.write_bytes(text.encode(encoding))
    return desk.run("import", str(path), *options)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
def test_a_table_of_a_french_spreadsheet_is_read(desk: Desk, encoding: str) -> None:
    result = imported(desk, "t.csv", FRENCH, "--yes", encoding=encoding)
    assert result.returncode == 0, result.stderr
    assert result.stdout == "added  2018-07-14  Réception  [reception-2018]\n"
    shown = desk.show("reception-2018")
    assert (shown["category"], shown["places"], shown["sources"], shown["summary"]) == (
        "diplomacy",
        ["astana"],
        ["senate"],
        "Une fête.",
    )


@pytest.mark.parametrize("format", ["csv", "json", "ndjson"])
def test_what_the_timeline_writes_comes_back_unchanged(desk: Desk, format: str) -> None:
    desk.mine.touch()
    text = desk.ok("timeline", "--format", format).stdout
    result = imported(desk, f"t.{format}", text, "--yes")
    assert (result.returncode, result.stdout) == (0, "")
    assert "4 unchanged" in result.stderr
    assert desk.mine.read_bytes() == b""


def test_a_timeline_taken_to_an_empty_desk_tells_the_same(desk: Desk) -> None:
    desk.mine.touch()
    rows = json.loads(desk.ok("timeline", "--format", "json").stdout)
    for row in rows:
        row["id"] = f"my-{row['id']}"
        row["titles"] = {lang: f"{text} again" for lang, text in row["titles"].items()}
    result = imported(desk, "t.json", json.dumps(rows), "--yes")
    assert result.returncode == 0, result.stderr
    again = [
        row
        for row in json.loads(desk.ok("timeline", "--format", "json").stdout)
        if row["id"].startswith("my-")
    ]
    for row, other in zip(rows, again, strict=True):
        for name in (
            "id",
            "titles",
            "summary",
            "category",
            "date",
            "dates",
            "places",
            "tags",
            "scope",
            "sources",
        ):
            assert row[name] == other[name], name


def test_a_change_of_a_known_event_is_laid_over_it(desk: Desk) -> None:
    result = imported(
        desk, "t.csv", "id,date,title.en\nvisit-2020,2020-02-28,Visit\n", "--yes"
    )
    assert result.stdout == "changed  2020-02-28  Visite  [visit-2020]  dates\n"
    assert "extend = true" in desk.mine.read_text()
    shown = desk.show("visit-2020")
    assert (shown["date"], shown["dates"][0]["sources"]) == ("2020-02-28", ["senate"])


def test_a_change_of_an_event_of_the_file_replaces_its_lines_only(desk: Desk) -> None:
    desk.mine.write_text(
        '# mine\n[[events]]\nid = "visit-2020"\nextend = true\ntitle.en = "V"\n# end\n'
    )
    assert (
        imported(
            desk, "t.csv", "id,date,title\nvisit-2020,2020-02-29,Other\n", "--yes"
        ).returncode
        == 0
    )
    text = desk.mine.read_text()
    assert text.startswith("# mine\n[[events]]\n")
    assert text.endswith("\n# end\n")
    assert desk.show("visit-2020")["title"] == "Other"


CALENDAR = """BEGIN:VCALENDAR\r
VERSION:2.0\r
PRODID:-//x//y//EN\r
BEGIN:VEVENT\r
UID:1@x\r
DTSTART;VALUE=DATE:20180714\r
DTEND;VALUE=DATE:20180717\r
SUMMARY:Festival\\, the third\r
LOCATION:Astana\r
CATEGORIES:Culture,Other\r
URL:https://example.org/festival\r
END:VEVENT\r
BEGIN:VEVENT\r
UID:2@x\r
DTSTART:20180801T090000Z\r
DTEND:20180801T100000Z\r
SUMMARY:Talk\r
END:VEVENT\r
END:VCALENDAR\r
"""


def test_a_calendar_is_read(desk: Desk) -> None:
    result = imported(
        desk, "c.ics", CALENDAR, "--category", "science", "--no-source", "--yes"
    )
    assert result.returncode == 0, result.stderr
    festival, talk = desk.show("festival-third-2018"), desk.show("talk-2018")
    assert (
        festival["date"],
        festival["category"],
        festival["places"],
        festival["title"],
    ) == (
        "2018-07-14/2018-07-16",
        "culture",
        ["astana"],
        "Festival, the third",
    )
    assert festival["citations"][0]["url"] == "https://example.org/festival"
    assert (talk["date"], talk["category"]) == ("2018-08-01", "science")


def test_one_refused_row_keeps_all_out(desk: Desk) -> None:
    text = "date,title,category,source\n2018-07-14,Good,visit,senate\n"
    text += "2018-13-01,Bad,visit,senate\n2018,Worse,feast,senate\n"
    result = imported(desk, "t.csv", text, "--yes")
    assert result.returncode == 3
    assert "added  2018-07-14  Good" in result.stdout
    assert "refused  row 3  Bad" in result.stdout
    assert "refused  row 4  Worse" in result.stdout
    assert not desk.mine.exists()


def test_a_row_without_a_source_is_refused_unless_insisted(desk: Desk) -> None:
    text = "date,title,category\n2018-07-14,Good,visit\n"
    assert imported(desk, "t.csv", text, "--yes").returncode == 3
    assert imported(desk, "t.csv", text, "--yes", "--source", "senate").returncode == 0


@pytest.mark.parametrize("options", [(), ("--dry-run",)])
def test_without_a_yes_it_is_only_shown(desk: Desk, options: tuple[str, ...]) -> None:
    result = imported(desk, "t.csv", FRENCH, *options)
    assert result.returncode == (0 if options else 2)
    assert "added" in result.stdout
    assert not desk.mine.exists()


def test_an_import_is_taken_back_as_one_change(desk: Desk) -> None:
    desk.mine.write_text("# mine\n")
    assert (
        imported(
            desk, "c.ics", CALENDAR, "--category", "science", "--no-source", "--yes"
        ).returncode
        == 0
    )
    desk.ok("undo")
    assert desk.mine.read_text() == "# mine\n"


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("t.txt", "x"),
        ("t.csv", "a,b\n1,2\n"),
        ("t.csv", ""),
        ("t.json", "{"),
        ("t.json", "[1]"),
        ("t.json", "[]"),
        ("t.ics", "hello"),
        ("t.csv", "date,title\x00\x00"),
        ("t.json", "[" * 100_000),
    ],
)
def test_what_is_no_such_file_is_refused_in_a_sentence(
    desk: Desk, name: str, text: str
) -> None:
    result = imported(desk, name, text, "--yes")
    assert (result.returncode, result.stdout) == (3, "")
    assert f"{name} cannot be imported: " in result.stderr


def test_hostile_text_stays_text(desk: Desk) -> None:
    text = json.dumps(
        [
            {
                "date": "2018-07-14",
                "title": 'x"\n[[events]]\nid = "evil"\n',
                "category": "visit",
                "source": "senate",
                "summary": "\u202e\x1b[31m'''\"\"\"",
            }
        ]
    )
    result = imported(desk, "t.json", text, "--yes")
    assert result.returncode == 0, result.stderr
    assert "\x1b" not in result.stdout
    assert desk.run("show", "evil").returncode == 3


SEMINAR = (
    "BEGIN:VSEMINAR\r\nVERSION:2.0\r\nPRODID:-//x//x//EN\r\nBEGIN:VEVENT\r\nUID:1@agenda\r\n"
    "DTSTART;VALUE=DATE:20190304\r\nSUMMARY:Seminar on water\r\nEND:VEVENT\r\nEND:VSEMINAR\r\n"
)


@pytest.mark.parametrize(
    ("name", "text"),
    [("t.csv", "date,title\n2019-03-04,Seminar on water\n"), ("t.ics", SEMINAR)],
)
def test_what_was_imported_before_is_not_added_again(
    desk: Desk, name: str, text: str
) -> None:
    options = ("--category", "visit", "--no-source", "--yes")
    assert imported(desk, name, text, *options).returncode == 0
    before = desk.mine.read_bytes()
    assert "1 unchanged" in imported(desk, name, text, *options).stderr
    assert desk.mine.read_bytes() == before


def test_calendar_of_our_own_anniversaries_is_refused(desk: Desk) -> None:
    desk.mine.touch()
    path = desk.folder / "ours.ics"
    desk.ok("export", str(path))
    result = desk.run("import", str(path), "--category", "visit", "--no-source", "--yes")
    assert result.returncode == 3
    assert "anniversaries that kzfr wrote" in result.stderr
    assert desk.mine.read_bytes() == b""


def test_the_weight_of_a_row_is_taken_in(desk: Desk) -> None:
    text = "date,title,category,source,weight\n2018-07-14,Party,diplomacy,senate,1\n"
    assert imported(desk, "t.csv", text, "--yes").returncode == 0
    assert desk.show("party-2018")["weight"] == 1


def test_a_weight_that_is_none_is_refused_with_those_that_are(desk: Desk) -> None:
    text = "date,title,category,source,weight\n2018-07-14,Party,diplomacy,senate,9\n"
    result = imported(desk, "t.csv", text, "--yes")
    assert result.returncode != 0
    assert "“9”" in result.stdout


@pytest.mark.parametrize("line", ["DTSTART:20010203\x05", "DURATION:\x05P", "EXDATE:\x05"])
def test_property_of_a_calendar_that_cannot_be_read_costs_no_traceback(
    desk: Desk, line: str
) -> None:
    start = "" if line.startswith("DTSTART") else "DTSTART:20010203\r\n"
    event = f"BEGIN:VEVENT\r\n{start}{line}\r\nSUMMARY:A\r\nEND:VEVENT\r\n"
    calendar = f"BEGIN:VCALENDAR\r\n{event}END:VCALENDAR\r\n"
    result = imported(desk, "t.ics", calendar, "--dry-run")
    assert result.returncode in (0, 1, 3), result.stderr
