"""Where things stand in the text of a database file, which the TOML and schema libraries do not
tell: its top-level tables, and the fields of an entry.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from kzfr_cli.core.event import ENTRY_KINDS
from kzfr_cli.core.record import pair

SKIPPED = re.compile(r"(?:[ \t\r\n]+|#[^\n]*)*")
"""What may stand between two tokens: blanks and comments."""

NAME = re.compile(r"[\w-]+|\"(?:[^\"\\\n]|\\.)*\"|'[^'\n]*'")
DOT = re.compile(r"[ \t]*\.[ \t]*")
STRING = (
    r'"""(?:[^"\\]++|\\.|""?(?!"))*+"{3,5}'
    r"|'''.*?'{3,5}"
    r'|"(?:[^"\\\n]++|\\.)*+"'
    r"|'[^'\n]*'"
)
"""The strings of TOML: within three quotes, which may hold what looks like anything else, or
one.
"""

TEXT = re.compile(STRING, re.DOTALL)
SCALAR = re.compile(r"[^,\]}#\n]*")
STEP = re.compile(r"[^.\[\]]+")
LAST_STEP = re.compile(r"(?:\.[^.\[\]]*|\[[^\[\]]*\]|^[^.\[\]]*|.)$", re.DOTALL)

POSITION = re.compile(r" at line (\d+) column (\d+)$")

TABLE = rb"[ \t]*+\[\[[ \t]*+([\"']?)(" + "|".join(ENTRY_KINDS).encode() + rb")\1[ \t]*\]\]"
FIRST_TABLE = re.compile(TABLE)
LATER_TABLE = re.compile(rb"\n" + TABLE)
"""Begins with a letter and not with the beginning of a line, which takes six times as long."""

TABLE_OR_STRING = re.compile(
    rb"(?:" + STRING.encode() + rb"|\#[^\n]*)"
    rb"|(?:^[ \t]*\[\[[ \t]*(?P<mark>[\"']?)(?P<kind>"
    + "|".join(ENTRY_KINDS).encode()
    + rb")(?P=mark)[ \t]*\]\])",
    re.MULTILINE | re.DOTALL,
)
TOKEN = re.compile(
    STRING.encode() + rb"|\#[^\n]*|\n|[\[{]|[\]}]|[^\s\[\]{}\#\"']+|[\"']",
    re.DOTALL,
)
HEADER = re.compile(rb"\[\[?[ \t]*[\"']?([^\]\"'.\s]*)")
ID = re.compile(rb"^[ \t]*id[ \t]*=[ \t]*[\"']([a-z0-9-]+)[\"']", re.MULTILINE)

MARK = b"\xef\xbb\xbf"
"""The byte-order mark that some editors put before UTF-8."""

DEEPEST = 30
"""Arrays and inline tables within each other; what lies deeper has the line of what holds it."""


@pair
class Block:
    """Hold the bytes of one top-level table, or those before the first (`kind` is then empty)."""

    kind: str
    text: bytes
    line: int
    end: int


def blocks(text: bytes) -> Iterator[Block]:
    """Cut a file before each of its top-level tables; a multi-line string may hold what looks like
    one.
    """
    text = text.removeprefix(MARK)
    start, line, kind = 0, 1, ""
    for position, found in headers(text):
        yield Block(kind, text[start:position], line, position)
        line += text.count(b"\n", start, position)
        start, kind = position, found
    yield Block(kind, text[start:], line, len(text))


def headers(text: bytes) -> Iterator[tuple[int, str]]:
    """Find where each top-level table begins, as (position in bytes, kind)."""
    if b'"""' not in text and b"'''" not in text:
        if first := FIRST_TABLE.match(text):
            yield 0, first[2].decode()
        for match in LATER_TABLE.finditer(text):
            yield match.start() + 1, match[2].decode()
        return
    for match in TABLE_OR_STRING.finditer(text):
        if match["kind"]:
            yield match.start(), match["kind"].decode()


def end_of_table(
    text: bytes,
    start: int,
    stop: int,
    kind: str,
) -> int:
    """Find the end of the last line that holds something of the table of a kind between two places;
    a table of another name is not its own.
    """
    depth, last, begins = 0, start, True
    for token in TOKEN.finditer(text, start, stop):
        sign = text[token.start() : token.start() + 1]
        if sign == b"\n":
            begins = True
            continue
        if sign == b"#":
            continue
        if begins and depth == 0 and sign == b"[":
            header = HEADER.match(text, token.start())
            if header and header[1].decode("utf-8", "replace") != kind:
                break
        begins = False
        depth += (sign in b"[{") - (sign in b"]}")
        last = token.end()
    end = text.find(b"\n", last, stop)
    return stop if end < 0 else end + 1


def of_field(text: str, path: str) -> int:
    """Count the lines before the field at `path` (such as `dates[1].value`) of the entry that
    begins `text`.

    Falls back to the nearest field around it that can be found, then to 0, the entry's first line.
    """
    return nearest(positions(text), text, path)


def nearest(
    places: dict[str, int],
    text: str,
    path: str,
) -> int:
    """Count the lines before a field, or before the nearest one around it, by the places of
    `positions`.
    """
    found = next((places[outer] for outer in outwards(path) if outer in places), 0)
    return text.count("\n", 0, found)


def of_value(text: str, value: str) -> int:
    """Count the lines before the first one that holds `value` in quotes, or 0."""
    found = [text.find(quote + value + quote) for quote in "\"'"]
    return text.count(
        "\n", 0, min((position for position in found if position >= 0), default=0)
    )


def outwards(path: str) -> Iterator[str]:
    """Return the path of a field, then those of what holds it: `dates[1].value`, `dates[1]`,
    `dates`.
    """
    while path:
        yield path
        path = LAST_STEP.sub("", path)


