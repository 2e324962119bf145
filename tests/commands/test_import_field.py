"""`kzfr import` on what people reported of programs of this kind, each with its number."""

from __future__ import annotations

import subprocess

import pytest

from .desk import Desk

SHOWN = ("--category", "culture", "--no-source", "--new-names", "--dry-run")
TAKEN = ("--category", "culture", "--no-source", "--yes")
Result = subprocess.CompletedProcess[str]


def imported(desk: Desk, name: str, data: bytes | str, *options: str) -> Result:
    """Import a file of those bytes."""
    path = desk.folder / name
    path.write_bytes(data if isinstance(data, bytes) else data.encode())
    return desk.run("import", str(path), *(options or SHOWN))


def calendar(*events: str, head: str = "") -> str:
    """A calendar of some events, each given by its lines."""
    told = [f"BEGIN:VEVENT\n{event.strip()}\nEND:VEVENT\n" for event in events]
    text = f"BEGIN:VCALENDAR\nVERSION:2.0\nPRODID:-//x//EN\n{head}{''.join(told)}END:VCALENDAR\n"
    return text.replace("\n", "\r\n")


def dates(result: Result) -> list[str]:
    """The dates of what would be added."""
    lines = [line.split("  ") for line in result.stdout.splitlines()]
    return [cells[1] for cells in lines if cells[0] in ("added", "changed")]


def test_15_table_in_windows_1251_is_read_as_russian_and_says_so(desk: Desk) -> None:
    text = "Date;Title\r\n13.09.2026;Визит делегации в Алматы\r\n"
    result = imported(desk, "ru.csv", text.encode("cp1251"), *SHOWN, "--day-first")
    assert "added  2026-09-13  Визит делегации в Алматы" in result.stdout
    assert "Windows-1251" in result.stderr


@pytest.mark.parametrize("charset", ["utf-16", "utf-16-le", "utf-16-be", "utf-8-sig"])
def test_15_table_of_any_unicode_is_read(desk: Desk, charset: str) -> None:
    text = "Date;Title\r\n2026-09-13;Қазақстан күні\r\n"
    result = imported(desk, "kk.csv", text.encode(charset))
    assert "added  2026-09-13  Қазақстан күні" in result.stdout


def test_15_charset_that_is_named_goes_before_its_looks(desk: Desk) -> None:
    text = "Date;Title\r\n2026-09-13;Été\r\n".encode("cp850")
    result = imported(desk, "fr.csv", text, *SHOWN, "--charset", "cp850")
    assert "added  2026-09-13  Été" in result.stdout
    assert "Read as DOS 850." in result.stderr


def test_15_charset_that_is_none_is_refused(desk: Desk) -> None:
    result = imported(desk, "fr.csv", "Date;Title\n2026;A\n", *SHOWN, "--charset", "klingon")
    assert (result.returncode, "klingon" in result.stderr) == (2, True)


def test_17_length_of_an_event_is_kept(desk: Desk) -> None:
    event = "UID:a@x\nDTSTART:20260921T090000\nDURATION:P3DT0H0M0S\nSUMMARY:Delegation"
    assert dates(imported(desk, "c.ics", calendar(event))) == ["2026-09-21/2026-09-24"]


def test_17_length_in_whole_days_is_kept(desk: Desk) -> None:
    event = "UID:a@x\nDTSTART;VALUE=DATE:20260921\nDURATION:P3D\nSUMMARY:Delegation"
    assert dates(imported(desk, "c.ics", calendar(event))) == ["2026-09-21/2026-09-23"]


def test_18_event_that_ends_at_midnight_takes_one_day(desk: Desk) -> None:
    event = (
        "UID:a@x\nDTSTART;TZID=Europe/Paris:20260911T190000\n"
        "DTEND;TZID=Europe/Paris:20260912T000000\nSUMMARY:Gala dinner"
    )
    assert dates(imported(desk, "c.ics", calendar(event))) == ["2026-09-11"]


LATE = "UID:a@x\nDTSTART:20260914T200000Z\nDTEND:20260914T220000Z\nSUMMARY:Concert at one"
WHOLE = "UID:b@x\nDTSTART:20260930T190000Z\nDTEND:20261001T190000Z\nSUMMARY:National day"


