"""Read the dates that people type: in figures, in words of four languages, or counted from today.

`dateutil.parser` is never asked: it fills in what is missing and swaps days and months.
"""

from __future__ import annotations

import re
from datetime import date, timedelta
from typing import TYPE_CHECKING

from kzfr_cli.core import edtf
from kzfr_cli.errors import (
    AmbiguousDateError,
    BackwardDateError,
    ImpossibleDateError,
    InvalidDateError,
    WrongWeekdayError,
)
from kzfr_cli.languages import durations, language, mentions, typed_figures
from kzfr_cli.languages.typed_figures import Habits

if TYPE_CHECKING:
    from kzfr_cli.core.edtf import PartialDate
    from kzfr_cli.languages.mention import Mention, Said

OFFSET = re.compile(r"([+-]) ?([0-9]{1,6}) ?(\w)")
NO_SUCH_DAY = re.compile(r"([0-9]{1,2})(?:er|st|nd|rd|th)? (.+)")
SIGNS = str.maketrans("’ʼ−", "''-")
IN_BRACKETS = re.compile(r"(.+) \((.+)\)")
LAST_DAY = 31
AWAY = {"ago": -1, "in": 1, "later": 1}
"""Which way from today; Kazakh says «3 күннен кейін» of what comes as of what came later."""
KNOWN_TO = {"months": 7, "years": 4}
"""The characters of a day in ISO that are known of what is so many of these units away."""
TIME = (
    r"(?<=\d)T\d\d:\d\d\S*$"
    r"|(?<=\w),? (?:(?:{at}) )?\d{{1,2}}(?::\d\d(?::\d\d)?| ?h(?: ?\d\d)?)(?: ?[ap]m)?$"
)
"""A time of the day, as ISO 8601 writes it behind its day, or as people do."""
OPEN = {"since": "{}/..", "until": "../{}"}


def parse(
    text: str, today: date, day_first: bool = False, coming: bool = False
) -> PartialDate:
    """Read a date of any precision, an interval, or a date relative to today; case and accents do
    not count.

    Raises `AmbiguousDateError` when 05/06/2018 may be June or May and `day_first` does not settle
    it, `ImpossibleDateError` for a day that its month does not have, `WrongWeekdayError` for
    a day that falls on another weekday, `NeedsYearError` for a day without a year unless `coming`,
    `ShortYearError` for a year of two figures, `DistantYearError` for a year before 1 or after
    9999, `BackwardDateError` for a span that ends before it begins, `UnreadableDateError` for
    anything else.
    """
    habits = Habits(today, day_first, coming)
    typed = (
        " ".join(text.split()).translate(SIGNS) if len(text) <= typed_figures.LONGEST else ""
    )
    if standard := typed_figures.standard(typed, text):
        return standard
    certain = _certain(typed)
    if certain != typed:
        return _doubted(parse(certain, today, day_first, coming))
    exact = _exact(typed)
    if exact != typed:
        return _rough(parse(exact, today, day_first, coming))
    typed = _without_time(typed)
    found = _from_today(typed.casefold(), today) or typed_figures.in_figures(
        typed, text, habits
    )
    found = found or _counted(typed, today)
    if found is None:
        return _in_words(typed, text, habits)
    try:
        return edtf.parse(found)
    except InvalidDateError as error:
        raise typed_figures.refusal(text, error) from error


def _certain(typed: str) -> str:
    """Return what was typed without the words that the date is uncertain: «1992 (incertain)»."""
    match = IN_BRACKETS.fullmatch(typed)
    if match is None:
        return typed
    doubts = {
        word
        for code in language.ALL
        for word in language.of(code).words("typed", "uncertain")
    }
    return match[1] if match[2].casefold() in doubts else typed


def _doubted(value: PartialDate) -> PartialDate:
    """Return a date marked as uncertain."""
    ends = value.text.split("/")
    return edtf.parse(
        "/".join(f"{end.rstrip('~')}{'%' if '~' in end else '?'}" for end in ends)
    )


def _exact(typed: str) -> str:
    """Return what was typed without the abbreviation that makes a date approximate: «v. 1992»."""
    short, _, rest = typed.partition(". ")
    return rest if short.casefold() in language.union("typed", "around") else typed


def _rough(value: PartialDate) -> PartialDate:
    """Return a date marked as approximate."""
    return edtf.parse("/".join(f"{end.rstrip('~')}~" for end in value.text.split("/")))


def _without_time(typed: str) -> str:
    """Return a day without the time behind it: 2018-06-05T10:30, "at 10:30", «à 10 h»."""
    at = "|".join(sorted(language.union("typed", "at_time")))
    return re.sub(TIME.format(at=at), "", typed, flags=re.IGNORECASE)


# ---- counted from today


def _from_today(typed: str, today: date) -> str | None:
    match = OFFSET.fullmatch(typed)
    unit = _offset_units().get(match[3]) if match else None
    return _moved(today, unit, int(match[1] + match[2])) if match and unit else None


def _counted(typed: str, today: date) -> str | None:
    """Return the day, the month or the year that is some time from today: «il y a 3 jours», "in
    two weeks", «через месяц»; None when the text is not just that.
    """
    found = durations.find(typed)
    if len(found) != 1 or (found[0].lead, found[0].behind) != (0, len(typed)):
        return None
    time = found[0]
    way = AWAY.get(time.form)
    unit = f"{time.unit}s"
    if way is None or time.bound or not time.count.is_integer():
        return None
    moved = _moved(today, unit, way * int(time.count))
    return moved[: KNOWN_TO.get(unit)] if moved else None


