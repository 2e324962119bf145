"""Hold a date against an event: by how it differs, and unless something excuses it."""

from __future__ import annotations

from datetime import date

from kzfr_cli.languages.letters import is_cyrillic
from kzfr_cli.proofreading import judging, listings
from kzfr_cli.proofreading.case import Finding
from kzfr_cli.proofreading.dating import editions
from kzfr_cli.proofreading.dating.certainty import FAR_AWAY, CertainDate
from kzfr_cli.proofreading.dating.limits import (
    CLOSE_SHARE,
    COMPONENTS,
    ENOUGH,
    FEW_DAYS,
    FINENESS,
    HALF,
    MONTH_DAYS,
    RECALLED,
    RECORDED,
    STEPS,
    UNMISTAKABLE_LIKENESS,
)
from kzfr_cli.proofreading.frames import Dated, Frame
from kzfr_cli.proofreading.judging import DateMatch
from kzfr_cli.proofreading.linking import COUNTRIES, Link, Links
from kzfr_cli.proofreading.moments import SEPARATORS

NEAREST = judging.AGREE | COMPONENTS
"""How a date stands to the one that it is of, or is a slip of."""

Ranked = tuple[float, Link, DateMatch]
"""An event that may be meant, with how likely the date makes it, and its nearest date."""


class AccusedDate(CertainDate):
    """A date that agrees with no event that may be meant."""

    def accuse(self, links: Links) -> Finding:
        """The finding on a date that agrees with no event that may be meant."""
        if self.moment.relation in ("until", "before", "after"):
            return self.slip_of_one(links) or self.beyond(links) or self.unknown("bound")
        if why := self.unasserted():
            told = self.slip_of_told(links[0]) if why == "planned" else None
            return told or self.overdue(links) or self.unknown(why, links[0])
        return self.against(links) or self.unknown("no-event", links[0])

    def against(self, links: Links) -> Finding | None:
        """The finding on a date that the author asserts, or None."""
        link = links[0]
        if self.may_be_recalled(links):
            return None
        if step := self.told_step(link.frame):
            self.trial.mean(self.sentence, link.frame, self.moment)
            return self.right_on(link, step)
        found = self.by_order(link) or self.slip_of_one(links)
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
        ranked = self.ranked(links)
        if not ranked:
            return self.unknown("no-facet", links[0])
        for score, link, match in self.meant(ranked):
            if self.is_sure(link, match, score) and not self.is_excused(link, match):
                return self.contradict(link, match)
        return None

    def meant(self, ranked: list[Ranked]) -> list[Ranked]:
        """The event that is likeliest meant; where another date of the sentence is that event's,
        or it was at another time than one by which it could be refuted, the next one, too.
        """
        _, link, match = ranked[0]
        is_apart = match.relation in FAR_AWAY or not self.may_differ(link, match.relation)
        if not (is_apart or self.is_settled(link, match)):
            return ranked[:1]
        following = [each for each in ranked[1:] if self.may_follow(ranked[0], each)]
        return ranked[:1] + following[:1]

    def may_follow(self, best: Ranked, other: Ranked) -> bool:
        """Return whether an event may be meant by a day that differs in a component where the best
        is not.
        """
        score, link, match = other
        if link.id == best[1].id or score < best[0] * HALF:
            return False
        return self.moment.kind in ("day", "span", "list") and match.relation in COMPONENTS

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

    def is_relative_far(self, match: DateMatch) -> bool:
        """Return whether a date counted from the text's own («hier», "this month") is not about
        an event of then.
        """
        if not self.moment.relative:
            return False
        unit, _, anchor = self.moment.relative.partition(" ")
        if self.moment.relation == "since":
            return True
        if anchor == "text" and unit != "occurrence":
            return True
        far = (judging.FAR, judging.NEAR_YEARS)
        if unit in ("year", "occurrence"):
            return match.relation == judging.FAR or self.is_years_off(match)
        value = match.dated.date
        today = self.today
        recent = value.latest and today and -31 <= (today - value.latest).days <= 31
        return match.relation in far or not recent

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

    def is_excused(self, link: Link, match: DateMatch) -> bool:
        """Return whether something in the text or the event speaks against an accusation."""
        if self.is_excused_by_text(link, match) or self.is_told(link.frame):
            return True
        if self.is_settled(link, match) or self.is_passed(link) or self.is_just_told():
            return True
        if self.is_of_other_column(link, match) or self.is_of_sentence_before(link):
            return True
        if self.is_end_untold(link.frame, match) or self.is_of_another_act(link, match):
            return True
        if editions.is_of_another(self, link.frame, self.moment):
            return True
        if self.is_of_other_step(link.frame):
            return False
        return not self.is_named_beside(link) or self.is_of_other(link)

    def is_excused_by_text(self, link: Link, match: DateMatch) -> bool:
        """Return whether the words around the date make it one of something else: an amount, an
        office, a town.
        """
        if self.moment.is_indefinite:
            return True
        is_year = self.moment.kind == "year"
        if is_year and (self.is_of_figure() or self.is_of_text(match)):
            return True
        if self.is_relative_far(match) or self.is_of_other_number(link.frame):
            return True
        if self.is_of_longer(match):
            return True
        is_other = self.is_of_founding(link, match) or self.is_of_seat(link.frame)
        return is_other or self.is_of_office(link) or self.is_elsewhere(link.frame)

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
        if not steps or not relations <= {*ENOUGH}:
            return None
        frame, dated = steps[0]
        match = DateMatch(
            dated=dated,
            relation="",
        )
        return self.contradict(link.of(frame), match)

    def is_settled(self, link: Link, match: DateMatch) -> bool:
        """Return whether another date of the sentence is the event's, and this one no other step
        of it.
        """
        agreed = self.trial.agreed.get(self.sentence.number, set())
        if self.asked in {each.kind for each in link.frame.dates}:
            return False
        mine = FINENESS.get(self.moment.kind, 1)
        finer = {(name, of) for name, of, kind in agreed if FINENESS.get(kind, 1) >= mine}
        told = link.id in {name for name, _ in finer}
        return (told and bool(self.asked)) or (link.id, match.dated.value) in finer

    def is_of_sentence_before(self, link: Link) -> bool:
        """Return whether an event is told in the sentence before alone, and this one has names of
        its own: "… He had served in Lyon, and, three years later, in 2002, in Kyiv".
        """
        names = [unit for unit in self.units if unit.is_proper and unit.key not in COUNTRIES]
        if not names or self.sentence.is_row:
            return False
        return not any(self.level(unit, link.frame) for unit in self.units)

    def is_of_other_column(self, link: Link, match: DateMatch) -> bool:
        """Return whether the date of another column of its row comes nearer to that of the event: a
        return stands beside a departure.
        """
        if not self.sentence.is_row or match.relation in COMPONENTS:
            return False
        others = [each for each in self.moments if each.first != self.first]
        return any(judging.compare(each, match.dated) in NEAREST for each in others)

    def is_passed(self, link: Link) -> bool:
        """Return whether the date is that of the vote which texts call the ratification."""
        if self.asked != "ratified":
            return False
        if self.moment.kind != "day":
            return False
        return self.is_at(link.frame, "approved")
