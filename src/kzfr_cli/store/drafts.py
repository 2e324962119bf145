"""Read the texts that `kzfr check` proof-reads, each character with its place in the file.

Plain text, Markdown and HTML keep the places of their files. Of `.docx` and `.odt` (zipped XML,
read with the standard library, since nothing but paragraphs and properties is needed) a line is a
paragraph.
"""

from __future__ import annotations

import os
import re
import unicodedata
from bisect import bisect_right
from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING

from kzfr_cli.core.record import record
from kzfr_cli.errors import TooLargeError, UnreadableTextError

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

LARGEST = 50_000_000
"""Bytes of a text, or of one part of a document once unpacked."""

STDIN = "-"
ISO = re.compile(r"\d{4}-\d{2}-\d{2}|\d{4}-\d{2}(?!\d)")
DROPPED = re.compile(r"[\u00ad\u200b-\u200f\u2060\ufeff]|\r(?=\n)")
DECOMPOSED = re.compile(r"[^\u0300-\u036f\s][\u0300-\u036f]{1,8}")


@record
class Draft:
    """Hold a text to check: what is read, where each part of it stands in the source, what it says
    of itself.

    `places` are (offset in the text, offset in the source), rising; `date` is an ISO day or month,
    or empty.
    """

    path: str
    text: str
    source: str
    places: tuple[tuple[int, int], ...]
    line_starts: tuple[int, ...]
    date: str = ""
    language: str = ""

    def place(self, offset: int) -> tuple[int, int]:
        """Give the line and the column of an offset in the text, both from 1, the column in
        characters.
        """
        part = bisect_right(self.places, (offset, len(self.source) + 1)) - 1
        begun, stands = self.places[part] if part >= 0 else (0, 0)
        where = stands + offset - begun
        line = bisect_right(self.line_starts, where)
        return line, where - self.line_starts[line - 1] + 1

    def byte_column(self, line: int, column: int) -> int:
        """Give the column of a place in bytes of UTF-8, from 1."""
        begun = self.line_starts[line - 1]
        return len(self.source[begun : begun + column - 1].encode("utf-8", "replace")) + 1


class Writer:
    """Put together a text out of pieces of a source."""

    def __init__(self, source: str) -> None:
        self.source = source
        self.parts: list[str] = []
        self.places: list[tuple[int, int]] = []
        self.length = 0
        self.date = ""
        self.language = ""

    def add(self, text: str, place: int) -> None:
        """Add a piece that stands at a place of the source."""
        if text:
            self.places.append((self.length, place))
            self.parts.append(text)
            self.length += len(text)

    def draft(self, path: str) -> Draft:
        """Give the finished text."""
        starts = (0, *(match.end() for match in re.finditer("\n", self.source)))
        return Draft(
            path=path,
            text="".join(self.parts),
            source=self.source,
            places=tuple(self.places),
            line_starts=starts,
            date=self.date,
            language=self.language,
        )


def read(path: str, data: bytes) -> Draft:
    """Read a text by the ending of its name; raises `UnreadableTextError` and `TooLargeError`."""
    if len(data) > LARGEST:
        raise TooLargeError(path=path, size=len(data), limit=LARGEST)
    ending = os.path.splitext(path)[1].lower()
    if ending in PACKED:
        return PACKED[ending](path, data).draft(path)
    writer = Writer(decoded(path, data))
    READERS.get(ending, read_plain)(writer)
    return writer.draft(path)


def load(path: str) -> bytes:
    """Read the bytes of a file, one more at most than `read` takes; raises `UnreadableTextError`."""
    try:
        with open(path, "rb") as file:
            return file.read(LARGEST + 1)
    except OSError as error:
        raise UnreadableTextError(path=path, reason=error.strerror or str(error)) from error


def decoded(path: str, data: bytes) -> str:
    """Decode UTF-8, UTF-16 with a mark, or else Windows-1252; raises `UnreadableTextError` on what
    is no text.
    """
    if data[:2] in (b"\xff\xfe", b"\xfe\xff"):
        return data.decode("utf-16", "replace")
    if b"\x00" in data[:4096]:
        raise UnreadableTextError(path=path, reason="not-text")
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        return data.decode("cp1252", "replace")


