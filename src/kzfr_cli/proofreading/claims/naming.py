"""Ask of a name whether the event of its sentence has it, or another in its place.

The event is the one that the rest of the sentence means: by its day, or without a rival. A name
is held against a text only where the event has another of that kind whom the text lacks, and
neither it, nor a step of the same act, nor anything of those days tells of the one that stands
there: more people, towns and firms take part than are recorded.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import cached_property

from kzfr_cli.proofreading import (
    durations,
    judging,
    thresholds,
)
from kzfr_cli.proofreading.case import Case
from kzfr_cli.proofreading.claims import of_days
from kzfr_cli.proofreading.framed import day_keys
from kzfr_cli.proofreading.frames import Frame
from kzfr_cli.proofreading.linking import (
    COUNTRIES,
    Link,
    Links,
)
from kzfr_cli.proofreading.moments import Moment
from kzfr_cli.proofreading.trial import RECENT, Meant
from kzfr_cli.proofreading.vocabulary import TextUnit

AT_DAY = thresholds.of("weak")
LIKELY = thresholds.of("likely")
SURE = thresholds.of("half")
RIVAL = thresholds.of("rival")
"""Score from which an event of the day of the sentence is meant, one of its month, and one
without a date; share of it that no other reaches.
"""

MOST = 3
POSSIBLE = 8
HALF = thresholds.of("half")
"""Events of which one may be meant; of which none may tell of the name; share of the best score
below which one excuses nothing.
"""

CERTAIN = thresholds.of("telling")
"""Score from which what else happened in those days is no matter."""

NEAR_VISIT = 4
"""Words around a name among which a visit is its own; before it the whole clause counts."""

KNOWN = thresholds.of("named")
"""Score from which the likeliest event may confirm a name."""

WHOLE = thresholds.of("whole")
"""Share of a title from which a victory is named, who won it and in which year."""

SPORT = "sport"
AGAIN = frozenset(
    (
        "visit",
        "diplomacy",
        "multilateral",
        SPORT,
    )
)
"""Categories of what comes again: visits, meetings, matches."""

MAY_AGREE = judging.AGREE | {judging.COARSE}
"""How a date stands to that of an event where one of them may be that of the other."""

EXACT = frozenset(
    (
        "day",
        "span",
        "month",
        "part",
        "list",
    )
)
"""Dates that are exact enough to tell which event is meant."""


class NameCase(Case):
    """A name on trial; `is_anyhow` where a disputed date says as well which event is meant."""

    is_anyhow = False

    @property
    def stretch(self) -> tuple[int, int]:
        """The tokens among which its event is told: its part of the sentence, its row."""
        whole = self.sentence.first, self.sentence.last
        if self.sentence.is_row or self.is_short(*self.cell):
            return whole
        return self.cell

    def is_short(
        self,
        first: int,
        last: int,
    ) -> bool:
        """Return whether some tokens say too little by themselves, and give no date of their
        own.
        """
        inside = [unit for unit in self.units if first <= unit.first < last]
        dated = [each for each in self.moments if first <= each.first < last]
        if len(inside) > FEW:
            return False
        return not dated

    @cached_property
    def stated(self) -> list[Moment]:
        """The dates of its part of the sentence that are right, but for those of what it is told
        after: «le premier … depuis François Hollande en 2014».
        """
        first, last = self.stretch
        return [
            of_days.dated(each, self.trial.as_of)
            for each in self.moments
            if first <= each.first < last
            and each.first not in self.trial.wrong_dates
            and not self.is_of_anchor(each)
        ]

    def is_of_anchor(self, moment: Moment) -> bool:
        """Return whether a date behind the name is that of what follows an "after"."""
        return self.words.any("after", self.text.words[self.last + 1 : moment.first])

    @property
    def inside(self) -> list[TextUnit]:
        """The units of its part of the sentence."""
        first, last = self.stretch
        return [unit for unit in self.units if first <= unit.first < last]

    @cached_property
    def others(self) -> Links:
        """The events that its part of the sentence may mean without it, the best first."""
        own = range(self.first, self.last + 1)
        window = [(unit, 1.0) for unit in self.inside if unit.first not in own]
        if len(window) < FEW or self.says("pronouns"):
            window += self.context
        return self.trial.ranked(self.trial.linked(window, self.of_the_day()))

    def of_the_day(self) -> list[int]:
        """The places of the events that were on a day that the sentence gives."""
        days = [
            each.earliest
            for each in self.stated
            if each.kind in EXACT and each.has_year and each.earliest is not None
        ]
        return sorted(
            {place for day in days for place in self.frames.dated(day_keys(day)[1])}
        )

    @cached_property
    def meant(self) -> list[Frame]:
        """The events that the rest surely means."""
        return self.meant_by_rest()

    def meant_by_rest(self) -> list[Frame]:
        """The events that the rest surely means: on the day that it gives, or without a rival."""
        if self.stated:
            return [link.frame for link in self.of_its_dates() or self.telling_dates()]
        if any(each.kind in EXACT for each in self.moments):
            return self.told_beside()
        links = self.others[:MOST]
        near = {frame.id for frame, moment in self.beside if moment.kind in EXACT}
        found = [link for link in links if link.id in near and link.score >= LIKELY]
        return [link.frame for link in found or self.alone()]

    def told_beside(self) -> list[Frame]:
        """The likeliest event, where a date of another part of the sentence means it, too."""
        ids = {frame.id for frame, _ in self.meant_here}
        found = [link for link in self.others[:1] if link.score >= LIKELY]
        return [link.frame for link in found if link.id in ids]

    def telling_dates(self) -> Links:
        """The event that the words surely mean, and that itself tells the dates of the sentence,
        which are not its own: «élu pour 2017-2018»; or none.
        """
        links = self.others
        if not links or links[0].score < SURE or self.is_foreign(links[0].frame):
            return []
        if len(links) > 1 and links[1].score >= links[0].score * RIVAL:
            return []
        return list(filter(self.tells_dates, links[:1]))

    def tells_dates(self, link: Link) -> bool:
        """Return whether the summaries of an event tell the dates of the sentence."""
        told = of_days.told(link.frame)
        return all((each.earliest, each.latest) in told for each in self.stated)

    @property
    def known(self) -> list[Frame]:
        """The events that it is enough to have in mind to confirm a name: those meant, or the
        likeliest, of no other date.
        """
        links = self.others
        if self.meant or self.stated or not links or links[0].score < KNOWN:
            return self.meant
        is_rival = len(links) > 1 and links[1].score >= links[0].score * RIVAL
        if is_rival:
            return []
        return [links[0].frame]

    def of_its_dates(self) -> Links:
        """The events that are likely enough and were at a date of the sentence, the more exact
        the less likely.
        """
        exact = self.nearest([each for each in self.stated if each.kind in EXACT])
        is_day = any(map(of_days.is_few, exact))
        least = (AT_DAY if is_day else LIKELY) if exact else SURE
        found = [
            link
            for link in self.others
            if link.score >= least
            and any(self.was(link, each) for each in exact or self.stated)
        ]
        return [link for link in found if link.score >= found[0].score * HALF][:MOST]

    def nearest(
        self,
        dates: list[Moment],
    ) -> list[Moment]:
        """Those of some dates that stand in its own clause, or else all of them."""
        begun, ended = self.clause
        own = [each for each in dates if begun <= each.first < ended]
        return own or dates

    def was(
        self,
        link: Link,
        moment: Moment,
    ) -> bool:
        """Return whether an event was at a date, or may have been where it is surely meant."""
        agreeing = MAY_AGREE if link.score >= SURE else judging.AGREE
        return any(
            judging.compare(moment, each) in agreeing and (each.is_firm or self.is_anyhow)
            for each in link.frame.dates
        )

    @property
    def beside(self) -> Meant:
        """The events that the dates of the sentence mean, or those beside it where it counts no
        time from them.
        """
        if self.counts_time():
            return self.meant_here
        return self.meant_near

    def counts_time(self) -> bool:
        """Return whether the sentence tells how much time has passed."""
        inside = range(self.sentence.first, self.sentence.last)
        return any(each.first in inside for each in durations.find(self.text))

    def alone(self) -> Links:
        """The event that the words surely mean without a date, or none."""
        links = self.others
        if not links or links[0].score < SURE or self.moments:
            return []
        if self.is_foreign(links[0].frame) or self.trial.is_celebrating(self.sentence):
            return []
        is_rival = len(links) > 1 and links[1].score >= links[0].score * RIVAL
        if is_rival or self.comes_again(links[0]):
            return []
        return links[:1]

    def comes_again(
        self,
        link: Link,
    ) -> bool:
        """Return whether there are others of the kind of an event, so that one that is not just
        over needs its date.
        """
        is_named = link.frame.category == SPORT and link.likeness >= WHOLE
        if link.frame.category not in AGAIN or is_named:
            return False
        return link.prior < RECENT

    # ---- whether it may be right all the same

    def is_excused(self) -> bool:
        """Return whether the author does not say it himself, or anything that may be meant tells
        of the name.
        """
        if self.is_not_asserted():
            return True
        return any(self.is_told_of(link.frame) for link in self.possible)

    def is_not_asserted(self) -> bool:
        """Return whether the author denies, rejects, plans or adds it, or counts from it."""
        is_open = self.says("planned") or self.is_one_more()
        return bool(self.attitude()) or is_open or self.is_anchor()

    def is_of_visit(self, frame: Frame) -> bool:
        """Return whether the name is that of a visitor or of where he went, beside an event that is
        no visit: "signed during Mr Tokayev's official visit to Paris".
        """
        if frame.category == "visit":
            return False
        before = self.text.words[self.clause[0] : self.first]
        near = self.words_around(NEAR_VISIT, NEAR_VISIT)
        return self.words.any("visits", [*before, *near])

    def is_anchor(self) -> bool:
        """Return whether something is counted from what the name is told of: «un an après la
        visite à Astana».
        """
        begun = self.clause[0]
        dated = {place for each in self.moments for place in range(each.first, each.last)}
        before = (
            self.text.words[each] for each in range(begun, self.first) if each not in dated
        )
        return self.words.any("after", before)

    @property
    def possible(self) -> Links:
        """The events that may be meant: of a day of the sentence only those that were then."""
        best = self.others[0].score if self.others else 0.0
        if any(map(of_days.is_few, self.stated)):
            dated = self.of_its_dates()
            is_far_better = bool(dated) and dated[0].score < best * HALF
            return [*dated, *self.others[:is_far_better]]
        return [link for link in self.others[:POSSIBLE] if link.score >= best * HALF]

    def is_told_of(
        self,
        frame: Frame,
    ) -> bool:
        """Return whether an event tells of the name."""
        return self.frames.level(self.claim.form, frame) > 0

    def is_near(
        self,
        frame: Frame,
    ) -> bool:
        """Return whether a step of the same act, or anything of those days, tells of the name,
        unless this event is surely meant.
        """
        is_dated = any(each.is_day for each in self.stated)
        if not is_dated and any(map(self.is_told_of, self.frames.family(frame))):
            return True
        score = next((link.score for link in self.others if link.frame is frame), 0.0)
        if score >= CERTAIN:
            return False
        return any(map(self.is_told_of, of_days.around(self.frames, frame)))

    # ---- whom or what the event has instead

    def first_lacking(
        self,
        lacking: Callable[[Frame], str],
    ) -> tuple[Frame | None, str]:
        """The first event meant that has another in place of the name, with that one, where
        nothing excuses it; or None.
        """
        for frame in self.meant:
            wanted = lacking(frame)
            if wanted:
                is_right = self.is_told_of(frame) or self.is_near(frame)
                if is_right:
                    return (None, "")
                return (frame, wanted)
        return None, ""

    def strangers(
        self,
        frame: Frame,
        kinds: frozenset[str],
    ) -> set[str]:
        """The other names of some kinds in its part of the sentence, of which an event does not
        tell.
        """
        named = {unit.key for unit in self.inside if unit.kind in kinds} - COUNTRIES
        untold = {name for name in named if not self.frames.level(name, frame)}
        return untold - {self.claim.form}

    def only(
        self,
        names: list[str],
        frame: Frame,
    ) -> str:
        """The only one of some names, or the only one in the titles of an event; or nothing."""
        first = [name for name in names if name in frame.titling] or names
        if len(first) == 1:
            return first[0]
        return ""

    @cached_property
    def said(self) -> frozenset[str]:
        """The names and words of the sentence and of those beside it, but in its dateline."""
        beside = (self.sentence.previous, self.sentence, self.sentence.following)
        units = self.trial.windows.units
        found = (unit for each in beside if each is not None for unit in units(each))
        return frozenset(unit.key for unit in found if unit.first not in self.trial.dateline)


FEW = 3
"""Units with which a sentence says too little of its event by itself."""
