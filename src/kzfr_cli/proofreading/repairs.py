"""What to write instead: in the language and the form of the text."""

from __future__ import annotations

import re
from datetime import date, timedelta

from kzfr_cli.core import edtf
from kzfr_cli.errors import InvalidDateError
from kzfr_cli.languages import dates, ordinals
from kzfr_cli.proofreading.moments import Moment
from kzfr_cli.proofreading.text import Text

ISO = re.compile(r"\d{4}-\d{2}-\d{2}")
DOTTED = re.compile(r"(\d{1,2})([./])(\d{1,2})\2(\d{4})")
MONTH_FIRST = re.compile(r"[A-Za-z]+\.? \d{1,2}")
LATIN_LANGUAGES = ("fr", "en")


def of_date(text: Text, moment: Moment, right: str) -> tuple[str, ...]:
    """A date as the text writes its own: in figures, month first, without its year."""
    try:
        value = edtf.parse(right)
    except InvalidDateError:
        return ()
    if value.precision not in ("day", "month", "year", "interval") or value.is_approximate:
        return ()
    written = text.said(moment.first, moment.last)
    day = value.day if value.precision == "day" else None
    if day and ISO.fullmatch(written):
        return (day.isoformat(),)
    if day and (match := DOTTED.fullmatch(written)):
        sign = match[2]
        return (f"{day.day:02}{sign}{day.month:02}{sign}{day.year}",)
    lang = moment.language or language_of(text)
    words = dates.date_in_words(value, lang, weekday=moment.weekday is not None and day is not None)
    if day and lang == "en" and MONTH_FIRST.match(written):
        words = month_first(day, str(day.year) in written or moment.has_year)
    elif value.year and str(value.year) not in written and not re.search(r"\d{4}", written):
        words = dates.without_year(words, value.year, lang)
    return (words,)


def month_first(day: date, with_year: bool) -> str:
    """A day as Americans write it."""
    month = dates.month_name(day.month, "en").capitalize()
    return f"{month} {day.day}, {day.year}" if with_year else f"{month} {day.day}"


def of_weekday(text: Text, moment: Moment, day: date) -> tuple[str, ...]:
    """Both repairs of a weekday: the right one for the day, and the nearest day of that weekday."""
    lang = moment.language or language_of(text)
    if moment.weekday is None:
        return ()
    written = text.said(moment.first, moment.last)
    name = dates.weekday_name(day, lang)
    said = re.match(r"[^\W\d_]+", written)
    if said is None:
        return ()
    shown = name.capitalize() if written[:1].isupper() and lang != "en" else name
    first = shown + written[said.end() :]
    if moment.kind == "weekday":
        return (shown,)
    nearest = min(
        (day + timedelta(days=step) for step in range(-3, 4)),
        key=lambda other: (other.weekday() != moment.weekday, abs((other - day).days)),
    )
    rest = dates.iso_in_words(nearest.isoformat(), lang)
    if not re.search(r"\d{4}", written):
        rest = dates.without_year(rest, nearest.year, lang)
    joint = ", " if "," in written[said.end() :][:2] else " "
    return (first, f"{said[0]}{joint}{rest}")


def of_count(text: Text, first: int, last: int, number: float, right: int) -> tuple[str, ...]:
    """The words of a claim with the right number, where it is written in figures."""
    written = text.said(first, last)
    figures = f"{number:g}"
    if right < 1 or written.count(figures) != 1:
        return ()
    ending = re.search(rf"{figures}(st|nd|rd|th)\b", written)
    if ending:
        return (written.replace(ending[0], ordinals.ordinal(right, "en")),)
    return (written.replace(figures, str(right)),)


def of_number(text: Text, first: int, last: int, right: float) -> tuple[str, ...]:
    """An amount with the right number before its own scale and unit, where it is written in figures."""
    written = text.said(first, last)
    match = re.search(r"\d[\d  .,]*\d|\d", written)
    if match is None:
        return ()
    decimal = "." if language_of(text) == "en" else ","
    return (written[: match.start()] + f"{right:g}".replace(".", decimal) + written[match.end() :],)


def language_of(text: Text) -> str:
    """The language of a text; asked again, it is remembered."""
    if not text.language:
        from kzfr_cli.languages import language

        text.language = language.guess(text.text[:LONG], default="fr")
    return text.language


LONG = 4000
"""Letters of a text by which its language is guessed."""