def test_19_days_are_those_of_the_zone_of_the_calendar(desk: Desk) -> None:
    text = calendar(LATE, WHOLE, head="X-WR-TIMEZONE:Asia/Almaty\n")
    assert dates(imported(desk, "c.ics", text)) == ["2026-09-15", "2026-10-01"]


ALMATY = (
    "BEGIN:VTIMEZONE\nTZID:Central Asia by hand\nBEGIN:STANDARD\nDTSTART:19700101T000000\n"
    "TZOFFSETFROM:+0500\nTZOFFSETTO:+0500\nEND:STANDARD\nEND:VTIMEZONE\n"
)


def test_19_days_are_those_of_the_only_zone_that_is_defined(desk: Desk) -> None:
    text = calendar(LATE, WHOLE, head=ALMATY)
    assert dates(imported(desk, "c.ics", text)) == ["2026-09-15", "2026-10-01"]


def test_19_days_of_utc_are_told_where_no_zone_is_known(desk: Desk) -> None:
    result = imported(desk, "c.ics", calendar(LATE))
    assert dates(result) == ["2026-09-14"]
    assert "the days are those of UTC" in result.stderr


def test_20_cancelled_event_is_left_out_with_a_word(desk: Desk) -> None:
    text = calendar(
        "UID:a@x\nSTATUS:CANCELLED\nDTSTART;VALUE=DATE:20260915\nSUMMARY:Mayor of Lyon",
        "UID:b@x\nDTSTART;VALUE=DATE:20260916\nSUMMARY:Mayor of Nice",
        head="METHOD:PUBLISH\n",
    )
    result = imported(desk, "c.ics", text)
    assert dates(result) == ["2026-09-16"]
    assert "cancelled, left out  2026-09-15  Mayor of Lyon" in result.stdout


def test_20_calendar_that_takes_all_back_adds_nothing(desk: Desk) -> None:
    event = "UID:a@x\nDTSTART;VALUE=DATE:20260915\nSUMMARY:Mayor of Lyon"
    result = imported(desk, "c.ics", calendar(event, head="METHOD:CANCEL\n"))
    assert result.stdout == "cancelled, left out  2026-09-15  Mayor of Lyon\n"


@pytest.mark.parametrize("order", [1, -1])
def test_21_one_uid_is_one_event_the_newer(desk: Desk, order: int) -> None:
    told = (
        "UID:a@x\nDTSTART;VALUE=DATE:20261221\nSUMMARY:Trip\nLAST-MODIFIED:20261001T000000Z",
        "UID:a@x\nDTSTART;VALUE=DATE:20261222\nSUMMARY:Trip\nSEQUENCE:1",
    )
    result = imported(desk, "c.ics", calendar(*told[::order]))
    assert dates(result) == ["2026-12-22"]
    assert "an older version, left out  2026-12-21  Trip" in result.stdout


FORUM = (
    "UID:a@x\nDTSTART;VALUE=DATE:20240401\nRRULE:FREQ=YEARLY;COUNT=3\nSUMMARY:Spring forum"
)
MOVED = (
    "UID:a@x\nRECURRENCE-ID;VALUE=DATE:20260401\nDTSTART;VALUE=DATE:20260410\n"
    "SUMMARY:Spring forum"
)


def test_22_series_without_a_window_is_its_first_day_and_says_so(desk: Desk) -> None:
    result = imported(desk, "c.ics", calendar(FORUM, MOVED))
    assert dates(result) == ["2024-04-01"]
    assert "it repeats: its other days are left out" in result.stdout
    assert "a repetition, left out  2026-04-10" in result.stdout


def test_22_series_is_unrolled_within_a_window(desk: Desk) -> None:
    window = ("--from", "2024", "--to", "2026")
    result = imported(desk, "c.ics", calendar(FORUM, MOVED), *SHOWN, *window)
    assert dates(result) == ["2024-04-01", "2025-04-01", "2026-04-10"]
    shorter = imported(desk, "c.ics", calendar(FORUM, MOVED), *SHOWN, "--from", "2025")
    assert dates(shorter) == ["2025-04-01", "2026-04-10"]


