"""Find what tells a year by how long it was before another: «годом раньше», "the year before"."""

from __future__ import annotations

from collections.abc import Iterator

from kzfr_cli.core.record import record
from kzfr_cli.proofreading import durations
from kzfr_cli.proofreading.text import Sentence

BACK = frozenset(("earlier", "ago"))
"""The forms of a number of years that lead to one before."""


@record
class Backward:
    """A number of years back, with its first and last tokens."""

    years: int
    first: int
    last: int
    is_from_today: bool = False


def backward(sentence: Sentence) -> Iterator[Backward]:
    """The numbers of years back that a sentence tells."""
    for each in durations.find(sentence.text):
        is_here = sentence.first <= each.first < sentence.last
        if is_here and each.unit == "year" and each.form in BACK:
            yield Backward(
                years=int(each.number),
                first=each.lead,
                last=each.behind,
                is_from_today=each.form == "ago",
            )
    if sentence.says_phrase("year_before"):
        yield from of_phrases(sentence)


def of_phrases(sentence: Sentence) -> Iterator[Backward]:
    """The years before that a sentence tells in a phrase without a number."""
    text = sentence.text
    for place in range(sentence.first, sentence.last - 1):
        if text.after(place - 1, 2) in text.phrases("year_before"):
            yield Backward(years=1, first=place, last=place + 1)
