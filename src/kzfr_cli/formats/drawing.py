"""What the pictures share: their size, the marks of events and what they mean, safe texts."""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import escape

from kzfr_cli.core.visible import CONTROLS, DIRECTIONS
from kzfr_cli.formats.palette import LIGHT
from kzfr_cli.formats.surface import Surface
from kzfr_cli.views.sheets import EventSheet

WIDTH, HEIGHT = 1600, 900
TOP, BOTTOM = 110, 70

LETTER = 0.57
"""Width of a letter beside the size of its type: Noto Sans is wider than Helvetica (0.54), and
Cyrillic than Latin.
"""

LEGEND = 14
"""Size of the type of the legend."""

INK = "#475569"
UNSAFE = re.compile(f"[{CONTROLS}{DIRECTIONS}\ud800-\udfff\ufffe\uffff]")
"""What XML cannot hold, and what turns the direction of a text."""


def told(entry: EventSheet, surface: Surface) -> str:
    """Everything on an event for those who point at it."""
    disputed = f" ({surface.catalogue.text('date disputed')})" if entry.disputed else ""
    value = f"{entry.title}{disputed}"
    return surface.catalogue.text("{label}: {value}", label=entry.date_words, value=value)


def style(entry: EventSheet) -> str:
    """Fill what is known to the day, and dash the line around what is uncertain."""
    colour = LIGHT[entry.category]
    is_known = entry.precision in ("day", "interval") and not entry.uncertain
    dashes = ' stroke-dasharray="2 2"' if entry.uncertain else ""
    fill = colour if is_known else "#ffffff"
    return f'fill="{fill}" stroke="{colour}" stroke-width="1.6"{dashes}'


def shape(entry: EventSheet, x: float, y: float, radius: float) -> str:
    """Draw the mark of an event: a diamond where its date is disputed, else a disc."""
    return (
        diamond(x, y, radius * 1.4, style(entry))
        if entry.disputed
        else disc(x, y, radius, style(entry))
    )


def disc(x: float, y: float, radius: float, look: str) -> str:
    """Draw a disc."""
    return f'<circle cx="{x:.1f}" cy="{y:.1f}" r="{radius:.1f}" {look}/>'


def diamond(x: float, y: float, reach: float, look: str) -> str:
    """Draw a diamond."""
    top, right = f"M{x:.1f} {y - reach:.1f}", f"L{x + reach:.1f} {y:.1f}"
    bottom, left = f"L{x:.1f} {y + reach:.1f}", f"L{x - reach:.1f} {y:.1f}"
    return f'<path d="{top}{right}{bottom}{left}Z" {look}/>'


def bar(x: float, y: float, width: float, look: str) -> str:
    """Draw a bar from a point on."""
    return (
        f'<rect x="{x:.1f}" y="{y - 4:.1f}" width="{width:.1f}" height="8" rx="4" {look}/>'
    )


def legend(surface: Surface) -> Iterator[str]:
    """Draw each mark with what it means; fonts lack such signs, so they are shapes."""
    text = surface.catalogue.text
    full, empty = (
        f'fill="{fill}" stroke="{INK}" stroke-width="1.6"' for fill in (INK, "#ffffff")
    )
    x, y = 36.0, HEIGHT - 23.0
    for mark, words in (
        (disc(0, 0, 4.2, full), text("known to the day")),
        (disc(0, 0, 4.2, empty), text("known to the month or year")),
        (disc(0, 0, 4.2, f'{empty} stroke-dasharray="2 2"'), text("uncertain")),
        (diamond(0, 0, 6, full), text("date disputed")),
        (bar(-8, 0, 16, full), text("interval")),
    ):
        yield f'<g transform="translate({x:.1f} {y:.1f})">{mark}</g>'
        yield (
            f'<text x="{x + 14:.1f}" y="{y + 5:.1f}" font-size="{LEGEND}" fill="{INK}">'
            f"{safe(words)}</text>"
        )
        x += 14 + len(words) * LEGEND * LETTER + 28


def safe(text: str) -> str:
    """Write a text as XML, with what XML cannot hold shown as its code point."""
    return escape(UNSAFE.sub(lambda match: f"‹U+{ord(match[0]):04X}›", text))
