"""csvkit reads a table back to the same rows, whatever the dialect."""

from __future__ import annotations

import json
import os
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.clients.conftest import Client

DIALECTS = {"excel": ["-d", ","], "excel-fr": ["-d", ";", "-e", "utf-8-sig"]}


@pytest.mark.parametrize("dialect", DIALECTS)
def test_csvkit_reads_the_same_rows(
    client: Client, kzfr: Callable, tmp_path: Path, dialect: str
) -> None:
    csvjson, table = client("csvkit/bin/csvjson"), tmp_path / "events.csv"
    assert (
        kzfr("export", str(table), "--csv-dialect", dialect, "--lang", "kk").returncode == 0
    )
    done = subprocess.run(
        [csvjson, "-I", "-y", "0", *DIALECTS[dialect], str(table)],
        capture_output=True,
        encoding="utf-8",
        timeout=120,
        check=True,
        env={**os.environ, "PYTHONPATH": ""},
    )
    rows = json.loads(kzfr("timeline", "--format", "json", "--lang", "kk").stdout)
    read = json.loads(done.stdout)
    assert [
        (row["id"], row["title"], row["summary"] or "", row["date"]) for row in read
    ] == [(row["id"], row["title"], row["summary"], row["date"]) for row in rows]
    assert [row["sources"] for row in read] == [" | ".join(row["sources"]) for row in rows]
