"""iCalendar (RFC 5545): anniversaries as all-day events, the same bytes for the same data."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from urllib.parse import quote

from icalendar import Alarm, Calendar, Event, vDuration, vRecur

from kzfr_cli import __version__
from kzfr_cli.core.visible import visible
from kzfr_cli.formats import lines, origin
from kzfr_cli.formats.surface import Surface
from kzfr_cli.locale.catalogue import N_, NN_
from kzfr_cli.views.calendars import CalendarView, OccasionView

REFRESH = timedelta(days=1)
MORNING = timedelta(hours=9)
"""When a desk is reminded; an all-day event begins at midnight."""

URL_SIGNS = "%:/?#[]@!$&'()*+,;=~"
"""The signs that stand for themselves in an address (RFC 3986, 2.2); a line end among others does
not.
"""

REPEATED = N_(
    "A repeated entry tells neither the number of years nor which are round: leave "
    "--recurring out to have them."
)


def render(view: CalendarView, surface: Surface) -> bytes:
    """Write a calendar: CRLF, lines folded at 75 octets."""
    calendar = Calendar()
    calendar.add("prodid", f"-//kzfr//kzfr {__version__}//{view.lang.upper()}")
    calendar.add("version", "2.0")
    calendar.add("calscale", "GREGORIAN")
    calendar.add("name", view.name)
    calendar.add("x-wr-calname", view.name)
    if dated := origin.sentence(surface):
        calendar.add("description", dated)
        calendar.add("x-wr-caldesc", dated)
    calendar.add("refresh-interval", vDuration(REFRESH), parameters={"VALUE": "DURATION"})
    calendar.add("x-published-ttl", vDuration(REFRESH))
    for occasion in view.occasions:
        calendar.add_component(component(occasion, view))
    return bytes(calendar.to_ical())


def losses(view: CalendarView, surface: Surface) -> list[str]:
    """Say how many dates no day of a calendar can hold, and what one entry for all years can't
    tell.
    """
    one, many = NN_(
        "{count} date known only to the month or the year is left out of the calendar.",
        "{count} dates known only to the month or the year are left out of the calendar.",
    )
    said = (
        [surface.catalogue.plural(one, many, view.left_out, count=view.left_out)]
        if view.left_out
        else []
    )
    if any(occasion.rule for occasion in view.occasions):
        said.append(surface.catalogue.text(REPEATED))
    return said


def component(occasion: OccasionView, view: CalendarView) -> Event:
    """Write one all-day event, which takes nobody's time."""
    event = Event()
    event.add("uid", occasion.uid)
    event.add("dtstamp", occasion.modified)
    event.add("last-modified", occasion.modified)
    event.add("sequence", occasion.sequence)
    event.add("dtstart", occasion.day)
    if occasion.day < date.max:
        event.add("dtend", occasion.day + timedelta(days=1))
    event.add("summary", lines.single(occasion.title))
    event.add("description", "\n".join(map(visible, occasion.description.split("\n"))))
    event.add("categories", [lines.single(name) for name in occasion.categories])
    event.add("class", "PUBLIC")
    event.add("transp", "TRANSPARENT")
    if occasion.place:
        event.add("location", lines.single(occasion.place))
    if occasion.url:
        event.add("url", quote(occasion.url, safe=URL_SIGNS))
    if occasion.rule:
        event.add("rrule", vRecur.from_ical(occasion.rule))
    if occasion.excluded:
        event.add("exdate", list(occasion.excluded), parameters={"VALUE": "DATE"})
    for number, before in enumerate(view.alarms, 1):
        event.add_component(alarm(occasion, before, number))
    return event


def alarm(occasion: OccasionView, before: str, number: int) -> Alarm:
    """Write a reminder some days before, in the morning, or some hours before the day begins."""
    made = Alarm()
    made.add("uid", f"{occasion.uid}.alarm{number}")
    made.add("action", "DISPLAY")
    made.add("description", lines.single(occasion.title))
    made.add("trigger", vDuration(ahead(before)))
    return made


def ahead(before: str) -> timedelta:
    """The time from the beginning of the day to a reminder, from how long before it is wanted."""
    parse: Callable[[str], timedelta] = vDuration.from_ical
    length = parse(before)
    is_of_days = before.startswith("P") and not before.startswith("PT")
    return MORNING - length if is_of_days else -length