def _offset_units() -> dict[str, str]:
    """Return the letters for units of time: d and j for days, w and s for weeks …"""
    return {
        letter: unit
        for code in language.ALL
        for unit, letters in dict(language.of(code).words("typed", "offset_units")).items()
        for letter in letters
    }


def _moved(day: date, unit: str, count: int) -> str | None:
    """Move a day; None when that leaves the calendar."""
    try:
        if unit in {"days", "weeks"}:
            return (day + timedelta(**{unit: count})).isoformat()
        from dateutil.relativedelta import relativedelta

        return (day + relativedelta(**{unit: count})).isoformat()  # type: ignore[arg-type]
    except (ValueError, OverflowError):
        return None


# ---- in words


def _in_words(typed: str, text: str, habits: Habits) -> PartialDate:
    """Read the one date that the words are, whole."""
    mention = _whole(typed, habits.today)
    if mention is None:
        raise _no_such_day(typed, habits) or typed_figures.unreadable(text)
    if mention.kind != "span" and not any(letter.isalpha() for letter in typed):
        raise typed_figures.unreadable(text)
    if mention.impossible:
        raise ImpossibleDateError(text=text, last_valid=_last_valid(mention, habits.today))
    value = mention.value
    _check_order(mention, text)
    if mention.is_ambiguous and mention.kind == "day":
        value = _by_weekday(mention, text, habits)
    if value is None:
        value = _yearless(mention, text, habits)
    for said in mention.said:
        _check_weekday(said, text)
    return _marked(value, mention)


def _whole(typed: str, today: date) -> Mention | None:
    """Return the date that the words are from the first to the last; None when they are not."""
    found = mentions.find(typed, today=today, terse=True)
    if len(found) != 1 or found[0].lead > 0:
        return None
    silent = {"", "-", *language.union("typed", "behind")}
    return found[0] if typed[found[0].end :].strip(" .") in silent else None


def _no_such_day(typed: str, habits: Habits) -> ImpossibleDateError | None:
    """Return the refusal of a day such as the 32nd or the 0th of a month that is said."""
    match = NO_SUCH_DAY.fullmatch(typed)
    if match is None or 1 <= int(match[1]) <= LAST_DAY:
        return None
    months = mentions.find(match[2], terse=True)
    if len(months) != 1 or months[0].kind != "month" or months[0].lead > 0:
        return None
    last_valid = _end_of_month(months[0].said[0], habits.today)
    return ImpossibleDateError(text=typed, last_valid=last_valid)


def _end_of_month(said: Said, today: date) -> str:
    """Return the last day of the month that is said, of this year where none is said."""
    year, month = said.year or today.year, said.month or 1
    return f"{year:04}-{month:02}-{edtf.last_day(year, month)}"


def _last_valid(mention: Mention, today: date) -> str:
    said = next(
        each for each in mention.said if each.day and each.day > (mention.impossible or 0)
    )
    return _end_of_month(said, today)


def _by_weekday(mention: Mention, text: str, habits: Habits) -> PartialDate:
    """Settle the order of 05/06/2018 by the weekday beside it, or by what the locale says."""
    fitting = [
        value
        for value in mention.values
        if mention.weekday is not None
        and value.day
        and value.day.weekday() == mention.weekday
    ]
    if len(fitting) == 1:
        return fitting[0]
    if not habits.day_first:
        raise AmbiguousDateError(text=text, readings=tuple(map(str, mention.values)))
    return mention.values[0]


def _yearless(mention: Mention, text: str, habits: Habits) -> PartialDate:
    """Return the next day of that month and number, or the next such month, this one included."""
    if mention.kind == "weekday" and mention.weekday is not None and habits.coming:
        return _coming(mention.weekday, habits.today)
    said = mention.yearless
    if said is not None and mention.kind == "month" and habits.coming:
        today = habits.today
        return edtf.parse(f"{today.year + (said[0] < today.month):04}-{said[0]:02}")
    if said is None or said[1] is None or mention.kind != "day":
        raise typed_figures.unreadable(text)
    return edtf.parse(typed_figures.with_year(text, said[0], said[1], habits))


def _coming(weekday: int, today: date) -> PartialDate:
    """Return the next such day of the week, today included."""
    day = today + timedelta(days=(weekday - today.weekday()) % 7)
    return edtf.parse(day.isoformat())


def _check_order(mention: Mention, text: str) -> None:
    """Refuse a span whose last date comes before its first."""
    years = [each.year for each in mention.said]
    if mention.value is None and len(years) > 1 and all(years):
        raise BackwardDateError(text=text)


def _check_weekday(said: Said, text: str) -> None:
    """Refuse a day that falls on another weekday than the one that is said."""
    if said.weekday is None or said.year is None or said.month is None or said.day is None:
        return
    day = date(said.year, said.month, said.day)
    if day.weekday() != said.weekday:
        raise WrongWeekdayError(text=text, falls_on=day.isoformat())


def _marked(value: PartialDate, mention: Mention) -> PartialDate:
    """Return the date with what the words around it add: «vers 1992», «depuis 1992», "early
    2006".
    """
    if mention.kind == "part" or mention.relation == "around":
        return edtf.parse("/".join(f"{end}~" for end in value.text.split("/")))
    if mention.relation == "between":
        return edtf.parse(f"[{value.text.replace('/', '..')}]")
    if value.is_interval:
        return value
    if mention.relation in OPEN:
        return edtf.parse(OPEN[mention.relation].format(value))
    if mention.relation in {"before", "after"}:
        first, last = mentions.interval(mention)
        return edtf.parse(f"{first or '..'}/{last or '..'}")
    return value
