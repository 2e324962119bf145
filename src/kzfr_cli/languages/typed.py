"""Read the dates that people type: in figures, in words of four languages, or counted from today.

`dateutil.parser` is never asked: it fills in what is missing and swaps days and months.
"""

from __future__ import annotations

import re
import unicodedata
from datetime import date, timedelta
from functools import cache
from typing import TYPE_CHECKING

from kzfr_cli.core import edtf
from kzfr_cli.errors import (
    AmbiguousDateError,
    ImpossibleDateError,
    InvalidDateError,
    UnreadableDateError,
)
from kzfr_cli.languages import dates

if TYPE_CHECKING:
    from kzfr_cli.core.edtf import PartialDate

LONGEST = 60
"""Characters of the longest text worth reading: a date in words with its weekday takes about 30."""

YEAR_FIRST = re.compile(r"([0-9]{4})(?:([-/.])([0-9]{1,2})(?:\2([0-9]{1,2}))?)?")
YEAR_LAST = re.compile(r"([0-9]{1,2})([-/.])([0-9]{1,2})\2([0-9]{4})")
MONTH_AND_YEAR = re.compile(r"([0-9]{1,2})[-/.]([0-9]{4})")
OFFSET = re.compile(r"([+-]) ?([0-9]{1,6}) ?([a-z])")
WORDS = re.compile(r"[\w ,.'-]+")
WORD = re.compile(r"[0-9]+|[^\W\d_]+")

RELATIVE = {
    "today": 0,
    "aujourd'hui": 0,
    "aujourdhui": 0,
    "сегодня": 0,
    "бугин": 0,
    "yesterday": -1,
    "hier": -1,
    "вчера": -1,
    "кеше": -1,
    "tomorrow": 1,
    "demain": 1,
    "завтра": 1,
    "ертен": 1,
}
UNITS = {
    "d": "days",
    "j": "days",
    "w": "weeks",
    "s": "weeks",
    "m": "months",
    "y": "years",
    "a": "years",
}
"""English and French: days and jours, weeks and semaines, months and mois, years and années."""
ABBREVIATIONS = (
    "jan janv янв қаң",
    "feb fev fevr фев февр ақп",
    "mar мар нау",
    "apr avr апр сәу",
    "мам",
    "jun июн мау",
    "jul juil июл шіл",
    "aug авг там",
    "sep sept сен сент қыр",
    "oct окт қаз",
    "nov ноя нояб қар",
    "dec дек жел",
)
SILENT = frozenset(
    {
        "le",
        "er",
        "re",
        "e",
        "the",
        "of",
        "on",
        "st",
        "nd",
        "rd",
        "th",
        "г",
        "год",
        "года",
        "году",
        "го",
        "и",
        "е",
        "ж",
        "жыл",
        "жылы",
        "жылгы",
    }
)
"""The words that may stand in a date and say nothing, as `fold` writes them."""
ORDERS = frozenset({"DMY", "MDY", "YDM", "YMD", "MY", "YM", "Y"})
"""The orders of day, month in letters and year that people write: all are without doubt."""
WITHOUT_KAZAKH_KEYBOARD = str.maketrans("әғқңөұүһі’ʼ−", "агкноуухи''-")
"""What those who have no Kazakh letters type instead of them, and straight forms of apostrophes and
of minus.
"""


def parse(text: str, today: date, day_first: bool = False) -> PartialDate:
    """Read a date to the day, the month or the year; case and accents do not count.

    Raises `AmbiguousDateError` when 05/06/2018 may be June or May and `day_first` does not settle
    it, `ImpossibleDateError` for a day that its month does not have, `UnreadableDateError` for
    anything else.
    """
    typed = fold(text) if len(text) <= LONGEST else ""
    found = _from_today(typed, today) or _in_figures(typed, text, day_first) or _in_words(typed)
    if found is None:
        raise UnreadableDateError(text=text if len(text) <= LONGEST else f"{text[:LONGEST]}…")
    try:
        return edtf.parse(found)
    except InvalidDateError as error:
        if last_valid := error.facts.get("last_valid"):
            raise ImpossibleDateError(text=text, last_valid=last_valid) from error
        raise UnreadableDateError(text=text) from error


