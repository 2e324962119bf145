"""Judge an amount by the numbers that the events of its sentence tell."""

from __future__ import annotations

from collections import Counter

from kzfr_cli.core.record import replace
from kzfr_cli.proofreading import thresholds
from kzfr_cli.proofreading.amounts import CURRENCIES
from kzfr_cli.proofreading.case import Finding
from kzfr_cli.proofreading.claims.measured import Teller
from kzfr_cli.proofreading.claims.rivals import RivalCase
from kzfr_cli.proofreading.claims.slipped import SURE, counted, held
from kzfr_cli.proofreading.frames import Frame
from kzfr_cli.proofreading.framing import OF_A_TYPE, day_keys
from kzfr_cli.proofreading.quantities import TITLED, Told

NEARLY = thresholds.of("likely")
MEASURED = thresholds.of("certain")
WHOLE = thresholds.of("mostly")
"""Scores from which an event refutes a slip of its number, a count of its thing, the only number
of its unit, its only sum.
"""

POSSIBLE = HALF = thresholds.of("half")
"""Share of the best score from which another event may be the one that tells such a number; and of
a number below which another is no slip of it where it may be that of a part.
"""

FAR_OFF = thresholds.of("far-number")
"""How many times as much a round number must be to refute another that is said to be about it."""


OFTEN = 2
"""How many times as often as any other a number must be told of a thing to be that of all of it."""

FIRM = frozenset(
    (
        "exact",
        "exactly",
        "about",
        "more",
        "nearly",
    )
)
"""Bounds under which a slip is held against a number."""


