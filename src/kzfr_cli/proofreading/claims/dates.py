"""Judge the dates that a text gives to events."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain

from kzfr_cli.core.record import replace
from kzfr_cli.proofreading import judging
from kzfr_cli.proofreading.case import Claim, Finding
from kzfr_cli.proofreading.dating.accusing import AccusedDate
from kzfr_cli.proofreading.dating.limits import CLOSE_SHARE, LIKELY, THIRD
from kzfr_cli.proofreading.judging import AGREE, DateMatch
from kzfr_cli.proofreading.linking import Link, Links
from kzfr_cli.proofreading.trial import Trial


def find(trial: Trial) -> Iterator[Claim]:
    """Every date of a text as a claim."""
    for moment in trial.moments:
        kind = "impossible-date" if moment.impossible else "date"
        if moment.kind != "weekday":
            yield Claim(
                kind=kind,
                first=moment.first,
                last=moment.last,
                moment=moment,
            )


def prepare(trial: Trial, claims: list[Claim]) -> None:
    """Find first which dates agree with events, so that no other date of their sentences is held
    against these.
    """
    for claim in claims:
        case = trial.cases[claim.first] = DateCase(trial, claim)
        if claim.kind == "date" and not case.unasked():
            case.register()


def judge(trial: Trial, claim: Claim) -> Finding:
    """Judge the date of an event."""
    case: DateCase = trial.cases[claim.first]
    return case.judge()


class DateCase(AccusedDate):
    """A date on trial."""

    def judge(self) -> Finding:
        """The verdict on the date."""
        if self.moment.impossible:
            return self.impossible()
        if self.first in self.trial.dateline:
            return self.unknown("no-event")
        if why := self.unasked():
            return self.unknown(why)
        links = [link for link in self.links if not self.is_foreign(link.frame)]
        found = self.of_events(links) if links else self.unknown("no-event")
        if self.is_heading and found.verdict == "contradicted":
            return self.unknown("no-event")
        return found

    def of_events(self, links: Links) -> Finding:
        """The verdict by the events that may be meant: by their celebration, or by themselves."""
        if self.may_celebrate(links):
            if not self.is_near_another(links):
                return self.celebrated(links)
            links = [link for link in links if not self.is_celebration(link.frame)]
        return (
            self.by_years(links)
            or self.by_record(links)
            or self.told(links)
            or self.accuse(links)
        )

    def by_record(self, links: Links) -> Finding | None:
        """The finding on a date that the database gives an event, agreed or not, or None."""
        best = links[0].score
        agreed = self.agreeing(links, best)
        if agreed is None or agreed.verdict == "unknown":
            agreed = self.slip_of_years(links) or agreed
        if agreed is not None and agreed.verdict == "supported":
            return self.likelier(links[0], agreed) or agreed
        return self.recorded(links, best) or agreed

    def likelier(
        self,
        best: Link,
        agreed: Finding,
    ) -> Finding | None:
        """The finding on a date that a source gives the likeliest event, where another that is
        less likely agrees: it was then, or was within it.
        """
        if agreed.event == best.id or self.unasserted():
            return None
        exact = self.moment.is_day or agreed.facts.get("of") == self.moment.text
        if exact and agreed.score >= best.score * CLOSE_SHARE:
            return None
        given = self.given_by_source(best)
        if given is None or self.is_firm_of(best):
            return None
        return self.refuse(best, given, is_reported=True)

    def given_by_source(self, link: Link) -> DateMatch | None:
        """The very date as a source gives it an event, which the database does not hold for
        right, or None.
        """
        matched = self.matched(link.frame, ("disputed", "rejected"))
        equal = (each for each in matched if each.relation == judging.EQUAL)
        return next(equal, None)

    def is_firm_of(self, link: Link) -> bool:
        """Return whether the date is one that the database holds for right of an event."""
        matched = self.matched(link.frame, ("preferred", "accepted"))
        agreeing = (each for each in matched if each.relation in AGREE)
        return any(not self.is_refuted_as_told(link, each) for each in agreeing)

    def impossible(self) -> Finding:
        """The finding on a day that its month does not have."""
        moment = self.moment
        found = self.finding(
            "contradicted",
            "impossible-day",
            month=moment.month,
            last=moment.impossible,
            year=moment.year,
        )
        likely = (link for link in self.links if link.score >= LIKELY)
        of_month = filter(self.is_of_month, self.links)
        meant = next(chain(of_month, likely), None)
        return replace(
            found,
            event=meant.id if meant else "",
            score=1.0,
        )

    def is_of_month(self, link: Link) -> bool:
        """Return whether an event that may be meant was in the month of a day that there is not."""
        months = [each.date.month for each in link.frame.dates]
        said = [month for month in months if month and str(month[0]) in self.sentence.words]
        likely = link.score >= self.links[0].score * THIRD
        if not likely:
            return False
        return self.moment.month in {month for _, month in said}
