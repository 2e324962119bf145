"""How the bytes of a text are read: by their mark, by what they declare, or by how they look."""

from __future__ import annotations

import codecs
import re

from kzfr_cli.core.record import pair

MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
"""The byte order marks (Unicode 16, section 23.8); that of UTF-32-LE begins with that of
UTF-16-LE.
"""

DETECTED = (
    "utf-8",
    "utf-16-le",
    "utf-16-be",
    "utf-32-le",
    "utf-32-be",
    "windows-1252",
    "iso-8859-15",
    "mac-roman",
    "cp850",
    "windows-1251",
    "koi8-r",
    "iso-8859-5",
    "cp866",
    "mac-cyrillic",
    "kz1048",
    "ptcp154",
)
"""The charsets in which French, English, Russian and Kazakh were written."""

WIDER = {"iso8859-1": "cp1252", "ascii": "cp1252", "iso8859-9": "cp1254"}
"""What browsers read instead of a charset that is declared (WHATWG, Encoding Standard, 4.2)."""

NO_CHARSETS = (
    "utf-7",
    "idna",
    "punycode",
    "rot-13",
    "rot13",
    "unicode-escape",
    "base64",
    "hex",
    "zlib",
    "bz2",
    "quopri",
    "uu",
)
"""Codecs of Python that are no charset of a text, or one that hides markup (UTF-7)."""

WIDE = ("utf-16", "utf-32")

SAMPLE = 65_536
"""Bytes that are looked at to tell a charset."""

CONTROL = re.compile(r"[\0-\x08\x0e-\x1a\x1c-\x1f\x7f-\x84\x86-\x9f]")
"""Signs that stand in no text: bytes that decode to them are something else."""

BAD_LETTERS = 100
"""Good letters for each bad one in UTF-8 that was damaged: other charsets have hardly a good
one.
"""


class UnknownCharsetError(Exception):
    """There is no charset in which the bytes are a text."""


@pair
class Decoded:
    """A text, the charset that it was read in, how that is known, and how many letters were lost.

    `known_by` is mark, declared, utf-8 or looks.
    """

    text: str
    charset: str
    known_by: str
    lost: int = 0


def decode(data: bytes, declared: str = "") -> Decoded:
    """The text that the bytes are; raises `UnknownCharsetError`."""
    for mark, charset in MARKS:
        if data.startswith(mark):
            return _with_losses(data, charset, "mark")
    charset = codec(declared)
    if charset.startswith(WIDE) and b"\0" not in data[:SAMPLE]:
        charset = ""  # a page that could be read as far as its meta tag is not in it
    if charset and (found := _strictly(data, charset)) is not None:
        return Decoded(found, charset, "declared")
    if b"\0" not in data[:SAMPLE]:
        found = _strictly(data, "utf-8")
        if found is not None:
            return Decoded(found, "utf-8", "utf-8")
        if _is_damaged_utf_8(data):
            return _with_losses(data, "utf-8", "utf-8")
    return _by_its_looks(data)


def codec(label: str) -> str:
    """The name of the codec for the label of a charset; empty for what is none."""
    try:
        name = codecs.lookup(label.strip().lower().removeprefix("x-")).name
    except (LookupError, ValueError, UnicodeError):
        return ""
    if name in NO_CHARSETS:
        return ""
    return WIDER.get(name, name)


def _strictly(data: bytes, charset: str) -> str | None:
    try:
        return data.decode(charset)
    except (UnicodeError, ValueError):
        return None


def _with_losses(
    data: bytes,
    charset: str,
    known_by: str,
) -> Decoded:
    text = data.decode(charset, "replace").removeprefix("\ufeff")
    return Decoded(text, charset, known_by, text.count("\ufffd"))


def _is_damaged_utf_8(data: bytes) -> bool:
    text = data.decode("utf-8", "replace")
    bad = text.count("\ufffd")
    good = sum(letter > "\x7f" for letter in text[:SAMPLE]) - bad
    return good > bad * BAD_LETTERS


def _by_its_looks(data: bytes) -> Decoded:
    import chardet  # loaded for what is not UTF-8 only

    sample = data[: len(data[:SAMPLE]) // 4 * 4] or data
    found = chardet.detect(sample, include_encodings=DETECTED, no_match_encoding="utf-8")
    charset = codec(found["encoding"] or "")
    text = _strictly(data, charset) if charset else None
    if text is None or CONTROL.search(text[:SAMPLE]):
        raise UnknownCharsetError
    return Decoded(text, charset, "looks")
