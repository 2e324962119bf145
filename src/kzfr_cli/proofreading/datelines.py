"""The line under which a dispatch is sent: «PARIS, 8 oct. – …».

It says where and when the text was written, not where and when something happened.
"""

from __future__ import annotations

from collections.abc import Iterable

from kzfr_cli.core.edtf import PartialDate
from kzfr_cli.proofreading.moments import Moment
from kzfr_cli.proofreading.text import Text

DASHES = frozenset("-–—")
STOPS = frozenset(".:")
NOWHERE = range(0)

ARTICLE = 2
"""Letters of the longest article before a date: «Paris, le 20 mai 2018»."""

AGENCY = 3
"""Words of the longest name of an agency."""

MOST = 4
"""Words of a place before the date of a dispatch."""


def tokens(text: Text, moments: Iterable[Moment], as_of: PartialDate | None) -> range:
    """The tokens of the line of a dispatch: a place, the text's own day, a dash or a stop; none
    where it has no such line.
    """
    first = next(iter(moments), None)
    if first is None or as_of is None or not is_led_by_place(text, first):
        return NOWHERE
    last = with_agency(text, first.last)
    if is_closed(text, last) and is_of_day(first, as_of):
        return range(last + 1)
    return NOWHERE


def with_agency(text: Text, last: int) -> int:
    """The last token of a date, or of the agency in brackets behind it: «7 oct. 2009 (AFP) –»."""
    if text.gap(last).strip(" .") != "(":
        return last
    behind = range(last + 1, last + 1 + AGENCY)
    ends = (place for place in behind if text.gap(place).startswith(")"))
    return next(ends, last)


def is_closed(text: Text, last: int) -> bool:
    """Return whether a dash, a full stop or the end of its line closes what stands before."""
    gap = text.gap(last)
    sign = gap.strip(" )")
    return sign[-1:] in DASHES or sign[:1] in STOPS or "\n" in gap


def is_led_by_place(text: Text, moment: Moment) -> bool:
    """Return whether only a capitalised place stands before a date that opens the text."""
    if not 0 < moment.first <= MOST or not text.is_capital(0):
        return False
    last = moment.first - 1
    is_article = last > 0 and len(text.words[last]) <= ARTICLE and not text.is_capital(last)
    return text.gap(last - is_article).strip() == ","


def is_of_day(moment: Moment, as_of: PartialDate) -> bool:
    """Return whether a date is the text's own day, with or without its year."""
    day = as_of.earliest
    if day is None or as_of.precision != "day":
        return False
    if moment.has_year:
        return moment.earliest == day
    return (moment.month, moment.day) == (day.month, day.day)