def test_22_days_told_one_by_one_and_taken_out_are_heeded(desk: Desk) -> None:
    event = (
        "UID:a@x\nDTSTART;TZID=Asia/Almaty:20260105T090000\nRRULE:FREQ=WEEKLY;UNTIL=20260126T235959Z\n"
        "RDATE;TZID=Asia/Almaty:20260214T090000\nEXDATE;TZID=Asia/Almaty:20260112T090000\nSUMMARY:Talk"
    )
    result = imported(
        desk, "c.ics", calendar(event), *SHOWN, "--from", "2026", "--to", "2026"
    )
    assert dates(result) == ["2026-01-05", "2026-01-19", "2026-01-26", "2026-02-14"]


def test_22_change_of_all_that_follows_is_heeded(desk: Desk) -> None:
    onward = (
        "UID:a@x\nRECURRENCE-ID;RANGE=THISANDFUTURE;VALUE=DATE:20250401\n"
        "DTSTART;VALUE=DATE:20250403\nSUMMARY:Great forum"
    )
    window = ("--from", "2024", "--to", "2026")
    result = imported(desk, "c.ics", calendar(FORUM, onward), *SHOWN, *window)
    assert dates(result) == ["2024-04-01", "2025-04-03", "2026-04-03"]
    assert result.stdout.count("Great forum") == 2
    last = imported(desk, "c.ics", calendar(FORUM, onward), *SHOWN, "--from", "2026")
    assert dates(last) == ["2026-04-03"]


def test_50_day_that_a_series_drops_is_offered_for_removal(desk: Desk) -> None:
    window = ("--from", "2024", "--to", "2026")
    imported(desk, "c.ics", calendar(FORUM), *TAKEN, *window)
    dropping = calendar(FORUM + "\nEXDATE;VALUE=DATE:20250401")
    offered = imported(desk, "c.ics", dropping, *TAKEN, *window)
    assert "cancelled  2025-04-01  Spring forum  [spring-forum-2025]" in offered.stdout
    assert "--remove-cancelled" in offered.stderr
    taken = imported(desk, "c.ics", dropping, *TAKEN, *window, "--remove-cancelled")
    assert taken.returncode == 0, taken.stderr
    again = imported(desk, "c.ics", dropping, *SHOWN, *window)
    assert "cancelled, left out  2025-04-01" in again.stdout


@pytest.mark.parametrize(
    "rule",
    [
        "FREQ=YEARLY",
        "FREQ=SECONDLY;COUNT=3",
        "FREQ=DAILY;BYMONTH=2;BYMONTHDAY=30",
        "FREQ=ODD",
    ],
)
def test_22_rule_that_does_not_end_is_told(desk: Desk, rule: str) -> None:
    event = f"UID:a@x\nDTSTART;VALUE=DATE:20240401\nRRULE:{rule}\nSUMMARY:Forum"
    result = imported(desk, "c.ics", calendar(event), *SHOWN, "--from", "2024")
    assert dates(result) == ["2024-04-01"]
    assert "its other days are left out" in result.stdout


def test_22_repetition_that_is_cancelled_is_left_out(desk: Desk) -> None:
    gone = "UID:a@x\nRECURRENCE-ID;VALUE=DATE:20250401\nDTSTART;VALUE=DATE:20250401\nSTATUS:CANCELLED\nSUMMARY:Spring forum"
    window = ("--from", "2024", "--to", "2026")
    result = imported(desk, "c.ics", calendar(FORUM, gone), *SHOWN, *window)
    assert dates(result) == ["2024-04-01", "2026-04-01"]


def test_23_letter_that_a_fold_cuts_stays_whole(desk: Desk) -> None:
    title = "a" * 64 + " é Réception"
    written = calendar(f"UID:f@x\nDTSTART;VALUE=DATE:20261007\nSUMMARY:{title}").encode()
    cut = written.index("é".encode()) + 1
    result = imported(desk, "c.ics", written[:cut] + b"\r\n " + written[cut:])
    assert f"  {title}  " in result.stdout


