"""The first page, of twenty lines at most: the day, the coming week, the next round landmarks, and
what to type next.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from rich.text import Text

from kzfr_cli import __version__
from kzfr_cli.core import edtf
from kzfr_cli.formats import origin
from kzfr_cli.formats.surface import Surface
from kzfr_cli.formats.text.measure import Measure
from kzfr_cli.formats.text.page import Page, styled
from kzfr_cli.languages import dates, ordinals, short_dates
from kzfr_cli.locale.catalogue import N_, NN_
from kzfr_cli.views.anniversaries import ShortView, WelcomeView

TRY = (
    ("kzfr timeline 2008", N_("look up a year")),
    ("kzfr search sorbonne almaty", N_("find what you half remember")),
    ("kzfr check article.md", N_("proof-read a draft")),
)
"""A command of each kind, and what it does."""

TALLEST = 20
"""Lines of the page at 80 columns."""

TODAY, WEEK, YEAR = "kzfr today", "kzfr anniversary", "kzfr anniversary {year}"
"""How to see the rest of each part."""

FAR = 8
"""Days from which a day is written short."""

NONE = Text("")


def render(view: WelcomeView, surface: Surface) -> str:
    """Write the first page."""
    page = Page(surface)
    first = First(view, surface)
    first.fill()
    first.write(page)
    return page.text()


class PagePart:
    """A part of the page: its heading, its rows, and how many of them are shown."""

    def __init__(
        self,
        heading: str,
        rows: Sequence[ShortView],
        rest: str,
    ) -> None:
        self.heading = heading
        self.rows = rows
        self.rest = rest
        self.shown = 0

    @property
    def is_whole(self) -> bool:
        """Return whether every row is shown."""
        return self.shown == len(self.rows)


class First:
    """Put as many anniversaries on the page as it has room for."""

    def __init__(
        self,
        view: WelcomeView,
        surface: Surface,
    ) -> None:
        self.view = view
        self.surface = surface
        self.text = surface.catalogue.text
        day = view.asked_words[:1].upper() + view.asked_words[1:]
        today = [row for row in view.rows if row.offset_days == 0]
        self.parts = [
            PagePart(
                day,
                today,
                TODAY,
            ),
            PagePart(
                self.text("In the coming week"),
                view.rows[len(today) :],
                WEEK,
            ),
            PagePart(
                self.text("The next round landmarks"),
                view.landmarks,
                self.plan(),
            ),
        ]

    def plan(self) -> str:
        """Name the plan of the year in which the last landmark falls."""
        last = self.view.landmarks[-1].on if self.view.landmarks else self.view.asked
        return YEAR.format(year=last[:4])

    def fill(self) -> None:
        """Show a row of each part in turn while there is room."""
        measure = Measure(self.surface)
        room = TALLEST - measure.of(self.write)
        waiting = [part for part in self.parts if part.rows]
        while waiting:
            part = waiting.pop(0)
            height = measure.of(partial(self.row, row=part.rows[part.shown]))
            if height > room:
                continue
            room -= height
            part.shown += 1
            if not part.is_whole:
                waiting.append(part)

    def write(self, page: Page) -> None:
        """Write the page."""
        told = self.text(
            "{count} dated, sourced events of France–Kazakhstan relations",
            count=self.view.events,
        )
        head = Text.assemble(styled(f"kzfr {__version__}", "bold"), styled(f" · {told}"))
        page.hang(
            NONE,
            NONE,
            head,
        )
        for part in self.parts:
            self.part(page, part)
        page.add()
        self.ways(page)

    def part(
        self,
        page: Page,
        part: PagePart,
    ) -> None:
        """Write the heading of a part, how much of it is left out, and its rows."""
        is_today = part is self.parts[0]
        if not (part.rows or is_today):
            return
        line = styled(part.heading, "bold")
        if not part.is_whole:
            more = self.surface.catalogue.plural(
                *NN_("{count} more: {command}", "{count} more: {command}"),
                len(part.rows) - part.shown,
                count=len(part.rows) - part.shown,
                command=part.rest,
            )
            line.append_text(styled(f" · {more}", "dim"))
        page.hang(
            NONE,
            Text("  "),
            line,
        )
        if not part.rows:
            page.hang(
                NONE,
                NONE,
                styled(f"  {self.nothing()}"),
            )
        for row in part.rows[: part.shown]:
            self.row(page, row)

    def nothing(self) -> str:
        """Say that the day, or the whole week, has nothing."""
        if self.view.rows:
            return self.text("Nothing is celebrated today.")
        return self.text("Nothing is celebrated today or in the coming week.")

    def row(
        self,
        page: Page,
        row: ShortView,
    ) -> None:
        """Write one anniversary."""
        lang = self.surface.catalogue.lang
        star, bullet = ("*", "-") if self.surface.plain else ("★", "·")
        when = f"{self.day(row)} · " if row.offset_days else ""
        sign = styled(
            f"  {star if row.round else bullet} ", "bold yellow" if row.round else "dim"
        )
        said = Text.assemble(
            styled(f"{when}{ordinals.anniversary(row.years, lang)} ", "bold"),
            styled(f"· {row.title}"),
            styled("".join(f" · {said}" for said in row.remarks), "italic yellow"),
        )
        page.hang(
            sign,
            Text("    "),
            said,
        )

    def day(self, row: ShortView) -> str:
        """Write the day of a row, with its year when that is another."""
        day, year = edtf.parse(row.on), int(self.view.asked[:4])
        if row.offset_days >= FAR:
            return short_dates.in_words(
                day,
                self.surface.catalogue.lang,
                year,
            )
        words = dates.date_in_words(day, self.surface.catalogue.lang)
        return dates.without_year(
            words,
            int(row.on[:4]),
            self.surface.catalogue.lang,
        )

    def ways(self, page: Page) -> None:
        """Write what to try, where the rest is, and of which day the data are."""
        page.add(styled(self.text("To try:"), "bold"))
        width = max(len(command) for command, _ in TRY)
        for command, does in TRY:
            line = Text.assemble(
                styled(f"  {command:<{width}}"), styled(f"   {self.text(does)}", "dim")
            )
            page.hang(
                NONE,
                Text("    "),
                line,
            )
        last = self.text("All commands: kzfr --help")
        if found := origin.of(self.surface):
            as_of = dates.date_in_words(found.as_of, self.surface.catalogue.lang)
            last += " · " + self.text("data as of {day}", day=as_of)
        page.hang(
            NONE,
            NONE,
            styled(last, "dim"),
        )
