"""Find the line of a field in the text of one entry, which the TOML and schema libraries do not tell."""

from __future__ import annotations

import re

STEP = re.compile(r"\.(\w+)|\[(\d+)\]")


def of_field(text: str, path: str) -> int:
    """Count the lines before the field at `path` (such as `dates[1].value`) of the entry that begins `text`.

    Falls back to the nearest enclosing table or key that can be found, then to 0, the entry's first line.
    """
    start, end = 0, len(text)
    pending: str | None = None
    found = 0
    for name, number in STEP.findall("." + path):
        if name:
            position = key(text, name, start, end)
            pending = name
            found = found if position is None else position
        elif pending is not None:
            start, end = table(text, pending, int(number), end) or (start, end)
            found = start if start else found
    return text.count("\n", 0, found)


def of_value(text: str, value: str) -> int:
    """Count the lines before the first one that holds `value` in quotes, or 0."""
    positions = [text.find(quote + value + quote) for quote in "\"'"]
    return text.count("\n", 0, min((position for position in positions if position >= 0), default=0))


def key(text: str, name: str, start: int, end: int) -> int | None:
    """Find the first line of `text[start:end]` that sets `name` or a key below it."""
    match = re.compile(rf"^[ \t]*(?:\w+\.)?[\"']?{re.escape(name)}[\"']?[ \t]*[.=]", re.MULTILINE).search(text, start, end)
    return match.start() if match else None


def table(text: str, name: str, number: int, end: int) -> tuple[int, int] | None:
    """Find the `number`-th `[[….name]]` table of an entry, as (start, end) positions."""
    headers = list(re.compile(rf"^[ \t]*\[\[[^\]\n]*\.{re.escape(name)}[ \t]*\]\]", re.MULTILINE).finditer(text, 0, end))
    if number >= len(headers):
        return None
    following = re.compile(r"^[ \t]*\[\[", re.MULTILINE).search(text, headers[number].end(), end)
    return headers[number].start(), following.start() if following else end
