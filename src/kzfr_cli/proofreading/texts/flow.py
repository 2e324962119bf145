"""Where the words of a document go: which paragraph, which cell of a row is open."""

from __future__ import annotations

from kzfr_cli.proofreading.texts.merged import Merged
from kzfr_cli.proofreading.texts.story import Story


class Flow:
    """A run of paragraphs and tables: the text of a document, or that of a box within it."""

    def __init__(self, story: Story) -> None:
        self.kind = "paragraph"
        self.level = 0
        self.unseen = ""
        self._story = story
        self._has_begun = False
        self._goes_on = False
        self._row = ""
        self._is_row_open = False
        self._in_cell = False
        self._cell_has_words = False
        self._is_row_deleted = False
        self._was_row = False
        self._merged: Merged[str] = Merged()

    def begin_paragraph(
        self,
        kind: str = "paragraph",
        level: int = 0,
    ) -> None:
        """Begin a paragraph, unless the mark between it and the last one was deleted."""
        self.kind, self.level, self.unseen = kind, level, ""
        if self._was_row and not self._in_cell:
            self._story.end_table()
            self._was_row = False
        self._has_begun = self._has_begun and self._goes_on
        self._goes_on = False

    def go_on(self) -> None:
        """Let the next paragraph go on with this one."""
        self._goes_on = True

    def begin_row(self, kind: str = "row") -> None:
        """Begin a row of a table."""
        self._row, self._is_row_open, self._is_row_deleted = kind, False, False
        self._merged.begin_row()

    def name_columns(self) -> None:
        """Let the row be the one that names the columns."""
        self._row = "columns"

    def delete_row(self) -> None:
        """Let nothing of the row be read."""
        self._is_row_deleted = True

    def begin_cell(self) -> None:
        """Begin a cell of the row."""
        if self._is_row_deleted:
            return
        if not self._is_row_open:
            self._story.begin(self._row or "row")
            self._is_row_open = True
        self._story.cell()
        self._merged.begin_cell()
        self._in_cell, self._cell_has_words, self._has_begun = True, False, False

    def widen(self, columns: int) -> None:
        """Let the cell reach over so many columns."""
        self._merged.widen(columns)

    def reach_down(self) -> None:
        """Let the cell reach down to the rows whose cells say that they go on with it."""
        self._merged.reach_down()

    def repeat_above(self) -> None:
        """Say again what the cell says that reaches down to this one."""
        for words in self._merged.above() or ():
            self.say(words)

    def end_row(self) -> None:
        """End the row; what follows in a cell around the table is a paragraph of its own."""
        self._row, self._is_row_open, self._is_row_deleted = "", False, False
        self._in_cell, self._has_begun = False, False
        self._was_row = True

    def say(
        self,
        words: str,
        unseen: str = "",
    ) -> None:
        """Go on with words, or note why they are left out."""
        why = unseen or self.unseen or ("deleted" if self._is_row_deleted else "")
        if why:
            self._story.leave_out(why)
            return
        self._begin()
        self._merged.take(words, len(words))
        self._story.say(words)

    def line_break(self) -> None:
        """Begin a line within the paragraph."""
        if self._has_begun:
            self._story.line_break()

    def _begin(self) -> None:
        if self._has_begun:
            return
        self._has_begun = True
        if not self._in_cell:
            self._story.begin(self.kind, self.level)
        elif self._cell_has_words:
            self._story.part()
        self._cell_has_words = True
