"""Tell which number of an event is the only one that it tells of what the text counts or measures,
so that it refutes another.
"""

from __future__ import annotations

from collections import Counter
from functools import cached_property

from kzfr_cli.proofreading import amounts, thresholds
from kzfr_cli.proofreading.amounts import CURRENCIES, Amount
from kzfr_cli.proofreading.claims import kin
from kzfr_cli.proofreading.claims.measured import Teller
from kzfr_cli.proofreading.claims.rivals import RivalCase
from kzfr_cli.proofreading.claims.rounding import JUST_ABOVE
from kzfr_cli.proofreading.claims.slipped import SURE
from kzfr_cli.proofreading.framed import OF_A_TYPE, day_keys
from kzfr_cli.proofreading.frames import Frame
from kzfr_cli.proofreading.quantities import Told
from kzfr_cli.proofreading.trial import prior

DATED = thresholds.of("weak")
MEASURED = thresholds.of("certain")
WHOLE = thresholds.of("mostly")
"""Scores from which an event refutes a slip of its number, a count of its thing, the only number
of its unit, its only sum.
"""

FAR_OFF = thresholds.of("far-number")
"""How many times as much a round number must be to refute another that is said to be about it."""

BEYOND = 12
"""How many times as much another number of the same thing may be."""

OFTEN = 2
"""How many times as often as any other a number must be told of a thing to be that of all of it."""


