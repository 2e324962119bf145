"""Tell by its ordinal which edition of something a text means: «le quinzième Printemps de la
Francophonie».
"""

from __future__ import annotations

from kzfr_cli.proofreading import numbers
from kzfr_cli.proofreading.case import Case
from kzfr_cli.proofreading.dating.limits import WITHOUT
from kzfr_cli.proofreading.frames import Frame
from kzfr_cli.proofreading.linking import Links
from kzfr_cli.proofreading.moments import Moment


def chosen(case: Case, links: Links) -> Links:
    """Links, those of other editions behind the one that the text numbers."""
    editions = {link.frame.edition for link in links}
    said = ordinals(case) & editions if editions != {0} else set()
    if not said:
        return links
    found = [
        link
        if link.frame.edition in said or not link.frame.edition
        else link.expected(link.prior * WITHOUT)
        for link in links
    ]
    return sorted(found, key=lambda link: (-link.score, link.id))


def is_of_another(
    case: Case,
    frame: Frame,
    moment: Moment,
) -> bool:
    """Return whether a date may be that of another edition of what comes again: it is of a year in
    which this one was not, and the text does not number it.
    """
    if not frame.of or any(each.id == frame.of for each in case.frames.family(frame)):
        return False
    if moment.year is None or frame.edition in ordinals(case):
        return False
    return all(each.date.year != moment.year for each in frame.dates)


def ordinals(case: Case) -> set[int]:
    """The ordinals of a claim's part of the sentence, but those of the claim itself."""
    begun, ended = case.cell
    inside = range(case.first, case.last + 1)
    said = [numbers.at(case.text, place) for place in range(begun, ended)]
    return {
        int(each.value)
        for each in said
        if each and each.is_ordinal and each.first not in inside
    }
