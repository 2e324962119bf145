"""The time zone that a calendar lives in, which tells on what day a moment in UTC falls."""

from __future__ import annotations

import contextlib
from datetime import (
    date,
    datetime,
    tzinfo,
)

from icalendar import Timezone
from icalendar.timezone import tzp

from kzfr_cli.editing.imports.calendar_text import PROPERTY, CalendarText

NAMED_BY = ("X-WR-TIMEZONE", "TIMEZONE-ID")
"""The properties that name the zone of a calendar: of Google, Apple and others, and of RFC 7986."""

UTC = frozenset({"UTC", "Etc/UTC", "GMT", "Etc/GMT", "Z"})
"""What a zone is called that is nobody's clock, but that of machines."""


MALFORMED = (
    ValueError,
    KeyError,
    IndexError,
    TypeError,
    AttributeError,
    OverflowError,
    OSError,
)
"""What icalendar lets through at parts that are not well made; the last at a zone whose name is
too long for a file.
"""


def of(calendar: CalendarText) -> tzinfo | None:
    """The zone of a calendar: the one that it names, else the only one that it defines."""
    named = [calendar.properties[name] for name in NAMED_BY if calendar.properties.get(name)]
    defined = {name for zone in calendar.zones if (name := name_of(zone))}
    if not named and len(defined) == 1:
        named = list(defined)
    for name in named:
        if name not in UTC and (zone := known(name) or own(calendar, name)):
            return zone
    return None


def known(name: str) -> tzinfo | None:
    """A zone by its name in the database of time zones, or in Windows."""
    try:
        found: tzinfo | None = tzp.timezone(name.strip('"'))
    except (ValueError, OSError, KeyError):
        return None
    return found


def own(
    calendar: CalendarText,
    name: str,
) -> tzinfo | None:
    """A zone as the calendar defines it; None when that is not well made."""
    for zone in calendar.zones:
        if name_of(zone) != name:
            continue
        try:
            text = "\r\n".join(("BEGIN:VTIMEZONE", *zone, "END:VTIMEZONE", ""))
            made = Timezone.from_ical(text)
            return made.to_tz() if isinstance(made, Timezone) else None
        except MALFORMED:
            return None
    return None


def name_of(zone: list[str]) -> str:
    """The name under which a calendar defines a zone."""
    for line in zone:
        found = PROPERTY.fullmatch(line)
        if found and found[1].upper() == "TZID":
            return found[2].strip()
    return ""


def is_utc(value: date) -> bool:
    """Return whether a moment is told in UTC, and not by somebody's clock."""
    return (
        isinstance(value, datetime) and value.tzinfo is not None and str(value.tzinfo) in UTC
    )


def local(
    value: date,
    zone: tzinfo | None,
) -> date:
    """A day as it is, a moment by the clock that it is told in, one in UTC by that of the calendar.

    What comes back has no zone: by it alone the day is told. One that another clock would put
    beyond the calendar stays as it is.
    """
    if not isinstance(value, datetime):
        return value
    if zone is not None and is_utc(value):
        with contextlib.suppress(OverflowError):
            value = value.astimezone(zone)
    return value.replace(tzinfo=None)