def test_24_title_in_two_languages_has_both(desk: Desk) -> None:
    event = (
        "UID:a@x\nDTSTART;VALUE=DATE:20260915\nSUMMARY;LANGUAGE=fr:Visite du maire\n"
        "SUMMARY;LANGUAGE=en:Visit of the mayor"
    )
    assert imported(desk, "c.ics", calendar(event), *TAKEN).returncode == 0
    shown = desk.show("visit-mayor-2026")
    assert shown["titles"] == {"fr": "Visite du maire", "en": "Visit of the mayor"}


def test_24_text_given_twice_is_the_first_one(desk: Desk) -> None:
    event = "UID:a@x\nDTSTART;VALUE=DATE:20260915\nSUMMARY:One\nSUMMARY:Two\nDTSTART;VALUE=DATE:20270101"
    assert (
        "added  2026-09-15  One  [one-2026]\n"
        in imported(desk, "c.ics", calendar(event)).stdout
    )


ODD_ZONE = (
    "BEGIN:VTIMEZONE\nTZID:Asia/Almaty\nBEGIN:STANDARD\nDTSTART:18900101T000000\nTZNAME:LMT\n"
    "TZOFFSETFROM:+5328\nTZOFFSETTO:+0500\nEND:STANDARD\nEND:VTIMEZONE\n"
)


def test_25_odd_zone_refuses_nothing(desk: Desk) -> None:
    event = "UID:a@x\nDTSTART;TZID=Asia/Almaty:20260915T090000\nSUMMARY:Business forum"
    assert dates(imported(desk, "c.ics", calendar(event, head=ODD_ZONE))) == ["2026-09-15"]


def test_25_odd_reminder_refuses_nothing(desk: Desk) -> None:
    alarm = "BEGIN:VALARM\nTRIGGER:whenever\nDESCRIPTION:Leave\nSUMMARY:Wake up\nEND:VALARM"
    event = f"UID:a@x\nDTSTART:20260915T090000\nSUMMARY:Business forum\n{alarm}"
    result = imported(desk, "c.ics", calendar(event))
    assert "added  2026-09-15  Business forum  [" in result.stdout


def test_26_address_that_leads_nowhere_is_left_out_with_a_line(desk: Desk) -> None:
    event = (
        "UID:a@x\nDTSTART;VALUE=DATE:20260915\nSUMMARY:Business forum\nURL:/c/agenda/forum"
    )
    result = imported(desk, "c.ics", calendar(event))
    assert dates(result) == ["2026-09-15"]
    assert (
        "link left out, since it is no address of the web: /c/agenda/forum" in result.stdout
    )


UNTITLED = calendar(
    "UID:a@x\nDTSTART;VALUE=DATE:20260915\nSUMMARY:Business forum",
    "UID:b@x\nDTSTART;VALUE=DATE:20260916\nLOCATION:Paris",
)


def test_27_refused_rows_come_back_and_the_rest_is_taken_in(desk: Desk) -> None:
    back = desk.folder / "back.csv"
    result = imported(desk, "c.ics", UNTITLED, *TAKEN, "--skip-refused", str(back))
    assert (result.returncode, desk.show("business-forum-2026")["date"]) == (1, "2026-09-15")
    text = back.read_text(encoding="utf-8-sig")
    assert "It has no title: write one." in text
    header, row = text.splitlines()
    mended = dict(zip(header.split(","), row.split(","), strict=True))
    assert (mended["date"], mended["title"], mended["uid"]) == ("2026-09-16", "", "b@x")
    back.write_text(text.replace(",2026-09-16,,", ",2026-09-16,Dinner,"), encoding="utf-8")
    assert desk.run("import", str(back), *TAKEN).returncode == 0
    assert desk.show("dinner-2026")["date"] == "2026-09-16"


