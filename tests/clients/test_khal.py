"""khal imports the calendar and lists the anniversaries of a month as the program does."""

from __future__ import annotations

import json
import os
import subprocess
from collections.abc import Callable
from pathlib import Path

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


def test_khal_lists_the_anniversaries_of_a_month(client: Client, kzfr: Callable, tmp_path: Path) -> None:
    khal = client("khal/bin/khal")
    calendar = tmp_path / "anniversaries.ics"
    written = kzfr("export", str(calendar), "--years", "1", "--today", "2026-06-01")
    assert written.returncode == 0
    (tmp_path / "calendar").mkdir()
    config = tmp_path / "khal.conf"
    config.write_text(CONFIG.format(folder=tmp_path), encoding="utf-8")

    def run(*arguments: str) -> str:
        done = subprocess.run(
            [khal, "-c", str(config), *arguments], capture_output=True, encoding="utf-8", timeout=300, check=True,
            env={**os.environ, "HOME": str(tmp_path), "LC_ALL": "C.UTF-8", "PYTHONPATH": ""},
        )  # fmt: skip
        return done.stdout

    run("import", "--batch", str(calendar))
    listed = run("list", "2026-06-01", "30d", "--format", "{uid}", "--day-format", "", "--once")
    listing = kzfr("anniversary", "--year", "2026", "--today", "2026-06-01", "--format", "json", "--limit", "0")
    rows = json.loads(listing.stdout)
    wanted = {row["id"] for row in rows if row["on"].startswith("2026-06-") and row["kind"] != "celebrated"}
    assert {line.split(".")[0] for line in listed.split() if "@kzfr" in line} == wanted
    assert wanted
