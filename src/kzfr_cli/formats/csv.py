"""CSV by RFC 4180: a header, comma and CRLF; a text that a spreadsheet would run as a formula is made harmless."""

from __future__ import annotations

import csv
import io
import json
from typing import Any

from kzfr_cli.formats import plain
from kzfr_cli.formats.surface import Surface

FORMULA = ("=", "+", "-", "@", "\t", "\r")
BETWEEN = " | "
"""Separates the values of a list within a cell."""


def render(view: Any, surface: Surface) -> str:
    """Write a view as a table with one line for each of its rows."""
    records = plain.records(view)
    rows = records if isinstance(records, list) else [records]
    if not rows:
        return ""
    output = io.StringIO()
    writer = csv.writer(output, lineterminator="\r\n")
    writer.writerow(rows[0])
    writer.writerows([cell(value) for value in row.values()] for row in rows)
    return output.getvalue()


def cell(value: Any) -> str | int | float:
    """Write one value: lists of words joined, anything deeper as JSON."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, (int, float)):
        return value
    if isinstance(value, list) and all(isinstance(item, str) for item in value):
        return harmless(BETWEEN.join(value))
    return harmless(value if isinstance(value, str) else json.dumps(value, ensure_ascii=False))


def harmless(text: str) -> str:
    """Put an apostrophe before what a spreadsheet would take for a formula (OWASP, CSV injection)."""
    return "'" + text if text.startswith(FORMULA) else text
