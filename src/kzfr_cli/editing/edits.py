"""Add, replace and remove entries in the bytes of a database file; every other byte stays.

What belongs to an entry is its own lines: from its `[[events]]` to the last line that holds
something of it. Comments and blank lines after that belong to whoever wrote them, and stay; but the
comment that stands straight above an entry goes with it when it is removed.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import Any

from kzfr_cli.core.record import pair
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
Known = dict[bytes, list[files.Read | Problem]]
"""What the reader makes of blocks, by their bytes."""

Item = tuple[str, Any]
"""What the reader makes of one entry: its kind and its fields, or its fault and the facts of it."""


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
    known: Known = {}
    spans, items = read(before, known)
    by_id = {(span.kind, span.id): span for span in reversed(spans)}
    refuse_inline(before, edits)
    expected: list[Item | None] = list(items)
    pieces: list[tuple[int, int, bytes]] = []
    added: dict[tuple[str, str], Item] = {}
    end = line_end(before)
    for edit in edits:
        span = by_id.get((edit.kind, edit.id))
        if isinstance(edit, Addition):
            if span is not None or (edit.kind, edit.id) in added:
                raise DuplicateIdError(id=edit.id)
            added[edit.kind, edit.id] = item_of(edit.kind, edit.text, end)
            continue
        if span is None:
            raise NotInFileError(id=edit.id)
        new = item_of(edit.kind, edit.text, end) if isinstance(edit, Replacement) else None
        expected[span.item] = new
        pieces.append(piece(body(before), span, edit, end, floor(body(before), spans, span)))
    after = before[: len(before) - len(body(before))] + cut(body(before), pieces)
    after = appended(after, [edit.text for edit in edits if isinstance(edit, Addition)], end)
    if read(after, known)[1] != [item for item in expected if item is not None] + list(
        added.values()
    ):
        raise UnsafeEditError()
    return after


def floor(text: bytes, spans: Sequence[Span], span: Span) -> int:
    """Find where the entry above ends, or the beginning of the file."""
    place = spans.index(span)
    return own_end(text, spans[place - 1]) if place else 0


def body(text: bytes) -> bytes:
    """Give the bytes after the byte-order mark."""
    return text.removeprefix(MARK)


def line_end(text: bytes) -> bytes:
    """Give the line end that the file uses."""
    first = text.find(b"\n")
    return b"\r\n" if first > 0 and text[first - 1 : first] == b"\r" else b"\n"


# ---- reading


def read(text: bytes, known: Known | None = None) -> tuple[list[Span], list[Item]]:
    """Find where each entry stands, and what the reader makes of the whole file, in its order; a
    block that is `known` is not read again.
    """
    known = {} if known is None else known
    text = body(text)
    spans: list[Span] = []
    items: list[Item] = []
    start = 0
    for block in toml_text.blocks(text):
        found = known.get(block.text)
        if found is None:
            found = [item for item in files.read_block("", block) if is_whole(item)]
            known[block.text] = found
        if block.kind:
            spans.append(Span(block.kind, id_of(found, block), start, block.end, len(items)))
        items += map(item, found)
        start = block.end
    return spans, items


def is_whole(found: files.Read | Problem) -> bool:
    """Return whether this is what became of an entry, and not a warning beside it."""
    return isinstance(found, files.Read) or found.left_out


def item(found: files.Read | Problem) -> Item:
    """Keep of an entry what the rest of the file cannot change, so without its line."""
    if isinstance(found, files.Read):
        return found.kind, found.entry
    return found.code, (found.entry, found.facts)


def id_of(found: list[files.Read | Problem], block: toml_text.Block) -> str:
    """Tell the id of the entry of a block, even of one that cannot be read."""
    if found and isinstance(found[0], files.Read):
        return str(found[0].entry["id"])
    written = toml_text.ID.search(block.text)
    told = found[0].entry if found and isinstance(found[0], Problem) else ""
    return told or (written[1].decode() if written else "")


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
    return text + end.join(encoded(entry, end) for entry in entries)


def encoded(text: str, end: bytes) -> bytes:
    """Write an entry with the line ends of the file, and with one at its end."""
    return (text.replace("\r\n", "\n").rstrip("\n") + "\n").encode().replace(b"\n", end)
