"""Whatever stands in a file to import: its reader gives rows, or refuses it with an error of
ours.
"""

from __future__ import annotations

import random
from collections.abc import Iterator

import pytest

from kzfr_cli.editing.imports import reading
from kzfr_cli.editing.imports.rows import Window
from kzfr_cli.editing.imports.texts import ImportFile
from kzfr_cli.errors import KzfrError

CALENDAR = b"""BEGIN:VCALENDAR\r\nVERSION:2.0\r\nX-WR-TIMEZONE:Asia/Almaty\r\nBEGIN:VEVENT\r
UID:a@x\r\nDTSTART;TZID=Asia/Almaty:20260105T090000\r\nDURATION:PT2H\r
RRULE:FREQ=WEEKLY;UNTIL=20260126T235959Z\r\nEXDATE:20260112T040000Z\r
SUMMARY;LANGUAGE=fr:Visite du maire\r\nCATEGORIES:visit,talk\r\nURL:https://example.org/a\r
END:VEVENT\r\nBEGIN:VEVENT\r\nUID:a@x\r\nDTSTART:20260203T090000Z\r
RECURRENCE-ID;RANGE=THISANDFUTURE:20260119T040000Z\r\nSUMMARY:Moved\r\nEND:VEVENT\r
END:VCALENDAR\r\n"""
TABLE = """sep=;\nDébut;Fin;Titre;Lieu\n05/01/2026;07/01/2026;"Visite; suite";Astana
févr. 2026;;Forum;Paris\n46000;46002;Accord;\n""".encode()
LIST = b"""[{"start": "2026-01-05T09:00", "end": "2026-01-07", "title": "Visit"},
{"date": "2026", "title": {"en": "Forum"}, "tags": ["a", "b"]}]"""
WRITTEN = b"""title: Ours\n2026-01-05 / 2026-01-07: Visit #talk\nJan 2026: Forum\n"""
SEEDS = {"a.ics": CALENDAR, "a.csv": TABLE, "a.json": LIST, "a.mw": WRITTEN}

JUNK = (
    b"\0",
    b"\xff\xfe",
    b'"',
    b"\r",
    b";",
    b"9" * 400,
    b"0000-00-00",
    b"1e999",
    b"BEGIN:VEVENT\r\n",
    b"DURATION:-P99999999D\r\n",
    b"RRULE:FREQ=DAILY;INTERVAL=0\r\n",
    b"RECURRENCE-ID;RANGE=THISANDFUTURE:00010101\r\n",
    b"EXDATE:99991231\r\n",
    b"DTSTART;TZID=Mars/Phobos:20080101T000000\r\n",
    b"{",
    b"]",
    b"\xd0",
)
TRIALS = 60
WINDOW = Window(None, None)


def calendar(*lines: str) -> bytes:
    """Write a calendar of one event."""
    return "\r\n".join(
        (
            "BEGIN:VCALENDAR",
            "X-WR-TIMEZONE:Asia/Almaty",
            "BEGIN:VEVENT",
            "UID:a@x",
            "SUMMARY:Visit",
            *lines,
            "END:VEVENT",
            "END:VCALENDAR",
            "",
        )
    ).encode()


@pytest.mark.parametrize("window", [WINDOW, None])
@pytest.mark.parametrize(
    "lines",
    [
        ("DTSTART:99991231T235959Z",),
        ("DTSTART;TZID=" + "9" * 400 + ":20200101T090000",),
        ("DTSTART:20200101", "RDATE:99991231T235959Z"),
        ("DTSTART:20200101T000000Z", "DURATION:P9999999D", "RRULE:FREQ=YEARLY;COUNT=3"),
    ],
)
def test_moment_at_the_end_of_the_calendar_stops_nothing(
    lines: tuple[str, ...], window: Window | None
) -> None:
    source = ImportFile(path="a.ics", data=calendar(*lines), window=window)
    assert [row.number for row in reading.read(source).rows][:1] == [1]


def mutated(chance: random.Random, data: bytes) -> bytes:
    """Damage some bytes: what is there is taken out, doubled, or something odd is put in."""
    for _ in range(chance.randint(1, 4)):
        first, last = sorted(chance.choices(range(len(data) + 1), k=2))
        last = min(last, first + 40)
        data = data[:first] + chance.choice((b"", data[first:last] * 2, *JUNK)) + data[last:]
    return data


def damaged(name: str) -> Iterator[bytes]:
    """Yield the files that a seed becomes."""
    chance = random.Random(name)
    for _ in range(TRIALS):
        yield mutated(chance, SEEDS[name])


@pytest.mark.parametrize("name", SEEDS)
def test_damaged_file_is_read_or_refused(name: str) -> None:
    refused = 0
    for data in damaged(name):
        try:
            rows = list(reading.read(ImportFile(path=name, data=data, window=WINDOW)).rows)
        except KzfrError:
            refused += 1
            continue
        assert all(row.fields or row.error for row in rows), data
    assert 0 < refused < TRIALS, "the damage is too great, or too small, to try anything"
