"""Excel: the events, their dates and their sources on three sheets, in the language of the reader;
beside a date that Excel does not have stands its year, which is a number.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from kzfr_cli.formats import handout, workbook
from kzfr_cli.formats.surface import Surface
from kzfr_cli.formats.workbook import Column, Hyperlink, Sheets, day
from kzfr_cli.locale import vocabulary
from kzfr_cli.views.dossiers import Dossier, sources_of
from kzfr_cli.views.sheets import EventSheet


def render(view: Dossier, surface: Surface) -> bytes:
    """Write the workbook, the same bytes for the same data."""
    return workbook.packed(view.title, surface, EventRows(view, surface).write)


class EventRows:
    """The rows of the three sheets."""

    def __init__(self, view: Dossier, surface: Surface) -> None:
        self.view = view
        self.surface = surface
        self.text = surface.catalogue.text

    def write(self, sheets: Sheets) -> None:
        """Write the sheets."""
        sheets.sheet(self.text("Events"), event_columns(self.surface), self.events())
        sheets.sheet(self.text("Dates"), date_columns(self.surface), self.dates())
        sheets.sheet(self.text("Sources"), source_columns(self.surface), self.sources())

    def events(self) -> Iterator[tuple[object, ...]]:
        """The rows of the events, each with its best source."""
        catalogue = self.surface.catalogue
        for entry in self.view.entries:
            best = best_source(entry, self.view)
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

    def dates(self) -> Iterator[tuple[object, ...]]:
        """The rows of the dates of the events."""
        catalogue = self.surface.catalogue
        for entry in self.view.entries:
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

    def sources(self) -> Iterator[tuple[object, ...]]:
        """The rows of the sources."""
        for note in self.view.notes:
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
        Column(text("Date"), 22),
        Column(text("Year"), 7),
        Column(text("In words"), 28),
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
        Column(text("Date"), 22),
        Column(text("In words"), 28),
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


def best_source(entry: EventSheet, view: Dossier) -> Any:
    """The source of an event that one should look at first; None where there is none."""
    for entry_id in sources_of(entry)[:1]:
        return view.notes[view.numbers[entry_id] - 1]
    return None
