"""`kzfr export`: the ending picks the format, the filters are those of timeline and anniversary."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Callable
from pathlib import Path

import pytest
from icalendar import Calendar

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
    """Export the events above to a file, on 5 June 2018, and give its bytes."""
    database = tmp_path / "events.toml"
    database.write_text(EVENTS, encoding="utf-8")

    def run(name: str, *options: str) -> bytes:
        target = tmp_path / name
        done = kzfr("export", str(target), "--no-packaged", "--db", str(database), "--today", "2018-06-05", *options)
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


def test_two_runs_give_the_same_bytes(export: Callable) -> None:
    assert export("a.ics", "--alarm", "30d") == export("b.ics", "--alarm", "30d")


def test_lines_end_with_crlf_and_have_75_octets_at_most(export: Callable) -> None:
    written = export("a.ics")
    assert written.count(b"\n") == written.count(b"\r\n")
    assert max(map(len, written.split(b"\r\n"))) <= 75


def test_uid_is_of_the_event_and_its_side(export: Callable) -> None:
    found = events(export("a.ics", "--category", "treaty", "--years", "2"))
    assert [str(item["uid"]) for item in found] == ["treaty-2008.signed.2018@kzfr", "treaty-2008.signed.2019@kzfr"]


def test_year_only_dates_are_left_out_and_counted(kzfr: Callable, tmp_path: Path) -> None:
    (tmp_path / "events.toml").write_text(EVENTS, encoding="utf-8")
    done = kzfr("export", "-", "--format", "ics", "--no-packaged", "--db", str(tmp_path / "events.toml"))
    assert "1 date known only to the month or the year" in done.stderr


def test_alarms_ring_before_the_day(export: Callable) -> None:
    alarms = Calendar.from_ical(export("a.ics", "--alarm", "30d", "--alarm", "12h", "--years", "1")).walk("VALARM")
    assert {alarm["trigger"].to_ical() for alarm in alarms} == {b"-P30D", b"-PT12H"}


@pytest.mark.parametrize(
    ("rule", "days"),
    [("feb28", ["2019-02-28", "2020-02-29"]), ("mar1", ["2019-03-01", "2020-02-29"]),
     ("both", ["2019-02-28", "2019-03-01", "2020-02-29"])],
)  # fmt: skip
def test_29_february_falls_where_the_policy_says(export: Callable, rule: str, days: list[str]) -> None:
    found = events(export("a.ics", "--category", "culture", "--years", "2", "--leap-day", rule))
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
    import os

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


def test_date_keeps_what_is_celebrated_then(export: Callable) -> None:
    assert [row["id"] for row in json.loads(export("a.json", "--date", "2018-06-05"))] == ["treaty-2008"]
    assert json.loads(export("b.json", "--date", "2018-10-05")) == []


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
