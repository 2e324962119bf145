"""Judge how long ago something was, and for how long it has lasted, by the text's own date."""

from __future__ import annotations

from kzfr_cli.core.edtf import PartialDate
from kzfr_cli.core.record import replace
from kzfr_cli.languages.letters import is_cyrillic
from kzfr_cli.proofreading import (
    arithmetic,
    judging,
    thresholds,
)
from kzfr_cli.proofreading.case import Finding
from kzfr_cli.proofreading.claims.elapsing import (
    WHOLE,
    ElapsedCase,
)
from kzfr_cli.proofreading.frames import Dated, Frame
from kzfr_cli.proofreading.linking import (
    COUNTRIES,
    Link,
    Links,
)
from kzfr_cli.proofreading.moments import Moment
from kzfr_cli.proofreading.vocabulary import TextUnit

SURE = thresholds.of("sure")
LIKELY = thresholds.of("likely")
RIVAL = thresholds.of("rival")
POSSIBLE = thresholds.of("half")
"""Shares of the best score from which another event may be meant, and from which it excuses the
number.
"""

NEAR_LIFE = thresholds.count("around")
"""Words around a time among which a life or an office is told."""

QUOTE = '"'
"""What plain text has for any quotation mark."""

VERY_DAY = {"day": 1, "exactly": 7}
"""Days by which the text's own day may be off that of an event which was «jour pour jour», or
«presque», so long ago.
"""

LOOSE = 10
"""Years of something of which whole tens are said loosely: «за 30 лет независимости»."""

BESIDE = 2
"""Words between a time and the date that says when that was."""


