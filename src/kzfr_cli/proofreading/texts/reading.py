"""Read a text to check, whatever it is written in: the reader is chosen by the ending of
its name, or
by what it holds.
"""

from __future__ import annotations

import os
import re
import sys
from collections.abc import Callable
from importlib import import_module
from typing import BinaryIO

from kzfr_cli.core.record import replace
from kzfr_cli.errors import (
    TextTooLongError,
    UnreadableDocumentError,
    UnreadableTextError,
)
from kzfr_cli.proofreading.texts.draft import (
    TEXTS,
    Draft,
    Part,
)
from kzfr_cli.proofreading.texts.story import (
    Story,
    TooLongError,
    UnreadablePartError,
)
from kzfr_cli.proofreading.texts.writer import DraftWriter
from kzfr_cli.store import charsets

LARGEST_TEXT = 10_000_000
"""Bytes of a text: forty books."""

LARGEST_DOCUMENT = 100_000_000
"""Bytes of a document, whose pictures are not read."""

STDIN = "-"
PLAIN, MARKDOWN, HTML = "plain", "markdown", "html"
DOCX, ODT, PPTX, PDF, RTF = "docx", "odt", "pptx", "pdf", "rtf"
BY_ENDING = {
    **dict.fromkeys(
        (
            ".md",
            ".markdown",
            ".mdx",
            ".qmd",
            ".rmd",
        ),
        MARKDOWN,
    ),
    **dict.fromkeys((".html", ".htm", ".xhtml"), HTML),
    **dict.fromkeys((".docx", ".docm", ".dotx"), DOCX),
    **dict.fromkeys((".odt", ".ott"), ODT),
    **dict.fromkeys((".pptx", ".pptm", ".ppsx"), PPTX),
    ".doc": DOCX,
    ".pdf": PDF,
    ".rtf": RTF,
    ".txt": PLAIN,
}
"""The markup of a text by the ending of its name; any other is plain, unless it begins as below."""

PACKED = (DOCX, ODT, PPTX)
FOLDERS = {
    b"word/": DOCX,
    b"ppt/": PPTX,
    b"content.xml": ODT,
}
"""The parts by which a zipped document is known."""

ZIP = b"PK\x03\x04"
PAGE = re.compile(
    rb"(?:\xef\xbb\xbf)?\s*(?:<!doctype html|<html|<\?xml[^>]*>\s*<(?:!doctype )?html)", re.I
)
DECLARED = re.compile(
    rb"<meta[^>]{1,200}charset\s*=\s*[\"']?\s*([\w:.-]{2,40})|<\?xml[^>]{1,200}encoding=[\"']([\w:.-]{2,40})",
    re.IGNORECASE,
)
HEAD = 4096
"""Bytes among which a page declares its charset."""


def load(path: str) -> bytes:
    """The bytes of a file, or of the standard input, read no further than the limit.

    Raises `UnreadableTextError`, and `TextTooLongError` for an input without end.
    """
    try:
        if path == STDIN:
            return within_limit(path, sys.stdin.buffer)
        with open(path, "rb") as file:
            return within_limit(path, file)
    except OSError as error:
        raise UnreadableTextError(
            path=path,
            reason=error.strerror or str(error),
        ) from error


def within_limit(path: str, file: BinaryIO) -> bytes:
    """What a file holds; raises `TextTooLongError` beyond the limit, and reads no further."""
    head = file.read(HEAD)
    is_text = BY_ENDING.get(_ending(path), by_content(head)) in TEXTS
    limit = LARGEST_TEXT if is_text else LARGEST_DOCUMENT
    rest = file.read(limit - len(head) + 1) if len(head) == HEAD else b""
    data = head + rest
    if len(data) > limit:
        raise TextTooLongError(
            path=path,
            limit=limit,
        )
    return data


def read(path: str, data: bytes) -> Draft:
    """A text by its bytes and the name of its file.

    Raises `UnreadableTextError`, `UnreadableDocumentError`, `TextTooLongError`, and
    `MissingExtraError` where a library is needed.
    """
    markup = BY_ENDING.get(_ending(path)) or by_content(data)
    if markup in TEXTS:
        return _read_text(path, data, markup)
    try:
        draft = _read_document(data, markup).draft(path)
        return replace(draft, markup=markup)
    except UnreadablePartError as error:
        raise UnreadableDocumentError(
            path=path,
            reason=error.reason,
            name=error.name,
        ) from error
    except TooLongError as error:
        raise UnreadableDocumentError(
            path=path,
            reason="over-limit",
            name="",
        ) from error


def of(source: str | bytes, path: str) -> Draft:
    """A text by its letters or its bytes."""
    if isinstance(source, str):
        return from_text(source, path)
    return read(path, source)


def from_text(
    text: str,
    path: str,
    markup: str = "",
) -> Draft:
    """A text by its letters, in a markup (plain, markdown, html) or that of the name of
    its file.
    """
    markup = markup or BY_ENDING.get(_ending(path), PLAIN)
    writer = DraftWriter(text)
    reader: Callable[[DraftWriter], None] = import_module(f"{__package__}.{markup}").read
    reader(writer)
    return replace(writer.draft(path), markup=markup)


def _ending(path: str) -> str:
    return os.path.splitext(path)[1].lower()


def by_content(data: bytes) -> str:
    """The markup of what has no ending that tells it."""
    if data.startswith(ZIP):
        return next((markup for part, markup in FOLDERS.items() if part in data), DOCX)
    if data.startswith(b"%PDF-"):
        return PDF
    if data.startswith(b"{\\rtf"):
        return RTF
    if PAGE.match(data):
        return HTML
    return PLAIN


def _read_text(
    path: str,
    data: bytes,
    markup: str,
) -> Draft:
    if len(data) > LARGEST_TEXT:
        raise TextTooLongError(
            path=path,
            limit=LARGEST_TEXT,
        )
    declared = DECLARED.search(data[:HEAD]) if markup == HTML else None
    label = (declared[1] or declared[2]).decode("ascii") if declared else ""
    try:
        decoded = charsets.decode(data, label)
    except charsets.UnknownCharsetError as error:
        raise UnreadableTextError(
            path=path,
            reason="not-text",
        ) from error
    draft = from_text(decoded.text, path, markup)
    lost = (
        (
            Part(
                code="lost-letters",
                count=decoded.lost,
            ),
        )
        if decoded.lost
        else ()
    )
    return replace(
        draft,
        charset=decoded.charset,
        unread=(*draft.unread, *lost),
    )


def _read_document(data: bytes, markup: str) -> DraftWriter:
    module = import_module(f"{__package__}.{markup}")
    if markup in PACKED:
        from kzfr_cli.proofreading.texts.archive import ZippedDocument

        story: Story = module.read(ZippedDocument(data))
        return story.writer()
    writer: DraftWriter = module.read(data)
    return writer


def file_of(path: str) -> str:
    """Return the file that a draft is read from: the standard input may be one too."""
    if path == STDIN:
        return "/dev/stdin"
    return path
