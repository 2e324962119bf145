"""Read a database file entry by entry, so that one broken entry costs only itself and has a
line.
"""

from __future__ import annotations

import os
import time
from collections.abc import Iterator, Mapping
from datetime import date
from functools import partial
from itertools import islice
from pathlib import Path
from typing import Any, BinaryIO

import rtoml

from kzfr_cli.core import edtf
from kzfr_cli.core.event import ENTRY_KINDS
from kzfr_cli.core.record import pair
from kzfr_cli.errors import (
    ChangingDatabaseError,
    EndlessFileError,
    InvalidDateError,
    Problem,
    UnreadableDatabaseError,
)
from kzfr_cli.store import schema, toml_text
from kzfr_cli.store.toml_text import Block

DEEPEST = 80
"""Tables or arrays within each other that the parser reads."""

LARGEST = 256_000_000
"""Bytes of a file that are read: a database of a million events takes about as many."""

PIECE = 1_000_000
"""Bytes that are read at once, so that a small file takes no room of the largest."""

PAUSES = (0.005, 0.02, 0.05, 0.1)
"""Seconds to wait for a program that is writing the file, each time that it was found
unfinished.
"""

ENTRY_LIMIT = 1_000_000
"""Bytes that one entry may take; the largest of the packaged data takes about 8,000."""

DATES: Mapping[str, Mapping[str, tuple[str, ...]]] = {
    "events": {"dates": ("value",)},
    "figures": {"": ("period",), "disputes": ("period",)},
    "names": {"periods": ("from", "to"), "offices": ("from", "to")},
    "sources": {"": ("published", "retrieved")},
    "tags": {"": ("since",)},
    "indicators": {},
}
"""Where entries hold dates: in themselves, or in each item of a field."""


@pair
class Read:
    """Hold one entry as it stands in the file: `line` counts from 1, `end` is the byte after it."""

    kind: str
    entry: dict[str, Any]
    line: int
    end: int


def read(path: Path) -> Iterator[Read | Problem]:
    """Read every entry of a file in its order, each as a `Read`, or as a `Problem` when it is left
    out.

    Raises `UnreadableDatabaseError` when the file cannot be opened.
    """
    for block in toml_text.blocks(content(str(path))):
        yield from read_block(str(path), block)


def content(path: str) -> bytes:
    """Return the bytes of a file, read no further than the limit: a device may never end.

    A program that overwrites a file empties it first, so what is empty, or changed while it was
    read, is read again. Raises `UnreadableDatabaseError`, `EndlessFileError`, and
    `ChangingDatabaseError` when the file never comes to rest.
    """
    states = set()
    for pause in PAUSES:
        text, before, after = _read(path)
        if (text and before == after) or not os.path.isfile(path):
            return text
        states |= {before, after}
        time.sleep(pause)
    if len(states) > 1:
        raise ChangingDatabaseError(path=path)
    return text


