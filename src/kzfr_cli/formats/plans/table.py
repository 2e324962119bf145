"""The table that the documents of anniversaries share: its sections, its columns, its rows."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby

from kzfr_cli.core import edtf
from kzfr_cli.core.record import pair
from kzfr_cli.formats.surface import Surface
from kzfr_cli.languages import dates, ordinals
from kzfr_cli.locale import vocabulary
from kzfr_cli.locale.catalogue import N_
from kzfr_cli.views.anniversaries import AnniversaryListView, AnniversaryView

COLUMNS = (
    N_("Date"),
    N_("Weekday"),
    N_("Number"),
    N_("Event"),
    N_("Counted from"),
    N_("Remarks"),
)


@pair
class PlanRow:
    """One anniversary: the words of each column."""

    cells: tuple[str, ...]
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
    """Yield the sections in the order of the view."""
    for name, rows in groupby(view.rows, lambda row: heading(row, view, surface)):
        yield Section(name, tuple(written(row, surface) for row in rows))


def heading(row: AnniversaryView, view: AnniversaryListView, surface: Surface) -> str:
    """Return the heading under which an anniversary stands."""
    text = surface.catalogue.text
    if row.match == "year":
        return text("Known to the year only")
    month = dates.month_name(int(row.on[5:7]), surface.catalogue.lang)
    month = month[:1].upper() + month[1:]
    if row.match == "month":
        return text("{month}, the day being unknown", month=month)
    if view.planner:
        return month
    return text("On this day") if row.match == "day" else text("Near this day")


def written(row: AnniversaryView, surface: Surface) -> PlanRow:
    """Return one anniversary in words."""
    catalogue = surface.catalogue
    on = edtf.parse(row.on)
    kind = vocabulary.kind(row.kind, catalogue)
    cells = (
        dates.date_in_words(on, catalogue.lang),
        row.weekday or "",
        ordinals.anniversary(row.years, catalogue.lang),
        row.title,
        catalogue.text("{label}: {value}", label=kind, value=row.anniversary_of_words),
        ", ".join(remarks(row, surface)),
    )
    return PlanRow(cells, row.round)


def remarks(row: AnniversaryView, surface: Surface) -> Iterator[str]:
    """Yield what must be known of an anniversary: that it is round, disputed, moved."""
    text = surface.catalogue.text
    if row.round:
        yield text("round")
    if row.is_contested:
        yield text("date disputed")
    if row.leap_day:
        yield text(vocabulary.LEAP_DAYS[row.leap_day])
    if row.note and (row.status == "disputed" or row.kind == "celebrated"):
        yield row.note
