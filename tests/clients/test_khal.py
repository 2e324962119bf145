"""khal imports the calendar and lists the anniversaries of a month as the program does."""

from __future__ import annotations

import json
import os
import re
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.clients.conftest import Client

CONFIG = """
[calendars]
[[kzfr]]
path = {folder}/calendar
type = calendar
[locale]
timeformat = %H:%M
dateformat = %Y-%m-%d
longdateformat = %Y-%m-%d
datetimeformat = %Y-%m-%d %H:%M
longdatetimeformat = %Y-%m-%d %H:%M
local_timezone = UTC
default_timezone = UTC
[sqlite]
path = {folder}/khal.db
"""


Khal = Callable[..., str]


@pytest.fixture
def khal(client: Client, tmp_path: Path) -> Khal:
    """Run khal on an empty calendar of its own."""
    program = client("khal/bin/khal")
    (tmp_path / "calendar").mkdir()
    config = tmp_path / "khal.conf"
    config.write_text(CONFIG.format(folder=tmp_path), encoding="utf-8")

    def run(*arguments: str) -> str:
        done = subprocess.run(
            [program, "-c", str(config), *arguments],
            capture_output=True,
            encoding="utf-8",
            timeout=300,
            check=True,
            env={**os.environ, "HOME": str(tmp_path), "LC_ALL": "C.UTF-8", "PYTHONPATH": ""},
        )
        return done.stdout

    return run


def june(khal: Khal) -> list[str]:
    """List what khal shows in June 2026: the day, the UID, the title."""
    form = "{start-date} {uid} {title}"
    listed = khal(
        "list", "2026-06-01", "30d", "--format", form, "--day-format", "", "--once"
    )
    return [line for line in listed.splitlines() if line]


def test_khal_lists_the_anniversaries_of_a_month_as_we_do(
    khal: Khal, kzfr: Callable, tmp_path: Path
) -> None:
    calendar = tmp_path / "anniversaries.ics"
    assert (
        kzfr(
            "export",
            str(calendar),
            "--all",
            *("--years", "1", "--today", "2026-06-01", "--lang", "fr"),
        ).returncode
        == 0
    )
    khal("import", "--batch", str(calendar))
    listing = kzfr(
        "anniversary", "--all", "--year", "2026", "--format", "json", "--lang", "fr"
    )
    rows = [
        row
        for row in json.loads(listing.stdout)
        if row["match"] == "day" and row["on"].startswith("2026-06-")
    ]
    shown = (
        re.fullmatch(r"(\S+) ([^.]+)\.\S+ ([0-9]+)\sans?\s:.*", line) for line in june(khal)
    )
    found = [line.groups() for line in shown if line]
    assert sorted(found) == sorted((row["on"], row["id"], str(row["years"])) for row in rows)
    assert rows


def test_a_calendar_imported_again_doubles_nothing(
    khal: Khal, kzfr: Callable, tmp_path: Path
) -> None:
    calendar = tmp_path / "anniversaries.ics"
    for lang in ("fr", "en"):
        assert (
            kzfr(
                "export",
                str(calendar),
                "--years",
                "1",
                "--today",
                "2026-06-01",
                "--lang",
                lang,
            ).returncode
            == 0
        )
        khal("import", "--batch", str(calendar))
    uids = [line.split()[1] for line in june(khal)]
    assert len(uids) == len(set(uids)) > 0
    assert all(" years: " in line or " year: " in line for line in june(khal))
