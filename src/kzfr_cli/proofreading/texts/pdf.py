"""Read the pages of a PDF: their lines, put together again as paragraphs.

pypdf (BSD-3-Clause) finds the letters; it is loaded for PDF only. Each page is weighed before it is
read, since a page of a few kilobytes may unpack to work for minutes.
"""

from __future__ import annotations

import io
import logging
import re
import struct
import zlib
from collections import Counter
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from kzfr_cli.core import installation
from kzfr_cli.errors import MissingExtraError
from kzfr_cli.proofreading.texts import stated
from kzfr_cli.proofreading.texts.draft import Part
from kzfr_cli.proofreading.texts.lines import lines
from kzfr_cli.proofreading.texts.plain import Plain
from kzfr_cli.proofreading.texts.story import MOST_LETTERS, UnreadablePartError
from kzfr_cli.proofreading.texts.writer import DraftWriter

if TYPE_CHECKING:
    from pypdf import PageObject, PdfReader

MOST_PAGES = 2_000
LARGEST_PAGE = 1_500_000
"""Bytes of the drawing of a page, with all that it refers to: a page of text takes about 20,000."""

LARGEST_WHOLE = 60_000_000
"""Bytes of the drawings of all pages that are weighed."""

DEEPEST_FORM = 4
"""Drawings within one another; beyond, a page is taken to be over the limit."""

PAGE_BREAK = "\f"
FIGURES = re.compile(r"\d+")
REPEATED = 3
"""Pages on which a first or last line stands that is the head or foot of them all."""

DAMAGED = (
    ArithmeticError,
    AssertionError,
    AttributeError,
    LookupError,
    NotImplementedError,
    OSError,
    RecursionError,
    RuntimeError,
    TypeError,
    ValueError,
    struct.error,
    zlib.error,
)
"""What pypdf lets through at files that are not well made, besides its own errors."""


def read(data: bytes) -> DraftWriter:
    """Read a document; raises `UnreadablePartError`, and `MissingExtraError` without pypdf."""
    try:
        import pypdf
        from pypdf.errors import PyPdfError
    except ImportError as error:
        command = installation.command("pypdf")
        raise MissingExtraError(
            format="pdf",
            package="pypdf",
            extra="documents",
            command=command,
        ) from error
    logging.getLogger("pypdf").setLevel(logging.CRITICAL)
    try:
        return Pages(pypdf.PdfReader(io.BytesIO(data))).writer()
    except (PyPdfError, *DAMAGED) as error:
        raise UnreadablePartError("damaged") from error


class Pages:
    """The pages of a document, each as it could be read."""

    def __init__(self, reader: PdfReader) -> None:
        if reader.is_encrypted and not _opens_without_password(reader):
            raise UnreadablePartError("encrypted")
        self._reader = reader
        self._unread: list[Part] = []
        self._left = LARGEST_WHOLE

    def writer(self) -> DraftWriter:
        """The writer of all pages, with what the document says of itself."""
        pages = without_furniture(list(self._texts()))
        writer = DraftWriter(PAGE_BREAK.join(pages))
        place = 0
        for number, text in enumerate(pages, 1):
            writer.region, writer.region_number = "page", number
            Plain(writer).read(lines(writer.source, place, place + len(text)))
            place += len(text) + len(PAGE_BREAK)
        writer.unread.extend(self._unread)
        root = self._reader.trailer.get("/Root", {})
        writer.language = str(root.get("/Lang", ""))[:2].lower()
        writer.created = self._created()
        return writer

    def _created(self) -> str:
        """The day on which the document was made; it is damaged more often than the pages."""
        try:
            made = self._reader.metadata.creation_date if self._reader.metadata else None
        except DAMAGED:
            return ""
        if made:
            return stated.read(made.date().isoformat())
        return ""

    def _texts(self) -> Iterator[str]:
        for number, page in enumerate(self._reader.pages, 1):
            if number > MOST_PAGES or self._left <= 0:
                self._unread.append(
                    Part(
                        code="over-limit-page",
                        name=str(number),
                    )
                )
                return
            yield self._text(number, page)

    def _text(
        self,
        number: int,
        page: PageObject,
    ) -> str:
        """The letters of a page; one that cannot be read, or is a picture, is named."""
        from pypdf.errors import PyPdfError

        code = ""
        text = ""
        try:
            weight = self._weigh(page)
            self._left -= weight
            code = "over-limit" if weight > LARGEST_PAGE else ""
            text = page.extract_text()[:MOST_LETTERS] if not code else ""
            is_picture = not code and not text.strip() and weight > 0 and _has_picture(page)
            code = "picture" if is_picture else code
        except (PyPdfError, *DAMAGED):
            code = "damaged"
        if code:
            self._unread.append(
                Part(
                    code=f"{code}-page",
                    name=str(number),
                )
            )
        return text

    def _weigh(self, page: PageObject) -> int:
        """The bytes of the drawing of a page, with all that it refers to."""
        contents = page.get_contents()
        size = len(contents.get_data()) if contents is not None else 0
        return size + _weight_of(page.get("/Resources"), 1, LARGEST_PAGE - size)


