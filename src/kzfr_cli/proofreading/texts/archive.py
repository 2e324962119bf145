"""Read the parts of a zipped document, in pieces and within limits, whatever they were
made to do.
"""

from __future__ import annotations

import io
import lzma
import zipfile
import zlib
from collections.abc import Iterator
from struct import error as StructError
from typing import Protocol
from xml.parsers import expat

from kzfr_cli.proofreading.texts.story import UnreadablePartError

UNPACKED = 64_000_000
"""Bytes that the parts of a document may unpack to, all together."""

SMALL_PART, MOST_PACKED = 200_000, 100
"""Bytes of a part that may be packed as tightly as it likes; and into how much less space
than its own a
greater one may be packed: texts that people wrote take a tenth, XML of Word a thirtieth.
"""

ELEMENTS = 600_000
"""Elements that its parts may hold, all together: a page of a formatted text has about
five hundred.
"""

DEEPEST = 1_000
"""Elements within one another; a table in a text box in a table has about thirty."""

CHUNK = 65_536
PACKINGS = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)
"""The only two of ECMA-376, part 2, and of OpenDocument 1.3, part 2."""

ENCRYPTED = 0x1
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
"""How an encrypted document of Office begins, and one of a version before 2007."""

ENCRYPTED_PACKAGE = "EncryptedPackage".encode("utf-16-le")

DAMAGED = (
    zipfile.BadZipFile,
    zlib.error,
    lzma.LZMAError,
    StructError,
    EOFError,
    OSError,
    RuntimeError,
    NotImplementedError,
    ValueError,
    LookupError,
    expat.ExpatError,
)
"""What the standard library raises at archives and XML that are not well made."""


class ElementReader(Protocol):
    """What is told of the elements of a part, by their local names."""

    def start(
        self,
        name: str,
        attributes: dict[str, str],
    ) -> None:
        """Begin an element; its attributes have their full names."""

    def end(self, name: str) -> None:
        """End it."""

    def text(self, text: str) -> None:
        """Read on within it."""


class ZippedDocument:
    """The parts of a zipped document."""

    def __init__(self, data: bytes) -> None:
        if data.startswith(OLE):
            reason = "encrypted" if ENCRYPTED_PACKAGE in data else "old-document"
            raise UnreadablePartError(
                reason=reason,
                name="",
            )
        try:
            self._zip = zipfile.ZipFile(io.BytesIO(data))
            self._parts = {info.filename.lower(): info for info in self._zip.infolist()}
        except DAMAGED as error:
            raise UnreadablePartError(
                reason="not-document",
                name="",
            ) from error
        self._bytes_left = UNPACKED
        self._elements_left = ELEMENTS

    def __contains__(self, name: str) -> bool:
        """Whether there is a part of that name; case does not count."""
        return name.lower() in self._parts

    def feed(
        self,
        name: str,
        reader: ElementReader,
    ) -> None:
        """Tell the elements of a part to a reader; raises `UnreadablePartError`."""
        parser = expat.ParserCreate(namespace_separator=" ")
        parser.buffer_text = True
        events = Events(reader, name, self._elements_left)
        parser.StartElementHandler = events.start
        parser.EndElementHandler = events.end
        parser.CharacterDataHandler = reader.text
        parser.StartDoctypeDeclHandler = events.refuse
        try:
            for chunk in self._chunks(name):
                parser.Parse(chunk, False)
            parser.Parse(b"", True)
        except DAMAGED as error:
            raise UnreadablePartError(
                reason="damaged",
                name=name,
            ) from error
        self._elements_left = events.left

    def _chunks(self, name: str) -> Iterator[bytes]:
        info = self._parts.get(name.lower())
        if info is None:
            raise UnreadablePartError(
                reason="missing",
                name=name,
            )
        if info.flag_bits & ENCRYPTED:
            raise UnreadablePartError(
                reason="encrypted",
                name=name,
            )
        if info.compress_type not in PACKINGS:
            raise UnreadablePartError(
                reason="damaged",
                name=name,
            )
        if info.file_size > max(SMALL_PART, MOST_PACKED * info.compress_size):
            raise UnreadablePartError(
                reason="over-limit",
                name=name,
            )
        with self._zip.open(info) as file:
            while chunk := file.read(CHUNK):
                self._bytes_left -= len(chunk)
                if self._bytes_left < 0:
                    raise UnreadablePartError(
                        reason="over-limit",
                        name=name,
                    )
                yield chunk


class Events:
    """Pass on the events of a part by local names, as long as they are within the limits."""

    def __init__(
        self,
        reader: ElementReader,
        part: str,
        left: int,
    ) -> None:
        self.left = left
        self._part = part
        self._depth = 0
        self._start = reader.start
        self._end = reader.end
        self._local: dict[str, str] = {}

    def start(
        self,
        name: str,
        attributes: dict[str, str],
    ) -> None:
        """Begin an element."""
        self.left -= 1
        self._depth += 1
        if self.left < 0 or self._depth > DEEPEST:
            raise UnreadablePartError(
                reason="over-limit",
                name=self._part,
            )
        local = self._local.get(name)
        if local is None:
            local = self._local[name] = name.rpartition(" ")[2]
        self._start(local, attributes)

    def end(self, name: str) -> None:
        """End an element."""
        self._depth -= 1
        self._end(self._local[name])

    def refuse(self, *_declared: object) -> None:
        """Refuse a document type: no program writes one here, and its entities may grow
        without end.
        """
        raise UnreadablePartError(
            reason="damaged",
            name=self._part,
        )


def attribute(attributes: dict[str, str], name: str) -> str | None:
    """The value of an attribute by its local name."""
    for full, value in attributes.items():
        if full == name or full.endswith(f" {name}"):
            return value
    return None
