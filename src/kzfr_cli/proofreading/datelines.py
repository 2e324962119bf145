"""The line under which a dispatch is sent: «PARIS, 8 oct. – …».

It says where and when the text was written, not where and when something happened.
"""

from __future__ import annotations

from collections.abc import Iterable

from kzfr_cli.core.edtf import PartialDate
from kzfr_cli.proofreading.moments import Moment
from kzfr_cli.proofreading.text import Text

DASHES = frozenset("-–—")
NOWHERE = range(0)

MOST = 4
"""Words of a place before the date of a dispatch."""


def tokens(text: Text, moments: Iterable[Moment], as_of: PartialDate | None) -> range:
    """The tokens of the line of a dispatch: a place, the text's own day, a dash; none where it
    has no such line.
    """
    first = next(iter(moments), None)
    if first is None or as_of is None or not is_led_by_place(text, first):
        return NOWHERE
    is_closed = text.gap(first.last).strip()[-1:] in DASHES
    return range(first.last + 1) if is_closed and is_of_day(first, as_of) else NOWHERE


def is_led_by_place(text: Text, moment: Moment) -> bool:
    """Return whether only a capitalised place stands before a date that opens the text."""
    if not 0 < moment.first <= MOST or not text.is_capital(0):
        return False
    return text.gap(moment.first - 1).strip() == ","


def is_of_day(moment: Moment, as_of: PartialDate) -> bool:
    """Return whether a date is the text's own day, with or without its year."""
    day = as_of.earliest
    if day is None or as_of.precision != "day":
        return False
    if moment.has_year:
        return moment.earliest == day
    return (moment.month, moment.day) == (day.month, day.day)
