"""Tell what parts of a sentence are but a time: a date alone, or how long ago something was."""

from __future__ import annotations

from collections.abc import Iterable

from kzfr_cli.proofreading import durations
from kzfr_cli.proofreading.text import Span, Text

SMALL = 2
"""Words beside a date with which a clause still tells nothing but the date: «Le 5 juin 2008 :
…».
"""


def opening_times(text: Text) -> dict[int, list[Span]]:
    """The tokens that open a part of a sentence and say how long ago it was, by its number."""
    found: dict[int, list[Span]] = {}
    for each in durations.find(text):
        sentence = text.sentence(each.lead)
        if each.form == "ago" and sentence.cell(each.lead)[0] == each.lead:
            found.setdefault(sentence.number, []).append((each.lead, each.behind))
    return found


def is_date_only(begun: int, ended: int, spans: Iterable[Span]) -> bool:
    """Return whether some tokens are but a date."""
    held = sum(last + 1 - first for first, last in spans if begun <= first and last < ended)
    if held <= 0:
        return False
    return ended - begun - held <= SMALL


def is_opening(
    clause: Span,
    lone: int | None,
    spans: Iterable[Span],
    ago: Iterable[Span],
) -> bool:
    """Return whether a clause, with the `lone` time before it, says but when what follows was."""
    begun, ended = clause
    if lone is None:
        return is_date_only(begun, ended, ago)
    return bool(ago) and is_date_only(lone, ended, [*spans, *ago])
