"""Read an OpenDocument text as it is printed: its text, notes, boxes, headers and footers.

Source: OpenDocument 1.3, part 3, 4 to 7 (text) and 9 (tables).
"""

from __future__ import annotations

from collections.abc import Callable, Mapping

from kzfr_cli.core.record import pair
from kzfr_cli.proofreading.texts import package
from kzfr_cli.proofreading.texts.archive import ZippedDocument, attribute
from kzfr_cli.proofreading.texts.flow import Flow
from kzfr_cli.proofreading.texts.story import Story, UnreadablePartError

MAIN = "content.xml"
STYLES = "styles.xml"
MANIFEST = "META-INF/manifest.xml"
SKIPPED = {
    "annotation": "comment",
    "tracked-changes": "deleted",
    "hidden-text": "hidden",
    **dict.fromkeys(
        (
            "note-citation",
            "ruby-text",
            "title",
            "desc",
            "script",
            "forms",
        ),
        "",
    ),
}
"""The elements that hold nothing that is printed, and why; nothing is told of the others."""

REGIONS = {
    "text-box": "box",
    "header": "header",
    "header-left": "header",
    "header-first": "header",
    "footer": "footer",
    "footer-left": "footer",
    "footer-first": "footer",
}


@pair
class OdtStyle:
    """What a style hides, or leaves to its parent."""

    unseen: str = ""
    parent: str = ""


def read(archive: ZippedDocument) -> Story:
    """Read a document; raises `UnreadablePartError` where its text cannot be read."""
    story = Story()
    if MANIFEST in archive:
        archive.feed(MANIFEST, ManifestReader())
    if MAIN not in archive:
        raise UnreadablePartError(
            reason="not-document",
            name="",
        )
    styles: dict[str, OdtStyle] = {}
    beside = Story()
    if STYLES in archive:
        try:
            archive.feed(STYLES, OdtReader(beside, styles))
        except UnreadablePartError as error:
            story.unread.append(package.unreadable(error))
    archive.feed(MAIN, OdtReader(story, styles))
    story.append(beside)
    package.read_properties(archive, story, ("creation-date",))
    return story


class ManifestReader:
    """See whether the parts are encrypted."""

    def start(
        self,
        name: str,
        attributes: dict[str, str],
    ) -> None:
        """Raise `UnreadablePartError` when they are."""
        if name == "encryption-data":
            raise UnreadablePartError(
                reason="encrypted",
                name="",
            )

    def end(self, name: str) -> None:
        """Pass over the end of an element."""

    def text(self, text: str) -> None:
        """Pass over what stands between elements."""


