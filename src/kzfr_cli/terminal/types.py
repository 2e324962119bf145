"""What the options of the commands take: dates as people type them, and one of a few words."""

from __future__ import annotations

import contextlib
import re
from typing import Any

import click

from kzfr_cli import languages, locale, queries
from kzfr_cli.core import edtf
from kzfr_cli.core.edtf import PartialDate
from kzfr_cli.core.visible import visible
from kzfr_cli.errors import InvalidDateError, NeedsDayError
from kzfr_cli.locale.catalogue import Catalogue
from kzfr_cli.terminal import run

ISO = r"[0-9]{4}(-[0-9]{2}){0,2}"
"""The dates that need no reader of words, which is then not loaded; seasons such as 2013-23 are
EDTF too.
"""


SEARCHED = ("events", "names", "figures", "sources")
"""The kinds of entries that are searched in."""


class Date(click.ParamType[PartialDate]):
    """Read a date as people type it, to the day, the month or the year."""

    name = "date"

    def convert(
        self, value: Any, param: click.Parameter | None, ctx: click.Context | None
    ) -> PartialDate:
        """Parse a date; raises the errors of `locale.typed_dates`, which say what to type
        instead.
        """
        if isinstance(value, PartialDate):
            return value
        if re.fullmatch(ISO, value):
            with contextlib.suppress(InvalidDateError):
                return edtf.parse(value)
        session = run.session(ctx)
        return languages.typed.parse(value, session.today, session.day_first, coming=True)


class Day(Date):
    """Read a date that must be known to the day."""

    name = "day"

    def convert(
        self, value: Any, param: click.Parameter | None, ctx: click.Context | None
    ) -> PartialDate:
        """Parse a day; raises `NeedsDayError` on a month or a year."""
        found = super().convert(value, param, ctx)
        if found.day is None or found.is_interval:
            raise NeedsDayError(text=str(value))
        return found


class OneOf(click.Choice[str]):
    """Read one of a few words."""

    def get_invalid_choice_message(self, value: Any, ctx: click.Context | None) -> str:
        """Name the words that there are, and ask about those that look like the wrong one."""
        sentences, word = run.spoken(), str(value)
        said = sentences.text(
            "“{word}” is none of these: {choices}.",
            word=word,
            choices=", ".join(self.choices),
        )
        near = locale.messages.worded(
            {"near": queries.lookups.near(word.lower(), self.choices)}, sentences
        )["near"]
        return f"{said} {sentences.text(locale.sentences.NEAR, near=near)}" if near else said


ALARM = r"([1-9][0-9]{0,3})([hdw])"


class Alarm(click.ParamType[str]):
    """Read a time before a day, `30d`, `2w` or `12h`, as a duration of RFC 5545."""

    name = "time"

    def convert(
        self, value: Any, param: click.Parameter | None, ctx: click.Context | None
    ) -> str:
        """Turn `30d` into `P30D`."""
        found = re.fullmatch(ALARM, str(value).lower())
        if found is None:
            self.fail(
                run.session(ctx).catalogue.text("Write a time as 30d, 2w or 12h."),
                param,
                ctx,
            )
        number, unit = found.groups()
        return f"PT{number}H" if unit == "h" else f"P{number}{unit.upper()}"


class Year(click.ParamType[int]):
    """Read one year of four digits."""

    name = "year"

    def convert(
        self, value: Any, param: click.Parameter | None, ctx: click.Context | None
    ) -> int:
        """Read `2027`; what is shorter or longer is refused with what to type."""
        text = str(value).strip()
        if not re.fullmatch(FOUR_DIGITS, text) or not int(text):
            self.fail(refused_year(text, run.spoken()), param, ctx)
        return int(text)


FOUR_DIGITS = r"[0-9]{4}"
SHORT_YEAR = r"['’]?([0-9]{2})"
LAST_SHORT = "50"
"""The last year of two digits that is taken for one of this century."""


def refused_year(text: str, sentences: Catalogue) -> str:
    """Say why a text is no year, and what to type."""
    if short := re.fullmatch(SHORT_YEAR, text):
        year = ("20" if short[1] <= LAST_SHORT else "19") + short[1]
        return sentences.text("Write the year with four digits: {year}.", year=year)
    years = re.findall(FOUR_DIGITS, text)
    if len(years) > 1:
        return sentences.text(
            "One year at a time: --year {first}, then --year {second}.",
            first=years[0],
            second=years[1],
        )
    return sentences.text(
        "“{text}” is no year of four digits, such as 2027.", text=visible(text)
    )


class Kinds(click.ParamType[tuple[str, ...]]):
    """Read the kinds of entries to search in, separated by commas."""

    name = "kinds"

    def convert(
        self, value: object, param: click.Parameter | None, ctx: click.Context | None
    ) -> tuple[str, ...]:
        """Split and check the kinds."""
        if isinstance(value, tuple):
            return value
        kinds = tuple(filter(None, str(value).replace(" ", "").split(",")))
        choice = OneOf(SEARCHED)
        return tuple(choice.convert(kind, param, ctx) for kind in kinds)
