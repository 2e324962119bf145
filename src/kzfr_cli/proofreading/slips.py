"""Return whether a number is a slip of another: digits changed or swapped, the scale ten times
off.
"""

from __future__ import annotations


def is_slip(one: float, other: float) -> bool:
    """Return whether two numbers differ as slips do: two digits swapped, one changed, the scale ten times off."""
    if one <= 0 or other <= 0 or one == other:
        return False
    for factor in (10.0, 100.0, 1000.0):
        if (
            abs(one * factor - other) < 1e-6 * other
            or abs(other * factor - one) < 1e-6 * one
        ):
            return True
    mine, theirs = digits_of(one), digits_of(other)
    if is_scaled(one, other, max(len(mine), LEAST_DIGITS)):
        return True
    if len(mine) != len(theirs) or not 0.1 < one / other < 10:
        return (
            abs(len(mine) - len(theirs)) == 1 and is_dropped(mine, theirs) and len(mine) > 1
        )
    differing = [place for place in range(len(mine)) if mine[place] != theirs[place]]
    if len(differing) == 2 and sorted(mine) == sorted(theirs):
        return True
    return len(differing) == 1 and len(mine) >= 2


def is_scaled(one: float, other: float, digits: int) -> bool:
    """Return whether a number is another, rounded as it is, ten, a hundred or a thousand times off."""
    if max(one, other) < LARGE:
        return False
    mine, theirs = float(f"{one:.{digits}g}"), float(f"{other:.{digits}g}")
    return any(abs(mine / theirs / scale - 1) < 1e-6 for scale in SCALES)


LEAST_DIGITS = 2
"""Digits to which the right number is rounded at least before it is compared."""

LARGE = 1e6
"""From here on numbers are told rounded: «4 milliards» of 3 988 million."""

SCALES = (0.001, 0.01, 0.1, 10.0, 100.0, 1000.0)


def digits_of(value: float) -> str:
    """The digits of a number without the zeros at its end and its decimal sign."""
    return f"{value:.6g}".replace(".", "").split("e")[0].rstrip("0") or "0"


def is_dropped(one: str, other: str) -> bool:
    """Return whether one number is the other with a digit dropped."""
    short, long = sorted((one, other), key=len)
    if len(short) < LEAST_DIGITS:
        return False
    return any(long[:place] + long[place + 1 :] == short for place in range(len(long)))
