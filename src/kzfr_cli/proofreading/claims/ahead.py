"""Judge how far ahead something is: «s'ouvre dans deux mois», "in two weeks"."""

from __future__ import annotations

from collections.abc import Iterator

from kzfr_cli.core.edtf import PartialDate
from kzfr_cli.proofreading import thresholds
from kzfr_cli.proofreading.case import Finding
from kzfr_cli.proofreading.claims.elapsing import ElapsedCase
from kzfr_cli.proofreading.frames import Frame
from kzfr_cli.proofreading.linking import Link, Links

SURE = thresholds.of("sure")
LIKELY = thresholds.of("likely")
RIVAL = thresholds.of("rival")
"""Scores from which an event is surely meant and may be, and share of the best from which it
excuses the number.
"""


class AheadCase(ElapsedCase):
    """How far ahead something is, on trial."""

    def judge(self) -> Finding | None:
        """The verdict by the days of what was still to come when the text was written; None where
        it surely means nothing of the kind.
        """
        at = self.trial.as_of
        if at is None or at.precision != "day" or self.attitude():
            return None
        links = self.subjects()
        if not links or links[0].score < LIKELY:
            return None
        right = next(self.fitting(links, at), None)
        if right is not None:
            return right
        if self.may_accuse(links[0]):
            return self.wrong(links[0], links[0].frame.preferred, at)
        return None

    def fitting(self, links: Links, at: PartialDate) -> Iterator[Finding]:
        """The findings on a number that a date of an event that is likely meant makes right."""
        least = links[0].score * RIVAL
        for link in links:
            if link.score < least:
                return
            for dated in self.dates(link.frame):
                if self.fits(at, dated.date):
                    yield self.right(link, dated, at)

    def may_accuse(self, link: Link) -> bool:
        """Return whether an event is surely meant, and the number is one to the day on which it
        is to be.
        """
        if not self.is_named(link, SURE):
            return False
        if self.is_repeated(link) or self.own_dates():
            return False
        return not self.is_limit()

    def is_limit(self) -> bool:
        """Return whether the time is one within which something is due: «d'ici deux mois»."""
        return not self.is_plain() or len(self.text.words[self.first]) == 1

    def may_be_meant(self, frame: Frame) -> bool:
        """Return whether an event is known to the day or month, and was still to come."""
        value = frame.preferred.date
        if value.month is None or value.is_approximate:
            return False
        begun, today = value.earliest, self.today
        if begun is None or today is None:
            return False
        return begun > today and super().may_be_meant(frame)
