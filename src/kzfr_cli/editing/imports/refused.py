"""Hand back the rows that were refused, each with the reason, to be mended and imported."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import (
    Iterable,
    Mapping,
    Sequence,
)
from typing import Any

from kzfr_cli.core.record import pair
from kzfr_cli.editing.imports.columns import REFUSED
from kzfr_cli.editing.imports.rows import Content, Row

ENDINGS = (".csv", ".json")
"""What the names of the files may end in that rows are handed back in."""

BETWEEN = " | "
BYTE_ORDER_MARK = "\ufeff"
ALWAYS = ("date", "title")
"""The columns that every row needs, whether it has them or not."""

NAMES = {"location": "address", "words": "keywords"}
"""What the columns are called of fields that are read less strictly than their name says."""


@pair
class HandedBack:
    """A row that was refused, and the sentence of why."""

    row: Row
    reason: str


def as_json(refused: Iterable[HandedBack]) -> bytes:
    """Write the rows as a list of objects, as they were."""
    told = [
        {REFUSED: item.reason, **(raw if isinstance(raw, dict) else item.row.fields)}
        for item in refused
        for raw in (item.row.raw,)
    ]
    return (json.dumps(told, ensure_ascii=False, indent=2, default=str) + "\n").encode()


def as_table(
    refused: Sequence[HandedBack],
    content: Content,
) -> bytes:
    """Write the rows as a table: with the columns that they had, those of no table with our own."""
    output = io.StringIO()
    output.write(BYTE_ORDER_MARK)
    writer = csv.writer(output, delimiter=content.delimiter, lineterminator="\r\n")
    if content.header:
        writer.writerow((REFUSED, *content.header))
        writer.writerows((item.reason, *item.row.raw) for item in refused)
    else:
        named = [name for item in refused for name in item.row.fields]
        columns = list(dict.fromkeys((*ALWAYS, *named)))
        writer.writerow((REFUSED, *(NAMES.get(name, name) for name in columns)))
        writer.writerows((item.reason, *cells(item.row.fields, columns)) for item in refused)
    return output.getvalue().encode()


def cells(
    fields: Mapping[str, Any],
    columns: Iterable[str],
) -> list[str]:
    """The fields of a row as the cells of a line."""
    return [cell(fields.get(name, "")) for name in columns]


def cell(value: object) -> str:
    """One value: a list of texts joined, anything deeper as JSON."""
    if isinstance(value, list) and all(isinstance(item, str) for item in value):
        return BETWEEN.join(value)
    return (
        json.dumps(value, ensure_ascii=False)
        if isinstance(value, (list, dict))
        else str(value)
    )
