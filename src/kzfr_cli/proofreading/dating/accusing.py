"""Hold a date against an event: by how it differs, and unless something excuses it."""

from __future__ import annotations

from datetime import date

from kzfr_cli.languages.letters import is_cyrillic
from kzfr_cli.proofreading import judging, listings
from kzfr_cli.proofreading.case import Finding
from kzfr_cli.proofreading.dating.clausal import ClausalDate
from kzfr_cli.proofreading.dating.limits import (
    CLOSE_SHARE,
    COMPONENTS,
    DIFFERING,
    FEW_DAYS,
    HALF,
    MONTH_DAYS,
    RECALLED,
    RECORDED,
    STEPS,
    UNMISTAKABLE_LIKENESS,
)
from kzfr_cli.proofreading.frames import FIRM, Dated, Frame
from kzfr_cli.proofreading.judging import DateMatch
from kzfr_cli.proofreading.linking import Link, Links
from kzfr_cli.proofreading.moments import SEPARATORS

NEAREST = judging.AGREE | COMPONENTS
"""How a date stands to the one that it is of, or is a slip of."""

Ranked = tuple[float, Link, DateMatch]
"""An event that may be meant, with how likely the date makes it, and its nearest date."""


class AccusedDate(ClausalDate):
    """A date that agrees with no event that may be meant."""

    def accuse(self, links: Links) -> Finding:
        """The finding on a date that agrees with no event that may be meant."""
        if self.moment.relation in ("until", "before", "after"):
            found = self.slip_of_one(links) or self.beyond(links) or self.by_clause(links)
            return found or self.unknown("bound")
        if why := self.unasserted():
            told = self.slip_of_plan(links) if why == "planned" else None
            return told or self.overdue(links) or self.unknown(why, links[0])
        return self.against(links) or self.unknown("no-event", links[0])

    def slip_of_plan(self, links: Links) -> Finding | None:
        """The finding on a date to come that the likeliest event tells otherwise, or None."""
        return self.slip_of_told(links[0]) or self.by_clause(links)

    def against(self, links: Links) -> Finding | None:
        """The finding on a date that the author asserts, or None."""
        link = links[0]
        if self.may_be_recalled(links):
            return None
        if step := self.told_step(link.frame):
            self.trial.mean(self.sentence, link.frame, self.moment)
            return self.right_on(link, step)
        found = self.by_order(link) or self.slip_of_one(links) or self.by_clause(links)
        return found or self.refuted(links) or self.by_family(link)

    def may_be_recalled(self, links: Links) -> bool:
        """Return whether the date is the day of an event that is likely meant, years later: some
        event has every day.
        """
        share = HALF if self.is_awaited(links[0]) else CLOSE_SHARE
        likely = [link for link in links if link.score >= links[0].score * share]
        return any(self.is_recalled(link.frame) for link in likely)

    def refuted(self, links: Links) -> Finding | None:
        """The finding on a date that an event which is surely meant refutes, or None."""
        suspects = self.suspects(links)
        if not suspects:
            return self.unknown("no-facet", links[0])
        if self.moment.is_indefinite or self.may_agree_with_another(links):
            return None
        meant = self.surest(suspects)
        if meant is None:
            return None
        return self.contradict(meant.link, meant.match)

    def may_agree_with_another(self, links: Links) -> bool:
        """Return whether the date is that of an event which is nearly as likely as the best; a day
        of something long is that of whatever happened meanwhile.
        """
        likely = [link for link in links if link.score >= links[0].score * CLOSE_SHARE]
        return any(
            match.relation in judging.AGREE and not self.is_within_long(match)
            for link in likely
            for match in self.matched(link.frame, FIRM)
        )

    def beyond(self, links: Links) -> Finding | None:
        """The finding on a wrong end: «jusqu'au 30 mars», of what closed on the 24th, or None."""
        link = links[0]
        lasted = any(
            each.kind == "closed" or judging.days_of(each.date) > FEW_DAYS
            for each in link.frame.dates
            if each.status == "preferred" or each.kind == "closed"
        )
        told = self.is_until() and (lasted or self.is_whole(link))
        if told:
            return self.refuted(links[:1])
        return None

    def is_until(self) -> bool:
        """Return whether the date is the last of something: «до» and «дейін» say so, too."""
        if self.moment.relation == "before":
            return any(map(is_cyrillic, self.text.words[self.first : self.last + 1]))
        return self.moment.relation == "until"

    def overdue(self, links: Links) -> Finding | None:
        """The finding on a date to come of what the record holds to be past, or None: a slip of
        the year of something that does not come again, or of the step that the text names.
        """
        link, today = links[0], self.today
        if today is None or not self.is_to_come():
            return None
        if self.is_settled_soon(link, today):
            return self.refuted(links)
        if self.is_awaited(link):
            return None
        past = [
            each
            for each in self.relevant(link.frame)
            if self.is_before(each, today)
            and (each.kind == self.asked or self.is_once(link))
        ]
        near, _ = self.nearest(link.frame)
        if past and (near in COMPONENTS or self.is_of_line(near)):
            return self.refuted(links)
        return None

    def is_settled_soon(self, link: Link, today: date) -> bool:
        """Return whether the event that is announced was in the weeks after the text, a component
        off: its day was settled by then. A programme tells of several days.
        """
        near, match = self.nearest(link.frame)
        is_programme = len(self.moments) > 1
        if near not in COMPONENTS or match is None or is_programme or self.is_planned():
            return False
        if self.trial.is_celebrating(self.sentence) or self.is_recalled(link.frame):
            return False
        begun = match.dated.date.earliest
        if begun is None:
            return False
        return 0 <= (begun - today).days <= MONTH_DAYS

    def is_of_line(self, near: str) -> bool:
        """Return whether the date is a year, one or two off, that opens its line or stands alone in
        its cell: chronologies tell what was.
        """
        if self.moment.kind != "year" or near != judging.NEAR_YEARS:
            return False
        if self.sentence.is_row:
            return listings.is_year(self.text, self.first)
        opens = self.first == self.sentence.first
        return opens and self.text.gap(self.last).strip()[:1] in SEPARATORS

    def is_awaited(self, link: Link) -> bool:
        """Return whether the sentence speaks of what is still to come: a plan, an anniversary."""
        counted = self.sentence.number in self.trial.counted
        to_come = self.is_planned() or self.says("coming")
        celebrated = counted or self.trial.is_celebrating(self.sentence)
        return to_come or celebrated or self.is_recalled(link.frame)

    def is_once(self, link: Link) -> bool:
        """Return whether something that does not come again is nearly named as a whole."""
        if self.comes_again(link):
            return False
        return link.likeness >= UNMISTAKABLE_LIKENESS

    def is_before(self, dated: Dated, day: date) -> bool:
        """Return whether a date of an event lies before a day."""
        latest = dated.date.latest
        if latest is None:
            return False
        return latest <= day

    def is_recalled(self, frame: Frame) -> bool:
        """Return whether the date is the day and month of an event years later, and no verb beside
        it says that the event itself is of that day: "on 25 January 2027, they will recall …".
        """
        mine = self.moment.earliest
        if self.moment.kind != "day" or mine is None or self.beside:
            return False
        return any(
            (day.month, day.day) == (mine.month, mine.day)
            and mine.year - day.year >= RECALLED
            for dated in frame.dates
            for day in judging.ends_of(dated.date)
        )

    def by_order(self, link: Link) -> Finding | None:
        """The finding on a step that cannot have been at the signature: a later step came before
        it.
        """
        if self.asked not in STEPS or self.relevant(link.frame) or self.moment.kind != "day":
            return None
        later = [
            each
            for each in link.frame.dates
            if each.kind in STEPS
            and self.moment.latest
            and each.date.sort_key()[0] > self.moment.latest.toordinal()
        ]
        if not later or link.score < RECORDED or not self.is_at(link.frame, "signed"):
            return None
        return self.contradict(
            link,
            DateMatch(
                dated=later[0],
                relation=judging.NEAR_COMPONENT,
            ),
        )

    def by_family(self, link: Link) -> Finding | None:
        """The finding on a step that another event of the same act has: «…; il est en vigueur
        depuis mai 2016».
        """
        lacks = self.asked in STEPS and self.beside and not self.relevant(link.frame)
        if not lacks or link.score < RECORDED or link.frame.edition:
            return None
        steps = [
            (frame, each)
            for frame in self.frames.family(link.frame)
            for each in frame.dates
            if each.kind == self.asked and each.is_firm
        ]
        relations = {judging.compare(self.moment, each) for _, each in steps}
        if not steps or not relations <= {*DIFFERING}:
            return None
        frame, dated = steps[0]
        match = DateMatch(
            dated=dated,
            relation="",
        )
        return self.contradict(link.of(frame), match)

    def told_step(self, frame: Frame) -> Dated | None:
        """The date of a step of an event that the clause told before this one, where it is the
        same: «le traité signé à Nour-Soultan le 28 octobre 2021 a été adopté hier»; or None.
        """
        begun, _ = self.clause
        told = {kind for place in range(begun, self.first) for kind in self.steps_at(place)}
        same = (
            each
            for each in frame.dates
            if each.kind in told and judging.compare(self.moment, each) == judging.EQUAL
        )
        return next(same, None)
