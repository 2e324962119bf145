"""The timeline: a rail down the left, years as headings, gaps told, a last line with the count."""

from __future__ import annotations

from rich.text import Text

from kzfr_cli.formats.surface import Surface
from kzfr_cli.formats.text import marks
from kzfr_cli.formats.text.page import Page, styled
from kzfr_cli.languages import dates
from kzfr_cli.locale import vocabulary
from kzfr_cli.views.events import EventGroup, EventView, TimelineView

LONG_GAP = 3
"""Years without an event that are worth telling."""


def render(view: TimelineView, surface: Surface) -> str:
    """Write a timeline."""
    page = Page(surface)
    rail = Rail(page, view)
    for group in view.groups:
        rail.head(group)
        for event in group.events:
            rail.event(event, group)
    if not view.groups:
        page.add(
            styled(
                surface.catalogue.text("No event. Widen --from and --to, or drop a filter.")
            )
        )
        return page.text()
    page.add()
    page.add(styled(count_line(view, surface), "bold"))
    return page.text()


def count_line(view: TimelineView, surface: Surface) -> str:
    """Say how many events there are, and how many are shown when not all are."""
    shown = len(view.rows)
    line = surface.catalogue.plural(
        "{count} event", "{count} events", view.total, count=number(view.total, surface)
    )
    if shown < view.total:
        line += ", " + surface.catalogue.text("{count} shown", count=number(shown, surface))
    disputed = sum(event.disputed for event in view.rows)
    if disputed:
        line += ", " + surface.catalogue.plural(
            "{count} with a disputed date",
            "{count} with disputed dates",
            disputed,
            count=number(disputed, surface),
        )
    return line


def number(value: int, surface: Surface) -> str:
    """Write a whole number with the separator of the language."""
    return (
        f"{value:,}"
        if surface.catalogue.lang == "en"
        else f"{value:,}".replace(",", "\u202f")
    )


class Rail:
    """Draw the rail and what hangs on it."""

    def __init__(self, page: Page, view: TimelineView) -> None:
        self.page = page
        self.catalogue = page.surface.catalogue
        self.plain = page.surface.plain
        self.line = " " if self.plain else "│"
        rows = view.rows
        self.words = {
            event.category: vocabulary.category(event.category, self.catalogue)
            for event in rows
        }
        self.category_width = max((len(word) for word in self.words.values()), default=0)
        whens = [self.when(event, group) for group in view.groups for event in group.events]
        self.date_width = min(max((len(when) for when in whens), default=0), 30)
        self.stacked = not page.wide
        self.is_begun = False

    def head(self, group: EventGroup) -> None:
        """Write a heading, after the years that it comes late by."""
        if abs(group.gap) >= LONG_GAP:
            gap = dates.gap_in_words(group.gap, self.catalogue.lang)
            self.page.add(styled(f" {' ' if self.plain else '┆'}   {gap}", "dim italic"))
        elif self.is_begun and group.heading not in marks.MARKS and not self.plain:
            self.page.add(styled(f" {self.line}", "dim"))
        self.is_begun = True
        heading = (
            vocabulary.category(group.heading, self.catalogue)
            if group.heading in marks.MARKS
            else group.heading
        )
        self.page.add(styled(f" {heading}", "bold"))

    def event(self, event: EventView, group: EventGroup) -> None:
        """Write one event: its date, its category, its title, and what is not sure about it."""
        style = marks.style(event.category)
        tick = "-" if self.plain else "╞" if event.precision == "interval" else "├"
        when = self.when(event, group)
        title = Text.assemble(
            self.page.sourced(styled(event.title), event.sources), *self.remarks(event)
        )
        mark = styled(
            f"{marks.mark(event.category, self.plain)} {self.words[event.category]}", style
        )
        lead = Text.assemble(
            styled(f" {tick} ", "dim"),
            styled(when, "bold" if event.precision == "day" else ""),
        )
        rail = styled(f" {self.line} ", "dim")
        if self.stacked:
            self.page.hang(
                Text.assemble(lead, "  "), Text.assemble(rail, " " * (len(when) + 2)), mark
            )
            self.page.hang(Text.assemble(rail, "  "), Text.assemble(rail, "  "), title)
            return
        mark.pad_right(self.category_width + 2 - len(self.words[event.category]))
        lead.pad_right(max(self.date_width - len(when), 0) + 2)
        first = Text.assemble(lead, mark)
        rest = Text.assemble(rail, " " * (first.cell_len - rail.cell_len))
        self.page.hang(first, rest, title)

    def when(self, event: EventView, group: EventGroup) -> str:
        """Write the date, without the year when the heading says it and the whole event lies in
        it.
        """
        if not group.year:
            return event.date_words
        if event.precision == "year":
            return (
                self.catalogue.text("in the year")
                if event.date == group.year
                else event.date_words
            )
        if {(event.earliest or "")[:4], (event.latest or "")[:4]} != {group.year}:
            return event.date_words
        return dates.without_year(event.date_words, int(group.year), self.catalogue.lang)

    def remarks(self, event: EventView) -> list[Text]:
        """Say in words what is not sure: another date, a title in another language."""
        said = []
        if event.disputed:
            said.append(self.catalogue.text("date disputed"))
        if event.language != self.catalogue.lang:
            said.append(
                self.catalogue.text(
                    "title in {language}",
                    language=vocabulary.language(event.language, self.catalogue),
                )
            )
        return [styled(f" · {text}", "italic yellow") for text in said]
