"""Keep lines of ours between two marks in a file of the user's, every other byte as it was."""

from __future__ import annotations

import codecs
import re

from kzfr_cli.errors import BrokenMarksError

BEGIN = "# >>> kzfr completion >>>"
END = "# <<< kzfr completion <<<"

ENCODINGS = {codecs.BOM_UTF16_LE: "utf-16-le", codecs.BOM_UTF16_BE: "utf-16-be"}
"""What PowerShell 5.1 writes where a user sends text into a file with `>`."""


def with_lines(content: bytes, lines: str, path: str) -> bytes:
    """Put lines between the marks, in the place of those that stand there, else at the end of the
    file.

    Raises `BrokenMarksError` where one of the marks stands alone.
    """
    encoding, newline = encoding_of(content), newline_of(content)
    block = newline.join([BEGIN, *lines.splitlines(), END])
    found = marked(content, path)
    if found:
        start, end = found
        return content[:start] + block.encode(encoding) + content[end:]
    parted = not content or content.endswith(newline.encode(encoding))
    return content + f"{'' if parted else newline}{block}{newline}".encode(encoding)


def without_lines(content: bytes, path: str) -> bytes:
    """Take the marks and what stands between them out, as if they had never been put in.

    A newline that was missing before them at the end of the file stays.

    Raises `BrokenMarksError` where one of the marks stands alone.
    """
    found = marked(content, path)
    if not found:
        return content
    start, end = found
    return content[:start] + content[end:].removeprefix(
        newline_of(content).encode(encoding_of(content))
    )


def marked(content: bytes, path: str) -> tuple[int, int] | None:
    """Find where the marks begin and end, in bytes; raises `BrokenMarksError`."""
    encoding = encoding_of(content)
    begin, end = (
        [found.start() for found in re.finditer(re.escape(mark.encode(encoding)), content)]
        for mark in (BEGIN, END)
    )
    if not begin and not end:
        return None
    if len(begin) != 1 or len(end) != 1 or end < begin:
        raise BrokenMarksError(path=path, begin=BEGIN, end=END)
    return begin[0], end[0] + len(END.encode(encoding))


def encoding_of(content: bytes) -> str:
    """Return the encoding in which our lines, which are ASCII, are to be written."""
    return ENCODINGS.get(content[:2], "ascii")


def newline_of(content: bytes) -> str:
    """Return how the lines of a file end."""
    return "\r\n" if "\r".encode(encoding_of(content)) in content else "\n"
