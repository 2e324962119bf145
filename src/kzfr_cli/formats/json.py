"""JSON: an array of objects for a listing, one object for a single thing; UTF-8, dates in EDTF."""

from __future__ import annotations

import json
from typing import Any

from kzfr_cli.formats import plain
from kzfr_cli.formats.surface import Surface


def render(view: Any, surface: Surface) -> str:
    """Write a view as indented JSON."""
    return plain.escaped(json.dumps(plain.records(view), ensure_ascii=False, indent=2))
