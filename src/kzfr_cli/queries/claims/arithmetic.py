"""Count years as claims count them: differences of calendar years, completed years, their bounds."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

NEAR_SHORT = 1.5
"""Years that «près de» may be short of its number."""

ROUGH = 3
"""Years that «une trentaine» may be off, to either side."""


def years_between(first: date, last: date) -> float:
    """Give the years from one day to another, with the part of the year begun."""
    whole = completed(first, last)
    since = same_day(first, first.year + whole)
    following = same_day(first, first.year + whole + 1)
    return whole + (last - since).days / (following - since).days


def completed(first: date, last: date) -> int:
    """Count the years completed between two days."""
    return last.year - first.year - ((last.month, last.day) < (first.month, first.day))


def same_day(day: date, year: int) -> date:
    """Give the anniversary of a day; that of 29 February is 28 February in a common year."""
    try:
        return day.replace(year=year)
    except ValueError:
        return date(year, 2, 28)


def holds(number: float, bound: str, spans: Iterable[float]) -> bool:
    """Tell whether a number of elapsed years holds for one of several spans."""
    return any(one_holds(number, bound, span) for span in spans)


def one_holds(number: float, bound: str, span: float) -> bool:
    """Tell whether a number of elapsed years holds: the completed years, the nearest whole number,
    or by its bound.
    """
    if bound == "more":
        return span >= number - 0.02
    if bound == "less":
        return span <= number + 0.02
    if bound == "nearly":
        return number - NEAR_SHORT <= span <= number + 0.5
    if bound == "rough":
        return abs(span - number) <= ROUGH
    if bound == "about":
        return abs(span - number) <= max(1.5, number / 10)
    if bound == "exactly":
        return abs(span - number) < 0.001
    return number == int(span) or abs(span - number) <= 0.5


def difference_holds(number: float, bound: str, years: int) -> bool:
    """Tell whether the number of an anniversary holds for a difference of calendar years."""
    if bound in ("exact", "exactly"):
        return number == years
    return one_holds(number, bound, years) or one_holds(number, bound, years - 1)