def test_27_refused_cells_come_back_as_they_stood(desk: Desk) -> None:
    back = desk.folder / "back.csv"
    text = "Date;Title;Budget\n2026-09-13;Good;1\n2026-13;Bad;2\n2026-09-14;A;3;4\n"
    result = imported(desk, "t.csv", text, *TAKEN, "--skip-refused", str(back))
    assert result.returncode == 1
    lines = back.read_text(encoding="utf-8-sig").splitlines()
    assert lines[0] == "refused;Date;Title;Budget"
    assert lines[1].endswith(";2026-13;Bad;2")
    assert lines[2].endswith(";2026-09-14;A;3;4")
    again = desk.run("import", str(back), *TAKEN)
    assert "2 refused" in again.stderr
    back.write_text(
        "\n".join(lines).replace("2026-13", "2026-12").replace("A;3;4", "A;3"),
        encoding="utf-8",
    )
    assert "2 added" in desk.run("import", str(back), *TAKEN).stderr


def test_27_refused_objects_come_back_as_they_stood(desk: Desk) -> None:
    back = desk.folder / "back.json"
    text = '[{"date": "2026-13", "title": "Bad", "own": {"x": 1}}, {"date": "2026", "title": "Good"}]'
    result = imported(desk, "t.json", text, *TAKEN, "--skip-refused", str(back))
    assert result.returncode == 1
    assert '"own": {' in back.read_text()
    assert '"refused": "“2026-13” is not a date' in back.read_text()


def test_27_without_it_nothing_is_taken_in_and_it_is_named(desk: Desk) -> None:
    result = imported(desk, "c.ics", UNTITLED, *TAKEN)
    assert (result.returncode, desk.mine.exists()) == (3, False)
    assert "--skip-refused FILE" in result.stderr


def test_27_file_for_refused_rows_is_not_the_one_that_is_read(desk: Desk) -> None:
    path = desk.folder / "t.csv"
    result = imported(
        desk, "t.csv", "date,title\n2026-13,A\n", *TAKEN, "--skip-refused", str(path)
    )
    assert result.returncode == 3
    assert path.read_text() == "date,title\n2026-13,A\n"


@pytest.mark.parametrize(
    "text",
    [
        "Start Date;End Date;Title\n2026-09-13;2026-09-20;Week\n",
        "Début;Fin;Titre\n13/09/2026;20/09/2026;Semaine\n",
        "Date de début;Date de fin;Intitulé\n13/09/2026;20/09/2026;Semaine\n",
        "Начало;Конец;Название\n13.09.2026;20.09.2026;Неделя\n",
        "Дата начала;Дата окончания;Мероприятие\n13.09.2026;20.09.2026;Неделя\n",
        "Басталуы;Аяқталуы;Атауы\n13.09.2026;20.09.2026;Апта\n",
        "from,to,event\n13 Sept 2026,20 Sept 2026,Week\n",
    ],
)
def test_28_end_in_a_column_of_its_own_is_kept(desk: Desk, text: str) -> None:
    result = imported(desk, "t.csv", text, *SHOWN, "--day-first")
    assert dates(result) == ["2026-09-13/2026-09-20"]


def test_28_end_in_json_is_kept(desk: Desk) -> None:
    text = '[{"title": "Week", "start": "2026-09-13", "end": "2026-09-20"}]'
    assert dates(imported(desk, "t.json", text)) == ["2026-09-13/2026-09-20"]


def test_28_end_before_the_beginning_refuses_the_row(desk: Desk) -> None:
    result = imported(desk, "t.csv", "start,end,title\n2026-09-13,2026-09-10,Week\n")
    assert "row 2  Week  It ends (2026-09-10) before it begins (2026-09-13)" in result.stdout


def test_28_columns_that_are_left_out_are_named(desk: Desk) -> None:
    result = imported(desk, "t.csv", "date,title,Budget,Contact\n2026,A,1,B\n")
    assert "are kept" not in result.stderr
    assert "Budget, Contact" in result.stderr


def test_29_row_with_too_many_cells_is_refused_with_its_line(desk: Desk) -> None:
    text = "Date,Title,Place\n2026-09-13,Visit of Mr A, minister of culture,Almaty\n2026,Good,Paris\n"
    result = imported(desk, "t.csv", text)
    assert "refused  row 2  Visit of Mr A  It has 4 cells for 3 columns" in result.stdout
    assert dates(result) == ["2026"]


