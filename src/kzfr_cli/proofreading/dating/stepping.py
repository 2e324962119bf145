"""Tell whether a date is that of the step which the text names, not of another beside it."""

from __future__ import annotations

from kzfr_cli.proofreading import judging
from kzfr_cli.proofreading.dating.limits import FEW_DAYS, HALF
from kzfr_cli.proofreading.dating.listed import ListedDate
from kzfr_cli.proofreading.judging import AGREE, DateMatch
from kzfr_cli.proofreading.linking import Link, Links

FITTING = AGREE | {judging.COARSE, judging.PARTIAL}
"""How a date stands to one that it does not miss."""


class SteppedDate(ListedDate):
    """A date that agrees with an event, perhaps as another step than the one that is told."""

    def is_of_step_elsewhere(
        self,
        links: Links,
        match: DateMatch,
    ) -> bool:
        """Return whether the date is that of the very step which the verb beside it names, of
        another event that may be meant, though only a source gives it.
        """
        if not self.beside or match.dated.kind == self.beside:
            return False
        return any(
            each.dated.kind == self.beside and each.relation in AGREE
            for link in links
            if link.score >= links[0].score * HALF
            for each in self.matched(link.frame, ("disputed", "rejected"))
        )

    def is_refuted_as_told(
        self,
        link: Link,
        match: DateMatch,
    ) -> bool:
        """Return whether the date is that of an announcement, which the text does not tell, and
        the record refutes that it is the event's own.
        """
        if match.dated.kind != "announced" or self.asked == "announced":
            return False
        return any(
            each.status in ("disputed", "rejected") and each.value == match.dated.value
            for each in link.frame.dates
        )

    def is_step_missed(
        self,
        link: Link,
        match: DateMatch,
    ) -> bool:
        """Return whether the verb beside the date names a step that the event has on another
        day.
        """
        if not self.beside or match.dated.kind == self.beside:
            return False
        if judging.days_of(match.dated.date) < FEW_DAYS:
            return False
        firm = [each for each in link.frame.dates if each.is_firm]
        own = [each for each in firm if each.kind == self.beside]
        if not own:
            return False
        return FITTING.isdisjoint(map(self.compare, own))
