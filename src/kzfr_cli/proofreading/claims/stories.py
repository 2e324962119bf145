"""Judge a time by the steps of one event, and by the events of one story: «trois ans après sa
signature».
"""

from __future__ import annotations

from kzfr_cli.core.edtf import PartialDate
from kzfr_cli.core.record import replace
from kzfr_cli.proofreading import (
    arithmetic,
    judging,
    thresholds,
)
from kzfr_cli.proofreading.case import Finding
from kzfr_cli.proofreading.claims.elapsing import ElapsedCase
from kzfr_cli.proofreading.frames import Frame
from kzfr_cli.proofreading.linking import Links
from kzfr_cli.proofreading.moments import Moment
from kzfr_cli.proofreading.text import Span

CLOSE = thresholds.of("rival")
"""Share of the best score that no event of another act may have."""

HALF = thresholds.of("half")
"""Share of a title from which one visit of many is meant."""

STEP = thresholds.count("near")
"""Words after «après» among which a step is named."""

NAMED = thresholds.of("passing")
"""Score from which the words after «après» name an event by themselves."""

SURE = thresholds.of("sure")

FAR = 20
"""How many times as long as it is told a time may be that is told wrongly."""


class StoryCase(ElapsedCase):
    """A time between steps of one event, or events of one story, on trial."""

    def anchor(self) -> Span:
        """The tokens of what the time is counted from: after «après», up to the end of the
        clause.
        """
        begun = self.last + 1
        leans = self.claim.form in ("after", "before")
        return begun, self.sentence.clause(self.last)[1] if leans else begun

    def by_steps(
        self,
        anchors: Links,
        others: Links,
        dates: list[Moment],
    ) -> Finding | None:
        """The verdict on «trois ans après sa signature»: a step of the event of the main clause."""
        first, last = self.anchor()
        steps = self.facets(first, min(last, first + STEP))
        frame = self.subject(others)
        if not steps or frame is None or self.is_of_another(frame, anchors):
            return None
        begun = [each for each in dates if self.is_of_steps(each, steps)]
        starts = self.starts(frame, steps, begun)
        ends = self.ends_inside(dates, begun) or self.at_steps(
            frame, self.told_steps() - steps
        )
        return self.of_story(frame, starts, ends)

    def is_of_another(
        self,
        frame: Frame,
        anchors: Links,
    ) -> bool:
        """Return whether the words after «après» name an event by themselves, other than that of
        the main clause.
        """
        if not anchors or anchors[0].score < NAMED:
            return False
        return anchors[0].id != frame.id or self.claim.form != "after"

    def is_of_steps(self, moment: Moment, steps: set[str]) -> bool:
        """Return whether a date stands behind «après», or is that of one of some steps."""
        first, last = self.anchor()
        return first <= moment.first < last or self.trial.cases[moment.first].asked in steps

    def starts(
        self,
        frame: Frame,
        steps: set[str],
        begun: list[Moment],
    ) -> list[PartialDate]:
        """The dates of some steps: as the text tells them exactly, as the event does, as the
        text does.
        """
        stated = [each.date for each in begun]
        exact = [each for each in stated if each.month]
        return exact or self.at_steps(frame, steps) or stated

    def ends_inside(self, dates: list[Moment], begun: list[Moment]) -> list[PartialDate]:
        """The other dates of the claim's own part of the sentence."""
        first, last = self.cell
        inside = [each for each in dates if first <= each.first < last]
        known = [each for each in inside if each.has_year or self.is_exact(each)]
        return [each.date for each in known if each not in begun]

    def told_steps(self) -> set[str]:
        """The steps of which the claim's part of the sentence speaks, but for what follows
        «après».
        """
        _, last = self.anchor()
        begun, ended = self.cell
        return self.facets(begun, self.first) | self.facets(last, ended)

    def by_story(self, others: Links, dates: list[Moment]) -> Finding | None:
        """The verdict on «deux ans plus tard»: from the event that was just told to that of the
        clause.
        """
        frame = self.subject(others)
        if dates or frame is None:
            return None
        told = self.trial.meant.get(self.sentence.number) or self.trial.meant.get(
            self.sentence.number - 1, []
        )
        before = {each.id: each for each, _ in told if each.id != frame.id}
        if len(before) != 1:
            return None
        start = next(iter(before.values()))
        values = [[each.date for each in one.dates] for one in (start, frame)]
        return self.of_story(frame, *values)

    def told_on(
        self,
        others: Links,
        dates: list[Moment],
    ) -> Finding | None:
        """The verdict on a time from what was just told to what follows."""
        if self.claim.form not in ("later", "earlier"):
            return None
        return self.by_story(others, dates) or self.by_sequel(dates)

    def by_sequel(self, dates: list[Moment]) -> Finding | None:
        """The verdict on «…, le 12 décembre 2017 ; six jours plus tard, l'Assemblée …»: from the
        only date before it to the event that the words behind it surely tell.
        """
        start = self.only_before(dates)
        if start is None:
            return None
        links = self.linked(self.last + 1, self.cell[1])
        frame = self.remembered(links, start) or self.subject(links)
        if frame is None or self.was(frame, start):
            return None
        ends = [each.date for each in frame.dates if self.may_begin(frame, each)]
        return self.of_story(
            frame,
            [start.date],
            ends,
        )

    def remembered(self, links: Links, start: Moment) -> Frame | None:
        """The event whose day comes again on a later date: «Le 29 novembre 2027 rappellera que dix
        ans plus tôt …»; None where the words behind the time may not mean it.
        """
        best = max((link.score for link in links), default=0.0)
        frames = [link.frame for link in links if link.score >= best * HALF]
        found = (frame for frame in frames if is_anniversary(frame, start))
        return next(found, None)

    def only_before(self, dates: list[Moment]) -> Moment | None:
        """The only date before the time, where its own part of the sentence has none behind it."""
        behind = range(self.last + 1, self.cell[1])
        if any(each.first in behind for each in dates):
            return None
        before = [each for each in dates if each.first < self.first]
        if len(before) == 1 and before[0].has_year:
            return before[0]
        return None

    def of_story(
        self,
        frame: Frame,
        starts: list[PartialDate],
        ends: list[PartialDate],
    ) -> Finding | None:
        """The verdict by the days or months at which the time may begin and end."""
        pairs = [
            (start, end) for start in starts for end in ends if self.is_in_order(start, end)
        ]
        for start, end in pairs:
            if self.fits(start, end):
                return replace(
                    self.agreement(start, "", end),
                    event=frame.id,
                    score=1.0,
                )
        vague = any(each.month is None for pair in pairs for each in pair)
        if not pairs or (vague and self.claim.unit != "year"):
            return None
        facts = self.facts(pairs[0][0], "", pairs[0][1])
        if int(str(facts["elapsed"])) > FAR * self.claim.number:
            return None
        found = self.finding("contradicted", "wrong-years", **facts)
        return replace(
            found,
            event=frame.id,
            expected=str(facts["elapsed"]),
            score=1.0,
        )

    def is_in_order(self, start: PartialDate, end: PartialDate) -> bool:
        """Return whether the time runs from one date to the other as it is told, at least one
        unit long.
        """
        if start.earliest is None or end.earliest is None:
            return False
        if self.claim.form in ("before", "earlier"):
            start, end = end, start
        counted = arithmetic.spans(start, end, self.claim.unit)
        if start.sort_key() >= end.sort_key():
            return False
        if not counted:
            return False
        return counted[-1] >= 0.5

    def facets(self, first: int, last: int) -> set[str]:
        """The steps of which the words between two tokens speak."""
        return {
            kind for word in self.text.words[first:last] for kind in self.words.facets(word)
        }

    def at_steps(self, frame: Frame, steps: set[str]) -> list[PartialDate]:
        """The dates of some steps of an event, or of the others of the same act."""
        family = [] if frame.edition else self.frames.family(frame)
        own = self.of_kinds(frame, steps)
        return own or [day for other in family for day in self.of_kinds(other, steps)]

    def of_kinds(
        self,
        frame: Frame,
        steps: set[str],
    ) -> list[PartialDate]:
        """The firm dates of some steps of an event itself."""
        return [
            each.date
            for each in frame.dates
            if each.kind in steps and self.may_begin(frame, each)
        ]

    def subject(self, others: Links) -> Frame | None:
        """The event of the main clause: the one that its dates mean, or the one that its words
        surely mean.
        """
        meant = {frame.id: frame for frame, _ in self.meant_here}
        if len(meant) == 1 and self.claim.form == "after":
            return next(iter(meant.values()))
        ranked = sorted(others, key=lambda link: -link.score)
        if not ranked or ranked[0].score < SURE:
            return None
        if self.is_repeated(ranked[0]) and ranked[0].likeness < HALF:
            return None
        best = ranked[0].frame
        is_rival = any(
            link.score >= ranked[0].score * CLOSE
            and (link.frame.of or link.id) != (best.of or best.id)
            for link in ranked[1:]
        )
        if is_rival:
            return None
        return best


def is_anniversary(frame: Frame, moment: Moment) -> bool:
    """Return whether a date is the day of an event in a later year."""
    day = moment.earliest
    if day is None or moment.kind != "day":
        return False
    days = judging.ends_of(frame.preferred.date)
    return any(
        (each.month, each.day) == (day.month, day.day) and each < day for each in days
    )
