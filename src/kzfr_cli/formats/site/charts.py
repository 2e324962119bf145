"""Charts of a site as inline SVG: a bar for each year, and a line for a series of figures with its
breaks and its disputes. Their colours are those of the style of the page.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from math import ceil, floor, log10

from kzfr_cli.core import edtf
from kzfr_cli.core.record import pair
from kzfr_cli.formats.drawing import safe
from kzfr_cli.locale import quantities
from kzfr_cli.views.figures import FigureView, SeriesView

WIDTH, HEIGHT = 720, 300
LEFT, RIGHT, TOP, BOTTOM = 64, 20, 16, 34
BARS = 120
"""Height of the bars of the years."""

STEPS = (1, 2, 5, 10)
LINES = 5
"""Lines across a chart at most."""

LABELS = 9
"""Years written below a chart at most."""

MARK = 4.5

EARLY = 0.03
"""Share of the events that may lie before the first bar."""


def years(
    counts: Mapping[int, int],
    up: str,
    pair_of: str,
) -> str:
    """Draw how many events each year has; a bar leads to the page of its year. `pair_of` says how
    the language of the page sets a label before its value.
    """
    counts = recent(counts)
    if not counts:
        return ""
    first, last = min(counts), max(counts)
    most, width = max(counts.values()), (WIDTH - 8) / (last - first + 1)
    parts = [
        bar(
            year,
            pair_of.format(label=year, value=count),
            (4 + (year - first) * width, width),
            BARS * count / most,
        )
        for year, count in sorted(counts.items())
    ]
    for year in ticks(
        first,
        last,
        LABELS,
    ):
        x = 4 + (year - first + 0.5) * width
        parts.append(f'<text x="{x:.1f}" y="{BARS + 24}" class="tick middle">{year}</text>')
    drawn = "".join(parts).replace('href="', f'href="{up}')
    return f'<svg class="years" viewBox="0 0 {WIDTH} {BARS + 30}">{drawn}</svg>'


def recent(counts: Mapping[int, int]) -> dict[int, int]:
    """Keep the years of the decades in which nearly all is, that bars be no hairs for the sake of
    a few early ones.
    """
    first = beginning(counts)
    return {year: count for year, count in counts.items() if year >= first}


def beginning(counts: Mapping[int, int]) -> int:
    """Return the first year of the decade from which on nearly all is."""
    before, total = 0, sum(counts.values())
    for year in sorted(counts):
        before += counts[year]
        if before > total * EARLY:
            return year // 10 * 10
    return 0


def bar(
    year: int,
    title: str,
    place: tuple[float, float],
    height: float,
) -> str:
    """Draw a year: its bar, and over it all of its height to point at."""
    x, width = place
    return (
        f'<a href="{year:04}.html"><title>{safe(title)}</title>'
        f'<rect class="hit" x="{x:.1f}" y="0" width="{width:.1f}" height="{BARS + 6}"/>'
        f'<rect class="bar" x="{x + width * 0.1:.1f}" y="{BARS + 6 - height:.1f}"'
        f' width="{max(width * 0.8, 0.8):.1f}" height="{height:.1f}"/></a>'
    )


@pair
class Point:
    """A figure in a chart: the year in which its period ends, with what it says."""

    time: float
    value: float
    words: str
    is_rival: bool = False


class Scale:
    """Places times and values in a chart."""

    def __init__(self, points: Sequence[Point]) -> None:
        self.first = floor(min(point.time for point in points))
        self.last = max(ceil(max(point.time for point in points)), self.first + 1)
        values = [point.value for point in points]
        self.step = nice(max(max(values), 0) - min(min(values), 0))
        self.low = floor(min(min(values), 0) / self.step)
        self.high = max(ceil(max(max(values), 0) / self.step), self.low + 1)

    def x(self, time: float) -> float:
        """Place a time."""
        return LEFT + (WIDTH - LEFT - RIGHT) * (time - self.first) / (self.last - self.first)

    def y(self, value: float) -> float:
        """Place a value."""
        share = (value / self.step - self.low) / (self.high - self.low)
        return HEIGHT - BOTTOM - (HEIGHT - TOP - BOTTOM) * share


def nice(span: float) -> float:
    """Return a round step that cuts a span into a few."""
    rough = (span or 1) / LINES
    power = 10.0 ** floor(log10(rough))
    return next(step * power for step in STEPS if step * power >= rough)


def series(
    found: SeriesView,
    breaks: Sequence[int],
    lang: str,
    pair_of: str,
) -> str:
    """Draw a series; nothing where a chart would mislead or show no course. `pair_of` is as for
    `years`.
    """
    points = [point for figure in found.charted for point in figure_points(figure, pair_of)]
    own = [point for point in points if not point.is_rival]
    if found.undrawn or len(own) < 2:
        return ""
    scale = Scale(points)
    parts = [
        *axes(scale, lang),
        *lines(
            own,
            breaks,
            scale,
        ),
    ]
    parts += [mark(point, scale) for point in points]
    return f'<svg class="series" viewBox="0 0 {WIDTH} {HEIGHT}">{"".join(parts)}</svg>'


def figure_points(figure: FigureView, pair_of: str) -> Iterator[Point]:
    """Yield a figure and what others say in the same unit, of that time or of another."""
    if figure.latest is None:
        return
    time = moment(figure.latest)
    words = pair_of.format(label=figure.period_words, value=figure.value_words)
    yield Point(time, figure.value, words)
    for rival in figure.disputes:
        if rival.value is None or rival.unit != figure.unit:
            continue
        when = edtf.parse(rival.period).latest if rival.period else None
        period = rival.period_words or figure.period_words
        said = f"{rival.value_words}, {rival.publisher}"
        words = pair_of.format(label=period, value=said)
        yield Point(
            moment(when.isoformat()) if when else time,
            rival.value,
            words,
            True,
        )


def moment(day: str) -> float:
    """Return the year of an ISO day, with the months that are left of it taken off."""
    return int(day[:4]) + (int(day[5:7]) - 12) / 12


def axes(scale: Scale, lang: str) -> Iterator[str]:
    """Draw the lines of the values and the years below."""
    for number in range(scale.low, scale.high + 1):
        value = round(number * scale.step, 9)
        y = scale.y(value)
        kind = "zero" if number == 0 else "grid"
        yield f'<path class="{kind}" d="M{LEFT} {y:.1f}H{WIDTH - RIGHT}"/>'
        label = safe(quantities.number(value, lang))
        yield f'<text class="tick end" x="{LEFT - 8}" y="{y + 4:.1f}">{label}</text>'
    for year in ticks(
        scale.first,
        scale.last,
        LABELS,
    ):
        x, anchor = scale.x(year), "end" if year == scale.last else "middle"
        edge = RIGHT * 0.9 if anchor == "end" else 0
        yield f'<text class="tick {anchor}" x="{x + edge:.1f}" y="{HEIGHT - 10}">{year}</text>'


def ticks(
    first: int,
    last: int,
    most: int,
) -> Iterator[int]:
    """Yield round years between two, not too many."""
    step = next(
        each for each in (1, 2, 5, 10, 20, 50, 100, 500) if (last - first) / each < most
    )
    yield from range(
        ceil(first / step) * step,
        last + 1,
        step,
    )


def lines(
    points: Sequence[Point],
    breaks: Sequence[int],
    scale: Scale,
) -> Iterator[str]:
    """Draw the course, cut where the way of counting changed."""
    path, last = "", None
    for point in points:
        is_cut = last is not None and any(last < year <= point.time for year in breaks)
        letter = "M" if last is None or is_cut else "L"
        path += f"{letter}{scale.x(point.time):.1f} {scale.y(point.value):.1f}"
        last = point.time
    yield f'<path class="course" d="{path}"/>'
    for year in breaks:
        if scale.first < year <= scale.last:
            x = scale.x(year - 0.5)
            yield f'<path class="cut" d="M{x:.1f} {TOP}V{HEIGHT - BOTTOM}"/>'


def mark(point: Point, scale: Scale) -> str:
    """Draw a point: a disc, or the diamond of what others say."""
    x, y = scale.x(point.time), scale.y(point.value)
    title = f"<title>{safe(point.words)}</title>"
    if not point.is_rival:
        return f'<circle class="point" cx="{x:.1f}" cy="{y:.1f}" r="{MARK}">{title}</circle>'
    reach = MARK * 1.5
    shape = f"M{x:.1f} {y - reach:.1f}l{reach} {reach}l-{reach} {reach}l-{reach}-{reach}Z"
    return f'<path class="rival" d="{shape}">{title}</path>'
