"""Find the event whose number a text tells by its day: of those of the days and months that a
sentence gives, the only one that tells a number of that thing.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from kzfr_cli.proofreading import judging
from kzfr_cli.proofreading.linking import Link

if TYPE_CHECKING:
    from kzfr_cli.proofreading.claims.measured import MeasuredCase
    from kzfr_cli.proofreading.dating.reading import ReadingDate

TELLING = frozenset(("day", "span", "month"))
"""The kinds of dates that few events have."""

SAME = frozenset((judging.EQUAL, judging.INSIDE))
"""How a date stands to that of an event of which it may be."""


def only(case: MeasuredCase) -> Link | None:
    """The only event of the dates of the sentence that firmly tells a number of the thing."""
    found = {link.id: link for link in of_dates(case) if is_telling(case, link)}
    if len(found) == 1:
        return next(iter(found.values()))
    return None


def of_dates(case: MeasuredCase) -> Iterator[Link]:
    """The events of the dates of the sentence of which its words say anything."""
    for moment in case.moments:
        dated = case.trial.cases.get(moment.first)
        if dated is not None and moment.kind in TELLING:
            yield from (link for link in dated.links if is_of(dated, link))


def is_of(dated: ReadingDate, link: Link) -> bool:
    """Return whether a date is that of an event."""
    firm = dated.matched(link.frame, ("preferred", "accepted"))
    return any(match.relation in SAME for match in firm)


def is_telling(case: MeasuredCase, link: Link) -> bool:
    """Return whether an event may be told in the text, and tells a number of the thing."""
    if not case.may_tell(link.frame):
        return False
    return any(map(case.is_comparable, link.frame.numbers))
