"""Read JSON: our own rows, those of other timelines, and any list of objects with a title and a
date.
"""

from __future__ import annotations

import json
from collections.abc import (
    Iterator,
    Mapping,
    Sequence,
)
from typing import Any

from kzfr_cli.editing.imports import (
    columns,
    queries,
    tables,
    texts,
    timelines,
)
from kzfr_cli.editing.imports.rows import (
    LISTS,
    WORDED,
    Content,
    Remark,
    Row,
)
from kzfr_cli.editing.imports.texts import ImportFile
from kzfr_cli.errors import UnreadableImportError

PLURALS = {"titles": "title", "summaries": "summary"}
"""The names of fields that hold a text in several languages."""

AS_THEY_ARE = frozenset({"dates", "entry", "needs", "end_excluded"})
"""The fields of our own rows that hold more than a text."""


def read(source: ImportFile) -> Content:
    """Read a list of events, one event, a list under `events`, or one event on each line."""
    text, remarks = texts.decoded(source)
    found = events(parsed(source.path, text))
    if not isinstance(found, list) or not all(isinstance(item, dict) for item in found):
        raise UnreadableImportError(path=source.path, reason="not-json")
    asked = [timelines.adapted(item) for item in found]
    rows = (
        Row(number=number, fields=of_object(item), raw=raw)
        for number, (item, raw) in enumerate(zip(asked, found, strict=True), 1)
    )
    excluded = [Remark("end-excluded")] if any(map(has_excluded_end, asked)) else []
    return Content(
        rows=rows,
        total=len(found),
        remarks=(*remarks, *excluded, *unread(asked)),
    )


def events(found: Any) -> Any:
    """The list of events that a file holds."""
    if not queries.is_result(found):
        return timelines.listed(found)
    rows = queries.objects(found)
    names = queries.renamed(list(dict.fromkeys(name for row in rows for name in row)))
    return [{names.get(name, name): row[name] for name in row} for row in rows]


def has_excluded_end(item: Mapping[str, Any]) -> bool:
    """Return whether an event ends on the day before the one that it names."""
    return bool(item.get("end_excluded") and item.get("end"))


def parsed(
    path: str,
    text: str,
) -> Any:
    """The value of a text, or the list of those on its lines; raises `UnreadableImportError`."""
    try:
        return json.loads(text)
    except (ValueError, RecursionError):
        pass
    try:
        return [json.loads(line) for line in text.splitlines() if line.strip()]
    except (ValueError, RecursionError) as error:
        raise UnreadableImportError(path=path, reason="not-json") from error


def unread(found: Sequence[Mapping[str, Any]]) -> Iterator[Remark]:
    """The names in the objects that say nothing of an event."""
    names = dict.fromkeys(str(name) for item in found for name in item)
    return tables.unnamed_fields([name for name in names if not field(name)])


def field(name: str) -> str:
    """The field that a name of an object holds, empty when it is not known."""
    if name == "end_excluded" or not name:
        return name or columns.SILENT
    return PLURALS.get(name) or columns.of(name)


def of_object(item: Mapping[str, Any]) -> dict[str, Any]:
    """What one object says; texts in several languages may stand under `titles`, `title` or
    `title.fr`.
    """
    found: dict[str, Any] = {}
    has_year = any(field(key) == "year" for key in item)
    for key, value in item.items():
        name = field(key)
        if not name or name == columns.SILENT or value in (None, "", [], {}):
            continue
        if name == "day" and not has_year:
            name = "date"
        put(found, name, value)
    return found


def put(
    found: dict[str, Any],
    name: str,
    value: Any,
) -> None:
    """Keep the value of a field; of two for one field the first, of lists all."""
    if isinstance(value, dict) and name in WORDED:
        found |= {f"{name}.{code}": str(text) for code, text in value.items() if text}
    elif name in LISTS or name == "words":
        found[name] = [*found.get(name, ()), *listed(value)]
    elif name in AS_THEY_ARE:
        found.setdefault(name, value)
    else:
        found.setdefault(name, str(value))


def listed(value: Any) -> list[str]:
    """The parts of a list, of objects their ids, or of a text that lists them."""
    if not isinstance(value, list):
        return tables.split(str(value))
    parts = [part.get("id", "") if isinstance(part, dict) else str(part) for part in value]
    return list(filter(None, parts))
