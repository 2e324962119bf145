"""CSV by RFC 4180: a header, comma and CRLF; a text that a spreadsheet would run as a formula is
made harmless.

The dialect `excel-fr` is what Excel reads and writes under a French system: semicolons, decimal
commas (it takes 12.7 for 12 July), and a byte order mark, without which it would take UTF-8 for
Windows-1252.
"""

from __future__ import annotations

import csv
import io
import json
import re
import typing
from typing import Any

from kzfr_cli.core.event import LANGUAGES
from kzfr_cli.core.record import fields
from kzfr_cli.core.visible import as_data
from kzfr_cli.formats import plain
from kzfr_cli.formats.surface import Surface

FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")
"""What a formula begins with, in full width too, and what a spreadsheet passes over before one
(OWASP).
"""

WITHIN = re.compile(r"([;,\t]\"?)(?=[=+\-@＝＋－＠])")
"""Where a cell with a formula would begin if the other dialect’s separator, or a tab, were
taken.
"""

BYTE_ORDER_MARK = "\ufeff"
BETWEEN = " | "
"""Separates the values of a list within a cell."""


def render(view: Any, surface: Surface) -> str:
    """Write a view as a table with one line for each of its rows."""
    records = plain.records(view)
    rows = records if isinstance(records, list) else [records]
    flat = [flattened(row) for row in rows]
    columns = list(dict.fromkeys(name for row in flat for name in row)) or columns_of(view)
    is_french = surface.csv_dialect == "excel-fr"
    output = io.StringIO()
    output.write(BYTE_ORDER_MARK if is_french else "")
    writer = csv.writer(output, delimiter=";" if is_french else ",", lineterminator="\r\n")
    writer.writerow(map(harmless, columns))
    point = "," if is_french else "."
    writer.writerows([cell(row.get(name), point) for name in columns] for row in flat)
    return output.getvalue()


def columns_of(view: Any) -> list[str]:
    """List the columns that the rows of a listing would have, if it had any: a table has a header,
    be it empty.
    """
    rows = getattr(type(view), "rows", None)
    made = rows.fget if isinstance(rows, property) else None
    listed = (
        typing.get_type_hints(made)["return"]
        if made
        else typing.get_type_hints(type(view))["rows"]
    )
    row = typing.get_args(listed)[0]
    row = (typing.get_args(row) or (row,))[0]  # of a listing of several things, the first
    hints = typing.get_type_hints(row)
    named = {
        name: LANGUAGES if typing.get_origin(hints[name]) is dict else ()
        for name in fields(row)
    }
    return [
        column
        for name, keys in named.items()
        for column in ([f"{name}.{key}" for key in keys] or [name])
    ]


def flattened(row: dict[str, Any]) -> dict[str, Any]:
    """Return what a field holds by name a column for each name, such as `titles.fr`."""
    flat: dict[str, Any] = {}
    for name, value in row.items():
        if isinstance(value, dict):
            flat |= {f"{name}.{key}": item for key, item in value.items()}
        else:
            flat[name] = value
    return flat


def cell(value: Any, point: str = ".") -> str | int:
    """Write one value: lists of words joined, anything deeper as JSON; `point` stands before
    decimals.
    """
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
    """Put an apostrophe before what a spreadsheet would take for a formula (OWASP, CSV injection),
    within a text too where a program that takes another sign for the separator would begin a cell;
    show controls.
    """
    text = WITHIN.sub(r"\1'", text)
    return as_data("'" + text if text.startswith(FORMULA) else text)
