"""The rows of tables that are drawn with bars: their cells, and the line that stands below the
head.

Source: the tables of GitHub Flavored Markdown, 4.10, which people draw in plain texts and mails,
too.
"""

from __future__ import annotations

import re

from kzfr_cli.proofreading.texts.lines import TextLine

RULE = re.compile(r" {0,3}\|?[ \t]*:?-+:?[ \t]*(?:\|[ \t]*:?-+:?[ \t]*)*+\|?[ \t]*\Z")
"""The line that stands between the head of a table and its rows: «|---|---|»."""

BAR = re.compile(r"(?<!\\)\|")


def is_rule(line: TextLine) -> bool:
    """Return whether a line stands between the head of a table and its rows."""
    if "|" not in line.text:
        return False
    return RULE.match(line.text) is not None


def is_framed(line: TextLine) -> bool:
    """Return whether a bar opens a line, and a bar ends it."""
    text = line.text.strip()
    return len(BAR.findall(text)) > 1 and text[0] == text[-1] == "|"


def cells(line: TextLine) -> list[TextLine]:
    """The cells of a row of a table; a bar before the first and one behind the last part none."""
    ends = [*(found.start() for found in BAR.finditer(line.text)), len(line.text)]
    starts = [0, *(end + 1 for end in ends[:-1])]
    found = [
        TextLine(line.text[a:b], line.start + a) for a, b in zip(starts, ends, strict=True)
    ]
    first = 1 if found[0].is_blank else 0
    last = -1 if found[-1].is_blank else None
    return found[first:last]
