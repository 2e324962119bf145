"""The text of a calendar (RFC 5545) cut into its components, before any of them is understood.

A component that nobody needs, or that is not well made, then costs no other one.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

FOLD = re.compile(rb"(?:\r\n|\n|\r)[ \t]")
"""Where a long line was folded, be it inside a letter (RFC 5545, 3.1): bytes are unfolded, then
decoded.
"""

FOLD_IN_TEXT = re.compile(r"(?:\r\n|\n|\r)[ \t]")
LINE_END = re.compile(r"\r\n|\n|\r")
MARK_OF_COMPONENT = re.compile(r"(BEGIN|END)[ \t]*:[ \t]*([A-Z0-9-]+)[ \t]*", re.IGNORECASE)
PROPERTY = re.compile(r"([A-Z0-9-]+)(?:;[^:]*)?:(.*)", re.IGNORECASE | re.DOTALL)

EVENT, ZONE = "VEVENT", "VTIMEZONE"
TASKS = frozenset({"VTODO", "VJOURNAL"})
"""The components that tell something that is no event."""


def unfolded(data: bytes) -> bytes:
    """The bytes of a calendar with every property on one line; those of UTF-16 as they are."""
    return data if b"\0" in data[:4096] else FOLD.sub(b"", data)


class CalendarText:
    """One calendar: its own properties, and the lines of its events and time zones."""

    def __init__(self) -> None:
        self.properties: dict[str, str] = {}
        self.events: list[list[str]] = []
        self.zones: list[list[str]] = []
        self.tasks: Counter[str] = Counter()

    def begin(self, name: str) -> None:
        """Count a component that begins, and make room for its lines."""
        if name == EVENT:
            self.events.append([])
        elif name == ZONE:
            self.zones.append([])
        elif name in TASKS:
            self.tasks[name] += 1

    def keep(
        self,
        path: list[str],
        line: str,
    ) -> None:
        """Keep a line of a component where somebody needs it."""
        if ZONE in path:
            self.zones[-1].append(line)
        elif path[-1:] == [EVENT]:
            self.events[-1].append(line)
        elif len(path) == 1 and (found := PROPERTY.fullmatch(line)):
            self.properties.setdefault(found[1].upper(), found[2].strip())


def calendars(text: str) -> list[CalendarText]:
    """The calendars of a text, whatever they are called; events outside of any make one too."""
    found: list[CalendarText] = []
    path: list[str] = []
    for line in lines(text):
        mark = MARK_OF_COMPONENT.fullmatch(line)
        if not mark:
            if found:
                found[-1].keep(path, line)
            continue
        name = mark[2].upper()
        if mark[1].upper() == "END":
            closed(path, name, found)
        else:
            opened(path, name, found)
    return found


def opened(
    path: list[str],
    name: str,
    found: list[CalendarText],
) -> None:
    """Begin a component; one within its own kind means that the end of that was forgotten."""
    if name == EVENT and EVENT in path:
        del path[path.index(EVENT) :]
    if not path or not found:
        found.append(CalendarText())
    inside_zone = ZONE in path
    path.append(name)
    if inside_zone:
        found[-1].zones[-1].append(f"BEGIN:{name}")
    else:
        found[-1].begin(name)


def closed(
    path: list[str],
    name: str,
    found: list[CalendarText],
) -> None:
    """End a component, and what was not ended within it; an end of nothing says nothing."""
    if name not in path:
        return
    place = len(path) - 1 - path[::-1].index(name)
    if ZONE in path[:place]:
        found[-1].zones[-1].append(f"END:{name}")
    del path[place:]


def lines(text: str) -> Iterator[str]:
    """The lines that are not blank, unfolded."""
    for line in LINE_END.split(FOLD_IN_TEXT.sub("", text)):
        if line.strip():
            yield line
