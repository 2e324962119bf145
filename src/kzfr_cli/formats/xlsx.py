"""Excel: the events, their dates and their sources on three sheets, in the reader's language.

Dates are dates where Excel has them: known to the day, from 1 March 1900 on; before, its calendar
holds a day that never was (29 February 1900). The others are text, beside a year that is a number.
"""

from __future__ import annotations

import io
from collections.abc import Iterator, Sequence
from datetime import date, datetime
from typing import TYPE_CHECKING, Any, NamedTuple

import xlsxwriter

from kzfr_cli import __released__
from kzfr_cli.core.visible import visible
from kzfr_cli.formats import handout
from kzfr_cli.formats.palette import NAVY
from kzfr_cli.formats.surface import Surface
from kzfr_cli.locale import vocabulary
from kzfr_cli.views.dossiers import Dossier, sources_of
from kzfr_cli.views.sheets import EventSheet

if TYPE_CHECKING:
    from xlsxwriter import Workbook
    from xlsxwriter.format import Format
    from xlsxwriter.worksheet import Worksheet

FIRST_DAY = "1900-03-01"
LONGEST_LINK = 2079
"""Letters of an address that Excel makes a link of."""

MOST_LINKS = 65_530
"""Links that a sheet of Excel holds."""

OPTIONS = {
    "in_memory": True,
    "strings_to_formulas": False,
    "strings_to_urls": False,
    "strings_to_numbers": False,
}
HEAD = {"bold": True, "font_color": "#ffffff", "bg_color": f"#{NAVY}", "valign": "top"}
WRAPPED = {"text_wrap": True, "valign": "top"}


class Column(NamedTuple):
    """A column: its head, and its width in letters."""

    head: str
    width: int


class Hyperlink(NamedTuple):
    """An address that is to be followed."""

    url: str


def render(view: Dossier, surface: Surface) -> bytes:
    """Write the workbook, the same bytes for the same data."""
    written = io.BytesIO()
    book = xlsxwriter.Workbook(written, OPTIONS)
    book.set_properties(
        {
            "title": visible(view.title),
            "author": "kzfr",
            "comments": handout.as_of(surface),
            "created": datetime.fromisoformat(__released__),
        }
    )
    Sheets(book, surface).write(view)
    book.close()
    return written.getvalue()


class Sheets:
    """The sheets of a workbook."""

    def __init__(self, book: Workbook, surface: Surface) -> None:
        self.book = book
        self.text = surface.catalogue.text
        self.surface = surface
        self.head: Format = book.add_format(HEAD)
        self.cell: Format = book.add_format(WRAPPED)
        self.day: Format = book.add_format({**WRAPPED, "num_format": "yyyy-mm-dd"})
        self.links = 0

    def write(self, view: Dossier) -> None:
        """Write all of them."""
        self.sheet(self.text("Events"), event_columns(self.surface), self.events(view))
        self.sheet(self.text("Dates"), date_columns(self.surface), self.dates(view))
        self.sheet(self.text("Sources"), source_columns(self.surface), self.sources(view))

    def sheet(
        self, name: str, columns: Sequence[Column], rows: Iterator[tuple[object, ...]]
    ) -> None:
        """Write a sheet: its head stays in sight, and each column can be filtered."""
        sheet: Worksheet = self.book.add_worksheet(name)
        self.links = 0
        for place, column in enumerate(columns):
            sheet.set_column(place, place, column.width)
            sheet.write_string(0, place, column.head, self.head)
        last = 0
        for last, row in enumerate(rows, 1):
            for place, value in enumerate(row):
                self.put(sheet, (last, place), value)
        sheet.freeze_panes(1, 0)
        sheet.autofilter(0, 0, last, len(columns) - 1)

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

    def events(self, view: Dossier) -> Iterator[tuple[object, ...]]:
        """The rows of the events, each with its best source."""
        catalogue = self.surface.catalogue
        for entry in view.entries:
            best = best_source(entry, view)
            yield (
                day(entry.date),
                handout.year_number(entry),
                entry.date_words,
                entry.title,
                vocabulary.category(entry.category, catalogue),
                "; ".join(entry.place_names),
                "; ".join(entry.people_names),
                "; ".join(entry.organisation_names),
                entry.summary,
                vocabulary.weight(entry.weight, catalogue),
                self.text("yes") if entry.disputed else "",
                best.title if best else "",
                Hyperlink(best.url if best else ""),
                entry.id,
            )

    def dates(self, view: Dossier) -> Iterator[tuple[object, ...]]:
        """The rows of the dates of the events."""
        catalogue = self.surface.catalogue
        for entry in view.entries:
            for facet in entry.dates:
                yield (
                    entry.title,
                    vocabulary.kind(facet.kind, catalogue),
                    day(facet.value),
                    facet.words,
                    vocabulary.status(facet.status, catalogue),
                    facet.note,
                    entry.id,
                )

    def sources(self, view: Dossier) -> Iterator[tuple[object, ...]]:
        """The rows of the sources."""
        for note in view.notes:
            yield (
                note.publisher,
                note.title,
                day(note.published or ""),
                note.published_words,
                note.language,
                Hyperlink(note.url),
                note.id,
            )


def event_columns(surface: Surface) -> tuple[Column, ...]:
    """The columns of the sheet of events."""
    text = surface.catalogue.text
    return (
        Column(text("Date"), 12),
        Column(text("Year"), 7),
        Column(text("In words"), 24),
        Column(text("Event"), 48),
        Column(text("Category"), 14),
        Column(text("Places"), 20),
        Column(text("People"), 28),
        Column(text("Organisations"), 28),
        Column(text("Summary"), 70),
        Column(text("Weight"), 12),
        Column(text("Disputed"), 10),
        Column(text("Source"), 40),
        Column(text("Address"), 40),
        Column("id", 30),
    )


def date_columns(surface: Surface) -> tuple[Column, ...]:
    """The columns of the sheet of dates."""
    text = surface.catalogue.text
    return (
        Column(text("Event"), 48),
        Column(text("Kind"), 16),
        Column(text("Date"), 12),
        Column(text("In words"), 24),
        Column(text("Status"), 14),
        Column(text("Note"), 70),
        Column("id", 30),
    )


def source_columns(surface: Surface) -> tuple[Column, ...]:
    """The columns of the sheet of sources."""
    text = surface.catalogue.text
    return (
        Column(text("Publisher"), 30),
        Column(text("Title"), 60),
        Column(text("Published"), 12),
        Column(text("In words"), 20),
        Column(text("Language"), 10),
        Column(text("Address"), 60),
        Column("id", 30),
    )


def day(value: str) -> object:
    """A date as Excel has it, else as it is written in the data."""
    if len(value) == len(FIRST_DAY) and value >= FIRST_DAY:
        try:
            return date.fromisoformat(value)
        except ValueError:
            return value
    return value


def best_source(entry: EventSheet, view: Dossier) -> Any:
    """The source of an event that one should look at first; None where there is none."""
    for entry_id in sources_of(entry)[:1]:
        return view.notes[view.numbers[entry_id] - 1]
    return None
