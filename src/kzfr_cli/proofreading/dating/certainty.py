"""Say how surely an event is meant by a date that differs from its own, by how it differs."""

from __future__ import annotations

from kzfr_cli.proofreading import judging
from kzfr_cli.proofreading.dating.excusing import ExcusableDate
from kzfr_cli.proofreading.dating.limits import (
    ALONE,
    ALONE_LIKENESS,
    ALONE_SHARE,
    CLEAR,
    COARSE_KINDS,
    COMPONENTS,
    ENOUGH,
    FAR_DAY,
    FAR_OFF,
    FAR_UNASKED,
    MONTH_DAYS,
    MONTH_SURE,
    NEARNESS,
    STANDS_FOR,
    UNMISTAKABLE,
    UNMISTAKABLE_DAY,
    UNMISTAKABLE_LIKENESS,
    UNMISTAKABLE_SHARE,
    WHOLE,
    WHOLE_LIKENESS,
    WHOLE_MONTH,
    YEAR_SURE,
)
from kzfr_cli.proofreading.frames import Frame
from kzfr_cli.proofreading.judging import DateMatch
from kzfr_cli.proofreading.linking import Link, Links


class CertainDate(ExcusableDate):
    """A date that differs from that of an event, which is meant more or less surely."""

    def is_whole(self, link: Link) -> bool:
        """Return whether something that happens once, or a treaty, is named as a whole."""
        once = link.frame.once or link.frame.category == "treaty"
        if not once:
            return False
        return link.likeness > WHOLE_LIKENESS

    def ranked(self, links: Links) -> list[tuple[float, Link, DateMatch]]:
        """Links with their nearest date, those first that the date makes likeliest."""
        found = []
        for link in links:
            near, match = self.nearest(link.frame)
            if match is not None and link.score > 0:
                found.append((link.score * self.nearness(near), link, match))
        return sorted(found, key=lambda item: -item[0])

    def nearness(self, near: str) -> float:
        """What the nearness of a date adds to a link, and its distance takes: slips change one
        component.
        """
        if self.moment.kind in ("day", "span") and near in (judging.NEAR_YEARS, judging.FAR):
            return FAR_OFF
        return NEARNESS.get(near, 1.0)

    def nearest(self, frame: Frame) -> tuple[str, DateMatch | None]:
        """The relevant date of an event that is nearest, and how near it is."""
        order = list(ENOUGH)
        found = [
            match
            for match in self.matched(frame, ("preferred", "accepted"))
            if match.relation in ENOUGH
        ]
        if found and self.is_of_other_step(frame):
            return judging.NEAR_COMPONENT, DateMatch(
                dated=found[0].dated,
                relation=judging.NEAR_COMPONENT,
            )
        if not found:
            return "", None
        match = min(found, key=lambda item: order.index(item.relation))
        return match.relation, match

    def is_sure(
        self,
        link: Link,
        match: DateMatch,
        score: float,
    ) -> bool:
        """Return whether an event is surely meant, by how the date differs from its own."""
        if self.is_vague(match) or not self.may_differ(link, match.relation):
            return False
        if not self.trial.is_specific(link, self.near_units()):
            return False
        clear = link.score >= self.links[0].score * CLEAR or self.is_whole(link)
        if self.moment.kind in COARSE_KINDS and not clear:
            return False
        return score >= self.least(link, match.relation)

    def is_vague(self, match: DateMatch) -> bool:
        """Return whether the event's own date is too uncertain to refute another."""
        value = match.dated.date
        uncertain = value.is_uncertain and match.relation not in COMPONENTS
        if value.precision == "set" and judging.days_of(value) <= MONTH_DAYS:
            return False
        return (
            value.is_approximate
            or uncertain
            or value.precision in ("set", "decade", "century")
        )

    def may_differ(self, link: Link, relation: str) -> bool:
        """Return whether a date that differs so may be held against the text at all."""
        if relation in COMPONENTS:
            return True
        if self.moment.relation == "since" and self.comes_again(link):
            return False
        if not self.moment.has_year:
            if self.moment.kind not in ("month", "part"):
                return False
            return self.is_beside(link, relation)
        return not self.comes_again(link) or self.is_alone(link, relation)

    def is_beside(self, link: Link, relation: str) -> bool:
        """Return whether a month without its year is one beside that of what is told as a whole,
        or alone.
        """
        near = relation == judging.NEAR_MONTHS
        if not near:
            return False
        return self.is_whole(link) or self.is_told_alone(link)

    def least(self, link: Link, relation: str) -> float:
        """The score from which an event is surely meant, by how the date differs."""
        kind = self.moment.kind
        far = relation in (judging.FAR, judging.NEAR_YEARS)
        if far and self.is_unmistakable(link):
            if kind in ("day", "span"):
                return UNMISTAKABLE_DAY
            return UNMISTAKABLE
        if kind in ("day", "span") and far:
            return FAR_DAY
        if self.is_whole(link):
            off = kind == "month" and relation == judging.NEAR_YEARS
            if off:
                return WHOLE_MONTH
            return WHOLE
        found = FAR_UNASKED if far and not self.asked else 0.0
        return max(found, ENOUGH[relation], self.least_coarse(link, relation))

    def least_coarse(self, link: Link, relation: str) -> float:
        """The least score for a year or a month, with which many events agree by accident."""
        kind = self.moment.kind
        if kind == "month" and relation == judging.NEAR_YEARS:
            return WHOLE_MONTH
        if kind == "year" or (kind == "month" and self.is_one_of_several(link)):
            return YEAR_SURE
        if kind == "month":
            return MONTH_SURE
        return 0.0

    def is_one_of_several(self, link: Link) -> bool:
        """Return whether an event comes again, and less than nearly its whole title or another
        kind of happening is said.
        """
        nearly = link.likeness >= UNMISTAKABLE_LIKENESS and self.is_of_kind(link.frame)
        if not self.comes_again(link):
            return False
        return not nearly

    def is_of_kind(self, frame: Frame) -> bool:
        """Return whether the date's own clause tells the kind of happening that an event is."""
        begun, ended = self.clause
        kinds = {
            kind for word in self.text.words[begun:ended] for kind in self.words.types(word)
        }
        return any(self.frames.level(f"@{kind}", frame) for kind in kinds)

    def is_unmistakable(self, link: Link) -> bool:
        """Return whether the words mean a step of one event and no other: one that happens once,
        nearly its whole title, the verb of the step, and no other that comes near.
        """
        steps = {each.kind for each in self.relevant(link.frame)}
        asked = self.asked in steps or bool(steps & {*STANDS_FOR.get(self.asked, ())})
        if not asked or self.moment.kind == "span":
            return False
        if self.comes_again(link) or link.likeness < UNMISTAKABLE_LIKENESS:
            return False
        return not any(
            other.id != link.id
            and other.score >= link.score * UNMISTAKABLE_SHARE
            and other.frame.of != link.id
            for other in self.links
        )

    def is_alone(self, link: Link, relation: str) -> bool:
        """Return whether something that comes again is surely told, a year or two off, and
        nothing like it.
        """
        if relation != judging.NEAR_YEARS:
            return False
        return self.is_told_alone(link)

    def is_told_alone(self, link: Link) -> bool:
        """Return whether something is surely told, and nothing like it whose date is not far
        off.
        """
        if link.score < ALONE or link.likeness < ALONE_LIKENESS:
            return False
        return not any(
            other.frame.category == link.frame.category
            and other.id != link.id
            and other.score >= link.score * ALONE_SHARE
            and self.nearest(other.frame)[0] != judging.FAR
            for other in self.links
        )
