"""Anniversaries in Word: a table for each month, with real headings."""

from __future__ import annotations

from typing import TYPE_CHECKING

from docx.shared import Mm, Pt

from kzfr_cli.formats import archive, origin
from kzfr_cli.formats.archive import safe
from kzfr_cli.formats.plans import table
from kzfr_cli.formats.surface import Surface
from kzfr_cli.formats.word import paper
from kzfr_cli.views.anniversaries import AnniversaryListView

WIDTHS = (20, 25, 13, 38, 23, 27, 24)
"""Millimetres of each column, together what the margins of an A4 sheet leave."""

POINTS = 8

if TYPE_CHECKING:
    from docx.document import Document
    from docx.table import _Cell


def render(view: AnniversaryListView, surface: Surface) -> bytes:
    """Write the plan, the same bytes for the same data."""
    title = table.title(view, surface)
    document = paper.opened(title, paper.language(surface.catalogue.lang, surface))
    document.add_heading(safe(title), level=0)
    if dated := origin.sentence(surface):
        document.add_paragraph(safe(dated))
    for section in table.sections(view, surface):
        document.add_heading(safe(section.heading), level=1)
        write(document, section, table.columns(surface))
    return archive.packed(document.save)


def write(
    document: Document,
    section: table.Section,
    heads: tuple[str, ...],
) -> None:
    """Write the table of a section; its round anniversaries stand out."""
    made = document.add_table(rows=1, cols=len(heads), style="Table Grid")
    made.autofit = False
    for column, width in zip(made.columns, WIDTHS, strict=True):
        column.width = Mm(width)
    for cell, head in zip(made.rows[0].cells, heads, strict=True):
        fill(cell, (head,), is_bold=True)
    for row in section.rows:
        for cell, lines in zip(made.add_row().cells, row.cells, strict=True):
            fill(cell, lines, is_bold=row.is_round)


def fill(
    cell: _Cell,
    lines: tuple[str, ...],
    *,
    is_bold: bool,
) -> None:
    """Write each line of a cell in a paragraph of its own, the first of them in bold."""
    for number, line in enumerate(lines):
        paragraph = cell.add_paragraph() if number else cell.paragraphs[0]
        run = paragraph.add_run(safe(line))
        run.bold = is_bold and not number
        run.font.size = Pt(POINTS)
