"""NDJSON: one JSON object on each line."""

from __future__ import annotations

import json
from typing import Any

from kzfr_cli.formats import plain
from kzfr_cli.formats.surface import Surface


def render(view: Any, surface: Surface) -> str:
    """Write a view as one line for each of its rows."""
    records = plain.records(view)
    rows = records if isinstance(records, list) else [records]
    return "".join(plain.escaped(json.dumps(row, ensure_ascii=False)) + "\n" for row in rows)
