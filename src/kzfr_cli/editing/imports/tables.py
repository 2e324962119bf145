"""Read tables: their header wherever it stands, then row by row, so that a bad one costs only
itself.
"""

from __future__ import annotations

import csv
import io
import json
import re
from collections.abc import (
    Iterable,
    Iterator,
    Mapping,
    Sequence,
)
from typing import Any

from kzfr_cli.core.record import pair
from kzfr_cli.editing.imports import (
    columns,
    queries,
    texts,
)
from kzfr_cli.editing.imports.columns import SILENT, Header
from kzfr_cli.editing.imports.rows import (
    LISTS,
    Content,
    Remark,
    Row,
)
from kzfr_cli.editing.imports.texts import ImportFile
from kzfr_cli.errors import RowRefusedError, UnreadableImportError

DELIMITERS = ",;\t|"
SEPARATOR = re.compile(r"\"?sep=(.|\\t)\"?[;,]*\s*", re.IGNORECASE)
"""The line by which a table tells Excel what stands between its cells."""

ABOVE = 30
"""Lines that may stand above the header: a title, who made it, when."""

MOST_COLUMNS = 1_000
"""Columns that a table may have."""

MOST_LINES = 200
"""Lines that one cell may take; beyond, its quotation mark was forgotten."""

LONGEST_CELL = 1_000_000
TOO_LONG = "field larger"
"""What the reader of tables says of a cell beyond the limit."""

FORMULA = re.compile(r"'(?=[=+\-@\t\r＝＋－＠])")
"""The apostrophe that keeps a spreadsheet from running a cell, which our tables have too."""

HEADING = "title"
"""The type of the row of a sheet of TimelineJS that is the title of all."""

HIDDEN = re.compile(r"‹U\+([0-9A-F]{4,5})›")
"""A sign that our tables show instead of letting it be obeyed."""


@pair
class Record:
    """One row of a table as it stands: the line on which it begins, its cells, why it is
    refused.
    """

    line: int
    cells: list[str]
    reason: str = ""


class Feed:
    """The lines of a table for the reader of one row after the other, no more than a row
    may take.
    """

    def __init__(
        self,
        lines: Sequence[str],
        place: int,
    ) -> None:
        self.lines = lines
        self.begin = self.place = place

    def __iter__(self) -> Iterator[str]:
        return self

    def __next__(self) -> str:
        """The next line of the row."""
        if self.place >= len(self.lines) or self.place - self.begin >= MOST_LINES:
            raise StopIteration
        self.place += 1
        return self.lines[self.place - 1]


def read(source: ImportFile) -> Content:
    """Read a table, its cells separated by commas, semicolons, tabs or bars; raises
    `UnreadableImportError`.
    """
    text, remarks = texts.decoded(source)
    csv.field_size_limit(LONGEST_CELL)
    lines = list(io.StringIO(text, newline=""))
    if lines and lines[0].startswith("?"):
        lines = [quoted(line) for line in lines]
    first = SEPARATOR.fullmatch(lines[0]) if lines else None
    delimiters = first[1].replace("\\t", "\t") if first else DELIMITERS
    found = find_header(lines, 1 if first else 0, delimiters)
    if found is None:
        raise UnreadableImportError(path=source.path, reason="not-csv")
    place, delimiter, header = found
    return Content(
        rows=in_rows(records(lines, place, delimiter), header),
        total=len(lines) - place,
        remarks=(*remarks, *unnamed_fields(header.left_out)),
        header=header.names,
        delimiter=delimiter,
    )


def quoted(line: str) -> str:
    """A line of a query’s result in TSV, whose marks of types and languages are no quotation, as
    one of a table.
    """
    output = io.StringIO()
    cells = [cell.removeprefix("?") for cell in queries.terms(line)]
    csv.writer(output, delimiter="\t", lineterminator="\n").writerow(cells)
    return output.getvalue()


def unnamed_fields(names: Sequence[str]) -> Iterator[Remark]:
    """Return the columns, or the names in objects, that say nothing of an event."""
    if names:
        yield Remark("columns", {"names": ", ".join(names)})


def find_header(
    lines: Sequence[str],
    begin: int,
    delimiters: str,
) -> tuple[int, str, Header] | None:
    """Find the line after the header, what stands between its cells, and what its columns hold."""
    best = max(delimiters, key="".join(lines[begin : begin + ABOVE]).count)
    for delimiter in dict.fromkeys((best, *delimiters)):
        for record, after in placed(lines, begin, delimiter):
            if record.line - begin > ABOVE:
                break
            header = columns.header(record.cells[:MOST_COLUMNS])
            if header.is_one:
                return after, delimiter, header
    return None


