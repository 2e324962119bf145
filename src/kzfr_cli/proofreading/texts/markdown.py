"""Read Markdown: headings, paragraphs, lists and tables, without marks, addresses and code.

Source: CommonMark 0.31, 4 and 5 (blocks), and the tables and notes of GitHub. HTML between the
lines is read as HTML.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from kzfr_cli.proofreading.texts import front_matter, rows
from kzfr_cli.proofreading.texts.draft import BODY
from kzfr_cli.proofreading.texts.elements import ENDS_PARAGRAPH
from kzfr_cli.proofreading.texts.html import PageReader
from kzfr_cli.proofreading.texts.inline import Inline
from kzfr_cli.proofreading.texts.lines import (
    Hyphens,
    JoinedLines,
    Substitute,
    TextLine,
    begins_with_number,
    entries,
    has_room,
    lines,
    width,
    write,
)
from kzfr_cli.proofreading.texts.writer import DraftWriter

QUOTE = re.compile(r"(?: {0,3}>[ ]?)+")
FENCE = re.compile(r"[ \t]*(?P<sign>`{3,}(?=[^`]*\Z)|~{3,})")
HEADING = re.compile(r"[ \t]*(?P<signs>#{1,6})(?:[ \t]+|\Z)")
CLOSING = re.compile(r"(?:(?<=[ \t])|\A)#+[ \t]*\Z")
UNDERLINE = re.compile(r" {0,3}(?P<sign>=+|-+)[ \t]*\Z")
RULE = re.compile(r" {0,3}([-*_])(?:[ \t]*\1){2,}[ \t]*\Z")
ITEM = re.compile(
    r"[ \t]*(?P<sign>[-*+•–—]|\d{1,3}[.)]|:)(?P<space>[ \t]+)(?:\[[ xX]\][ \t]+)?(?=\S)"
)
NOTE = re.compile(r" {0,3}\[\^[^\[\]\s]{1,60}\]:[ \t]*")
REFERENCE = re.compile(r" {0,3}\[[^\[\]]{1,200}\]:[ \t]*\S")
DIRECTIVE = re.compile(r"[ \t]*(?::{3,}.*|(?:!!!|\?\?\?\+?)[ \t]+\w+.*)\Z")
HTML = re.compile(r" {0,3}</?(?P<name>[a-zA-Z][a-zA-Z0-9]*)(?=[\s/>]|\Z)")
BLOCKS = ENDS_PARAGRAPH | {
    "tr",
    "td",
    "th",
    "tbody",
    "thead",
    "tfoot",
    "caption",
    "del",
    "title",
    "body",
}
VERBATIM = frozenset(
    (
        "script",
        "pre",
        "style",
        "textarea",
    )
)
TAB = 4
BLANK = re.compile(r"\n[ \t]*(?=\r?\n)")


def read(writer: DraftWriter) -> None:
    """Read a whole file."""
    body = front_matter.read(writer)
    Markdown(writer).read(body)


class Markdown:
    """Read lines of Markdown into a writer, block by block."""

    def __init__(self, writer: DraftWriter) -> None:
        self._writer = writer
        self._page = PageReader(writer)
        self._hyphens = Hyphens(writer.source)
        self._block: list[TextLine] = []
        self._kind = "paragraph"
        self._level = 0
        self._indents: list[int] = []
        self._after_blank = True
        self._in_table = False
        self._fence = ""
        self._read_up_to = 0
        self._openers: Sequence[Callable[[TextLine], bool]] = (
            self._open_fence,
            self._read_comment,
            self._read_heading,
            self._underline,
            self._read_rule,
            self._open_table,
            self._read_row,
            self._open_note,
            self._skip_reference,
            self._read_directive,
            self._open_item,
            self._read_html,
        )

    def read(self, first: int) -> None:
        """Read the source from an offset on."""
        for line in lines(self._writer.source, first):
            if line.start + len(line.text) > self._read_up_to or line.is_blank:
                self._read_line(line.after(max(0, self._read_up_to - line.start)))
        self._flush()

    def _read_line(self, line: TextLine) -> None:
        quote = QUOTE.match(line.text)
        line = line.after(quote.end() if quote else 0)
        if self._fence:
            self._skip_code(line)
        elif line.is_blank:
            self._flush()
            self._after_blank, self._in_table = True, False
        else:
            self._read_words(line)
            self._after_blank = False

    def _read_words(self, line: TextLine) -> None:
        indent = indentation(line)
        if self._after_blank:
            self._leave_items(indent)
        inner = self._indents[-1] if self._indents else 0
        if not self._block and indent >= inner + TAB:
            self._writer.leave_out("code", line.start)
        elif not any(opens(line) for opens in self._openers):
            self._block.append(line)

    def _leave_items(self, indent: int) -> None:
        while self._indents and indent < self._indents[-1]:
            self._indents.pop()
        if indent == 0:
            self._writer.region, self._writer.region_number = BODY, 0

    # ---- code and comments

    def _open_fence(self, line: TextLine) -> bool:
        found = FENCE.match(line.text)
        if found is None:
            return False
        self._flush()
        self._fence = found["sign"]
        self._writer.leave_out("code", line.start)
        return True

    def _skip_code(self, line: TextLine) -> None:
        text = line.text.strip()
        if text.startswith(self._fence) and not text.strip(self._fence[0]):
            self._fence = ""

    def _read_comment(self, line: TextLine) -> bool:
        if not line.text.lstrip().startswith("<!--"):
            return False
        self._flush()
        self._writer.leave_out("comment", line.start)
        end = self._writer.source.find("-->", line.start)
        self._read_up_to = len(self._writer.source) if end < 0 else end + len("-->")
        rest = line.after(max(0, self._read_up_to - line.start))
        if not rest.is_blank:
            self._block.append(rest)
        return True

    # ---- headings and rules

    def _read_heading(self, line: TextLine) -> bool:
        found = HEADING.match(line.text)
        if found is None:
            return False
        self._flush()
        closing = CLOSING.search(line.text, found.end())
        text = line.text[: closing.start()] if closing else line.text
        self._kind, self._level = "heading", len(found["signs"])
        self._block.append(TextLine(text, line.start).after(found.end()))
        self._flush()
        return True

    def _underline(self, line: TextLine) -> bool:
        found = UNDERLINE.match(line.text)
        if found is None or not self._block or self._kind != "paragraph":
            return False
        self._kind, self._level = "heading", 1 if found["sign"].startswith("=") else 2
        self._flush()
        return True

    def _read_rule(self, line: TextLine) -> bool:
        if not RULE.match(line.text):
            return False
        self._flush()
        return True

    # ---- tables

    def _open_table(self, line: TextLine) -> bool:
        if (
            not self._block
            or "|" not in self._block[-1].text
            or not rows.RULE.match(line.text)
        ):
            return False
        header = self._block.pop()
        self._flush()
        self._writer.end_table()
        self._write_row(header, "columns")
        self._in_table = True
        return True

    def _read_row(self, line: TextLine) -> bool:
        if not self._in_table or "|" not in line.text:
            return False
        self._write_row(line, "row")
        return True

    def _write_row(
        self,
        line: TextLine,
        kind: str,
    ) -> None:
        self._writer.begin(kind)
        for cell in rows.cells(line):
            self._writer.cell(cell.start)
            self._write([cell])
        self._writer.end()

    # ---- notes, lists, HTML

    def _open_note(self, line: TextLine) -> bool:
        found = NOTE.match(line.text)
        if found is None:
            return False
        self._flush()
        self._indents.clear()
        self._writer.region = "footnote"
        self._writer.region_number += 1
        self._block.append(line.after(found.end()))
        return True

    def _skip_reference(self, line: TextLine) -> bool:
        if self._block:
            return False
        return REFERENCE.match(line.text) is not None

    def _read_directive(self, line: TextLine) -> bool:
        if not DIRECTIVE.match(line.text):
            return False
        self._flush()
        if not line.text.lstrip().startswith(":"):
            self._indents.append(indentation(line) + TAB)
        return True

    def _open_item(self, line: TextLine) -> bool:
        found = ITEM.match(line.text)
        if found is None or (self._block and not self._may_interrupt(found["sign"])):
            return False
        self._flush()
        self._leave_items(indentation(line))
        wide = len(found["space"]) > TAB
        begins = found.start("space") + 1 if wide else found.end("space")
        self._indents.append(begins)
        self._kind, self._level = "item", len(self._indents)
        self._block.append(line.after(found.end()))
        return True

    def _may_interrupt(self, sign: str) -> bool:
        """Whether an item may begin within a paragraph; a date that was wrapped is none."""
        return self._kind == "item" or sign in ("-", "*", "+", "•", "1.", "1)")

    def _read_html(self, line: TextLine) -> bool:
        found = HTML.match(line.text)
        if found is None or self._block:
            return False
        name = found["name"].lower()
        if name not in BLOCKS and name not in VERBATIM:
            return False
        source = self._writer.source
        ending = re.compile(rf"</{name}\s*>", re.IGNORECASE) if name in VERBATIM else BLANK
        end = ending.search(source, line.start)
        self._read_up_to = end.end() if end else len(source)
        self._page.read(line.start, self._read_up_to)
        self._writer.end()
        return True

    # ---- words

    def _flush(self) -> None:
        """Write the block that was read."""
        block, kind, level = self._block, self._kind, self._level
        self._block, self._kind, self._level = [], "paragraph", 0
        if not block or self._page.is_unseen:
            return
        for part in parts(block):
            self._writer.begin(kind, level)
            self._write(part)
            self._writer.end()

    def _write(self, block: Sequence[TextLine]) -> None:
        passage = JoinedLines(block)
        inline = Inline(passage.text)
        spans: list[Substitute] = [*inline.spans, *self._hyphens.line_ends(passage.text)]
        write(self._writer, passage, spans)
        for code, offset in inline.left_out:
            self._writer.leave_out(code, passage.place(offset))


def indentation(line: TextLine) -> int:
    """The column at which the words of a line begin."""
    blank = line.text[: len(line.text) - len(line.text.lstrip(" \t"))]
    return len(blank.expandtabs(TAB))


def parts(block: list[TextLine]) -> list[list[TextLine]]:
    """A paragraph in which every line begins with a number, line by line: it is a chronology; so
    are the entries of a list under its title.
    """
    longest, listed = width(block), entries(block)
    found = [block[:1]]
    for line in block[1:]:
        last = found[-1][-1]
        numbered = begins_with_number(block[0]) and begins_with_number(line)
        if line.start in listed or (numbered and has_room(last, line, longest)):
            found.append([line])
        else:
            found[-1].append(line)
    return found