def test_29_quotation_mark_that_is_not_closed_refuses_its_row_only(desk: Desk) -> None:
    text = 'Date,Title\n2026-09-13,"Visit of A\n2026-09-14,"Visit of ""B"""\n2026-09-15,Visit of C\n'
    result = imported(desk, "t.csv", text)
    assert "refused  row 2" in result.stdout
    assert "A quotation mark is not closed" in result.stdout
    assert dates(result) == ["2026-09-14", "2026-09-15"]
    assert 'Visit of "B"' in result.stdout


def test_29_cell_of_two_lines_is_one_cell(desk: Desk) -> None:
    result = imported(desk, "t.csv", 'Date,Title\n2026-09-13,"Visit\nof A"\n2026,B,c\n')
    assert dates(result) == ["2026-09-13"]
    assert "refused  row 4  B" in result.stdout


@pytest.mark.parametrize("line", ["sep=;", "SEP=;", '"sep=;"'])
def test_30_line_that_names_the_separator_is_heeded(desk: Desk, line: str) -> None:
    result = imported(desk, "t.csv", f"{line}\r\nDate;Titre\r\n2026-09-13;Visite, deux\r\n")
    assert dates(result) == ["2026-09-13"]


def test_30_title_above_the_header_is_passed_over(desk: Desk) -> None:
    text = "Calendrier 2026, version du 1er mai;;\n;;\nDate;Titre;Lieu\n2026-09-13;Visite;Paris\n"
    result = imported(desk, "t.csv", text)
    assert dates(result) == ["2026-09-13"]


@pytest.mark.parametrize(
    ("cell", "date"),
    [
        ("2026-09-13 00:00:00", "2026-09-13"),
        ("2026-09-14T10:00:00Z", "2026-09-14"),
        ("2026-09-14T10:00:00.000+05:00", "2026-09-14"),
        ("13/09/2026 14:30", "2026-09-13"),
        ("13/09/2026 14h30", "2026-09-13"),
        ("13 September 2026, 2:30 PM", "2026-09-13"),
        ("20260913", "2026-09-13"),
        ("20260913T100000Z", "2026-09-13"),
        ("Sun Sep 13 2026 00:00:00 GMT+0500 (Almaty)", "2026-09-13"),
        ("46278", "2026-09-13"),
        ("46278.5", "2026-09-13"),
        ("c. 1992", "1992~"),
        ("1992 ?", "1992?"),
        ("mars 2019 (?)", "2019-03?"),
        ("été 2017", "2017-22"),
        ("the sixties", "196X"),
        ("конец 2013", "2013-09~/2013-12~"),
    ],
)
def test_31_date_is_read_as_programs_and_people_write_it(
    desk: Desk, cell: str, date: str
) -> None:
    result = imported(desk, "t.tsv", f"Date\tTitle\n{cell}\tVisit\n", *SHOWN, "--day-first")
    assert dates(result) == [date], result.stdout


def test_31_date_with_time_in_json_is_read(desk: Desk) -> None:
    text = '[{"title": "Treaty", "date": "2008-06-11T00:00:00Z"}]'
    assert dates(imported(desk, "t.json", text)) == ["2008-06-11"]


def test_32_sheet_of_timelinejs_is_read(desk: Desk) -> None:
    text = (
        "Year,Month,Day,Time,End Year,End Month,End Day,End Time,Display Date,Headline,Text,Media,Type\n"
        "2013,9,17,,2013,9,20,,,Founding agreement of the school,Text,,\n"
        "2014,,,,,,,,,Year only,,,\n"
    )
    assert dates(imported(desk, "t.csv", text)) == ["2013-09-17/2013-09-20", "2014"]


NATIVE = """
[[events]]
id = "e-2020"
category = "visit"
title.en = "E"
dates = [{kind = "occurred", value = 2020-01-02, status = "preferred"}, {kind = "announced", value = 2019, status = "accepted"}]
"""


def test_36_date_without_quotes_is_read(desk: Desk) -> None:
    desk.mine.write_text(NATIVE)
    assert desk.show("e-2020")["date"] == "2020-01-02"