# ---- plain text and Markdown


def read_plain(writer: Writer, first: int = 0, last: int | None = None) -> None:
    """Take a stretch of the source as it is; letters written with accents apart are put together."""
    text = writer.source[first:last]
    removed = [(match.start(), match.end(), "") for match in DROPPED.finditer(text)]
    if not unicodedata.is_normalized("NFC", text):
        removed += [
            (match.start(), match.end(), unicodedata.normalize("NFC", match[0]))
            for match in DECOMPOSED.finditer(text)
        ]
    replace_spans(writer, first, text, sorted(removed))


def replace_spans(
    writer: Writer, offset: int, text: str, spans: list[tuple[int, int, str]]
) -> None:
    """Add a text without some of its spans, each replaced."""
    place = 0
    for start, end, instead in spans:
        if start < place:
            continue
        writer.add(text[place:start], offset + place)
        writer.add(instead, offset + start)
        place = end
    writer.add(text[place:], offset + place)


FRONT_MATTER = re.compile(
    r"\A\ufeff?(---|\+\+\+)[ \t]*\r?\n(.{0,20000}?)\n\1[ \t]*(?:\r?\n|\Z)", re.DOTALL
)
FIELD = re.compile(
    r"^(date|published|publishdate|lang|language)[ \t]*[:=][ \t]*[\"']?([^\s\"']{1,40})",
    re.MULTILINE | re.IGNORECASE,
)
MARKUP = re.compile(
    r"(?P<fence>^(?P<mark>```|~~~)[^\n]*\n(?:(?!(?P=mark))[^\n]*\n)*(?:(?P=mark)[^\n]*)?)"
    r"|(?P<indented>(?<=\n\n)(?:(?: {4}|\t)[^\n]*\n)+)"
    r"|(?P<code>`[^`\n]{0,500}`)|(?P<comment><!--(?:(?!-->|<!--).){0,5000}-->)|"
    r"(?P<tag></?[a-zA-Z][^<>\n]{0,300}>)"
    r"|(?P<target>\]\([^()\s]{0,500}(?: "
    r"\"[^\"\n]{0,200}\")?\))|(?P<bracket>!?\[(?=[^\[\]\n]{1,300}\]))|"
    r"(?P<url>https?://[^\s)>]{1,500})"
    r"|(?P<stress>\*{1,3}|(?<!\w)_{1,2}(?=\w)|(?<=\w)_{1,2}(?!\w))|(?P<entity>&(?:\#\d{1,6}|"
    r"\#[xX][0-9a-fA-F]{1,5}|\w{2,10});)",
    re.MULTILINE | re.DOTALL,
)
BREAKING = frozenset(("fence", "indented"))
SPACED = frozenset(("code", "url"))


def read_markdown(writer: Writer) -> None:
    """Read Markdown: front matter for the date, no code, no addresses, no marks of stress."""
    body = 0
    if match := FRONT_MATTER.match(writer.source):
        body = match.end()
        for name, value in FIELD.findall(match[2]):
            describe(writer, name.lower(), value)
    spans: list[tuple[int, int, str]] = []
    text = writer.source[body:]
    for match in MARKUP.finditer(text):
        kind = match.lastgroup or ""
        instead = "\n\n" if kind in BREAKING else " " if kind in SPACED else ""
        if kind == "entity":
            from html import unescape

            instead = unescape(match[0])
        spans.append((match.start(), match.end(), instead))
    spans += [(match.start(), match.end(), "") for match in DROPPED.finditer(text)]
    replace_spans(writer, body, text, sorted(spans))


def describe(writer: Writer, name: str, value: str) -> None:
    """Take what a text says of itself: its date, its language."""
    if name.startswith("lang"):
        writer.language = value[:2].lower()
    elif not writer.date and (match := ISO.search(value)):
        writer.date = match[0]


# ---- HTML


def read_html(writer: Writer) -> None:
    """Read HTML: what is shown, blocks apart, the date and language that it declares."""
    from kzfr_cli.store.pages import read as read_page

    read_page(writer)


