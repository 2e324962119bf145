"""A handout in Word: what is true first, what is disputed in a box, what was refuted apart; the
sources as footnotes.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from docx.shared import Mm, Pt, RGBColor

from kzfr_cli.formats import archive, handout, palette
from kzfr_cli.formats.archive import safe
from kzfr_cli.formats.handout import NoteWriter, Utterance
from kzfr_cli.formats.surface import Surface
from kzfr_cli.formats.word import paper, paragraphs
from kzfr_cli.formats.word.footnotes import Footnotes
from kzfr_cli.formats.word.paragraphs import WebLink
from kzfr_cli.views.dossiers import Dossier, sources_of
from kzfr_cli.views.sheets import EventSheet

if TYPE_CHECKING:
    from docx.document import Document
    from docx.text.paragraph import Paragraph

DATE_WIDTH = 53
"""Millimetres of the column of dates on a single page."""


def render(view: Dossier, surface: Surface) -> bytes:
    """Write the handout, the same bytes for the same data."""
    return archive.packed(WordWriter(view, surface).written().save)


class WordWriter:
    """A handout that is being written."""

    def __init__(
        self,
        view: Dossier,
        surface: Surface,
    ) -> None:
        self.view = view
        self.surface = surface
        self.document: Document = paper.opened(
            view.title, paper.language(view.lang, surface)
        )
        self.footnotes = Footnotes(self.document)
        self.citing = NoteWriter(view, surface)

    def written(self) -> Document:
        """Write all of it."""
        self.begin()
        if self.view.is_brief:
            self.page()
            return self.document
        years = handout.by_year(self.view)
        if len(self.view.entries) > handout.LONG:
            self.contents([year for year, _ in years])
        for number, (year, entries) in enumerate(years, 1):
            above = self.document.add_heading(year, level=1)
            paragraphs.bookmark(above, bookmark(year), number)
            for entry in entries:
                self.event(entry)
        return self.document

    def begin(self) -> None:
        """Write the title, what was asked for and of which day the data are."""
        self.document.add_heading(safe(self.view.title), level=0)
        if subtitle := handout.subtitle(self.view):
            self.document.add_paragraph(safe(subtitle), style="Subtitle")
        if dated := handout.as_of(self.surface):
            self.quiet(dated)

    def quiet(self, words: str) -> Paragraph:
        """Write a line in grey."""
        made = self.document.add_paragraph()
        shaded(made.add_run(safe(words)), palette.GREY)
        return made

    def contents(self, years: list[str]) -> None:
        """Write the years as links; the field lets Word make its own table of them."""
        line = self.document.add_paragraph()
        for year in years:
            paragraphs.jump(line, year, bookmark(year))
            line.add_run("  ")

    def event(self, entry: EventSheet) -> None:
        """Write one event."""
        self.document.add_heading(safe(handout.heading(entry, self.surface)), level=2)
        sources = sources_of(entry)
        if entry.summary or sources:
            told = self.document.add_paragraph(safe(entry.summary))
            self.cite(told, sources)
        standing = handout.standing(entry, self.surface)
        for line in standing.agreed:
            self.cite(
                self.document.add_paragraph(safe(line.words), style="List Bullet"),
                line.sources,
            )
        self.box(standing.disputed)
        self.apart(standing.rejected)
        self.quiet(handout.linked(entry, self.surface))

    def box(self, lines: tuple[Utterance, ...]) -> None:
        """Write what is disputed in a box."""
        for number, line in enumerate(lines):
            boxed = self.document.add_paragraph()
            paragraphs.box(boxed, palette.AMBER, palette.PALE)
            boxed.paragraph_format.keep_with_next = number < len(lines) - 1
            if not number:
                head = boxed.add_run(safe(self.surface.catalogue.text("Disputed.")))
                head.bold = True
                boxed.add_run(" ")
            boxed.add_run(safe(line.words))
            self.cite(boxed, line.sources)

    def apart(self, lines: tuple[Utterance, ...]) -> None:
        """Write the dates that were refuted, in grey under a word that says so."""
        for line in handout.refuted(lines, self.surface):
            self.cite(self.quiet(line.words), line.sources)

    def page(self) -> None:
        """Write a page: the date, the title and the best source of each event."""
        for entry in self.view.entries:
            row = self.document.add_paragraph()
            row.paragraph_format.left_indent = Mm(DATE_WIDTH)
            row.paragraph_format.first_line_indent = Mm(-DATE_WIDTH)
            row.paragraph_format.tab_stops.add_tab_stop(Mm(DATE_WIDTH))
            row.paragraph_format.space_after = Pt(3)
            shaded(row.add_run(safe(entry.date_words)), palette.NAVY).bold = True
            row.add_run("\t" + safe(entry.title))
            if entry.disputed:
                said = self.surface.catalogue.text("date disputed")
                shaded(row.add_run(f" ({safe(said)})"), palette.AMBER)
            self.cite(row, sources_of(entry)[:1])

    def cite(
        self,
        paragraph: Paragraph,
        sources: tuple[str, ...],
    ) -> None:
        """Add a footnote of the best of some sources."""
        cited = self.citing.note(sources)
        if not cited:
            return
        note = self.footnotes.add(paragraph)
        for source in cited:
            note.add_run(safe(source.separator + source.words))
            if source.url:
                note.add_run(" ")
                place = WebLink(safe(source.url), self.footnotes.part)
                paragraphs.link(note, safe(source.shown), place)


def bookmark(year: str) -> str:
    """The name of the place of a year; it begins with a letter."""
    return f"year-{year or 'none'}"


def shaded(run: Any, colour: str) -> Any:
    """Set the colour of some words."""
    run.font.color.rgb = RGBColor.from_string(colour)
    return run
