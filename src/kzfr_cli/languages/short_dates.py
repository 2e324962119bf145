"""Dates in few columns, for lists: «4–6 nov.», "28 Feb – 3 Mar", «11 июн. 2008»."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from kzfr_cli.languages import dates, language

if TYPE_CHECKING:
    from kzfr_cli.core.edtf import PartialDate


def in_words(value: PartialDate, lang: str, year: int | None = None) -> str:
    """Say a date in few columns, the days and their months short; the year is left out where it is
    the one of the heading.

    What is not sure, or is known to less than the day, is said in full words.
    """
    first, last = ends(value)
    if first is None or last is None or value.is_uncertain or value.is_approximate:
        words = dates.date_in_words(value, lang)
        return words if year is None else dates.without_year(words, year, lang)
    is_under = first.year == last.year == year
    return between(first, last, lang, is_under=is_under)


def ends(value: PartialDate) -> tuple[date | None, date | None]:
    """The first day of a date and its last, None where they are not known to the day."""
    if not value.is_interval:
        return value.day, value.day
    return (
        value.start.day if value.start else None,
        value.end.day if value.end else None,
    )


def between(first: date, last: date, lang: str, *, is_under: bool) -> str:
    """Say the days from one to another."""
    names = language.of(lang).words("forms", "short_months")
    end = f"{last.day} {names[last.month - 1]}"
    if not is_under:
        end += f" {last.year}"
    if first == last:
        return end
    if (first.year, first.month) == (last.year, last.month):
        return f"{first.day}–{end}"
    begin = f"{first.day} {names[first.month - 1]}"
    return f"{begin} – {end}" if first.year == last.year else f"{begin} {first.year} – {end}"
