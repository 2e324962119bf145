"""`kzfr export`: the ending picks the format, the filters are those of timeline and anniversary."""

from __future__ import annotations

import csv
import io
import json
import os
import pty
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from icalendar import Calendar

from ..conftest import ROOT

EVENTS = """
[[sources]]
id = "page"
title = "Page; with, signs"
url = "https://example.org/page"
kind = "press"

[[events]]
id = "leap-2000"
category = "culture"
title.en = "Leap, day; event"
title.fr = "Événement bissextile"
[[events.dates]]
kind = "occurred"
value = "2000-02-29"
status = "preferred"
sources = ["page"]

[[events]]
id = "treaty-2008"
category = "treaty"
title.en = "Treaty"
[[events.dates]]
kind = "signed"
value = "2008-06-11"
status = "preferred"
sources = ["page"]
[[events.dates]]
kind = "in-force"
value = "2010"
status = "accepted"
sources = ["page"]
"""


@pytest.fixture
def export(kzfr: Callable, tmp_path: Path) -> Callable:
    """Export the events above to a file, on 5 June 2018, and give its bytes; a calendar is whole."""
    database = tmp_path / "events.toml"
    database.write_text(EVENTS, encoding="utf-8")

    def run(name: str, *options: str) -> bytes:
        target = tmp_path / name
        whole = ["--all"] if name.endswith(".ics") and "--year" not in options else []
        done = kzfr(
            "export",
            str(target),
            "--no-packaged",
            "--db",
            str(database),
            "--today",
            "2018-06-05",
            *whole,
            *options,
        )
        assert done.returncode == 0, done.stderr
        return target.read_bytes()

    return run


def events(written: bytes) -> list:
    return list(Calendar.from_ical(written).walk("VEVENT"))


def test_anniversaries_are_all_day_events_from_the_first_to_come(export: Callable) -> None:
    (found,) = events(export("a.ics", "--category", "treaty", "--years", "1"))
    assert found.decoded("dtstart").isoformat() == "2018-06-11"
    assert found["dtstart"].params["VALUE"] == "DATE"
    assert str(found["summary"]) == "10 years: Treaty"
    assert "Round anniversary" in found["categories"].to_ical().decode()
    assert "https://example.org/page" in found["description"]


def test_title_names_the_side_that_the_event_does_not_go_by_and_its_dispute(
    export: Callable, kzfr: Callable, tmp_path: Path
) -> None:
    changed = EVENTS.replace(
        'value = "2010"\nstatus = "accepted"', 'value = "2010-02-03"\nstatus = "disputed"'
    )
    (tmp_path / "events.toml").write_text(changed, encoding="utf-8")
    database = (
        "--no-packaged",
        "--db",
        str(tmp_path / "events.toml"),
        "--today",
        "2018-06-05",
        "--lang",
        "fr",
        "--all",
    )
    assert (
        kzfr(
            "export",
            str(tmp_path / "a.ics"),
            "--years",
            "1",
            "--kind",
            "in-force",
            *database,
        ).returncode
        == 0
    )
    (found,) = events((tmp_path / "a.ics").read_bytes())
    assert (
        str(found["summary"]) == "9 ans\u00a0: Treaty · entrée en vigueur · date contestée"
    )


def test_title_tells_that_a_date_is_uncertain(kzfr: Callable, tmp_path: Path) -> None:
    (tmp_path / "events.toml").write_text(
        EVENTS.replace('"2008-06-11"', '"2008-06-11?"'), encoding="utf-8"
    )
    database = (
        "--no-packaged",
        "--db",
        str(tmp_path / "events.toml"),
        "--today",
        "2018-06-05",
        "--years",
        "1",
    )
    assert (
        kzfr("export", str(tmp_path / "a.ics"), "--category", "treaty", *database).returncode
        == 0
    )
    (found,) = events((tmp_path / "a.ics").read_bytes())
    assert str(found["summary"]) == "10 years: Treaty · date uncertain"


def test_two_runs_give_the_same_bytes(export: Callable) -> None:
    assert export("a.ics", "--alarm", "30d") == export("b.ics", "--alarm", "30d")


def test_lines_end_with_crlf_and_have_75_octets_at_most(export: Callable) -> None:
    written = export("a.ics")
    assert written.count(b"\n") == written.count(b"\r\n")
    assert max(map(len, written.split(b"\r\n"))) <= 75


