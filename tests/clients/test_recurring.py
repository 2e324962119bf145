"""recurring-ical-events expands repeated anniversaries as the engine places them, for fifty years."""

from __future__ import annotations

import json
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.clients.conftest import Client

EXPAND = """
import json, sys, icalendar, recurring_ical_events
calendar = icalendar.Calendar.from_ical(open(sys.argv[1], "rb").read())
found = recurring_ical_events.of(calendar).between((2019, 1, 1), (2069, 1, 1))
print(json.dumps(sorted({item["DTSTART"].dt.isoformat() for item in found})))
"""
DATABASE = """
[[events]]
id = "event-2000"
category = "culture"
title.en = "Event"
[[events.dates]]
kind = "occurred"
value = "{value}"
status = "preferred"
"""


@pytest.mark.parametrize("rule", ["feb28", "mar1", "both"])
@pytest.mark.parametrize("value", ["2000-02-29", "2000-02-28", "2000-03-01", "2000-12-31"])
def test_fifty_years_agree(
    client: Client, kzfr: Callable, tmp_path: Path, value: str, rule: str
) -> None:
    python = client("recurring/bin/python")
    database, calendar = tmp_path / "events.toml", tmp_path / "a.ics"
    database.write_text(DATABASE.format(value=value), encoding="utf-8")
    common = (
        "--no-packaged",
        "--db",
        str(database),
        "--today",
        "2019-01-01",
        "--leap-day",
        rule,
        "--all",
    )
    assert kzfr("export", str(calendar), "--recurring", *common).returncode == 0
    expanded = subprocess.run(
        [python, "-c", EXPAND, str(calendar)],
        capture_output=True,
        encoding="utf-8",
        timeout=120,
        check=True,
        env={"PATH": ""},
    )
    single = tmp_path / "b.ics"
    assert kzfr("export", str(single), "--years", "50", *common).returncode == 0
    days = {
        line[-8:]
        for line in single.read_text(encoding="utf-8").splitlines()
        if line.startswith("DTSTART")
    }
    assert [day.replace("-", "") for day in json.loads(expanded.stdout)] == sorted(days)
    assert len(days) >= 50


PACKAGED = (
    EXPAND.replace("(2019, 1, 1)", "(2027, 1, 1)")
    .replace("(2069, 1, 1)", "(2031, 1, 1)")
    .replace(
        'item["DTSTART"].dt.isoformat()',
        'item["UID"] + " " + item["DTSTART"].dt.isoformat()',
    )
)


@pytest.mark.parametrize("rule", ["feb28", "both"])
def test_repeated_anniversaries_of_the_whole_database_are_those_of_each_year(
    client: Client, kzfr: Callable, tmp_path: Path, rule: str
) -> None:
    python, calendar = client("recurring/bin/python"), tmp_path / "a.ics"
    assert (
        kzfr(
            "export",
            str(calendar),
            "--recurring",
            "--all",
            "--today",
            "2027-01-01",
            "--leap-day",
            rule,
        ).returncode
        == 0
    )
    expanded = subprocess.run(
        [python, "-c", PACKAGED, str(calendar)],
        capture_output=True,
        encoding="utf-8",
        timeout=300,
        check=True,
        env={"PATH": ""},
    )
    found = {(line.split(".")[0], line[-10:]) for line in json.loads(expanded.stdout)}
    wanted = set()
    for year in ("2027", "2028", "2029", "2030"):
        rows = json.loads(
            kzfr(
                "anniversary",
                "--all",
                "--year",
                year,
                "--leap-day",
                rule,
                "--format",
                "json",
            ).stdout
        )
        wanted |= {
            (row["id"], row["on"])
            for row in rows
            if row["match"] == "day" and row["kind"] != "celebrated"
        }
    assert found == wanted
