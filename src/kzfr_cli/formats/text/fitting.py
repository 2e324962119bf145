"""A page of sections that fits a screen: of each as many items as there is room for, and how many
more there are.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from rich.text import Text

from kzfr_cli.core.record import replace
from kzfr_cli.formats.surface import Surface
from kzfr_cli.formats.text.measure import Measure
from kzfr_cli.formats.text.page import Page, styled
from kzfr_cli.locale.catalogue import NN_

Write = Callable[[Page], None]

TALLEST = 40
"""Lines of a page at 80 columns."""

NONE = Text("")


class Passage:
    """A heading and the items below it, the most important first, or last where the latest are;
    `turn` says when it is given room, the lower the sooner; a part that `is_tight` has no empty
    line above.
    """

    is_latest = False
    is_short = False

    def __init__(
        self, heading: str, items: Sequence[Write], turn: int = 0, *, is_tight: bool = False
    ) -> None:
        self.heading = heading
        self.items = items
        self.turn = turn
        self.is_tight = is_tight
        self.shown = len(items)

    @property
    def next_turn(self) -> float:
        """When the next item is given room: what comes late waits longer between its items too."""
        return self.turn + self.shown * max(self.turn / 2, 1.0)

    @property
    def next_item(self) -> Write:
        """The item that is shown next when there is room."""
        return self.items[-1 - self.shown if self.is_latest else self.shown]

    @property
    def left_out(self) -> int:
        """How many items are not shown."""
        return len(self.items) - self.shown

    def write(self, page: Page) -> None:
        """Write the heading, how many items are left out, and the others."""
        if not self.items:
            return
        if not self.is_tight:
            page.add()
        if self.heading or self.left_out:
            page.hang(NONE, Text("  "), self.head(page))
        first = self.left_out if self.is_latest else 0
        for item in self.items[first : first + self.shown]:
            item(page)

    def head(self, page: Page) -> Text:
        """Return the heading, with how many more there are."""
        line = styled(self.heading, "bold")
        if self.left_out:
            more = page.surface.catalogue.plural(
                *NN_("{count} more: --all", "{count} more: --all"),
                self.left_out,
                count=self.left_out,
            )
            line.append_text(styled(f" · {more}" if self.heading else f"  {more}", "dim"))
        elif self.is_short:
            told = page.surface.catalogue.text("in short: --all")
            line.append_text(styled(f" · {told}", "dim"))
        return line


class Short(Passage):
    """A passage that tells less of each item than there is."""

    is_short = True


class Latest(Passage):
    """A section of whose items the last are shown first."""

    is_latest = True


def written(make: Callable[[Surface], Iterable[Passage]], surface: Surface) -> str:
    """Write sections one below the other; for a reader, as much of them as a screen holds, and all
    where it holds that.
    """
    page = Page(surface)
    for section in fitted(make, surface):
        section.write(page)
    return page.text()


def fitted(make: Callable[[Surface], Iterable[Passage]], surface: Surface) -> list[Passage]:
    """Make the sections, whole where they are to be whole or fit."""
    whole = [*make(replace(surface, cut=False))]
    if not surface.cut or height(whole, Measure(surface)) <= TALLEST:
        return whole
    sections = [*make(surface)]
    fill(sections, Measure(surface))
    return sections


def height(sections: Iterable[Passage], measure: Measure) -> int:
    """Count the lines of sections."""
    return sum(measure.of(section.write) for section in sections)


def fill(sections: Sequence[Passage], measure: Measure) -> None:
    """Show an item of the section whose turn it is, while there is room."""
    for section in sections:
        section.shown = 0
    room = TALLEST - height(sections, measure)
    waiting = [section for section in sections if section.items]
    while waiting:
        section = min(waiting, key=lambda section: section.next_turn)
        needed = measure.of(section.next_item)
        fits = needed <= room
        if fits:
            room -= needed
            section.shown += 1
        if not fits or not section.left_out:
            waiting.remove(section)
