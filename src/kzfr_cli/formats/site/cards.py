"""The pictures of shared links, 1200 by 630: one of the record, one of each landmark."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from importlib.util import find_spec

from kzfr_cli.formats import drawing
from kzfr_cli.formats.drawing import safe
from kzfr_cli.formats.palette import family_of
from kzfr_cli.formats.site import charts
from kzfr_cli.formats.site.rows import ListedEvent

WIDTH, HEIGHT, MARGIN = 1200, 630, 76
PAPER, INK, SOFT, ACCENT, WARN = "#faf9f6", "#17181a", "#5b5a55", "#1c5196", "#8a3b00"
SIZES = (68, 60, 52, 46, 40, 35)
LINES = 4
LEADING = 1.16


def can_draw() -> bool:
    """Return whether the renderer of the extra `documents` is installed."""
    return find_spec("resvg_py") is not None


def record(title: str, lead: str, counts: Mapping[int, int]) -> bytes:
    """Draw the picture of the whole record, over a bar for each year."""
    heading = written(
        title,
        -40,
        INK,
    )
    below = 150 + 34 + (len(heading) - 1) * SIZES[0] * LEADING
    shapes = [*bars(counts), *heading]
    shapes += lines_at(
        broken(lead, 34),
        (MARGIN, below + 54),
        34,
        SOFT,
    )
    return pixels(shapes)


def landmark(row: ListedEvent, lang: str, says: Mapping[str, str]) -> bytes:
    """Draw the picture of a landmark: its date, its title, the record that it is of."""
    colour = family_of(row.category).light
    shapes = [
        f'<rect width="18" height="{HEIGHT}" fill="{colour}"/>',
        line(
            row.words[lang],
            (MARGIN, 132),
            40,
            colour,
            is_bold=True,
        ),
        *written(
            row.titles[lang],
            60,
            INK,
        ),
        line(
            says["site_title"],
            (MARGIN, HEIGHT - 62),
            30,
            SOFT,
        ),
    ]
    if row.disputed:
        x = WIDTH - MARGIN
        doubt = says["disputed"]
        shapes.append(
            line(
                doubt,
                (x, HEIGHT - 62),
                30,
                WARN,
                anchor="end",
            )
        )
    return pixels(shapes)


def bars(counts: Mapping[int, int]) -> Iterator[str]:
    """Draw the years along the foot."""
    counts = charts.recent(counts)
    if not counts:
        return
    first, last, most = min(counts), max(counts), max(counts.values())
    width = (WIDTH - 2 * MARGIN) / (last - first + 1)
    for year, count in counts.items():
        x, height = MARGIN + (year - first) * width, 120 * count / most
        yield (
            f'<rect x="{x:.1f}" y="{HEIGHT - 90 - height:.1f}" width="{width * 0.8:.1f}" '
            f'height="{height:.1f}" fill="{ACCENT}"/>'
        )
    for year, x, anchor in ((first, MARGIN, "start"), (last, WIDTH - MARGIN, "end")):
        yield line(
            str(year),
            (x, HEIGHT - 46),
            28,
            SOFT,
            anchor=anchor,
        )


def written(title: str, down: int, ink: str) -> list[str]:
    """Write a title as large as it has room."""
    for size in SIZES:
        lines = broken(title, size)
        if len(lines) <= LINES:
            break
    return lines_at(
        lines,
        (MARGIN, 150 + down + size * 0.9),
        size,
        ink,
        is_bold=True,
    )


def lines_at(
    lines: list[str],
    place: tuple[float, float],
    size: int,
    ink: str,
    *,
    is_bold: bool = False,
) -> list[str]:
    """Write lines below each other."""
    x, y = place
    return [
        line(
            text,
            (x, y + number * size * LEADING),
            size,
            ink,
            is_bold=is_bold,
        )
        for number, text in enumerate(lines)
    ]


def broken(text: str, size: int) -> list[str]:
    """Break a text into lines, at words."""
    most = int((WIDTH - 2 * MARGIN) / (size * drawing.LETTER))
    lines = [""]
    for word in text.split():
        longer = f"{lines[-1]} {word}".strip()
        if len(longer) > most and lines[-1]:
            lines.append(word)
        else:
            lines[-1] = longer
    return lines


def line(
    text: str,
    place: tuple[float, float],
    size: int,
    ink: str,
    **look: str | bool,
) -> str:
    """Write a line of text."""
    x, y = place
    anchor = look.get("anchor", "start")
    weight = ' font-weight="700"' if look.get("is_bold") else ""
    return (
        f'<text x="{x:.1f}" y="{y:.1f}" font-size="{size}" fill="{ink}"'
        f' text-anchor="{anchor}"{weight}>{safe(text)}</text>'
    )


def pixels(shapes: list[str]) -> bytes:
    """Draw some shapes on paper."""
    from kzfr_cli.formats import png

    drawn = (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {HEIGHT}">'
        f'<rect width="{WIDTH}" height="{HEIGHT}" fill="{PAPER}"/>{"".join(shapes)}</svg>'
    )
    return png.pixels(drawn, WIDTH)
