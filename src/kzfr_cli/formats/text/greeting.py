"""The greeting: a line for each anniversary of the day, never broken, without loading rich."""

from __future__ import annotations

from kzfr_cli.core.visible import visible
from kzfr_cli.formats.surface import Surface
from kzfr_cli.languages import dates
from kzfr_cli.views.anniversaries import GreetingView

BOLD, END = "\x1b[1m", "\x1b[0m"


def render(view: GreetingView, surface: Surface) -> str:
    """Write the lines."""
    star, bullet = ("*", "-") if surface.plain else ("★", "·")
    begin, end = (BOLD, END) if surface.colour else ("", "")
    lines = []
    for row in view.rows:
        years = dates.years_in_words(row.years, surface.catalogue.lang)
        said = " · ".join(map(visible, (row.title, *row.remarks)))
        lines.append(f"{star if row.round else bullet} {begin}{years}{end}: {said}\n")
    return "".join(lines)
