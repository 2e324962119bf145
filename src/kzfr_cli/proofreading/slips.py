"""Return whether a number is a slip of another: digits changed or swapped, the scale ten times
off.
"""

from __future__ import annotations

from datetime import date


def is_slip(one: float, other: float) -> bool:
    """Return whether two numbers differ as slips do: two digits swapped, one changed, the
    scale ten times off.
    """
    if one <= 0 or other <= 0 or one == other:
        return False
    mine, theirs = digits_of(one), digits_of(other)
    if is_moved(one, other) or is_scaled(one, other, max(len(mine), LEAST_DIGITS)):
        return True
    if (
        is_swapped(mine, other)
        or is_mistyped_rounded(one, other)
        or has_same_digits(one, other)
    ):
        return True
    if len(mine) == len(theirs) and 0.1 < one / other < 10:
        return is_mistyped(mine, theirs)
    if abs(len(mine) - len(theirs)) != 1 or not 0.01 < one / other < 100:
        return False
    return is_dropped(mine, theirs)


def is_telling(one: float, other: float) -> bool:
    """Return whether a slip is none that chance makes often: of many digits, of two swapped, of
    the scale.
    """
    mine, theirs = digits_of(one), digits_of(other)
    if len(mine) >= MANY or is_moved(one, other):
        return True
    return is_swapped(mine, other) or sorted(mine) == sorted(theirs)


def is_swapped(mine: str, other: float) -> bool:
    """Return whether some digits are, but for two that are swapped, those of a number
    rounded to as many.
    """
    if len(mine) < LEAST_DIGITS:
        return False
    theirs = digits_of(float(f"{other:.{len(mine)}g}"))
    if mine == theirs:
        return False
    if sorted(mine) != sorted(theirs):
        return False
    return is_mistyped(mine, theirs)


def has_same_digits(one: float, other: float) -> bool:
    """Return whether a number has the digits of another of its size, two of them swapped, a zero
    among them or not: 3,680 for 3,608.
    """
    mine, theirs = digits_of(one), digits_of(other)
    if min(len(mine), len(theirs)) < MANY or not 0.1 < one / other < 10:
        return False
    length = max(len(mine), len(theirs))
    mine, theirs = mine.ljust(length, "0"), theirs.ljust(length, "0")
    return sorted(mine) == sorted(theirs) and is_mistyped(mine, theirs)


def is_mistyped_rounded(one: float, other: float) -> bool:
    """Return whether a number differs in one digit from another rounded to as many, by more than
    sources differ.
    """
    mine = digits_of(one)
    if len(mine) < LEAST_DIGITS:
        return False
    theirs = digits_of(float(f"{other:.{len(mine)}g}"))
    low, high = sorted((one, other))
    is_apart = low * NEAR <= high < low * 10
    if not is_apart:
        return False
    if len(mine) != len(theirs):
        return False
    return is_mistyped(mine, theirs)


def is_written_alike(one: float, other: float) -> bool:
    """Return whether two numbers, written out, differ in one digit, so that neither is more than
    twice the other: 60 and 90, 400 and 401.
    """
    mine, theirs = f"{one:.10g}", f"{other:.10g}"
    if len(mine) != len(theirs) or max(one, other) > min(one, other) * TWICE:
        return False
    return sum(mine[place] != theirs[place] for place in range(len(mine))) == 1


def is_rounder(one: float, other: float) -> bool:
    """Return whether a number is told with fewer digits than another, or up to five where the
    other is not: 3 000 of 3 200, 35 of 36, but not 3 100 of 3 200.
    """
    mine, theirs = digits_of(one), digits_of(other)
    if len(mine) != len(theirs):
        return len(mine) < len(theirs)
    return mine == theirs or (mine[-1] == "5" and theirs[-1] != "5")


def is_moved(one: float, other: float) -> bool:
    """Return whether a number is another ten, a hundred or a thousand times off."""
    low, high = sorted((one, other))
    return any(abs(low * factor - high) < 1e-6 * high for factor in (10.0, 100.0, 1000.0))


def is_mistyped(mine: str, theirs: str) -> bool:
    """Return whether two numbers of as many digits differ in one, or in two that are swapped."""
    differing = sum(one != other for one, other in zip(mine, theirs, strict=True))
    if differing == 2:
        return sorted(mine) == sorted(theirs)
    if differing != 1:
        return False
    return len(mine) >= LEAST_DIGITS


def is_scaled(one: float, other: float, digits: int) -> bool:
    """Return whether a number is another, rounded as it is, ten, a hundred or a thousand
    times off.
    """
    if max(one, other) < LARGE:
        return False
    mine, theirs = float(f"{one:.{digits}g}"), float(f"{other:.{digits}g}")
    return any(abs(mine / theirs / scale - 1) < 1e-6 for scale in SCALES)


LEAST_DIGITS = 2
"""Digits to which the right number is rounded at least before it is compared."""

MANY = 3
"""Digits from which a number hardly differs from another by chance in but one of them."""

NEAR = 1.06
"""How many times as much a rounded number must be at least to be another: sources differ by
less.
"""

TWICE = 2.0
"""How many times as much a number of which one digit differs may be."""

LARGE = 1e6
"""From here on numbers are told rounded: «4 milliards» of 3 988 million."""

SCALES = (
    0.001,
    0.01,
    0.1,
    10.0,
    100.0,
    1000.0,
)


def digits_of(value: float) -> str:
    """The digits of a number without the zeros at its end and its decimal sign."""
    return f"{value:.6g}".replace(".", "").split("e")[0].rstrip("0") or "0"


def is_dropped(one: str, other: str) -> bool:
    """Return whether one number is the other with a digit dropped."""
    short, long = sorted((one, other), key=len)
    if len(short) < LEAST_DIGITS:
        return False
    return any(long[:place] + long[place + 1 :] == short for place in range(len(long)))


def is_one_digit(one: int, other: int) -> bool:
    """Return whether two years differ in one digit, or in two that are swapped."""
    mine, theirs = str(one), str(other)
    differing = [
        place
        for place in range(len(mine))
        if mine[place : place + 1] != theirs[place : place + 1]
    ]
    swapped = len(differing) == 2 and sorted(mine) == sorted(theirs)
    if len(mine) != len(theirs):
        return False
    return len(differing) == 1 or swapped


def is_day_slip(one: date, other: date) -> bool:
    """Return whether two days of one month differ in one digit."""
    same = (one.year, one.month) == (other.year, other.month)
    if not same:
        return False
    return is_one_digit(one.day + 100, other.day + 100)


def is_month_slip(one: date | None, other: date | None) -> bool:
    """Return whether two days of a year have the same number in another month: «du 10 juin au 10
    août» for «du 10 juin au 10 septembre».
    """
    if one is None or other is None or one.month == other.month:
        return False
    return (one.year, one.day) == (other.year, other.day)
