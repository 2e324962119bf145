"""What a language must know to say any date, a distance and an age."""

from __future__ import annotations

from datetime import date
from functools import cached_property
from typing import TYPE_CHECKING

from kzfr_cli.languages import language

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kzfr_cli.core.edtf import PartialDate


class Grammar:
    """Say dates and spans of time in one language.

    `shared` names what the two ends of an interval have in common, and what is therefore said once:
    "month", "year", or nothing. A `piece` is a date that is no interval, without what is said
    elsewhere.
    """

    def __init__(self, code: str) -> None:
        """Take the names of months, weekdays and seasons from the words of a language."""
        self._words = language.of(code)

    def names(self, list_name: str, case: int = 0) -> tuple[str, ...]:
        """Return the names of a list of dates in one case, by the place of the case in its rows."""
        rows = self._words.words("dates", list_name)
        return tuple(row[case] if row else "" for row in rows)

    @cached_property
    def months(self) -> tuple[str, ...]:
        """The months as they stand alone."""
        return self.names("months")

    @cached_property
    def weekdays(self) -> tuple[str, ...]:
        """The weekdays from Monday."""
        return self.names("weekdays")

    @cached_property
    def short_weekdays(self) -> tuple[str, ...]:
        """The abbreviations of the weekdays, without a stop, from Monday."""
        return self.names("weekday_abbreviations")

    @cached_property
    def seasons(self) -> tuple[str, ...]:
        """Spring, summer, autumn, winter."""
        return self.names("seasons")

    @cached_property
    def forms(self) -> tuple[str, ...]:
        """The months and seasons in all their cases."""
        rows = [
            *self._words.words("dates", "months"),
            *self._words.words("dates", "seasons"),
        ]
        return tuple(form for row in rows for form in row)

    uncertain = "({})"
    unknown_start = unknown_end = "{}"

    def day(self, day: date, weekday: bool = False) -> str:
        """Say a day."""
        raise NotImplementedError

    def piece(self, value: PartialDate, unsaid: str = "") -> str:
        """Say a date that is no interval and bears no mark, without its "month" and year or its
        "year".
        """
        raise NotImplementedError

    def noun(self, value: PartialDate) -> str:
        """Say a date that is no interval and bears no mark as a noun, with its article."""
        return self.piece(value)

    def when(self, value: PartialDate) -> str:
        """Say when something took place: "on 5 June 2018", "in June 2018"."""
        raise NotImplementedError

    def about(self, value: PartialDate) -> str:
        """Say that a date is approximate."""
        raise NotImplementedError

    def when_about(self, value: PartialDate) -> str:
        """Say about when something took place."""
        return self.about(value)

    def about_span(self, words: str) -> str:
        """Say that both ends of an interval are approximate."""
        raise NotImplementedError

    def span(self, start: PartialDate, end: PartialDate, shared: str) -> str:
        """Say an interval whose ends bear no mark."""
        raise NotImplementedError

    def during(self, start: PartialDate, end: PartialDate, shared: str) -> str:
        """Say from when to when something took place."""
        return self.span(start, end, shared)

    def between(self, start: PartialDate, end: PartialDate, shared: str) -> str:
        """Say that a date is one of those between two."""
        raise NotImplementedError

    def since(self, start: PartialDate) -> str:
        """Say an interval that has not ended."""
        raise NotImplementedError

    def starting(self, start: PartialDate) -> str:
        """Say an interval of which only the start is known."""
        return self.since(start)

    def until(self, end: PartialDate) -> str:
        """Say an interval of which only the end is known."""
        raise NotImplementedError

    def either(self, words: Sequence[str]) -> str:
        """Say that a date is one of several."""
        raise NotImplementedError

    def or_earlier(self, words: str) -> str:
        """Say that a date may also be earlier."""
        raise NotImplementedError

    def or_later(self, words: str) -> str:
        """Say that a date may also be later."""
        raise NotImplementedError

    def day_in_list(self, day: date) -> str:
        """Write a day under the heading of its month: its short weekday and its number."""
        return f"{self.short_weekdays[day.weekday()]} {day.day}"

    def without_year(self, words: str, year: int) -> str:
        """Take the year out of a date in words."""
        return words.replace(f" {year}", "", 1)

    def days(self, count: int) -> str:
        """Say a number of days."""
        raise NotImplementedError

    def years(self, count: int) -> str:
        """Say a number of years."""
        raise NotImplementedError

    def later(self, span: str) -> str:
        """Say that something comes a span of time later."""
        raise NotImplementedError

    def earlier(self, span: str) -> str:
        """Say that something comes a span of time earlier."""
        raise NotImplementedError

    same_day: str

    def gap(self, span: str) -> str:
        """Say that the next event comes after a span of time."""
        return self.later(span)


def season_number(value: PartialDate) -> int:
    """Return 0 for spring to 3 for winter."""
    return int(value.text[5:7]) - 21


def season_years(value: PartialDate, dash: str) -> str:
    """Write the year of a season, both years of a winter."""
    year = first_year(value)
    return f"{year}{dash}{year + 1}" if season_number(value) == 3 else str(year)


def first_year(value: PartialDate) -> int:
    """Return the year in which a date that has a start begins."""
    if value.earliest is None:
        raise ValueError(value.text)
    return value.earliest.year


def century(value: PartialDate) -> int:
    """Number the century that 19XX stands for: the twentieth, as people count."""
    return int(value.text[:2]) + 1


def decade(value: PartialDate) -> int:
    """Return the first year of a decade; the text knows it where the calendar has no year 0."""
    return int(value.text[:3]) * 10


def dash(start: str, end: str) -> str:
    """Join the two ends of an interval: an unspaced dash between single words, a spaced one
    otherwise.
    """
    return f"{start} – {end}" if {" ", "-"} & {*start, *end} else f"{start}–{end}"
