"""csvkit reads the CSV back to the same rows."""

from __future__ import annotations

import json
import subprocess
from collections.abc import Callable
from pathlib import Path

from tests.clients.conftest import Client


def test_csvkit_reads_the_same_rows(client: Client, kzfr: Callable, tmp_path: Path) -> None:
    csvjson = client("csvkit/bin/csvjson")
    target = tmp_path / "events.csv"
    assert kzfr("export", str(target)).returncode == 0
    done = subprocess.run(
        [csvjson, "--no-inference", "--snifflimit", "0", str(target)], capture_output=True, encoding="utf-8",
        timeout=120, check=True,
    )  # fmt: skip
    rows = json.loads(kzfr("timeline", "--format", "json").stdout)
    found = json.loads(done.stdout)
    assert [(row["id"], row["date"], row["title"]) for row in found] == [
        (row["id"], row["date"], row["title"]) for row in rows
    ]
