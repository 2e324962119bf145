"""Count time as texts count it: completed units, the nearest whole number, and what bounds
allow.
"""

from __future__ import annotations

from datetime import date

from kzfr_cli.core.edtf import PartialDate

DAYS = {
    "year": 365.2425,
    "month": 30.44,
    "week": 7.0,
    "day": 1.0,
}
NEARLY_SHORT = {
    "year": 1.5,
    "month": 1.5,
    "week": 1.0,
    "day": 2.0,
}
"""Units that «près de» may be short of its number."""

ROUGH, ROUGH_SHARE = 3.0, 0.15
"""Units by which «une vingtaine» may be off, at most, and the share of it; at least one
and a half.
"""

ABOUT = 1.5
"""Units by which "about" a number may be off at least."""
SLACK = {
    "year": 0.5,
    "month": 0.9,
    "week": 0.75,
    "day": 1.0,
}
"""Units by which a plain number may be off."""


VERY_DAY = 1.5
"""Days by which a number «jour pour jour» may be off: a text tells of the day before it."""


def holds(
    number: float,
    bound: str,
    span: float,
    unit: str = "year",
    exact: bool = False,
) -> bool:
    """Return whether a number of units holds for a span: completed units, the nearest
    whole number, or its bound.
    """
    slack = SLACK[unit]
    if bound == "more":
        return number * 0.99 - 0.02 <= span <= number * 1.5 + 3
    if bound == "less":
        return number * 0.5 - 1 <= span <= number + 0.02
    if bound == "nearly":
        return number - max(NEARLY_SHORT[unit], number * 0.09) <= span <= number + slack
    if bound == "rough":
        return abs(span - number) <= min(ROUGH, max(ABOUT, number * ROUGH_SHARE)) + 0.02
    if bound == "about":
        return abs(span - number) <= max(ABOUT, number / 10)
    if exact:
        return abs(span - number) < 0.01
    if bound == "day":
        return abs(span - number) * DAYS[unit] < VERY_DAY
    if bound == "exactly":
        return abs(span - number) < 0.13
    return int(span + 0.001) == number or abs(span - number) <= slack


def spans(of: PartialDate, at: PartialDate, unit: str) -> list[float]:
    """The times that may lie between two partial dates, in units, from the shortest to the
    longest.
    """
    if None in (of.earliest, of.latest, at.earliest, at.latest):
        return []
    assert of.earliest and of.latest and at.earliest and at.latest
    shortest = between(of.latest, max(at.earliest, of.latest), unit)
    longest = between(of.earliest, max(at.latest, of.earliest), unit)
    steps = max(min(int((longest - shortest) * 12), 240), 1)
    return [shortest + (longest - shortest) * step / steps for step in range(steps + 1)]


def between(first: date, last: date, unit: str) -> float:
    """The time from one day to another, in units, with the part of the unit begun."""
    if unit == "year":
        whole = last.year - first.year - ((last.month, last.day) < (first.month, first.day))
        since = same_day(first, first.year + whole)
        following = same_day(first, first.year + whole + 1)
        return whole + (last - since).days / max((following - since).days, 1)
    if unit == "month":
        months = (
            (last.year - first.year) * 12 + last.month - first.month - (last.day < first.day)
        )
        return months + ((last.day - first.day) % 31) / 31
    return (last - first).days / DAYS[unit]


def same_day(day: date, year: int) -> date:
    """The anniversary of a day; that of 29 February is 28 February in a common year."""
    try:
        return day.replace(year=year)
    except ValueError:
        return date(year, 2, 28)
