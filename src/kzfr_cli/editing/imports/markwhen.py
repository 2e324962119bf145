"""Read the text of a Markwhen timeline: a date, a colon, what happened; tags, links, groups.

Source: the syntax as https://docs.markwhen.com/syntax/ tells it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from kzfr_cli.editing.imports import texts
from kzfr_cli.editing.imports.linking import ADDRESS
from kzfr_cli.editing.imports.rows import Content, Row
from kzfr_cli.editing.imports.texts import ImportFile

EVENT = re.compile(
    r"(?P<when>(?=[^:]*\d|now\b)(?![^:]*,\s*[^\W\d])\S+(?:[ \t]+\S+){0,8}?)\s*:\s+(?P<told>\S.*)"
)
"""A line that begins an event: before a colon and a blank a few words with a digit, or with that
for today, and no part of a sentence.
"""

CLOCK = re.compile(
    r"\d{1,2}:\d{2}(?::\d{2})?(?:\s*[ap]m)?(?:\.\d+Z?)?|T\d{2}:\d{2}\S*", re.IGNORECASE
)
HEAD = re.compile(
    r"---\s*\n.*?\n---\s*(?:\n|\Z)|(?:[ \t]*\w+:[^\n]*\n)+(?=\s*\n)", re.DOTALL
)
"""What stands above the events: between dashes, or lines of names and values."""

NO_EVENT = re.compile(
    r"\s*(?:#{1,6}\s.*|//.*|(?:end\s*)?(?:group|section)\b.*|end(?:Group|Section)\b.*|!.*)",
    re.IGNORECASE,
)
TAG = re.compile(r"(?<!\S)#([\w-]+)")
LINK = re.compile(r"\[([^\]]*)\]\(([^)\s]*)\)")
PROPERTY = re.compile(r"\s*\w+:\s.*")
RANGE = re.compile(
    r"(?P<first>[^/]+)/(?P<last>[^/]+)|(?P<begin>.+?\S)\s+[-–]\s+(?P<end>\S.+)"
)
"""Two dates: with a stroke as EDTF has it, or with a dash between blanks."""

MONTH_FIRST = re.compile(r"(\d{1,2})/(\d{1,2})/(\d{4})|(\d{1,2})/(\d{4})")
DAY_FIRST = re.compile(r"dateFormat:\s*d", re.IGNORECASE)
MARK = re.compile(r"\s*(?:%\d+|\*{1,2}|`)|^\s*[-*]\s+(?:\[[ x]\]\s*)?")


class MarkwhenText:
    """The events of a text, as they are found line by line."""

    def __init__(self, text: str) -> None:
        head = HEAD.match(text)
        self.head = head[0] if head else ""
        self.body = text[len(self.head) :]
        self.day_first = DAY_FIRST.search(self.head) is not None

    def rows(self) -> Iterator[Row]:
        """The events, each with the lines below it."""
        begin = self.head.count("\n") + 1
        number, told, below = 0, None, [""]
        for place, line in enumerate(self.body.splitlines(), begin):
            event = None if NO_EVENT.fullmatch(line) else EVENT.match(hidden(line))
            if event is None:
                below.append("" if NO_EVENT.fullmatch(line) else line)
                continue
            if told is not None:
                yield self.row(number, told, below)
            number, told, below = place, event, []
        if told is not None:
            yield self.row(number, told, below)

    def row(
        self,
        number: int,
        event: re.Match[str],
        below: list[str],
    ) -> Row:
        """One event."""
        head = event["told"]
        text = "\n".join(line for line in below if not PROPERTY.fullmatch(line))
        fields: dict[str, Any] = {
            **self.dates(event["when"].strip()),
            "title": plain(head),
            "summary": plain(LINK.sub("", text)),
            "words": TAG.findall(f"{head}\n{text}"),
            "sources": ADDRESS.findall(f"{head}\n{text}".replace(")", " ")),
        }
        kept = {name: value for name, value in fields.items() if value}
        return Row(
            number=number,
            fields=kept,
            raw=None,
        )

    def dates(self, when: str) -> dict[str, str]:
        """The one or two dates before the colon."""
        found = (
            None if MONTH_FIRST.search(when) and " - " not in when else RANGE.fullmatch(when)
        )
        if found is None:
            return {"date": self.day(when)}
        first = found["first"] or found["begin"]
        last = found["last"] or found["end"]
        return {"date": self.day(first), "end": self.day(last)}

    def day(self, text: str) -> str:
        """One date; figures are a month, a day and a year unless the head says otherwise."""
        found = MONTH_FIRST.fullmatch(text.strip())
        if found is None:
            return text.strip()
        if found[4]:
            return f"{found[5]}-{int(found[4]):02}"
        month, day = (found[2], found[1]) if self.day_first else (found[1], found[2])
        return f"{found[3]}-{int(month):02}-{int(day):02}"


def read(source: ImportFile) -> Content:
    """Read the events of a timeline."""
    text, remarks = texts.decoded(source)
    rows = list(MarkwhenText(text.replace("\r\n", "\n")).rows())
    return Content(rows=rows, total=len(rows), remarks=remarks)


def hidden(line: str) -> str:
    """A line without its times and marks, whose colons are not the one after the date."""
    head, colon, rest = line.partition(": ")
    return f"{CLOCK.sub('', MARK.sub('', head))}{colon}{rest}" if colon else line


def plain(text: str) -> str:
    """A text without tags and marks, its links by their words."""
    return " ".join(TAG.sub("", LINK.sub(r"\1", text)).split()).strip("*` ")
