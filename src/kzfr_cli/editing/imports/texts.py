"""The bytes of a file to import as a text, and what must be known of how they were read."""

from __future__ import annotations

from collections.abc import Iterator

from kzfr_cli.core.record import record
from kzfr_cli.editing.imports.rows import Remark, Window
from kzfr_cli.errors import UnknownWordError, UnreadableImportError
from kzfr_cli.store import charsets
from kzfr_cli.store.charsets import Decoded

UNSAID = frozenset({"utf-8"})
"""The charset that every program writes today, of which nothing need be said."""

CALLED = {
    "cp1251": "Windows-1251",
    "cp1252": "Windows-1252",
    "cp1254": "Windows-1254",
    "cp850": "DOS 850",
    "cp866": "DOS 866",
    "iso8859-5": "ISO 8859-5",
    "iso8859-15": "ISO 8859-15",
    "mac-cyrillic": "Mac Cyrillic",
    "mac-roman": "Mac Roman",
}
"""What people call the charsets whose name in Python says less."""


@record
class ImportFile:
    """A file to import: its bytes, and how it is to be read.

    `charset` is empty unless somebody named it; `window` holds the days of which events are
    wanted, none when all are.
    """

    path: str
    data: bytes
    charset: str = ""
    window: Window | None = None


def decoded(source: ImportFile) -> tuple[str, tuple[Remark, ...]]:
    """The text of a file, and in which charset it was taken.

    Raises `UnreadableImportError` for what is no text, and `UnknownWordError`.
    """
    if source.charset and not charsets.codec(source.charset):
        raise UnknownWordError(what="charset", word=source.charset, near=())
    try:
        found = charsets.decode(source.data, source.charset)
    except charsets.UnknownCharsetError as error:
        raise UnreadableImportError(path=source.path, reason="not-text") from error
    return found.text.removeprefix("\ufeff"), tuple(remarks(found))


def remarks(found: Decoded) -> Iterator[Remark]:
    """What must be known of the charset of a text, and of letters that were lost."""
    if found.charset not in UNSAID:
        code = "charset-looks" if found.known_by == "looks" else "charset"
        yield Remark(code, {"charset": called(found.charset)})
    if found.lost:
        yield Remark("lost-letters", {"count": found.lost})


def called(charset: str) -> str:
    """What people call a charset."""
    return CALLED.get(charset, charset.upper())
