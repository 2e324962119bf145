"""Dates in few columns, for lists: «4–6 nov.», "28 Feb – 3 Mar", «11 июн. 2008»."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from kzfr_cli.core.record import pair
from kzfr_cli.languages import dates, language

if TYPE_CHECKING:
    from kzfr_cli.core.edtf import PartialDate


SHORT = ("day", "month")
"""How exactly a date must be known to be said short; a month that stands alone keeps its name."""


def in_words(value: PartialDate, lang: str, year: int | None = None) -> str:
    """Say a date in few columns, its months short; the year is left out where it is the one of the
    heading.

    What is not sure, or is known to less than the month, is said in full words.
    """
    if short := ShortSpan.of(value):
        return short.said(lang, year)
    words = dates.date_in_words(value, lang)
    return words if year is None else dates.without_year(words, year, lang)


@pair
class ShortSpan:
    """The days from one to another, or the months."""

    first: date
    last: date
    has_days: bool

    @staticmethod
    def of(value: PartialDate) -> ShortSpan | None:
        """The span of a date that is said short, None where it is said in full words."""
        if value.is_uncertain or value.is_approximate:
            return None
        start, end = (value.start, value.end) if value.is_interval else (value, value)
        if start is None or end is None or start.precision != end.precision:
            return None
        known = SHORT if value.is_interval else SHORT[:1]
        if start.precision not in known or start.earliest is None or end.latest is None:
            return None
        return ShortSpan(start.earliest, end.latest, start.precision == "day")

    def said(self, lang: str, year: int | None) -> str:
        """Say the span; the year once, where both ends are of one."""
        if self.first.year != self.last.year:
            ends = (self.with_year(day, self.end(day, lang), lang) for day in self.ends)
            return " – ".join(ends)
        words = self.without_year(lang)
        return words if self.first.year == year else self.with_year(self.last, words, lang)

    @property
    def ends(self) -> tuple[date, date]:
        """The first day and the last."""
        return self.first, self.last

    def without_year(self, lang: str) -> str:
        """Say a span within a year."""
        first, last = (self.end(day, lang) for day in self.ends)
        if first == last:
            return last
        if self.has_days and self.first.month == self.last.month:
            return f"{numbered(self.first.day, lang)}–{last}"
        return f"{first} – {last}" if self.has_days else f"{first}–{last}"

    def end(self, day: date, lang: str) -> str:
        """Say one end without its year."""
        month = str(language.of(lang).words("forms", "short_months")[day.month - 1])
        return f"{numbered(day.day, lang)} {month}" if self.has_days else month

    def with_year(self, day: date, words: str, lang: str) -> str:
        """Put the year beside an end, where the language puts it."""
        form = str(language.of(lang).words("forms", "short_date")[0])
        return form.format(words, year=day.year)


def numbered(day: int, lang: str) -> str:
    """Write the number of a day; the first is an ordinal where the language says it so: «1er»."""
    ordinals = language.of(lang).words("forms", "first_day") if day == 1 else []
    return str(ordinals[0]) if ordinals else str(day)
