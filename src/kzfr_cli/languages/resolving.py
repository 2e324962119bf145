"""The days that a date means: what it says itself, and what today or the date told before it
add.
"""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

from kzfr_cli.core import edtf
from kzfr_cli.errors import InvalidDateError
from kzfr_cli.languages.mention import Said

if TYPE_CHECKING:
    from kzfr_cli.core.edtf import PartialDate
    from kzfr_cli.languages.mention import Relative

WINTER = 4
SEASON_CODE = 20
THIRDS = {"beginning": 0, "middle": 1, "end": 2}


def last_valid(said: Said) -> int | None:
    """Return the last day of the month when the day is beyond it, else None."""
    if said.day is None or said.month is None:
        return None
    last = edtf.last_day(said.year or 2000, said.month)
    return last if said.day > last else None


def value_of(said: Said) -> PartialDate | None:
    """Return the date that is said with its year; None without a year, or for a day that does not
    exist.
    """
    if said.year is None or last_valid(said):
        return None
    text = f"{said.year:04}"
    if said.season:
        text += f"-{SEASON_CODE + said.season}"
    elif said.month:
        text += f"-{said.month:02}" + (f"-{said.day:02}" if said.day else "")
    elif said.day:
        return None
    return edtf.parse(text)


def spanning(first: PartialDate, last: PartialDate) -> PartialDate | None:
    """Return the interval between two dates; None when it would end before it starts."""
    try:
        return edtf.parse(f"{first}/{last}")
    except InvalidDateError:
        return None


def moved(relative: Relative, said: Said, day: date) -> PartialDate | None:
    """Return the date so far from a day; None when that leaves the calendar, or when it says no
    date.
    """
    try:
        return _MOVED[relative.unit](relative, said, day)
    except (ValueError, OverflowError, InvalidDateError):
        return None


def _by_days(relative: Relative, said: Said, day: date) -> PartialDate | None:
    return edtf.parse((day + timedelta(days=relative.count)).isoformat())


def _by_weekday(relative: Relative, said: Said, day: date) -> PartialDate | None:
    """The next one after the day, the last one before it; "this Tuesday" is the nearest."""
    ahead = ((said.weekday or 0) - day.weekday()) % 7
    if relative.count > 0:
        days = ahead or 7
    elif relative.count < 0:
        days = (ahead or 7) - 7 if ahead else -7
    else:
        days = ahead if ahead <= 3 else ahead - 7
    return edtf.parse((day + timedelta(days=days)).isoformat())


def _by_weeks(relative: Relative, said: Said, day: date) -> PartialDate | None:
    monday = day - timedelta(days=day.weekday()) + timedelta(weeks=relative.count)
    first = monday + timedelta(days=5) if relative.unit == "weekend" else monday
    return edtf.parse(f"{first.isoformat()}/{(monday + timedelta(days=6)).isoformat()}")


def _by_months(relative: Relative, said: Said, day: date) -> PartialDate | None:
    months = day.year * 12 + day.month - 1 + relative.count
    return edtf.parse(f"{months // 12:04}-{months % 12 + 1:02}")


def _by_years(relative: Relative, said: Said, day: date) -> PartialDate | None:
    return value_of(Said(day.year + relative.count, said.month, said.day, said.season))


def _by_decades(relative: Relative, said: Said, day: date) -> PartialDate | None:
    return edtf.parse(f"{day.year // 10 + relative.count:03}X")


def _by_occurrence(relative: Relative, said: Said, day: date) -> PartialDate | None:
    """The last one that is over, or the next one that has not begun; for "this", the one of the
    year.
    """
    if relative.count == 0:
        return value_of(Said(day.year, said.month, said.day, said.season))
    years = (
        range(day.year, day.year - 9, -1)
        if relative.count < 0
        else range(day.year, day.year + 9)
    )
    for year in years:
        value = value_of(Said(year, said.month, said.day, said.season))
        if value is None or value.earliest is None or value.latest is None:
            continue
        if (relative.count < 0 and value.latest < day) or (
            relative.count > 0 and value.earliest > day
        ):
            return value
    return None


_MOVED = {
    "day": _by_days,
    "weekday": _by_weekday,
    "week": _by_weeks,
    "weekend": _by_weeks,
    "month": _by_months,
    "year": _by_years,
    "decade": _by_decades,
    "occurrence": _by_occurrence,
}


def narrowed(value: PartialDate, part: str) -> PartialDate | None:
    """Return a third ("beginning", "middle", "end"), a half or a quarter of a date, to the month
    or to the day.

    Thirds follow the quadrimesters, halves the semesters of ISO 8601-2, 4.8.
    """
    if (
        value.earliest is None
        or value.latest is None
        or value.precision in {"day", "interval", "set"}
    ):
        return None
    place, count = _share(part)
    if value.precision in {"decade", "century"}:
        years = value.latest.year - value.earliest.year + 1
        first = value.latest.year - years + 1
        return edtf.parse(
            f"{first + years * place // count:04}/{first + years * (place + 1) // count - 1:04}"
        )
    if value.precision == "year":
        first, last = 12 * place // count + 1, 12 * (place + 1) // count
        return edtf.parse(f"{value}-{first:02}/{value}-{last:02}")
    days = (value.latest - value.earliest).days + 1
    start = value.earliest + timedelta(days=days * place // count)
    end = value.earliest + timedelta(days=days * (place + 1) // count - 1)
    return edtf.parse(f"{start.isoformat()}/{end.isoformat()}")


def _share(part: str) -> tuple[int, int]:
    """Return the place of a part and the number of parts."""
    if part in THIRDS:
        return THIRDS[part], 3
    kind, _, number = part.partition(" ")
    return int(number) - 1, {"half": 2, "quarter": 4}[kind]