class SinceCase(ElapsedCase):
    """What was so long ago, or has lasted so long, on trial."""

    def judge(self) -> Finding:
        """The verdict on what was that long ago, or has lasted that long."""
        links = self.of_the_day(self.of_date() or self.of_thing() or self.subjects())
        best, at = links[0] if links else None, self.trial.as_of
        if any(self.fits(*ends) for ends in self.spans_stated()):
            return self.unknown("other-facet", best)
        stated = self.stated()
        if stated is not None and at is not None:
            return self.by_date(stated, at, links)
        if best is None or best.score < LIKELY:
            return self.unknown("no-event", best)
        if at is None:
            return self.unknown("no-date", best)
        return self.fitting(links, at) or self.wrong_now(links, at)

    def of_date(self) -> Links:
        """The event of the only date of the clause which tells what was so long ago: «voici dix
        ans que nos deux pays ont conclu, le 11 juin 2008, leur traité».
        """
        if self.claim.form != "ago" or not self.text.has("that", self.last + 1):
            return []
        first, last = self.cell
        dates = [each for each in self.own_dates() if first <= each.first < last]
        begun = self.clause_of_joint(last)
        found = [
            frame
            for frame, moment in self.meant_here
            if [moment] == dates and self.last < moment.first < begun
        ]
        return [told(frame) for frame in found[:1]]

    def clause_of_joint(self, last: int) -> int:
        """The token at which an "and" opens another clause behind the time, or the end."""
        behind = (begun for begun, _ in self.sentence.clauses if begun > self.last)
        return next((each for each in behind if self.text.has("joints", each)), last)

    def of_thing(self) -> Links:
        """The event that the noun behind the number names by itself: «за 15 лет независимости»."""
        noun = self.thing()
        if noun is None or not is_cyrillic(self.text.words[self.last]):
            return []
        window = [(unit, 1.0) for unit in self.units if unit.key in COUNTRIES]
        links = self.rated([*window, (noun, 1.0)])
        return links if links and is_whole(links[0]) else []

    def of_the_day(self, links: Links) -> Links:
        """Links; those alone whose day it is in the text's own year, where the text says so: «il y
        a deux ans jour pour jour».
        """
        at = self.trial.as_of
        if not links or at is None or self.claim.bound not in VERY_DAY:
            return links
        least = links[0].score * POSSIBLE
        likely = [
            link for link in links if link.score >= least and not self.is_now(link, at)
        ]
        return [link for link in likely if self.is_on_day(link.frame)] or links

    def is_on_day(self, frame: Frame) -> bool:
        """Return whether the text counts by the very day, and its own is that of an event."""
        apart = VERY_DAY.get(self.claim.bound)
        today = self.trial.as_of.day if self.trial.as_of else None
        if apart is None or today is None or self.claim.unit != "year":
            return False
        return any(
            abs((arithmetic.same_day(day, today.year) - today).days) <= apart
            for dated in self.dates(frame)
            for day in judging.ends_of(dated.date)
        )

    def is_repeated(self, link: Link) -> bool:
        """Return whether an event comes again, and is not the one of the very day."""
        return super().is_repeated(link) and not self.is_on_day(link.frame)

    def may_be_meant(self, frame: Frame) -> bool:
        """Return whether an event may be what was so long ago: it was not after the text."""
        return self.is_begun(frame) and super().may_be_meant(frame)

    def is_begun(self, frame: Frame) -> bool:
        """Return whether an event had begun on the day of the text."""
        begun = frame.preferred.date.earliest
        return begun is None or self.today is None or begun <= self.today

    def fitting(
        self,
        links: Links,
        at: PartialDate,
    ) -> Finding | None:
        """The finding on a number that an event that is likely meant makes right."""
        likely = [link for link in links if link.score >= links[0].score * RIVAL]
        for link in likely:
            if self.is_of_another_thing(link):
                continue
            for dated in self.dates(link.frame):
                if self.fits(dated.date, at):
                    return self.right(link, dated, at)
        return None

    def is_of_another_thing(self, link: Link) -> bool:
        """Return whether the number is that of something of which an event tells nothing: «за 15
        лет независимости».
        """
        noun = self.thing()
        return noun is not None and not self.level(noun, link.frame)

    def thing(self) -> TextUnit | None:
        """What stands behind the number as that of which so many years are, if any event tells of
        it.
        """
        behind = self.last + 1
        if self.text.gap(self.last) != " ":
            return None
        if self.words.has("wedge", self.text.word(behind)):
            behind += 1
        elif not is_cyrillic(self.text.words[self.last]):
            return None
        noun = self.trial.windows.unit_at(behind)
        is_known = noun is not None and self.frames.postings(noun.key)
        return noun if is_known else None

    def wrong_now(
        self,
        links: Links,
        at: PartialDate,
    ) -> Finding:
        """The verdict where the number fits no event that is surely meant."""
        links = self.then(links, at)
        link = links[0]
        if self.fits_another(links, at):
            return self.unknown("other-facet", link)
        if self.is_vague(link) or self.is_quoted():
            return self.unknown("no-event", link)
        if self.is_of_life() or (self.is_lasting() and self.is_numbered(link.frame)):
            return self.unknown("life", link)
        if self.is_far(link, at):
            return self.unknown("vague-event", link)
        if self.is_now(link, at):
            return self.unknown("vague-event", link)
        own = self.dates(link.frame)
        asked = own[0] if self.has_asked(link.frame) else link.frame.preferred
        if self.is_of_calendar(asked, at):
            return self.unknown("other-facet", link)
        return self.wrong(link, asked, at)

    def then(self, links: Links, at: PartialDate) -> Links:
        """Links from the first that was not just now, where years are counted and another is about
        as likely: «L'IFEAC, installé à Bichkek depuis cette année, avait été ouvert il y a …».
        """
        if self.claim.unit != "year" or self.claim.number <= 1:
            return links
        least = links[0].score * RIVAL
        found = [link for link in links if not self.is_now(link, at)]
        return found if found and found[0].score >= least else links

    def is_of_calendar(self, dated: Dated, at: PartialDate) -> bool:
        """Return whether so many years are those of the calendar from a date that stands beside
        them, or of something, as 2021 was the year of «30 лет независимости», or loose tens of it.
        """
        if self.claim.form == "ago":
            return bool(self.of_date()) and self.is_by_calendar(dated.date, at)
        if self.thing() is None:
            return False
        is_loose = self.claim.number % LOOSE == 0
        return is_loose or self.is_by_calendar(dated.date, at)

    def is_now(
        self,
        link: Link,
        at: PartialDate,
    ) -> bool:
        """Return whether an event was less than a unit ago, so that nothing is counted from it."""
        own = self.dates(link.frame)
        spans = arithmetic.spans(own[0].date, at, self.claim.unit) if own else []
        return bool(spans) and max(spans) < 1

    def is_quoted(self) -> bool:
        """Return whether the time stands in quotation marks of its own, so that it is another's,
        and counted from his day.
        """
        before, behind = self.text.gap(self.first - 1), self.text.gap(self.last)
        return QUOTE in before and QUOTE in behind

    def is_far(
        self,
        link: Link,
        at: PartialDate,
    ) -> bool:
        """Return whether days, weeks or months are told of what was years ago: that is no slip."""
        year = link.frame.preferred.date.year
        return self.claim.unit != "year" and bool(year and at.year and at.year - year > 1)

    def fits_another(
        self,
        links: Links,
        at: PartialDate,
    ) -> bool:
        """Return whether the number is right of another event that may be meant."""
        is_sole = min(links[0].likeness, links[0].coverage) >= WHOLE
        least = links[0].score * (RIVAL if is_sole else POSSIBLE)
        others = [other for other in links[1:] if other.score >= least]
        dates = [each.date for other in others for each in self.dates(other.frame)]
        return any(self.fits(date, at) for date in dates)

    def is_vague(self, link: Link) -> bool:
        """Return whether an event is not surely meant, or its year not surely known."""
        value = link.frame.preferred.date
        if value.year is None or value.is_approximate:
            return True
        if not self.is_named(link, SURE) or self.is_repeated(link):
            return True
        return self.is_of_somebody_else(link)

    def is_of_somebody_else(self, link: Link) -> bool:
        """Return whether the clause names somebody of whom an event tells nothing."""
        persons = [unit for unit, _ in self.own if unit.kind == "person"]
        return any(not self.level(unit, link.frame) for unit in persons)

    def is_of_life(self) -> bool:
        """Return whether the words around the number tell a life or an office."""
        near = self.words_around(NEAR_LIFE, NEAR_LIFE)
        return self.words.any("life", near) or self.words.any("office", near)

    def is_lasting(self) -> bool:
        """Return whether the number may be of how long something lasts, not of when it was:
        «signé il y a dix ans».
        """
        return self.claim.form != "ago" or not self.asked

    def stated(self) -> Moment | None:
        """The day or month that stands beside «il y a N ans» and says when that was."""
        if self.claim.form != "ago":
            return None
        near = [each for each in self.own_dates() if self.is_beside(each)]
        if len(near) == 1:
            return near[0]
        return None

    def is_beside(self, moment: Moment) -> bool:
        """Return whether a day, a month or a span of them with its year stands beside the
        number.
        """
        if moment.relative or not (moment.has_year or self.is_exact(moment)):
            return False
        gap = min(abs(moment.first - self.last), abs(self.first - moment.last))
        if moment.kind not in ("day", "month", "span"):
            return False
        return gap <= BESIDE

    def by_date(
        self,
        stated: Moment,
        at: PartialDate,
        links: Links,
    ) -> Finding:
        """The verdict by the date beside it: mere arithmetic."""
        of = stated.date
        then = (each for each in links if self.was(each.frame, stated))
        link = next(then, links[0] if links else None)
        fits = self.fits(of, at)
        by_calendar = self.is_by_calendar(of, at)
        if by_calendar and not fits and are_days(of, at):
            return self.unknown("other-facet", link)
        if fits or by_calendar:
            return self.meaning(self.agreement(of, "", at), link)
        return self.meaning(self.refuted(self.facts(of, "", at)), link)

    def refuted(self, facts: dict[str, object]) -> Finding:
        """The finding on a number that mere arithmetic makes wrong."""
        found = self.finding(
            "contradicted",
            "wrong-years",
            **facts,
        )
        return replace(found, expected=str(facts["elapsed"]))

    def is_by_calendar(
        self,
        of: PartialDate,
        at: PartialDate,
    ) -> bool:
        """Return whether a plain number of years is that between the two calendar years."""
        plain = self.claim.unit == "year" and self.claim.bound == "exact"
        if not plain:
            return False
        return (at.year or 0) - (of.year or 0) == self.claim.number

    def spans_stated(self) -> list[tuple[PartialDate, PartialDate]]:
        """The ends of the spans that the sentence states: «de 2008 à 2023»."""
        return [
            (each.values[0], each.values[-1])
            for each in self.own_dates()
            if each.kind == "span" and len(each.values) > 1
        ]


def is_whole(link: Link) -> bool:
    """Return whether what happened once is said as a whole."""
    return link.frame.once and link.likeness >= WHOLE


def told(frame: Frame) -> Link:
    """The link to an event that a date of the text was found to mean."""
    return Link(
        frame=frame,
        coverage=1.0,
        likeness=1.0,
        explained=1.0,
    )


def are_days(of: PartialDate, at: PartialDate) -> bool:
    """Return whether both dates are known to the day."""
    if of.day is None:
        return False
    return at.day is not None
