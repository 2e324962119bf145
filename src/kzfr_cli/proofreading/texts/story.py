"""The words of a document that has no lines of its own: each block becomes a line of a source."""

from __future__ import annotations

from kzfr_cli.core.record import pair
from kzfr_cli.proofreading.texts.draft import BODY, Part
from kzfr_cli.proofreading.texts.writer import DraftWriter

MOST_LETTERS = 2_000_000
"""Letters of a document that are read: those of a thousand pages."""

MOST_BLOCKS = 50_000
"""Paragraphs and rows of a document: a book has five thousand."""

LINE_SIGNS = str.maketrans(dict.fromkeys("\n\r\x0b\x0c\x85\u2028\u2029", " "))


class UnreadablePartError(Exception):
    """A part of a document cannot be read: why (a code), and its name, which may be empty."""

    def __init__(
        self,
        reason: str,
        name: str = "",
    ) -> None:
        super().__init__(reason, name)
        self.reason = reason
        self.name = name


class TooLongError(Exception):
    """A document holds more letters than are read."""


@pair
class Step:
    """One step of writing: what is done, with which words, at which level."""

    does: str
    words: str = ""
    level: int = 0


class Story:
    """The blocks of a document in the order in which they are read.

    What stands beside the text at a place within it, as a text box or a note, comes after the block
    that it is anchored in.
    """

    def __init__(self) -> None:
        self.unread: list[Part] = []
        self.published = ""
        self.created = ""
        self.language = ""
        self._steps: list[Step] = []
        self._outer: list[list[Step]] = []
        self._beside: list[list[Step]] = []
        self._counts: dict[str, int] = {}
        self._letters = 0
        self._begun = 0

    def begin(
        self,
        kind: str,
        level: int = 0,
    ) -> None:
        """Begin a block."""
        if not self._outer:
            self._bring_beside()
        self._begun += 1
        if self._begun > MOST_BLOCKS:
            raise TooLongError
        self._steps.append(Step("begin", kind, level))

    def say(self, words: str) -> None:
        """Go on with words."""
        self._letters += len(words)
        if self._letters > MOST_LETTERS:
            raise TooLongError
        self._steps.append(Step("say", words.translate(LINE_SIGNS)))

    def cell(self) -> None:
        """Begin a cell of the row."""
        self._steps.append(Step("cell"))

    def end_table(self) -> None:
        """Let the next row be the first of another table."""
        self._steps.append(Step("end-table"))

    def part(self) -> None:
        """Begin a paragraph within a cell."""
        self._steps.append(Step("part"))

    def line_break(self) -> None:
        """Begin a line within a block."""
        self._steps.append(Step("break"))

    def leave_out(self, code: str) -> None:
        """Note what is left out on purpose."""
        self._steps.append(Step("leave", code))

    def enter(self, region: str) -> None:
        """Go on beside the text."""
        number = self._counts[region] = self._counts.get(region, 0) + 1
        self._outer.append(self._steps)
        self._steps = [Step("enter", region, number)]

    def leave(self) -> None:
        """Return to the text."""
        beside, self._steps = self._steps, self._outer.pop()
        self._beside.append([*beside, Step("return")])

    def append(self, other: Story) -> None:
        """Go on with another story of the same document."""
        self._bring_beside()
        other._bring_beside()
        self._steps.extend(other._steps)
        self.unread.extend(other.unread)

    def _bring_beside(self) -> None:
        for steps in self._beside:
            self._steps.extend(steps)
        self._beside.clear()

    def writer(self) -> DraftWriter:
        """The writer of the whole story."""
        while self._outer:
            self.leave()
        self._bring_beside()
        writer = LineWriter()
        for step in self._steps:
            writer.take(step)
        writer.finish()
        writer.published = self.published
        writer.created = self.created
        writer.language = self.language
        writer.unread.extend(self.unread)
        return writer


class LineWriter(DraftWriter):
    """Write the steps of a story, and the source that they make: a line for each block."""

    def __init__(self) -> None:
        super().__init__("")
        self._said: list[str] = []
        self._length = 0
        self._line = 1
        self._has_words = False

    def take(self, step: Step) -> None:
        """Write one step."""
        match step.does:
            case "begin":
                self._new_line()
                self.begin(step.words, step.level)
            case "say":
                self._say(step.words)
            case "cell":
                self._say_between("\t")
                self.cell(self._length)
            case "end-table":
                self.end()
                self.end_table()
            case "part":
                self._say_between(" ")
                self.part(self._length)
            case "break":
                self._say_between(" ")
                self.line_break(self._length)
            case "leave":
                self.leave_out(step.words, self._length)
            case _:
                self._new_line()
                self.end()
                self.region = step.words or BODY
                self.region_number = step.level

    def finish(self) -> None:
        """Make the source of all that was said."""
        self.end()
        self.source = "".join(self._said)

    def line_at(self, place: int) -> int:
        """The line that is being written."""
        return self._line

    def _say(self, words: str) -> None:
        self.add(words, self._length)
        self._put_in_source(words)
        self._has_words = True

    def _say_between(self, sign: str) -> None:
        """Part two cells or lines of a block in the source, too."""
        if self._has_words:
            self._put_in_source(sign)

    def _new_line(self) -> None:
        if self._has_words:
            self.end()
            self._put_in_source("\n")
            self._line += 1
            self._has_words = False

    def _put_in_source(self, words: str) -> None:
        self._said.append(words)
        self._length += len(words)
