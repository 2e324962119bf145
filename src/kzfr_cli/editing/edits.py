"""Add, replace and remove entries in the bytes of a database file; every other byte stays.

What belongs to an entry is its own lines: from its `[[events]]` to the last line that holds
something of it. Comments and blank lines after that belong to whoever wrote them, and stay; but the
comment that stands straight above an entry goes with it when it is removed.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from kzfr_cli.core.record import pair
from kzfr_cli.editing import layout as layouts
from kzfr_cli.editing.items import Item, id_of, item, read_block
from kzfr_cli.editing.layout import Layout
from kzfr_cli.errors import (
    DuplicateIdError,
    EntryRefusedError,
    InlineEntriesError,
    NotInFileError,
    Problem,
    UnsafeEditError,
)
from kzfr_cli.store import files, schema, toml_text
from kzfr_cli.store.index.layers import preferred_problem

BLANK_LINE = re.compile(rb"[ \t]*\r?\n")
COMMENT_ABOVE = re.compile(rb"(?:^[ \t]*#[^\n]*\n)+\Z", re.MULTILINE)


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
    """The place of a block with an entry in the bytes after the byte-order mark, and its
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
    layout = layouts.of(before)
    refuse_inline(layout, edits)
    places = layout.find({(edit.kind, edit.id) for edit in edits})
    end = line_end(before)
    changes: dict[int, Item | None] = {}
    pieces: list[tuple[int, int, bytes]] = []
    added: dict[tuple[str, str], bytes] = {}
    for edit in edits:
        place = places.get((edit.kind, edit.id))
        if isinstance(edit, Addition):
            if place is not None or (edit.kind, edit.id) in added:
                raise DuplicateIdError(id=edit.id)
            item_of(edit.kind, edit.text, end)
            added[edit.kind, edit.id] = layouts.digest(encoded(edit.text, end))
            continue
        if place is None:
            raise NotInFileError(id=edit.id)
        new = item_of(edit.kind, edit.text, end) if isinstance(edit, Replacement) else None
        changes[place] = new
        pieces.append(piece(layout, place, edit, end))
    mark = before[: len(before) - len(layout.text)]
    texts = [edit.text for edit in edits if isinstance(edit, Addition)]
    after = mark + appended(cut(layout.text, pieces), texts, end)
    refuse_other_changes(layout, layouts.Layout(after), changes, list(added.values()))
    return after


def refuse_other_changes(
    before: Layout,
    after: Layout,
    changes: dict[int, Item | None],
    added: list[bytes],
) -> None:
    """Refuse a file in which anything but the entries named reads differently; raises
    `UnsafeEditError`.

    Blocks that stand there byte for byte read as before, and those that were `added` as each was
    read by itself: of these only the digest is kept, since they may be very many.
    """
    kept = len(after) - len(added)
    if [after.digest(place) for place in range(kept, len(after))] != added:
        raise UnsafeEditError()
    first, last = before.unchanged(after)
    first = min(first, *changes, len(before))
    last = 0 if added else min(last, *(len(before) - 1 - place for place in changes), last)
    after.known = before.known
    expected: list[Item | None] = []
    seen: set[int] = set()
    for place, found in before.items(range(first, len(before) - last)):
        is_first = place not in seen
        seen.add(place)
        expected.append(changes[place] if is_first and place in changes else found)
    now = [found for _, found in after.items(range(first, kept - last))]
    if now != [found for found in expected if found is not None]:
        raise UnsafeEditError()


def body(text: bytes) -> bytes:
    """Return the bytes after the byte-order mark."""
    return text.removeprefix(toml_text.MARK)


def line_end(text: bytes) -> bytes:
    """Return the line end that the file uses."""
    first = text.find(b"\n")
    return b"\r\n" if first > 0 and text[first - 1 : first] == b"\r" else b"\n"


# ---- reading


def read(text: bytes) -> tuple[list[Span], list[Item]]:
    """Find where each entry stands, and what the reader makes of the whole file, in its order."""
    layout = layouts.of(text)
    spans: list[Span] = []
    items: list[Item] = []
    for place in range(len(layout)):
        block = layout.block(place)
        found = read_block(block, layout.known)
        if block.kind:
            span = (id_of(found, block), layout.starts[place], block.end, len(items))
            spans.append(Span(block.kind, *span))
        items += map(item, found)
    return spans, items


