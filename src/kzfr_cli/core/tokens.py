"""The tokens of the index that are no words: how each is written, and how it is read.

A date known to the day has `_2008 _200806 _m06 _20080611 _d0611`; one that its event does not go by
has them with an `o`; a tag, a category or a kind of date has `_tag_visit`.
"""

from __future__ import annotations

from datetime import date
from functools import lru_cache

TAG = "_tag_"
OTHER = "_o"

CONTEXT = "_context"
"""An event that explains relations without being one of them."""


@lru_cache(maxsize=5_000)
def of_tag(identifier: str) -> str:
    """The token of a tag, a category or a kind of date."""
    return TAG + identifier.replace("-", "_")


def is_tag(token: str) -> bool:
    """Return whether a token is of a tag, a category or a kind of date."""
    return token.startswith(TAG)


def identifier_of(token: str) -> str:
    """The tag, category or kind of date of a token."""
    return token.removeprefix(TAG).replace("_", "-")


def of_weight(weight: int) -> str:
    """The token of the weight of an event: 3 for a landmark."""
    return f"_w{weight}"


def of_year(year: int) -> str:
    """The token of a year."""
    return f"_{year:04}"


def of_month(year: int, month: int) -> str:
    """The token of a month of a year."""
    return f"_{year:04}{month:02}"


def of_any_month(month: int) -> str:
    """The token of a month of any year."""
    return f"_m{month:02}"


def of_day(day: date) -> str:
    """The token of a day."""
    return f"_{day.year:04}{day.month:02}{day.day:02}"


def of_any_day(month: int, day: int) -> str:
    """The token of a day of any year."""
    return f"_d{month:02}{day:02}"


def of_other(token: str) -> str:
    """The token of a date that is not the one its event goes by."""
    return OTHER + token[1:]
