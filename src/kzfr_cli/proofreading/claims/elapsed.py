"""Find and judge time elapsed: N years ago, for N years, N years after something, N years later."""

from __future__ import annotations

from collections.abc import Iterator

from kzfr_cli.core.edtf import PartialDate
from kzfr_cli.core.record import replace
from kzfr_cli.languages.letters import is_cyrillic
from kzfr_cli.proofreading import (
    arithmetic,
    durations,
    lexicon,
    thresholds,
)
from kzfr_cli.proofreading.case import (
    Claim,
    Finding,
)
from kzfr_cli.proofreading.claims.ahead import AheadCase
from kzfr_cli.proofreading.claims.elapsing import (
    WHOLE,
    ElapsedCase,
)
from kzfr_cli.proofreading.claims.later import LaterCase
from kzfr_cli.proofreading.durations import Duration
from kzfr_cli.proofreading.frames import Frame
from kzfr_cli.proofreading.linking import (
    Link,
    Links,
)
from kzfr_cli.proofreading.moments import Moment
from kzfr_cli.proofreading.text import Text
from kzfr_cli.proofreading.trial import Trial

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

BESIDE = 2
"""Words between a time and the date that says when that was."""

REST = 4
"""Words after a time among which "since" is looked for."""


def find(trial: Trial) -> Iterator[Claim]:
    """The elapsed times of a text."""
    for found in durations.find(trial.text):
        if found.is_jubilee:
            continue
        form = form_of(trial.text, found)
        if form:
            first, last = min(found.first, found.lead), max(found.last, found.behind)
            yield Claim(
                kind="elapsed",
                first=first,
                last=last,
                number=found.number,
                bound=found.bound,
                unit=found.unit,
                form=form,
            )


def claim_of(found: Duration, form: str) -> Claim:
    """The claim of a time that stands by itself."""
    return Claim(
        kind="elapsed",
        first=found.first,
        last=found.last,
        number=found.number,
        bound=found.bound,
        unit=found.unit,
        form=form,
    )


def form_of(text: Text, found: Duration) -> str:
    """What is said with a number of units of time: ago, since, after, later, before, earlier; or
    nothing.
    """
    words = lexicon.load()
    end = text.word(found.behind)
    following = text.word(found.behind + 1) if text.gap(found.behind) in (" ", "\n") else ""
    if found.form == "ago":
        return "ago"
    if found.form in ("later", "in"):
        is_after = words.has("after_word", end) or words.has("after_word", following)
        return form_of_later(
            found,
            is_after,
            following,
        )
    if found.form == "earlier":
        if words.has("before_word", end) and following:
            return "before"
        return "earlier"
    if found.form == "since":
        return form_of_lasting(text, found)
    return form_by_rest(text, found)


def form_of_later(
    found: Duration,
    is_after: bool,
    following: str,
) -> str:
    """What "in ten years" says: after, where it goes on so, later, or ahead of the text."""
    if is_after and following:
        return "after"
    if is_after or found.form == "later":
        return "later"
    return "ahead"


def form_of_lasting(text: Text, found: Duration) -> str:
    """What "for ten years" says: since, where the verb counts it up to now; or nothing."""
    words = lexicon.load()
    if not text.has("lasting", found.lead):
        if text.has("gone", found.first - 1):
            return ""
        return "since"
    spoken = words.any("perfect", text.sentence(found.first).words)
    if spoken:
        return "since"
    return ""


def form_by_rest(text: Text, found: Duration) -> str:
    """What is said by the words further on: "has passed since", «et dix-neuf ans que» after
    «voici trente ans que».
    """
    words = lexicon.load()
    following = text.after(found.behind, REST).split()
    if any(words.has("since", word) and words.has("after", word) for word in following):
        return "since"
    goes_on = bool(following) and words.has("that", following[0])
    if not (goes_on and text.has("joints", found.first - 1)):
        return ""
    begun = text.sentence(found.first).first
    before = [
        each.form for each in durations.find(text) if begun <= each.first < found.first
    ]
    if before and before[-1] == "ago":
        return "ago"
    return ""


def judge(trial: Trial, claim: Claim) -> Finding | None:
    """Judge a time elapsed; None where it is one ahead, and no event surely meant is."""
    if claim.form == "ahead":
        return AheadCase(trial, claim).judge()
    case = case_of(trial, claim)
    if why := case.attitude():
        return case.unknown(why)
    return case.judge()


def case_of(trial: Trial, claim: Claim) -> SinceCase | LaterCase:
    """The trial of a time that is counted from what has happened."""
    if claim.form in ("ago", "since"):
        return SinceCase(trial, claim)
    return LaterCase(trial, claim)


class SinceCase(ElapsedCase):
    """What was so long ago, or has lasted so long, on trial."""

    def judge(self) -> Finding:
        """The verdict on what was that long ago, or has lasted that long."""
        links = self.subjects()
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
        behind = self.last + 1
        if self.text.gap(self.last) != " ":
            return False
        if self.words.has("wedge", self.text.word(behind)):
            behind += 1
        elif not is_cyrillic(self.text.words[self.last]):
            return False
        noun = self.trial.windows.unit_at(behind)
        if noun is None or not self.frames.postings(noun.key):
            return False
        return not self.level(noun, link.frame)

    def wrong_now(
        self,
        links: Links,
        at: PartialDate,
    ) -> Finding:
        """The verdict where the number fits no event that is surely meant."""
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
        return self.wrong(link, asked, at)

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
        return not self.is_named(link, SURE) or self.is_repeated(link)

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
        if not moment.has_year or moment.relative:
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
        facts = self.facts(of, "", at)
        return self.meaning(self.of_arithmetic(facts, fits or by_calendar), link)

    def of_arithmetic(
        self,
        facts: dict[str, object],
        right: bool,
    ) -> Finding:
        """The finding on a number that mere arithmetic makes right or wrong."""
        if right:
            return self.finding(
                "supported",
                "right-years",
                **self.agreed(facts),
            )
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


def are_days(of: PartialDate, at: PartialDate) -> bool:
    """Return whether both dates are known to the day."""
    if of.day is None:
        return False
    return at.day is not None
