"""The table that the documents of anniversaries share: its sections, its columns, its rows."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby

from kzfr_cli.core import edtf
from kzfr_cli.core.record import pair
from kzfr_cli.formats import celebrated
from kzfr_cli.formats.surface import Surface
from kzfr_cli.languages import dates
from kzfr_cli.locale import vocabulary
from kzfr_cli.locale.catalogue import N_
from kzfr_cli.views import occasions
from kzfr_cli.views.anniversaries import AnniversaryListView, AnniversaryView
from kzfr_cli.views.occasions import Occasion

COLUMNS = (
    N_("Date"),
    N_("Weekday"),
    N_("Number"),
    N_("Event"),
    N_("Counted from"),
    N_("Remarks"),
    N_("Id"),
)


@pair
class PlanRow:
    """One event and a day: the lines of each column, the first of which says the most."""

    cells: tuple[tuple[str, ...], ...]
    is_round: bool


@pair
class Section:
    """The anniversaries of a month, or of what is known to the month or the year only."""

    heading: str
    rows: tuple[PlanRow, ...]


def title(view: AnniversaryListView, surface: Surface) -> str:
    """Return the title of the document."""
    text = surface.catalogue.text
    if view.planner:
        return text("Anniversaries of {year}", year=view.asked_words)
    return text("Anniversaries: {day}", day=view.asked_words)


def columns(surface: Surface) -> tuple[str, ...]:
    """Return the heads of the columns."""
    return tuple(map(surface.catalogue.text, COLUMNS))


def sections(view: AnniversaryListView, surface: Surface) -> Iterator[Section]:
    """Yield the sections in the order of the view, each with its rows in that of a page."""
    for name, rows in groupby(view.rows, lambda row: heading(row, view, surface)):
        found = occasions.of(rows)
        if view.planner:
            found.sort(key=lambda item: item.head.on)
        yield Section(name, tuple(written(item, surface) for item in found))


def heading(row: AnniversaryView, view: AnniversaryListView, surface: Surface) -> str:
    """Return the heading under which an anniversary stands."""
    text = surface.catalogue.text
    if view.planner or row.match in ("month", "year"):
        return celebrated.month(row, view, surface.catalogue)
    return text("On this day") if row.match == "day" else text("Near this day")


def written(item: Occasion, surface: Surface) -> PlanRow:
    """Return an event and a day in words, with what else falls on the day inside."""
    row, catalogue = item.head, surface.catalogue
    on = edtf.parse(row.on)
    kind = vocabulary.kind(row.kind, catalogue)
    cells = (
        (dates.date_in_words(on, catalogue.lang),),
        (row.weekday or "",),
        (celebrated.number(row, catalogue),),
        (row.title, *celebrated.inside(item, catalogue)),
        (catalogue.text("{label}: {value}", label=kind, value=row.anniversary_of_words),),
        said(row, surface),
        (row.id,),
    )
    return PlanRow(cells, item.is_round)


def said(row: AnniversaryView, surface: Surface) -> tuple[str, ...]:
    """Return what is said of an anniversary in short, and below it what the record notes."""
    lines = (", ".join(remarks(row, surface)), *notes(row))
    return tuple(filter(None, lines)) or ("",)


def remarks(row: AnniversaryView, surface: Surface) -> Iterator[str]:
    """Yield what must be known of an anniversary: that it is round, how sure, moved."""
    text = surface.catalogue.text
    if row.round:
        yield text("round")
    if sure := celebrated.certainty(row, surface.catalogue):
        yield sure
    if row.leap_day:
        yield text(vocabulary.LEAP_DAYS[row.leap_day])


def notes(row: AnniversaryView) -> Iterator[str]:
    """Yield what the record says of a date that is disputed, or of one that is only observed."""
    if row.note and (row.status == "disputed" or row.kind == "celebrated"):
        yield row.note
