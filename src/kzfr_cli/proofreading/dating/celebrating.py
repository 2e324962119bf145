"""Judge the day of a celebration: that of the event, in any later year."""

from __future__ import annotations

from datetime import date

from kzfr_cli.core import edtf
from kzfr_cli.core.record import replace
from kzfr_cli.proofreading import judging
from kzfr_cli.proofreading.case import Finding
from kzfr_cli.proofreading.dating.agreeing import AgreeingDate
from kzfr_cli.proofreading.dating.limits import (
    COMPONENTS,
    HALF,
    LIKELY,
)
from kzfr_cli.proofreading.frames import Dated
from kzfr_cli.proofreading.judging import AGREE
from kzfr_cli.proofreading.linking import Link


class CelebratedDate(AgreeingDate):
    """A date that may be that of a celebration."""

    def is_near_another(self, links: list[Link]) -> bool:
        """Return whether the date is, but for a component, that of another event that may be meant."""
        near = (*AGREE, *COMPONENTS)
        return self.moment.kind in ("day", "span") and any(
            judging.compare(self.moment, dated) in near
            for link in links
            if link.score >= links[0].score * HALF and not self.is_celebration(link.frame)
            for dated in self.relevant(link.frame)
            if dated.status in ("preferred", "accepted")
        )

    def celebrated(self, links: list[Link]) -> Finding:
        """The verdict on the day of a celebration: that of the event, in any year; never a wrong date of it."""
        link, moment = links[0], self.moment
        for each in link.frame.dates:
            if each.kind == "celebrated" and judging.compare(moment, each) in AGREE:
                return self.on(
                    self.celebration_finding(each, link), link.frame, each, link.score
                )
        ends = [
            day
            for each in link.frame.dates
            if each.kind != "celebrated"
            for day in judging.ends_of(edtf.parse(each.value))
        ]
        if (
            moment.kind != "day"
            or moment.earliest is None
            or not ends
            or link.score < LIKELY
        ):
            return self.unknown("no-event", link)
        mine = (moment.earliest.month, moment.earliest.day)
        if any((day.month, day.day) == mine for day in ends):
            found = self.finding(
                "supported",
                "right-date",
                of=link.frame.preferred.value,
                kind=link.frame.preferred.kind,
            )
            return self.on(found, link.frame, link.frame.preferred, link.score)
        if moment.relative or not self.is_announced(link, mine, ends[0]):
            return self.unknown("no-event", link)
        due = ends[0].replace(year=moment.earliest.year) if ends[0].day < 29 else ends[0]
        found = self.finding(
            "contradicted",
            "wrong-day",
            of=link.frame.preferred.value,
            due=due.isoformat(),
            day=moment.text,
        )
        return self.on(
            replace(found, expected=due.isoformat()),
            link.frame,
            link.frame.preferred,
            link.score,
        )

    def celebration_finding(self, dated: Dated, link: Link) -> Finding:
        """The finding on a day on which a source places the celebration."""
        right = link.frame.preferred
        if dated.status == "disputed":
            return self.finding(
                "disputed", "disputed-date", of=right.value, kind=right.kind, day=dated.value
            )
        return self.finding("supported", "right-date", of=dated.value, kind=dated.kind)

    def is_announced(self, link: Link, mine: tuple[int, int], day: date) -> bool:
        """Return whether a day is said to be the anniversary itself, and is one component off."""
        near = (mine[0] == day.month) != (mine[1] == day.day)
        numbered = self.sentence.number in self.trial.jubilees
        return (
            near
            and numbered
            and link.score >= 0.45
            and bool(self.claim.first - self.sentence.first <= 3)
        )
