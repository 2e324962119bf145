"""What is celebrated: the day first, then the days near it, its month, its year; or a plan of years
by month. One row is an event and a day.
"""

from __future__ import annotations

from collections.abc import Iterable
from itertools import groupby

from rich.text import Text

from kzfr_cli.core import edtf
from kzfr_cli.formats import celebrated
from kzfr_cli.formats.surface import Surface
from kzfr_cli.formats.text.page import Page, styled
from kzfr_cli.languages import dates
from kzfr_cli.locale import vocabulary
from kzfr_cli.locale.catalogue import N_, NN_
from kzfr_cli.views import occasions
from kzfr_cli.views.anniversaries import AnniversaryListView, AnniversaryView
from kzfr_cli.views.occasions import Occasion

NUMBER = 5
"""Columns of most ordinals: “161st”; a longer one pushes its title to the right."""

HEADINGS = {
    "near": N_("Near this day"),
    "month": N_("This month"),
    "year": N_("This year, the day being unknown"),
}
"""What stands over each kind of match but the day."""


def render(view: AnniversaryListView, surface: Surface) -> str:
    """Write anniversaries."""
    sheet = Page(surface)
    writer = DeskPlan(sheet, view) if view.planner else Answer(sheet, view)
    writer.write()
    return sheet.text()


class Writer:
    """Write the anniversaries of a view."""

    def __init__(
        self,
        sheet: Page,
        view: AnniversaryListView,
    ) -> None:
        self.page = sheet
        self.view = view
        self.catalogue = sheet.surface.catalogue
        self.lang = self.catalogue.lang
        self.star = "*" if sheet.surface.plain else "★"
        self.bullet = "-" if sheet.surface.plain else "·"

    def write(self) -> None:
        """Write everything."""
        raise NotImplementedError

    def bullet_of(self, item: Occasion) -> Text:
        """Return the sign before a row: a star when it is round."""
        sign = self.star if item.is_round else self.bullet
        return styled(f"  {sign} ", "bold yellow" if item.is_round else "dim")

    def number(self, row: AnniversaryView) -> str:
        """Number an anniversary."""
        return celebrated.number(row, self.catalogue)

    def title(self, item: Occasion) -> Text:
        """Return the title of the event."""
        title = styled(item.head.title, "bold" if item.is_round else "")
        return self.page.sourced(title, item.head.sources)

    def more(self, count: int) -> None:
        """Say how many more there are, and how to see them."""
        if count > 0:
            told = self.catalogue.plural(
                *NN_("… and {count} more: --all", "… and {count} more: --all"),
                count,
                count=count,
            )
            self.page.hang(
                Text(""),
                Text("    "),
                styled(f"  {told}", "dim"),
            )


