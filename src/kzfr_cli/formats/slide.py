"""The picture of a few events: a line from top to bottom, each date beside its title, as large as
the slide has room for.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from kzfr_cli.core.record import pair
from kzfr_cli.formats import drawing
from kzfr_cli.formats.drawing import BOTTOM, HEIGHT, TOP, WIDTH, safe
from kzfr_cli.formats.palette import LIGHT
from kzfr_cli.formats.surface import Surface
from kzfr_cli.views.sheets import EventSheet

MOST = 12
"""Events that are a few: each has at least two lines of a size that is read from afar."""

LINE = 430
"""Pixels from the left of the line of time."""

GAP = 26
RIGHT = 40
SIZES = (34, 30, 27, 24, 21, 19, 17, 15)
LEADING = 1.25


@pair
class Placing:
    """An event on the slide: its lines of title, from where it begins, and its height."""

    entry: EventSheet
    lines: tuple[str, ...]
    top: float
    height: float


def plotted(entries: Sequence[EventSheet], surface: Surface) -> Iterator[str]:
    """Draw the line of time and the events."""
    size, rows = composed(entries)
    yield (
        f'<line x1="{LINE}" y1="{TOP}" x2="{LINE}" y2="{HEIGHT - BOTTOM}" stroke="#cbd5e1" '
        f'stroke-width="4"/>'
    )
    for row in rows:
        yield from drawn(row, size, surface)


def composed(entries: Sequence[EventSheet]) -> tuple[int, list[Placing]]:
    """Choose the largest type in which all titles have room, and place the events."""
    room = HEIGHT - TOP - BOTTOM
    for size in SIZES:
        titles = [broken(entry.title, size) for entry in entries]
        needed = [(len(lines) + 0.6) * size * LEADING for lines in titles]
        if sum(needed) <= room:
            break
    spare = max(room - sum(needed), 0) / len(entries)
    top, rows = float(TOP), []
    for entry, lines, height in zip(entries, titles, needed, strict=True):
        rows.append(Placing(entry, lines, top, height + spare))
        top += height + spare
    return size, rows


def broken(title: str, size: int) -> tuple[str, ...]:
    """Break a title into lines, at words."""
    most = int((WIDTH - RIGHT - LINE - GAP) / (size * drawing.LETTER))
    lines = [""]
    for word in title.split():
        longer = f"{lines[-1]} {word}".strip()
        if len(longer) > most and lines[-1]:
            lines.append(word)
        else:
            lines[-1] = longer
    return tuple(lines)


def drawn(row: Placing, size: int, surface: Surface) -> Iterator[str]:
    """Draw one event."""
    entry, middle = row.entry, row.top + row.height / 2
    first = middle - (len(row.lines) - 1) * size * LEADING / 2 + size * 0.35
    yield f"<g><title>{safe(drawing.told(entry, surface))}</title>"
    yield drawing.shape(entry, LINE, middle, size * 0.32)
    ink = LIGHT[entry.category]
    yield words(entry.date_words, (LINE - GAP, middle + size * 0.35), size * 0.8, "end", ink)
    for number, line in enumerate(row.lines):
        place = (LINE + GAP, first + number * size * LEADING)
        yield words(line, place, size, "start", "#0f172a")
    yield "</g>"


def words(text: str, place: tuple[float, float], size: float, anchor: str, ink: str) -> str:
    """Write a line; dates, which end at the line of time, are bold."""
    x, y = place
    weight = ' font-weight="700"' if anchor == "end" else ""
    return (
        f'<text x="{x:.1f}" y="{y:.1f}" font-size="{size:.1f}" text-anchor="{anchor}"'
        f' fill="{ink}"{weight}>{safe(text)}</text>'
    )
