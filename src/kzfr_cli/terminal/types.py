"""What the options of the commands take: dates as people type them, and one of a few words."""

from __future__ import annotations

import contextlib
import re
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Any

import click

from kzfr_cli import languages, locale, queries
from kzfr_cli.core import edtf
from kzfr_cli.core.edtf import PartialDate
from kzfr_cli.core.event import SOURCE_KINDS
from kzfr_cli.core.visible import visible
from kzfr_cli.errors import InvalidDateError, NeedsDayError
from kzfr_cli.languages import folding
from kzfr_cli.locale.catalogue import Catalogue
from kzfr_cli.terminal import run

if TYPE_CHECKING:
    from click.shell_completion import CompletionItem

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
    """Read one of a few words, in any case; with a `table`, as any of the four languages has it."""

    def __init__(self, choices: Sequence[str], table: str = "") -> None:
        super().__init__(choices)
        self.table = table

    def convert(
        self, value: Any, param: click.Parameter | None, ctx: click.Context | None
    ) -> str:
        """Return the word that is meant; what is none of them is refused with what may be."""
        if value in self.choices:
            return str(value)
        known = locale.choices.read(self.table, str(value), self.choices)
        return super().convert(known or value, param, ctx)

    def get_invalid_choice_message(self, value: Any, ctx: click.Context | None) -> str:
        """Name the words that there are, and ask about those that mean the like of the wrong one,
        or else look like it.
        """
        sentences, word = run.spoken(), str(value)
        said = sentences.text(
            "“{word}” is none of these: {choices}.",
            word=word,
            choices=", ".join(self.said(choice) for choice in self.choices),
        )
        near = locale.messages.worded({"near": self.near(word)}, sentences)["near"]
        return f"{said} {sentences.text(locale.sentences.NEAR, near=near)}" if near else said

    def near(self, word: str) -> tuple[str, ...]:
        """The choices that a word may have meant, as the reader's language says them."""
        meant = locale.choices.meant(self.table, word, self.choices) if self.table else ()
        if meant:
            return tuple(map(self.said, meant))
        said = {
            folding.fold(self.said(choice)): self.said(choice) for choice in self.choices
        }
        looks = {choice: self.said(choice) for choice in self.choices} | said
        close = queries.lookups.near(folding.fold(word), looks)
        return tuple(dict.fromkeys(looks[form] for form in close))

    def said(self, choice: str) -> str:
        """Name a choice as the reader's language does."""
        if not self.table:
            return choice
        return locale.choices.said(self.table, choice, run.spoken())


class Several(OneOf):
    """Read some of a few words, separated by commas; the command takes them as one tuple."""

    def convert(  # type: ignore[override] # many words are read where Click's own type reads one
        self, value: Any, param: click.Parameter | None, ctx: click.Context | None
    ) -> tuple[str, ...]:
        """Return the words that are meant."""
        if isinstance(value, tuple):
            return value
        read = super().convert
        parts = (part.strip() for part in str(value).split(","))
        return tuple(read(part, param, ctx) for part in parts if part)

    def shell_complete(
        self, ctx: click.Context, param: click.Parameter, incomplete: str
    ) -> list[CompletionItem]:
        """Complete the word behind the last comma."""
        before, comma, last = incomplete.rpartition(",")
        found = super().shell_complete(ctx, param, last)
        for item in found:
            item.value = f"{before}{comma}{item.value}"
        return found


def flattened(
    ctx: click.Context, param: click.Parameter, value: Iterable[tuple[str, ...]]
) -> tuple[str, ...]:
    """Make one tuple of all that was said of an option, each word once."""
    return tuple(dict.fromkeys(word for words in value for word in words))


SOURCE_KIND = OneOf(SOURCE_KINDS, "source_kinds")

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


class Years(click.ParamType[tuple[int, int]]):
    """Read a year of four digits, or the first and the last of several, `2026-2028`."""

    name = "year"

    def convert(
        self, value: Any, param: click.Parameter | None, ctx: click.Context | None
    ) -> tuple[int, int]:
        """Return the first year and the last; what is shorter or longer is refused with what to
        type.
        """
        if isinstance(value, tuple):
            return value
        text = str(value).strip()
        found = re.fullmatch(SPAN_OF_YEARS, text)
        first = int(found[1]) if found else 0
        last = int(found[2] or first) if found else 0
        if not first or last < first:
            self.fail(refused_year(text, run.spoken()), param, ctx)
        return first, last


SPAN_OF_YEARS = r"([0-9]{4})(?: ?[-–/] ?([0-9]{4}))?"
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
            "Write the years as {first}-{last}.", first=min(years), last=max(years)
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