class Answer(Writer):
    """Answer for one day: each kind of match under its own heading."""

    def write(self) -> None:
        """Write the day, then what is near it, in its month and in its year."""
        words = self.view.asked_words
        self.page.add(styled(words[:1].upper() + words[1:], "bold"))
        if not any(row.match == "day" for row in self.view.rows):
            self.page.add()
            nothing = self.catalogue.text("No anniversary falls on this day.")
            self.page.hang(
                Text("  "),
                Text("  "),
                styled(nothing),
            )
        self.began()
        for match in ("day", *HEADINGS):
            self.section(match)

    def began(self) -> None:
        """Say that there are events of the day itself, and how to see them."""
        if self.view.began:
            told = self.catalogue.plural(
                *NN_(
                    "{count} event is of this very day: {command}",
                    "{count} events are of this very day: {command}",
                ),
                self.view.began,
                count=self.view.began,
                command=f"kzfr timeline {self.view.asked}",
            )
            self.page.hang(Text("  "), Text("  "), styled(told))

    def section(self, match: str) -> None:
        """Write the anniversaries of one kind, and how many more there are."""
        rows = [row for row in self.view.rows if row.match == match]
        found = occasions.of(rows)
        told = len({(row.id, row.on) for row in rows})
        left_out = self.view.totals.get(match, 0) - told if self.view.is_cut else 0
        if not found and left_out <= 0:
            return
        self.page.add()
        if match in HEADINGS:
            self.page.add(styled(self.catalogue.text(HEADINGS[match]), "bold"))
        for item in found:
            self.item(item)
        self.more(left_out)

    def item(self, item: Occasion) -> None:
        """Write one row: its number, its event, the date that it counts from, and what to know of
        it.
        """
        row = item.head
        head = Text.assemble(
            self.bullet_of(item), styled(f"{self.number(row):<{NUMBER}} ", "bold")
        )
        indent = Text(" " * head.cell_len)
        title = Text.assemble(self.title(item), styled(f"  [{row.id}]", "dim"))
        self.page.hang(
            head,
            indent,
            title,
        )
        self.page.hang(
            indent,
            indent,
            styled(" · ".join(filter(None, self.remarks(row)))),
        )
        for text in celebrated.inside(item, self.catalogue):
            self.page.hang(
                indent,
                indent,
                styled(text),
            )
        if row.own_day is not None:
            self.page.hang(
                indent,
                indent,
                styled(self.own_day(row), "yellow"),
            )
        if row.note and (row.status == "disputed" or row.kind == "celebrated"):
            self.page.hang(
                indent,
                indent,
                styled(row.note, "italic"),
            )

    def remarks(self, row: AnniversaryView) -> Iterable[str]:
        """Say where the day falls, what the number counts from, and whether it is round and
        sure.
        """
        text = self.catalogue.text
        if row.match == "near" and row.offset_days is not None:
            on = dates.date_in_words(
                edtf.parse(row.on),
                self.lang,
                weekday=True,
            )
            yield f"{on} ({dates.distance_in_words(row.offset_days, self.lang)})"
        yield celebrated.counted_from(row, self.catalogue)
        yield text("round") if row.round else text("not round")
        yield celebrated.certainty(row, self.catalogue)
        if row.leap_day:
            yield text(vocabulary.LEAP_DAYS[row.leap_day])

    def own_day(self, row: AnniversaryView) -> str:
        """Say where the event's own day falls when a source celebrates it on another."""
        return self.catalogue.text(
            "The event itself is of {date}: its anniversary falls on {day}, {distance}.",
            date=row.anniversary_of_words,
            day=row.own_day_words,
            distance=dates.distance_in_words(row.own_day_offset or 0, self.lang),
        )


class DeskPlan(Writer):
    """Plan years for a desk: month by month, the day with its weekday, the number, the event, the
    date it counts from, how sure that is, and its id.
    """

    def write(self) -> None:
        """Write the months, then how many anniversaries there are."""
        title = self.catalogue.text("Anniversaries of {year}", year=self.view.asked_words)
        self.page.add(styled(title, "bold"))
        days = [self.day(row) for row in self.view.rows]
        self.day_width = max(map(len, days), default=0)
        months = groupby(
            self.view.rows, lambda row: celebrated.month(row, self.view, self.catalogue)
        )
        for heading, rows in months:
            self.page.add()
            self.page.add(styled(heading, "bold"))
            for item in sorted(occasions.of(rows), key=lambda item: item.head.on):
                self.item(item)
        self.page.add()
        self.count()

    def day(self, row: AnniversaryView) -> str:
        """Write the day of a row with its weekday; nothing where it is not known."""
        return f"{row.weekday} {int(row.on[8:])}" if row.match == "day" else ""

    def item(self, item: Occasion) -> None:
        """Write one row: a line with its day, number and event, and what it counts from below."""
        row = item.head
        head = Text.assemble(
            self.bullet_of(item),
            styled(f"{self.day(row):<{self.day_width}}"),
            styled(f"{self.number(row):>6}  ", "bold"),
        )
        indent = Text(" " * head.cell_len)
        self.page.hang(
            head,
            indent,
            self.title(item),
        )
        told = " · ".join(
            filter(
                None,
                (
                    celebrated.counted_from(row, self.catalogue),
                    celebrated.certainty(row, self.catalogue),
                ),
            )
        )
        line = Text.assemble(styled(told, "dim"), styled(f"  [{row.id}]", "dim"))
        self.page.hang(
            indent,
            indent,
            line,
        )
        for text in celebrated.inside(item, self.catalogue):
            self.page.hang(
                indent,
                indent,
                styled(text, "dim"),
            )

    def count(self) -> None:
        """Say how many anniversaries there are, how many of them are round, and how many are left
        out.
        """
        told = {(row.id, row.on): False for row in self.view.rows}
        for row in self.view.rows:
            told[row.id, row.on] |= row.round
        count = self.catalogue.plural(
            *NN_(
                "{count} anniversary, {rounds} round",
                "{count} anniversaries, {rounds} round",
            ),
            len(told),
            count=len(told),
            rounds=sum(told.values()),
        )
        self.page.add(styled(count, "bold"))
        if self.view.is_cut:
            self.more(sum(self.view.totals.values()) - len(told))
