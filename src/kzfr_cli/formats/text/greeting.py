"""The greeting: a line for each anniversary of the day, broken on a narrow terminal only, without
loading rich.
"""

from __future__ import annotations

from kzfr_cli.core.visible import visible
from kzfr_cli.formats.surface import Surface
from kzfr_cli.views.anniversaries import GreetingView

BOLD, END = "\x1b[1m", "\x1b[0m"


def render(view: GreetingView, surface: Surface) -> str:
    """Write the lines."""
    star, bullet = ("*", "-") if surface.plain else ("★", "·")
    begin, end = (BOLD, END) if surface.colour else ("", "")
    lines = (
        (f"{star if row.round else bullet} {row.years_words}", visible(row.title))
        for row in view.rows
    )
    said = [f"{head}: {title}" for head, title in lines]
    if surface.terminal:
        said = [broken(line, surface.width) for line in said]
    return "".join(
        f"{line[:2]}{begin}{row.years_words}{end}{line[2 + len(row.years_words) :]}\n"
        for line, row in zip(said, view.rows, strict=True)
    )


def broken(line: str, width: int) -> str:
    """Break a line between its words."""
    if len(line) <= width:
        return line
    import textwrap

    return textwrap.fill(
        line, width, subsequent_indent="  ", break_long_words=False, break_on_hyphens=False
    )
