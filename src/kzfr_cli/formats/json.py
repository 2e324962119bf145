"""JSON: an array for a listing, an object on each line; one object for a single thing; UTF-8, dates
in EDTF.
"""

from __future__ import annotations

import json
from typing import Any

from kzfr_cli.formats import plain
from kzfr_cli.formats.surface import Surface


def render(view: Any, surface: Surface) -> str:
    """Write a view as JSON; a list is not indented within its lines, since that would take ten
    times as long.
    """
    rows = getattr(view, "rows", None)
    if rows is None:
        return plain.escaped(
            json.dumps(view, ensure_ascii=False, indent=2, default=plain.mapping)
        )
    lines = [json.dumps(row, ensure_ascii=False, default=plain.mapping) for row in rows]
    return plain.escaped("[\n" + ",\n".join(lines) + "\n]" if lines else "[]")
