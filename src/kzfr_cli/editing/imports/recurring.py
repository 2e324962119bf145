"""The days on which an event of a calendar takes place again (RFC 5545: RRULE, RDATE, EXDATE)."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import (
    date,
    datetime,
    time,
)
from typing import Any

from dateutil.rrule import rrule, rrulestr

from kzfr_cli.editing.imports import happening as happenings
from kzfr_cli.editing.imports import zones
from kzfr_cli.editing.imports.happening import (
    Happening,
    day_of,
    moment_of,
)
from kzfr_cli.editing.imports.rows import Window

DAILY_OR_RARER = frozenset({"YEARLY", "MONTHLY", "WEEKLY", "DAILY"})
"""How often a rule may repeat, for a timeline of days."""

MOST = 4_000
"""Days of one series that are taken in: eleven years of every day."""

LONGEST_MONTHS = {2: 29, 4: 30, 6: 30, 9: 30, 11: 30}
"""The days of the months that have not 31; a rule that asks for more never ends."""


def repeats(happening: Happening) -> bool:
    """Return whether an event takes place again."""
    return bool(happening.values("RRULE") or happening.values("RDATE"))


def starts(
    happening: Happening,
    window: Window,
) -> dict[date, date] | None:
    """When an event begins each time within a window, by its day; None when its rule cannot be
    followed.

    A window without an end is one for a rule that ends by itself only. Raises `RowRefusedError`.
    """
    found = {happening.start}
    for rule in happening.values("RRULE"):
        days = ruled(happening, rule, window)
        if days is None:
            return None
        found.update(days)
    found.update(told(happening, "RDATE"))
    left_out = set(told(happening, "EXDATE"))
    is_timed = isinstance(happening.start, datetime)
    return {
        day_of(start): as_kind(start, is_timed)
        for start in sorted(found, key=moment_of)
        if not left_out & {start, day_of(start)}
        and window.holds(day_of(start), day_of(moment_of(start) + happening.length))
    }


def dropped(
    happening: Happening,
    window: Window,
) -> list[date]:
    """The days within a window on which a series says that it does not take place (EXDATE)."""
    days = {day_of(start) for start in told(happening, "EXDATE")}
    return sorted(day for day in days if window.holds(day, day))


def later(
    start: date,
    item: Happening,
) -> date:
    """When an event begins that is moved as an earlier one of its series is; unmoved beyond the
    calendar.
    """
    try:
        moved = moment_of(start) + item.shift
    except OverflowError:
        return start
    return as_kind(moved, isinstance(start, datetime))


def as_kind(
    value: date,
    is_timed: bool,
) -> date:
    """A day as a moment or a moment as a day, as the others of its series are."""
    return moment_of(value) if is_timed else day_of(value)


def ruled(
    happening: Happening,
    rule: Any,
    window: Window,
) -> list[date] | None:
    """When a rule lets an event begin; None when it cannot be followed to an end."""
    made = compiled(happening, rule)
    ends = "COUNT" in rule or "UNTIL" in rule if isinstance(rule, dict) else False
    if made is None or not (ends or window.last):
        return None
    last = datetime.combine(window.last or date.max, time.max)
    first = window.first
    found: list[date] = []
    for moment in made:
        if moment > last or len(found) >= MOST:
            break
        if first is None or day_of(moment + happening.length) >= first:
            found.append(moment)
    return found


def compiled(
    happening: Happening,
    rule: Any,
) -> rrule | None:
    """A rule that gives its moments by the clock of the calendar; None when it is none that we
    follow.
    """
    if not isinstance(rule, dict) or never_falls(rule):
        return None
    if str(next(iter(rule.get("FREQ", ())), "")) not in DAILY_OR_RARER:
        return None
    parts = [
        f"{name}={','.join(map(text_of, values))}"
        for name, values in rule.items()
        if name != "UNTIL"
    ]
    try:
        made = rrulestr(";".join(parts), dtstart=moment_of(happening.start))
        if not isinstance(made, rrule):
            return None
        until = rule.get("UNTIL")
        return made.replace(until=last_moment(until[0], happening)) if until else made
    except (ValueError, TypeError, OverflowError):
        return None


def text_of(value: Any) -> str:
    """A value of a rule as it is written."""
    written = value.to_ical() if hasattr(value, "to_ical") else value
    return written.decode() if isinstance(written, bytes) else str(written)


def last_moment(
    until: date,
    happening: Happening,
) -> datetime:
    """The last moment on which a rule lets an event begin; a day counts to its end."""
    value = zones.local(until, happening.zone)
    return value if isinstance(value, datetime) else datetime.combine(value, time.max)


def never_falls(rule: dict[str, Any]) -> bool:
    """Return whether a rule asks for a day that its months do not have, so that it never ends."""
    days = [abs(int(day)) for day in rule.get("BYMONTHDAY", ())]
    months = [int(month) for month in rule.get("BYMONTH", ())]
    if not days or not months:
        return False
    return min(days) > max(LONGEST_MONTHS.get(month, 31) for month in months)


def told(
    happening: Happening,
    name: str,
) -> Iterator[date]:
    """The days that are told one by one; of a period its beginning."""
    for value in happening.values(name):
        for item in happenings.told(value, "dts") or ():
            found = happenings.told(item, "dt")
            found = found[0] if isinstance(found, tuple) else found
            if isinstance(found, date):
                yield zones.local(found, happening.zone)
