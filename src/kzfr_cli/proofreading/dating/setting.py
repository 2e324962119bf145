"""Read how a date is set in its text: alone, as a heading of what stands under it, or marked as
one that is refused.
"""

from __future__ import annotations

import re

from kzfr_cli.proofreading.moments import Moment
from kzfr_cli.proofreading.text import ITEM, Text

FEW = 2
"""Words that a heading may say beside its date: "in the year", «(incertain)»."""

ID = re.compile(r"[a-z][a-z0-9]*(?:-[a-z0-9]+){3,}\Z")
"""What an id of the database looks like, up to the date in it."""

MARKING = 2
"""Words of the longest mark: «теріске шығарылған»."""


def is_apart(text: Text, moment: Moment) -> bool:
    """Return whether a date has a block of its own, but for a few words, and another block follows:
    «## 1966», "├ December (uncertain)".
    """
    return is_first(text, moment) and ends_line(text, moment)


def is_lead(text: Text, moment: Moment) -> bool:
    """Return whether a date, but for a few words, opens a block whose next sentence tells what it
    is of: "approved: 22 January 2026. Kazakhstan's Senate …".
    """
    return is_first(text, moment) and not ends_line(text, moment)


def is_first(text: Text, moment: Moment) -> bool:
    """Return whether the sentence of a date opens a block, says little else, and has one behind
    it.
    """
    sentence = text.sentence(moment.first)
    others = sentence.last - sentence.first - (moment.last + 1 - moment.first)
    if others > FEW or sentence.is_row or sentence.following is None:
        return False
    return opens_block(text, sentence.first)


def ends_line(text: Text, moment: Moment) -> bool:
    """Return whether the sentence of a date ends its line."""
    return "\n" in text.gap(text.sentence(moment.first).last - 1)


def opens_block(text: Text, place: int) -> bool:
    """Return whether a token is the first of the text, of a block, or of a line with the sign of a
    heading or an item.
    """
    if place == 0:
        return True
    gap = text.gap(place - 1)
    return gap.count("\n") > 1 or bool(ITEM.search(gap))


def is_of_id(text: Text, moment: Moment) -> bool:
    """Return whether a date stands in an id, which is no word: "trade-partner-rank-kz-2015-11"."""
    start = text.starts[moment.first]
    begun = max(text.plain.rfind(sign, 0, start) for sign in " \n[(") + 1
    return ID.match(text.text, begun, text.ends[moment.last]) is not None


def is_refused(text: Text, moment: Moment) -> bool:
    """Return whether brackets behind a date say that it is refused: "22 June 1966 (rejected)"."""
    place = moment.last + 1
    opens = text.gap(moment.last).strip(" .") == "("
    closes = any(text.gap(place + step).startswith(")") for step in range(MARKING))
    return opens and closes and text.has("refused", place)
