"""NDJSON: one JSON object on each line."""

from __future__ import annotations

import json
from typing import Any

from kzfr_cli.formats import plain
from kzfr_cli.formats.surface import Surface


def render(view: Any, surface: Surface) -> str:
    """Write a view as one line for each of its rows."""
    rows = getattr(view, "rows", (view,))
    return "".join(
        plain.escaped(json.dumps(row, ensure_ascii=False, default=plain.mapping)) + "\n"
        for row in rows
    )
