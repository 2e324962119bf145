"""Read the sheets of a workbook (.xlsx, .xls, .ods) as tables, with python-calamine."""

from __future__ import annotations

import io
from collections.abc import Iterator, Sequence
from datetime import (
    date,
    datetime,
    time,
    timedelta,
)
from typing import TYPE_CHECKING

from kzfr_cli.core import installation
from kzfr_cli.core.record import pair
from kzfr_cli.editing.imports import columns, tables
from kzfr_cli.editing.imports.columns import Header
from kzfr_cli.editing.imports.rows import (
    Content,
    Remark,
    Row,
)
from kzfr_cli.editing.imports.tables import ABOVE, Record
from kzfr_cli.editing.imports.texts import ImportFile
from kzfr_cli.errors import MissingExtraError, UnreadableImportError

if TYPE_CHECKING:
    from python_calamine import CalamineSheet

PACKAGE = "python-calamine"


@pair
class EventSheetTable:
    """A sheet with a header: its name, its columns, its rows after the header."""

    name: str
    header: Header
    records: list[Record]


def read(source: ImportFile) -> Content:
    """Read every sheet that has a header; raises `UnreadableImportError`, and `MissingExtraError`
    without python-calamine.
    """
    found: list[EventSheetTable] = []
    left_out: list[str] = []
    for name, lines in sheets(source):
        made = table(name, lines)
        if made is not None:
            found.append(made)
        elif any(any(line) for line in lines):
            left_out.append(name)
    if not found:
        raise UnreadableImportError(path=source.path, reason="not-csv")
    remarks = [Remark("sheets", {"names": ", ".join(left_out)})] if left_out else []
    unknown = [name for each in found for name in each.header.left_out]
    return Content(
        rows=rows(found),
        total=sum(len(each.records) for each in found),
        remarks=(*remarks, *tables.unnamed_fields(list(dict.fromkeys(unknown)))),
        header=found[0].header.names if len(found) == 1 else (),
    )


def rows(found: Sequence[EventSheetTable]) -> Iterator[Row]:
    """The rows of some sheets; where they are several, each row tells of which it is."""
    for each in found:
        name = each.name if len(found) > 1 else ""
        yield from tables.in_rows(each.records, each.header, name)


def sheets(source: ImportFile) -> list[tuple[str, list[list[str]]]]:
    """The sheets of a workbook by their names, their cells as texts; charts are none."""
    try:
        from python_calamine import CalamineError, CalamineWorkbook, SheetTypeEnum
    except ImportError as error:
        command = installation.command(PACKAGE)
        raise MissingExtraError(
            format="xlsx", package=PACKAGE, extra="documents", command=command
        ) from error
    try:
        workbook = CalamineWorkbook.from_filelike(io.BytesIO(source.data))
        return [
            (sheet.name, cells(workbook.get_sheet_by_name(sheet.name)))
            for sheet in workbook.sheets_metadata
            if sheet.typ == SheetTypeEnum.WorkSheet
        ]
    except CalamineError as error:
        raise UnreadableImportError(path=source.path, reason="not-workbook") from error


def cells(sheet: CalamineSheet) -> list[list[str]]:
    """The cells of a sheet as texts."""
    lines = sheet.to_python(skip_empty_area=False)
    return [[written(value) for value in line] for line in lines]


def table(
    name: str,
    lines: Sequence[Sequence[str]],
) -> EventSheetTable | None:
    """A sheet whose header stands in one of its first lines; None when none has one."""
    for place, line in enumerate(lines[:ABOVE]):
        header = columns.header(line)
        if not header.is_one:
            continue
        records = [
            Record(number, list(values))
            for number, values in enumerate(lines[place + 1 :], place + 2)
            if any(map(str.strip, values))
        ]
        return EventSheetTable(name, header, records)
    return None


def written(value: object) -> str:
    """The value of a cell as a text: a moment by its day, a whole number without a point."""
    if isinstance(value, (datetime, date)):
        return value.isoformat()[:10]
    if isinstance(value, (time, timedelta)):
        return str(value)
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return str(value)
