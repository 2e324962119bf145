"""Tell whether a number of the database, as a text rounds or bounds it, is that of the text."""

from __future__ import annotations

from kzfr_cli.proofreading import slips
from kzfr_cli.proofreading.amounts import Amount

LOOSE = frozenset(
    (
        "nearly",
        "about",
        "less",
        "rough",
    )
)
LOOSELY_TOLD = frozenset(
    (
        "about",
        "nearly",
        "less-than",
        "up-to",
    )
)
"""Bounds, of the text and of the database, that a number a tenth off still keeps."""

TOLD_AS_A_FLOOR = frozenset(("more-than", "at-least"))
"""Bounds of the database that a somewhat greater number of the text keeps."""


ABOUT = 0.1
"""Share of a number by which another may differ that is said to be about it."""

WHOLE, EXACT = 0.4, 1e-6
"""Half of the last place below which a number has decimals; and how far one without may be off."""

JUST_BELOW = 0.999
ABOVE, JUST_ABOVE = 1.25, 1.1
"""How many times as much a number may be that the text, or only the database, calls "more than"."""


def agrees(
    amount: Amount,
    value: float,
    bound: str = "exact",
) -> bool:
    """Return whether an amount is a number of the database, under its bound."""
    step = amount.step * 1.0001
    if may_be_rounded(amount, value, bound):
        if is_above(amount, value, bound):
            return True
        if amount.bound in LOOSE or bound in LOOSELY_TOLD:
            return abs(amount.value - value) <= max(ABOUT * value, step)
    if amount.in_words or amount.scale == 1.0:
        return abs(amount.value - value) <= (step if step < WHOLE else EXACT)
    return abs(amount.value - value) <= step


def is_above(
    amount: Amount,
    value: float,
    bound: str,
) -> bool:
    """Return whether one of an amount and a number is called "more than" the other, and is."""
    if amount.bound == "more":
        return amount.value * JUST_BELOW <= value <= amount.value * ABOVE
    if bound in TOLD_AS_A_FLOOR:
        return value * JUST_BELOW <= amount.value <= value * JUST_ABOVE
    return False


def is_about(amount: Amount, value: float) -> bool:
    """Return whether an amount is only said to be about so much, and a number is."""
    if amount.bound not in LOOSE:
        return False
    return abs(value - amount.value) <= ABOUT * value


def may_be_rounded(
    amount: Amount,
    value: float,
    bound: str,
) -> bool:
    """Return whether an amount may stand for a number that is not quite the same: it is the rounder
    of the two, or rough; or the database's is not exact.
    """
    if bound != "exact" or amount.is_rough:
        return True
    return slips.is_rounder(amount.value, value)
