"""Read a file to import by the ending of its name."""

from __future__ import annotations

import os
from importlib import import_module

from kzfr_cli.editing.imports.rows import Content
from kzfr_cli.editing.imports.texts import ImportFile
from kzfr_cli.errors import TooLargeError, UnreadableImportError

LARGEST = 50_000_000
"""Bytes of a file to import; a table of 100,000 events takes about 40,000,000."""

READERS = {
    ".csv": "tables",
    ".tsv": "tables",
    ".tab": "tables",
    ".json": "objects",
    ".ndjson": "objects",
    ".jsonl": "objects",
    ".ics": "calendars",
    ".ical": "calendars",
    ".xlsx": "workbooks",
    ".xlsm": "workbooks",
    ".xls": "workbooks",
    ".ods": "workbooks",
    ".mw": "markwhen",
    ".sqlite": "archives",
    ".sqlite3": "archives",
    ".db": "archives",
}
"""The module that reads each kind of file."""


def content(path: str) -> bytes:
    """The bytes of a file; raises `UnreadableImportError` and `TooLargeError`."""
    if ending(path) not in READERS:
        raise UnreadableImportError(path=path, reason="not-ending")
    try:
        with open(path, "rb") as file:
            data = file.read(LARGEST + 1)
    except OSError as error:
        raise UnreadableImportError(
            path=path, reason=error.strerror or str(error)
        ) from error
    if len(data) > LARGEST:
        raise TooLargeError(path=path, size=os.path.getsize(path), limit=LARGEST)
    return data


def read(source: ImportFile) -> Content:
    """What a file holds; raises `UnreadableImportError`, and what its reader raises."""
    reader = import_module(f"{__package__}.{READERS[ending(source.path)]}")
    found: Content = reader.read(source)
    if not found.total:
        raise UnreadableImportError(path=source.path, reason="empty-import")
    return found


def ending(path: str) -> str:
    """The ending of a name, in small letters."""
    return os.path.splitext(path)[1].lower()
