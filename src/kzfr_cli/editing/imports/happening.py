"""One event of a calendar (RFC 5545): what it is called, when it takes place, what it says."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from datetime import (
    date,
    datetime,
    time,
    timedelta,
    tzinfo,
)
from typing import Any

from icalendar import Event

from kzfr_cli.editing.imports import markup, zones
from kzfr_cli.editing.imports.rows import Remark
from kzfr_cli.errors import RowRefusedError

ADDRESS = re.compile(r"https?://\S+", re.IGNORECASE)
LANGUAGE = re.compile(r"([A-Za-z]{2,3})(?:[-_].*)?")
DAY = timedelta(days=1)


class Happening:
    """An event of a calendar, by the clock of that calendar.

    `number` is its place among the events; all of a calendar may be `taken_back` (METHOD:CANCEL).
    """

    def __init__(
        self,
        number: int,
        lines: list[str],
        zone: tzinfo | None,
        *,
        taken_back: bool = False,
    ) -> None:
        self.number = number
        self.zone = zone
        self.taken_back = taken_back
        self.event = parsed(lines)

    @property
    def uid(self) -> str:
        """The name that the event keeps when it is moved; empty when it has none."""
        return self.said("UID")

    @property
    def is_cancelled(self) -> bool:
        """Return whether the event will not take place."""
        return self.taken_back or self.said("STATUS").upper() == "CANCELLED"

    @property
    def version(self) -> tuple[int, str]:
        """What grows with each version of the event: how often it was changed, and when."""
        sequence = self.said("SEQUENCE")
        stamp = self.said("LAST-MODIFIED") or self.said("DTSTAMP")
        return (int(sequence) if sequence.isascii() and sequence.isdigit() else 0, stamp)

    # ---- values

    def values(self, name: str) -> list[Any]:
        """Every value of a property, which may be given more than once; those that are
        broken too.
        """
        found = self.event.get(name)
        if found is None:
            return []
        return found if isinstance(found, list) else [found]

    def said(self, name: str) -> str:
        """The first value of a property as a text, empty when there is none."""
        found = self.values(name)
        if not found:
            return ""
        written = found[0]
        if name in ("SEQUENCE", "LAST-MODIFIED", "DTSTAMP"):
            written = as_written(written)
        return str(written).strip()

    def moment(self, name: str) -> date | None:
        """A day or a moment, by the clock of the calendar; None when it is not told."""
        for value in self.values(name):
            found = told(value, "dt")
            if isinstance(found, date):
                return zones.local(found, self.zone)
        return None

    # ---- when

    @property
    def start(self) -> date:
        """The day or the moment on which it begins; raises `RowRefusedError`."""
        found = self.moment("DTSTART")
        if found is not None:
            return found
        written = self.values("DTSTART")
        if written:
            raise RowRefusedError(reason="calendar-date", text=as_written(written[0]))
        raise RowRefusedError(reason="no-start")

    @property
    def length(self) -> timedelta:
        """How long it takes; a day where a day is told and nothing else."""
        start = self.start
        end = self.moment("DTEND")
        whole = DAY if not isinstance(start, datetime) else timedelta()
        if end is not None:
            return max(moment_of(end) - moment_of(start), whole)
        for value in self.values("DURATION"):
            found = told(value, "dt")
            if isinstance(found, timedelta):
                return max(found, whole)
        return whole

    @property
    def recurrence(self) -> date | None:
        """The day of the repetition that it stands for; None for a series, or what does
        not repeat.
        """
        found = self.moment("RECURRENCE-ID")
        return day_of(found) if found else None

    @property
    def is_onward(self) -> bool:
        """Return whether it tells also of the repetitions after it (RANGE=THISANDFUTURE)."""
        ranges = (
            (told(value, "params") or {}).get("RANGE", "")
            for value in self.values("RECURRENCE-ID")
        )
        return any(str(each).upper() == "THISANDFUTURE" for each in ranges)

    @property
    def shift(self) -> timedelta:
        """How much later it begins than its series has it."""
        start, planned = self.moment("DTSTART"), self.moment("RECURRENCE-ID")
        if start is None or planned is None:
            return timedelta()
        if isinstance(start, datetime) and isinstance(planned, datetime):
            return start - planned
        return day_of(start) - day_of(planned)

    def has_utc(self) -> bool:
        """Return whether its day is that of UTC for want of a better one."""
        found = (told(value, "dt") for value in self.values("DTSTART"))
        return self.zone is None and any(
            isinstance(value, date) and zones.is_utc(value) for value in found
        )

    # ---- what

    def fields(self) -> dict[str, Any]:
        """What it says, by the names of our fields, all but its date."""
        found = {
            **self.worded("SUMMARY", "title"),
            **self.worded("DESCRIPTION", "summary"),
            "location": self.said("LOCATION"),
            "sources": [text for text in self.addresses() if ADDRESS.fullmatch(text)],
            "words": [
                str(word) for value in self.values("CATEGORIES") for word in words_of(value)
            ],
        }
        return {name: value for name, value in found.items() if value}

    def remarks(self) -> Iterator[Remark]:
        """What of it is left out."""
        for text in self.addresses():
            if text and not ADDRESS.fullmatch(text):
                yield Remark("no-address", {"text": text})
        for name in ("DTEND", "DURATION"):
            for value in self.values(name):
                if told(value, "dt") is None:
                    yield Remark("no-end", {"text": as_written(value)})

    def addresses(self) -> list[str]:
        """The pages that it names."""
        return [str(value).strip() for value in self.values("URL")]

    def worded(
        self,
        name: str,
        field: str,
    ) -> dict[str, str]:
        """A text in the languages in which it is given; the first one of each."""
        found: dict[str, str] = {}
        for value in self.values(name):
            text = markup.plain(str(value))
            if text:
                found.setdefault(f"{field}{language_of(value)}", text)
        return found


def parsed(lines: list[str]) -> Event:
    """The event that some lines are; a line that is broken is left out. Raises
    `RowRefusedError`.
    """
    text = "\r\n".join(("BEGIN:VEVENT", *lines, "END:VEVENT", ""))
    try:
        found = Event.from_ical(text)
    except zones.MALFORMED:
        raise RowRefusedError(reason="no-event") from None
    if not isinstance(found, Event):
        raise RowRefusedError(reason="no-event")
    return found


def told(value: Any, name: str) -> Any:
    """What the value of a property tells, None where it is broken."""
    try:
        return getattr(value, name, None)
    except ValueError:
        return None


def as_written(value: Any) -> str:
    """A value as the calendar writes it."""
    try:
        written = value.to_ical()
    except zones.MALFORMED:
        return ""
    return written.decode("utf-8", "replace") if isinstance(written, bytes) else str(written)


def words_of(value: Any) -> list[Any]:
    """The categories of one line."""
    return list(told(value, "cats") or ())


def language_of(value: Any) -> str:
    """The language of a text, as the ending of the name of a field; empty when none is told."""
    params: Mapping[str, Any] = told(value, "params") or {}
    found = LANGUAGE.fullmatch(str(params.get("LANGUAGE", "")))
    return f".{found[1].lower()}" if found else ""


def moment_of(value: date) -> datetime:
    """A day as the moment at which it begins."""
    return value if isinstance(value, datetime) else datetime.combine(value, time())


def day_of(value: date) -> date:
    """The day of a moment."""
    return value.date() if isinstance(value, datetime) else value


def days(
    start: date,
    length: timedelta,
) -> str:
    """The days that something takes, as EDTF; its end is the first moment that is not its own.

    Raises `RowRefusedError` beyond the calendar.
    """
    try:
        end = moment_of(start) + length
    except OverflowError:
        raise RowRefusedError(reason="calendar-date", text=str(start)) from None
    first, last = day_of(start), end.date()
    if end.time() == time() and last > first:
        last -= DAY
    return f"{first.isoformat()}/{last.isoformat()}" if last > first else first.isoformat()
