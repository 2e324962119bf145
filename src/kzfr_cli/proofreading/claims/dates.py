"""Judge the dates that a text gives to events."""

from __future__ import annotations

from collections.abc import Iterator

from kzfr_cli.core.record import replace
from kzfr_cli.proofreading.case import Claim, Finding
from kzfr_cli.proofreading.dating.accusing import AccusedDate
from kzfr_cli.proofreading.trial import Trial


def find(trial: Trial) -> Iterator[Claim]:
    """Every date of a text as a claim."""
    for moment in trial.moments:
        kind = "impossible-date" if moment.impossible else "date"
        if moment.kind != "weekday":
            yield Claim(kind=kind, first=moment.first, last=moment.last, moment=moment)


def prepare(trial: Trial, claims: list[Claim]) -> None:
    """Find first which dates agree with events, so that no other date of their sentences is held against these."""
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
        if why := self.unasked():
            return self.unknown(why)
        links = [link for link in self.links if not self.is_foreign(link.frame)]
        if not links:
            return self.unknown("no-event")
        best = links[0].score
        if self.may_celebrate(links):
            if not self.is_near_another(links):
                return self.celebrated(links)
            links = [link for link in links if not self.is_celebration(link.frame)]
            best = links[0].score
        if self.moment.kind in ("list", "span") and len(self.moment.values) > 1:
            found = self.by_years(links)
            if found is not None:
                return found
        agreed = self.agreeing(links, best)
        if agreed is None or agreed.verdict == "unknown":
            agreed = self.slip_of_years(links) or agreed
        recorded = self.recorded(links, best)
        if recorded is not None and (agreed is None or agreed.verdict != "supported"):
            return recorded
        return agreed or self.told(links) or self.accuse(links)

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
        return replace(found, event=self.links[0].frame.id if self.links else "", score=1.0)
