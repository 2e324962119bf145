"""How many lines something takes on a terminal of 80 columns, whatever it is written on: what is
cut for a screen is cut alike in a pipe.
"""

from __future__ import annotations

from collections.abc import Callable

from kzfr_cli.core.record import replace
from kzfr_cli.formats.surface import Surface
from kzfr_cli.formats.text.page import Page

COLUMNS = 80


class Measure:
    """A page of 80 columns that nobody reads, to see how many lines a part takes."""

    def __init__(self, surface: Surface) -> None:
        narrow = replace(surface, width=COLUMNS, terminal=True, colour=False, address=None)
        self.page = Page(narrow)

    @property
    def lines(self) -> int:
        """The lines that are written."""
        return self.page.output.getvalue().count("\n")

    def of(self, write: Callable[[Page], None]) -> int:
        """Return how many lines a part takes."""
        before = self.lines
        write(self.page)
        return self.lines - before
