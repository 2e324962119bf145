"""Tell which blocks of a file are other ones than those that the index was made of."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from hashlib import sha256
from itertools import pairwise

from kzfr_cli.core.record import pair
from kzfr_cli.errors import Problem
from kzfr_cli.store import delta, files, toml_text
from kzfr_cli.store.toml_text import Block

SIZE = 16
"""Bytes of the digest of a block."""


@pair
class Difference:
    """What is new in a file: its `changed` blocks, how many of the index’s they take the place of,
    the line from which they stand, and the lines before which those they replace and they
    themselves end; no line where nothing follows.
    """

    changed: tuple[Block, ...]
    replaced: int
    line: int
    old_stop: int | None
    new_stop: int | None
    digests: bytes


def digest(text: bytes | memoryview) -> bytes:
    """Return the text of one block from another."""
    return sha256(text).digest()[:SIZE]


def read(
    path: str,
    text: bytes,
    digests: bytearray,
) -> Iterator[files.Read | Problem]:
    """Read every entry of a text, and note the digests of its blocks."""
    for block in toml_text.blocks(text):
        digests += digest(block.text)
        yield from files.read_block(path, block)


def keep(
    connection: sqlite3.Connection,
    file: int,
    text: bytes,
    digests: bytes | bytearray,
) -> None:
    """Note of what blocks the entries of a file were made."""
    connection.execute(
        "INSERT OR REPLACE INTO blocks VALUES (?, ?, ?)",
        (file, text.count(b"\n"), bytes(digests)),
    )


def difference(
    connection: sqlite3.Connection,
    file: int,
    text: bytes,
) -> Difference | None:
    """Compare a text with what the index holds of a file; None when it does not hold that file."""
    kept = connection.execute(
        "SELECT lines, digests FROM blocks WHERE file = ?", (file,)
    ).fetchone()
    if kept is None:
        return None
    lines, old = kept
    body = text.removeprefix(toml_text.MARK)
    heads = [(0, ""), *toml_text.headers(body)]
    places = [place for place, _ in heads] + [len(body)]
    view = memoryview(body)
    new = b"".join([digest(view[start:end]) for start, end in pairwise(places)])
    first = delta.common_start(old, new) // SIZE
    after = delta.common_end(old, new, first * SIZE) // SIZE
    stop = len(heads) - after
    line = 1 + body.count(b"\n", 0, places[first])
    below = body.count(b"\n", places[stop])
    return Difference(
        changed=tuple(cut(body, heads[first:stop], places[stop], line)),
        replaced=len(old) // SIZE - first - after,
        line=line,
        old_stop=1 + lines - below if after else None,
        new_stop=1 + body.count(b"\n") - below if after else None,
        digests=new,
    )


def cut(
    body: bytes,
    heads: list[tuple[int, str]],
    stop: int,
    line: int,
) -> Iterator[Block]:
    """Cut some blocks that stand together out of a text."""
    for (start, kind), (end, _) in pairwise([*heads, (stop, "")]):
        yield Block(kind, body[start:end], line, end)
        line += body.count(b"\n", start, end)
