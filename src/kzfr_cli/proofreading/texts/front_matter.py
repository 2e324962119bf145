"""Read what stands before the body of a Markdown file: its date, its language, and the titles that
its readers will see. YAML between lines of dashes, TOML between plus signs, or bare `Name: value`.
"""

from __future__ import annotations

import re

from kzfr_cli.proofreading.texts.stated import TITLES, Stated
from kzfr_cli.proofreading.texts.writer import DraftWriter

FENCED = re.compile(
    r"\A\ufeff?(---|\+\+\+)[ \t]*\r?\n(?P<fields>.{0,20000}?)(?:\r?\n)"
    r"(?:\1|\.\.\.)[ \t]*(?:\r?\n|\Z)",
    re.DOTALL,
)
BARE = re.compile(
    r"\A\ufeff?(?P<fields>(?:[A-Za-z][A-Za-z _-]{1,30}:[ \t]+[^\n]{1,500}(?:\n|\Z)){1,30})"
)
"""What MultiMarkdown and Pelican write, and mails: fields from the first line on."""

FIELD = re.compile(
    r"^(?P<indent>[ \t]*)[\"']?(?P<name>[\w:.-][\w :.-]{0,40}?)[\"']?[ \t]*[:=][ \t]*"
    r"(?P<value>[^\r\n]*)",
    re.MULTILINE,
)
QUOTED = re.compile(r"\"(?P<double>(?:[^\"\\]|\\.)*)\"|'(?P<single>[^']*)'")
COMMENT = re.compile(r"[ \t]+#.*\Z")
SCALAR = re.compile(r"[|>][+-]?\Z")
INDENTED = re.compile(r"(?:[ \t]+[^\r\n]*\r?\n?|\r?\n)+")
NAMES = frozenset(
    (
        "title",
        "date",
        "author",
        "published",
        "lang",
        "language",
    )
)
"""The fields one of which bare front matter has: other text has colons, too."""


def read(writer: DraftWriter) -> int:
    """Read the front matter, if there is any; the offset at which the body begins."""
    match = FENCED.match(writer.source) or _bare(writer.source)
    if match is None:
        return 0
    stated = Stated()
    for field in FIELD.finditer(writer.source, match.start("fields"), match.end("fields")):
        _read_field(
            writer,
            stated,
            field,
            match.end("fields"),
        )
    writer.language = stated.language()
    writer.published = stated.published(writer.language)
    writer.created = stated.created(writer.language)
    return match.end()


def _bare(source: str) -> re.Match[str] | None:
    """Fields without lines around them, when the first of them is one that texts have."""
    match = BARE.match(source)
    if match is None:
        return None
    name = match["fields"].split(":", 1)[0].strip().lower()
    if name in NAMES:
        return match
    return None


def _read_field(
    writer: DraftWriter,
    stated: Stated,
    field: re.Match[str],
    end: int,
) -> None:
    name = field["name"].strip().lower().replace("-", "_")
    first, last = _stretch(writer.source, field, end)
    if field["indent"] and name not in ("created", "published", "date"):
        return
    if name in TITLES and not field["indent"]:
        writer.begin("title")
        writer.add(writer.source[first:last], first)
        writer.end()
    else:
        stated.add(name, writer.source[first:last])


def _stretch(
    source: str,
    field: re.Match[str],
    end: int,
) -> tuple[int, int]:
    """Where the value of a field stands, without its quotation marks and the comment after it."""
    first, last = field.span("value")
    if quoted := QUOTED.match(source, first, last):
        return quoted.span("double" if quoted["double"] is not None else "single")
    if SCALAR.match(field["value"].strip()):
        block = INDENTED.match(source, last + 1, end)
        if block:
            return block.span()
        return (first, first)
    if comment := COMMENT.search(source, first, last):
        last = comment.start()
    return first, last