def test_uid_is_of_the_event_and_its_side(export: Callable) -> None:
    found = events(export("a.ics", "--category", "treaty", "--years", "2"))
    assert [str(item["uid"]) for item in found] == [
        "treaty-2008.signed.2018@kzfr",
        "treaty-2008.signed.2019@kzfr",
    ]


def test_year_only_dates_are_left_out_and_counted(kzfr: Callable, tmp_path: Path) -> None:
    (tmp_path / "events.toml").write_text(EVENTS, encoding="utf-8")
    done = kzfr(
        "export",
        "-",
        "--format",
        "ics",
        "--no-packaged",
        "--db",
        str(tmp_path / "events.toml"),
    )
    assert "1 date known only to the month or the year" in done.stderr


def test_calendar_of_a_desk_has_what_is_round_or_weighty_where_it_was_and_a_reminder(
    kzfr: Callable, tmp_path: Path
) -> None:
    target = tmp_path / "a.ics"
    found = {}
    for option in ("--lang=en", "--all"):
        assert kzfr("export", str(target), option, "--years", "5").returncode == 0
        found[option] = events(target.read_bytes())
    desk = {str(item["uid"]): item for item in found["--lang=en"]}
    assert len(desk) * 3 < len(found["--all"])
    treaty = desk["strategic-partnership-treaty-2008.signed.2019@kzfr"]
    assert treaty["location"] == "Paris"
    triggers = [alarm["trigger"].to_ical() for alarm in treaty.walk("VALARM")]
    assert triggers == [b"-P13DT15H", b"PT9H"]


def test_alarms_ring_before_the_day(export: Callable) -> None:
    alarms = Calendar.from_ical(
        export("a.ics", "--alarm", "30d", "--alarm", "12h", "--years", "1")
    ).walk("VALARM")
    assert {alarm["trigger"].to_ical() for alarm in alarms} == {b"-P29DT15H", b"-PT12H"}


@pytest.mark.parametrize(
    ("rule", "days"),
    [
        ("feb28", ["2019-02-28", "2020-02-29"]),
        ("mar1", ["2019-03-01", "2020-02-29"]),
        ("both", ["2019-02-28", "2019-03-01", "2020-02-29"]),
    ],
)
def test_29_february_falls_where_the_policy_says(
    export: Callable, rule: str, days: list[str]
) -> None:
    found = events(
        export("a.ics", "--category", "culture", "--years", "2", "--leap-day", rule)
    )
    assert [item.decoded("dtstart").isoformat() for item in found] == days
    assert len({str(item["uid"]) for item in found}) == len(found)


def test_recurring_is_one_event_a_side(export: Callable) -> None:
    (found,) = events(export("a.ics", "--recurring", "--category", "treaty"))
    assert found["rrule"].to_ical() == b"FREQ=YEARLY"
    assert str(found["summary"]) == "Treaty (2008)"


def test_special_signs_are_escaped(export: Callable) -> None:
    written = export("a.ics", "--category", "culture", "--years", "1")
    assert b"Leap\\, day\\; event" in written


def test_sequence_follows_the_file(export: Callable, tmp_path: Path) -> None:
    (before,) = events(export("a.ics", "--category", "treaty", "--years", "1"))
    later = (tmp_path / "events.toml").stat().st_mtime + 3600
    os.utime(tmp_path / "events.toml", (later, later))
    (after,) = events(export("b.ics", "--category", "treaty", "--years", "1"))
    assert int(after["sequence"]) > int(before["sequence"])
    assert after.decoded("last-modified") > before.decoded("last-modified")


def test_french_excel_gets_semicolons_and_a_byte_order_mark(export: Callable) -> None:
    written = export("a.csv", "--csv-dialect", "excel-fr")
    assert written.startswith(b"\xef\xbb\xbf")
    rows = list(csv.DictReader(io.StringIO(written.decode("utf-8-sig")), delimiter=";"))
    assert [row["id"] for row in rows] == ["leap-2000", "treaty-2008"]


@pytest.mark.parametrize(
    "asked",
    [
        ["--date", "2018-06-05"],
        ["--date", "2018-06-05", "--within", "0"],
        ["--year", "2018"],
        ["--next", "3"],
    ],
)
def test_anniversaries_asked_for_are_those_of_the_command_anniversary(
    export: Callable, kzfr: Callable, tmp_path: Path, asked: list[str]
) -> None:
    database = (
        "--no-packaged",
        "--db",
        str(tmp_path / "events.toml"),
        "--today",
        "2018-06-05",
    )
    listed = kzfr(
        "anniversary", *asked, *database, "--format", "json", "--limit", "0"
    ).stdout
    assert json.loads(export("a.json", *asked)) == json.loads(listed)
    assert json.loads(listed)


