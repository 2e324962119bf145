"""Judge an amount by the numbers that the events of its sentence tell."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from functools import cached_property

from kzfr_cli.core.record import replace
from kzfr_cli.proofreading import quantities, thresholds
from kzfr_cli.proofreading.amounts import CURRENCIES
from kzfr_cli.proofreading.case import Finding
from kzfr_cli.proofreading.claims.measured import MeasuredCase, Teller
from kzfr_cli.proofreading.frames import Frame
from kzfr_cli.proofreading.quantities import TITLED, Told

NEARLY = thresholds.of("likely")
SURE = thresholds.of("sure")
MEASURED = thresholds.of("certain")
WHOLE = thresholds.of("mostly")
"""Scores from which an event refutes a slip of its number, a count of its thing, the only number of its unit, its only sum."""

POSSIBLE = thresholds.of("half")
"""Share of the best score from which another event may be the one that tells such a number."""

FAR_OFF = thresholds.of("far-number")
"""How many times as much a round number must be to refute another that is said to be about it."""

SEVERAL = 10
"""The least number that is given to another thing by a slip: fewer are of many things."""

OFTEN = 2
"""How many times as often as any other a number must be told of a thing to be that of all of it."""

FIRM = frozenset(("exact", "exactly", "about", "more", "nearly"))
"""Bounds under which a slip is held against a number."""


class ToldCase(MeasuredCase):
    """An amount on trial against the numbers that events tell."""

    def judge(self) -> Finding | None:
        """The verdict by the events of the sentence; None where they tell nothing like it."""
        for each in (*self.tellers, *self.others):
            told = self.telling(each.frame)
            found = self.matched(each, told) if told else None
            if found is not None:
                return found
        return self.refuted()

    def telling(self, frame: Frame) -> Told | None:
        """The number of an event that is that of the text."""
        same = [
            told for told in frame.numbers if self.is_same(told) and self.agrees(told.value)
        ]
        if all(self.is_of_other_thing(frame, told) for told in same):
            return None
        return max(same, key=lambda told: told.level, default=None)

    def is_of_other_thing(self, frame: Frame, told: Told) -> bool:
        """Return whether a number counts another thing than the text does, of which the event has a number, too."""
        if self.amount.unit or not self.heads or self.heads & told.heads:
            return False
        return any(each.heads & self.heads for each in counted(frame))

    def is_spoken_of(self, told: Told) -> bool:
        """Return whether the sentence speaks of what a number measures, where only a source tells it."""
        if told.level >= TITLED or not told.nouns:
            return True
        said = {unit.key for unit in self.units}
        return bool(told.nouns & (said | self.nouns))

    def is_of_unnamed(self, frame: Frame, told: Told) -> bool:
        """Return whether a share is that of one of several holders, whom the sentence does not name."""
        if not told.holders or len({each.holders for each in held(frame)}) < 2:
            return False
        return not told.holders & (self.holders | self.nouns | self.said_names)

    def matched(self, teller: Teller, told: Told) -> Finding | None:
        """The finding on a number that an event tells; disputed where only a source says it, against the summary."""
        frame = teller.frame
        rivals = [
            each
            for each in frame.numbers
            if each.level > told.level
            and self.is_same(each)
            and (each.heads & told.heads or each.unit)
        ]
        if not rivals and told.level == quantities.RIVAL:
            rivals = [self.opposed(frame, told)]
        if rivals:
            value = rivals[0].value
            facts = {"value": value, "written": self.amount.value}
            found = self.finding("disputed", "disputed-number", **facts)
            return replace(found, event=frame.id, score=teller.score, expected=f"{value:g}")
        if not self.is_spoken_of(told) or self.is_of_unnamed(frame, told):
            return None
        found = self.finding("supported", "right-number", value=told.value)
        sources = frame.preferred.sources
        return replace(found, event=frame.id, sources=sources, score=teller.score)

    def opposed(self, frame: Frame, told: Told) -> Told:
        """What the event tells against a number in which its sources differ: its own, else another of theirs."""
        is_money = told.unit in CURRENCIES
        others = [
            each
            for each in frame.numbers
            if each.value != told.value
            and (each.unit in CURRENCIES if is_money else bool(each.heads & told.heads))
        ]
        return max(others, key=lambda each: each.level, default=told)

    def refuted(self) -> Finding | None:
        """The finding on a number that an event surely meant tells otherwise: the likeliest that tells such a number."""
        if not self.tellers:
            return None
        best = self.tellers[0]
        for each in self.tellers:
            if each.score < best.score * POSSIBLE:
                break
            found = self.refuted_by(each, is_best=each is best)
            if found is not None:
                return found
        whole = self.others[0] if self.others else best
        is_sure = whole is not best and whole.score >= max(SURE, best.score)
        return self.refuted_by(whole, is_best=True) if is_sure else None

    def refuted_by(self, teller: Teller, is_best: bool) -> Finding | None:
        """The finding on a number that an event tells otherwise; a less likely one refutes only slips of it."""
        frame = teller.frame
        if not (teller.is_meant or teller.score >= NEARLY):
            return None
        told = self.swapped_share(frame) or self.swapped_count(teller)
        told = told or self.made_yearly(frame)
        if told is None and not self.is_told_of_another(frame):
            told = self.other_currency(frame) or self.slip(teller)
            told = told or (self.other_number(teller) if is_best else None)
        return self.wrong(frame, told, teller.score) if told else None

    def is_told_of_another(self, frame: Frame) -> bool:
        """Return whether the event tells that number, of whatever thing."""
        return any(
            self.agrees(each.value) and each.unit == self.amount.unit
            for each in frame.numbers
        )

    def slip(self, teller: Teller) -> Told | None:
        """The number of the event of which that of the text is a slip."""
        if self.claim.bound not in FIRM:
            return None
        is_sure = teller.is_meant or teller.score >= SURE
        is_like = self.is_alike if is_sure else self.is_comparable
        return next(
            (
                told
                for told in teller.frame.numbers
                if is_like(told) and self.is_slip(told.value)
            ),
            None,
        )

    def other_number(self, teller: Teller) -> Told | None:
        """The only number that the event tells of that very thing, where it is another than the text's."""
        told = self.prevailing(teller.frame)
        if told is None:
            return None
        if self.claim.bound != "exact" and not self.is_far_off(told):
            return None
        if not self.amount.unit:
            return told if self.is_counted(told, teller) else None
        if self.amount.unit == "percent":
            return told if self.is_only_share(told, teller) else None
        return told if self.is_only_measure(teller) else None

    def prevailing(self, frame: Frame) -> Told | None:
        """The number that the event tells of that very thing: the only one, or of what it counts the one
        that most of its texts tell, so that it is not one of its parts.
        """
        same = [told for told in frame.numbers if self.is_comparable(told)]
        often = Counter(told.value for told in same).most_common(2)
        if not often or (
            len(often) > 1 and (self.amount.unit or often[0][1] < OFTEN * often[1][1])
        ):
            return None
        return next(told for told in same if told.value == often[0][0])

    def is_far_off(self, told: Told) -> bool:
        """Return whether a number said to be about so much is much more or less than another."""
        low, high = sorted((told.value, self.amount.value))
        return self.claim.bound in ("about", "nearly") and high >= low * FAR_OFF

    def is_counted(self, told: Told, teller: Teller) -> bool:
        """Return whether the event surely counts that very thing, and more than one of it."""
        alone = teller.is_meant and sum(each.is_meant for each in self.tellers) == 1
        sure = (
            teller.score >= (NEARLY if alone else SURE)
            and min(self.amount.value, told.value) > 1
        )
        return sure and bool(self.heads & told.heads)

    def is_only_measure(self, teller: Teller) -> bool:
        """Return whether the event, of that very day, tells one number of a unit of its own: tonnes, megawatts; or one sum."""
        if self.amount.unit in CURRENCIES:
            return self.is_alone() and (teller.is_meant or teller.score >= WHOLE)
        return teller.is_meant and teller.score >= MEASURED

    def is_only_share(self, told: Told, teller: Teller) -> bool:
        """Return whether the event tells one share, of a holder whom the sentence names."""
        named = bool(told.holders & self.said_names) and not self.says("growth")
        return named and self.is_alone() and teller.score >= MEASURED

    @cached_property
    def said_names(self) -> set[str]:
        """The keys of the words of the sentence, of which some may be holders of shares."""
        words = self.text.words[self.sentence.first : self.sentence.last]
        return quantities.keys_of_words(" ".join(words), self.trial.speller)

    def is_alone(self) -> bool:
        """Return whether the sentence tells no other amount of that unit."""
        return not any(
            each.unit == self.amount.unit and each.first != self.amount.first
            for each in self.trial.amounts.values()
            if self.sentence.first <= each.first < self.sentence.last
        )

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
        return found[0] if found else None

    def made_yearly(self, frame: Frame) -> Told | None:
        """The number that the event tells of the whole, where the text makes it that of each year."""
        if not self.amount.is_yearly or not self.amount.unit:
            return None
        of_unit = [
            told
            for told in frame.numbers
            if told.unit == self.amount.unit and told.level >= TITLED
        ]
        same = [told for told in of_unit if self.agrees(told.value)]
        return same[0] if same and not any(told.is_yearly for told in of_unit) else None

    def swapped_share(self, frame: Frame) -> Told | None:
        """The right share of the holder whom the text gives another's."""
        if self.amount.unit != "percent" or not self.holders:
            return None
        shares = held(frame)
        theirs = [told for told in shares if not self.holders & told.holders]
        others = [told for told in theirs if self.agrees(told.value)]
        mine = {told.value: told for told in shares if self.holders & told.holders}
        right = len(mine) == 1 and not any(map(self.agrees, mine))
        return next(iter(mine.values())) if others and right else None

    def swapped_count(self, teller: Teller) -> Told | None:
        """The right number of what the text counts, where it gives that of another thing: of the abstentions to the votes."""
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

    @cached_property
    def said_of_others(self) -> set[float]:
        """The numbers that the sentence gives to other things than this one counts."""
        speller = self.trial.frames.speller
        found = set()
        for each in self.trial.amounts.values():
            heads, _ = quantities.noun_keys(self.text, each, speller)
            is_here = self.sentence.first <= each.first < self.sentence.last
            if is_here and not heads & self.heads:
                found.add(each.value)
        return found

    def is_several(self, told: Told) -> bool:
        """Return whether a number and that of the text count more than a few, so that they are no others' by chance."""
        return min(told.value, self.amount.value) >= SEVERAL

    def wrong(self, frame: Frame, told: Told, score: float) -> Finding:
        """The finding on a wrong number."""
        facts = {"value": told.value, "written": self.amount.value}
        return replace(
            self.finding("contradicted", "wrong-number", **facts),
            event=frame.id,
            expected=f"{told.value:g} {told.unit}".strip(),
            sources=frame.preferred.sources,
            score=score,
        )


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
    return [
        told
        for told in frame.numbers
        if told.unit == "percent" and told.level >= TITLED and told.holders
    ]
