"""Workbooks of Excel: sheets whose head stays in sight, and whose columns can be filtered.

Dates are dates where Excel has them: known to the day, from 1 March 1900 on; before, its calendar
holds a day that never was (29 February 1900). The others are text.
"""

from __future__ import annotations

import io
from collections.abc import Callable, Iterable, Sequence
from datetime import date, datetime
from typing import TYPE_CHECKING, NamedTuple

import xlsxwriter

from kzfr_cli import __released__
from kzfr_cli.core.visible import visible
from kzfr_cli.formats import origin
from kzfr_cli.formats.palette import NAVY
from kzfr_cli.formats.surface import Surface

if TYPE_CHECKING:
    from xlsxwriter import Workbook
    from xlsxwriter.format import Format
    from xlsxwriter.worksheet import Worksheet

FIRST_DAY = "1900-03-01"
LONGEST_LINK = 2079
"""Letters of an address that Excel makes a link of."""

MOST_LINKS = 65_530
"""Links that a sheet of Excel holds."""

A4 = 9
"""The number of a paper (ECMA-376, 18.3.1.63)."""

OPTIONS = {
    "in_memory": True,
    "strings_to_formulas": False,
    "strings_to_urls": False,
    "strings_to_numbers": False,
}
LINE = 15
"""Points of a line."""

TALLEST = 400
"""Points of a row, of which Excel takes 409."""

HEAD = {"bold": True, "font_color": "#ffffff", "bg_color": f"#{NAVY}", "valign": "top"}
WRAPPED = {"text_wrap": True, "valign": "top", "align": "left"}


class Column(NamedTuple):
    """A column: its head, and its width in letters."""

    head: str
    width: int


class Hyperlink(NamedTuple):
    """An address that is to be followed."""

    url: str


def packed(title: str, surface: Surface, fill: Callable[[Sheets], None]) -> bytes:
    """Write a workbook whose sheets a function fills, the same bytes for the same data."""
    written = io.BytesIO()
    book = xlsxwriter.Workbook(written, OPTIONS)
    book.set_properties(
        {
            "title": visible(title),
            "author": "kzfr",
            "comments": origin.sentence(surface),
            "created": datetime.fromisoformat(__released__),
        }
    )
    fill(Sheets(book, origin.sentence(surface)))
    book.close()
    return written.getvalue()


class Sheets:
    """The sheets of a workbook."""

    def __init__(self, book: Workbook, foot: str = "") -> None:
        self.book = book
        self.foot = foot
        self.head: Format = book.add_format(HEAD)
        self.cell: Format = book.add_format(WRAPPED)
        self.day: Format = book.add_format({**WRAPPED, "num_format": "yyyy-mm-dd"})
        self.links = 0

    def sheet(
        self, name: str, columns: Sequence[Column], rows: Iterable[tuple[object, ...]]
    ) -> None:
        """Write a sheet: its head stays in sight, and each column can be filtered."""
        sheet: Worksheet = self.book.add_worksheet(name)
        self.links = 0
        for place, column in enumerate(columns):
            sheet.set_column(place, place, column.width)
            sheet.write_string(0, place, column.head, self.head)
        last = 0
        for last, row in enumerate(rows, 1):
            sheet.set_row(last, height(row, columns))
            for place, value in enumerate(row):
                self.put(sheet, (last, place), value)
        sheet.freeze_panes(1, 0)
        sheet.autofilter(0, 0, last, len(columns) - 1)
        if self.foot:
            sheet.write_string(last + 2, 0, self.foot)
        print_on_sheets(sheet)

    def put(self, sheet: Worksheet, place: tuple[int, int], value: object) -> None:
        """Write one cell; what Excel has no room for as a link is text."""
        if isinstance(value, Hyperlink):
            self.put_link(sheet, place, value.url)
        elif isinstance(value, date):
            sheet.write_datetime(
                *place, datetime(value.year, value.month, value.day), self.day
            )
        elif isinstance(value, int):
            sheet.write_number(*place, value, self.cell)
        elif value:
            sheet.write_string(*place, visible(str(value)), self.cell)

    def put_link(self, sheet: Worksheet, place: tuple[int, int], url: str) -> None:
        """Write an address, to be followed where it can be."""
        is_web = url.startswith(("http://", "https://")) and visible(url) == url
        if is_web and len(url) <= LONGEST_LINK and self.links < MOST_LINKS:
            self.links += 1
            sheet.write_url(*place, url, self.cell, visible(url))
        elif url:
            sheet.write_string(*place, visible(url), self.cell)


def print_on_sheets(sheet: Worksheet) -> None:
    """Print on broad A4 sheets, all columns side by side, with the head on each."""
    sheet.set_paper(A4)
    sheet.set_landscape()
    sheet.fit_to_pages(1, 0)
    sheet.repeat_rows(0)


def height(row: tuple[object, ...], columns: Sequence[Column]) -> int:
    """The points of a row whose cells show all their lines, for no program measures them before it
    draws.
    """
    told = (
        lines_of(value, column.width) for value, column in zip(row, columns, strict=True)
    )
    return min(LINE * max(told), TALLEST)


def lines_of(value: object, width: int) -> int:
    """The lines that a text takes in a column of some letters; an address is never broken."""
    if not isinstance(value, str):
        return 1
    return sum(max(1, -(-len(line) // width)) for line in value.split("\n"))


def day(value: str) -> object:
    """A date as Excel has it, else as it is written in the data."""
    if len(value) == len(FIRST_DAY) and value >= FIRST_DAY:
        try:
            return date.fromisoformat(value)
        except ValueError:
            return value
    return value