def fold(text: str) -> str:
    """Take away case, accents, Kazakh letters and the kinds of spaces and apostrophes."""
    lower = text.casefold().translate(WITHOUT_KAZAKH_KEYBOARD)
    bare = "".join(
        letter
        for letter in unicodedata.normalize("NFD", lower)
        if not unicodedata.combining(letter)
    )
    return " ".join(bare.split())


def _from_today(typed: str, today: date) -> str | None:
    if typed in RELATIVE:
        return _moved(today, "days", RELATIVE[typed])
    match = OFFSET.fullmatch(typed)
    if match is None or match[3] not in UNITS:
        return None
    return _moved(today, UNITS[match[3]], int(match[1] + match[2]))


def _moved(day: date, unit: str, count: int) -> str | None:
    """Move a day; None when that leaves the calendar."""
    try:
        if unit in {"days", "weeks"}:
            return (day + timedelta(**{unit: count})).isoformat()
        from dateutil.relativedelta import relativedelta

        return (day + relativedelta(**{unit: count})).isoformat()  # type: ignore[arg-type]
    except (ValueError, OverflowError):
        return None


def _in_figures(typed: str, text: str, day_first: bool) -> str | None:
    if match := YEAR_FIRST.fullmatch(typed):
        return _edtf(match[1], match[3], match[4])
    if match := MONTH_AND_YEAR.fullmatch(typed):
        return _edtf(match[2], match[1])
    if match := YEAR_LAST.fullmatch(typed):
        return _year_last(match, text, day_first)
    return None


def _year_last(match: re.Match[str], text: str, day_first: bool) -> str | None:
    """Settle which of two numbers is the day: only one may be, they are the same, or `day_first`
    says it.
    """
    one, other, year = match[1], match[3], match[4]
    readings = [_edtf(year, other, one)] + ([] if day_first else [_edtf(year, one, other)])
    readings = [reading for reading in readings if 1 <= int(reading[5:7]) <= 12]
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


def _in_words(typed: str) -> str | None:
    """Read «mardi 5 juin 2018», "June 5, 2018", «5 июня 2018 г.», «2018 ж. 5 маусым», «juin 2018»."""
    if not WORDS.fullmatch(typed):
        return None
    parts: dict[str, str] = {}
    for word in WORD.findall(typed):
        part = _part(word)
        if part is None or part in parts:
            return None
        if part:
            parts[part] = word
    weekday = parts.pop("W", None)
    if "".join(parts) not in ORDERS:
        return None
    found = _edtf(parts["Y"], _months()[parts["M"]] if "M" in parts else None, parts.get("D"))
    return found if weekday is None or _falls_on(found, weekday) else None


def _part(word: str) -> str | None:
    """Tell what a word of a date is: D, M, Y, W (weekday), nothing when it is silent; None when it
    is no such word.
    """
    if word.isdecimal():
        return {1: "D", 2: "D", 4: "Y"}.get(len(word))
    if word in _months():
        return "M"
    if word in _weekdays():
        return "W"
    return "" if word in SILENT else None


def _falls_on(text: str, weekday: str) -> bool:
    """Tell whether a day falls on a weekday; what is no day has none, and an impossible one is told
    elsewhere.
    """
    if not _exists(text):
        return True
    day = edtf.parse(text).day
    return day is not None and day.weekday() == _weekdays()[weekday]


@cache
def _months() -> dict[str, int]:
    """Number the names of months, folded."""
    names = {
        fold(name): number for number, row in enumerate(ABBREVIATIONS, 1) for name in row.split()
    }
    for lang in dates.MODULES:
        says = dates.grammar(lang)
        for row in (says.months, getattr(says, "genitive_months", ())):
            names |= {fold(name): number for number, name in enumerate(row, 1)}
    return names


@cache
def _weekdays() -> dict[str, int]:
    """Number the names of weekdays, folded, from Monday 0."""
    return {
        fold(name): number
        for lang in dates.MODULES
        for number, name in enumerate(dates.grammar(lang).weekdays)
    }