class ToldCase(RivalCase):
    """An amount on trial against the numbers that events tell."""

    def judge(self) -> Finding | None:
        """The verdict by the events of the sentence; None where they tell nothing like it."""
        for each in (*self.tellers, *self.others):
            if self.is_beside_another(each):
                continue
            told = self.telling(each.frame)
            found = self.matched(each, told) if told else None
            if found is not None:
                return found
        return self.refuted()

    def is_beside_another(self, teller: Teller) -> bool:
        """Return whether the date beside a share is that of another event, which is meant more
        surely: shares change with time.
        """
        best = self.tellers[0] if self.tellers else teller
        if teller.is_meant or not best.is_meant or self.amount.unit != "percent":
            return False
        return teller.score < best.score

    def telling(self, frame: Frame) -> Told | None:
        """The number of an event that is that of the text."""
        same = [
            told for told in frame.numbers if self.is_same(told) and self.agrees(told.value)
        ]
        if all(self.is_of_other_thing(frame, told) for told in same):
            return None
        return max(
            same,
            key=lambda told: told.level,
            default=None,
        )

    def is_of_other_thing(
        self,
        frame: Frame,
        told: Told,
    ) -> bool:
        """Return whether a number counts another thing than the text does, of which the event
        has a number, too.
        """
        if self.amount.unit or not self.heads or self.heads & told.heads:
            return False
        return any(each.heads & self.heads for each in counted(frame))

    def is_spoken_of(self, told: Told) -> bool:
        """Return whether the sentence speaks of what a number measures, where only a source
        tells it.
        """
        if told.level >= TITLED or not told.nouns:
            return True
        said = {unit.key for unit in self.units}
        return bool(told.nouns & (said | self.nouns))

    def is_of_unnamed(
        self,
        frame: Frame,
        told: Told,
    ) -> bool:
        """Return whether a share is that of one of several holders, whom the sentence does not
        name.
        """
        shares = held(frame)
        if len({each.holders for each in shares}) < 2:
            return False
        if self.is_of_untold(frame):
            return True
        named = self.holders | self.nouns | self.said_names
        return bool(told.holders) and not told.holders & named

    def is_of_untold(self, frame: Frame) -> bool:
        """Return whether a share is that of something of which the event tells nothing: «51 % de
        la production».
        """
        place = self.amount.last + 1
        if self.amount.unit != "percent" or not self.words.has(
            "wedge", self.text.word(place)
        ):
            return False
        whole = self.trial.windows.unit_at(place + 1) or self.trial.windows.unit_at(
            place + 2
        )
        if whole is None or not self.frames.postings(whole.key):
            return False
        return not self.level(whole, frame)

    def matched(
        self,
        teller: Teller,
        told: Told,
    ) -> Finding | None:
        """The finding on a number that an event tells; disputed where only a source says it,
        against the summary.
        """
        frame = teller.frame
        rival = self.rival_of(frame, told)
        if rival is not None:
            facts = self.compared(rival)
            is_other = rival.value != told.value
            code = "disputed-number" if is_other else "contested-number"
            found = self.finding("disputed", code, **facts)
            return replace(
                found,
                event=frame.id,
                score=teller.score,
                expected=f"{rival.value:g}",
            )
        if not self.is_spoken_of(told) or self.is_of_unnamed(frame, told):
            return None
        found = self.finding(
            "supported",
            "right-number",
            value=told.value,
            measure=told.unit,
        )
        sources = frame.preferred.sources
        return replace(
            found,
            event=frame.id,
            sources=sources,
            score=teller.score,
        )

    def refuted(self) -> Finding | None:
        """The finding on a number that an event surely meant tells otherwise: the likeliest that
        tells such a number.
        """
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
        if is_sure:
            return self.refuted_by(whole, is_best=True)
        return None

    def refuted_by(
        self,
        teller: Teller,
        is_best: bool,
    ) -> Finding | None:
        """The finding on a number that an event tells otherwise; a less likely one refutes only
        slips of it.
        """
        frame = teller.frame
        if not (teller.is_meant or teller.score >= NEARLY):
            return None
        told = self.swapped_share(frame) or self.swapped_count(teller)
        told = told or self.made_yearly(frame)
        if told is None and not self.is_told_of_another(frame):
            told = self.other_currency(frame) or self.slip(teller)
            told = told or (self.other_number(teller) if is_best else None)
        if told:
            return self.wrong(frame, told, teller.score)
        return None

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
        like = self.closest([told for told in teller.frame.numbers if is_like(told)])
        slips = [told for told in like if self.is_slip(told.value)]
        whole = (told for told in slips if not self.is_small_part(told, teller.frame))
        return next(whole, None)

    def is_small_part(self, told: Told, frame: Frame) -> bool:
        """Return whether a number much smaller than another may be that of a part."""
        if self.amount.value >= told.value * HALF:
            return False
        return self.may_be_part(told, frame)

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
        told = self.prevailing(teller.frame)
        if told is None:
            return None
        if self.claim.bound != "exact" and not self.is_far_off(told):
            return None
        if not self.amount.unit:
            if self.is_counted(told, teller):
                return told
            return None
        if self.amount.unit == "percent":
            if self.is_only_share(told, teller):
                return told
            return None
        if self.is_only_measure(teller):
            return told
        return None

    def prevailing(self, frame: Frame) -> Told | None:
        """The number that the event tells of that very thing: the only one, or of what it counts
        the one that most of its texts tell, so that it is not one of its parts.
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
        if self.may_be_part(told, teller.frame):
            return False
        alone = teller.is_meant and sum(each.is_meant for each in self.tellers) == 1
        sure = (
            teller.score >= (NEARLY if alone else SURE)
            and min(self.amount.value, told.value) > 1
        )
        if not sure:
            return False
        return bool(self.heads & told.heads)

    def may_be_part(self, told: Told, frame: Frame) -> bool:
        """Return whether a smaller number may be that of a part of what the event tells: beside
        another of the same thing, or in a clause of other acts than its titles tell: what is
        delivered was ordered.
        """
        if self.amount.unit or self.amount.value >= told.value:
            return False
        if self.is_of_other_act(frame):
            return True
        return any(map(self.is_of_same, self.others_here))

    def is_of_other_act(self, frame: Frame) -> bool:
        """Return whether its clause tells but of acts that the titles of an event do not."""
        words = self.text.words[slice(*self.clause)]
        acts = {f"@{kind}" for word in words for kind in self.words.types(word)}
        told = max((self.frames.level(act, frame) for act in acts), default=1.0)
        return told < OF_A_TYPE

    def is_one_of_day(self, teller: Teller) -> bool:
        """Return whether the sentence gives a day that is that of other events, too:
        «les six accords du 6 octobre 2009».
        """
        days = {each.earliest for each in self.moments if each.is_day and each.has_year}
        if days.isdisjoint(each.date.earliest for each in teller.frame.dates):
            return False
        sharing = {
            place
            for day in days
            if day
            for place in self.frames.dated(day_keys(day)[0])
            if any(each.date.earliest == day for each in self.frames.frame(place).dates)
        }
        return len(sharing) > 1

    def is_only_measure(self, teller: Teller) -> bool:
        """Return whether the event, of that very day, tells one number of a unit of its own:
        tonnes, megawatts; or one sum.
        """
        if self.amount.unit in CURRENCIES:
            if not self.is_alone():
                return False
            return teller.is_meant or teller.score >= WHOLE
        if not (teller.is_meant and self.is_of_exact_date(teller.frame)):
            return False
        return teller.score >= MEASURED

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
        if not named:
            return False
        if not self.is_alone():
            return False
        return teller.score >= MEASURED

    def is_alone(self) -> bool:
        """Return whether the sentence tells no other amount of that unit."""
        return all(each.unit != self.amount.unit for each in self.others_here)

    def compared(self, told: Told) -> dict[str, object]:
        """The number that an event tells and that of the text, each with what it measures."""
        return {
            "value": told.value,
            "right": told.value,
            "measure": told.unit,
            "written": self.amount.value,
            "written_measure": self.amount.unit,
        }

    def wrong(
        self,
        frame: Frame,
        told: Told,
        score: float,
    ) -> Finding:
        """The finding on a wrong number."""
        facts = self.compared(told)
        return replace(
            self.finding("contradicted", "wrong-number", **facts),
            event=frame.id,
            expected=f"{told.value:.10g} {told.unit}".strip(),
            sources=frame.preferred.sources,
            score=score,
        )
