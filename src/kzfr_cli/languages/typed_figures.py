"""Read the dates that people type in figures, and those that the standard writes."""

from __future__ import annotations

import re
from datetime import date
from typing import TYPE_CHECKING

from kzfr_cli.core import edtf
from kzfr_cli.core.record import pair
from kzfr_cli.errors import (
    AmbiguousDateError,
    BackwardDateError,
    DistantYearError,
    ImpossibleDateError,
    InvalidDateError,
    NeedsYearError,
    ShortYearError,
    UnreadableDateError,
    UsageError,
)

if TYPE_CHECKING:
    from kzfr_cli.core.edtf import PartialDate

LONGEST = 60
"""Characters of the longest text worth reading: a span in words with weekdays takes about 50."""

IN_SIGNS = re.compile(r"[-0-9XY./?~%,\[\]]+", re.IGNORECASE)
"""What may be a date as the standard writes it: 2013-23, 199X, 1992?, 1992/.., -0050."""
SPACED = re.compile(r" ?([/?~%]) ?")
YEAR_FIRST = re.compile(r"([0-9]{4})(?:([-/.])([0-9]{1,2})(?:\2([0-9]{1,2}))?)?")
YEAR_LAST = re.compile(r"([0-9]{1,2})([-/.])([0-9]{1,2})\2([0-9]{4})")
MONTH_AND_YEAR = re.compile(r"([0-9]{1,2})[-/.]([0-9]{4})")
ISO_DAY = re.compile(r"(?:--)?([0-9]{2})-([0-9]{2})")
"""A month and a day as ISO writes them after the year: 06-11 is 11 June."""
DAY_AND_MONTH = re.compile(r"([0-9]{1,2})[-/.]([0-9]{1,2})\.?")
SHORT_YEAR = re.compile(r"(?P<day>[0-9]{1,2}([-/.])[0-9]{1,2}\2)(?P<year>[0-9]{2})")
THIS_CENTURY = 50
"""The last year of two digits that is taken for one of this century."""
LEAP_YEAR = "2000"
"""Stands for a year that is not said, so that any day exists."""


@pair
class Habits:
    """How dates are read: from which day on, in which order figures, and whether a year may lack.

    With `coming`, a day without a year is the next one, today included.
    """

    today: date
    day_first: bool = False
    coming: bool = False


def standard(typed: str, text: str) -> PartialDate | None:
    """Return a date that is written as the standard has it; None when it is not.

    Raises what refuses it where the standard knows the form, and the date cannot be.
    """
    signs = SPACED.sub(r"\1", typed).upper()
    if not IN_SIGNS.fullmatch(signs):
        return None
    try:
        return edtf.parse(signs)
    except InvalidDateError as error:
        if error.facts["reason"] in KNOWN_FORMS:
            raise refusal(text, error) from error
        return None


KNOWN_FORMS = frozenset({"year", "day", "order"})
"""Why a date that the standard may write is refused."""


def refusal(text: str, error: InvalidDateError) -> UsageError:
    """Return what says to a reader why a date is refused."""
    reason = error.facts["reason"]
    if reason == "year":
        return DistantYearError(text=text)
    if reason == "order":
        return BackwardDateError(text=text)
    if last_valid := error.facts.get("last_valid"):
        return ImpossibleDateError(text=text, last_valid=last_valid)
    return unreadable(text)


def unreadable(text: str) -> UnreadableDateError:
    """Return the refusal of what is no date, of which an endless text is not repeated."""
    return UnreadableDateError(text=text if len(text) <= LONGEST else f"{text[:LONGEST]}…")


def in_figures(typed: str, text: str, habits: Habits) -> str | None:
    """Return the EDTF of a day, a month or a year in figures; None when it is none."""
    if match := YEAR_FIRST.fullmatch(typed):
        return _edtf(match[1], match[3], match[4])
    if match := MONTH_AND_YEAR.fullmatch(typed):
        return _edtf(match[2], match[1])
    if match := YEAR_LAST.fullmatch(typed):
        return _settled(text, match[4], match[1], match[3], habits.day_first)
    if match := SHORT_YEAR.fullmatch(typed):
        raise ShortYearError(text=text, whole=match["day"] + _whole_year(match["year"]))
    return _without_year(typed, text, habits)


def _whole_year(short: str) -> str:
    """Return the four figures of a year that two stand for."""
    return f"{20 if int(short) <= THIS_CENTURY else 19}{short}"


def _without_year(typed: str, text: str, habits: Habits) -> str | None:
    """Read 06-11 as ISO does, 11/6 and 11.6 as the locale does."""
    iso = ISO_DAY.fullmatch(typed)
    if iso and 1 <= int(iso[1]) <= 12:
        return with_year(text, int(iso[1]), int(iso[2]), habits)
    match = DAY_AND_MONTH.fullmatch(typed)
    if match is None:
        return None
    day_first = habits.day_first or "." in typed
    try:
        settled = _settled(text, LEAP_YEAR, match[1], match[2], day_first)
    except AmbiguousDateError as error:
        readings = [str(each)[5:] for each in error.facts["readings"]]  # type: ignore[attr-defined]
        raise AmbiguousDateError(text=text, readings=tuple(readings)) from error
    if settled is None:
        return None
    return with_year(text, int(settled[5:7]), int(settled[8:10]), habits)


def with_year(text: str, month: int, day: int, habits: Habits) -> str:
    """Return the next such day; raises `NeedsYearError` where a year must be said."""
    if not 1 <= day <= edtf.last_day(2000, month):
        last = f"{habits.today.year:04}-{month:02}-{edtf.last_day(habits.today.year, month)}"
        raise ImpossibleDateError(text=text, last_valid=last)
    if not habits.coming:
        raise NeedsYearError(text=text, year=str(habits.today.year))
    year = habits.today.year
    while day > edtf.last_day(year, month) or date(year, month, day) < habits.today:
        year += 1
    return f"{year:04}-{month:02}-{day:02}"


def _settled(text: str, year: str, one: str, other: str, day_first: bool) -> str | None:
    """Settle which of two numbers is the day: only one may be, they are the same, or `day_first`
    says it.
    """
    readings = [_edtf(year, other, one)] + ([] if day_first else [_edtf(year, one, other)])
    readings = [habits for habits in readings if 1 <= int(habits[5:7]) <= 12]
    possible = list(dict.fromkeys(filter(_exists, readings)))
    if len(possible) > 1:
        raise AmbiguousDateError(text=text, readings=tuple(possible))
    return next(iter(possible or readings), None)


def _exists(text: str) -> bool:
    try:
        edtf.parse(text)
    except InvalidDateError:
        return False
    return True


def _edtf(year: str, month: str | int | None = None, day: str | None = None) -> str:
    """Write numbers as EDTF; a month beyond 12, which would be a season there, is made one that
    nothing has.
    """
    text = year
    if month is not None:
        text += f"-{int(month):02}" if int(month) <= 12 else "-99"
    return text if day is None else f"{text}-{int(day):02}"