def own_end(text: bytes, span: Span) -> int:
    """Find the end of the last line that holds something of the entry."""
    return toml_text.end_of_table(text, span.start, span.stop, span.kind)


def own_lines(
    text: bytes,
    kind: str,
    entry_id: str,
) -> str:
    """Return the own lines of an entry as they stand; raises `NotInFileError`."""
    layout = layouts.of(text)
    place = layout.find([(kind, entry_id)]).get((kind, entry_id))
    if place is None:
        raise NotInFileError(id=entry_id)
    return layout.own_lines(place).decode("utf-8", "replace")


def holds(
    text: bytes,
    kind: str,
    entry_id: str,
) -> bool:
    """Return whether a file has an entry of that id, even one that cannot be read."""
    return bool(layouts.of(text).find([(kind, entry_id)]))


def entries(text: bytes) -> list[Item]:
    """Return the entries of a file that can be read, each with its kind."""
    return [
        (found.kind, found.entry)
        for block in toml_text.blocks(text)
        for found in files.read_block("", block)
        if isinstance(found, files.Read)
    ]


def item_of(
    kind: str,
    text: str,
    end: bytes = b"\n",
) -> Item:
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


def refuse_inline(layout: Layout, edits: Iterable[Edit]) -> None:
    """Refuse to put `[[events]]` into a file whose events are written `events = [{…}]`: no TOML has
    both.
    """
    kinds = {edit.kind for edit in edits}
    for found in files.read_block("", layout.block(0)):
        if isinstance(found, files.Read) and found.kind in kinds:
            raise InlineEntriesError(kind=found.kind, line=found.line)


# ---- writing


def piece(
    layout: Layout,
    place: int,
    edit: Removal | Replacement,
    end: bytes,
) -> tuple[int, int, bytes]:
    """Say which bytes give way to which; a comment above is not that of the entry before."""
    text = layout.text
    start, stop = layout.starts[place], layout.own_end(place)
    if isinstance(edit, Removal):
        floor = layout.own_end(place - 1) if place > 1 else 0
        return removed(text, comment_start(text, start, floor), stop)
    new = encoded(edit.text, end)
    if not text.endswith(b"\n", start, stop):
        new = new.removesuffix(end)
    return start, stop, new


def comment_start(
    text: bytes,
    start: int,
    floor: int,
) -> int:
    """Find where the comment begins that stands straight above an entry: it goes with it."""
    found = COMMENT_ABOVE.search(text, floor, start)
    return found.start() if found else start


def removed(
    text: bytes,
    start: int,
    stop: int,
) -> tuple[int, int, bytes]:
    """Take an entry out with one of the blank lines that set it apart: the one after it, else the
    one before.
    """
    if after := BLANK_LINE.match(text, stop):
        return start, after.end(), b""
    if stop == len(text) and (before := blank_line(text, start)) is not None:
        return before, stop, b""
    return start, stop, b""


def blank_line(text: bytes, end: int) -> int | None:
    """Return where the blank line begins that ends at a place, or None."""
    start = text.rfind(b"\n", 0, max(end - 1, 0)) + 1
    return start if BLANK_LINE.fullmatch(text, start, end) else None


def cut(text: bytes, pieces: list[tuple[int, int, bytes]]) -> bytes:
    """Put the pieces into their places; those that two removals would both take are taken once."""
    parts, place = [], 0
    for start, end, new in sorted(pieces):
        parts += [text[place:start], new]
        place = max(place, end)
    return b"".join((*parts, text[place:]))


def appended(
    text: bytes,
    entries: Sequence[str],
    end: bytes,
) -> bytes:
    """Put entries at the end of the text of a file, each after a blank line."""
    if not entries:
        return text
    ended = end if text and not text.endswith(b"\n") else b""
    last_line = text[text.rfind(b"\n", 0, max(len(text) - 1, 0)) + 1 :] + ended
    apart = end if text and not BLANK_LINE.fullmatch(last_line) else b""
    made = bytearray(b"".join((text, ended, apart)))
    for number, entry in enumerate(entries):
        made += end if number else b""
        made += encoded(entry, end)
    return bytes(made)


def encoded(text: str, end: bytes) -> bytes:
    """Write an entry with the line ends of the file, and with one at its end."""
    return (text.replace("\r\n", "\n").rstrip("\n") + "\n").encode().replace(b"\n", end)
