"""SVG: the timeline as one picture for a slide, 16:9, with a lane for each category.

Years without any event are left out of the axis, and the cut is drawn. A title is written where
there is room for it; every event keeps its mark, and its title for those who point at it or listen.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from itertools import product

from kzfr_cli.core.event import CATEGORIES
from kzfr_cli.core.record import pair, record
from kzfr_cli.formats import drawing, origin, slide
from kzfr_cli.formats.drawing import BOTTOM, HEIGHT, TOP, WIDTH, safe
from kzfr_cli.formats.palette import LIGHT
from kzfr_cli.formats.surface import Surface
from kzfr_cli.locale import vocabulary
from kzfr_cli.locale.catalogue import NN_
from kzfr_cli.views.dossiers import Dossier
from kzfr_cli.views.sheets import EventSheet

LEFT, RIGHT = 170, 30
GAP = 6
"""Years without events from which the axis is cut."""

CUT = 1.5
"""Years that a cut takes on the axis."""

LONGEST = 52
"""Letters of a title that are written."""

MARK = 6
RADIUS = 4.2
SHORTEST_BAR = 10
"""Pixels from which an interval is drawn as a bar."""

SPANS = ("interval", "season", "decade", "century", "set")
"""The dates that are drawn as bars."""


@pair
class Axis:
    """Place years on the picture: each stretch of years (first, one after the last) with where it
    begins.
    """

    stretches: tuple[tuple[int, int, float], ...]
    scale: float

    def x(self, day: date) -> float:
        """Return the place of a day, in pixels from the left."""
        year = day.year + (day.timetuple().tm_yday - 1) / 366
        for first, after, begins in self.stretches:
            if year < after or (first, after, begins) == self.stretches[-1]:
                return begins + max(year - first, 0) * self.scale
        raise AssertionError("an axis has a stretch")


@record
class Placed:
    """Hold where an event stands: its mark, the end of its bar, the middle of its row, the side of
    its title.
    """

    entry: EventSheet
    x: float
    end: float
    y: float
    anchor: str
    title: str


def render(view: Dossier, surface: Surface) -> str:
    """Draw the picture."""
    return "\n".join(drawn(view, view.entries, surface)) + "\n"


def losses(view: Dossier, surface: Surface) -> list[str]:
    """Say how many events have no room for their title."""
    if len(view.entries) <= slide.MOST:
        return []
    bare = sum(not item.anchor for item in composed(view.entries)[1])
    one, many = NN_(
        "{count} event is drawn without its title, for want of room.",
        "{count} events are drawn without their titles, for want of room.",
    )
    return [surface.catalogue.plural(one, many, bare, count=bare)] if bare else []


def plotted(entries: Sequence[EventSheet], surface: Surface) -> Iterator[str]:
    """Write the lanes, the years and the events."""
    yield from fades(entries)
    yield from lanes(entries, surface)
    yield from years(axis_of(entries))
    size, items = composed(entries)
    for item in items:
        yield from mark(item, size, surface)


def drawn(view: Dossier, entries: Sequence[EventSheet], surface: Surface) -> Iterator[str]:
    """Write the elements of the picture."""
    subtitle = ", ".join(filter(None, (view.span, view.asked)))
    yield (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {HEIGHT}" width="{WIDTH}" '
        f'height="{HEIGHT}"'
        f' role="img" aria-labelledby="title desc" lang="{view.lang}" font-family="Helvetica '
        f"Neue, Helvetica, Arial,"
        ' Liberation Sans, sans-serif">'
    )
    count = surface.catalogue.plural(
        "{count} event", "{count} events", len(entries), count=len(entries)
    )
    yield (
        f'<title id="title">{safe(view.title)}</title><desc '
        f'id="desc">{safe(f"{subtitle} · {count}")}</desc>'
    )
    yield f'<rect width="{WIDTH}" height="{HEIGHT}" fill="#ffffff"/>'
    yield f'<text x="30" y="52" font-size="32" font-weight="700" fill="#0f172a">{safe(view.title)}</text>'
    yield f'<text x="30" y="82" font-size="17" fill="#475569">{safe(subtitle)}</text>'
    if entries:
        plot = slide.plotted if len(entries) <= slide.MOST else plotted
        yield from plot(entries, surface)
    yield from drawing.legend(surface)
    ending = (
        f'x="{WIDTH - 30}" y="{HEIGHT - 18}" font-size="14" text-anchor="end" fill="#475569"'
    )
    said = " · ".join(filter(None, ("kzfr", count, origin.sentence(surface))))
    yield f"<text {ending}>{safe(said)}</text>"
    yield "</svg>"


def fades(entries: Sequence[EventSheet]) -> Iterator[str]:
    """Define the colours that fade towards an end that is open, for the categories that need
    them.
    """
    for category in sorted(
        {entry.category for entry in entries if not (entry.earliest and entry.latest)}
    ):
        for name, opacities in (("since", (1, 0)), ("until", (0, 1))):
            stops = (
                f'<stop offset="{offset}" stop-color="{LIGHT[category]}" stop-opacity="{opacity}"/>'
                for offset, opacity in enumerate(opacities)
            )
            yield f'<linearGradient id="{name}-{category}">{"".join(stops)}</linearGradient>'


@record
class Lane:
    """Hold the lane of a category: its top and its height."""

    name: str
    top: float
    height: float


def lanes_of(entries: Sequence[EventSheet]) -> list[Lane]:
    """Lay out a lane for each category that there is, in their order, higher for more events."""
    counts = {name: sum(entry.category == name for entry in entries) for name in CATEGORIES}
    shares = {name: LEAST_SHARE + count for name, count in counts.items() if count}
    scale, top, lanes = (HEIGHT - TOP - BOTTOM) / sum(shares.values()), float(TOP), []
    for name, share in shares.items():
        lanes.append(Lane(name=name, top=top, height=share * scale))
        top += share * scale
    return lanes


LEAST_SHARE = 10
"""Events that a lane is as high as, without any: the least lane has room for its name and two rows.
"""


def lanes(entries: Sequence[EventSheet], surface: Surface) -> Iterator[str]:
    """Draw the lanes with their names."""
    for number, lane in enumerate(lanes_of(entries)):
        name, top, height = lane.name, lane.top, lane.height
        ground = "#f8fafc" if number % 2 else "#f1f5f9"
        yield f'<rect x="0" y="{top:.1f}" width="{WIDTH}" height="{height:.1f}" fill="{ground}"/>'
        yield f'<rect x="0" y="{top:.1f}" width="6" height="{height:.1f}" fill="{LIGHT[name]}"/>'
        label = vocabulary.category(name, surface.catalogue)
        yield (
            f'<text x="20" y="{top + height / 2 + 5:.1f}" font-size="15" font-weight="600" fill="{LIGHT[name]}">'
            f"{safe(label)}</text>"
        )


def axis_of(entries: Sequence[EventSheet]) -> Axis:
    """Lay out the years in which there is anything."""
    taken = sorted(
        {
            year
            for entry in entries
            for year in range(years_of(entry)[0], years_of(entry)[1] + 1)
        }
    )
    stretches: list[list[int]] = []
    for year in taken:
        if stretches and year - stretches[-1][1] < GAP:
            stretches[-1][1] = year + 1
        else:
            stretches.append([year, year + 1])
    room = WIDTH - LEFT - RIGHT
    total = sum(after - first for first, after in stretches) + CUT * (len(stretches) - 1)
    scale, begins, laid = room / total, float(LEFT), []
    for first, after in stretches:
        laid.append((first, after, begins))
        begins += (after - first + CUT) * scale
    return Axis(tuple(laid), scale)


def years_of(entry: EventSheet) -> tuple[int, int]:
    """Return the first and last year of an event; where it is open, the year of its other end."""
    first, last = entry.earliest or entry.latest or "", entry.latest or entry.earliest or ""
    return int(first[:4]), int(last[:4])


def years(axis: Axis) -> Iterator[str]:
    """Draw the years along the top and where the axis is cut."""
    step = next(
        step
        for step in (1, 2, 5, 10, 20, 50, 100, 200, 500, 1000)
        if step * axis.scale >= 44
    )
    for number, (first, after, begins) in enumerate(axis.stretches):
        shown = [year for year in range(first, after) if year % step == 0] or [first]
        for year in shown:
            x = begins + (year - first) * axis.scale
            yield f'<line x1="{x:.1f}" y1="{TOP}" x2="{x:.1f}" y2="{HEIGHT - BOTTOM}" stroke="#cbd5e1"/>'
            yield f'<text x="{x + 3:.1f}" y="{TOP - 6}" font-size="13" fill="#334155">{year}</text>'
        if number:
            x = begins - CUT * axis.scale / 2
            yield (
                f'<line x1="{x:.1f}" y1="{TOP}" x2="{x:.1f}" y2="{HEIGHT - BOTTOM}" stroke="#94a3b8" stroke-width="1.5"'
                ' stroke-dasharray="2 5"/>'
            )


def composed(entries: Sequence[EventSheet]) -> tuple[int, list[Placed]]:
    """Choose the largest type in which every title has room, whole or else cut, or else the
    smallest, and place the events.
    """
    tried = [(size, placed(entries, size)) for size in SIZES]
    roomy = [found for found in tried if all(item.anchor for item in found[1])]
    whole = [found for found in roomy if all(is_whole(item) for item in found[1])]
    return next(iter((*whole, *roomy, tried[-1])))


def is_whole(item: Placed) -> bool:
    """Return whether the title of an event is drawn to its end."""
    return item.title == item.entry.title


SIZES = (22, 19, 16, 14, 12, 11)


def placed(entries: Sequence[EventSheet], size: int) -> list[Placed]:
    """Place every event in its lane, the weightiest first, so that they get a title."""
    if not entries:
        return []
    axis, lanes = axis_of(entries), {lane.name: lane for lane in lanes_of(entries)}
    room = Rows(size)
    found = []
    for entry in sorted(
        entries,
        key=lambda entry: (
            -entry.weight,
            -len(entry.sources),
            entry.earliest or "",
            entry.id,
        ),
    ):
        lane = lanes[entry.category]
        rows = room.count(lane)
        x, end = ends(entry, axis)
        row, anchor, title = room.room_for(entry, (x, end), rows)
        y = lane.top + (
            4 + (row + 0.5) * (lane.height - 14) / rows if anchor else lane.height - 7
        )
        found.append(Placed(entry=entry, x=x, end=end, y=y, anchor=anchor, title=title))
    return sorted(found, key=lambda item: (item.entry.earliest or "", item.entry.id))


def ends(entry: EventSheet, axis: Axis) -> tuple[float, float]:
    """Return where an event begins and ends on the picture; what is open at an end reaches that
    end of the axis.
    """
    x = axis.x(date.fromisoformat(entry.earliest)) if entry.earliest else LEFT
    end = axis.x(date.fromisoformat(entry.latest)) if entry.latest else WIDTH - RIGHT
    if entry.precision in SPANS and end - x >= SHORTEST_BAR:
        return x, end
    return (x, x) if entry.earliest else (end, end)


class Rows:
    """The rows of the lanes, with what is taken in each, for type of one size."""

    def __init__(self, size: int) -> None:
        self.size = size
        self.taken: dict[tuple[str, int], list[tuple[float, float]]] = {}

    def count(self, lane: Lane) -> int:
        """How many rows a lane has, at least one."""
        return max(int((lane.height - 14) / (self.size + 4)), 1)

    def room_for(
        self, entry: EventSheet, span: tuple[float, float], rows: int
    ) -> tuple[int, str, str]:
        """Find a row in which a title has room, whole or else cut, after its mark or before it; no
        anchor where there is none.
        """
        for title in dict.fromkeys((entry.title, shortened(entry.title))):
            sides = self.sides(title, span)
            for row, (anchor, box) in product(range(rows), sides.items()):
                boxes = self.taken.setdefault((entry.category, row), [])
                if is_free(box, boxes):
                    boxes.append(box)
                    return row, anchor, title
        return 0, "", ""

    def sides(self, title: str, span: tuple[float, float]) -> dict[str, tuple[float, float]]:
        """What a mark and its title take of a row, with the title after it or before it."""
        x, end = span
        width = (len(title) + 1) * self.size * drawing.LETTER
        return {
            "start": (x - MARK, end + MARK + 4 + width),
            "end": (x - MARK - 4 - width, end + MARK),
        }


def is_free(box: tuple[float, float], taken: Sequence[tuple[float, float]]) -> bool:
    """Return whether a box lies on the picture and touches none of those taken."""
    begins, stops = box
    inside = begins >= LEFT - 60 and stops <= WIDTH - 8
    return inside and all(stops <= other or begins >= last for other, last in taken)


def shortened(title: str) -> str:
    """Cut a title that is too long for the picture, at a word."""
    return title if len(title) <= LONGEST else title[: LONGEST - 1].rsplit(" ", 1)[0] + "…"


def mark(item: Placed, size: int, surface: Surface) -> Iterator[str]:
    """Draw one event: its mark or bar, its title, and everything for those who point at it."""
    entry = item.entry
    yield f"<g><title>{safe(drawing.told(entry, surface))}</title>"
    if item.end > item.x:
        yield drawing.bar(item.x, item.y, item.end - item.x, bar_style(entry))
    else:
        yield drawing.shape(entry, item.x, item.y, RADIUS)
    if item.anchor:
        x = item.end + MARK + 3 if item.anchor == "start" else item.x - MARK - 3
        yield (
            f'<text x="{x:.1f}" y="{item.y + size * 0.35:.1f}" font-size="{size}" text-anchor="{item.anchor}"'
            f' fill="#0f172a">{safe(item.title)}</text>'
        )
    yield "</g>"


def bar_style(entry: EventSheet) -> str:
    """Fill a bar; one that is open at an end fades towards it."""
    if entry.earliest and entry.latest:
        return drawing.style(entry)
    return f'fill="url(#{"since" if entry.earliest else "until"}-{entry.category})"'
