"""Judge the number of an anniversary by the event of its sentence that tells of that anniversary:
an accord renewed «pour le 90e anniversaire de l'université».
"""

from __future__ import annotations

from datetime import timedelta

from kzfr_cli.core.edtf import PartialDate
from kzfr_cli.core.record import replace
from kzfr_cli.proofreading import (
    arithmetic,
    judging,
    thresholds,
)
from kzfr_cli.proofreading.case import Finding
from kzfr_cli.proofreading.claims.whose import WhoseCase
from kzfr_cli.proofreading.frames import Frame
from kzfr_cli.proofreading.linking import Link

MEANT = thresholds.of("sure")
RIVAL = thresholds.of("rival")
"""Score from which an event without its date is meant, and share of it that no other may reach."""

LEAST = 5
"""The least number of years that is held against a text: fewer are rather a length."""

WEEKS = 60
"""Days between an event and the text that reports it without its date."""


class CelebratedCase(WhoseCase):
    """An anniversary on trial, as far as an event of its sentence tells of it."""

    def by_teller(self, best: Link | None) -> Finding | None:
        """The verdict by the only number of years that the event of the sentence tells of what is
        celebrated; it is said of that, where it was so many years before.
        """
        frame = self.teller()
        years = self.years_told(frame) if frame else set()
        if frame is None or len(years) != 1 or not self.is_told_by(frame):
            return None
        right = years.pop()
        if self.claim.number == right:
            found = self.finding("supported", "right-number", value=right)
        else:
            found = self.wrong_number(right)
        of = best.frame if best and self.is_before(best.frame, frame, right) else frame
        return self.of(found, of, expected=found.expected)

    def wrong_number(self, right: float) -> Finding:
        """The finding on a number of years that is not the one that the event tells."""
        found = self.finding(
            "contradicted",
            "wrong-number",
            value=right,
            written=self.claim.number,
        )
        return replace(found, expected=f"{right:g}")

    def as_told(self, found: Finding) -> Finding:
        """A finding on a wrong number; said of the event of the sentence, where that tells the
        right one.
        """
        frame = self.teller() if found.verdict == "contradicted" else None
        if frame is None or frame.id == found.event:
            return found
        years = self.years_told(frame)
        if {f"{each:g}" for each in years} != {found.expected}:
            return found
        return self.of(self.wrong_number(years.pop()), frame, expected=found.expected)

    def is_ahead(self, of: PartialDate) -> bool:
        """Return whether the anniversary of a day is still to come in the text's own year."""
        if self.today is None or of.day is None:
            return False
        return arithmetic.same_day(of.day, self.today.year) > self.today

    def teller(self) -> Frame | None:
        """The event of which the sentence tells: the only one of its dates, else the one that all
        its words surely mean.
        """
        meant = {frame.id: frame for frame, _ in self.meant_here}
        if meant:
            return next(iter(meant.values())) if len(meant) == 1 else None
        links = self.trial.links(self.sentence)
        if not links or links[0].score < MEANT:
            return None
        is_rival = len(links) > 1 and links[1].score >= links[0].score * RIVAL
        if is_rival or not self.is_of_these_days(links[0].frame):
            return None
        return links[0].frame

    def is_of_these_days(self, frame: Frame) -> bool:
        """Return whether an event was in the weeks around the text."""
        value = frame.preferred.date
        if value.earliest is None or value.latest is None or self.today is None:
            return False
        weeks = timedelta(days=WEEKS)
        return value.earliest - weeks <= self.today <= value.latest + weeks

    def years_told(self, frame: Frame) -> set[float]:
        """The numbers of years that an event tells, where each is an ordinal, too."""
        told = [each for each in frame.numbers if each.value >= LEAST]
        years = {each.value for each in told if each.unit == "year"}
        ordinals = {each.value for each in told if each.is_ordinal}
        return years if years <= ordinals else set()

    def is_told_by(self, frame: Frame) -> bool:
        """Return whether an event tells all that is said of what is celebrated."""
        units = [unit for unit, _ in self.complement()]
        telling = [unit for unit in units if self.trial.is_telling(unit)]
        if not telling:
            return False
        words = self.text.words
        return all(
            self.frames.level(unit.key, frame) or frame.tells_root(words[unit.first])
            for unit in telling
        )

    def is_before(
        self,
        frame: Frame,
        teller: Frame,
        years: float,
    ) -> bool:
        """Return whether an event was so many years before another."""
        begun, told = frame.preferred.date.year, teller.preferred.date.year
        if begun is None or told is None:
            return False
        return told - begun == years

    def coming_year(self, link: Link) -> int | None:
        """The year in which the very day of an event comes again, where the sentence says that it
        comes: «25 января исполнится 35 лет со дня …».
        """
        today, day = self.today, link.frame.preferred.date.day
        if today is None or day is None or not self.says("coming"):
            return None
        said = [each for each in self.moments if each.kind == "day" and not each.has_year]
        if not any(judging.is_on(each, day) for each in said):
            return None
        return today.year + (arithmetic.same_day(day, today.year) < today)

    def is_carried(self, link: Link) -> bool:
        """Return whether a pronoun opens the sentence, and the dates of the one before mean this
        event alone: «… à la rentrée 2011. Elle a donc soufflé ses dix bougies».
        """
        if not self.text.has("pronouns", self.sentence.first):
            return False
        meant = self.trial.meant.get(self.sentence.number - 1, ())
        return {frame.id for frame, _ in meant} == {link.id}
