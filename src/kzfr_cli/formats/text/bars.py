"""Bars and courses drawn with the blocks of Unicode: eighths of a cell, wide or high."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

CUT = "┊"
WIDE = ("", "▏", "▎", "▍", "▌", "▋", "▊", "▉")
SHORTEST = 8
"""Columns below which a bar says nothing."""
HIGH = "▁▂▃▄▅▆▇█"


def bars(values: Sequence[float], width: int) -> list[str]:
    """A bar for each value, on one scale from zero; values below zero reach to the left of it."""
    lowest = min([0.0, *values])
    span = max([0.0, *values]) - lowest or 1.0
    return [
        bar((min(value, 0.0) - lowest) / span, abs(value) / span, width) for value in values
    ]


def bar(
    begin: float,
    length: float,
    width: int,
) -> str:
    """A bar that begins and is as long as these shares of a width, to the eighth of a cell."""
    cells, eighths = divmod(round(length * width * 8), 8)
    if length and not cells:
        eighths = max(eighths, 1)
    return " " * round(begin * width) + "█" * cells + WIDE[eighths]


def block(value: float, most: float) -> str:
    """A cell as high as a share of the most; nothing for nothing."""
    return HIGH[round(value / most * (len(HIGH) - 1))] if value else " "


def spark(
    values: Sequence[float | None],
    width: int,
    cuts: Sequence[int] = (),
) -> str:
    """The course of values in one line of a width; a value that is missing is left blank.

    Where there are more values than cells, a cell shows the mean of those that fall into it; no
    cell reaches over a cut, which is drawn.
    """
    ends = [0, *cuts, len(values)]
    room = min(width - len(cuts), len(values))
    places = [end * room // len(values) if values else 0 for end in ends]
    runs = [
        [mean(part) for part in parts(values[first:last], end - begin)]
        for (first, last), (begin, end) in zip(pairwise(ends), pairwise(places), strict=True)
    ]
    known = [cell for run in runs for cell in run if cell is not None]
    lowest = min([0.0, *known])
    span = max([0.0, *known]) - lowest or 1.0
    steps = len(HIGH) - 1
    return CUT.join(
        "".join(
            " " if cell is None else HIGH[round((cell - lowest) / span * steps)]
            for cell in run
        )
        for run in runs
    )


def parts(values: Sequence[float | None], count: int) -> list[Sequence[float | None]]:
    """Cut values into so many parts of nearly the same length."""
    cuts = [number * len(values) // count for number in range(count + 1)] if count else []
    return [values[first:last] for first, last in pairwise(cuts)]


def mean(values: Sequence[float | None]) -> float | None:
    """The mean of the values that are known, None when none is."""
    known = [value for value in values if value is not None]
    return sum(known) / len(known) if known else None
