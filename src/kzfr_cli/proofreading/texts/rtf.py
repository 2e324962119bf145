"""Read Rich Text as it is printed: deleted and hidden text is passed over, notes are read.

Source: Microsoft, Rich Text Format (RTF) Specification 1.9.1. Read here, since striprtf 0.0.35
keeps deleted and hidden text.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping

from kzfr_cli.core.record import pair, replace
from kzfr_cli.proofreading.texts.archive import DEEPEST
from kzfr_cli.proofreading.texts.flow import Flow
from kzfr_cli.proofreading.texts.story import Story, UnreadablePartError
from kzfr_cli.proofreading.texts.writer import DraftWriter
from kzfr_cli.store import charsets

HEAD = b"{\\rtf"
TOKEN = re.compile(
    r"\\(?P<word>[a-zA-Z]{1,32})(?P<number>-?\d{1,10})?[ ]?"
    r"|\\'(?P<byte>[0-9a-fA-F]{2})"
    r"|\\(?P<sign>[^a-zA-Z])"
    r"|(?P<brace>[{}])"
    r"|(?P<words>[^\\{}\r\n]+)"
)
PASSED = frozenset(
    [
        "colortbl",
        "stylesheet",
        "pict",
        "objdata",
        "fldinst",
        "pntext",
        "listtext",
        "themedata",
        "generator",
        "xmlnstbl",
        "rsidtbl",
        "listtable",
        "listoverridetable",
        "nonshppict",
        "filetbl",
        "datastore",
        "latentstyles",
        "mmathPr",
    ]
)
"""The groups that hold nothing that is printed."""

TIMES = ("creatim", "revtim", "printim")
"""The groups of the properties that hold a day: when it was made, changed and printed."""

BESIDE = {
    **dict.fromkeys(
        (
            "header",
            "headerl",
            "headerr",
            "headerf",
        ),
        "header",
    ),
    **dict.fromkeys(
        (
            "footer",
            "footerl",
            "footerr",
            "footerf",
        ),
        "footer",
    ),
    "footnote": "footnote",
    "shptxt": "box",
}
SIGNS = {
    "emdash": "\u2014",
    "endash": "\u2013",
    "lquote": "\u2018",
    "rquote": "\u2019",
    "ldblquote": "\u201c",
    "rdblquote": "\u201d",
    "tab": " ",
    "emspace": " ",
    "enspace": " ",
}
MARKS = {"~": "\u00a0", "_": "-"}
DESTINATIONS = PASSED.union(
    BESIDE,
    (
        "fonttbl",
        "info",
        "annotation",
        "shpinst",
    ),
)
UNSEEN = {
    "v": "hidden",
    "strike": "struck-out",
    "striked": "struck-out",
    "deleted": "deleted",
}
BY_FONT = {
    204: "cp1251",
    0: "cp1252",
    238: "cp1250",
    161: "cp1253",
    162: "cp1254",
    77: "mac-roman",
}
"""The charset of a font by its number, where that of the document is another."""


@pair
class RtfGroup:
    """What is in force within braces: why it is not read, which charset its bytes are in."""

    destination: str = ""
    unseen: str = ""
    charset: str = "cp1252"
    skipped_after_unicode: int = 1
    is_raised: bool = False


def read(data: bytes) -> DraftWriter:
    """Read a document; raises `UnreadablePartError` where it is none."""
    if not data.startswith(HEAD):
        raise UnreadablePartError("not-document")
    reader = RtfReader()
    reader.read(data.decode("latin-1"))
    return reader.story.writer()


class RtfReader:
    """Read the tokens of a document into a story."""

    def __init__(self) -> None:
        self.story = Story()
        self._flows = [Flow(self.story)]
        self._flows[0].begin_paragraph()
        self._group = RtfGroup()
        self._outer: list[RtfGroup] = []
        self._fonts: dict[int, str] = {}
        self._font = 0
        self._bytes = bytearray()
        self._skipped = 0
        self._created: dict[str, int] = {}
        self._is_in_table = False
        self._is_cell_open = False

    def read(self, source: str) -> None:
        """Read all."""
        place = 0
        while found := TOKEN.search(source, place):
            place = found.end()
            if found["word"]:
                number = int(found["number"]) if found["number"] else None
                place += self._read_word(found["word"], number)
            elif found["byte"]:
                self._read_byte(int(found["byte"], 16))
            elif found["words"]:
                self._read_letters(found["words"])
            elif found["brace"]:
                self._read_brace(found["brace"])
            else:
                self._read_sign(found["sign"])
        self._say_bytes()
        self._take_created()

    @property
    def _flow(self) -> Flow:
        return self._flows[-1]

    # ---- groups

    def _read_brace(self, brace: str) -> None:
        self._say_bytes()
        if brace == "{":
            self._outer.append(self._group)
            if len(self._outer) > DEEPEST:
                raise UnreadablePartError("over-limit")
        elif self._outer:
            closed, self._group = self._group, self._outer.pop()
            if (
                closed.destination in BESIDE
                and self._group.destination != closed.destination
            ):
                self._flows.pop()
                self.story.leave()

    def _change(self, **changes: object) -> None:
        self._group = replace(self._group, **changes)

    def _read_sign(self, sign: str) -> None:
        if sign not in "\\{}":
            self._say_bytes()
        if sign == "*":
            self._change(destination="unknown")
        elif sign in MARKS:
            self._say(MARKS[sign])
        elif sign in "\\{}":
            self._read_letters(sign)
        elif sign in "\r\n":
            self._end_paragraph()

    def _read_word(self, word: str, number: int | None) -> int:
        """Carry out a control word; the letters of the source that it passes over."""
        if word == "u" and number is not None:
            self._read_unicode(number)
            return 0
        self._say_bytes()
        if word in DESTINATIONS:
            self._begin_destination(word)
        elif self._group.destination in ("info", "creatim"):
            self._read_property(word, number or 0)
        elif word in UNSEEN:
            self._set_unseen(UNSEEN[word], number)
        elif word in SIGNS:
            self._say(SIGNS[word])
        elif word in WORDS:
            WORDS[word](self, number or 0)
        if word == "bin":
            return number or 0
        return 0

    def _read_property(self, word: str, number: int) -> None:
        """Take a part of the day on which the document was made."""
        if word in TIMES:
            self._change(destination=word)
        elif self._group.destination == "creatim":
            self._created[word] = number

    def _begin_destination(self, word: str) -> None:
        is_unknown = self._group.destination == "unknown"
        if self._group.destination and not (
            is_unknown and word in ("shpinst", "annotation")
        ):
            return
        if word == "annotation":
            self.story.leave_out("comment")
        self._change(destination="" if word == "shpinst" else word)
        if word in BESIDE:
            self.story.enter(BESIDE[word])
            self._flows.append(Flow(self.story))
            self._flow.begin_paragraph()

    def _is_printed(self) -> bool:
        return not self._group.destination or self._group.destination in BESIDE

    # ---- letters

    def _read_unicode(self, number: int) -> None:
        """Take a letter by its number; those after it, for older programs, are passed over."""
        self._say_bytes()
        letter = chr(number % 0x10000)
        self._say(letter if letter.isprintable() else "")
        self._skipped = self._group.skipped_after_unicode

    def _read_byte(self, byte: int) -> None:
        if self._skipped:
            self._skipped -= 1
        else:
            self._bytes.append(byte)

    def _read_letters(self, letters: str) -> None:
        passed = min(self._skipped, len(letters))
        self._skipped -= passed
        self._bytes.extend(letters[passed:].encode("latin-1"))

    def _say_bytes(self) -> None:
        """Say the letters whose bytes were gathered, in the charset in force."""
        if self._bytes:
            letters = bytes(self._bytes)
            self._bytes.clear()
            self._say(letters.decode(self._group.charset, "replace"))

    def _say(self, words: str) -> None:
        if self._group.destination == "fonttbl" or not self._is_printed():
            return
        is_mark = self._group.is_raised and words.strip().isdecimal()
        if self._is_in_table and not self._is_cell_open and words.strip():
            self._begin_cell()
        if words:
            self._flow.say(words, self._group.unseen or ("mark" if is_mark else ""))

    def _set_unseen(
        self,
        why: str,
        number: int | None,
    ) -> None:
        if number != 0:
            self._change(unseen=why)
        elif self._group.unseen == why:
            self._change(unseen="")

    # ---- what the control words do

    def _end_paragraph(self, _number: int = 0) -> None:
        if self._is_printed():
            self._flow.begin_paragraph()

    def _break_line(self, _number: int) -> None:
        if self._is_printed():
            self._flow.line_break()

    def _reset_paragraph(self, _number: int) -> None:
        self._is_in_table = False

    def _be_in_table(self, _number: int) -> None:
        self._is_in_table = True

    def _begin_row(self, _number: int) -> None:
        self._flow.begin_row()

    def _begin_cell(self, _number: int = 0) -> None:
        self._flow.begin_cell()
        self._flow.begin_paragraph()
        self._is_cell_open = True

    def _end_cell(self, _number: int) -> None:
        if not self._is_cell_open:
            self._begin_cell()
        self._is_cell_open = False

    def _end_row(self, _number: int) -> None:
        self._flow.end_row()
        self._is_cell_open = self._is_in_table = False

    def _be_heading(self, level: int) -> None:
        if level < 9:
            self._flow.kind, self._flow.level = "heading", level + 1

    def _reset_letters(self, _number: int) -> None:
        self._change(
            unseen="",
            is_raised=False,
        )

    def _raise(self, _number: int) -> None:
        self._change(is_raised=True)

    def _lower(self, _number: int) -> None:
        self._change(is_raised=False)

    def _set_code_page(self, number: int) -> None:
        self._change(charset=charsets.codec(f"cp{number}") or self._group.charset)

    def _set_font(self, number: int) -> None:
        self._font = number
        if self._group.destination != "fonttbl" and number in self._fonts:
            self._change(charset=self._fonts[number])

    def _set_font_charset(self, number: int) -> None:
        if self._group.destination == "fonttbl" and number in BY_FONT:
            self._fonts[self._font] = BY_FONT[number]

    def _set_skipped(self, number: int) -> None:
        self._change(skipped_after_unicode=number)

    def _take_created(self) -> None:
        parts = [self._created.get(name, 0) for name in ("yr", "mo", "dy")]
        if all(parts):
            self.story.created = "{:04}-{:02}-{:02}".format(*parts)


WORDS: Mapping[str, Callable[[RtfReader, int], None]] = {
    "par": RtfReader._end_paragraph,
    "sect": RtfReader._end_paragraph,
    "page": RtfReader._end_paragraph,
    "line": RtfReader._break_line,
    "pard": RtfReader._reset_paragraph,
    "intbl": RtfReader._be_in_table,
    "trowd": RtfReader._begin_row,
    "cell": RtfReader._end_cell,
    "row": RtfReader._end_row,
    "outlinelevel": RtfReader._be_heading,
    "plain": RtfReader._reset_letters,
    "super": RtfReader._raise,
    "nosupersub": RtfReader._lower,
    "ansicpg": RtfReader._set_code_page,
    "f": RtfReader._set_font,
    "fcharset": RtfReader._set_font_charset,
    "uc": RtfReader._set_skipped,
}
"""What a control word does, with its number; the others change only how the text looks."""
