"""Find the event whose number a text tells by its day: of those of the days and months that a
sentence gives, the only one that tells a number of that thing.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from kzfr_cli.proofreading import judging
from kzfr_cli.proofreading.dating.reading import ReadDate
from kzfr_cli.proofreading.frames import FIRM, Frame
from kzfr_cli.proofreading.linking import Link
from kzfr_cli.proofreading.moments import Moment
from kzfr_cli.proofreading.trial import Trial

TELLING = frozenset(("day", "span", "list", "month"))
"""The kinds of dates that few events have."""

SAME = frozenset((judging.EQUAL, judging.INSIDE))
"""How a date stands to that of an event of which it may be."""


def only(
    trial: Trial,
    moments: Iterable[Moment],
    is_telling: Callable[[Frame], bool],
) -> Link | None:
    """The only event of some dates that tells what is asked for."""
    found = {link.id: link for link in of_dates(trial, moments) if is_telling(link.frame)}
    if len(found) == 1:
        return next(iter(found.values()))
    return None


def of_dates(trial: Trial, moments: Iterable[Moment]) -> Iterator[Link]:
    """The events of some dates of which the words around say anything."""
    for moment in moments:
        dated = trial.cases.get(moment.first)
        if dated is not None and moment.kind in TELLING:
            yield from (link for link in dated.links if is_of(dated, link))


def is_of(dated: ReadDate, link: Link) -> bool:
    """Return whether a date is that of an event."""
    return any(match.relation in SAME for match in dated.matched(link.frame, FIRM))
