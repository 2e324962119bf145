"""The timeline: a rail down the left, years or decades as headings, gaps told, what each mark
means, and how many events there are at the head and at the end.
"""

from __future__ import annotations

from rich.cells import cell_len
from rich.text import Text

from kzfr_cli.core import edtf
from kzfr_cli.formats.surface import Surface
from kzfr_cli.formats.text import bars, marks
from kzfr_cli.formats.text.page import Page, styled
from kzfr_cli.languages import dates, short_dates
from kzfr_cli.locale import quantities, vocabulary
from kzfr_cli.locale.catalogue import NN_
from kzfr_cli.views.events import EventGroup, EventView, TimelineView

LONG_GAP = 3
"""Years without an event that are worth telling."""

WIDEST_DATE = 17
"""Columns of the widest date that titles are put behind: of 80 columns it leaves them 56."""

NARROWEST = 30
"""Columns of a title below which it stands under its date."""

LONGEST_BAR = 40
"""Columns of the bar of the decade that has the most events."""


def render(view: TimelineView, surface: Surface) -> str:
    """Write a timeline."""
    page = Page(surface)
    if not view.groups:
        page.add(
            styled(
                surface.catalogue.text("No event. Widen --from and --to, or drop a filter.")
            )
        )
        return page.text()
    none = Text("")
    page.hang(
        none,
        none,
        styled(count_line(view, surface), "bold"),
    )
    page.add()
    rail = Rail(page, view)
    for group in view.groups:
        rail.head(group)
        for event in group.events:
            rail.event(event, group)
    page.add()
    if not surface.plain:
        found = (event.category for event in view.rows)
        page.hang(
            none,
            none,
            marks.legend(found, surface.catalogue),
        )
    page.hang(
        none,
        none,
        styled(end_line(view, surface), "bold"),
    )
    return page.text()


def count_line(view: TimelineView, surface: Surface) -> str:
    """Say how many events there are, and how many are shown when not all are."""
    text, plural = surface.catalogue.text, surface.catalogue.plural
    shown = len(view.rows)
    events = plural(
        *NN_("{count} event", "{count} events"),
        view.of or view.total,
        count=number(view.of or view.total, surface),
    )
    if view.of:
        return plural(
            *NN_("{count} landmark of {events}", "{count} landmarks of {events}"),
            shown,
            count=number(shown, surface),
            events=events,
        )
    if shown < view.total:
        events += ", " + text("{count} shown", count=number(shown, surface))
    disputed = sum(event.disputed for event in view.rows)
    if disputed:
        events += ", " + plural(
            *NN_("{count} with a disputed date", "{count} with disputed dates"),
            disputed,
            count=number(disputed, surface),
        )
    return events


def end_line(view: TimelineView, surface: Surface) -> str:
    """Say at the end how many there are, and how to see the others."""
    line = count_line(view, surface)
    if view.of:
        ways = "kzfr timeline 2008, --person macron"
        shows = surface.catalogue.text("--all shows every one")
        return f"{line}; {shows}; {ways}"
    if len(view.rows) < view.total:
        return f"{line}; {surface.catalogue.text('--limit 0 shows every one')}"
    return line


def number(value: int, surface: Surface) -> str:
    """Write a whole number with the separator of the language."""
    return quantities.number(value, surface.catalogue.lang)


class Rail:
    """Draw the rail and what hangs on it."""

    def __init__(
        self,
        page: Page,
        view: TimelineView,
    ) -> None:
        self.page = page
        self.catalogue = page.surface.catalogue
        self.plain = page.surface.plain
        self.line = " " if self.plain else "│"
        self.most = max((group.of for group in view.groups), default=0)
        self.has_ids = view.has_ids
        widths = (
            cell_len(self.when(event, group))
            for group in view.groups
            for event in group.events
        )
        fitting = [width for width in widths if width <= WIDEST_DATE]
        self.date_width = max(fitting, default=0)
        room = page.surface.width - self.date_width - len(" ├ ") - len("  ▲ ")
        self.is_stacked = room < NARROWEST
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
        title = styled(f" {heading}", "bold")
        if group.of:
            title.append_text(self.bar(group))
        self.page.add(title)

    def bar(self, group: EventGroup) -> Text:
        """Draw how many events a decade has."""
        count = self.catalogue.plural(
            *NN_("{count} event", "{count} events"), group.of, count=group.of
        )
        width = min(LONGEST_BAR, self.page.surface.width - 30)
        if self.plain or width < bars.SHORTEST:
            return styled(f"  {count}", "dim")
        drawn = bars.bar(
            0.0,
            group.of / self.most,
            width,
        )
        return Text.assemble(
            "  ",
            styled(drawn, "cyan"),
            styled(f" {count}", "dim"),
        )

    def event(
        self,
        event: EventView,
        group: EventGroup,
    ) -> None:
        """Write one event: its date, its mark, its title, and what is not sure about it."""
        tick = "-" if self.plain else "╞" if event.precision == "interval" else "├"
        when = self.when(event, group)
        lead = Text.assemble(
            styled(f" {tick} ", "dim"),
            styled(when, "bold" if event.precision == "day" else ""),
        )
        mark = self.mark(event)
        rail = styled(f" {self.line} ", "dim")
        rest = Text.assemble(rail, " " * self.indent(mark))
        if self.is_stacked:
            dated = Text.assemble(styled(f" {tick} ", "dim"), mark, styled(when, "bold"))
            self.page.add(dated)
            below = Text.assemble(rail, "  ")
            self.page.hang(below, below, self.title(event))
            return
        if cell_len(when) > self.date_width:
            self.page.add(lead)
            lead = Text.assemble(rail, " " * self.date_width)
        lead.pad_right(max(self.date_width - (lead.cell_len - rail.cell_len), 0) + 2)
        self.page.hang(
            Text.assemble(lead, mark),
            rest,
            self.title(event),
        )

    def indent(self, mark: Text) -> int:
        """Return how far behind the rail titles stand."""
        return self.date_width + 2 + mark.cell_len

    def mark(self, event: EventView) -> Text:
        """Return the sign of the category; where there are no signs, nothing."""
        if self.plain:
            return Text("")
        return styled(f"{marks.mark(event.category, False)} ", marks.style(event.category))

    def title(self, event: EventView) -> Text:
        """Return the title and what is to be said of it, a link to its first source."""
        title = Text.assemble(
            self.page.sourced(styled(event.title), event.sources), *self.remarks(event)
        )
        if self.has_ids:
            title.append_text(styled(f"  [{event.id}]", "dim"))
        return title

    def when(
        self,
        event: EventView,
        group: EventGroup,
    ) -> str:
        """Write the date, without the year when the heading says it and the whole event
        lies in it.
        """
        value = edtf.parse(event.date)
        if not group.year:
            return short_dates.in_words(value, self.catalogue.lang)
        if event.precision == "year":
            return (
                self.catalogue.text("in the year")
                if event.date == group.year
                else event.date_words
            )
        if {(event.earliest or "")[:4], (event.latest or "")[:4]} != {group.year}:
            return short_dates.in_words(value, self.catalogue.lang)
        return short_dates.in_words(
            value,
            self.catalogue.lang,
            int(group.year),
        )

    def remarks(self, event: EventView) -> list[Text]:
        """Say in words what is not sure: another date, a title in another language; and the
        category, where no sign stands for it.
        """
        said = []
        if self.plain:
            said.append(vocabulary.category(event.category, self.catalogue))
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
