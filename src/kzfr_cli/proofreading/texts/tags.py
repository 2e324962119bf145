"""Cut HTML into tags and text in one pass, each with its place; what is never closed ends it.

Source: WHATWG, HTML Living Standard, 13.2.5 (tokenization), as far as a reader of the page sees
it. The standard parser of Python needs time that grows with the square of a page of open tags.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from html import unescape

from kzfr_cli.core.record import pair

MARKUP = re.compile(r"<(?=[a-zA-Z/!?])")
NAME = re.compile(r"[a-zA-Z][^\s/>]*+")
ATTRIBUTE = re.compile(
    r"[\s/]*+(?P<name>[^\s/>=][^\s/>=]*+)"
    r"(?:\s*+=\s*+(?:\"(?P<double>[^\"]*+)\"|'(?P<single>[^']*+)'|(?P<bare>[^\s>]*+)))?"
)
TAG_END = re.compile(r"[\s/]*+>")
RAW = frozenset(
    (
        "script",
        "style",
        "xmp",
        "iframe",
        "noembed",
        "noframes",
        "textarea",
        "title",
    )
)
"""The elements whose content holds no tags."""

TEXT, START, END, COMMENT, UNCLOSED = "text", "start", "end", "comment", "unclosed"


@pair
class Token:
    """A piece of a page: what it is, where it stands, the name of a tag and its attributes."""

    kind: str
    first: int
    last: int
    name: str = ""
    attributes: Mapping[str, str] = {}
    is_empty: bool = False


def tokens(
    source: str,
    start: int = 0,
    end: int | None = None,
) -> Iterator[Token]:
    """The tags, texts and comments of a page in their order; what is never closed comes last."""
    end = len(source) if end is None else end
    place = start
    while place < end:
        found = MARKUP.search(source, place, end)
        opened = found.start() if found else end
        if opened > place:
            yield Token(TEXT, place, opened)
        if found is None:
            return
        token = _markup(source, opened, end)
        yield token
        place = token.last
        if token.kind == START and token.name in RAW:
            closed = _raw_end(source, token, end)
            if closed > place:
                yield Token(TEXT, place, closed)
            place = closed


def _markup(
    source: str,
    opened: int,
    end: int,
) -> Token:
    """The tag or comment that is opened at a place."""
    if source.startswith("<!--", opened):
        return _up_to(source, "-->", opened, end)
    closing = source.startswith("/", opened + 1)
    name = NAME.match(source, opened + 1 + closing, end)
    if name is None:
        return _up_to(source, ">", opened, end)
    attributes: dict[str, str] = {}
    place = name.end()
    while found := ATTRIBUTE.match(source, place, end):
        value = found["double"] or found["single"] or found["bare"] or ""
        attributes.setdefault(found["name"].lower(), value)
        place = found.end()
    closed = TAG_END.match(source, place, end)
    if closed is None:
        return Token(UNCLOSED, opened, end)
    kind = END if closing else START
    values = {key: unescape(value) for key, value in attributes.items()}
    return Token(
        kind,
        opened,
        closed.end(),
        name[0].lower(),
        values,
        "/" in closed[0],
    )


def _up_to(
    source: str,
    sign: str,
    opened: int,
    end: int,
) -> Token:
    """A comment, or what browsers take for one: `<!doctype html>`, `<?xml …?>`."""
    closed = source.find(sign, opened, end)
    last = end if closed < 0 else closed + len(sign)
    return Token(COMMENT, opened, last)


def _raw_end(
    source: str,
    token: Token,
    end: int,
) -> int:
    """Where the content of an element without tags ends."""
    closing = re.compile(rf"</{re.escape(token.name)}(?=[\s/>])", re.IGNORECASE)
    found = closing.search(source, token.last, end)
    if found:
        return found.start()
    return end
