"""Read the rows of files that other programs made: tables (CSV), JSON, calendars (iCalendar)."""

from __future__ import annotations

import csv
import io
import json
import os
import re
from collections.abc import Callable, Iterator, Mapping
from datetime import date, datetime, timedelta
from typing import Any

from kzfr_cli.core.record import pair
from kzfr_cli.errors import TooLargeError, UnreadableImportError
from kzfr_cli.languages import folding, language

LARGEST = 50_000_000
"""Bytes of a file to import; a table of 100,000 events takes about 40,000,000."""

BETWEEN = " | "
"""Separates the values of a list within a cell, as `kzfr timeline --format csv` writes them."""

LISTS = ("places", "people", "organisations", "tags", "sources")
IN_LANGUAGE = re.compile(r"(\w+)[._ ]([a-z]{2,3})")
WORDED = frozenset({"title", "summary"})
"""The fields whose column may name a language: `title.fr`."""
OWN_UID = "@kzfr"
"""Ends the UIDs of the calendars that `formats.ics` writes: what stands in these are anniversaries.
"""

FORMULA = re.compile(r"'(?=[=+\-@\t\r])")


@pair
class Row:
    """Hold what a file says of one event, by the names of our fields; `number` is its line, or its
    place.
    """

    number: int
    fields: Mapping[str, Any]


def read(path: str) -> list[Row]:
    """Read a file by the ending of its name; raises `UnreadableImportError` and `TooLargeError`."""
    try:
        with open(path, "rb") as file:
            data = file.read(LARGEST + 1)
    except OSError as error:
        raise UnreadableImportError(
            path=path, reason=error.strerror or str(error)
        ) from error
    if len(data) > LARGEST:
        raise TooLargeError(path=path, size=os.path.getsize(path), limit=LARGEST)
    reader = READERS.get(os.path.splitext(path)[1].lower())
    if reader is None:
        raise UnreadableImportError(path=path, reason="not-ending")
    rows = list(reader(path, data))
    if not rows:
        raise UnreadableImportError(path=path, reason="empty-import")
    return rows


def decoded(path: str, data: bytes) -> str:
    """Decode UTF-8 with or without a mark, UTF-16 with one, or else Windows-1252, which
    spreadsheets write.
    """
    if b"\x00" in data[:4096] and data[:2] not in (b"\xff\xfe", b"\xfe\xff"):
        raise UnreadableImportError(path=path, reason="not-text")
    if data[:2] in (b"\xff\xfe", b"\xfe\xff"):
        return data.decode("utf-16", "replace")
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return data.decode("cp1252", "replace")


# ---- tables


def read_csv(path: str, data: bytes) -> Iterator[Row]:
    """Read a table whose first line names its columns, separated by commas, semicolons or tabs."""
    text = decoded(path, data)
    first = text.lstrip("\r\n").partition("\n")[0]
    delimiter = max(",;\t", key=first.count)
    csv.field_size_limit(LARGEST)
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter)
    try:
        header = [column(name) for name in next(reader, [])]
        if not {"date", "dates"} & set(header) or not any(
            name.partition(".")[0] == "title" for name in header
        ):
            raise UnreadableImportError(path=path, reason="not-csv")
        for cells in reader:
            if any(cell.strip() for cell in cells):
                yield Row(reader.line_num, of_cells(header, cells))
    except csv.Error as error:
        raise UnreadableImportError(path=path, reason=str(error)) from error


def column(name: str) -> str:
    """Tell which field a column holds: `title`, `title.fr`; nothing when none."""
    plain = " ".join(name.strip().lower().split())
    columns = language.meanings("import", "columns")
    match = IN_LANGUAGE.fullmatch(plain)
    field = columns.get(folding.fold(match[1]), "") if match else ""
    if match and field in WORDED:
        return f"{field}.{match[2]}"
    return columns.get(folding.fold(plain), "")


def of_cells(header: list[str], cells: list[str]) -> dict[str, Any]:
    """Read the cells of one line; the first of two columns for one field wins, empty ones say
    nothing.
    """
    fields: dict[str, Any] = {}
    for name, cell in zip(header, cells, strict=False):
        text = FORMULA.sub("", cell.strip(), count=1)
        if not name or not text or name in fields:
            continue
        fields[name] = split(text) if name in LISTS else text
    if "dates" in fields:
        with_dates(fields)
    return fields


