"""How the frames of events are asked: how far a unit tells an event, and the keys of its dates."""

from __future__ import annotations

from datetime import date

OWN, NAMED_PLACE, SUMMARY, SAID = 1.0, 0.8, 0.65, 0.4
"""How far a unit tells an event: in its title, an alias or a participant; its place; its
summary; what sources say.
"""

PARTED = " | "
"""What stands between the texts of an event where they are kept as one."""

OF_A_TYPE = 0.8
"""How far a mere kind of happening tells what the word itself would."""


def month_key(year: int, month: int) -> str:
    """The key of a month."""
    return f"{year:04}-{month:02}"


def day_keys(day: date) -> tuple[str, str]:
    """The keys of a day in any year, and in any month."""
    return f"{day.month:02}-{day.day:02}", f"{day.year:04}--{day.day:02}"
