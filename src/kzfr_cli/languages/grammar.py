"""What a language must know to say any date, a distance and an age."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kzfr_cli.core.edtf import PartialDate


class Grammar:
    """Say dates and spans of time in one language.

    `shared` names what the two ends of an interval have in common, and what is therefore said once:
    "month", "year", or nothing. A `piece` is a date that is no interval, without what is said
    elsewhere.
    """

    months: tuple[str, ...]
    weekdays: tuple[str, ...]
    """From Monday."""
    short_weekdays: tuple[str, ...]
    seasons: tuple[str, ...]
    """Spring, summer, autumn, winter."""
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
    """Give 0 for spring to 3 for winter."""
    return int(value.text[5:7]) - 21


def season_years(value: PartialDate, dash: str) -> str:
    """Write the year of a season, both years of a winter."""
    year = first_year(value)
    return f"{year}{dash}{year + 1}" if season_number(value) == 3 else str(year)


def first_year(value: PartialDate) -> int:
    """Give the year in which a date that has a start begins."""
    if value.earliest is None:
        raise ValueError(value.text)
    return value.earliest.year


def century(value: PartialDate) -> int:
    """Number the century that 19XX stands for: the twentieth, as people count."""
    return int(value.text[:2]) + 1


def decade(value: PartialDate) -> int:
    """Give the first year of a decade; the text knows it where the calendar has no year 0."""
    return int(value.text[:3]) * 10


def dash(start: str, end: str) -> str:
    """Join the two ends of an interval: an unspaced dash between single words, a spaced one
    otherwise.
    """
    return f"{start} – {end}" if {" ", "-"} & {*start, *end} else f"{start}–{end}"
