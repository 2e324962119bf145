"""Tell which number of an event an amount stands for, where only one of its digits differs and the
sentence tells no other amount that may be meant.

A number of one digit («60 %», "2 GW") differs from many others in one: it is not its form that
tells a slip, but that the event surely meant has no other number of that thing left.
"""

from __future__ import annotations

from functools import cached_property

from kzfr_cli.proofreading import slips, thresholds
from kzfr_cli.proofreading.amounts import Amount
from kzfr_cli.proofreading.claims.measured import Teller
from kzfr_cli.proofreading.claims.only import OnlyCase
from kzfr_cli.proofreading.claims.slipped import SEVERAL
from kzfr_cli.proofreading.quantities import Told

LIKELY = thresholds.of("sure")
"""Score from which an event is meant whose only number of a thing is another by one digit."""


class LeftCase(OnlyCase):
    """An amount on trial against what an event tells that the sentence does not tell rightly."""

    def digit_off(self, teller: Teller) -> Told | None:
        """The only number of the thing that the event tells and the sentence does not, where that
        of the text is another by one digit.
        """
        if teller.score < LIKELY or self.is_growing():
            return None
        left = self.left(teller)
        if len({told.value for told in left}) != 1:
            return None
        told = left[0]
        if self.may_be_part(told, teller.frame) or self.is_few(told):
            return None
        if slips.is_written_alike(self.amount.value, told.value):
            return told
        return None

    def is_few(self, told: Told) -> bool:
        """Return whether things are counted of which there are but a few."""
        return not self.amount.unit and min(self.amount.value, told.value) < SEVERAL

    def is_growing(self) -> bool:
        """Return whether a share is rather by how much something grew."""
        return self.amount.unit == "percent" and self.is_growth()

    def left(self, teller: Teller) -> list[Told]:
        """The numbers of the thing that an event firmly tells and the sentence does not: of the
        holder whom the text names, where they have holders.
        """
        same = [told for told in teller.frame.numbers if self.is_comparable(told)]
        untold = [told for told in self.closest(same) if not self.is_said(told)]
        mine = [told for told in untold if told.holders & self.holders]
        return mine or untold

    def is_said(self, told: Told) -> bool:
        """Return whether another amount of the sentence is a number that an event tells."""
        return any(abs(each.value - told.value) <= each.step for each in self.alike_here)

    @cached_property
    def alike_here(self) -> list[Amount]:
        """The other amounts of the sentence in the same unit."""
        return [each for each in self.others_here if each.unit == self.amount.unit]
