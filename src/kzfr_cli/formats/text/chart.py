"""The events by year and category: a block for each category, as high as it has events, and a bar
for the year.
"""

from __future__ import annotations

from rich.text import Text

from kzfr_cli.formats.surface import Surface
from kzfr_cli.formats.text import bars, marks
from kzfr_cli.formats.text.page import Page, styled
from kzfr_cli.languages import dates
from kzfr_cli.locale import quantities, vocabulary
from kzfr_cli.locale.catalogue import NN_
from kzfr_cli.views.charts import ChartView, YearCount

LONGEST_BAR = 40
FAR = 3
"""Years without an event that are worth telling."""


def render(view: ChartView, surface: Surface) -> str:
    """Write the chart."""
    page = Page(surface)
    catalogue, none = surface.catalogue, Text("")
    count = catalogue.plural(
        *NN_("{count} event", "{count} events"),
        view.total,
        count=quantities.number(view.total, catalogue.lang),
    )
    page.hang(
        none,
        none,
        styled(count, "bold"),
    )
    page.add()
    if surface.plain:
        for row in view.events:
            page.hang(
                none,
                Text("  "),
                styled(told(row, page)),
            )
        return page.text()
    Chart(page, view).write()
    return page.text()


def told(row: YearCount, page: Page) -> str:
    """Return the numbers of a year in words."""
    parts = (
        f"{vocabulary.category(category, page.surface.catalogue)} {count}"
        for category, count in row.counts.items()
    )
    value = f"{row.total} ({', '.join(parts)})"
    return page.surface.catalogue.text("{label}: {value}", label=row.year, value=value)


class Chart:
    """Write a line for each year."""

    def __init__(
        self,
        page: Page,
        view: ChartView,
    ) -> None:
        self.page = page
        self.view = view
        self.most = max((max(row.counts.values()) for row in view.events), default=1)
        self.longest = max((row.total for row in view.events), default=1)
        blocks = 2 * len(view.categories)
        self.width = min(page.surface.width - blocks - 12, LONGEST_BAR)

    def write(self) -> None:
        """Write the signs of the categories, the years, and what the signs stand for."""
        signs = Text("      ")
        for category in self.view.categories:
            signs.append_text(
                styled(f"{marks.mark(category, False)} ", marks.style(category))
            )
        self.page.add(signs)
        for row in self.view.events:
            if row.gap >= FAR:
                gap = dates.gap_in_words(row.gap + 1, self.page.surface.catalogue.lang)
                self.page.add(styled(f"  ┆   {gap}", "dim italic"))
            self.page.add(self.line(row))
        self.page.add()
        self.legend()

    def line(self, row: YearCount) -> Text:
        """Draw a year."""
        line = styled(f"{row.year:04}  ", "bold")
        for category in self.view.categories:
            block = bars.block(row.counts.get(category, 0), self.most)
            line.append_text(styled(f"{block} ", marks.style(category)))
        bar = (
            bars.bar(
                0.0,
                row.total / self.longest,
                self.width,
            )
            if self.has_room
            else ""
        )
        line.append_text(styled(f" {bar} {row.total}" if bar else f" {row.total}", "dim"))
        return line

    @property
    def has_room(self) -> bool:
        """Return whether bars fit beside the blocks."""
        return self.width >= bars.SHORTEST

    def legend(self) -> None:
        """Say what each sign stands for."""
        line = marks.legend(self.view.categories, self.page.surface.catalogue)
        self.page.hang(
            Text(""),
            Text(""),
            line,
        )
