"""TimelineJS takes the JSON with its own code: the same events, no more precise, without an error."""

from __future__ import annotations

import json
import subprocess
from collections.abc import Callable
from pathlib import Path

from tests.clients.conftest import Client

DRIVER = Path(__file__).with_name("timelinejs.cjs")


ERA = """
[[events]]
id = "long-season"
category = "culture"
weight = 3
title.en = "A season"
[[events.dates]]
kind = "occurred"
value = "2013-01/2013-12"
status = "preferred"
"""
"""A landmark that lasts; one that weighs less is no era."""


def test_timelinejs_accepts_every_event(
    client: Client, kzfr: Callable, tmp_path: Path
) -> None:
    node, modules = (
        client("node"),
        client("node_modules/@knight-lab/timelinejs").parent.parent,
    )
    target = tmp_path / "all.timeline.json"
    own = tmp_path / "own.toml"
    own.write_text(ERA, encoding="utf-8")
    assert kzfr("export", str(target), "--db", str(own)).returncode == 0
    done = subprocess.run(
        [node, DRIVER, modules, target],
        capture_output=True,
        encoding="utf-8",
        timeout=120,
        check=True,
    )
    found = json.loads(done.stdout)
    listed = json.loads(kzfr("timeline", "--format", "json", "--db", str(own)).stdout)
    assert found["errors"] == []
    assert {item["id"] for item in found["events"]} == {row["id"] for row in listed}
    precision = {row["id"]: row["precision"] for row in listed}
    assert all(
        "month" not in item for item in found["events"] if precision[item["id"]] == "year"
    )
    assert all(
        item["shown"]
        for item in found["events"]
        if next(r for r in listed if r["id"] == item["id"])["uncertain"]
    )
    assert found["eras"] == 1
