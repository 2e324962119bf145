"""Add, replace and remove entries in the bytes of a database file; every other byte stays.

What belongs to an entry is its own lines: from its `[[events]]` to the last line that holds
something of it. Comments and blank lines after that belong to whoever wrote them, and stay; but the
comment that stands straight above an entry goes with it when it is removed.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from itertools import zip_longest

from kzfr_cli.core.record import pair
from kzfr_cli.editing.readings import Item, Readings, id_of, item, mark, whole
from kzfr_cli.errors import (
    DuplicateIdError,
    EntryRefusedError,
    InlineEntriesError,
    NotInFileError,
    Problem,
    UnsafeEditError,
)
from kzfr_cli.store import files, schema, toml_text
from kzfr_cli.store.index.building import preferred_problem

MARK = b"\xef\xbb\xbf"
BLANK_LINE = re.compile(rb"[ \t]*\r?\n")
COMMENT_ABOVE = re.compile(rb"(?:^[ \t]*#[^\n]*\n)+\Z", re.MULTILINE)
ENDS_BLANK = re.compile(rb"(?:\A|\n)([ \t]*\r?\n)\Z")


@pair
class Addition:
    """Put an entry, written as its own table, at the end of the file."""

    kind: str
    id: str
    text: str


@pair
class Replacement:
    """Put an entry, written as its own table, in place of the own lines of the one of that id."""

    kind: str
    id: str
    text: str


@pair
class Removal:
    """Take the own lines of an entry out of the file."""

    kind: str
    id: str


Edit = Addition | Replacement | Removal


@pair
class Span:
    """Tell where a block with an entry stands in the bytes after the byte-order mark, and its
    `item`’s number.
    """

    kind: str
    id: str
    start: int
    stop: int
    item: int


def apply(before: bytes, edits: Sequence[Edit]) -> bytes:
    """Make all the edits or none.

    Raises `DuplicateIdError`, `NotInFileError`, `InlineEntriesError`, `EntryRefusedError` for an
    entry that would not be read back, and `UnsafeEditError` when anything but the entries named
    would read differently.
    """
    readings = Readings()
    spans, marks = scan(before, readings)
    places = {(span.kind, span.id): place for place, span in reversed([*enumerate(spans)])}
    refuse_inline(before, edits)
    expected: list[bytes | None] = [*marks]
    pieces: list[tuple[int, int, bytes]] = []
    added: dict[tuple[str, str], bytes] = {}
    end = line_end(before)
    for edit in edits:
        place = places.get((edit.kind, edit.id))
        if isinstance(edit, Addition):
            if place is not None or (edit.kind, edit.id) in added:
                raise DuplicateIdError(id=edit.id)
            item_of(edit.kind, edit.text, end)
            added[edit.kind, edit.id] = readings.remember(encoded(edit.text, end))
            continue
        if place is None:
            raise NotInFileError(id=edit.id)
        span = spans[place]
        expected[span.item] = None
        if isinstance(edit, Replacement):
            expected[span.item] = mark(item_of(edit.kind, edit.text, end))
        pieces.append(
            piece(body(before), span, edit, end, floor(body(before), spans, place))
        )
    after = before[: len(before) - len(body(before))] + cut(body(before), pieces)
    after = appended(after, [edit.text for edit in edits if isinstance(edit, Addition)], end)
    wanted = [*filter(None, expected), *added.values()]
    if not is_read_as(after, wanted, readings):
        raise UnsafeEditError()
    return after


def is_read_as(text: bytes, wanted: Sequence[bytes], readings: Readings) -> bool:
    """Return whether a file is read as what some marks stand for, in their order."""
    blocks = toml_text.blocks(body(text))
    found = (each for block in blocks for each in readings.of(block)[1])
    return all(one == other for one, other in zip_longest(found, wanted))


def floor(text: bytes, spans: Sequence[Span], place: int) -> int:
    """Find where the entry above ends, or the beginning of the file."""
    return own_end(text, spans[place - 1]) if place else 0


def body(text: bytes) -> bytes:
    """Give the bytes after the byte-order mark."""
    return text.removeprefix(MARK)


def line_end(text: bytes) -> bytes:
    """Give the line end that the file uses."""
    first = text.find(b"\n")
    return b"\r\n" if first > 0 and text[first - 1 : first] == b"\r" else b"\n"


# ---- reading


def scan(text: bytes, readings: Readings) -> tuple[list[Span], list[bytes]]:
    """Find where each entry stands, and the marks of what the file is read as, in its order."""
    spans: list[Span] = []
    marks: list[bytes] = []
    start = 0
    for block in toml_text.blocks(body(text)):
        entry_id, own = readings.of(block)
        if block.kind:
            spans.append(Span(block.kind, entry_id, start, block.end, len(marks)))
        marks += own
        start = block.end
    return spans, marks


def read(text: bytes) -> tuple[list[Span], list[Item]]:
    """Find where each entry stands, and what the reader makes of the whole file, in its order."""
    spans: list[Span] = []
    items: list[Item] = []
    start = 0
    for block in toml_text.blocks(body(text)):
        found = whole(block)
        if block.kind:
            spans.append(Span(block.kind, id_of(found, block), start, block.end, len(items)))
        items += map(item, found)
        start = block.end
    return spans, items


def own_end(text: bytes, span: Span) -> int:
    """Find the end of the last line that holds something of the entry."""
    return toml_text.end_of_table(text, span.start, span.stop, span.kind)


def own_lines(text: bytes, kind: str, entry_id: str) -> str:
    """Give the own lines of an entry as they stand; raises `NotInFileError`."""
    for span in read(text)[0]:
        if (span.kind, span.id) == (kind, entry_id):
            return body(text)[span.start : own_end(body(text), span)].decode(
                "utf-8", "replace"
            )
    raise NotInFileError(id=entry_id)


def ids(text: bytes) -> set[tuple[str, str]]:
    """List the kind and id of every entry of a file, even of those that cannot be read."""
    return {(span.kind, span.id) for span in read(text)[0]}


def entries(text: bytes) -> list[Item]:
    """Give the entries of a file that can be read, each with its kind."""
    return [
        (found.kind, found.entry)
        for block in toml_text.blocks(text)
        for found in files.read_block("", block)
        if isinstance(found, files.Read)
    ]


def item_of(kind: str, text: str, end: bytes = b"\n") -> Item:
    """Read one entry as it will be read from the file; raises `EntryRefusedError` with the
    `Problem`.
    """
    found = [
        entry
        for block in toml_text.blocks(encoded(text, end))
        for entry in files.read_block("", block)
    ]
    for entry in found:
        if isinstance(entry, Problem):
            raise EntryRefusedError(problem=entry)
    entries = [entry for entry in found if isinstance(entry, files.Read)]
    if len(entries) != 1 or entries[0].kind != kind:
        raise EntryRefusedError(problem=Problem("", 1, "one-entry", "", (("kind", kind),)))
    refuse_unfinished(kind, entries[0])
    return kind, entries[0].entry


def refuse_unfinished(kind: str, found: files.Read) -> None:
    """Refuse a whole entry that lacks a field, or an event without exactly one preferred date."""
    entry = found.entry
    if entry.get("extend") or entry.get("hidden"):
        return
    if missing := schema.missing(kind, entry):
        raise EntryRefusedError(
            problem=Problem(
                "", found.line, "missing-field", entry["id"], (("field", missing[0]),)
            )
        )
    if kind == "events" and (code := preferred_problem(entry)):
        raise EntryRefusedError(problem=Problem("", found.line, code, entry["id"]))


def refuse_inline(text: bytes, edits: Iterable[Edit]) -> None:
    """Refuse to put `[[events]]` into a file whose events are written `events = [{…}]`: no TOML has
    both.
    """
    kinds = {edit.kind for edit in edits}
    head = next(iter(toml_text.blocks(text)))
    for found in files.read_block("", head) if not head.kind else ():
        if isinstance(found, files.Read) and found.kind in kinds:
            raise InlineEntriesError(kind=found.kind, line=found.line)


# ---- writing


def piece(
    text: bytes, span: Span, edit: Edit, end: bytes, floor: int
) -> tuple[int, int, bytes]:
    """Say which bytes give way to which; those before `floor` belong to the entry above."""
    stop = own_end(text, span)
    if isinstance(edit, Removal):
        return removed(text, comment_start(text, span.start, floor), stop)
    new = encoded(edit.text, end) if isinstance(edit, (Addition, Replacement)) else b""
    if not text.endswith(b"\n", span.start, stop):
        new = new.removesuffix(end)
    return span.start, stop, new


def comment_start(text: bytes, start: int, floor: int) -> int:
    """Find where the comment begins that stands straight above an entry: it goes with it."""
    found = COMMENT_ABOVE.search(text, floor, start)
    return found.start() if found else start


def removed(text: bytes, start: int, stop: int) -> tuple[int, int, bytes]:
    """Take an entry out with one of the blank lines that set it apart: the one after it, else the
    one before.
    """
    if after := BLANK_LINE.match(text, stop):
        return start, after.end(), b""
    if stop == len(text) and (before := ENDS_BLANK.search(text, 0, start)):
        return before.start(1), stop, b""
    return start, stop, b""


def cut(text: bytes, pieces: list[tuple[int, int, bytes]]) -> bytes:
    """Put the pieces into their places; those that two removals would both take are taken once."""
    parts, place = [], 0
    for start, end, new in sorted(pieces):
        parts += [text[place:start], new]
        place = max(place, end)
    return b"".join((*parts, text[place:]))


def appended(text: bytes, entries: Sequence[str], end: bytes) -> bytes:
    """Put entries at the end of a file, each after a blank line."""
    content = body(text)
    if not entries:
        return text
    if content and not content.endswith(b"\n"):
        text += end
    if content and not ENDS_BLANK.search(body(text)):
        text += end
    made = bytearray(text)
    for number, entry in enumerate(entries):
        made += end if number else b""
        made += encoded(entry, end)
    return bytes(made)


def encoded(text: str, end: bytes) -> bytes:
    """Write an entry with the line ends of the file, and with one at its end."""
    return (text.replace("\r\n", "\n").rstrip("\n") + "\n").encode().replace(b"\n", end)
