"""Partial dates in EDTF (ISO 8601-2): the dates of level 0, level 1 for the years 1 to 9999, and
the one-of set of level 2.

Source: the EDTF specification of the Library of Congress,
https://www.loc.gov/standards/datetime/.
"""

from __future__ import annotations

import re
from datetime import date
from functools import lru_cache
from typing import TYPE_CHECKING

from kzfr_cli.core.record import record
from kzfr_cli.errors import InvalidDateError

if TYPE_CHECKING:
    from typing import Literal, NoReturn

    Precision = Literal[
        "day", "month", "season", "year", "decade", "century", "interval", "set"
    ]

SINGLE = re.compile(
    r"(?:(?P<century>[0-9]{2})XX|(?P<decade>[0-9]{3})X"
    r"|(?P<year>[0-9]{4})(?:-XX(?:-XX)?"
    r"|-(?P<month>[0-9]{2})(?:-(?P<day>[0-9]{2})|(?P<some_day>-XX))?)?)(?P<mark>[?~%]?)"
)
UNSPECIFIED = "-XX"
"""A month or a day that is not told: the date is then known to the year or to the month."""
OTHER_YEAR = (
    r"Y-?[0-9]{5,}[?~%]?|-(?:[0-9]{2}XX|[0-9]{3}X|[0-9]{4})(?:-[0-9X]{2}){0,2}[?~%]?"
)
"""The years of level 1 outside the calendar that dates are reckoned in here: after 9999, where a
letter leads them, and before the year 1.
"""
TIME = r"[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}(?::[0-9]{2})?(?:Z|[+-][0-9:]+)?"
"""A day with the time of the day behind it."""
SEASONS = {21: 3, 22: 6, 23: 9, 24: 12}
"""The first of the three months of each season: spring, summer, autumn, winter.

The standard leaves the months open: these are the meteorological seasons of the north, where France
and Kazakhstan lie. The winter of a year begins in its December and ends with February of the next.
"""
MONTHS_OF_31_DAYS = frozenset({1, 3, 5, 7, 8, 10, 12})
LAST_YEAR = 9999
OPEN = frozenset({"", ".."})
"""The ends of an interval that are no date: unknown, and open."""

Span = tuple[date | None, date | None]


@record
class PartialDate:
    """Hold a date as far as it is known: to the day, the month, the year …, an interval, or one of
    several.

    `text` is the EDTF; `earliest` and `latest` are days, None where an interval or a set has no end
    there; `start` and `end` are those of an interval, None where it is open or unknown. Partial
    dates have no order of their own: sort them by `sort_key()`.
    """

    text: str
    earliest: date | None
    latest: date | None
    precision: Precision
    is_uncertain: bool = False
    is_approximate: bool = False
    start: PartialDate | None = None
    end: PartialDate | None = None

    def __str__(self) -> str:
        """Write the EDTF."""
        return self.text

    @property
    def is_interval(self) -> bool:
        """Return whether it has a start and an end."""
        return self.precision == "interval"

    @property
    def day(self) -> date | None:
        """Return the day, or the day on which an interval starts; None when it is known to the
        month or less.
        """
        if self.precision == "interval":
            return self.start.day if self.start else None
        return self.earliest if self.earliest == self.latest else None

    @property
    def month(self) -> tuple[int, int] | None:
        """Return the (year, month), or that in which an interval starts; None when it is known
        to the year or less.
        """
        if self.precision == "interval":
            return self.start.month if self.start else None
        if self.earliest is None or self.latest is None:
            return None
        first, last = (
            (self.earliest.year, self.earliest.month),
            (self.latest.year, self.latest.month),
        )
        return first if first == last else None

    @property
    def year(self) -> int | None:
        """Return the year, or that in which an interval starts; None when it may be one of
        several.
        """
        if self.precision == "interval":
            return self.start.year if self.start else None
        if (
            self.earliest is None
            or self.latest is None
            or self.earliest.year != self.latest.year
        ):
            return None
        return self.earliest.year

    def sort_key(self) -> tuple[int, int]:
        """Return what to sort by: what begins first, then what lasts longest; without a start,
        its end counts.
        """
        first = self.earliest or self.latest or date.min
        return first.toordinal(), -(self.latest or date.max).toordinal()


@lru_cache(maxsize=32_768)
def parse(text: str) -> PartialDate:
    """Parse an EDTF date.

    Raises `InvalidDateError` with `text` and a `reason`: "form" (it is not EDTF), "time" (a time
    of the day stands behind it), "year", "month", "day" (out of range; `last_valid` is then the
    last day of that month, in ISO), "order" (it ends before it starts), "open" (neither end is a
    date).
    """
    if len(text) == 10 and text[4] == text[7] == "-":
        try:
            day = date.fromisoformat(text)
        except ValueError:
            pass
        else:
            return PartialDate(text=text, earliest=day, latest=day, precision="day")
    if "/" in text:
        return _interval(text)
    if text.startswith("[") and text.endswith("]"):
        return _one_of(text)
    return _single(text, text)


