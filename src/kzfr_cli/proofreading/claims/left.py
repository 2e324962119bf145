"""Tell which number of an event an amount stands for, where only one of its digits differs and the
sentence tells no other amount that may be meant.

A number of one digit («60 %», "2 GW") differs from many others in one: it is not its form that
tells a slip, but that the event surely meant has no other number of that thing left.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable

from kzfr_cli.proofreading import slips, thresholds
from kzfr_cli.proofreading.claims.measured import Teller, is_sort
from kzfr_cli.proofreading.claims.only import OnlyCase
from kzfr_cli.proofreading.claims.slipped import SEVERAL, SURE
from kzfr_cli.proofreading.frames import Frame
from kzfr_cli.proofreading.quantities import TITLED, Told

DATED = thresholds.of("weak")
"""Score from which an event that a date of the text means is the one whose number is told."""


LARGE = 2100
"""The least number that is hardly another by chance, nor a year."""


class LeftCase(OnlyCase):
    """An amount on trial against what an event tells that the sentence does not tell rightly."""

    def digit_off(self, teller: Teller) -> Told | None:
        """The only number of the thing that the event tells and the sentence does not, from which
        that of the text differs in one digit.
        """
        if not self.may_be_slip(teller):
            return None
        alike = list(filter(self.is_written_as, self.left(teller)))
        if len({told.value for told in alike}) != 1:
            return None
        told = alike[0]
        may_differ = self.is_few(told) or self.may_be_part(told, teller)
        return None if may_differ else told

    def may_be_slip(self, teller: Teller) -> bool:
        """Return whether some number of an event that is surely meant is written like a
        firm one.
        """
        if not any(map(self.is_written_as, teller.frame.numbers)):
            return False
        return self.is_sure(teller) and not self.is_vague()

    def is_sure(self, teller: Teller) -> bool:
        """Return whether an event is surely meant: by its words, or by its date, too."""
        if teller.is_meant:
            return teller.score >= DATED
        return teller.score >= SURE

    def is_written_as(self, told: Told) -> bool:
        """Return whether the number of the text differs in one digit from another."""
        return slips.is_written_alike(self.amount.value, told.value)

    def is_few(self, told: Told) -> bool:
        """Return whether things are counted of which there are but a few."""
        return not self.amount.unit and min(self.amount.value, told.value) < SEVERAL

    def is_vague(self) -> bool:
        """Return whether a number is but rough, or a share rather by how much something grew."""
        is_growing = self.amount.unit == "percent" and self.is_growth()
        return is_growing or self.amount.is_rough

    def left(self, teller: Teller) -> list[Told]:
        """The numbers of the thing that an event firmly tells and the sentence does not: of the
        holder whom the text names, where they have holders.
        """
        same = list(filter(self.is_comparable, teller.frame.numbers))
        untold = [told for told in self.closest(same) if not self.is_said(told)]
        return held_by(self.holders, untold) or held_by(self.said_names, untold) or untold

    def alike(self, teller: Teller) -> list[Told]:
        """The numbers of an event of which that of the text may be a slip: those that count the
        same most closely, else, of an event that is surely meant, those of many digits.
        """
        is_sure = teller.is_meant or teller.score >= SURE
        is_like = self.is_alike if is_sure else self.is_comparable
        like = self.closest(list(filter(is_like, teller.frame.numbers)))
        if like or not is_sure:
            return like
        return list(filter(self.is_told_bare, teller.frame.numbers))

    def is_told_bare(self, told: Told) -> bool:
        """Return whether a number that leaves out what it counts is, by its many digits, but that
        of an event, mistyped: «8 445 km, dont 2 687 au Kazakhstan».
        """
        is_firm = told.level >= TITLED and not told.is_ordinal and not self.is_said(told)
        if self.amount.unit or told.unit or not is_firm or self.amount.value < LARGE:
            return False
        return slips.is_telling(self.amount.value, told.value)

    def is_barely_told(self, frame: Frame) -> bool:
        """Return whether an event tells the number without what it counts: "from six to twelve"."""
        return any(
            told.value == self.amount.value and told.unit == self.amount.unit
            for told in frame.numbers
            if told.level >= TITLED
            and not (told.is_ordinal or any(map(is_sort, told.heads)))
        )


def held_by(names: Collection[str], numbers: Iterable[Told]) -> list[Told]:
    """Those of some numbers that one of some names holds."""
    return [told for told in numbers if not told.holders.isdisjoint(names)]
