"""A text as its reader sees it: blocks of words, each letter with its place in the source.

Each reader of a format fills a `DraftWriter`, which gives the draft that the checker reads.
"""

from __future__ import annotations

from bisect import bisect_right

from kzfr_cli.core.record import record
from kzfr_cli.proofreading.texts.places import Places

BLOCK_GAP = "\n\n"
"""What stands in the text between two blocks: no sentence goes on beyond it."""

ROW_GAP = "\n"
"""What stands in the text between two rows of a table."""

CELL_GAP = "\t"
"""What stands between two cells of a row: a sentence may go on beyond it, as in «5 juin 2008 |
Signature»."""

TEXTS = ("plain", "markdown", "html")
"""The markups of sources that are text themselves."""

BODY = "body"
REGIONS = (
    BODY,
    "box",
    "footnote",
    "endnote",
    "header",
    "footer",
    "page",
    "slide",
    "slide-notes",
)
"""Where a block stands: in the running text, beside it, or on a page."""

KINDS = (
    "title",
    "heading",
    "paragraph",
    "item",
    "columns",
    "row",
    "caption",
)
"""The kinds of blocks; `columns` is the row that names the columns of a table."""

ROWS = ("columns", "row")
"""The kinds of blocks that are rows of a table."""

LEFT_OUT = (
    "deleted",
    "struck-out",
    "hidden",
    "comment",
    "code",
    "address",
    "mark",
)
"""What is left out on purpose; a mark is the number of a note."""


@record
class TextBlock:
    """A paragraph, a heading, an item of a list or a row of a table: from `first` up to `last` in
    the text.

    `level` is that of a heading (1 is the highest) or the depth of an item; `heading` the place in
    `Draft.blocks` of the heading that it stands under, None under none; `number` counts the blocks
    of its kind under that heading (from 1); `region_number` is that of its footnote, page or slide
    (from 1); `cells` are the stretches of the cells of a row.
    """

    kind: str
    first: int
    last: int
    level: int = 0
    heading: int | None = None
    number: int = 0
    region: str = BODY
    region_number: int = 0
    cells: tuple[tuple[int, int], ...] = ()


@record
class Part:
    """What was not read of a source: why (a code), its name or number, how often, and on which
    line first (0: none)."""

    code: str
    name: str = ""
    count: int = 1
    line: int = 0


@record
class Draft:
    """A text to check: what is read, where each letter stands in the source, what the text says of
    itself.

    `published` is the date that the text declares, `created` the day on which its document was
    made, both in EDTF or empty; `charset` is how its bytes were read (empty for what holds none of
    its own); `unread` are the parts that a reader sees and that could not be read, `left_out`
    those that are left out on purpose.
    """

    path: str
    text: str
    source: str
    places: Places
    line_starts: tuple[int, ...]
    blocks: tuple[TextBlock, ...] = ()
    published: str = ""
    created: str = ""
    language: str = ""
    charset: str = ""
    markup: str = "plain"
    unread: tuple[Part, ...] = ()
    left_out: tuple[Part, ...] = ()

    @property
    def is_document(self) -> bool:
        """Whether its lines are those of its paragraphs only, and no editor shows them."""
        return self.markup not in TEXTS

    def span(
        self,
        start: int,
        end: int,
    ) -> tuple[int, int]:
        """The stretch of the source that shows a stretch of the text, in characters from 0."""
        begun = self.places.start(start)
        return begun, max(begun, self.places.end(end)) if end > start else begun

    def place(self, offset: int) -> tuple[int, int]:
        """The line and the column of an offset in the text, both from 1, the column in
        characters."""
        return self.position(self.places.start(offset))

    def position(self, where: int) -> tuple[int, int]:
        """The line and the column of an offset in the source, both from 1, the column in
        characters."""
        line = bisect_right(self.line_starts, where)
        return line, where - self.line_starts[line - 1] + 1

    def byte_column(
        self,
        line: int,
        column: int,
    ) -> int:
        """The column of a place in bytes of UTF-8, from 1."""
        begun = self.line_starts[line - 1]
        before = self.source[begun : begun + column - 1]
        return len(before.encode("utf-8", "surrogatepass")) + 1

    def block_at(self, offset: int) -> TextBlock | None:
        """The block in which an offset of the text stands; None between two."""
        index = bisect_right(self.blocks, offset, key=lambda block: block.first) - 1
        if index < 0 or offset >= self.blocks[index].last:
            return None
        return self.blocks[index]

    def heading_of(self, block: TextBlock) -> TextBlock | None:
        """The heading under which a block stands; of a heading, the higher one."""
        if block.heading is None:
            return None
        return self.blocks[block.heading]

    def words(self, block: TextBlock) -> str:
        """The text of a block."""
        return self.text[block.first : block.last]
