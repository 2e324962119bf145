"""Judge how long it has been since what the text has just dated: «… le 11 juin 2008. Depuis lors,
dix-huit ans ont passé», «содан бері он бес жыл өтті».
"""

from __future__ import annotations

from kzfr_cli.core.edtf import PartialDate
from kzfr_cli.core.record import replace
from kzfr_cli.proofreading import closeness
from kzfr_cli.proofreading.case import Finding
from kzfr_cli.proofreading.claims.elapsing import ElapsedCase
from kzfr_cli.proofreading.moments import Moment


class SinceThenCase(ElapsedCase):
    """How long it has been since a date of the text, on trial."""

    def judge(self) -> Finding | None:
        """The verdict by the last date that the text states before the time, and its own; None
        where it does not count from that.
        """
        at = self.trial.as_of
        if at is None or self.attitude() or not self.sentence.says_phrase("since_then"):
            return None
        start = self.start()
        return self.from_date(start, at) if start is not None else None

    def start(self) -> Moment | None:
        """The last date with its year before the time, in its sentence or the one before."""
        before = self.sentence.previous
        dates = self.trial.moments_of(before) if before else []
        known = [each for each in (*dates, *self.moments) if self.may_begin_time(each)]
        return known[-1] if known else None

    def may_begin_time(self, moment: Moment) -> bool:
        """Return whether a date stands before the time, with its year, and is told rightly."""
        if moment.first > self.first or moment.relative or not moment.is_resolved:
            return False
        return moment.has_year and moment.first not in self.trial.wrong_dates

    def from_date(self, start: Moment, at: PartialDate) -> Finding:
        """The verdict by the time from a date to that of the text."""
        meant = [frame for frame, each in self.meant_near if each.first == start.first]
        meant += [link.frame for link in self.subjects()[:1]]
        if closeness.is_possible(self.claim, start.date, at):
            found = self.agreement(start.date, "", at)
        else:
            facts = self.facts(start.date, "", at)
            found = self.finding("contradicted", "wrong-years", **facts)
            found = replace(found, expected=str(facts["elapsed"]))
        return replace(found, event=meant[0].id if meant else "", score=1.0)