def split(text: str) -> list[str]:
    """Split a cell that holds several values, at bars or semicolons."""
    return [part.strip() for part in re.split(r"\s\|\s|;", text) if part.strip()]


def with_dates(fields: dict[str, Any]) -> None:
    """Read the dated sides of an event, which stand as JSON in one cell; what is no JSON says
    nothing.
    """
    try:
        fields["dates"] = json.loads(fields["dates"])
    except (ValueError, RecursionError):
        del fields["dates"]


# ---- JSON


def read_json(path: str, data: bytes) -> Iterator[Row]:
    """Read a list of events, one event, a list under `events`, or one event on each line."""
    text = decoded(path, data)
    try:
        found = json.loads(text)
    except (ValueError, RecursionError):
        found = by_line(path, text)
    if isinstance(found, dict):
        found = found.get("events", [found])
    if not isinstance(found, list) or not all(isinstance(item, dict) for item in found):
        raise UnreadableImportError(path=path, reason="not-json")
    for number, item in enumerate(found, 1):
        yield Row(number, of_object(item))


def by_line(path: str, text: str) -> list[Any]:
    """Read one JSON value on each line; raises `UnreadableImportError`."""
    try:
        return [json.loads(line) for line in text.splitlines() if line.strip()]
    except (ValueError, RecursionError) as error:
        raise UnreadableImportError(path=path, reason="not-json") from error


def of_object(item: Mapping[str, Any]) -> dict[str, Any]:
    """Read one object; texts in several languages may stand under `titles`, `title` or
    `title.fr`.
    """
    fields: dict[str, Any] = {}
    for key, value in item.items():
        name = PLURALS.get(key) or column(key)
        if not name or value in (None, "", [], {}):
            continue
        if isinstance(value, dict) and name in ("title", "summary"):
            fields |= {f"{name}.{code}": text for code, text in value.items() if text}
        elif name == "sources" or name in LISTS:
            fields[name] = listed(value)
        else:
            fields.setdefault(name, value if name == "dates" else str(value))
    return fields


PLURALS = {"titles": "title", "summaries": "summary"}
"""The names of fields that hold a text in several languages."""


def listed(value: Any) -> list[str]:
    """The parts of a list, of objects their ids, or of a text that lists them."""
    if not isinstance(value, list):
        return split(str(value))
    return [part.get("id", "") if isinstance(part, dict) else str(part) for part in value]


# ---- calendars


def read_ics(path: str, data: bytes) -> Iterator[Row]:
    """Read the events of a calendar (RFC 5545); one that lasts several days becomes an interval."""
    import icalendar

    try:
        calendars = icalendar.Calendar.from_ical(decoded(path, data), multiple=True)
        found = [event for calendar in calendars for event in calendar.walk("VEVENT")]
    except (ValueError, IndexError, KeyError, TypeError, AttributeError) as error:
        raise UnreadableImportError(path=path, reason="not-ics") from error
    if any(str(event.get("UID", "")).endswith(OWN_UID) for event in found):
        raise UnreadableImportError(path=path, reason="own-calendar")
    for number, event in enumerate(found, 1):
        fields = {
            "date": dated(event),
            "title": str(event.get("SUMMARY", "")).strip(),
            "summary": " ".join(str(event.get("DESCRIPTION", "")).split()),
            "location": str(event.get("LOCATION", "")).strip(),
            "sources": [str(event["URL"])] if event.get("URL") else [],
            "words": [str(word) for word in getattr(event.get("CATEGORIES"), "cats", ())],
        }
        yield Row(number, {name: value for name, value in fields.items() if value})


def dated(event: Any) -> str:
    """Give the days of a calendar's event as EDTF; nothing when it has no start."""
    try:
        first, last = event.decoded("DTSTART", None), event.decoded("DTEND", None)
    except (ValueError, TypeError):
        return ""
    if not isinstance(first, date):
        return ""
    if isinstance(last, date) and not isinstance(last, datetime):
        last -= timedelta(days=1)
    begin, end = day(first), day(last) if isinstance(last, date) else ""
    return f"{begin}/{end}" if end > begin else begin


def day(value: date) -> str:
    """Give the day of a date or of a moment."""
    return value.isoformat()[:10]


READERS: dict[str, Callable[[str, bytes], Iterator[Row]]] = {
    ".csv": read_csv,
    ".tsv": read_csv,
    ".json": read_json,
    ".ndjson": read_json,
    ".jsonl": read_json,
    ".ics": read_ics,
}
