"""Tell which number of an event an amount is a slip of: another currency, a year added or lost,
two that are swapped.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import cached_property

from kzfr_cli.proofreading import quantities, thresholds
from kzfr_cli.proofreading.amounts import CURRENCIES, Amount
from kzfr_cli.proofreading.claims.measured import MeasuredCase, Teller
from kzfr_cli.proofreading.frames import Frame
from kzfr_cli.proofreading.quantities import TITLED, Told
from kzfr_cli.proofreading.text import Sentence

SURE = thresholds.of("sure")

SEVERAL = 10
"""The least number that is given to another thing by a slip: fewer are of many things."""


class SlippedCase(MeasuredCase):
    """An amount that may be a slip of what an event tells."""

    @cached_property
    def said_names(self) -> set[str]:
        """The keys of the words of the sentence, and of the one before where a pronoun stands for
        one of it, of which some may be holders of shares.
        """
        found = self.names_in(self.sentence)
        before = self.sentence.previous
        if before is not None and self.says("pronouns"):
            found |= self.names_in(before)
        return found

    def names_in(self, sentence: Sentence) -> set[str]:
        """The keys of the words of a sentence, and of its names."""
        words = self.text.words[sentence.first : sentence.last]
        keys = quantities.keys_of_words(" ".join(words), self.trial.speller)
        return keys | {unit.key for unit in self.trial.windows.units(sentence)}

    def other_currency(self, frame: Frame) -> Told | None:
        """The number that the event tells in another currency than the text."""
        if self.amount.unit not in CURRENCIES:
            return None
        found = [
            told
            for told in frame.numbers
            if told.unit in CURRENCIES
            and told.unit != self.amount.unit
            and self.agrees(told.value)
        ]
        if found:
            return found[0]
        return None

    def made_yearly(self, teller: Teller) -> Told | None:
        """The number that the event tells of the whole, where the text makes it that of each
        year.
        """
        frame = teller.frame
        is_sure = teller.is_meant or teller.score >= SURE
        if not self.amount.is_yearly or not (is_sure or self.amount.unit):
            return None
        of_thing = [told for told in frame.numbers if self.is_of_thing(told)]
        same = [told for told in of_thing if self.agrees(told.value)]
        if same and not any(told.is_yearly for told in of_thing):
            return same[0]
        return None

    def is_of_thing(self, told: Told) -> bool:
        """Return whether an event firmly tells a number in the unit of the text, or of several of
        what it counts.
        """
        if told.level < TITLED or told.is_ordinal:
            return False
        if self.amount.unit or told.unit:
            return told.unit == self.amount.unit
        return self.is_several(told) and bool(told.heads & self.heads)

    def swapped_share(self, frame: Frame) -> Told | None:
        """The right share of the holder whom the text gives another's."""
        if self.amount.unit != "percent" or not self.holders:
            return None
        told_of = shares_of(frame)
        theirs = [told for told in told_of if not self.holders & told.holders]
        others = [told for told in theirs if self.agrees(told.value)]
        mine = {told.value: told for told in held(frame) if self.holders & told.holders}
        right = len(mine) == 1 and not any(map(self.agrees, mine))
        if others and right:
            return next(iter(mine.values()))
        return None

    def swapped_count(self, teller: Teller) -> Told | None:
        """The right number of what the text counts, where it gives that of another thing: of the
        abstentions to the votes.
        """
        is_sure = teller.is_meant or teller.score >= SURE
        if self.amount.unit or not self.heads or not is_sure:
            return None
        firm = filter(self.is_several, counted(teller.frame))
        mine, others = parted(firm, self.heads)
        if not self.has_number_of(others) or self.has_number_of(mine):
            return None
        return next((told for told in mine if told.value in self.said_of_others), None)

    def has_number_of(self, numbers: Iterable[Told]) -> bool:
        """Return whether the number of the text is one of some numbers."""
        return any(self.agrees(told.value) for told in numbers)

    @property
    def others_before(self) -> list[Amount]:
        """The other amounts of its sentence that stand before it."""
        return [each for each in self.others_here if each.first < self.first]

    @cached_property
    def said_of_others(self) -> set[float]:
        """The numbers that the sentence gives to other things than this one counts."""
        return {each.value for each in self.others_here if not self.is_of_same(each)}

    def is_of_same(self, other: Amount) -> bool:
        """Return whether another amount counts the same thing."""
        heads, _ = quantities.noun_keys(self.text, other, self.trial.frames.speller)
        return bool(heads & self.heads)

    def is_several(self, told: Told) -> bool:
        """Return whether a number and that of the text count more than a few, so that they are
        no others' by chance.
        """
        return min(told.value, self.amount.value) >= SEVERAL


def counted(frame: Frame) -> list[Told]:
    """The numbers of things that an event firmly tells."""
    return [
        told
        for told in frame.numbers
        if not told.unit and not told.is_ordinal and told.level >= TITLED and told.heads
    ]


def parted(
    numbers: Iterable[Told],
    heads: frozenset[str],
) -> tuple[list[Told], list[Told]]:
    """Numbers of a thing, and those of other things."""
    mine: list[Told] = []
    others: list[Told] = []
    for told in numbers:
        (mine if told.heads & heads else others).append(told)
    return mine, others


def held(frame: Frame) -> list[Told]:
    """The shares that an event firmly tells with who holds them."""
    return [told for told in shares_of(frame) if told.level >= TITLED]


def shares_of(frame: Frame) -> list[Told]:
    """The shares that an event or one of its sources tells with who holds them."""
    return [told for told in frame.numbers if told.unit == "percent" and told.holders]
