"""Read a Word document as it is printed: its text, notes, boxes, headers and footers.

Source: ECMA-376, part 1, 17 (WordprocessingML). Elements go by their local names, which the
strict and the transitional form share.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping

from kzfr_cli.proofreading.texts import package
from kzfr_cli.proofreading.texts.archive import ZippedDocument, attribute
from kzfr_cli.proofreading.texts.draft import Part
from kzfr_cli.proofreading.texts.flow import Flow
from kzfr_cli.proofreading.texts.story import Story, UnreadablePartError
from kzfr_cli.proofreading.texts.styles import (
    StyleReader,
    is_on,
    outlined,
)

Attributes = dict[str, str]
MAIN = "word/document.xml"
SKIPPED = frozenset(
    (
        "instrText",
        "delText",
        "delInstrText",
        "sdtPr",
        "tblPr",
        "sectPr",
        "rt",
    )
)
"""The elements that hold nothing that is printed, or what another element repeats."""

DELETED = frozenset(("del", "moveFrom"))
MARKS = {
    "noBreakHyphen": "-",
    "tab": " ",
    "ptab": " ",
    "sym": " ",
}
BESIDE = (
    "footnotes",
    "endnotes",
    "header",
    "footer",
)
"""The parts that are printed beside the text, in the order in which they are read."""

REGIONS = {
    "txbxContent": "box",
    "footnote": "footnote",
    "endnote": "endnote",
    "hdr": "header",
    "ftr": "footer",
}
"""The elements that hold what stands beside the text."""

SEPARATORS = ("separator", "continuationSeparator", "continuationNotice")


def read(archive: ZippedDocument) -> Story:
    """Read a document; raises `UnreadablePartError` where its main part cannot be read."""
    story = Story()
    main = package.main_part(archive, MAIN)
    related = package.relations(archive, main)
    styles = StyleReader()
    for name in package.targets(archive, related, "styles"):
        archive.feed(name, styles)
    archive.feed(main, WordReader(story, styles))
    for kind in BESIDE:
        for name in package.targets(archive, related, kind):
            read_beside(archive, name, story, styles)
    if package.targets(archive, related, "comments"):
        story.leave_out("comment")
    package.read_properties(archive, story, ("created",))
    return story


def read_beside(
    archive: ZippedDocument,
    name: str,
    story: Story,
    styles: StyleReader,
) -> None:
    """Read a part that is printed beside the text; one that cannot be read is named."""
    try:
        archive.feed(name, WordReader(story, styles))
    except UnreadablePartError as error:
        story.unread.append(package.unreadable(error))


class WordReader:
    """Read the elements of a part into a story."""

    def __init__(
        self,
        story: Story,
        styles: StyleReader,
    ) -> None:
        self._story = story
        self._styles = styles
        self._path: list[str] = []
        self._skipped_from = 0
        self._flows = [Flow(story)]
        self._unseen = ""
        self._is_raised = False
        self._words: list[str] | None = None
        self._has_choice: list[bool] = []

    # ---- elements

    def start(
        self,
        name: str,
        attributes: Attributes,
    ) -> None:
        """Begin an element."""
        self._path.append(name)
        if self._skipped_from:
            return
        if name in SKIPPED or name.endswith("Change"):
            self._skip()
        elif begin := STARTS.get(name):
            begin(self, attributes)

    def end(self, name: str) -> None:
        """End an element."""
        self._path.pop()
        if self._skipped_from:
            if len(self._path) < self._skipped_from:
                self._skipped_from = 0
        elif finish := ENDS.get(name):
            finish(self)

    def text(self, text: str) -> None:
        """Take letters; only those within `t` are printed."""
        if self._words is not None:
            self._words.append(text)

    def _skip(self) -> None:
        """Pass over the element that was begun, with all that it holds."""
        self._skipped_from = len(self._path)

    @property
    def _flow(self) -> Flow:
        return self._flows[-1]

    def _is_within(self, *names: str) -> bool:
        """Whether the element that was begun stands directly within these, the outer first."""
        return tuple(self._path[-1 - len(names) : -1]) == names

    # ---- paragraphs

    def _begin_paragraph(self, attributes: Attributes) -> None:
        self._flow.begin_paragraph()

    def _take_style(self, attributes: Attributes) -> None:
        style = self._styles.style(attribute(attributes, "val") or "")
        self._flow.kind = style.kind or self._flow.kind
        self._flow.level = style.level
        self._flow.unseen = style.unseen

    def _take_outline(self, attributes: Attributes) -> None:
        level = outlined(attribute(attributes, "val") or "").get("level")
        if isinstance(level, int):
            self._flow.kind, self._flow.level = "heading", level

    def _take_list(self, attributes: Attributes) -> None:
        if self._flow.kind == "paragraph":
            self._flow.kind, self._flow.level = "item", 1

    # ---- runs

    def _begin_run(self, attributes: Attributes) -> None:
        self._unseen, self._is_raised = "", False

    def _take_run_style(self, attributes: Attributes) -> None:
        self._unseen = self._styles.style(attribute(attributes, "val") or "").unseen

    def _hide(self, attributes: Attributes) -> None:
        self._set_unseen("hidden", attributes)

    def _strike(self, attributes: Attributes) -> None:
        self._set_unseen("struck-out", attributes)

    def _set_unseen(
        self,
        why: str,
        attributes: Attributes,
    ) -> None:
        if not self._is_within("r", "rPr"):
            return
        if is_on(attribute(attributes, "val") or ""):
            self._unseen = why
        elif self._unseen == why:
            self._unseen = ""

    def _raise(self, attributes: Attributes) -> None:
        if self._is_within("r", "rPr"):
            self._is_raised = attribute(attributes, "val") == "superscript"

    def _begin_words(self, attributes: Attributes) -> None:
        self._words = []

    def _end_words(self) -> None:
        words = "".join(self._words or ())
        self._words = None
        is_mark = self._is_raised and words.strip("()[] ,*").isdecimal()
        if words:
            self._flow.say(words, self._unseen or ("mark" if is_mark else ""))

    def _say_mark(self, attributes: Attributes) -> None:
        name = self._path[-1]
        if self._path[-2:-1] == ["r"]:
            self._flow.say(MARKS[name], self._unseen)

    def _break_line(self, attributes: Attributes) -> None:
        self._flow.line_break()

    # ---- what was changed

    def _delete(self, attributes: Attributes) -> None:
        """Pass over deleted text; a deleted mark of a paragraph joins two, that of a row
        ends it.
        """
        if self._is_within("pPr", "rPr"):
            self._flow.go_on()
        elif self._is_within("trPr"):
            self._flow.delete_row()
        else:
            self._story.leave_out("deleted")
        self._skip()

    def _begin_alternatives(self, attributes: Attributes) -> None:
        self._has_choice.append(False)

    def _choose(self, attributes: Attributes) -> None:
        """Read the first of the forms in which the same is given."""
        if not self._has_choice:
            return
        if self._has_choice[-1]:
            self._skip()
        self._has_choice[-1] = True

    def _end_alternatives(self) -> None:
        self._has_choice.pop()

    # ---- tables, boxes, notes

    def _begin_row(self, attributes: Attributes) -> None:
        self._flow.begin_row()

    def _name_columns(self, attributes: Attributes) -> None:
        if is_on(attribute(attributes, "val") or ""):
            self._flow.name_columns()

    def _begin_cell(self, attributes: Attributes) -> None:
        self._flow.begin_cell()

    def _widen(self, attributes: Attributes) -> None:
        self._flow.widen(int(attribute(attributes, "val") or 1))

    def _merge_down(self, attributes: Attributes) -> None:
        if attribute(attributes, "val") == "restart":
            self._flow.reach_down()
        else:
            self._flow.repeat_above()

    def _end_row(self) -> None:
        self._flow.end_row()

    def _begin_beside(self, attributes: Attributes) -> None:
        if attribute(attributes, "type") in SEPARATORS:
            self._skip()
            return
        self._story.enter(REGIONS[self._path[-1]])
        self._flows.append(Flow(self._story))

    def _end_beside(self) -> None:
        self._flows.pop()
        self._story.leave()

    def _name_unread(self, attributes: Attributes) -> None:
        self._story.unread.append(Part(code="embedded"))


STARTS: Mapping[str, Callable[[WordReader, Attributes], None]] = {
    "p": WordReader._begin_paragraph,
    "pStyle": WordReader._take_style,
    "outlineLvl": WordReader._take_outline,
    "numPr": WordReader._take_list,
    "r": WordReader._begin_run,
    "rStyle": WordReader._take_run_style,
    "vanish": WordReader._hide,
    "strike": WordReader._strike,
    "dstrike": WordReader._strike,
    "vertAlign": WordReader._raise,
    "t": WordReader._begin_words,
    "br": WordReader._break_line,
    "cr": WordReader._break_line,
    "tr": WordReader._begin_row,
    "tblHeader": WordReader._name_columns,
    "tc": WordReader._begin_cell,
    "gridSpan": WordReader._widen,
    "vMerge": WordReader._merge_down,
    "AlternateContent": WordReader._begin_alternatives,
    "Choice": WordReader._choose,
    "Fallback": WordReader._choose,
    "altChunk": WordReader._name_unread,
    **dict.fromkeys(DELETED, WordReader._delete),
    **dict.fromkeys(MARKS, WordReader._say_mark),
    **dict.fromkeys(REGIONS, WordReader._begin_beside),
}
"""What an element begins; those that are not named are passed through."""

ENDS: Mapping[str, Callable[[WordReader], None]] = {
    "t": WordReader._end_words,
    "tr": WordReader._end_row,
    "AlternateContent": WordReader._end_alternatives,
    **dict.fromkeys(REGIONS, WordReader._end_beside),
}