def steps(path: str) -> list[str]:
    """Split the path of a field into names and numbers."""
    return STEP.findall(path)


def positions(text: str) -> dict[str, int]:
    """Map each field of the entry that begins `text`, such as `title.fr` or `places[2]`, to its
    position.

    The text must be TOML that a parser accepts; of any other, some fields are missing.
    """
    return Scan(text).places


@pair
class Statement:
    """Where `key = value` stands in a text: its first letter, that of its value, and the end."""

    start: int
    value: int
    end: int


def statements(text: str) -> dict[str, Statement]:
    """Map each key above the first table to its place; of a dotted key, the whole of it."""
    return Scan(text).statements


def first_table(text: str) -> int:
    """The position of the first header of a table; the length of a text that has none."""
    return min((place for place, _ in Scan(text).headers), default=len(text))


def extents(text: str, key: str) -> list[tuple[int, int]]:
    """The first and last positions of all that a key at the top holds: statements, or tables."""
    scan = Scan(text)
    found = [
        (statement.start, statement.end)
        for path, statement in scan.statements.items()
        if path == key or path.startswith(f"{key}.")
    ]
    ends = [place - 1 for place, _ in scan.headers[1:]] + [len(text)]
    tables = zip(scan.headers, ends, strict=False)
    return found + [(place, end) for (place, root), end in tables if root == key]


def fault(message: str) -> tuple[int, int, str]:
    """The line and the column that the parser names, from 1 (0 for none), and what it says."""
    found = POSITION.search(message)
    line, column = (int(found[1]), int(found[2])) if found else (0, 0)
    return line, column, POSITION.sub("", message)


class Scan:
    """Walk once through the text of an entry and remember where each field stands."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.places: dict[str, int] = {}
        self.counts: dict[str, int] = {}
        self.table = ""
        self.root = ""
        self.headers: list[tuple[int, str]] = []
        self.statements: dict[str, Statement] = {}
        here = self.skip(0)
        while here < len(text):
            here = self.skip(self.statement(here))

    def skip(self, here: int) -> int:
        """Go over blanks and comments."""
        match = SKIPPED.match(self.text, here)
        return match.end() if match else here

    def statement(self, here: int) -> int:
        """Read one header or one `key = value`; gives the position after it."""
        if self.text.startswith("[", here):
            return self.header(here)
        return self.line_end(self.assignment(here, self.table, 0))

    def line_end(self, here: int) -> int:
        """Go to the end of the line, past what could not be read."""
        end = self.text.find("\n", here)
        return len(self.text) if end < 0 else end

    def header(self, here: int) -> int:
        """Read `[events.title]` or `[[events.dates]]`; only a table of another root keeps its whole
        name.
        """
        steps, end = self.names(
            self.skip(here + (2 if self.text.startswith("[[", here) else 1))
        )
        if not steps:
            return self.line_end(here)
        self.headers.append((here, steps[0]))
        self.root = self.root or steps[0]
        self.places.setdefault(steps[0], here)
        path = "" if steps[0] == self.root else steps[0]
        for number, step in enumerate(steps[1:], 2):
            path = join(path, step)
            if number == len(steps) and self.text.startswith("[[", here):
                self.counts[path] = self.counts.get(path, -1) + 1
            self.places.setdefault(path, here)
            if path in self.counts:
                path = f"{path}[{self.counts[path]}]"
                self.places.setdefault(path, here)
        self.table = path
        return self.line_end(end)

    def names(self, here: int) -> tuple[list[str], int]:
        """Read a dotted key; gives its parts and the position after it."""
        parts = []
        while match := NAME.match(self.text, here):
            parts.append(match[0].strip("\"'"))
            here = match.end()
            dot = DOT.match(self.text, here)
            if dot is None:
                break
            here = dot.end()
        return parts, here

    def assignment(
        self,
        here: int,
        path: str,
        depth: int,
    ) -> int:
        """Read `key = value` below `path`."""
        parts, end = self.names(here)
        for part in parts:
            path = join(path, part)
            self.places.setdefault(path, here)
        end = self.skip(end)
        if not parts or not self.text.startswith("=", end):
            return self.line_end(here)
        begins = self.skip(end + 1)
        ends = self.value(begins, path, depth)
        if not depth and not self.headers:
            self.statements[path] = Statement(here, begins, ends)
        return ends

    def value(
        self,
        here: int,
        path: str,
        depth: int,
    ) -> int:
        """Read a value, and the places of what it holds."""
        opening = self.text[here : here + 1]
        if opening in "\"'" and (match := TEXT.match(self.text, here)):
            return match.end()
        if opening in ("[", "{"):
            return self.items(here, path, depth + 1) if depth < DEEPEST else len(self.text)
        scalar = SCALAR.match(self.text, here)
        return here + len(scalar[0].rstrip()) if scalar else here

    def items(
        self,
        here: int,
        path: str,
        depth: int,
    ) -> int:
        """Read the items of an array, or the fields of an inline table."""
        is_array = self.text[here] == "["
        number = 0
        here = self.skip(here + 1)
        while here < len(self.text) and self.text[here] not in "]}":
            before = here
            if is_array:
                self.places.setdefault(f"{path}[{number}]", here)
                here = self.value(here, f"{path}[{number}]", depth)
                number += 1
            else:
                here = self.assignment(here, path, depth)
            here = self.skip(here)
            if self.text.startswith(",", here):
                here = self.skip(here + 1)
            if here == before:
                return len(self.text)
        return here + 1


def join(path: str, name: str) -> str:
    """Put a name below a path."""
    return f"{path}.{name}" if path else name
