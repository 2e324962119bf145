"""One indicator: what it measures, its figures, what others say, and bars for what may stand side
by side.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import partial
from itertools import pairwise

from rich.cells import cell_len
from rich.text import Text

from kzfr_cli.core.visible import visible
from kzfr_cli.formats.surface import Surface
from kzfr_cli.formats.text import bars, fitting
from kzfr_cli.formats.text.fitting import Latest, Passage, Short
from kzfr_cli.formats.text.page import Page, styled
from kzfr_cli.locale import quantities
from kzfr_cli.locale.catalogue import N_, Catalogue
from kzfr_cli.views.figures import DisputeView, FigureView, IndicatorView, SeriesView

NONE = Text("")
RIVAL, PLAIN_RIVAL = "≠ ", "!= "
LONGEST_BAR = 48
WIDEST_PERIOD = 32

NO_LINE = N_("A rank is not drawn: a longer bar would mean a worse place.")


def render(view: IndicatorView, surface: Surface) -> str:
    """Write an indicator; for a reader, the latest of its figures."""
    return fitting.written(partial(sections, view), surface)


def sections(view: IndicatorView, surface: Surface) -> Iterator[Passage]:
    """Yield what is measured, each series, and how to see one figure."""
    yield Passage("", [partial(head, view=view)], is_tight=True)
    for series in view.series:
        told = ToldSeries(view, series, surface)
        kind = Short if told.is_shortened else Passage
        yield kind(heading(series, surface.catalogue), [told.head])
        figures = [partial(told.figure, figure=figure) for figure in series.figures]
        yield Latest("", figures, 2, is_tight=True)
        yield Passage("", [told.tail], 1, is_tight=True)
    yield Passage("", [partial(one_of_them, view=view)], is_tight=True)


def head(page: Page, view: IndicatorView) -> None:
    """Write what is measured."""
    label = Text.assemble(styled(view.label, "bold"), styled(f"  [{view.id}]", "dim"))
    page.hang(NONE, NONE, label)
    if view.measures:
        measures = page.surface.catalogue.text("Measures: {what}", what=view.measures)
        page.hang(NONE, NONE, styled(measures, "italic"))


def one_of_them(page: Page, view: IndicatorView) -> None:
    """Write how to see one figure, or that there is none."""
    text = page.surface.catalogue.text
    if not view.series:
        page.add(styled(text("No figure. Widen --from and --to.")))
        return
    last = view.series[-1].figures[-1].id
    page.hang(NONE, NONE, styled(text("One of them: kzfr show {id}", id=last), "dim"))


class ToldSeries:
    """A series: as bars on a terminal, as a table elsewhere; where that is taller than a screen,
    a figure in a line there too.
    """

    def __init__(
        self,
        view: IndicatorView,
        series: SeriesView,
        surface: Surface,
    ) -> None:
        self.view = view
        self.series = series
        is_drawn = surface.terminal and not surface.plain
        self.is_shortened = surface.cut and not is_drawn
        self.in_lines = is_drawn or surface.cut
        self.tables: dict[Page, BarTable | SeriesTable] = {}

    def table(self, page: Page) -> BarTable | SeriesTable:
        """The table of the series on a page."""
        if page not in self.tables:
            kind = BarTable if self.in_lines else SeriesTable
            self.tables[page] = kind(page, self.series, self.view.breaks)
        return self.tables[page]

    def head(self, page: Page) -> None:
        """Write why the series is not drawn, and what the columns are."""
        if why := undrawn(self.view, self.series, page.surface.catalogue):
            page.hang(NONE, NONE, styled(why, "italic"))
        self.table(page).head()

    def figure(
        self,
        page: Page,
        figure: FigureView,
    ) -> None:
        """Write a figure."""
        self.table(page).entry(figure)

    def tail(self, page: Page) -> None:
        """Write the sources of all figures, where each does not tell its own."""
        self.table(page).tail()


def undrawn(
    view: IndicatorView,
    series: SeriesView,
    catalogue: Catalogue,
) -> str:
    """Why a series is not drawn, or which of its figures are not."""
    if series.undrawn == "mixed":
        return view.not_drawn
    if series.undrawn == "rank" and len(series.figures) > 1:
        return catalogue.text(NO_LINE)
    if series.uncharted:
        left = ", ".join(dict.fromkeys(figure.period_words for figure in series.uncharted))
        return catalogue.text(
            "Not in the chart, measured over other lengths of time: {periods}.", periods=left
        )
    return ""


def heading(series: SeriesView, catalogue: Catalogue) -> str:
    """Name the unit of a series, count its figures, and tell its first and last value."""
    count = len(series.figures)
    figures = catalogue.plural("{count} figure", "{count} figures", count, count=count)
    unit = f"{series.unit_words[:1].upper()}{series.unit_words[1:]}"
    if count == 1:
        return f"{unit} · {figures}"
    first, last = series.figures[0].period_words, series.figures[-1].period_words
    return f"{unit} · {figures} · {first} → {last} · {series.span}"


def turns(figures: Sequence[FigureView], breaks: Sequence[int]) -> dict[str, int]:
    """The figures with which another way of counting begins, and its year."""
    return {
        figure.id: year
        for before, figure in pairwise(figures)
        for year in breaks
        if (before.earliest or "")[:4] < str(year) <= (figure.earliest or "")[:4]
    }


def turn(year: int, catalogue: Catalogue) -> Text:
    """Say that what follows is counted in another way."""
    return styled(
        catalogue.text("From {year}, counted in another way:", year=year), "italic"
    )


def remarks(figure: FigureView, catalogue: Catalogue) -> str:
    """Say in words what changed and what is not sure."""
    said = [figure.change]
    if figure.status == "rejected":
        said.append(catalogue.text("rejected"))
    elif figure.disputed:
        said.append(catalogue.text("disputed"))
    if figure.confidence == "low":
        said.append(catalogue.text("low confidence"))
    return " · ".join(filter(None, said))


def claim(rival: DisputeView, catalogue: Catalogue) -> str:
    """Say who says otherwise, and what; a note that names them says it all."""
    who = rival.publisher or rival.source
    if who in rival.note:
        return rival.note
    return catalogue.text("{who}: {what}", who=who, what=rival.note) if rival.note else who


class BarTable:
    """Write figures in lines: period, value, and on a terminal a bar; below them what is said of
    one, and the sources.
    """

    def __init__(
        self,
        page: Page,
        series: SeriesView,
        breaks: Sequence[int],
    ) -> None:
        self.page = page
        self.turns = turns(series.figures, breaks)
        self.figures = series.figures
        self.catalogue = page.surface.catalogue
        periods = [figure.period_words for figure in series.figures]
        values = [self.number(figure) for figure in series.figures]
        self.period_width = max(cell_len(visible(period)) for period in periods)
        self.value_width = max(cell_len(visible(value)) for value in values)
        room = page.surface.width - self.period_width - self.value_width - 6
        width = min(room, LONGEST_BAR)
        has_bars = page.surface.terminal and not page.surface.plain
        charted = series.charted if has_bars and room >= bars.SHORTEST else ()
        drawn = bars.bars([figure.value for figure in charted], width)
        self.bars = {figure.id: bar for figure, bar in zip(charted, drawn, strict=True)}

    def head(self) -> None:
        """Bars have no heads."""

    def entry(self, figure: FigureView) -> None:
        """Write a figure, and before it that another way of counting begins."""
        if year := self.turns.get(figure.id):
            self.page.hang(Text("  "), Text("  "), turn(year, self.catalogue))
        self.figure(figure)

    def number(self, figure: FigureView) -> str:
        """The value of a figure, whose unit stands in the heading."""
        return quantities.alone(figure.value, figure.unit, figure.bound, self.catalogue)

    def figure(self, figure: FigureView) -> None:
        """Write a figure, and below it what is said of it."""
        style = "strike" if figure.status == "rejected" else "bold"
        period, value = styled(figure.period_words), styled(self.number(figure), style)
        period.pad_right(self.period_width - period.cell_len)
        value.pad_left(self.value_width - value.cell_len)
        bar = Text(
            self.bars.get(figure.id, ""), style="yellow" if figure.disputed else "cyan"
        )
        self.page.hang(Text("  "), Text("  "), Text.assemble(period, "  ", value, "  ", bar))
        if said := remarks(figure, self.catalogue):
            self.below(styled(said, "italic yellow" if figure.disputed else "italic"))
        if figure.note:
            self.below(styled(figure.note, "italic"))
        for rival in figure.disputes:
            self.rival(rival)

    def below(
        self,
        text: Text,
        mark: str = "",
    ) -> None:
        """Write a text under a figure."""
        indent = Text(" " * 6)
        self.page.hang(Text(" " * (6 - len(mark)) + mark), indent, text)

    def rival(self, rival: DisputeView) -> None:
        """Write what another source says."""
        said = (rival.period_words, rival.value_words, claim(rival, self.catalogue))
        line = styled(" · ".join(filter(None, said)), "italic yellow")
        source = self.page.sourced(styled(f"  [{rival.source}]", "dim"), [rival.source])
        sign = PLAIN_RIVAL if self.page.surface.plain else RIVAL
        self.below(Text.assemble(line, source), sign)

    def tail(self) -> None:
        """Write the sources of all figures."""
        ids = list(
            dict.fromkeys(entry_id for figure in self.figures for entry_id in figure.sources)
        )
        cited = styled(self.catalogue.text("Sources: {ids}", ids=", ".join(ids)), "dim")
        for entry_id in ids:
            self.page.sourced(cited, [entry_id], entry_id)
        if ids:
            self.page.hang(Text("  "), Text("  "), cited)


class SeriesTable:
    """Write figures in columns: period, value, what is said of it; rival values below the one that
    they dispute.
    """

    def __init__(
        self,
        page: Page,
        series: SeriesView,
        breaks: Sequence[int],
    ) -> None:
        figures = series.figures
        self.page = page
        self.turns = turns(figures, breaks)
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

    def head(self) -> None:
        """Write what the columns are."""
        if not self.page.wide:
            return
        text = self.catalogue.text
        lead = self.lead(text("Period"), text("Value"), "dim")
        rest = styled(text("Remarks and sources"), "dim")
        self.page.add(Text.assemble(lead, rest))

    def entry(self, figure: FigureView) -> None:
        """Write a figure and its rivals, and before it that another way of counting begins."""
        if year := self.turns.get(figure.id):
            self.page.hang(Text("  "), Text("  "), turn(year, self.catalogue))
        self.figure(figure)
        for rival in figure.disputes:
            self.rival(rival)

    def tail(self) -> None:
        """Each figure has told its sources."""

    def lead(
        self,
        period: str,
        value: str,
        style: str = "",
        value_style: str = "",
    ) -> Text:
        """Write the first two columns, the value to the right, or one after the other where there
        is no room.
        """
        first, second = styled(period, style), styled(value, value_style or style)
        if not self.page.wide:
            return Text.assemble("  ", first, "  " if value else "", second)
        first.pad_right(max(self.period_width - first.cell_len, 0))
        second.pad_left(max(self.value_width - second.cell_len, 0))
        return Text.assemble("  ", first, "  ", second, "  ")

    def row(
        self,
        lead: Text,
        texts: Sequence[Text],
    ) -> None:
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
            styled(
                f" · {said}" if said else "",
                "italic yellow" if figure.disputed else "italic",
            ),
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
        self.row(
            self.lead(self.sign + rival.period_words, rival.value_words, "yellow"), [line]
        )
