"""CSV by RFC 4180: a header, comma and CRLF; a text that a spreadsheet would run as a formula is made harmless.

The dialect `excel-fr` is what Excel reads and writes under a French system: semicolons, decimal
commas (it takes 12.7 for 12 July), and a byte order mark, without which it would take UTF-8 for Windows-1252.
"""

from __future__ import annotations

import csv
import io
import json
from typing import Any

from kzfr_cli.core.visible import visible
from kzfr_cli.formats import plain
from kzfr_cli.formats.surface import Surface

FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")
"""What a formula begins with, in full width too, and what a spreadsheet passes over before one (OWASP)."""

BYTE_ORDER_MARK = "\ufeff"
BETWEEN = " | "
"""Separates the values of a list within a cell."""


def render(view: Any, surface: Surface) -> str:
    """Write a view as a table with one line for each of its rows."""
    records = plain.records(view)
    rows = records if isinstance(records, list) else [records]
    if not rows:
        return ""
    flat = [flattened(row) for row in rows]
    columns = list(dict.fromkeys(name for row in flat for name in row))
    is_french = surface.csv_dialect == "excel-fr"
    output = io.StringIO()
    output.write(BYTE_ORDER_MARK if is_french else "")
    writer = csv.writer(output, delimiter=";" if is_french else ",", lineterminator="\r\n")
    writer.writerow(map(harmless, columns))
    point = "," if is_french else "."
    writer.writerows([cell(row.get(name), point) for name in columns] for row in flat)
    return output.getvalue()


def flattened(row: dict[str, Any]) -> dict[str, Any]:
    """Give what a field holds by name a column for each name, such as `titles.fr`."""
    flat: dict[str, Any] = {}
    for name, value in row.items():
        if isinstance(value, dict):
            flat |= {f"{name}.{key}": item for key, item in value.items()}
        else:
            flat[name] = value
    return flat


def cell(value: Any, point: str = ".") -> str | int:
    """Write one value: lists of words joined, anything deeper as JSON; `point` stands before decimals."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, int):
        return value
    if isinstance(value, float):
        return repr(value).replace(".", point)
    if isinstance(value, list) and all(isinstance(item, str) for item in value):
        return harmless(BETWEEN.join(value))
    if isinstance(value, str):
        return harmless(value)
    return harmless(plain.escaped(json.dumps(value, ensure_ascii=False)))


def harmless(text: str) -> str:
    """Put an apostrophe before what a spreadsheet would take for a formula (OWASP, CSV injection), show controls."""
    return visible("'" + text if text.startswith(FORMULA) else text)
