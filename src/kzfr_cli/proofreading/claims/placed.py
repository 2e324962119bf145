"""Tell of which event a town is: of the one that its part of the sentence dates, or surely
means.
"""

from __future__ import annotations

from kzfr_cli.proofreading import (
    judging,
    known_towns,
    lexicon,
    numbers,
    thresholds,
)
from kzfr_cli.proofreading.claims import of_days, towns
from kzfr_cli.proofreading.claims.naming import EXACT, NameCase
from kzfr_cli.proofreading.dating.limits import STEPS
from kzfr_cli.proofreading.frames import Frame
from kzfr_cli.proofreading.judging import AGREE
from kzfr_cli.proofreading.linking import Links
from kzfr_cli.proofreading.moments import Moment
from kzfr_cli.proofreading.text import Span

BESIDE = thresholds.count("around")
"""Words from a date within which a town belongs to it."""

SIGNED = thresholds.count("near")
"""Words before a town among which the verb says that something was signed there."""

SURE = thresholds.of("telling")
KNOWN = thresholds.of("half")
RIVAL = thresholds.of("share")
"""Score from which an event without its date surely is meant, and of a town that is known; share
that another may have.
"""


class PlacedCase(NameCase):
    """A town, as far as it is asked of which event it is."""

    def is_sited(self, frames: list[Frame]) -> bool:
        """Return whether a title of the likeliest event names the same thing by its own town."""
        noun = towns.noun_of(self.trial, self.claim.first)
        if noun is None or not frames:
            return False
        own = {*frames[0].places}
        if noun.kind == "institution":
            return noun.key in frames[0].titling and len(own) == 1
        return any(
            noun.key in variant and own & {*variant} for variant in frames[0].variants
        )

    def is_known(self) -> bool:
        """Return whether the town is known as one, in the database or in a list."""
        return towns.is_known(self.trial, self.claim)

    def events(self) -> list[Frame]:
        """The events that the date of the town's own part of the sentence means, the nearest
        first.
        """
        first, last = self.part()
        pairs = self.meant_here
        meant = [
            (abs(moment.first - self.first), frame)
            for frame, moment in pairs
            if moment.first not in self.trial.wrong_dates
            and first <= moment.first < last
            and not self.is_parted(moment.first)
        ]
        dates = self.dates(first, last)
        nearest = min(
            dates,
            key=lambda moment: abs(moment.first - self.first),
            default=None,
        )
        if nearest is not None and not any(
            moment.first == nearest.first for _, moment in pairs
        ):
            return self.linked()
        return [
            frame for _, frame in sorted(meant, key=lambda pair: pair[0])
        ] or self.linked()

    def part(self) -> Span:
        """The tokens among which the town's date stands: its clause and the one before it, its
        row, its part.
        """
        if towns.is_in_table(self.text, self.first):
            return self.sentence.first, self.sentence.last
        first, last = self.clause
        if len(self.moments) == 1:
            return self.cell
        if not self.dates(first, last) and first > self.sentence.cell(first)[0]:
            first = self.sentence.clause(first - 1)[0]
        return first, last

    def dates(self, first: int, last: int) -> list[Moment]:
        """The dates of the sentence between two tokens."""
        return [moment for moment in self.moments if first <= moment.first < last]

    def linked(self) -> list[Frame]:
        """The event that the sentence surely means, whether or not its date is right: one
        without a rival.
        """
        if self.is_anchor() or self.is_of_celebration():
            return []
        first, last = self.stretch
        links = self.links(first, last)
        if not links or self.is_foreign(links[0].frame):
            return []
        best = links[0].frame
        if links[0].score < (KNOWN if self.is_alone(best) else SURE):
            return []
        if self.is_one_of_many(best) and not self.is_sited([best]):
            return []
        if any(of_days.is_far(best, each) for each in self.dates(first, last)):
            return []
        return self.unrivalled(links, first, last)

    def unrivalled(
        self,
        links: Links,
        first: int,
        last: int,
    ) -> list[Frame]:
        """The best of some events, where its clause and the dates tell of no other."""
        best = links[0].frame
        if self.is_of_untold(best) or self.is_of_another(best, first, last):
            return []
        rivals = [link.frame for link in links[1:] if link.score >= links[0].score * RIVAL]
        if all(map(self.is_elsewhere, rivals)):
            return [best]
        return []

    def is_signed_there(self) -> bool:
        """Return whether a verb just before the town says that something was signed there."""
        return any("signed" in self.words.facets(word) for word in self.words_before(SIGNED))

    def links(self, first: int, last: int) -> Links:
        """The events that the units between two tokens, without the town, may mean."""
        inside = [
            (unit, 1.0)
            for unit in self.units
            if first <= unit.first < last and unit.first != self.first
        ]
        return self.trial.ranked(self.trial.linked(inside))

    def is_of_untold(self, frame: Frame) -> bool:
        """Return whether the town's own clause tells of something else than an event: «…,
        assemblage à Astana».
        """
        begun, ended = self.clause
        own = [
            unit
            for unit in self.units
            if begun <= unit.first < ended and unit.first != self.claim.first
        ]
        return bool(own) and not any(self.level(unit, frame) for unit in own)

    def is_one_of_many(self, frame: Frame) -> bool:
        """Return whether an event is a step, an edition or a session, of which others were
        elsewhere.
        """
        if self.is_numbered(frame):
            return False
        return bool(frame.of or frame.edition or "session" in frame.tags)

    def is_numbered(self, frame: Frame) -> bool:
        """Return whether the sentence gives the number of an edition: «9th round»."""
        inside = range(*self.stretch)
        said = {each.value for each in numbers.find(self.text) if each.first in inside}
        return bool(frame.edition) and frame.edition in said

    @property
    def possible(self) -> Links:
        """The events that may be meant: of numbered editions only the one whose number is said."""
        links = super().possible
        if not any(self.is_numbered(link.frame) for link in links):
            return links
        return [
            link for link in links if not link.frame.edition or self.is_numbered(link.frame)
        ]

    def is_near(self, frame: Frame) -> bool:
        """Return whether anything of those days tells of the town, or a step of the same act, but
        for another edition than that whose number is said.
        """
        return not self.is_numbered(frame) and super().is_near(frame)

    def is_not_asserted(self) -> bool:
        """Return whether the author denies or rejects it, counts from it, or plans it: what was
        signed there on a day that is past is done, whatever else is still to come.
        """
        if not (self.is_signed_there() and self.gives_past()):
            return super().is_not_asserted()
        return bool(self.attitude()) or self.is_one_more() or self.is_anchor()

    def gives_past(self) -> bool:
        """Return whether the sentence gives but days and months before the text."""
        today = self.today
        ends = [each.latest for each in self.exact]
        if today is None or not ends:
            return False
        return all(end is not None and end <= today for end in ends)

    @property
    def exact(self) -> list[Moment]:
        """The dates of the sentence that tell which event is meant."""
        return [each for each in self.stated if each.kind in EXACT]

    def is_of_another(
        self,
        best: Frame,
        first: int,
        last: int,
    ) -> bool:
        """Return whether the dates between two tokens mean another event."""
        return any(
            frame.id != best.id
            for frame, moment in self.meant_here
            if first <= moment.first < last
        )

    def is_alone(self, frame: Frame) -> bool:
        """Return whether the town is a known one, and its part of the sentence tells no date, the
        sentence no other place than those of an event.
        """
        places = {
            unit.key
            for unit in self.units
            if unit.kind == "place" and unit.key not in towns.COUNTRIES
        }
        if not self.is_known() or self.dates(*self.stretch):
            return False
        return not places - {self.claim.form, *frame.places}

    def is_elsewhere(self, frame: Frame) -> bool:
        """Return whether an event was in other towns, and tells nothing of this one."""
        own = [name for name in frame.places if name not in towns.COUNTRIES]
        return bool(own) and not self.is_told(frame)

    def is_of_celebration(self) -> bool:
        """Return whether the town is where an anniversary is marked: "A reception for the 23rd
        anniversary of independence was held in Paris", not where something was signed.
        """
        return self.trial.is_celebrating(self.sentence) and not self.is_signed_there()

    def is_of_later_step(self, frame: Frame) -> bool:
        """Return whether its date is that of a vote, a ratification or another step of an act,
        which is rarely where the act was signed.
        """
        own = [moment for each, moment in self.meant_here if each.id == frame.id]
        steps = [each for each in frame.dates if each.is_firm and each.kind in STEPS]
        is_step = any(
            judging.compare(moment, each) in AGREE for moment in own for each in steps
        )
        if not is_step:
            return False
        return all(judging.compare(moment, frame.preferred) not in AGREE for moment in own)

    def is_parted(self, place: int) -> bool:
        """Return whether an "after" stands between the town and a date."""
        first = self.sentence.clause(place)[0]
        before = self.text.words[first:place]
        apart = not first <= self.first < place + BESIDE
        if apart and self.words.any("after", before):
            return True
        low, high = sorted((place, self.first))
        return self.words.any("after", self.text.words[low:high])

    def is_told(self, frame: Frame) -> bool:
        """Return whether an event tells of the town."""
        key = self.claim.form
        if self.frames.level(key, frame) or key[1:] in known_towns.told(frame.told):
            return True
        words = lexicon.load()
        return any(
            key[1:] in words.named("cities", word)
            for word in set(frame.told.replace(",", " ").replace(".", " ").split())
        )
