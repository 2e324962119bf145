"""The sentence around a stretch of a text, as far as it is needed to find it again."""

from __future__ import annotations

import re

from kzfr_cli.core.record import pair
from kzfr_cli.languages import letters
from kzfr_cli.proofreading.texts.draft import Draft

SENTENCE_END = re.compile(
    rf"(?<![\s.][{letters.UPPER}])(?<=\S\S)[.!?…]+[»”\")\]]*\s+(?=[\W\d]*[{letters.UPPER}])|\n\n"
)
"""Where a sentence ends; the point after an initial ends none."""

LONGEST_SIDE = 120
"""Characters of an excerpt on either side of its subject: it fills three lines of a terminal."""

CUT = "…"


@pair
class Excerpt:
    """What stands before a stretch in its sentence and after it, on one line."""

    before: str
    after: str


def around(
    draft: Draft,
    start: int,
    end: int,
) -> Excerpt:
    """What stands around a stretch in its sentence; a long one is cut at words."""
    block = draft.block_at(start)
    first, last = (block.first, block.last) if block else (start, end)
    for found in SENTENCE_END.finditer(draft.text, first, last):
        if found.end() <= start:
            first = found.end()
        elif found.start() >= end:
            last = found.end()
            break
    return Excerpt(
        _before(draft.text[first:start]), _after(draft.text[end : max(last, end)])
    )


def _before(text: str) -> str:
    if len(text) > LONGEST_SIDE:
        text = f"{CUT} {text[-LONGEST_SIDE:].partition(' ')[2]}"
    return _on_one_line(text)


def _after(text: str) -> str:
    if len(text) > LONGEST_SIDE:
        text = f"{text[:LONGEST_SIDE].rpartition(' ')[0]}{CUT}"
    return _on_one_line(text.rstrip())


def _on_one_line(text: str) -> str:
    """A text whose lines follow each other, and whose cells are told apart by a bar."""
    return text.replace("\t", " | ").replace("\n", " ")
