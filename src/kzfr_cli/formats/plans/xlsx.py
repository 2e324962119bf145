"""Anniversaries in Excel: one sheet, a row for an event and a day, with its date as a date."""

from __future__ import annotations

from collections.abc import Iterator

from kzfr_cli.core import edtf
from kzfr_cli.formats import celebrated, workbook
from kzfr_cli.formats.plans import table
from kzfr_cli.formats.surface import Surface
from kzfr_cli.formats.workbook import Column, Sheets, day
from kzfr_cli.languages import dates
from kzfr_cli.locale import vocabulary
from kzfr_cli.views import occasions
from kzfr_cli.views.anniversaries import AnniversaryListView
from kzfr_cli.views.occasions import Occasion


def render(view: AnniversaryListView, surface: Surface) -> bytes:
    """Write the workbook, the same bytes for the same data."""

    def fill(sheets: Sheets) -> None:
        name = surface.catalogue.text("Anniversaries")
        sheets.sheet(name, columns(surface), rows(view, surface))

    return workbook.packed(table.title(view, surface), surface, fill)


def columns(surface: Surface) -> tuple[Column, ...]:
    """The columns of the sheet."""
    text = surface.catalogue.text
    return (
        Column(text("Date"), 12),
        Column(text("In words"), 18),
        Column(text("Weekday"), 12),
        Column(text("Number"), 12),
        Column(text("round"), 14),
        Column(text("Event"), 56),
        Column(text("Kind"), 16),
        Column(text("Counted from"), 22),
        Column(text("In words"), 26),
        Column(text("Remarks"), 60),
        Column("id", 34),
    )


def rows(view: AnniversaryListView, surface: Surface) -> Iterator[tuple[object, ...]]:
    """The rows in the order of time; what is known to the month or the year follows."""
    found = occasions.of(view.rows)
    for item in sorted(
        found, key=lambda item: (len(item.head.on) < len("2027-06-11"), item.head.on)
    ):
        yield row(item, surface)


def row(item: Occasion, surface: Surface) -> tuple[object, ...]:
    """The cells of an event and a day; what else falls on the day stands below its title."""
    head, catalogue = item.head, surface.catalogue
    return (
        day(head.on),
        dates.date_in_words(edtf.parse(head.on), catalogue.lang),
        head.weekday,
        head.years,
        catalogue.text("yes") if item.is_round else "",
        "\n".join((head.title, *celebrated.inside(item, catalogue))),
        vocabulary.kind(head.kind, catalogue),
        day(head.anniversary_of),
        head.anniversary_of_words,
        "\n".join(table.said(head, surface)),
        head.id,
    )
