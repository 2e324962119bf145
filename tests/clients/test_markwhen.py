"""The parser of Markwhen reads the text: as many events, on the same days."""

from __future__ import annotations

import json
import subprocess
from collections.abc import Callable
from pathlib import Path

from tests.clients.conftest import Client

READ = """
import { readFileSync } from "node:fs";
const { parse } = await import(process.argv[2]);
const found = [];
const walk = (node) => (node.children ?? []).forEach((child) => (child.children ? walk(child) : found.push(child)));
const result = parse(readFileSync(process.argv[3], "utf8"));
walk(result.events);
console.log(JSON.stringify({
  events: found.map((event) => [event.dateRangeIso.fromDateTimeIso.slice(0, 10), event.tags]),
  errors: (result.parseMessages ?? []).filter((message) => message.type === "error"),
}));
"""


def test_markwhen_reads_every_event(client: Client, kzfr: Callable, tmp_path: Path) -> None:
    node, parser = client("node"), client("node_modules/@markwhen/parser/lib/index.js")
    target, script = tmp_path / "all.mw", tmp_path / "read.mjs"
    script.write_text(READ, encoding="utf-8")
    assert kzfr("export", str(target)).returncode == 0
    done = subprocess.run(
        [node, script, parser, target],
        capture_output=True,
        encoding="utf-8",
        timeout=120,
        check=True,
    )
    found = json.loads(done.stdout)
    rows = [
        row
        for row in json.loads(kzfr("timeline", "--format", "json").stdout)
        if row["earliest"] and row["latest"]
    ]
    assert found["errors"] == []
    assert sorted(day for day, _ in found["events"]) == sorted(
        row["earliest"] for row in rows
    )
    assert sorted(tags[0] for _, tags in found["events"]) == sorted(
        row["category"] for row in rows
    )
