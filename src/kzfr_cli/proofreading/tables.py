"""The tables of a text: rows of cells, and what the head of a column says of them."""

from __future__ import annotations

import re

from kzfr_cli.proofreading.text import (
    Sentence,
    Span,
    Text,
)

BAR = re.compile(r"[|\t]")


def head(sentence: Sentence) -> Sentence | None:
    """The first row of the table in which a row stands; None for that row itself, and elsewhere."""
    if not sentence.is_row:
        return None
    heads = sentence.text.heads
    walked = [sentence]
    while walked[-1].number not in heads:
        before = walked[-1].previous
        if before is None or not before.is_row or not joined(before, walked[-1]):
            heads[walked[-1].number] = walked[-1]
        else:
            walked.append(before)
    first = heads[walked[-1].number]
    heads.update((each.number, first) for each in walked)
    return first if first is not sentence else None


def joined(before: Sentence, after: Sentence) -> bool:
    """Return whether two rows belong to one table: no empty line stands between them."""
    text = before.text
    between = text.plain[text.ends[before.last - 1] : text.starts[after.first]]
    return "\n\n" not in between


def column(sentence: Sentence, place: int) -> int:
    """The number of the cell of a row in which a token stands."""
    gaps = sentence.text.gaps[sentence.first : place]
    return empty(sentence) + sum(len(BAR.findall(gap)) for gap in gaps)


def empty(sentence: Sentence) -> int:
    """The number of empty cells with which a row begins; a bar at the very beginning of a line
    parts none.
    """
    text = sentence.text
    start = text.starts[sentence.first]
    before = text.plain[text.plain.rfind("\n", 0, start) + 1 : start]
    return len(BAR.findall(before.lstrip(" ").removeprefix("|")))


def cell(sentence: Sentence, number: int) -> Span:
    """The tokens of a cell of a row."""
    found = [
        place
        for place in range(sentence.first, sentence.last)
        if column(sentence, place) == number
    ]
    if found:
        return (found[0], found[-1] + 1)
    return (sentence.first, sentence.first)


def head_words(text: Text, place: int) -> list[str]:
    """The words at the head of the column in which a token stands."""
    sentence = text.sentence(place)
    top = head(sentence)
    if top is None:
        return []
    first, last = cell(top, column(sentence, place))
    return text.words[first:last]