class OnlyCase(RivalCase):
    """An amount on trial against the only number that an event tells of its thing."""

    def closest(self, numbers: list[Told]) -> list[Told]:
        """Those of some numbers that count what the text counts most closely: of passenger
        locomotives, where the event has a number, not of all locomotives.
        """
        shared = [len(told.heads & self.heads) for told in numbers]
        most = max(shared, default=0)
        return [told for told, each in zip(numbers, shared, strict=True) if each == most]

    def other_number(self, teller: Teller) -> Told | None:
        """The only number that the event tells of that very thing, where it is another than the
        text's.
        """
        told = self.prevailing(teller)
        if told is None:
            return None
        if not (self.claim.bound == "exact" or self.is_far_off(told)):
            return None
        if not self.amount.unit:
            if self.is_counted(told, teller) and not self.is_beyond(told):
                return told
            return None
        if self.amount.unit == "percent":
            if self.is_only_share(told, teller):
                return told
            return None
        if self.is_only_measure(teller):
            return told
        return None

    def is_beyond(self, told: Told) -> bool:
        """Return whether a number is so far from another that it must be of something else: the
        seats of an aircraft, not the passengers of a year.
        """
        low, high = sorted((told.value, self.amount.value))
        return high > low * BEYOND

    def prevailing(self, teller: Teller) -> Told | None:
        """The number that the event tells of that very thing: the only one, or of what it counts
        the one that most of its texts tell, so that it is not one of its parts.
        """
        same = self.comparable(teller)
        often = Counter(told.value for told in same).most_common(2)
        if not often or (
            len(often) > 1 and (self.amount.unit or often[0][1] < OFTEN * often[1][1])
        ):
            return None
        telling = [told for told in same if told.value == often[0][0]]
        return next((told for told in telling if told.holders), telling[0])

    def comparable(self, teller: Teller) -> list[Told]:
        """The numbers of that very thing that the event tells, but those that the sentence gives to
        another amount.
        """
        same = self.of_thing([*filter(self.is_comparable, teller.frame.numbers)])
        if self.amount.unit:
            same = [told for told in same if not self.is_said(told)]
        return self.closest(same) if teller.is_meant else same

    def is_said(self, told: Told) -> bool:
        """Return whether another amount of the sentence is a number that an event tells."""
        return any(abs(each.value - told.value) <= each.step for each in self.alike_here)

    @cached_property
    def alike_here(self) -> list[Amount]:
        """The other amounts of the sentence that measure what this one does."""
        return [each for each in self.others_here if self.may_be_alike(each)]

    def may_be_alike(self, other: Amount) -> bool:
        """Return whether another amount is in the same unit, or in none, or counts the same."""
        if self.amount.unit:
            return other.unit in ("", self.amount.unit)
        return not other.unit and self.is_of_same(other)

    def of_thing(self, numbers: list[Told]) -> list[Told]:
        """Those of some numbers that count the very thing; where none does, all."""
        direct = [told for told in numbers if told.heads & self.heads]
        return direct or numbers

    def is_far_off(self, told: Told) -> bool:
        """Return whether a number said to be about so much is much more or less than another,
        or one of things said to be more is above it.
        """
        low, high = sorted((told.value, self.amount.value))
        if self.claim.bound == "more" and not self.amount.unit:
            return self.amount.value > told.value * JUST_ABOVE
        if self.claim.bound not in ("about", "nearly"):
            return False
        return high >= low * FAR_OFF

    def is_counted(
        self,
        told: Told,
        teller: Teller,
    ) -> bool:
        """Return whether the event surely counts that very thing, and more than one of it."""
        if self.is_one_of_day(teller) and teller.score < WHOLE:
            return False
        if self.may_be_part(told, teller):
            return False
        alone = teller.is_meant and sum(each.is_meant for each in self.tellers) == 1
        if teller.score < (DATED if alone else SURE):
            return False
        return min(self.amount.value, told.value) > 1

    def may_be_part(self, told: Told, teller: Teller) -> bool:
        """Return whether a smaller number may be that of a part of what the event tells: behind
        another of the same thing, or in a clause of other acts than its titles tell: what is
        delivered was ordered.
        """
        if self.amount.unit or self.amount.value >= told.value:
            return False
        if self.is_of_sort(told):
            return True
        if not teller.is_meant and self.is_of_other_act(teller.frame):
            return True
        return any(map(self.is_of_same, self.others_before))

    def is_of_sort(self, told: Told) -> bool:
        """Return whether the text counts but one sort of what the event counts: passenger
        locomotives.
        """
        narrower = self.heads - told.heads - told.nouns - kin.of(told.heads)
        return any(key[0] == "%" for key in narrower)

    def is_of_other_act(self, frame: Frame) -> bool:
        """Return whether its clause tells but of acts that the titles of an event do not."""
        words = self.text.words[slice(*self.clause)]
        acts = {f"@{kind}" for word in words for kind in self.words.types(word)}
        told = max((self.frames.level(act, frame) for act in acts), default=1.0)
        return told < OF_A_TYPE

    def is_one_of_day(self, teller: Teller) -> bool:
        """Return whether the sentence gives a day that is that of another event, too, which tells
        another number of the thing: «les six accords du 6 octobre 2009».
        """
        days = {each.earliest for each in self.moments if each.is_day and each.has_year}
        if days.isdisjoint(each.date.earliest for each in teller.frame.dates):
            return False
        own = self.values_of_thing(teller.frame)
        return any(
            self.values_of_thing(frame) - own
            for day in filter(None, days)
            for frame in map(self.frames.frame, self.frames.dated(day_keys(day)[0]))
            if any(each.date.earliest == day for each in frame.dates)
        )

    def values_of_thing(self, frame: Frame) -> set[float]:
        """The numbers that an event tells of what the text counts."""
        return {told.value for told in frame.numbers if self.is_comparable(told)}

    def is_only_measure(self, teller: Teller) -> bool:
        """Return whether the event, of that very day, tells one number of a unit of its own:
        tonnes, megawatts; or one sum.
        """
        if self.amount.unit in CURRENCIES:
            if not self.is_alone():
                return False
            return self.is_dated(teller.frame) or teller.score >= WHOLE
        if amounts.is_rate(self.amount):
            return self.is_alone() and self.is_of_those_days(teller)
        if not (teller.is_meant and self.is_of_exact_date(teller.frame)):
            return False
        return teller.score >= MEASURED

    def is_of_those_days(self, teller: Teller) -> bool:
        """Return whether an event is surely meant and has just happened, or is dated in the
        sentence: how often something is changes with time.
        """
        if teller.score < SURE:
            return False
        if self.is_dated(teller.frame):
            return True
        return self.today is not None and prior(teller.frame, self.today) > 1.0

    def is_dated(self, frame: Frame) -> bool:
        """Return whether a date of the sentence means an event."""
        return any(each is frame for each, _ in self.meant_here)

    def is_of_exact_date(self, frame: Frame) -> bool:
        """Return whether a date of the sentence that means an event is more than its year: every
        row of a series has a year.
        """
        return any(
            each is frame and moment.kind != "year" for each, moment in self.meant_near
        )

    def is_only_share(
        self,
        told: Told,
        teller: Teller,
    ) -> bool:
        """Return whether the event tells one share, of a holder whom the sentence names."""
        named = bool(told.holders & self.said_names) and not self.says("growth")
        if not named or self.is_held_by_another(told):
            return False
        if not self.is_alone():
            return False
        return teller.score >= MEASURED

    def is_held_by_another(self, told: Told) -> bool:
        """Return whether a name of the database that holds no share of the event stands beside the
        share.
        """
        names = {key for key in self.holders if key[0] == "_"}
        return bool(names) and not self.holders & told.holders

    def is_alone(self) -> bool:
        """Return whether the sentence tells no other amount of that unit."""
        return all(each.unit != self.amount.unit for each in self.others_here)
