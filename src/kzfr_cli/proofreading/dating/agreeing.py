"""Return whether a date of a text agrees with that of an event, or with one that was refuted."""

from __future__ import annotations

from kzfr_cli.proofreading import judging
from kzfr_cli.proofreading.case import Finding
from kzfr_cli.proofreading.dating.limits import (
    AGREEING,
    BY_MONTH,
    BY_YEAR,
    CLOSE_SHARE,
    COMING_AGAIN,
    COMPONENTS,
    EDGES,
    FEW_DAYS,
    HALF,
    LIKELY,
    LONG_SHARE,
    MONTH_DAYS,
    RECORDED,
    STEPS,
    SUPPORTS,
    THIRD,
    TOLD,
    WHOLE_LIKENESS,
)
from kzfr_cli.proofreading.dating.stepping import SteppedDate
from kzfr_cli.proofreading.frames import Frame
from kzfr_cli.proofreading.judging import AGREE, DateMatch
from kzfr_cli.proofreading.linking import Link, Links

BESIDE_IT = frozenset((*COMPONENTS, judging.NEAR_MONTHS))
"""How a date without its year differs from that of an event which is nearer to the text."""


class AgreeingDate(SteppedDate):
    """A date that may agree with an event."""

    def register(self) -> None:
        """Remember the event with which the date agrees."""
        links = [link for link in self.links if not self.is_foreign(link.frame)]
        if not links or self.is_celebration(links[0].frame):
            return
        found = self.agreeing(links, links[0].score)
        if found is not None and found.verdict == "supported":
            agreed = self.trial.agreed.setdefault(self.sentence.number, set())
            agreed.add((found.event, str(found.facts.get("of")), self.moment.kind))

    def agreeing(
        self,
        links: Links,
        best: float,
    ) -> Finding | None:
        """The finding on the event that was then, or None where none may be meant: one of that day
        before one that lasted long.
        """
        found = [
            (link, match)
            for link in links
            if link.score >= best * THIRD
            for match in self.matched(link.frame, ("preferred", "accepted"))
            if link.score >= best * self.chance(links[0], match)
        ]
        for link, match in sorted(found, key=lambda pair: self.is_within_long(pair[1])):
            if self.may_agree(links, link, match):
                agreed = self.agree(link, match)
                if agreed.verdict == "supported" or not self.is_within_long(match):
                    return agreed
            if self.may_shield(links, link, match):
                return self.unknown("no-event", link)
        return None

    def may_agree(
        self,
        links: Links,
        link: Link,
        match: DateMatch,
    ) -> bool:
        """Return whether a date is that of an event, and nothing speaks for another."""
        if match.relation not in AGREE or self.is_eclipsed(links, link):
            return False
        if self.is_of_step_elsewhere(links, match) or self.is_refuted_as_told(link, match):
            return False
        if self.is_of_other_visitor(links[0], link):
            return False
        return self.is_timely(link, match) and self.is_owner(links, link, match)

    def is_of_other_visitor(self, best: Link, link: Link) -> bool:
        """Return whether a year or a month is that of the visit of somebody whom its clause does
        not name, where it names who came at another time: «la visite du Président Hollande en
        2015».
        """
        visits = best.frame.category == link.frame.category == "visit"
        if not visits or link is best or self.moment.kind not in ("year", "month"):
            return False
        named = {unit.key for unit, _ in self.own if unit.kind == "person"}
        return bool(named & best.frame.titled) and not named & link.frame.titled

    def is_within_long(self, match: DateMatch) -> bool:
        """Return whether the date is a day of something that lasted long."""
        days = judging.days_of(match.dated.date)
        if match.relation != judging.INSIDE:
            return False
        return days > FEW_DAYS

    def chance(
        self,
        best: Link,
        match: DateMatch,
    ) -> float:
        """Share of the best score from which an event that agrees may be the one meant: the higher,
        the likelier it agrees by accident, as some event does with every year.
        """
        if self.comes_again(best):
            return AGREEING
        value = match.dated.date
        if match.relation == judging.EQUAL and self.moment.kind in ("day", "span"):
            return THIRD
        days = judging.days_of(value)
        if self.moment.kind in ("day", "span") and days <= FEW_DAYS:
            return AGREEING
        if self.moment.kind == "month" or days <= MONTH_DAYS:
            return BY_MONTH
        return BY_YEAR

    def comes_again(self, link: Link) -> bool:
        """Return whether another year of the event may be another event: what is founded or
        signed is so once.
        """
        frame = link.frame
        again = frame.category in COMING_AGAIN and not frame.once
        if not again:
            return False
        return frame.preferred.kind == "occurred"

    def is_owner(
        self,
        links: Links,
        link: Link,
        match: DateMatch,
    ) -> bool:
        """Return whether a day within something long is not rather a slip of a likelier event."""
        if link is links[0] or match.relation == judging.EQUAL:
            return True
        if judging.days_of(match.dated.date) <= FEW_DAYS:
            return True
        return not self.is_known_closer(links[0].frame)

    def may_shield(
        self,
        links: Links,
        link: Link,
        match: DateMatch,
    ) -> bool:
        """Return whether an event that the date fits loosely is as likely as the best, or that
        one no nearer.
        """
        if match.relation not in (judging.COARSE, judging.PARTIAL):
            return False
        if self.is_known_closer(link.frame):
            return False
        closer = self.closest(links)
        if closer is None:
            return True
        if self.moment.kind == "span" and judging.days_of(match.dated.date) <= 1:
            return False
        return link is closer or link.score >= closer.score * CLOSE_SHARE

    def closest(self, links: Links) -> Link | None:
        """The likeliest of the events that come near the best, of which the date is a slip."""
        near = (link for link in links if link.score >= links[0].score * CLOSE_SHARE)
        return next((link for link in near if self.is_known_closer(link.frame)), None)

    def is_eclipsed(
        self,
        links: Links,
        link: Link,
    ) -> bool:
        """Return whether the best event is said as a whole and a component off, and this one
        agrees by its month.
        """
        best = links[0]
        whole = best.likeness > WHOLE_LIKENESS and link.score < best.score * HALF
        if whole and self.moment.kind == "month":
            return self.is_known_closer(best.frame)
        return link is not best and self.is_year_beside(best)

    def is_year_beside(self, best: Link) -> bool:
        """Return whether a mere year lies beside that of an event which is said as a whole."""
        if self.moment.kind != "year":
            return False
        if best.likeness <= WHOLE_LIKENESS:
            return False
        own = self.matched(best.frame, ("preferred",))
        return any(each.relation == judging.NEAR_YEARS for each in own)

    def is_timely(
        self,
        link: Link,
        match: DateMatch,
    ) -> bool:
        """Return whether a date without its year may be that of an event of another year:
        nothing was nearer.
        """
        moment = self.moment
        value = match.dated.date
        if moment.has_year or moment.around is None or judging.is_that_year(moment, value):
            return True
        return not any(
            near.relation in BESIDE_IT and judging.is_that_year(moment, near.dated.date)
            for other in self.links
            if other.score >= link.score * CLOSE_SHARE
            for near in self.matched(other.frame, ("preferred", "accepted"))
        )

    def is_other_step_told(self, frame: Frame) -> bool:
        """Return whether the verb beside the date tells a step that an event has, and no clause in
        which the event tells that date says so: «signé le 20 juin 2018», when it was voted.
        """
        firm = {each.kind for each in frame.dates if each.is_firm}
        if self.beside not in firm:
            return False
        words = [
            self.text.words[place]
            for place in range(*self.clause)
            if self.beside in self.steps_at(place)
        ]
        acts = {f"@{kind}" for word in words for kind in self.words.types(word)}
        same = (each for each in frame.clauses if each.value == self.moment.text)
        return all(each.whole.isdisjoint(acts) for each in same)

    def told(self, links: Links) -> Finding | None:
        """The finding on a date that the event itself tells, beside its own, or None."""
        moment = self.moment
        if (
            not moment.has_year
            or moment.kind not in ("day", "month", "span")
            or self.asked in STEPS
        ):
            return None
        for link in links:
            if link.score < links[0].score * HALF or link.score < TOLD:
                break
            if self.is_other_step_told(link.frame):
                continue
            if moment.text in link.frame.summary_dates:
                found = self.finding("supported", "told-date", day=moment.text)
                return self.on(found, link.frame, link.frame.preferred, link.score)
        return None

    def agree(
        self,
        link: Link,
        match: DateMatch,
    ) -> Finding:
        """The finding on a date that agrees with that of an event."""
        least = max(
            SUPPORTS.get(self.moment.kind, LIKELY), self.links[0].score * self.share(match)
        )
        if link.score < least or self.is_lasting(match) or self.is_step_missed(link, match):
            return self.unknown("no-event", link)
        if self.is_during_likelier(link):
            return self.unknown("no-event", link)
        self.trial.mean(self.sentence, link.frame, self.moment)
        found = self.finding(
            "supported",
            "right-date",
            of=match.dated.value,
            kind=match.dated.kind,
        )
        return self.on(found, link.frame, match.dated, link.score)

    def is_lasting(self, match: DateMatch) -> bool:
        """Return whether a day is one of many on which something went on: that confirms none but
        the first and the last.
        """
        if self.moment.kind != "day" or not self.is_within_long(match):
            return False
        value = match.dated.date
        if judging.days_of(value) <= MONTH_DAYS:
            return False
        return not any(judging.is_on(self.moment, day) for day in judging.ends_of(value))

    def is_during_likelier(self, link: Link) -> bool:
        """Return whether a likelier event went on then, of which the date may be a wrong end."""
        if self.asked not in EDGES:
            return False
        return any(
            other.score > link.score and self.is_within_long(match)
            for other in self.links
            for match in self.matched(other.frame, ("preferred", "accepted"))
        )

    def share(self, match: DateMatch) -> float:
        """Share of the best score from which an event that agrees is the one meant, by how exact
        the date is.
        """
        if match.relation == judging.EQUAL and self.moment.kind in ("day", "span"):
            return THIRD
        value = match.dated.date
        long = (
            value.earliest
            and value.latest
            and (value.latest - value.earliest).days > judging.LONG
        )
        if long and value.precision == "interval":
            return LONG_SHARE
        return CLOSE_SHARE

    def recorded(
        self,
        links: Links,
        best: float,
    ) -> Finding | None:
        """The finding on a date that a source gives and the database does not hold for the right
        one.
        """
        for link in links:
            if link.score < best * HALF or link.score < RECORDED:
                break
            for match in self.matched(link.frame, ("disputed", "rejected")):
                if match.relation in AGREE and self.may_refuse(link, match):
                    return self.refuse(link, match)
                if match.relation == judging.EQUAL and self.says("attributing"):
                    return self.refuse(link, match, is_reported=True)
        return None

    def may_refuse(
        self,
        link: Link,
        match: DateMatch,
    ) -> bool:
        """Return whether the text itself asserts a date that the database holds to be refuted."""
        if match.dated.status == "disputed":
            if not self.moment.has_year and not self.is_of_year(match):
                return False
            firm = self.matched(link.frame, ("preferred", "accepted"))
            return not any(each.relation in AGREE for each in firm)
        if self.unasserted() or self.says("attributing") or self.is_someone_else(link):
            return False
        exact = match.relation == judging.EQUAL and not self.is_of_other(link)
        if not exact:
            return False
        return self.moment.kind != "year" or self.asked == match.dated.kind

    def is_of_year(self, match: DateMatch) -> bool:
        """Return whether a date without its year may be of the year of one of an event."""
        return judging.is_that_year(self.moment, match.dated.date)

    def is_someone_else(self, link: Link) -> bool:
        """Return whether the date is right of another event that may be meant."""
        return any(
            match.relation in AGREE
            for other in self.links
            if other.score >= link.score * THIRD
            for match in self.matched(other.frame, ("preferred", "accepted"))
        )

    def refuse(
        self,
        link: Link,
        match: DateMatch,
        is_reported: bool = False,
    ) -> Finding:
        """The finding on a date that is disputed or refuted; one that the text only reports of a
        source is disputed.
        """
        right = link.frame.preferred
        disputed = is_reported or match.dated.status == "disputed"
        found = self.finding(
            "disputed" if disputed else "contradicted",
            "disputed-date" if disputed else "rejected-date",
            of=right.value,
            kind=right.kind,
            day=match.dated.value,
        )
        self.trial.mean(self.sentence, link.frame, self.moment)
        return self.on(found, link.frame, right, link.score)
