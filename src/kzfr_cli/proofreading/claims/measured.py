"""What the amounts of a text are compared by: their value as it is rounded, their unit, what
they count, whose they are.
"""

from __future__ import annotations

from collections.abc import Container
from functools import cached_property

from kzfr_cli.core.record import record
from kzfr_cli.proofreading import (
    quantities,
    slips,
    thresholds,
)
from kzfr_cli.proofreading.amounts import Amount
from kzfr_cli.proofreading.case import Case, Claim
from kzfr_cli.proofreading.claims import day_tellers, kin, rounding
from kzfr_cli.proofreading.frames import Frame, is_long_after
from kzfr_cli.proofreading.linking import Link, Links
from kzfr_cli.proofreading.quantities import Told
from kzfr_cli.proofreading.trial import Trial

LIKELY = thresholds.of("likely")
LIKE = thresholds.of("slip")
FAR_OFF = thresholds.of("far-number")
"""Score from which an event may be the one whose number is told; how many times it counts that it
tells a like number; and how many times as much a number must be to be unlike another.
"""

MOST = 4
"""Events that are asked for a number at most, beside those of the dates."""

MEANT = thresholds.of("weak")
"""What it adds to the link to an event that a date of the text means it."""

SAYS_LITTLE = thresholds.of("little")
"""Weight of the words around an amount below which the sentence before is read, too."""


@record
class Teller:
    """An event whose numbers may be meant; `is_meant` says that a date beside the amount is its."""

    frame: Frame
    score: float
    is_meant: bool


