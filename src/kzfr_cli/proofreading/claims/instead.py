"""Find the event in which somebody or an organisation stands in the place of another: the rest of
the sentence, with the event's own name put in its place, surely means it.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import cached_property

from kzfr_cli.proofreading import thresholds
from kzfr_cli.proofreading.claims import of_days
from kzfr_cli.proofreading.claims.naming import EXACT, MOST, POSSIBLE
from kzfr_cli.proofreading.claims.stand_ins import ORGANISED, StandInCase
from kzfr_cli.proofreading.frames import Frame
from kzfr_cli.proofreading.linking import CITIES, COUNTRIES, Link, Links
from kzfr_cli.proofreading.moments import Moment
from kzfr_cli.proofreading.vocabulary import TextUnit

SURE = thresholds.of("half")
CERTAIN = thresholds.of("certain")
RIVAL = thresholds.of("rival")
"""Score from which an event is meant by the rest and its own name, on the day or in the month of
the sentence, and without a date; share of it that no other reaches.
"""

MOSTLY = thresholds.of("mostly")
WHOLE = thresholds.of("whole")
"""Shares of a title that are said with the event's own name, from which it is meant without a
date, and whatever else may be.
"""

NAMED = ORGANISED | {"person", "place", "programme"}
"""The kinds of names by which an event is told apart from others like it."""

TOLD = thresholds.of("half")
"""Share of that score below which an event that tells of the name excuses nothing."""


class InsteadCase(StandInCase):
    """A person or an organisation that may stand in the place of the one that an event has."""

    is_anyhow = True

    @cached_property
    def meant(self) -> list[Frame]:
        """The events that the rest surely means, or else the only one that the rest means with
        its own name in the place of this one.
        """
        return self.plain or [link.frame for link in self.restored]

    @cached_property
    def plain(self) -> list[Frame]:
        """The events that the rest surely means by itself."""
        return self.meant_by_rest()

    @cached_property
    def restored(self) -> Links:
        """The only event that the rest means with its own name in the place of this one; or
        none.
        """
        if self.plain:
            return []
        likely = [each for frame in self.candidates() for each in self.with_own_names(frame)]
        found = [link for link in likely if self.is_enough(link)]
        return found if len(found) == 1 else []

    def candidates(self) -> list[Frame]:
        """The events that the rest may mean, and those of the day of the sentence."""
        likely = [link.frame.place for link in self.others[:POSSIBLE]]
        places = dict.fromkeys([*likely, *self.of_the_day()])
        return [self.frames.frame(place) for place in places]

    def own_names(self, frame: Frame) -> Iterable[str]:
        """The tokens of the names of an event in whose place this one may stand."""
        raise NotImplementedError

    def with_own_names(self, frame: Frame) -> Links:
        """The link to an event where its own name stands in the place of this one, if that is the
        best without a rival.
        """
        names = [*self.own_names(frame)]
        if not names or len(names) > MOST:
            return []
        links = self.linked_with(names, [frame.place])
        links = self.contemporary(self.trial.ranked(links))
        is_rival = len(links) > 1 and links[1].score >= links[0].score * RIVAL
        if not links or links[0].frame is not frame or is_rival:
            return []
        return links[:1]

    def linked_with(self, names: Iterable[str], places: list[int]) -> Links:
        """The events that the rest may mean with some names in the place of this one."""
        own = range(self.first, self.last + 1)
        window = [(unit, 1.0) for unit in self.inside if unit.first not in own]
        put = [
            TextUnit(
                first=self.first,
                last=self.last,
                key=name,
                kind="organisation",
            )
            for name in names
        ]
        return self.trial.linked([*window, *((unit, 1.0) for unit in put)], places)

    def first_of_unsaid(self, like: list[str], frame: Frame) -> str:
        """The first of those of its sort that an event has, where the text means it surely, gives
        its day or its month, and names none of them; or nothing.
        """
        is_sure = any(link.score >= SURE for link in self.others if link.frame is frame)
        if not (like and is_sure and self.exact) or any(map(self.is_said, frame.bodies)):
            return ""
        return like[0]

    def is_anchored(self, frame: Frame) -> bool:
        """Return whether the sentence gives the day or the month of an event, or names something
        else of it than a great town, so that no other firm may have done the same.
        """
        exact = [each for each in self.stated if of_days.is_few(each)]
        if exact:
            return True
        said = {unit.key for unit in self.inside if unit.kind in NAMED}
        own = said - {self.claim.form} - COUNTRIES - CITIES
        is_named = any(self.frames.level(name, frame) for name in own)
        if is_named or frame in self.of_day_beside():
            return True
        return bool(self.stated) and self.is_whole_with_own(frame)

    def is_whole_with_own(self, frame: Frame) -> bool:
        """Return whether the rest says a whole title of an event with its own name in the place of
        this one.
        """
        return any(link.likeness >= MOSTLY for link in self.with_own_names(frame))

    def told_beside(self) -> list[Frame]:
        """The likeliest event, where a date of another part of the sentence means it or is its
        own.
        """
        return super().told_beside() or self.of_day_beside()

    def of_day_beside(self) -> list[Frame]:
        """The likeliest event, where but another part of the sentence gives a date, its own day."""
        likely = [link for link in self.others[:1] if link.score >= SURE]
        days = [] if self.stated else filter(of_days.is_few, self.moments)
        dated = [link for each in days for link in likely if self.was(link, each)]
        return [link.frame for link in dated]

    def strangers(self, frame: Frame, kinds: frozenset[str]) -> set[str]:
        """The other names of some kinds of which an event does not tell: of its clause alone, where
        that says enough.
        """
        found = super().strangers(frame, kinds)
        begun, ended = self.clause
        if self.is_short(begun, ended):
            return found
        return found & {unit.key for unit in self.units if begun <= unit.first < ended}

    def contemporary(self, links: Links) -> Links:
        """Those of some events that were on a day or in a month of the sentence, where it gives
        one.
        """
        days = self.exact
        if not days:
            return links
        return [link for link in links if any(self.was(link, each) for each in days)]

    def is_enough(self, link: Link) -> bool:
        """Return whether an event is meant that surely: the less so, the more exactly the sentence
        dates it.
        """
        if self.is_foreign(link.frame) or self.is_to_come(link.frame):
            return False
        if self.exact:
            return link.score >= SURE and any(self.was(link, each) for each in self.exact)
        is_undated = not (self.moments or self.counts_time())
        return is_undated and self.is_enough_undated(link)

    @property
    def exact(self) -> list[Moment]:
        """The dates of the sentence that tell which event is meant."""
        return [each for each in self.stated if each.kind in EXACT]

    def is_enough_undated(self, link: Link) -> bool:
        """Return whether the rest means an event surely without a date: it says nearly a whole
        title with the event's own name, and is of no other as much.
        """
        if link.score < CERTAIN or self.comes_again(link):
            return False
        is_best = self.others[0].frame is link.frame
        is_named = link.likeness >= MOSTLY and is_best
        return is_named and (link.likeness >= WHOLE or not self.has_rival)

    def is_to_come(self, frame: Frame) -> bool:
        """Return whether an event was later than the text."""
        begun = frame.preferred.date.earliest
        return bool(self.today and begun and begun > self.today)

    @property
    def has_rival(self) -> bool:
        """Return whether two events are about as likely by the rest alone."""
        best = [link.score for link in self.others[:2]]
        return len(best) > 1 and best[1] >= best[0] * RIVAL

    def is_excused(self) -> bool:
        """Return whether the author does not say it himself, or anything that may be meant tells
        of the name as surely as the event with its own.
        """
        if not self.restored:
            return super().is_excused()
        if self.is_not_asserted():
            return True
        least = self.restored[0].score * TOLD
        likely = self.contemporary(self.others[:POSSIBLE])
        told = (link for link in likely if link.score >= least)
        return any(self.is_told_of(link.frame) for link in told)