# ---- documents


def read_docx(path: str, data: bytes) -> Writer:
    """Read the paragraphs of a Word document (ECMA-376), and when it was last changed."""
    parts = unpacked(path, data, ("word/document.xml", "docProps/core.xml"))
    return of_paragraphs(
        paragraphs(
            parts["word/document.xml"], ("p",), {"t": None, "tab": "\t", "br": "\n"}, text_only=True
        ),
        parts["docProps/core.xml"],
        ("modified", "created"),
    )


def read_odt(path: str, data: bytes) -> Writer:
    """Read the paragraphs of an OpenDocument text (ISO 26300), and when it was last changed."""
    parts = unpacked(path, data, ("content.xml", "meta.xml"))
    return of_paragraphs(
        paragraphs(
            parts["content.xml"],
            ("p", "h"),
            {"s": " ", "tab": "\t", "line-break": "\n"},
            text_only=False,
        ),
        parts["meta.xml"],
        ("date", "creation-date"),
    )


def unpacked(path: str, data: bytes, names: tuple[str, str]) -> dict[str, Element | None]:
    """Read parts of a zipped document, the first of which it must have; raises
    `UnreadableTextError`.
    """
    import io
    import zipfile
    from xml.etree import ElementTree

    parts: dict[str, Element | None] = {}
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            for name in names:
                if name not in archive.namelist():
                    parts[name] = None
                    continue
                size = archive.getinfo(name).file_size
                if size > LARGEST:
                    raise TooLargeError(path=path, size=size, limit=LARGEST)
                parts[name] = ElementTree.fromstring(archive.read(name))
    except (
        zipfile.BadZipFile,
        ElementTree.ParseError,
        RuntimeError,
        NotImplementedError,
        EOFError,
    ) as error:
        raise UnreadableTextError(path=path, reason="not-document") from error
    if parts[names[0]] is None:
        raise UnreadableTextError(path=path, reason="not-document")
    return parts


def local(element: Element) -> str:
    """Give the name of an element without its namespace."""
    return str(element.tag).rpartition("}")[2]


def paragraphs(
    root: Element | None, blocks: tuple[str, ...], signs: dict[str, str | None], *, text_only: bool
) -> Iterator[str]:
    """Give the text of each paragraph; in Word only `t` holds text, in OpenDocument every element
    may.
    """
    if root is None:
        return
    for block in root.iter():
        if local(block) in blocks:
            yield "".join(pieces(block, signs, text_only))


def pieces(element: Element, signs: dict[str, str | None], text_only: bool) -> Iterator[str]:
    """Give the text inside an element, in order; notes and deleted text are left out."""
    name = local(element)
    if name in ("annotation", "note", "delText", "footnoteReference"):
        return
    sign = signs.get(name, "")
    if sign:
        yield sign
    if (not text_only or sign is None) and element.text:
        yield element.text
    for child in element:
        yield from pieces(child, signs, text_only)
        if not text_only and child.tail:
            yield child.tail


def of_paragraphs(
    texts: Iterator[str], properties: Element | None, dates: tuple[str, ...]
) -> Writer:
    """Make a text of paragraphs, a line for each, with the properties of its document."""
    lines = [" ".join(text.split("\n")) for text in texts]
    writer = Writer("\n".join(lines))
    place = 0
    for line in lines:
        writer.add(line, place)
        writer.add("\n\n", place + len(line))
        place += len(line) + 1
    if properties is not None:
        known = {local(element): element.text or "" for element in properties.iter()}
        for name in dates:
            describe(writer, "date", known.get(name, ""))
        describe(writer, "language", known.get("language", ""))
    return writer


READERS: dict[str, Callable[[Writer], None]] = {
    **dict.fromkeys((".md", ".markdown", ".mdx", ".qmd"), read_markdown),
    **dict.fromkeys((".html", ".htm", ".xhtml"), read_html),
}
PACKED: dict[str, Callable[[str, bytes], Writer]] = {".docx": read_docx, ".odt": read_odt}