def records(
    lines: Sequence[str],
    place: int,
    delimiter: str,
) -> Iterator[Record]:
    """The rows of a table from a line on, but the blank ones."""
    for record, _ in placed(lines, place, delimiter):
        if record.reason or any(map(str.strip, record.cells)):
            yield record


def placed(
    lines: Sequence[str],
    place: int,
    delimiter: str,
) -> Iterator[tuple[Record, int]]:
    """The rows of a table, each with the line after it; after a broken one, the very next line."""
    feed = Feed(lines, place)
    reader = csv.reader(feed, delimiter=delimiter, strict=True)
    while feed.place < len(lines):
        feed.begin = feed.place
        try:
            cells = next(reader)
        except StopIteration:
            return
        except csv.Error as error:
            reason = "too-long" if TOO_LONG in str(error) else "quote"
            begin = feed.begin
            feed = Feed(lines, begin + 1)
            reader = csv.reader(feed, delimiter=delimiter, strict=True)
            cells = lines[begin].strip("\r\n").split(delimiter)
            yield Record(begin + 1, cells, reason), begin + 1
        else:
            yield Record(feed.begin + 1, cells), feed.place


# ---- rows


def in_rows(
    found: Iterable[Record],
    header: Header,
    sheet: str = "",
) -> Iterator[Row]:
    """The rows that records are; a broken one is a row that is refused."""
    width = len(header.names)
    unnamed = [
        place
        for place, name in enumerate(header.names)
        if not name and not header.fields[place]
    ]
    for record in found:
        if is_again(record.cells, header):
            continue
        fields = of_cells(header.fields, record.cells)
        more = len(record.cells) > width and any(map(str.strip, record.cells[width:]))
        error = None
        if record.reason:
            error = RowRefusedError(reason=record.reason)
        elif more:
            count = len(record.cells)
            error = RowRefusedError(
                reason="cells",
                count=count,
                columns=width,
            )
        yield Row(
            number=record.line,
            fields=fields,
            sheet=sheet,
            error=error,
            left_out="heading" if is_heading(fields) else "",
            remarks=tuple(unread(record.cells, unnamed)) if unnamed else (),
            raw=record.cells,
        )


def is_again(cells: Sequence[str], header: Header) -> bool:
    """Return whether a row is the header, told again on another page."""
    return cells[0].strip() == header.names[0] and (
        tuple(map(str.strip, cells)) == header.names
    )


def is_heading(fields: Mapping[str, Any]) -> bool:
    """Return whether a row is the title of a timeline, as TimelineJS has it, and no event."""
    kind = fields.get("kind")
    if kind is None or str(kind).casefold() != HEADING:
        return False
    return not any(name in fields for name in ("date", "year"))


def unread(
    cells: Sequence[str],
    places: Sequence[int],
) -> Iterator[Remark]:
    """What stands in columns without a name."""
    for place in places:
        if place < len(cells) and cells[place].strip():
            yield Remark("unnamed", {"text": cells[place].strip()})


def of_cells(
    fields: Sequence[str],
    cells: Sequence[str],
) -> dict[str, Any]:
    """What the cells of one line say; empty ones say nothing."""
    found: dict[str, Any] = {}
    for name, cell in zip(fields, cells, strict=False):
        text = cell.strip()
        if not text or not name or name == SILENT:
            continue
        if text[0] == "'":
            text = FORMULA.sub("", text, count=1)
        if "‹" in text:
            text = HIDDEN.sub(lambda sign: chr(int(sign[1], 16)), text)
        if name in LISTS or name == "words":
            found[name] = [*found.get(name, ()), *split(text)]
        else:
            found[name] = text
    for name in ("dates", "entry", "needs"):
        if name in found:
            with_json(found, name)
    return found


def split(text: str) -> list[str]:
    """The values of a cell that holds several, between bars or semicolons."""
    return [part.strip() for part in re.split(r"\s\|\s|;", text) if part.strip()]


def with_json(
    fields: dict[str, Any],
    name: str,
) -> None:
    """Read a field that stands as JSON in one cell; what is no JSON says nothing."""
    try:
        fields[name] = json.loads(fields[name])
    except (ValueError, RecursionError):
        del fields[name]
