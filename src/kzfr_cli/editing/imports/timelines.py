"""The events of other timelines, as they stand in JSON: TimelineJS, FullCalendar, vis-timeline."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import UTC, datetime
from typing import Any

from kzfr_cli.editing.imports import markup
from kzfr_cli.editing.imports.linking import ADDRESS

Object = Mapping[str, Any]

HELD_UNDER = ("events", "items", "data", "results", "records", "@graph")
"""The names under which a file may hold its events."""

OF_FULLCALENDAR = frozenset(
    {
        "allDay",
        "extendedProps",
        "backgroundColor",
        "borderColor",
        "textColor",
        "classNames",
        "startStr",
        "endStr",
        "durationEditable",
        "startEditable",
        "daysOfWeek",
        "resourceId",
        "resourceIds",
    }
)
"""The names by which an event of FullCalendar (version 6) is known, whose end is left out."""

MILLISECONDS = 100_000_000_000
"""From here on a number is a moment in milliseconds since 1970, as JavaScript counts them."""


def listed(found: Any) -> Any:
    """The list of events that a file holds."""
    if not isinstance(found, dict):
        return found
    if isinstance(found.get("timeline"), dict):
        inner = found["timeline"]
        return inner.get("date", inner.get("events", []))
    for name in HELD_UNDER:
        if isinstance(found.get(name), list):
            others = eras(found, found[name])
            return [*found[name], *others]
    return [found]


def eras(found: Object, slides: list[Any]) -> list[Any]:
    """The eras of a timeline that have a name, and that no slide tells too, as in our own."""
    told = [as_object(slide) for slide in slides]
    known = {headline(slide) for slide in told}
    listed = found.get("eras")
    return [
        era
        for era in (listed if isinstance(listed, list) else ())
        if headline(as_object(era)) not in {"", *known}
    ]


def headline(item: Object) -> str:
    """What a slide or an era is called."""
    return str(as_object(item.get("text")).get("headline", ""))


def adapted(item: Object) -> Object:
    """An event of another program by names that a table would have."""
    if "start_date" in item and not isinstance(item["start_date"], str):
        return of_timelinejs(item)
    if isinstance(item.get("headline"), str) and "startDate" in item:
        return of_old_timelinejs(item)
    made = {name: moment(flat(value)) for name, value in item.items()}
    retitle(made)
    if OF_FULLCALENDAR & item.keys() or is_whole_day(item.get("end")):
        made["end_excluded"] = True
    made |= renamed(item)
    return made


def retitle(made: dict[str, Any]) -> None:
    """Make a title for an event that is called otherwise: of its content, or of its summary."""
    if "title" in made:
        return
    if "content" in made and "start" in made:
        made["title"] = markup.from_html(str(made.pop("content")))
    elif "summary" in made and "description" in made:
        made["title"], made["summary"] = made["summary"], made.pop("description")


def renamed(item: Object) -> Iterator[tuple[str, Any]]:
    """The fields of calendars as Google tells them, by the names of a calendar."""
    for name, field in (("iCalUID", "uid"), ("htmlLink", "url")):
        if item.get(name):
            yield field, item[name]


def is_whole_day(end: Any) -> bool:
    """Return whether an end is a day of a calendar of Google, which is left out."""
    return isinstance(end, Mapping) and "date" in end and not end.get("dateTime")


def flat(value: Any) -> Any:
    """What a value within other names says: a moment, or what a place is called."""
    if not isinstance(value, Mapping):
        return value
    for name in ("dateTime", "date", "name"):
        if isinstance(value.get(name), str):
            return value[name]
    return value


def moment(value: Any) -> Any:
    """A day for a moment in milliseconds; anything else as it is."""
    is_number = isinstance(value, (int, float)) and not isinstance(value, bool)
    if not is_number or abs(value) < MILLISECONDS:
        return value
    try:
        return datetime.fromtimestamp(value / 1000, UTC).date().isoformat()
    except (ValueError, OverflowError, OSError):
        return value


# ---- TimelineJS


def of_timelinejs(item: Object) -> Object:
    """A slide of TimelineJS 3 (Knight Lab)."""
    text = as_object(item.get("text"))
    media = as_object(item.get("media"))
    start, end = as_object(item.get("start_date")), as_object(item.get("end_date"))
    told = f"{text.get('text', '')} {media.get('credit', '')}"
    return {
        **{name: start.get(name, "") for name in ("year", "month", "day")},
        **{f"end {name}": end.get(name, "") for name in ("year", "month", "day")},
        "display date": item.get("display_date") or start.get("display_date", ""),
        "title": markup.from_html(str(text.get("headline", ""))),
        "summary": first_paragraph(str(text.get("text", ""))),
        "group": markup.from_html(str(item.get("group", ""))),
        "sources": list(dict.fromkeys(ADDRESS.findall(told))),
        "uid": str(item.get("unique_id") or ""),
    }


def of_old_timelinejs(item: Object) -> Object:
    """An event of TimelineJS 2, whose dates are written 2011,12,10."""
    return {
        "date": day_of_commas(item.get("startDate")),
        "end": day_of_commas(item.get("endDate")),
        "title": markup.from_html(str(item["headline"])),
        "summary": markup.from_html(str(item.get("text", ""))),
    }


def day_of_commas(value: Any) -> str:
    """A date whose year, month and day stand between commas; any other as it is."""
    parts = [part.strip() for part in str(value or "").split(",")]
    if not all(part.isdecimal() for part in parts):
        return str(value or "")
    year, *rest = parts[:3]
    return "-".join([year.zfill(4), *(part.zfill(2) for part in rest)])


def first_paragraph(text: str) -> str:
    """The text of a slide without the line of its sources."""
    head, _, _ = text.partition("</p><p>")
    return markup.from_html(head)


def as_object(value: Any) -> Object:
    """A value that must be an object, else an empty one."""
    return value if isinstance(value, Mapping) else {}
