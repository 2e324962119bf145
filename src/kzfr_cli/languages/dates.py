"""Dates, distances and ages in words, in French, English, Russian and Kazakh."""

from __future__ import annotations

import re
from datetime import date
from functools import cache
from importlib import import_module
from typing import TYPE_CHECKING

from kzfr_cli.core import edtf

if TYPE_CHECKING:
    from collections.abc import Callable

    from kzfr_cli.core.edtf import PartialDate
    from kzfr_cli.languages.grammar import Grammar

MODULES = {"en": "english", "fr": "french", "ru": "russian", "kk": "kazakh"}
YEAR = re.compile(r"(?<![0-9])[0-9]{4}(?![0-9])")


@cache
def grammar(lang: str) -> Grammar:
    """Load the grammar of a language; English for one that we do not have."""
    code = lang if lang in MODULES else "en"
    says: type[Grammar] = import_module(f"kzfr_cli.languages.{MODULES[code]}").GRAMMAR
    return says(code)


# ---- dates


def date_in_words(value: PartialDate, lang: str, weekday: bool = False) -> str:
    """Say a date of any precision; the weekday is that of a date known to the day."""
    says = grammar(lang)
    if value.precision == "interval":
        return _interval(value, says)
    if value.precision == "set":
        return _set(value, says)
    return _single(value, says, weekday)


def when_in_words(value: PartialDate, lang: str) -> str:
    """Say when something took place, as it follows a verb: "on 5 June 2018", «en juin 2018», «du 7
    au 8 mai 2008».
    """
    says = grammar(lang)
    if value.precision == "interval" and value.start and value.end:
        return _closed(value.start, value.end, says, says.during)
    if value.precision in {"interval", "set"}:
        return date_in_words(value, lang)
    if value.is_approximate:
        return (
            says.uncertain.format(says.when_about(value))
            if value.is_uncertain
            else says.when_about(value)
        )
    return (
        says.uncertain.format(says.when(value)) if value.is_uncertain else says.when(value)
    )


def noun_in_words(value: PartialDate, lang: str) -> str:
    """Say a date as a noun: «le 5 juin 2018», "5 June 2018", «juin 2018»."""
    is_plain = value.precision not in {"interval", "set"} and _marks(value) == (False, False)
    return grammar(lang).noun(value) if is_plain else date_in_words(value, lang)


def day_in_words(day: date, lang: str, weekday: bool = False) -> str:
    """Say a day."""
    return grammar(lang).day(day, weekday)


def iso_in_words(text: str, lang: str, weekday: bool = False) -> str:
    """Say a date given as EDTF text; raises `InvalidDateError`."""
    return date_in_words(edtf.parse(text), lang, weekday)


def day_of_month(text: str, lang: str) -> str:
    """Write a day, given in ISO, for a list under the heading of its month: "Tue 5", «ven. 1er»."""
    return grammar(lang).day_in_list(date.fromisoformat(text))


def without_year(words: str, year: int, lang: str) -> str:
    """Take the year out of a date in words, for a list under the heading of that year.

    The words stay whole when they name another year too, or nothing but the year.
    """
    says = grammar(lang)
    short = says.without_year(words, year)
    named = any(name in short for name in says.forms)
    return short if named and not YEAR.search(short) else words


def month_name(number: int, lang: str) -> str:
    """Name a month, 1 to 12, as it stands alone; capitals are up to the reader's place for it."""
    return grammar(lang).months[number - 1]


def weekday_name(day: date, lang: str) -> str:
    """Name the day of the week."""
    return grammar(lang).weekdays[day.weekday()]


# ---- spans of time


def distance_in_words(days: int, lang: str) -> str:
    """Say how far a day is after another, or before it when the number is negative: "6 days
    later".
    """
    says = grammar(lang)
    if days == 0:
        return says.same_day
    return says.later(says.days(days)) if days > 0 else says.earlier(says.days(-days))


def years_in_words(years: int, lang: str) -> str:
    """Say a number of years."""
    return grammar(lang).years(years)


def gap_in_words(years: int, lang: str) -> str:
    """Say how many years pass before the next event: "4 years later", and below zero "4 years
    earlier".
    """
    says = grammar(lang)
    return says.gap(says.years(years)) if years >= 0 else says.earlier(says.years(-years))


# ---- the forms of a date


def _single(value: PartialDate, says: Grammar, weekday: bool = False) -> str:
    words = says.about(value) if value.is_approximate else says.piece(value)
    if weekday and value.precision == "day" and value.earliest and not value.is_approximate:
        words = says.day(value.earliest, weekday=True)
    return says.uncertain.format(words) if value.is_uncertain else words


def _interval(value: PartialDate, says: Grammar) -> str:
    start, end = value.start, value.end
    if start and end:
        return _closed(start, end, says, says.span)
    if start:
        words = (
            says.since(start)
            if value.text.endswith("..")
            else says.unknown_end.format(says.starting(start))
        )
    elif end:
        words = (
            says.until(end)
            if value.text.startswith("..")
            else says.unknown_start.format(says.until(end))
        )
    else:
        raise ValueError(value.text)
    return _marked(words, value, says)


def _closed(
    start: PartialDate, end: PartialDate, says: Grammar, span: Callable[..., str]
) -> str:
    if start == end:
        return _single(start, says)
    if _marks(start) != _marks(end):
        return f"{_single(start, says)} – {_single(end, says)}"
    return _marked(span(start, end, _shared(start, end)), start, says)


def _marked(words: str, value: PartialDate, says: Grammar) -> str:
    words = says.about_span(words) if value.is_approximate else words
    return says.uncertain.format(words) if value.is_uncertain else words


def _marks(value: PartialDate) -> tuple[bool, bool]:
    return value.is_uncertain, value.is_approximate


def _shared(start: PartialDate, end: PartialDate) -> str:
    """Return what two dates have in common that is said once: "month" (and year), "year", or
    nothing.
    """
    if start.precision != end.precision or start.year is None or start.year != end.year:
        return ""
    if start.precision == "day" and start.month == end.month:
        return "month"
    return "year" if start.precision in {"day", "month", "season"} else ""


def _set(value: PartialDate, says: Grammar) -> str:
    members = value.text[1:-1].split(",")
    words = [_member(member, says) for member in members]
    return words[0] if len(words) == 1 else says.either(words)


def _member(member: str, says: Grammar) -> str:
    first, dots, last = member.partition("..")
    if not dots:
        return says.piece(edtf.parse(member))
    if not first:
        return says.or_earlier(says.piece(edtf.parse(last)))
    if not last:
        return says.or_later(says.piece(edtf.parse(first)))
    start, end = edtf.parse(first), edtf.parse(last)
    return (
        says.piece(start) if start == end else says.between(start, end, _shared(start, end))
    )
