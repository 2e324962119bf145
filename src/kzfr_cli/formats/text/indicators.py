"""The series of figures by subject, in a line each, and the figures that stand alone."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby

from rich.cells import cell_len
from rich.text import Text

from kzfr_cli.formats.surface import Surface
from kzfr_cli.formats.text import bars
from kzfr_cli.formats.text.page import Page, styled
from kzfr_cli.locale import quantities
from kzfr_cli.locale.catalogue import Catalogue
from kzfr_cli.views.figures import IndicatorListView, IndicatorRow

GAP = 2
SHORTEST, LONGEST = 6, 26
"""Cells that the course of a series takes."""


def render(view: IndicatorListView, surface: Surface) -> str:
    """Write the series, and how to see one and what stands alone."""
    page = Page(surface)
    if not view.rows:
        page.add(styled(surface.catalogue.text("No figure. Widen --from and --to.")))
        return page.text()
    if surface.terminal and not surface.plain:
        Table(page, view.series).write()
    else:
        page.add(styled(summary(view, surface)))
        for row in view.series:
            page.hang(Text(""), Text("  "), Text(plain_row(row, surface.catalogue)))
    if view.whole:
        singles(page, view)
    page.hang(Text(""), Text("  "), styled(". ".join(closing(view, surface)), "dim"))
    return page.text()


def summary(view: IndicatorListView, surface: Surface) -> str:
    """Count the series and the figures."""
    plural, lang = surface.catalogue.plural, surface.catalogue.lang
    series, figures = len(view.series), len(view.rows)
    counts = (
        plural(
            "{count} series", "{count} series", series, count=quantities.number(series, lang)
        ),
        plural(
            "{count} figure",
            "{count} figures",
            figures,
            count=quantities.number(figures, lang),
        ),
    )
    return ", ".join(counts)


def closing(view: IndicatorListView, surface: Surface) -> Iterator[str]:
    """Return what is not shown, and how to see one series."""
    text, plural = surface.catalogue.text, surface.catalogue.plural
    count = len(view.singles)
    if count and not view.whole:
        yield plural(
            "And {count} single figure: kzfr figures --all",
            "And {count} single figures: kzfr figures --all",
            count,
            count=quantities.number(count, surface.catalogue.lang),
        )
    ids = [row.id for row in view.series] or [view.rows[0].indicator]
    yield text("One series: kzfr figures {id}", id=min(ids, key=len))


def plain_row(row: IndicatorRow, catalogue: Catalogue) -> str:
    """Write a series in a line of words and numbers."""
    told = f"{row.short}, {row.years}, {row.span} [{row.id}]"
    if not row.subject:
        return told
    return catalogue.text("{label}: {value}", label=row.subject, value=told)


class Table:
    """Write series in columns where there is room, else each in two lines under its subject."""

    def __init__(
        self,
        page: Page,
        rows: tuple[IndicatorRow, ...],
    ) -> None:
        self.page = page
        self.rows = rows
        columns = [self.cells(row) for row in rows] or [("", "", "", "")]
        self.widths = [
            max(map(cell_len, column)) + GAP for column in zip(*columns, strict=True)
        ]
        self.room = min(page.surface.width - sum(self.widths), LONGEST)

    @staticmethod
    def cells(row: IndicatorRow) -> tuple[str, str, str, str]:
        """The texts of a row."""
        return row.subject, row.short, row.years, row.span

    def write(self) -> None:
        """Write the rows, a subject at a time."""
        for subject, rows in groupby(self.rows, key=lambda row: row.subject):
            if self.room < SHORTEST and subject:
                self.page.hang(Text(""), Text(""), styled(subject, "bold"))
            for number, row in enumerate(rows):
                if self.room < SHORTEST:
                    self.stacked(row)
                else:
                    self.line(row, is_first=not number)

    def line(
        self,
        row: IndicatorRow,
        is_first: bool,
    ) -> None:
        """Write a series in one line."""
        subject, short, years, span = self.cells(row)
        line = Text()
        cells = (
            (subject if is_first else "", "bold"),
            (short, ""),
            (years, "dim"),
            (span, ""),
        )
        for (text, style), width in zip(cells, self.widths, strict=True):
            cell = styled(text, style)
            cell.pad_right(width - cell.cell_len)
            line.append_text(cell)
        self.page.add(line.append(bars.spark(row.course, self.room, row.cuts), style="cyan"))

    def stacked(self, row: IndicatorRow) -> None:
        """Write a series in two lines."""
        _, short, years, span = self.cells(row)
        indent = Text("    ")
        head = Text.assemble(styled(short), styled(f"  {years}", "dim"))
        self.page.hang(Text("  "), indent, head)
        room = self.page.surface.width - cell_len(span) - len(indent) - GAP
        course = (
            bars.spark(row.course, min(room, LONGEST), row.cuts) if room >= SHORTEST else ""
        )
        self.page.hang(indent, indent, Text.assemble(styled(span), (f"  {course}", "cyan")))


def singles(page: Page, view: IndicatorListView) -> None:
    """Write the figures that make no series, one a line."""
    page.add()
    for figure in view.singles:
        told = Text.assemble(
            styled(figure.indicator_label),
            styled(f"  {figure.period_words}", "dim"),
            styled(f"  {figure.value_words}", "bold"),
            styled(f"  [{figure.id}]", "dim"),
        )
        page.hang(Text(""), Text("    "), told)
    page.add()
