"""Tell what an event tells against a number of which its sources or its own words give another."""

from __future__ import annotations

from kzfr_cli.proofreading import quantities, slips
from kzfr_cli.proofreading.amounts import CURRENCIES
from kzfr_cli.proofreading.claims.slipped import SlippedCase
from kzfr_cli.proofreading.frames import Frame
from kzfr_cli.proofreading.quantities import TITLED, Told

ROUNDED = 2
"""The fewest digits to which another number is the one of the text, rounded."""


class RivalCase(SlippedCase):
    """An amount that may be one of several which sources give of a thing."""

    def rival_of(
        self,
        frame: Frame,
        told: Told,
    ) -> Told | None:
        """What an event tells of that very thing more firmly than the number of the text, or
        against it where its sources differ; None where nothing does.
        """
        firmer = self.firmer(frame, told)
        if rival := self.counted_otherwise(firmer, told):
            return rival
        if self.is_firmly_told(frame):
            return None
        if told.level == quantities.RIVAL:
            return self.opposed(frame, told)
        if self.amount.unit:
            return only_one(firmer)
        return None

    def firmer(
        self,
        frame: Frame,
        told: Told,
    ) -> list[Told]:
        """The numbers that an event tells more firmly than one, and that may be of the same
        thing.
        """
        return [
            each
            for each in frame.numbers
            if each.level > told.level and self.is_same(each) and not is_apart(each, told)
        ]

    def counted_otherwise(self, firmer: list[Told], told: Told) -> Told | None:
        """The first of some numbers that counts the very thing that the text counts."""
        same = self.heads & told.heads
        return next(
            (each for each in firmer if each.heads & same),
            None,
        )

    def is_firmly_told(self, frame: Frame) -> bool:
        """Return whether an event itself tells the number of the text, as it is rounded."""
        said = max(len(slips.digits_of(self.amount.value)), ROUNDED)
        step = 10.0 ** (len(f"{self.amount.value:.0f}") - said)
        return any(
            told.level >= TITLED
            and self.may_say(told)
            and abs(told.value - self.amount.value) < step / 2
            for told in frame.numbers
        )

    def may_say(self, told: Told) -> bool:
        """Return whether a number that stands firmly may be that of the text: of its unit, or
        without any; or of what it counts.
        """
        if self.amount.unit:
            return told.unit in ("", self.amount.unit)
        return bool(told.heads & (self.heads | self.nouns)) and not told.is_ordinal

    def opposed(
        self,
        frame: Frame,
        told: Told,
    ) -> Told:
        """What the event tells against a number in which its sources differ: its own, else
        another of theirs.
        """
        is_money = told.unit in CURRENCIES
        others = [
            each
            for each in frame.numbers
            if each.value != told.value
            and not is_apart(each, told)
            and (each.unit in CURRENCIES if is_money else is_of_thing(each, told))
        ]
        return max(
            others,
            key=lambda each: each.level,
            default=told,
        )


def only_one(numbers: list[Told]) -> Told | None:
    """The first of some numbers, where all are the same; None where they differ."""
    values = {each.value for each in numbers}
    if len(values) == 1:
        return numbers[0]
    return None


def is_of_thing(one: Told, other: Told) -> bool:
    """Return whether two numbers of one unit count the same thing."""
    if one.unit != other.unit:
        return False
    return bool(one.heads & other.heads)


def is_apart(one: Told, other: Told) -> bool:
    """Return whether two numbers are shares of different holders, so that both may be right: 60 %
    of the one and 20 % of the other.
    """
    return one.unit == "percent" and one.holders.isdisjoint(other.holders)