def _weight_of(
    resources: Any,
    depth: int,
    left: int,
) -> int:
    """The bytes of the drawings and of the tables of letters among some resources."""
    if resources is None or left < 0:
        return 0
    if depth > DEEPEST_FORM:
        return LARGEST_PAGE
    size = 0
    for part, inner in _parts(resources.get_object()):
        size += len(part.get_data())
        size += _weight_of(inner, depth + 1, left - size)
        if size > left:
            break
    return size


def _parts(resources: Any) -> Iterator[tuple[Any, Any]]:
    """The streams that reading a page unpacks, each with its own resources."""
    for drawing in _values(resources, "/XObject"):
        if drawing.get("/Subtype") == "/Form":
            yield drawing, drawing.get("/Resources")
    for font in _values(resources, "/Font"):
        table = font.get("/ToUnicode")
        table = table.get_object() if table is not None else None
        if hasattr(table, "get_data"):
            yield table, None


def _values(resources: Any, name: str) -> Iterator[Any]:
    found = resources.get(name)
    if found is not None:
        yield from (value.get_object() for value in found.get_object().values())


def _has_picture(page: PageObject) -> bool:
    resources = page.get("/Resources")
    if resources is None:
        return False
    drawings = _values(resources.get_object(), "/XObject")
    return any(drawing.get("/Subtype") == "/Image" for drawing in drawings)


def _opens_without_password(reader: PdfReader) -> bool:
    """Whether a document is only protected against changes."""
    from pypdf.errors import DependencyError

    try:
        return bool(reader.decrypt(""))
    except DependencyError:
        return False


def without_furniture(pages: list[str]) -> list[str]:
    """Pages without the heads and feet that repeat, but on the first; and without their numbers."""
    ends = Counter(line for page in pages for line in set(_ends(page)))
    repeated = {line for line, count in ends.items() if count >= REPEATED}
    return [
        _trimmed(page, repeated if number else set()) for number, page in enumerate(pages)
    ]


def _ends(page: str) -> list[str]:
    """The first and the last line of a page, whatever numbers they hold."""
    written = [line.strip() for line in page.splitlines() if line.strip()]
    return [FIGURES.sub("#", line) for line in (*written[:1], *written[1:][-1:])]


def _trimmed(page: str, repeated: set[str]) -> str:
    written = page.splitlines()
    for end in (0, -1):
        if written and _is_furniture(written[end], repeated):
            del written[end]
    return "\n".join(written)


def _is_furniture(line: str, repeated: set[str]) -> bool:
    return line.strip().isdecimal() or FIGURES.sub("#", line.strip()) in repeated
