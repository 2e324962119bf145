"""Cut a long text into portions that are checked one after the other, so that a book takes no more
memory than a chapter.
"""

from __future__ import annotations

from collections.abc import Iterator

from kzfr_cli.core.record import pair
from kzfr_cli.proofreading.texts.draft import BLOCK_GAP

LONGEST = 200_000
"""Characters of a portion: sixty pages, whose claims hardly refer to those of others."""


@pair
class Portion:
    """A stretch of a text and where it begins."""

    start: int
    text: str


def portions(text: str) -> Iterator[Portion]:
    """The portions of a text, cut between two blocks, or within one that is longer than a
    portion.
    """
    start = 0
    while start < len(text):
        end = _end(text, start)
        yield Portion(start, text[start:end])
        start = end


def _end(text: str, start: int) -> int:
    last = start + LONGEST
    if last >= len(text):
        return len(text)
    for gap in (BLOCK_GAP, " "):
        end = text.rfind(gap, start + LONGEST // 2, last)
        if end >= 0:
            return end + len(gap)
    return last
