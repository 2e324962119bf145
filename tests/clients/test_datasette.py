"""Datasette opens the SQLite file, and searches it by its full-text index."""

from __future__ import annotations

import json
import subprocess
from collections.abc import Callable
from pathlib import Path

from tests.clients.conftest import Client


def test_datasette_serves_and_searches_the_events(
    client: Client, kzfr: Callable, tmp_path: Path
) -> None:
    datasette = client("datasette/bin/datasette")
    target = tmp_path / "kzfr.sqlite"
    assert kzfr("export", str(target)).returncode == 0

    def get(path: str) -> dict:
        done = subprocess.run(
            [datasette, "--get", path, str(target)],
            capture_output=True,
            encoding="utf-8",
            timeout=120,
            check=True,
            env={"PATH": "", "HOME": str(tmp_path)},
        )
        return json.loads(done.stdout)

    tables = {table["name"]: table for table in get("/kzfr.json")["tables"]}
    assert tables["events"]["count"] == len(
        json.loads(kzfr("timeline", "--format", "json").stdout)
    )
    assert tables["events"]["fts_table"] == "events_fts"
    assert {
        key["other_table"] for key in tables["event_sources"]["foreign_keys"]["outgoing"]
    } == {
        "events",
        "sources",
    }
    assert tables["figures"]["count"] == len(
        json.loads(kzfr("figures", "--format", "json").stdout)
    )
    row = get("/kzfr/event_names.json?name=almaty&_labels=on&_size=1&_shape=array")[0]
    assert row["name"] == {"value": "almaty", "label": "Almaty"}
    assert row["event"]["label"] != row["event"]["value"]
    views = get("/kzfr.json")["views"]
    assert {view["name"] for view in views} >= {"timeline", "disputed_dates", "series"}
    shown = get("/kzfr/timeline.json?_shape=array&_size=3&category=visit")
    assert [bool(row["title"] and row["when"]) for row in shown] == [True] * 3
    found = get("/kzfr/events.json?_search=sorbonne&_shape=array")
    assert any(
        row["id"] == "institut-sorbonne-kazakhstan-inauguration-2014" for row in found
    )