def test_calendar_of_a_year_holds_its_anniversaries_known_to_the_day(
    export: Callable,
) -> None:
    found = events(export("a.ics", "--year", "2030"))
    assert [str(item["summary"]) for item in found] == [
        "30 years: Leap, day; event",
        "22 years: Treaty",
    ]
    assert [
        str(item["summary"])
        for item in events(export("b.ics", "--year", "2030", "--only-round"))
    ] == ["30 years: Leap, day; event"]


def test_the_command_anniversary_writes_the_same_calendar(
    export: Callable, kzfr: Callable, tmp_path: Path
) -> None:
    target = tmp_path / "b.ics"
    written = export("a.ics", "--year", "2030")
    done = kzfr(
        "anniversary",
        "--year",
        "2030",
        "-o",
        str(target),
        "--no-packaged",
        "--db",
        tmp_path / "events.toml",
    )
    assert (done.returncode, target.read_bytes()) == (0, written)
    assert "1 date known only to the month or the year" in done.stderr


def test_ending_of_the_output_picks_the_format_of_a_listing(
    export: Callable, kzfr: Callable, tmp_path: Path
) -> None:
    """What `export` writes can be taken in again, so each event has its `entry` and what that
    needs besides; a listing is read, not taken in, and leaves both out.
    """
    export("a.json")
    target, database = (
        tmp_path / "b.json",
        ("--no-packaged", "--db", str(tmp_path / "events.toml")),
    )
    assert kzfr("timeline", "-o", str(target), *database).returncode == 0
    exported = json.loads((tmp_path / "a.json").read_text(encoding="utf-8"))
    for row in exported:
        assert row.pop("entry")["id"] == row["id"]
        row.pop("needs")
    assert json.loads(target.read_text(encoding="utf-8")) == exported
    assert kzfr("timeline", "-o", str(target), "--format", "csv", *database).returncode == 0
    assert target.read_text(encoding="utf-8").startswith("id,title,")


def test_two_edits_within_a_minute_have_two_sequences(
    export: Callable, tmp_path: Path
) -> None:
    numbers = []
    for second in (0, 1, 2):
        os.utime(tmp_path / "events.toml", (1_800_000_000 + second, 1_800_000_000 + second))
        (found,) = events(export("a.ics", "--category", "treaty", "--years", "1"))
        numbers.append(int(found["sequence"]))
    assert numbers == sorted(set(numbers))
    assert numbers[-1] < 2**31


def test_sequence_follows_the_file_of_a_source(kzfr: Callable, tmp_path: Path) -> None:
    head, entries = EVENTS.split("[[events]]", 1)
    numbers = []
    for time in (1_800_000_000, 1_800_000_060):
        for name, text in (("sources.toml", head), ("events.toml", "[[events]]" + entries)):
            (tmp_path / name).write_text(text, encoding="utf-8")
            os.utime(
                tmp_path / name, (1_700_000_000 if name == "events.toml" else time,) * 2
            )
        database = (
            "--db",
            str(tmp_path / "sources.toml"),
            "--db",
            str(tmp_path / "events.toml"),
        )
        done = kzfr(
            "export",
            str(tmp_path / "a.ics"),
            "--no-packaged",
            "--today",
            "2018-06-05",
            *database,
        )
        assert done.returncode == 0, done.stderr
        numbers += [int(events((tmp_path / "a.ics").read_bytes())[0]["sequence"])]
    assert numbers[0] < numbers[1]


@pytest.mark.parametrize("option", ["--recurring", "--years=100"])
@pytest.mark.parametrize("today", ["0001-01-01", "9998-02-28", "9999-12-31"])
def test_calendar_reaches_neither_before_nor_after_the_years_there_are(
    kzfr: Callable, tmp_path: Path, today: str, option: str
) -> None:
    (tmp_path / "events.toml").write_text(
        EVENTS.replace("2008-06-11", "0001-12-31"), encoding="utf-8"
    )
    database = (
        "--no-packaged",
        "--db",
        str(tmp_path / "events.toml"),
        "--today",
        today,
        "--leap-day",
        "both",
    )
    done = kzfr("export", "-", "--format", "ics", option, *database)
    assert done.returncode == 0, done.stderr
    assert done.stdout.endswith("END:VCALENDAR\n")


