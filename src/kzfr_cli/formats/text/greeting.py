"""The greeting: a line for each anniversary of the day, broken on a narrow terminal only, without
loading rich.
"""

from __future__ import annotations

import textwrap

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
        told = surface.catalogue.text("{label}: {value}", label=years, value=said)
        line = f"{star if row.round else bullet} {told}"
        if surface.terminal:
            line = broken(line, surface.width)
        lines.append(f"{line[:2]}{begin}{years}{end}{line[2 + len(years) :]}\n")
    return "".join(lines)


def broken(line: str, width: int) -> str:
    """Break a line between its words."""
    if len(line) <= width:
        return line
    return textwrap.fill(
        line, width, subsequent_indent="  ", break_long_words=False, break_on_hyphens=False
    )
