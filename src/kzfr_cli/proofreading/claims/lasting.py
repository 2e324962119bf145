"""Judge how long something took by the dates between which the text tells of it: «signé en 1992, il
lui a fallu deux ans pour entrer en vigueur, en 1994», "three months separate the two".
"""

from __future__ import annotations

from itertools import combinations

from kzfr_cli.core.edtf import PartialDate
from kzfr_cli.proofreading import closeness, thresholds
from kzfr_cli.proofreading.case import Finding
from kzfr_cli.proofreading.claims.apposed import ApposedCase, Ends
from kzfr_cli.proofreading.frames import Frame
from kzfr_cli.proofreading.moments import Moment

NEAR = thresholds.count("near")
"""Words around a time among which one says that it was spent."""

SURE = thresholds.of("sure")
RIVAL = thresholds.of("rival")
"""Score from which an event without its date is meant, and share of it that no other may reach."""


class LastingCase(ApposedCase):
    """How long something took, on trial."""

    def judge(self) -> Finding | None:
        """The verdict by the two dates that the text states, else by the first and the last day of
        the event that is surely meant; None where it does not say that the time was spent.
        """
        if not self.is_spent() or self.attitude():
            return None
        stated = self.dates_stated()
        if not stated:
            return self.by_event()
        return self.by_ends(stated) if len(stated) > 1 else None

    def by_ends(self, stated: list[Moment]) -> Finding | None:
        """The verdict by the dates that the text states: by any two, or held against the text by
        the only two.
        """
        pairs = list(map(in_order, combinations(stated, 2)))
        if found := self.fitting(pairs):
            return found
        return self.wrong_from(*pairs[0]) if len(pairs) == 1 else None

    def is_spent(self) -> bool:
        """Return whether a word beside the time says that it was spent, or lies between."""
        return self.words.any("spent_time", self.words_around(NEAR, NEAR))

    def dates_stated(self) -> list[Moment]:
        """The dates of the sentence, those without a year in that of the one before; else those of
        the sentence behind it, or before it.
        """
        own = self.dates_told()
        if own:
            return self.completed(own)
        for beside in (self.sentence.following, self.sentence.previous):
            if beside is not None and not beside.is_row:
                found = list(filter(self.may_end, self.trial.moments_of(beside)))
                if len(found) > 1:
                    return self.completed(found)
        return []

    def completed(self, moments: list[Moment]) -> list[Moment]:
        """Dates, but those without a year that nothing tells."""
        told = any(each.has_year for each in moments)
        return [each for each in moments if each.has_year or told or self.is_exact(each)]

    def by_event(self) -> Finding | None:
        """The finding on a number that is that from the first to the last day of the event which
        is surely meant.
        """
        frame = self.sole()
        ends = ends_of(frame.preferred.date) if frame else None
        if frame is None or ends is None or not closeness.is_possible(self.claim, *ends):
            return None
        return self.on(self.agreement(ends[0], "", ends[1]), frame, frame.preferred, 1.0)

    def sole(self) -> Frame | None:
        """The event that the sentence surely means, without a rival."""
        links = self.subjects()
        if not links or links[0].score < SURE:
            return None
        is_rival = len(links) > 1 and links[1].score >= links[0].score * RIVAL
        return None if is_rival else links[0].frame


def ends_of(value: PartialDate) -> tuple[PartialDate, PartialDate] | None:
    """The first and the last day or month of an interval, or None."""
    start, end = value.start, value.end
    if start is None or end is None or not (start.month and end.month):
        return None
    return start, end


def in_order(ends: tuple[Moment, ...]) -> Ends:
    """Two dates, the earlier first."""
    first, last = sorted(ends, key=lambda each: each.date.sort_key())
    return first, last