def test_uid_outlives_a_corrected_date_and_a_rival_one(
    kzfr: Callable, tmp_path: Path
) -> None:
    def uids(old: str, new: str) -> list[str]:
        text = EVENTS.replace(old, new)
        (tmp_path / "events.toml").write_text(text, encoding="utf-8")
        database = (
            "--no-packaged",
            "--db",
            str(tmp_path / "events.toml"),
            "--today",
            "2018-06-05",
        )
        done = kzfr(
            "export",
            "-",
            "--format",
            "ics",
            "--category",
            "treaty",
            "--recurring",
            *database,
        )
        return [f"UID:{event['uid']}" for event in events(done.stdout.encode())]

    signed = '[[events.dates]]\nkind = "signed"\nvalue = "2008-06-11"'
    rival = (
        '[[events.dates]]\nkind = "signed"\nvalue = "2008-06-12"\nstatus = "disputed"\n\n'
    )
    assert uids("", "") == ["UID:treaty-2008.signed@kzfr"]
    assert uids("2008-06-11", "2008-06-13") == ["UID:treaty-2008.signed@kzfr"]
    assert sorted(uids(signed, rival + signed)) == [
        "UID:treaty-2008.signed-20080612@kzfr",
        "UID:treaty-2008.signed@kzfr",
    ]


def test_rival_dates_that_begin_on_the_same_day_have_uids_of_their_own(
    kzfr: Callable, tmp_path: Path
) -> None:
    rival = '[[events.dates]]\nkind = "signed"\nvalue = "{}"\nstatus = "disputed"\n\n'
    values = (
        "2008-06-11/2008-06-12",
        "2008-06-11/2008-06-13",
        "2008-06-11/..",
        "2008-06-11/..",
    )
    signed = '[[events.dates]]\nkind = "signed"\nvalue = "2008-06-11"'
    text = EVENTS.replace(signed, "".join(map(rival.format, values)) + signed)
    (tmp_path / "events.toml").write_text(text, encoding="utf-8")
    database = (
        "--no-packaged",
        "--db",
        str(tmp_path / "events.toml"),
        "--today",
        "2018-06-05",
    )
    for option in ("--recurring", "--years=3"):
        target = tmp_path / "a.ics"
        assert (
            kzfr(
                "export", str(target), "--all", "--category", "treaty", option, *database
            ).returncode
            == 0
        )
        uids = [str(event["uid"]) for event in events(target.read_bytes())]
        assert len(uids) == len(set(uids)) == 4 * (1 if option == "--recurring" else 3)


def test_no_two_entries_of_the_packaged_calendar_share_a_uid(
    kzfr: Callable, tmp_path: Path
) -> None:
    for option in ("--recurring", "--years=2"):
        assert (
            kzfr(
                "export", str(tmp_path / "a.ics"), option, "--all", "--leap-day", "both"
            ).returncode
            == 0
        )
        uids = [str(event["uid"]) for event in events((tmp_path / "a.ics").read_bytes())]
        assert len(uids) == len(set(uids)) > 200


def test_repeated_entries_say_what_they_can_not_tell(kzfr: Callable, tmp_path: Path) -> None:
    target = str(tmp_path / "a.ics")
    assert "leave --recurring out" in kzfr("export", target, "--recurring").stderr
    refused = kzfr("export", target, "--recurring", "--only-round")
    assert (refused.returncode, "--only-round" in refused.stderr) == (2, True)


def test_text_of_the_data_opens_no_component_and_no_property(
    export: Callable, kzfr: Callable, tmp_path: Path
) -> None:
    evil = EVENTS.replace('"Treaty"', r'"T\r\nEND:VEVENT\u001b[31m"').replace(
        "/page", r"/\r\nATTENDEE:mailto:a@b"
    )
    (tmp_path / "events.toml").write_text(evil, encoding="utf-8")
    database = (
        "--no-packaged",
        "--db",
        str(tmp_path / "events.toml"),
        "--today",
        "2018-06-05",
    )
    done = kzfr(
        "export", str(tmp_path / "a.ics"), "--category", "treaty", "--years", "1", *database
    )
    assert done.returncode == 0, done.stderr
    (found,) = events((tmp_path / "a.ics").read_bytes())
    assert str(found["summary"]) == "10 years: T END:VEVENT‹U+001B›[31m"
    assert str(found["url"]) == "https://example.org/%0D%0AATTENDEE:mailto:a@b"
    assert "attendee" not in found


