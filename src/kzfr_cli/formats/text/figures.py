"""One indicator: what it measures, a table for each unit, and a chart of what may stand side by
side.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from rich.bar import Bar
from rich.cells import cell_len
from rich.table import Table
from rich.text import Text

from kzfr_cli.core.visible import visible
from kzfr_cli.formats.surface import Surface
from kzfr_cli.formats.text.page import Page, styled
from kzfr_cli.locale.catalogue import Catalogue
from kzfr_cli.views.figures import DisputeView, FigureView, IndicatorView, SeriesView

RIVAL, PLAIN_RIVAL = "≠ ", "!= "
LONGEST_BAR = 48
SHORTEST_BAR = 8
WIDEST_PERIOD = 32


def render(view: IndicatorView, surface: Surface) -> str:
    """Write an indicator."""
    page = Page(surface)
    text, none = surface.catalogue.text, Text("")
    page.hang(
        none, none, Text.assemble(styled(view.label, "bold"), styled(f"  [{view.id}]", "dim"))
    )
    if view.measures:
        page.hang(none, none, styled(text("Measures: {what}", what=view.measures), "italic"))
    for series in view.series:
        page.add()
        page.hang(none, none, styled(heading(series, surface.catalogue), "bold"))
        SeriesTable(page, series.figures).write()
        chart(page, series)
    if not view.series:
        page.add(styled(text("No figure. Widen --from and --to.")))
    return page.text()


def heading(series: SeriesView, catalogue: Catalogue) -> str:
    """Name the unit of a series and count its figures."""
    count = len(series.figures)
    figures = catalogue.plural("{count} figure", "{count} figures", count, count=count)
    return f"{series.unit_words[:1].upper()}{series.unit_words[1:]} · {figures}"


def remarks(figure: FigureView, catalogue: Catalogue) -> str:
    """Say in words what changed and what is not sure."""
    said = [figure.change]
    if figure.status == "rejected":
        said.append(catalogue.text("rejected"))
    elif figure.disputed:
        said.append(catalogue.text("disputed"))
    return " · ".join(filter(None, said))


def claim(rival: DisputeView, catalogue: Catalogue) -> str:
    """Say who says otherwise, and what; a note that names them says it all."""
    who = rival.publisher or rival.source
    if who in rival.note:
        return rival.note
    return catalogue.text("{who}: {what}", who=who, what=rival.note) if rival.note else who


class SeriesTable:
    """Write figures in columns: period, value, what is said of it; rival values below the one that
    they dispute.
    """

    def __init__(self, page: Page, figures: Sequence[FigureView]) -> None:
        self.page = page
        self.figures = figures
        self.catalogue = page.surface.catalogue
        self.sign = PLAIN_RIVAL if page.surface.plain else RIVAL
        rows = [(figure.period_words, figure.value_words) for figure in figures]
        rows += [
            (self.sign + rival.period_words, rival.value_words)
            for figure in figures
            for rival in figure.disputes
        ]
        head = self.catalogue.text("Period"), self.catalogue.text("Value")
        self.period_width = min(
            max(cell_len(visible(period)) for period, _ in [head, *rows]), WIDEST_PERIOD
        )
        self.value_width = max(cell_len(visible(value)) for _, value in [head, *rows])

    def write(self) -> None:
        """Write the table."""
        if self.page.wide:
            head = self.lead(self.catalogue.text("Period"), self.catalogue.text("Value"), "dim")
            self.page.add(
                Text.assemble(head, styled(self.catalogue.text("Remarks and sources"), "dim"))
            )
        for figure in self.figures:
            self.figure(figure)
            for rival in figure.disputes:
                self.rival(rival)

    def lead(self, period: str, value: str, style: str = "", value_style: str = "") -> Text:
        """Write the first two columns, the value to the right, or one after the other where there
        is no room.
        """
        first, second = styled(period, style), styled(value, value_style or style)
        if not self.page.wide:
            return Text.assemble("  ", first, "  " if value else "", second)
        first.pad_right(max(self.period_width - first.cell_len, 0))
        second.pad_left(max(self.value_width - second.cell_len, 0))
        return Text.assemble("  ", first, "  ", second, "  ")

    def row(self, lead: Text, texts: Sequence[Text]) -> None:
        """Write a row: beside its lead where there is room, below it where there is not."""
        blank = Text(" " * lead.cell_len) if self.page.wide else Text("    ")
        if not self.page.wide:
            self.page.hang(Text(""), Text("  "), lead)
            lead = blank
        for number, text in enumerate(texts):
            self.page.hang(blank if number else lead, blank, text)

    def figure(self, figure: FigureView) -> None:
        """Write one figure with its sources."""
        said = remarks(figure, self.catalogue)
        style = "strike" if figure.status == "rejected" else "bold"
        first = Text.assemble(
            styled(figure.label),
            styled(f" · {said}" if said else "", "italic yellow" if figure.disputed else "italic"),
            styled(f"  [{figure.id}]", "dim"),
        )
        sources = (
            self.catalogue.text("Sources: {ids}", ids=", ".join(figure.sources))
            if figure.sources
            else ""
        )
        cited = styled(sources, "dim")
        for source in figure.sources:
            self.page.sourced(cited, [source], source)
        texts = [first, styled(figure.note, "italic"), cited]
        lead = self.lead(figure.period_words, figure.value_words, "", style)
        self.row(lead, [text for text in texts if text])

    def rival(self, rival: DisputeView) -> None:
        """Write what another source says."""
        line = Text.assemble(
            styled(claim(rival, self.catalogue), "italic yellow"),
            self.page.sourced(styled(f"  [{rival.source}]", "dim"), [rival.source]),
        )
        self.row(self.lead(self.sign + rival.period_words, rival.value_words, "yellow"), [line])


def chart(page: Page, series: SeriesView) -> None:
    """Draw a bar for each period of one length, labelled in words; --plain draws none, the table
    says it all.
    """
    if not series.charted or page.surface.plain:
        return
    labels = [figure.period_words for figure in series.charted]
    values = [value_label(figure, page.surface.catalogue) for figure in series.charted]
    room = page.surface.width - max(map(cell_len, labels)) - max(map(cell_len, values)) - 6
    if room < SHORTEST_BAR:
        return
    table = Table.grid(padding=(0, 1))
    for _ in range(3):
        table.add_column(no_wrap=True)
    bars = zip(
        labels, bars_of(series.charted, min(room, LONGEST_BAR)), values, series.charted, strict=True
    )
    for label, bar, value, figure in bars:
        table.add_row(styled(f"  {label}"), bar, styled(value, "yellow" if figure.disputed else ""))
    page.add()
    page.add(table)
    if series.uncharted:
        left = ", ".join(dict.fromkeys(figure.period_words for figure in series.uncharted))
        text = page.surface.catalogue.text
        why = text(
            "Not in the chart, measured over other lengths of time: {periods}.", periods=left
        )
        page.hang(Text("  "), Text("  "), styled(why, "dim"))


def value_label(figure: FigureView, catalogue: Catalogue) -> str:
    """Write a value beside its bar, with a word when it is disputed."""
    mark = catalogue.text("disputed") if figure.disputed else ""
    return visible(f"{figure.value_words} ≠ {mark}" if mark else figure.value_words)


def bars_of(figures: Sequence[FigureView], width: int) -> Iterator[Bar]:
    """Make bars of one scale that begin at zero; values below it reach to the left of it."""
    lowest = min(0.0, *(figure.value for figure in figures))
    span = max(0.0, *(figure.value for figure in figures)) - lowest or 1.0
    for figure in figures:
        begin, end = sorted((-lowest / span, (figure.value - lowest) / span))
        yield Bar(1.0, begin, end, width=width, color="yellow" if figure.disputed else "cyan")
