"""Read the events of a calendar (RFC 5545, and what programs make of it)."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Container, Iterator
from datetime import date

from kzfr_cli.core.record import replace
from kzfr_cli.editing.imports import (
    calendar_text,
    recurring,
    texts,
    zones,
)
from kzfr_cli.editing.imports.calendar_text import CalendarText
from kzfr_cli.editing.imports.happening import (
    Happening,
    day_of,
    days,
)
from kzfr_cli.editing.imports.rows import (
    Content,
    Remark,
    Row,
    Window,
)
from kzfr_cli.editing.imports.texts import ImportFile
from kzfr_cli.errors import KzfrError, UnreadableImportError

OWN_UID = "@kzfr"
"""Ends the UIDs of the calendars that `formats.ics` writes: what stands in these are anniversaries.
"""

OF_SERIES = "#"
"""Stands between the UID of a series and the day of one of its repetitions."""


def read(source: ImportFile) -> Content:
    """Read the events of a calendar; raises `UnreadableImportError`."""
    text, remarks = texts.decoded(replace(source, data=calendar_text.unfolded(source.data)))
    calendars = calendar_text.calendars(text)
    if not calendars:
        raise UnreadableImportError(path=source.path, reason="not-ics")
    events = list(everything(calendars))
    found = [event for event in events if isinstance(event, Happening)]
    if any(item.uid.endswith(OWN_UID) for item in found):
        raise UnreadableImportError(path=source.path, reason="own-calendar")
    rows = [event for event in events if isinstance(event, Row)]
    for group in grouped(found):
        rows += SameUid(group, source.window).rows()
    rows.sort(key=lambda row: row.number)
    return Content(rows=rows, total=len(rows), remarks=(*remarks, *said(calendars, found)))


def said(
    calendars: list[CalendarText],
    found: list[Happening],
) -> Iterator[Remark]:
    """What must be known of a calendar as a whole."""
    tasks = sum((calendar.tasks for calendar in calendars), Counter[str]())
    if tasks:
        yield Remark("tasks", {"count": tasks.total()})
    if any(item.has_utc() for item in found):
        yield Remark("utc")


def everything(calendars: list[CalendarText]) -> Iterator[Happening | Row]:
    """Every event of some calendars, numbered from 1, or the row that refuses it."""
    number = 0
    for calendar in calendars:
        zone = zones.of(calendar)
        taken_back = calendar.properties.get("METHOD", "").upper() == "CANCEL"
        for lines in calendar.events:
            number += 1
            try:
                yield Happening(number, lines, zone, taken_back=taken_back)
            except KzfrError as error:
                yield Row(
                    number=number,
                    fields={},
                    error=error,
                )


def grouped(found: list[Happening]) -> list[list[Happening]]:
    """The events by their UID; those that have none each by itself."""
    by_uid: dict[str, list[Happening]] = defaultdict(list)
    for item in found:
        by_uid[item.uid or f" {item.number}"].append(item)
    return list(by_uid.values())


class SameUid:
    """What a calendar says under one UID: an event or a series, and its repetitions that differ."""

    def __init__(
        self,
        members: list[Happening],
        window: Window | None,
    ) -> None:
        self.window = window
        self.newest: dict[date | None, Happening] = {}
        self.older: list[Happening] = []
        for member in members:
            self.add(member)
        self.series = self.newest.pop(None, None)

    def add(self, member: Happening) -> None:
        """Keep of each repetition its newest version; the last one of equals."""
        before = self.newest.get(member.recurrence)
        if before is not None and member.version < before.version:
            self.older.append(member)
            return
        if before is not None:
            self.older.append(before)
        self.newest[member.recurrence] = member

    @property
    def first(self) -> date | None:
        """The day on which a series begins; None when it has no master, or one that is broken."""
        moment = self.series.moment("DTSTART") if self.series else None
        return day_of(moment) if moment else None

    def rows(self) -> Iterator[Row]:
        """The rows, each with a UID of its own."""
        for member in self.older:
            yield self.row(member, left_out="older")
        series = self.series
        if series is None:
            yield from map(self.row, self.newest.values())
        elif series.is_cancelled or not recurring.repeats(series):
            yield self.row(series)
            yield from self.repetitions()
        else:
            yield from self.repeated(series)

    def repetitions(self) -> Iterator[Row]:
        """The repetitions that differ, left out."""
        for member in self.newest.values():
            yield self.row(member, left_out="repetition")

    def repeated(self, series: Happening) -> Iterator[Row]:
        """The rows of a series: each of its days in the window, without one its first."""
        try:
            days = recurring.starts(series, self.window) if self.window else None
        except (KzfrError, OverflowError):
            days = None
        if days is None:
            first = self.newest.pop(self.first, None) or series
            reason = Remark("rule" if self.window else "repeats")
            yield replace(self.row(first), remarks=(*first.remarks(), reason))
            yield from self.repetitions()
            return
        onward = self.onward()
        gone = self.gone(series, days)
        for day, start in days.items():
            yield self.repetition(day, start, onward)
        yield from map(self.row, self.newest.values())
        yield from gone

    def onward(self) -> list[tuple[date, Happening]]:
        """The repetitions that tell of those after them too, in the order of their days."""
        found = ((day, item) for day, item in self.newest.items() if day and item.is_onward)
        return sorted(found, key=lambda pair: pair[0])

    def gone(
        self,
        series: Happening,
        days: Container[date],
    ) -> list[Row]:
        """The rows that take back the days on which a series says that it does not take place."""
        dropped = recurring.dropped(series, self.window) if self.window else []
        return [
            replace(self.row(series, start=day), cancelled=True)
            for day in dropped
            if day not in days and day not in self.newest
        ]

    def repetition(
        self,
        day: date,
        start: date,
        onward: list[tuple[date, Happening]],
    ) -> Row:
        """The row of one day of a series: that which differs, or the last before it that tells of
        those after it too, or else as the series has it.
        """
        moved = self.newest.pop(day, None)
        if moved is not None:
            return self.row(moved)
        before = [item for since, item in onward if since < day]
        if before:
            return self.row(before[-1], start=recurring.later(start, before[-1]), day=day)
        assert self.series is not None
        return self.row(self.series, start=start)

    def row(
        self,
        item: Happening,
        left_out: str = "",
        start: date | None = None,
        day: date | None = None,
    ) -> Row:
        """One event as a row; `start` is when it begins this time, `day` that which its series
        has for it.
        """
        fields = {**item.fields(), "uid": self.uid(item, day or item.recurrence or start)}
        error = None
        try:
            fields["date"] = days(start or item.start, item.length)
        except KzfrError as refusal:
            error = refusal
        return Row(
            number=item.number,
            fields={name: value for name, value in fields.items() if value},
            error=None if left_out else error,
            left_out=left_out,
            cancelled=item.is_cancelled and not left_out,
            remarks=tuple(item.remarks()),
        )

    def uid(
        self,
        item: Happening,
        start: date | None,
    ) -> str:
        """The UID of an event, with the day that the rule gives it if it is a repetition."""
        if not item.uid or start is None or day_of(start) == self.first:
            return item.uid
        return f"{item.uid}{OF_SERIES}{day_of(start).isoformat()}"
