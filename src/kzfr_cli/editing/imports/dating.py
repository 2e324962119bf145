"""When a row says that its event took place, in one cell or in several."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date, timedelta
from typing import Any

from kzfr_cli.core import edtf
from kzfr_cli.core.edtf import PartialDate
from kzfr_cli.editing.imports.queries import is_entity
from kzfr_cli.errors import InvalidDateError, RowRefusedError
from kzfr_cli.languages import language, typed
from kzfr_cli.languages.typed_figures import Habits

TIME = re.compile(
    r"(?<=\d)(?:[T ]|, ?)\s*(?P<hour>\d{1,2})(?::|h)(?P<minute>\d{2})"
    r"(?::\d{2}(?:[.,]\d+)?)?(?:\s*(?P<half>[AaPp])\.?[Mm]\.?)?"
    r"\s*(?:Z|UTC|GMT)?(?:[+-]\d{2}:?\d{2})?(?:\s*\(.*\))?"
)
"""A time after a day, as databases, spreadsheets and programs write it."""

TOGETHER = re.compile(r"(\d{4})(\d{2})(\d{2})(?:T\d{4,6}Z?)?")
SERIAL = re.compile(r"(\d{5})(?:[.,]\d+)?")
"""The number of a day in a spreadsheet, of the years 1927 to 2173; four digits are a year."""

SERIAL_ZERO = date(1899, 12, 30)
"""The day 0 of spreadsheets, as reckoned from 1 March 1900 on (ECMA-376, part 1, 18.17.4.1)."""

ABOUT = re.compile(r"(?:c|ca)\.? ?(?=\d)")
DOUBTED = re.compile(r"(.+?) ?\(\?\)|(\d{4}) \?")
FIRST_DAY = re.compile(r"\d{4}-\d\d-01T00:00:00Z")
"""What Wikidata writes of a month, and of a year whose month is 01."""

BEFORE_CHRIST = re.compile(r"-\d+(?:-.*)?")
"""A year before the first, as programs write it."""

MIDNIGHT = (0, 0)
DAY = timedelta(days=1)


def read(
    fields: Mapping[str, Any],
    habits: Habits,
) -> PartialDate | None:
    """The date of a row, None when it tells none; raises what refuses one."""
    first = text_of(fields, "date", "")
    if not first:
        return None
    start = one(first, habits)
    precision = str(fields.get("precision", ""))
    if precision and precision not in OUR_PRECISIONS:
        start = precise(start, precision)
    elif FIRST_DAY.fullmatch(first) and any(map(is_entity, fields.get("sources", ()))):
        raise RowRefusedError(reason="no-precision", text=first)
    last = text_of(fields, "end", "end_")
    if not last:
        return start
    end = one(last, habits)
    if (
        ends_before(fields, last)
        and end.day is not None
        and end.sort_key() > start.sort_key()
    ):
        end = edtf.parse((end.day - DAY).isoformat())
    return joined(start, end)


def text_of(
    fields: Mapping[str, Any],
    whole: str,
    prefix: str,
) -> str:
    """A date as it is told: in one cell, or in those of the year, the month and the day."""
    if fields.get(whole):
        return str(fields[whole]).strip()
    if not fields.get(f"{prefix}year"):
        return ""
    parts = [
        str(fields.get(f"{prefix}{name}", "")).strip() for name in ("year", "month", "day")
    ]
    year, month, day = (part.removesuffix(".0") for part in parts)
    if day and not month:
        raise RowRefusedError(reason="no-month", text=day)
    if all(part.isdecimal() for part in (year, month, day) if part):
        numbers = [year.zfill(4), *(part.zfill(2) for part in (month, day) if part)]
        return "-".join(numbers)
    return " ".join(filter(None, (day, month, year)))


def one(
    text: str,
    habits: Habits,
) -> PartialDate:
    """One date as the database, a spreadsheet, a program or a person writes it; raises what
    refuses it.
    """
    if len(text) == 10 and text[4] == "-":
        return strictly(text, habits)
    text = " ".join(text.split())
    if match := SERIAL.fullmatch(text):
        return edtf.parse((SERIAL_ZERO + timedelta(days=int(match[1]))).isoformat())
    if match := TOGETHER.fullmatch(text):
        return edtf.parse("-".join(match.groups()))
    time = TIME.search(text)
    if time and time.end() == len(text):
        text = text[: time.start()]
    if match := DOUBTED.fullmatch(text):
        return doubted(strictly(match[1] or match[2], habits))
    return strictly(ABOUT.sub("~", text, count=1) if ABOUT.match(text) else text, habits)


def strictly(
    text: str,
    habits: Habits,
) -> PartialDate:
    """A date as the database writes it or as people type it."""
    if text.startswith("~"):
        return edtf.parse(f"{strictly(text[1:], habits)}~")
    if BEFORE_CHRIST.fullmatch(text):
        raise InvalidDateError(text=text, reason="year")
    try:
        return edtf.parse(text)
    except InvalidDateError:
        return typed.parse(text, habits.today, habits.day_first)


def doubted(value: PartialDate) -> PartialDate:
    """A date marked as uncertain."""
    return edtf.parse("/".join(f"{end.rstrip('~?%')}?" for end in value.text.split("/")))


def joined(
    start: PartialDate,
    end: PartialDate,
) -> PartialDate:
    """The interval from one date to another; raises `RowRefusedError` where there is none."""
    if start.text == end.text or (start.is_interval and start.latest == end.latest):
        return start
    if start.is_interval or end.is_interval:
        raise RowRefusedError(
            reason="two-ends",
            start=start.text,
            end=end.text,
        )
    try:
        return edtf.parse(f"{start}/{end}")
    except InvalidDateError:
        raise RowRefusedError(
            reason="end-first",
            start=start.text,
            end=end.text,
        ) from None


def ends_before(
    fields: Mapping[str, Any],
    last: str,
) -> bool:
    """Return whether the day on which an event ends is the first that is no longer its own.

    So it is of a whole day that ends at midnight (Outlook), and where a program leaves it out.
    """
    if fields.get("end_excluded"):
        return True
    if str(fields.get("all_day", "")).casefold() not in language.union("import", "true"):
        return False
    told = TIME.search(f"{last} {fields.get('end_time', '')}".strip())
    return told is not None and clock(told) == MIDNIGHT


def clock(told: re.Match[str]) -> tuple[int, int]:
    """The hour and the minute of a time, on a clock of 24 hours."""
    hour, half = int(told["hour"]), (told["half"] or "").lower()
    if half:
        hour = hour % 12 + (12 if half == "p" else 0)
    return hour, int(told["minute"])


# ---- Wikidata


OUR_PRECISIONS = frozenset(
    ("day", "month", "season", "year", "decade", "century", "interval", "set")
)
"""What our own tables say of a date that is written as precisely already."""

PRECISIONS = {11: 10, 10: 7, 9: 4}
"""How many letters of a day are known at each precision of Wikidata: a day, a month, a year."""

LENGTHS = {8: "{:.3}X", 7: "{:.2}XX"}
"""A decade, a century."""


def precise(
    value: PartialDate,
    precision: str,
) -> PartialDate:
    """A date of Wikidata as far as it is known there (wikibase:timePrecision)."""
    number = (
        int(precision.removesuffix(".0")) if precision.removesuffix(".0").isdecimal() else -1
    )
    if number in PRECISIONS:
        return edtf.parse(value.text[: PRECISIONS[number]])
    if number in LENGTHS:
        return edtf.parse(LENGTHS[number].format(value.text))
    if number > 11:
        return value
    raise RowRefusedError(reason="precision", text=precision)