def test_48_marks_of_direction_come_back_from_a_table(desk: Desk) -> None:
    title = "Visit (\u200e2020\u200e) \u202eزيارة"
    desk.mine.write_text(
        '[[events]]\nid = "a-2020"\ncategory = "visit"\ntitle.en = '
        '"Visit (\\u200E2020\\u200E) \\u202Eزيارة"\n'
        'dates = [{kind = "occurred", value = "2020-01-02"}]\n'
    )
    path = desk.folder / "o.csv"
    desk.ok("export", str(path))
    text = path.read_text(encoding="utf-8")
    assert "U+200E" not in text
    assert "\u202e" not in text
    desk.mine.unlink()
    assert desk.run("import", str(path), "--no-source", "--yes").returncode == 0
    assert desk.show("a-2020")["title"] == title


FIRST = calendar("UID:m@x\nDTSTART;VALUE=DATE:20270915\nSUMMARY:Forum of the chamber")
SECOND = calendar(
    "UID:m@x\nSEQUENCE:1\nDTSTART;VALUE=DATE:20270922\nSUMMARY:Forum of the chamber"
)


def test_50_event_that_was_moved_is_changed_and_not_doubled(desk: Desk) -> None:
    told = [imported(desk, "c.ics", text, *TAKEN) for text in (FIRST, FIRST, SECOND)]
    assert [result.stderr.splitlines()[0] for result in told[1:]] == [
        "1 unchanged",
        "1 changed",
    ]
    assert "changed  2027-09-22  Forum of the chamber" in told[2].stdout
    assert desk.show("forum-chamber-2027")["date"] == "2027-09-22"
    assert desk.mine.read_text().count("[[events]]") == 1


def test_50_event_that_was_renamed_and_moved_is_the_same(desk: Desk) -> None:
    imported(desk, "c.ics", FIRST, *TAKEN)
    text = SECOND.replace("Forum of", "Great forum of")
    assert "changed  2027-09-22" in imported(desk, "c.ics", text, *TAKEN).stdout
    assert desk.show("forum-chamber-2027")["title"] == "Great forum of the chamber"


def test_50_event_that_was_cancelled_is_offered_for_removal(desk: Desk) -> None:
    imported(desk, "c.ics", FIRST, *TAKEN)
    gone = SECOND.replace("SUMMARY", "STATUS:CANCELLED\r\nSUMMARY")
    offered = imported(desk, "c.ics", gone, *TAKEN)
    assert (
        "cancelled  2027-09-22  Forum of the chamber  [forum-chamber-2027]" in offered.stdout
    )
    assert "--remove-cancelled" in offered.stderr
    assert desk.show("forum-chamber-2027")["date"] == "2027-09-15"
    taken = imported(desk, "c.ics", gone, *TAKEN, "--remove-cancelled")
    assert taken.returncode == 0, taken.stderr
    assert desk.run("show", "forum-chamber-2027").returncode == 3


def test_50_event_that_was_there_before_its_uid_is_given_one(desk: Desk) -> None:
    imported(desk, "t.csv", "date,title\n2027-09-15,Forum of the chamber\n", *TAKEN)
    assert "changed" in imported(desk, "c.ics", FIRST, *TAKEN).stdout
    assert "changed  2027-09-22" in imported(desk, "c.ics", SECOND, *TAKEN).stdout


def test_50_series_that_was_moved_is_changed_day_by_day(desk: Desk) -> None:
    window = ("--from", "2024", "--to", "2026")
    assert "3 added" in imported(desk, "c.ics", calendar(FORUM), *TAKEN, *window).stderr
    result = imported(desk, "c.ics", calendar(FORUM, MOVED), *TAKEN, *window)
    assert "1 changed, 2 unchanged" in result.stderr
    assert desk.show("spring-forum-2026")["date"] == "2026-04-10"


def test_50_two_events_of_one_day_and_title_stay_two(desk: Desk) -> None:
    imported(desk, "c.ics", FIRST, *TAKEN)
    result = imported(desk, "c.ics", FIRST.replace("m@x", "n@x"), *TAKEN)
    assert "added  2027-09-15" in result.stdout