class MeasuredCase(Case):
    """An amount on trial."""

    def __init__(self, trial: Trial, claim: Claim) -> None:
        super().__init__(trial, claim)
        self.amount: Amount = trial.amounts[int(claim.form)]
        speller = trial.frames.speller
        self.heads, self.nouns = quantities.noun_keys(self.text, self.amount, speller)

    @property
    def others_here(self) -> list[Amount]:
        """The other amounts of its sentence."""
        here = range(self.sentence.first, self.sentence.last)
        return [
            each
            for each in self.trial.amounts.values()
            if each.first in here and each.first != self.amount.first
        ]

    def counted_key(self, place: int) -> str:
        """The key of a word as one that is counted."""
        return quantities.key_of(self.text, place, self.trial.frames.speller)

    def agrees(self, value: float, bound: str = "exact") -> bool:
        """Return whether a number, rounded as the text rounds it, is that of the text."""
        return rounding.agrees(self.amount, value, bound)

    def is_slip(self, value: float) -> bool:
        """Return whether the number of the text is a slip of another: digits changed or swapped,
        ten times as much. By how much something grew is no slip of a share.
        """
        if self.amount.unit == "percent" and self.is_growth():
            return False
        return slips.is_slip(self.amount.value, value)

    def is_growth(self) -> bool:
        """Return whether the clause says by how much something grew or fell, not to what: «passe de
        8,33 % à 16,81 %».
        """
        if self.text.has("levels", self.first - 1):
            return False
        return self.words.any("growth", self.text.words[slice(*self.clause)])

    # ---- the events that may tell it

    @cached_property
    def links(self) -> Links:
        """The events that the words around the amount may mean, its own clause first."""
        around = self.around
        weight = self.trial.weight_of(around)
        if weight < SAYS_LITTLE or self.says("pronouns"):
            around = [*around, *self.context]
        found = self.trial.ranked(self.trial.linked(around))
        return [link for link in found if self.may_tell(link.frame)]

    def may_tell(self, frame: Frame) -> bool:
        """Return whether an event may be told in the text: it speaks of no country more, and did
        not happen long after the text was written.
        """
        if self.is_foreign(frame):
            return False
        return not is_long_after(frame, self.today)

    @cached_property
    def tellers(self) -> list[Teller]:
        """The events that the words around the amount may tell of, the likeliest first."""
        scores = {link.id: link.score for link in self.links}
        whole = {link.id: link.score for link in self.trial.links(self.sentence)}
        meant = {frame.id: frame for frame in self.meant() if not self.is_foreign(frame)}
        found = [
            Teller(
                frame=frame,
                score=max(scores.get(name, MEANT), whole.get(name, MEANT)),
                is_meant=True,
            )
            for name, frame in meant.items()
        ]
        others = self.linked_beside(self.links, meant)
        if not any(self.is_telling(each.frame) for each in found):
            found += self.of_day(meant)
        return sorted(
            [*found, *others],
            key=lambda each: -(each.score + MEANT * each.is_meant),
        )

    def is_telling(self, frame: Frame) -> bool:
        """Return whether an event may be told in the text, and firmly tells a number of the
        thing.
        """
        return self.may_tell(frame) and any(map(self.is_comparable, frame.numbers))

    def of_day(self, known: Container[str]) -> list[Teller]:
        """The only event of the days of the sentence that tells a number of the thing."""
        link = day_tellers.only(self.trial, self.moments, self.is_telling)
        if link is None or link.id in known:
            return []
        return [
            Teller(
                frame=link.frame,
                score=max(link.score, LIKELY),
                is_meant=True,
            )
        ]

    @cached_property
    def others(self) -> list[Teller]:
        """The other events that the whole sentence may tell of."""
        own = {each.frame.id for each in self.tellers}
        links = filter(self.is_of_ours, self.trial.links(self.sentence))
        return self.linked_beside([*links], own)

    def is_of_ours(self, link: Link) -> bool:
        """Return whether an event that is linked to may be told in the text."""
        return self.may_tell(link.frame)

    def linked_beside(self, links: Links, known: Container[str]) -> list[Teller]:
        """The likeliest of some links but those to known events; it speaks for one that it tells
        a like number of the very thing.
        """
        found = [
            Teller(
                frame=link.frame,
                score=link.score * (LIKE if self.is_telling_like(link.frame) else 1.0),
                is_meant=False,
            )
            for link in links[:MOST]
            if link.id not in known
        ]
        return [each for each in found if each.score >= LIKELY]

    def is_telling_like(self, frame: Frame) -> bool:
        """Return whether an event tells of what the text counts a number near the text's."""
        if self.amount.unit:
            return False
        return any(
            self.is_not_far(told) for told in frame.numbers if self.is_comparable(told)
        )

    def is_not_far(self, told: Told) -> bool:
        """Return whether a number is not far from that of the text."""
        low, high = sorted((told.value, self.amount.value))
        return high <= low * FAR_OFF

    def meant(self) -> list[Frame]:
        """The events that the dates of the amount's own part of the sentence mean, else those
        around.
        """
        first, last = self.cell
        own = self.meant_here
        inside = [frame for frame, moment in own if first <= moment.first < last]
        dates = [each.first for each in self.moments]
        if inside or any(first <= place < last for place in dates):
            return inside
        return [frame for frame, _ in self.meant_near]

    # ---- the same thing

    def is_same(self, told: Told) -> bool:
        """Return whether a number that an event tells may be of the same thing as that of the
        text.
        """
        if told.is_ordinal or self.is_of_other_holder(told):
            return False
        if self.amount.is_yearly and not told.is_yearly:
            return False
        if told.is_yearly != self.amount.is_yearly and self.amount.unit:
            return False
        if self.amount.unit or told.unit:
            return self.amount.unit == told.unit
        return bool(self.heads & told.nouns or told.heads & self.nouns)

    def is_comparable(self, told: Told) -> bool:
        """Return whether a number that an event tells measures the same thing, so that it may
        refute the text's.
        """
        if told.is_ordinal or told.level < quantities.TITLED:
            return False
        if self.amount.is_yearly and not told.is_yearly:
            return False
        if self.amount.unit or told.unit:
            if self.amount.unit != told.unit:
                return False
            return self.amount.is_yearly == told.is_yearly
        return self.counts_alike(told) and not self.is_otherwise_qualified(told)

    def counts_alike(self, told: Told) -> bool:
        """Return whether an event tells a number of what the text counts, or one near the text's
        of what may be called so.
        """
        if self.heads & told.heads:
            return True
        return bool(self.kin & told.heads) and self.is_not_far(told)

    @cached_property
    def kin(self) -> frozenset[str]:
        """The keys of what the things that the text counts may be called otherwise."""
        return kin.of(self.heads)

    def is_otherwise_qualified(self, told: Told) -> bool:
        """Return whether a number counts another sort of the thing than the text does: freight
        locomotives, not those of passenger trains.
        """
        theirs = told.heads - self.heads - self.nouns - self.kin
        mine = self.heads - told.heads - told.nouns - kin.of(told.heads)
        return any(map(is_sort, theirs)) and any(map(is_sort, mine))

    def of_other_sorts(self, frame: Frame) -> set[float]:
        """The numbers that an event tells of another sort of the thing."""
        return {
            told.value
            for told in frame.numbers
            if told.heads & self.heads and self.is_otherwise_qualified(told)
        }

    def is_alike(self, told: Told) -> bool:
        """Return whether a number that an event tells may measure the same thing: its words or
        those around are the text's.
        """
        if self.amount.unit or told.unit:
            return self.is_comparable(told)
        firm = not told.is_ordinal and told.level >= quantities.TITLED
        if not firm:
            return False
        return bool(self.heads & told.nouns)

    def is_of_other_holder(self, told: Told) -> bool:
        """Return whether a share that an event tells is another's than the one that the text
        gives it to.
        """
        if self.amount.unit != "percent" or told.unit != "percent":
            return False
        if not bool(self.holders & self.known_holders):
            return False
        return not self.holders & told.holders

    @cached_property
    def known_holders(self) -> frozenset[str]:
        """The names whose shares the events of the sentence surely tell."""
        return frozenset(
            key
            for each in (*self.tellers, *self.others)
            for told in each.frame.numbers
            if told.unit == "percent" and told.level >= quantities.TITLED
            for key in told.holders
        )

    @cached_property
    def holders(self) -> frozenset[str]:
        """The keys of the name beside the amount, of which one may hold it; else those of the
        party that is told by its country: «le groupe français».
        """
        if side := self.side:
            return side
        speller = self.trial.speller
        place = quantities.holder(self.text, self.amount, speller)
        if place is None:
            return frozenset()
        names = [unit.key for unit in self.units if unit.first <= place <= unit.last]
        return frozenset((quantities.key_of(self.text, place, speller), *names))

    @cached_property
    def side(self) -> frozenset[str]:
        """The keys of the holder that the text names only by its country, of two of whom one is
        of the other country.
        """
        if self.amount.unit != "percent":
            return frozenset()
        behind, before = quantities.beside(self.amount)
        for places in (behind, self.unparted(before)):
            for place in quantities.breath(self.text, places):
                if self.is_party(place):
                    return self.held_by(is_kazakh=self.text.has("kazakh_party", place))
        return frozenset()

    def unparted(self, before: range) -> range:
        """Those of the tokens before an amount that no sign parts from it."""
        for place in before:
            if SIGNS & set(self.text.gap(place)):
                return range(before.start, place, -1)
        return before

    def is_party(self, place: int) -> bool:
        """Return whether a word says of which country the firm beside it is."""
        text = self.text
        is_of_country = text.has("kazakh_party", place) or text.has("french_party", place)
        if not is_of_country:
            return False
        return text.has("firms", place - 1) or text.has("firms", place + 1)

    def held_by(self, *, is_kazakh: bool) -> frozenset[str]:
        """The keys of the one of two holders that is of Kazakhstan, or that is not."""
        for each in (*self.tellers, *self.others):
            sides = sides_of(each.frame)
            if len(sides) == 2 and len(set(sides.values())) == 2:
                return next(keys for keys, home in sides.items() if home is is_kazakh)
        return frozenset()


def is_sort(key: str) -> bool:
    """Return whether a key is of a word that says of what sort something is, not of any word that
    follows by chance.
    """
    return key[0] in "%#"


def sides_of(frame: Frame) -> dict[frozenset[str], bool]:
    """The holders of whom an event surely tells the shares, each with whether its name says that it
    is of Kazakhstan.
    """
    holders = {
        told.holders
        for told in frame.numbers
        if told.unit == "percent" and told.level >= quantities.TITLED and told.holders
    }
    return {keys: any(key.startswith(HOME) for key in keys) for keys in holders}


SIGNS = frozenset(",;:.()—–")
"""Signs that part who is named only by its country from an amount behind."""

HOME = ("_kaz", "_samruk")
"""How the keys of the firms of Kazakhstan begin."""
