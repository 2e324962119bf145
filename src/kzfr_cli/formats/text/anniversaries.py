"""What is celebrated: the day first, then the days near it, its month, its year; or a whole year in
order.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from rich.text import Text

from kzfr_cli.core import edtf
from kzfr_cli.formats.surface import Surface
from kzfr_cli.formats.text.page import Page, styled
from kzfr_cli.languages import dates, ordinals
from kzfr_cli.locale import vocabulary
from kzfr_cli.views.anniversaries import AnniversaryListView, AnniversaryView

NUMBER = 5
"""Columns of most ordinals: “161st”; a longer one pushes its title to the right."""


def render(view: AnniversaryListView, surface: Surface) -> str:
    """Write anniversaries."""
    sheet = Page(surface)
    writer = Writer(sheet)
    if view.planner:
        writer.plan(view)
    else:
        writer.answer(view)
    return sheet.text()


class Writer:
    """Write the anniversaries of a view."""

    def __init__(self, sheet: Page) -> None:
        self.page = sheet
        self.day_width = 0
        self.catalogue = sheet.surface.catalogue
        self.lang = self.catalogue.lang
        self.star = "*" if sheet.surface.plain else "★"
        self.bullet = "-" if sheet.surface.plain else "·"

    # ---- one day

    def answer(self, view: AnniversaryListView) -> None:
        """Answer for one day: each kind of match under its own heading."""
        self.page.add(styled(view.asked_words[:1].upper() + view.asked_words[1:], "bold"))
        by_match = {
            match: [row for row in view.rows if row.match == match]
            for match in ("day", "near", "month", "year")
        }
        self.day(by_match["day"], view)
        self.section(
            self.catalogue.text("Near this day"),
            by_match["near"],
            view.totals.get("near", 0),
        )
        self.section(
            self.catalogue.text("This month"), by_match["month"], view.totals.get("month", 0)
        )
        self.year(by_match["year"], view)

    def day(self, rows: Sequence[AnniversaryView], view: AnniversaryListView) -> None:
        """Write the exact anniversaries, or that there is none."""
        if rows:
            self.section("", rows, view.totals.get("day", 0))
        else:
            self.page.add()
            self.page.add(
                styled("  " + self.catalogue.text("No anniversary falls on this day."))
            )

    def year(self, rows: Sequence[AnniversaryView], view: AnniversaryListView) -> None:
        """Write the round ones among those known to the year only; count the others."""
        chosen = [row for row in rows if row.round]
        rounds = view.rounds.get("year", 0)
        heading = self.catalogue.text("This year, the day being unknown")
        self.section(heading, chosen, rounds)
        if rest := view.totals.get("year", 0) - rounds:
            line = self.catalogue.plural(
                "{count} other is known to the year only, and is not round.",
                "{count} others are known to the year only, and are not round.",
                rest,
                count=rest,
            )
            self.page.add()
            self.page.add(styled(f"  {line}", "dim"))

    def section(self, heading: str, rows: Sequence[AnniversaryView], total: int) -> None:
        """Write anniversaries under a heading, and how many more there are."""
        if not rows:
            return
        self.page.add()
        if heading:
            self.page.add(styled(heading, "bold"))
        for row in rows:
            self.item(row)
        if total > len(rows):
            more = self.catalogue.text(
                "… and {count} more: --limit 0 shows all.", count=total - len(rows)
            )
            self.page.add(styled(f"  {more}", "dim"))

    def item(self, row: AnniversaryView) -> None:
        """Write one anniversary: its number, its event, the date that it counts from, and what to
        know of it.
        """
        head = Text.assemble(
            styled(
                f"  {self.star if row.round else self.bullet} ",
                "bold yellow" if row.round else "dim",
            ),
            styled(f"{ordinals.anniversary(row.years, self.lang):<{NUMBER}} ", "bold"),
        )
        indent = Text(" " * head.cell_len)
        title = Text.assemble(
            styled(row.title, "bold" if row.round else ""), styled(f"  [{row.id}]", "dim")
        )
        self.page.hang(head, indent, title)
        self.page.hang(indent, indent, styled(" · ".join(self.remarks(row))))
        if row.own_day is not None:
            self.page.hang(indent, indent, styled(self.own_day(row), "yellow"))
        if row.note and (row.status == "disputed" or row.kind == "celebrated"):
            self.page.hang(indent, indent, styled(row.note, "italic"))

    def remarks(self, row: AnniversaryView) -> Iterable[str]:
        """Say what the number counts from, where the day falls, and whether it is round."""
        text = self.catalogue.text
        if row.match == "near" and row.offset_days is not None:
            on = dates.date_in_words(edtf.parse(row.on), self.lang, weekday=True)
            yield f"{on} ({dates.distance_in_words(row.offset_days, self.lang)})"
        if row.kind == "celebrated":
            yield text(
                "celebrated {when}", when=dates.when_in_words(edtf.parse(row.on), self.lang)
            )
        else:
            kind = vocabulary.kind(row.kind, self.catalogue)
            when = dates.when_in_words(edtf.parse(row.anniversary_of), self.lang)
            yield text("{kind} {when}", kind=kind, when=when)
        if row.round:
            yield text("round")
        else:
            yield text("not round")
        if row.is_contested:
            yield text("date disputed")
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

    # ---- a year

    def plan(self, view: AnniversaryListView) -> None:
        """Write a year: one line for each anniversary, then the months and the year without a
        day.
        """
        self.page.add(
            styled(
                self.catalogue.text("Anniversaries of {year}", year=view.asked_words), "bold"
            )
        )
        month = ""
        days = [
            dates.without_year(row.on_words, int(row.on[:4]), self.lang)
            for row in view.rows
            if row.match == "day"
        ]
        self.day_width = max(map(len, days), default=0)
        for row in view.rows:
            heading = self.heading(row)
            if heading != month:
                self.page.add()
                self.page.add(styled(heading, "bold"))
                month = heading
            self.line(row)
        self.page.add()
        rounds = sum(row.round for row in view.rows)
        count = self.catalogue.plural(
            "{count} anniversary, {rounds} round",
            "{count} anniversaries, {rounds} round",
            len(view.rows),
            count=len(view.rows),
            rounds=rounds,
        )
        self.page.add(styled(count, "bold"))
        if (left_out := sum(view.totals.values()) - len(view.rows)) > 0:
            more = self.catalogue.text(
                "… and {count} more: --limit 0 shows all.", count=left_out
            )
            self.page.add(styled(more, "dim"))

    def heading(self, row: AnniversaryView) -> str:
        """Head a row by its month, or by what is not known of its day."""
        if row.match == "year":
            return self.catalogue.text("Known to the year only")
        name = dates.month_name(int(row.on[5:7]), self.lang)
        name = name[:1].upper() + name[1:]
        return (
            name
            if row.match == "day"
            else self.catalogue.text("{month}, the day being unknown", month=name)
        )

    def line(self, row: AnniversaryView) -> None:
        """Write one anniversary of a year on a line."""
        day = dates.without_year(row.on_words, int(row.on[:4]), self.lang)
        when = day if row.match == "day" else ""
        head = Text.assemble(
            styled(
                f"  {self.star if row.round else self.bullet} ",
                "bold yellow" if row.round else "dim",
            ),
            styled(f"{when:<{self.day_width}}" if row.match == "day" else ""),
            styled(
                f"{ordinals.anniversary(row.years, self.lang):>6}  ",
                "bold" if row.round else "",
            ),
        )
        said = [vocabulary.kind(row.kind, self.catalogue)] if row.kind != "occurred" else []
        said += [self.catalogue.text("date disputed")] if row.is_contested else []
        title = Text.assemble(
            styled(row.title, "bold" if row.round else ""),
            styled("".join(f" · {word}" for word in said), "italic"),
            styled(f" · {row.anniversary_of_words}", "dim"),
        )
        self.page.hang(head, Text(" " * head.cell_len), title)