class OdtReader:
    """Read the elements of a part into a story."""

    def __init__(
        self,
        story: Story,
        styles: dict[str, OdtStyle],
    ) -> None:
        self._story = story
        self._styles = styles
        self._style = ""
        self._depth = 0
        self._skipped_from = 0
        self._flows = [Flow(story)]
        self._lists = 0
        self._in_header_rows = False
        self._unseen: list[str] = []

    def start(
        self,
        name: str,
        attributes: dict[str, str],
    ) -> None:
        """Begin an element."""
        self._depth += 1
        if self._skipped_from:
            return
        if name in SKIPPED:
            self._skip(SKIPPED[name])
        elif attribute(attributes, "display") == "none" and name in ("section", "p"):
            self._skip("hidden")
        elif name in REGIONS:
            self._enter(REGIONS[name])
        elif begin := STARTS.get(name):
            begin(self, attributes)

    def end(self, name: str) -> None:
        """End an element."""
        self._depth -= 1
        if self._skipped_from:
            if self._depth < self._skipped_from:
                self._skipped_from = 0
        elif name in REGIONS:
            self._leave()
        elif finish := ENDS.get(name):
            finish(self)

    def text(self, text: str) -> None:
        """Take letters; only those within a paragraph are printed."""
        if self._unseen and not self._skipped_from:
            self._flow.say(text, self._unseen[-1])

    @property
    def _flow(self) -> Flow:
        return self._flows[-1]

    def _skip(self, why: str) -> None:
        self._skipped_from = self._depth
        if why:
            self._story.leave_out(why)

    # ---- styles

    def _begin_style(self, attributes: dict[str, str]) -> None:
        self._style = attribute(attributes, "name") or ""
        parent = attribute(attributes, "parent-style-name") or ""
        self._styles[self._style] = OdtStyle("", parent)

    def _take_properties(self, attributes: dict[str, str]) -> None:
        known = self._styles.get(self._style)
        if known is None:
            return
        struck = attribute(attributes, "text-line-through-style") not in (None, "none")
        struck = struck or attribute(attributes, "text-line-through-type") not in (
            None,
            "none",
        )
        hidden = attribute(attributes, "display") == "none"
        unseen = "hidden" if hidden else "struck-out" if struck else known.unseen
        self._styles[self._style] = OdtStyle(unseen, known.parent)

    def _why_unseen(self, attributes: dict[str, str]) -> str:
        """Why what has a style is not seen; empty when it is."""
        name = attribute(attributes, "style-name") or ""
        passed: set[str] = set()
        while name in self._styles and name not in passed:
            passed.add(name)
            style = self._styles[name]
            if style.unseen:
                return style.unseen
            name = style.parent
        return ""

    # ---- paragraphs

    def _begin_paragraph(self, attributes: dict[str, str]) -> None:
        kind = "item" if self._lists else "paragraph"
        self._flow.begin_paragraph(kind, self._lists)
        self._unseen.append(self._why_unseen(attributes))

    def _begin_heading(self, attributes: dict[str, str]) -> None:
        level = attribute(attributes, "outline-level") or "1"
        self._flow.begin_paragraph("heading", int(level) if level.isdecimal() else 1)
        self._unseen.append(self._why_unseen(attributes))

    def _begin_span(self, attributes: dict[str, str]) -> None:
        outer = self._unseen[-1] if self._unseen else ""
        self._unseen.append(outer or self._why_unseen(attributes))

    def _end_words(self) -> None:
        self._unseen.pop()

    def _begin_list(self, attributes: dict[str, str]) -> None:
        self._lists += 1

    def _end_list(self) -> None:
        self._lists -= 1

    def _say_space(self, attributes: dict[str, str]) -> None:
        if self._unseen:
            self._flow.say(" ", self._unseen[-1])

    def _break_line(self, attributes: dict[str, str]) -> None:
        self._flow.line_break()

    # ---- tables and what stands beside the text

    def _begin_header_rows(self, attributes: dict[str, str]) -> None:
        self._in_header_rows = True

    def _end_header_rows(self) -> None:
        self._in_header_rows = False

    def _begin_row(self, attributes: dict[str, str]) -> None:
        self._flow.begin_row("columns" if self._in_header_rows else "row")

    def _begin_cell(self, attributes: dict[str, str]) -> None:
        self._flow.begin_cell()
        if (attribute(attributes, "number-rows-spanned") or "1") != "1":
            self._flow.reach_down()

    def _begin_covered_cell(self, attributes: dict[str, str]) -> None:
        self._flow.begin_cell()
        self._flow.repeat_above()

    def _end_row(self) -> None:
        self._flow.end_row()

    def _begin_note(self, attributes: dict[str, str]) -> None:
        self._enter(
            "endnote" if attribute(attributes, "note-class") == "endnote" else "footnote"
        )

    def _enter(self, region: str) -> None:
        self._story.enter(region)
        self._flows.append(Flow(self._story))

    def _leave(self) -> None:
        self._flows.pop()
        self._story.leave()


STARTS: Mapping[str, Callable[[OdtReader, dict[str, str]], None]] = {
    "style": OdtReader._begin_style,
    "text-properties": OdtReader._take_properties,
    "p": OdtReader._begin_paragraph,
    "h": OdtReader._begin_heading,
    "span": OdtReader._begin_span,
    "s": OdtReader._say_space,
    "tab": OdtReader._say_space,
    "line-break": OdtReader._break_line,
    "list": OdtReader._begin_list,
    "table-header-rows": OdtReader._begin_header_rows,
    "table-row": OdtReader._begin_row,
    "table-cell": OdtReader._begin_cell,
    "covered-table-cell": OdtReader._begin_covered_cell,
    "note": OdtReader._begin_note,
}
ENDS: Mapping[str, Callable[[OdtReader], None]] = {
    "p": OdtReader._end_words,
    "h": OdtReader._end_words,
    "span": OdtReader._end_words,
    "list": OdtReader._end_list,
    "table-header-rows": OdtReader._end_header_rows,
    "table-row": OdtReader._end_row,
    "note": OdtReader._leave,
}
