"""Tell a number of units of time that a careful hand would have counted from one that merely
need not be wrong.
"""

from __future__ import annotations

from kzfr_cli.core.edtf import PartialDate
from kzfr_cli.proofreading import arithmetic
from kzfr_cli.proofreading.case import Claim

HALF = 0.5
"""Units by which the nearest whole number may be off."""

LATE = 0.9
"""Part of a further year from which the completed years are no longer the number to write: fifteen
years less four days are not fourteen.
"""

NEARLY = 0.8
"""Units by which «près de» may be short of a small number."""

TENS, FIVES = 10, 5
TRACE = 0.1
"""Units by which a bound may be passed: «plus de vingt ans» of twenty years less a month."""

LOOSE_DAYS = frozenset((8, 15))
"""Days that are a week or two: «huit jours après»."""

BEYOND = 0.15
"""Units by which a number may be above the longest time that lies between two dates."""

FINE = 3
"""Steps from which a time lies between dates one of which is known but to the month or year."""


def is_close(claim: Claim, of: PartialDate, at: PartialDate) -> bool:
    """Return whether the number of a time is the one to write between two partial dates,
    whichever is first.
    """
    of, at = in_order(of, at)
    if claim.bound in ("exact", "exactly", "day"):
        return is_counted(claim, of, at)
    counted = arithmetic.spans(of, at, claim.unit)
    low, high = bounds(claim.number, claim.bound)
    return any(low <= span <= high for span in counted)


def in_order(one: PartialDate, other: PartialDate) -> tuple[PartialDate, PartialDate]:
    """Two dates, the earlier first."""
    if one.earliest and other.earliest and other.earliest < one.earliest:
        return other, one
    return one, other


def is_counted(claim: Claim, of: PartialDate, at: PartialDate) -> bool:
    """Return whether a plain number is that of the calendar where a date is known but coarsely,
    else the nearest whole number or that of the years completed.
    """
    apart = by_calendar(of, at, claim.unit)
    if apart is not None:
        return abs(claim.number - apart) <= HALF
    counted = arithmetic.spans(of, at, claim.unit)
    later = LATE if claim.unit == "year" else HALF
    return any(-HALF <= span - claim.number <= later for span in counted)


def by_calendar(of: PartialDate, at: PartialDate, unit: str) -> int | None:
    """The difference of the calendar years or months, where one of the dates is known no finer."""
    are_finer = of.month and at.month if unit == "year" else of.day and at.day
    if are_finer:
        return None
    return calendar_units(of, at, unit)


def bounds(number: float, bound: str) -> tuple[float, float]:
    """The least and the greatest time of which a number with a bound is the one to write: «plus
    de vingt ans» is said up to thirty years, «plus de quatorze» up to fifteen.
    """
    step = step_of(number)
    if bound == "more":
        return number - TRACE, number + step
    if bound == "less":
        return number - step, number + TRACE
    if bound == "nearly":
        return number - max(NEARLY, number / TENS), number + TRACE
    if bound == "about":
        return number - max(1.0, number / TENS), number + max(1.0, number / TENS)
    return number - arithmetic.ROUGH, number + arithmetic.ROUGH


def step_of(number: float) -> int:
    """The step of the scale on which a number stands: tens, fives or ones."""
    if number % TENS == 0:
        return TENS
    return FIVES if number % FIVES == 0 else 1


def are_apart(of: PartialDate, at: PartialDate, form: str) -> bool:
    """Return whether two dates may be the ends of a time: what it is counted from lies wholly
    before what is said to be after it, or behind what is said to be before it.
    """
    first, last = (at, of) if form in ("before", "earlier") else (of, at)
    if first.latest is None or last.earliest is None:
        return False
    return first.latest < last.earliest


def is_before(first: PartialDate, last: PartialDate) -> bool:
    """Return whether one date may lie before another."""
    if first.earliest is None or last.latest is None:
        return False
    return first.earliest < last.latest


def is_possible(claim: Claim, of: PartialDate, at: PartialDate) -> bool:
    """Return whether the number of a time may be that between two partial dates by any way of
    counting: units completed, the nearest whole number, the difference of the calendar.
    """
    of, at = in_order(of, at)
    counted = arithmetic.spans(of, at, claim.unit)
    if claim.bound not in ("exact", "exactly"):
        return any(is_bounded(claim, span) for span in counted)
    if calendar_units(of, at, claim.unit) == claim.number:
        return True
    return bool(counted) and is_within(claim, counted)


def is_bounded(claim: Claim, span: float) -> bool:
    """Return whether a number with a bound holds for a time: «près de» strictly."""
    if claim.bound != "nearly":
        return arithmetic.holds(claim.number, claim.bound, span, claim.unit)
    low, high = bounds(claim.number, claim.bound)
    return low - TRACE <= span <= high + HALF


def is_within(claim: Claim, counted: list[float]) -> bool:
    """Return whether a number of units is that of the shortest or the longest of some times, or
    lies between: as units completed, or as the nearest whole number; of days only so.
    """
    number = claim.number
    shortest, longest = counted[0], counted[-1]
    if claim.unit == "day":
        off = 1.0 if number in LOOSE_DAYS else HALF
        return shortest - off <= number <= longest + off
    if number % 1:
        return shortest - HALF <= number <= longest + HALF
    above = HALF if len(counted) < FINE else BEYOND
    return int(shortest + TRACE) <= number <= longest + above


def calendar_units(of: PartialDate, at: PartialDate, unit: str) -> int | None:
    """The difference of the calendar years or months of two dates, finely known or not."""
    if unit == "year":
        return at.year - of.year if of.year and at.year else None
    if unit != "month" or not (of.month and at.month):
        return None
    return (at.month[0] - of.month[0]) * 12 + at.month[1] - of.month[1]
