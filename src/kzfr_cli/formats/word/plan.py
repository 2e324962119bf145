"""Anniversaries in Word: a table for each month, with real headings."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kzfr_cli.formats import archive, origin
from kzfr_cli.formats.archive import safe
from kzfr_cli.formats.plans import table
from kzfr_cli.formats.surface import Surface
from kzfr_cli.formats.word import paper
from kzfr_cli.views.anniversaries import AnniversaryListView

if TYPE_CHECKING:
    from docx.document import Document


def render(view: AnniversaryListView, surface: Surface) -> bytes:
    """Write the plan, the same bytes for the same data."""
    title = table.title(view, surface)
    document = paper.opened(title, surface.catalogue.lang)
    document.add_heading(safe(title), level=0)
    if dated := origin.sentence(surface):
        document.add_paragraph(safe(dated))
    for section in table.sections(view, surface):
        document.add_heading(safe(section.heading), level=1)
        write(document, section, table.columns(surface))
    return archive.packed(document.save)


def write(document: Document, section: table.Section, heads: tuple[str, ...]) -> None:
    """Write the table of a section; its round anniversaries stand out."""
    made = document.add_table(rows=1, cols=len(heads), style="Table Grid")
    for cell, head in zip(made.rows[0].cells, heads, strict=True):
        cell.paragraphs[0].add_run(safe(head)).bold = True
    for row in section.rows:
        for cell, words in zip(made.add_row().cells, row.cells, strict=True):
            cell.paragraphs[0].add_run(safe(words)).bold = row.is_round
