"""Judge the day of a celebration: that of the event, in any later year."""

from __future__ import annotations

from kzfr_cli.core import edtf
from kzfr_cli.core.record import replace
from kzfr_cli.proofreading import judging
from kzfr_cli.proofreading.case import Finding
from kzfr_cli.proofreading.dating.agreeing import AgreeingDate
from kzfr_cli.proofreading.dating.limits import (
    ANNOUNCED,
    COMPONENTS,
    EARLY,
    HALF,
    LIKELY,
)
from kzfr_cli.proofreading.frames import Dated
from kzfr_cli.proofreading.judging import AGREE, MonthDay
from kzfr_cli.proofreading.linking import Link, Links


class CelebratedDate(AgreeingDate):
    """A date that may be that of a celebration."""

    def may_celebrate(self, links: Links) -> bool:
        """Return whether the date may be that of a celebration of an event that is meant."""
        if self.is_celebration(links[0].frame):
            return True
        if not self.says("celebrate"):
            return False
        return any(
            self.is_celebration(link.frame)
            for link in links
            if link.score >= links[0].score * HALF
        )

    def is_near_another(self, links: Links) -> bool:
        """Return whether the date is, but for a component, that of another event that may be
        meant.
        """
        near = (*AGREE, *COMPONENTS)
        if self.moment.kind not in ("day", "span"):
            return False
        return any(
            judging.compare(self.moment, dated) in near
            for link in links
            if link.score >= links[0].score * HALF and not self.is_celebration(link.frame)
            for dated in self.relevant(link.frame)
            if dated.is_firm
        )

    def celebrated(self, links: Links) -> Finding:
        """The verdict on the day of a celebration: that of the event, in any year; never a wrong
        date of it.
        """
        likely = [
            link
            for link in links
            if link.score >= max(links[0].score * HALF, LIKELY)
            and not link.frame.is_celebration
            and self.is_celebration(link.frame)
        ]
        for link in likely:
            if found := self.on_the_day(link):
                return found
        if not likely:
            return self.unknown("no-event", links[0])
        return self.beside_the_day(likely[0])

    def on_the_day(self, link: Link) -> Finding | None:
        """The finding on the day of an event in a later year, or one that a source gives its
        celebration.
        """
        for each in link.frame.dates:
            if each.kind == "celebrated" and self.is_kept_on(each):
                found = self.celebration_finding(each, link)
                return self.on(found, link.frame, each, link.score)
        right = link.frame.preferred
        if self.moment.kind != "day" or self.mine() not in {
            day for day, _ in self.days(link)
        }:
            return None
        return self.right_on(link, right)

    def is_kept_on(self, dated: Dated) -> bool:
        """Return whether the date is that on which a source places the celebration, or its day
        in another year.
        """
        days = [(day.month, day.day) for day in judging.ends_of(dated.date)]
        again = self.moment.kind == "day" and self.mine() in days
        return again or judging.compare(self.moment, dated) in AGREE

    def mine(self) -> MonthDay:
        """The month and the day of the date."""
        day = self.moment.earliest
        if day:
            return (day.month, day.day)
        return (0, 0)

    def days(self, link: Link) -> list[tuple[MonthDay, Dated]]:
        """The months and days of an event with their dates, the one by which it goes first."""
        dates = sorted(link.frame.dates, key=lambda each: each.status != "preferred")
        return [
            ((day.month, day.day), each)
            for each in dates
            if each.kind != "celebrated" and each.status != "rejected"
            for day in judging.ends_of(each.date)
        ]

    def beside_the_day(self, link: Link) -> Finding:
        """The finding on a day of celebration that is not the event's."""
        mine = self.moment.earliest
        near = self.missed(link)
        if (
            mine is None
            or near is None
            or not self.trial.is_specific(link, self.near_units())
        ):
            return self.unknown("no-event", link)
        (month, number), right = near
        last = edtf.last_day(mine.year, month)
        due = mine.replace(
            month=month,
            day=min(number, last),
        ).isoformat()
        found = self.finding(
            "contradicted",
            "wrong-day",
            of=right.value,
            due=due,
            day=self.moment.text,
        )
        return self.on(replace(found, expected=due), link.frame, right, link.score)

    def missed(self, link: Link) -> tuple[MonthDay, Dated] | None:
        """The day of an event that is announced a component off, with its date; None where there is
        none.
        """
        if self.moment.kind != "day" or self.moment.relative:
            return None
        mine = self.mine()
        announced = (
            each for each in self.days(link) if self.is_announced(link, mine, each[0])
        )
        return next(announced, None)

    def celebration_finding(self, dated: Dated, link: Link) -> Finding:
        """The finding on a day on which a source places the celebration."""
        right = link.frame.preferred
        if dated.status == "disputed":
            return self.finding(
                "disputed",
                "disputed-date",
                of=right.value,
                kind=right.kind,
                day=dated.value,
            )
        return self.finding(
            "supported",
            "right-date",
            of=dated.value,
            kind=dated.kind,
        )

    def is_announced(
        self,
        link: Link,
        mine: MonthDay,
        day: MonthDay,
    ) -> bool:
        """Return whether a day is said to be the anniversary itself, and is one component off."""
        if self.says("occasions"):
            return False
        near = (mine[0] == day[0]) != (mine[1] == day[1])
        number = self.sentence.number
        numbered = number in self.trial.jubilees or number in self.trial.counted
        alone = len(self.moments) == 1
        early = self.first - self.sentence.first <= EARLY
        if not near:
            return False
        if not numbered:
            return False
        if link.score < ANNOUNCED:
            return False
        return early or alone