def last_day(year: int, month: int) -> int:
    """Count the days of a month of the Gregorian calendar.

    (`calendar.monthrange` does it too, and importing it costs more than reading a thousand dates.)
    """
    if month == 2:
        return 29 if year % 4 == 0 and (year % 100 != 0 or year % 400 == 0) else 28
    return 31 if month in MONTHS_OF_31_DAYS else 30


def _interval(text: str) -> PartialDate:
    first, _, last = text.partition("/")
    if first in OPEN and last in OPEN:
        _refuse(text, "open")
    start = None if first in OPEN else _single(first, text)
    end = None if last in OPEN else _single(last, text)
    earliest = start.earliest if start else None
    latest = end.latest if end else None
    _check_order(text, earliest, latest)
    ends = [each for each in (start, end) if each is not None]
    return PartialDate(
        text=f"{start or first}/{end or last}",
        earliest=earliest,
        latest=latest,
        precision="interval",
        is_uncertain=any(each.is_uncertain for each in ends),
        is_approximate=any(each.is_approximate for each in ends),
        start=start,
        end=end,
    )


def _one_of(text: str) -> PartialDate:
    spans = [_member(member, text) for member in text[1:-1].split(",")]
    earliest, latest = [span[0] for span in spans], [span[1] for span in spans]
    return PartialDate(
        text=text,
        earliest=None if None in earliest else min(day for day in earliest if day),
        latest=None if None in latest else max(day for day in latest if day),
        precision="set",
    )


def _member(member: str, text: str) -> Span:
    """Return the days that one member of a set covers: a date, or a range of them open at most
    at one end.
    """
    first, dots, last = member.partition("..")
    if not dots:
        value = _unmarked(member, text)
        return value.earliest, value.latest
    if not first and not last:
        _refuse(text, "open")
    earliest = _unmarked(first, text).earliest if first else None
    latest = _unmarked(last, text).latest if last else None
    _check_order(text, earliest, latest)
    return earliest, latest


def _unmarked(member: str, text: str) -> PartialDate:
    if member[-1:] in {"?", "~", "%"}:
        _refuse(text, "form")
    return _single(member, text)


def _single(part: str, text: str) -> PartialDate:
    """Parse a date that is neither an interval nor a set; `text` is the whole that an error
    names.
    """
    match = SINGLE.fullmatch(part)
    if match is None:
        _refuse(text, _misfit(part))
    mark = match["mark"]
    first, last, precision = _days(match, text)
    return PartialDate(
        text=part.replace(UNSPECIFIED, ""),
        earliest=first,
        latest=last,
        precision=precision,
        is_uncertain=mark in {"?", "%"},
        is_approximate=mark in {"~", "%"},
    )


def _misfit(part: str) -> str:
    """Return why a text is none of the dates that are read here: the standard may know it."""
    if re.fullmatch(OTHER_YEAR, part):
        return "year"
    return "time" if re.fullmatch(TIME, part) else "form"


def _days(match: re.Match[str], text: str) -> tuple[date, date, Precision]:
    """Return the first and the last day that a date covers, and its precision."""
    if match["century"]:
        return *_years(int(match["century"]) * 100, 100), "century"
    if match["decade"]:
        return *_years(int(match["decade"]) * 10, 10), "decade"
    year = int(match["year"])
    if year == 0:
        _refuse(text, "year")
    if not match["month"]:
        return *_years(year, 1), "year"
    month = int(match["month"])
    if month in SEASONS and not match["day"] and not match["some_day"]:
        return *_season(year, SEASONS[month]), "season"
    if not 1 <= month <= 12:
        _refuse(text, "month")
    length = last_day(year, month)
    if not match["day"]:
        return date(year, month, 1), date(year, month, length), "month"
    day = int(match["day"])
    if not 1 <= day <= length:
        raise InvalidDateError(
            text=text, reason="day", last_valid=f"{year:04}-{month:02}-{length}"
        )
    return date(year, month, day), date(year, month, day), "day"


def _years(first: int, count: int) -> tuple[date, date]:
    return date(max(first, 1), 1, 1), date(first + count - 1, 12, 31)


def _season(year: int, month: int) -> tuple[date, date]:
    if month < 12:
        return date(year, month, 1), date(year, month + 2, last_day(year, month + 2))
    if year == LAST_YEAR:
        return date(year, 12, 1), date.max
    return date(year, 12, 1), date(year + 1, 2, last_day(year + 1, 2))


def _check_order(text: str, earliest: date | None, latest: date | None) -> None:
    if earliest and latest and latest < earliest:
        _refuse(text, "order")


def _refuse(text: str, reason: str) -> NoReturn:
    raise InvalidDateError(text=text, reason=reason)