def _read(path: str) -> tuple[bytes, tuple[int, int], tuple[int, int]]:
    """Return the bytes of a file, and its state before and after they were read."""
    try:
        with open(path, "rb") as file:
            before = _state(file)
            pieces = islice(iter(partial(file.read, PIECE), b""), LARGEST // PIECE + 1)
            text = b"".join(pieces)
            after = _state(file)
    except OSError as error:
        raise UnreadableDatabaseError(
            path=path, reason=error.strerror or str(error)
        ) from error
    if len(text) > LARGEST:
        raise EndlessFileError(path=path, limit=LARGEST)
    return text, before, after


def _state(file: BinaryIO) -> tuple[int, int]:
    """Return what changes with every writing: size in bytes, and time in nanoseconds."""
    found = os.fstat(file.fileno())
    return found.st_size, found.st_mtime_ns


def read_block(path: str, block: Block) -> Iterator[Read | Problem]:
    """Parse and check one block; the block before the first table may hold arrays written
    inline.
    """
    if len(block.text) > ENTRY_LIMIT:
        yield problem(
            path, block, "too-large", size=str(len(block.text)), limit=str(ENTRY_LIMIT)
        )
        return
    try:
        text = block.text.decode("utf-8")
        tables = rtoml.loads(text)
    except UnicodeDecodeError as error:
        before = block.text.count(b"\n", 0, error.start)
        yield problem(
            path, block, "not-utf8", before, byte=f"0x{block.text[error.start]:02x}"
        )
        return
    except rtoml.TomlParsingError as error:
        yield syntax_problem(path, block, str(error))
        return
    for kind, entries in tables.items():
        if kind not in ENTRY_KINDS or not isinstance(entries, list):
            yield problem(
                path, block, "unknown-table", toml_text.of_field(text, kind), key=kind
            )
            continue
        for entry in entries:
            yield from check(path, block, text, kind, entry)


def syntax_problem(
    path: str,
    block: Block,
    message: str,
) -> Problem:
    """Return where in the file the TOML parser stopped."""
    line, column, said = toml_text.fault(message)
    detail = (
        f"more than {DEEPEST} levels of tables or arrays" if "recurs" in message else said
    )
    return problem(
        path, block, "syntax", max(line - 1, 0), detail=detail, column=str(column or 1)
    )


def check(
    path: str,
    block: Block,
    text: str,
    kind: str,
    entry: Any,
) -> Iterator[Read | Problem]:
    """Return the entry, or a problem with the first of its fields that has the wrong type, name
    or date; a field that is not known is told, and the entry read without it.
    """
    name = str(entry.get("id", "")) if isinstance(entry, dict) else ""
    try:
        quote_dates(kind, entry)
        for unknown in schema.drop_unknown(kind, entry):
            yield unknown_field(path, block, text, name, unknown)
        for value in dates(kind, entry):
            edtf.parse(value)
    except schema.ValidationError as error:
        field, detail = schema.fault(kind, entry, error)
        yield refused(path, block, text, name, (field or kind, detail))
    except InvalidDateError as error:
        facts = {key: str(value) for key, value in error.facts.items()}
        yield problem(
            path,
            block,
            "invalid-date",
            toml_text.of_value(text, facts["text"]),
            name,
            **facts,
        )
    else:
        yield Read(kind, entry, block.line, block.end)


def refused(
    path: str,
    block: Block,
    text: str,
    name: str,
    fault: tuple[str, str],
) -> Problem:
    """Return the field for which an entry is left out."""
    field, detail = fault
    before = toml_text.of_field(text, field)
    if absent := schema.MISSING_FIELD.search(detail):
        return problem(path, block, "missing-field", before, name, field=absent[1])
    code = "unknown-key" if schema.UNKNOWN_FIELD.search(detail) else "wrong-type"
    return problem(path, block, code, before, name, field=field, detail=detail)


def unknown_field(
    path: str,
    block: Block,
    text: str,
    name: str,
    field: str,
) -> Problem:
    """Report a field that is not known, without which the entry is read."""
    found = problem(
        path, block, "unknown-key", toml_text.of_field(text, field), name, field=field
    )
    return found._replace(left_out=False)


def dates(kind: str, entry: Mapping[str, Any]) -> Iterator[str]:
    """Return every date that an entry holds, as it is written."""
    for holder, key in dated(kind, entry):
        if value := holder.get(key):
            yield value


def dated(kind: str, entry: Mapping[str, Any]) -> Iterator[tuple[dict[str, Any], str]]:
    """Return every mapping that can hold a date, with the name under which it does."""
    for field, keys in DATES[kind].items():
        holders = entry.get(field, ()) if field else (entry,)
        for holder in holders if isinstance(holders, (list, tuple)) else ():
            if isinstance(holder, dict):
                yield from ((holder, key) for key in keys)


def quote_dates(kind: str, entry: Any) -> None:
    """Write the dates and years that stand without quotes as those that have them: TOML has dates
    of its own.
    """
    for holder, key in dated(kind, entry) if isinstance(entry, dict) else ():
        value = holder.get(key)
        if type(value) is date:
            holder[key] = value.isoformat()
        elif type(value) is int and 1000 <= value <= 9999:
            holder[key] = str(value)


def problem(
    path: str, block: Block, code: str, before: int = 0, entry: str = "", **facts: str
) -> Problem:
    """Report a problem `before` lines after the beginning of a block."""
    return Problem(
        path=path,
        line=block.line + before,
        code=code,
        entry=entry,
        facts=tuple(facts.items()),
    )