def test_an_existing_file_is_replaced_only_by_a_whole_one(
    kzfr: Callable, tmp_path: Path
) -> None:
    target = tmp_path / "a.ics"
    target.write_text("mine", encoding="utf-8")
    assert kzfr("export", str(target), "--place", "nowhere").returncode == 2
    assert target.read_text(encoding="utf-8") == "mine"
    assert kzfr("export", str(target), "--years", "1").returncode == 0
    assert target.read_bytes().endswith(b"END:VCALENDAR\r\n")
    assert [path.name for path in tmp_path.iterdir()] == ["a.ics"]


def test_a_folder_that_is_not_there_is_named(kzfr: Callable, tmp_path: Path) -> None:
    done = kzfr("export", str(tmp_path / "no" / "a.csv"))
    assert (done.returncode, "No such file or directory" in done.stderr) == (3, True)


def test_sources_are_exported_once(export: Callable) -> None:
    assert export("a.bib").decode().count("@") == 1
    assert [item["id"] for item in json.loads(export("a.csl.json"))] == ["page"]


def test_an_ending_that_names_no_format_is_refused(kzfr: Callable, tmp_path: Path) -> None:
    done = kzfr("export", str(tmp_path / "a.foo"))
    assert done.returncode == 2
    assert "--format" in done.stderr
    assert not (tmp_path / "a.foo").exists()


def test_an_alarm_that_is_no_time_is_refused(kzfr: Callable, tmp_path: Path) -> None:
    done = kzfr("export", str(tmp_path / "a.ics"), "--alarm", "soon")
    assert done.returncode == 2
    assert "30d" in done.stderr


def test_a_format_that_is_no_text_is_not_shown_on_a_terminal(home: Path) -> None:
    ours, theirs = pty.openpty()
    done = subprocess.run(
        [sys.executable, "-m", "kzfr_cli", "export", "-", "--format", "sqlite"],
        env={
            **os.environ,
            "HOME": str(home),
            "LANG": "C.UTF-8",
            "PYTHONPATH": str(ROOT / "src"),
        },
        stdout=theirs,
        stderr=subprocess.PIPE,
        encoding="utf-8",
        timeout=60,
    )
    os.close(theirs)
    os.close(ours)
    assert (done.returncode, "send it into a pipe" in done.stderr) == (2, True)


def test_the_one_year_of_an_observance_stands_beside_what_is_repeated(
    kzfr: Callable, tmp_path: Path
) -> None:
    observed = (
        '[[events.dates]]\nkind = "celebrated"\nvalue = "2028-06-05"\nstatus = "accepted"\n'
    )
    (tmp_path / "events.toml").write_text(EVENTS + observed, encoding="utf-8")
    database = (
        "--no-packaged",
        "--db",
        str(tmp_path / "events.toml"),
        "--today",
        "2028-01-01",
    )
    done = kzfr(
        "export", str(tmp_path / "a.ics"), "--recurring", "--category", "treaty", *database
    )
    assert done.returncode == 0, done.stderr
    found = {
        str(item["uid"]): "rrule" in item
        for item in events((tmp_path / "a.ics").read_bytes())
    }
    assert found == {
        "treaty-2008.signed@kzfr": True,
        "treaty-2008.celebrated.2028@kzfr": False,
    }


@pytest.mark.parametrize(
    ("name", "arguments", "said"),
    [
        ("a.csv", ["--alarm", "30d"], "Only a calendar heeds --alarm"),
        ("a.csv", ["--recurring", "--year", "2028"], "Only a calendar heeds --recurring"),
        ("a.json", ["--only-round"], "--only-round chooses among anniversaries"),
        ("a.md", ["--kind", "signed"], "--kind chooses among anniversaries"),
    ],
)
def test_an_option_that_nothing_would_heed_is_refused(
    kzfr: Callable, tmp_path: Path, name: str, arguments: list[str], said: str
) -> None:
    done = kzfr("export", str(tmp_path / name), *arguments)
    assert (done.returncode, said in done.stderr) == (2, True)
    assert not (tmp_path / name).exists()
