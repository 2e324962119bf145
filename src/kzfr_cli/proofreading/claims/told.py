"""Judge an amount by the numbers that the events of its sentence tell."""

from __future__ import annotations

from functools import cached_property

from kzfr_cli.core.record import replace
from kzfr_cli.proofreading import amounts, slips, thresholds
from kzfr_cli.proofreading.case import Finding
from kzfr_cli.proofreading.claims import rounding
from kzfr_cli.proofreading.claims.left import LeftCase
from kzfr_cli.proofreading.claims.measured import Teller
from kzfr_cli.proofreading.claims.only import WHOLE
from kzfr_cli.proofreading.claims.slipped import SEVERAL, SURE, counted, held
from kzfr_cli.proofreading.frames import Frame
from kzfr_cli.proofreading.quantities import TITLED, Told

NEARLY = thresholds.of("likely")
"""Score from which an event refutes a slip of its number."""

POSSIBLE = HALF = thresholds.of("half")
"""Share of the best score from which another event may be the one that tells such a number; and of
a number below which another is no slip of it where it may be that of a part.
"""

KEPT = 3 * 365
"""Days for which a share is taken to stay what it was."""

FLOW = 4
"""Words behind a share among which what it is of is told."""

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


class ToldCase(LeftCase):
    """An amount on trial against the numbers that events tell."""

    def judge(self) -> Finding | None:
        """The verdict by the events of the sentence; None where they tell nothing like it."""
        for each in (*self.tellers, *self.others):
            if self.is_beside_another(each) or self.is_outdone(each):
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

    def is_outdone(self, teller: Teller) -> bool:
        """Return whether another event is surely meant, far more likely, and tells its own number
        of the thing.
        """
        best = self.tellers[0] if self.tellers else teller
        if teller.is_meant or best.score < WHOLE or teller.score >= best.score * WHOLE:
            return False
        own = [told for told in best.frame.numbers if self.is_comparable(told)]
        return any(told.heads & self.heads for told in own)

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
        if self.is_of_flow(told):
            return True
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
        if self.amount.unit != "percent" or not self.text.has("wedge", place):
            return False
        unit_at = self.trial.windows.unit_at
        whole = unit_at(place + 1) or unit_at(place + 2)
        if whole is None or not self.frames.postings(whole.key):
            return False
        return not self.level(whole, frame)

    def is_of_flow(self, told: Told) -> bool:
        """Return whether a share is one of what is made or sold, where that of the event is one of
        a firm: «51 % de la production».
        """
        if self.amount.unit != "percent":
            return False
        near = range(self.first - 1, self.amount.last + 1 + FLOW)
        flows = [place for place in near if self.text.has("flows", place)]
        return any(self.counted_key(place) not in told.nouns for place in flows)

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
        best = next(iter((*self.tellers, *self.others)), None)
        if best is None:
            return None
        for each in self.tellers:
            if each.score < best.score * POSSIBLE:
                break
            found = self.refuted_by(each, is_best=each is self.counting)
            if found is not None:
                return found
            if self.is_telling_all(each):
                return None
        whole = self.others[0] if self.others else best
        is_sure = whole.score >= max(SURE, best.score) and not self.is_first(whole)
        if is_sure:
            return self.refuted_by(whole, is_best=True)
        return None

    @cached_property
    def counting(self) -> Teller:
        """The likeliest event that tells a number of what the text counts; of what it measures, the
        likeliest of all.
        """
        best = self.tellers[0]
        if self.amount.unit:
            return best
        counting = (each for each in self.tellers if self.values_of_thing(each.frame))
        return next(counting, best)

    def is_first(self, teller: Teller) -> bool:
        """Return whether an event is the first of those that the words around may tell of."""
        return teller in self.tellers[:1]

    def is_telling_all(self, teller: Teller) -> bool:
        """Return whether an event that a date means tells such a number, and none is likelier, so
        that no other event's is meant.
        """
        if not teller.is_meant or any(each.score > teller.score for each in self.tellers):
            return False
        return any(map(self.is_comparable, teller.frame.numbers))

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
        told = self.misgiven(teller) or self.mistyped(teller, is_best=is_best)
        if told is None or self.is_excused(told):
            return None
        return self.wrong(frame, told, teller.score)

    def mistyped(
        self,
        teller: Teller,
        *,
        is_best: bool,
    ) -> Told | None:
        """The number of an event of which that of the text is a slip, or the only one of its
        thing, from which it differs.
        """
        frame = teller.frame
        if self.may_be_of_another(teller) or self.is_told_of_another(frame):
            return None
        told = self.other_currency(frame) or self.slip(teller)
        if told is None and is_best and not self.is_barely_told(frame):
            return self.other_number(teller) or self.digit_off(teller)
        return told

    def is_excused(self, told: Told) -> bool:
        """Return whether the number is not wrong after all: it counts but the rest of the event's,
        or is only about that.
        """
        if self.is_of_the_rest(told):
            return True
        is_of_unit = told.unit == self.amount.unit
        return is_of_unit and rounding.is_about(self.amount, told.value)

    def misgiven(self, teller: Teller) -> Told | None:
        """The right number where that of the text is told of somebody or something else, or of
        each year.
        """
        told = self.swapped_share(teller.frame) or self.swapped_count(teller)
        return told or self.made_yearly(teller)

    def is_of_the_rest(self, told: Told) -> bool:
        """Return whether a number counts all but the one that the text names: «наряду с гражданами
        ещё девяти стран», of ten.
        """
        is_rest = "%country" in self.heads and self.text.has("others", self.first - 1)
        return is_rest and told.value == self.amount.value + 1

    def may_be_of_another(self, teller: Teller) -> bool:
        """Return whether the number may be that of another event: one tells it of that very thing,
        or, a share, it may have changed since the event.
        """
        if teller.is_meant or teller.score >= WHOLE:
            return False
        if self.amount.unit == "percent":
            return self.is_long_ago(teller.frame) and not self.is_plain_slip(teller.frame)
        if self.amount.unit or self.amount.value < SEVERAL:
            return False
        places = self.frames.postings(amounts.key(self.amount.value, ""))
        others = (self.frames.frame(place) for place in places)
        return any(
            self.is_comparable(told)
            for each in others
            for told in each.numbers
            if self.agrees(told.value) and each is not teller.frame
        )

    def is_plain_slip(self, frame: Frame) -> bool:
        """Return whether the number is a slip of one of several digits that an event tells: two
        are swapped, or it is so far from it that no change explains it.
        """
        mine = slips.digits_of(self.amount.value)
        if len(mine) < slips.LEAST_DIGITS:
            return False
        slipped = [told.value for told in frame.numbers if self.is_slip(told.value)]
        is_swapped = any(sorted(mine) == sorted(slips.digits_of(each)) for each in slipped)
        has_many = len(mine) >= slips.MANY
        return is_swapped or (has_many and any(map(self.is_apart_from, slipped)))

    def is_apart_from(self, value: float) -> bool:
        """Return whether another number differs by more than sources do."""
        low, high = sorted((self.amount.value, value))
        return high > low * slips.NEAR

    def is_long_ago(self, frame: Frame) -> bool:
        """Return whether an event was so long before the text that the shares in it may have
        changed.
        """
        day = frame.preferred.date.latest
        return bool(day and self.today and (self.today - day).days > KEPT)

    def is_told_of_another(self, frame: Frame) -> bool:
        """Return whether the event tells that number of another thing, or of one that it does
        not name.
        """
        return any(
            self.agrees(each.value) and each.unit == self.amount.unit
            for each in frame.numbers
            if not self.is_apart(each, frame)
        )

    def is_apart(self, told: Told, frame: Frame) -> bool:
        """Return whether a number that only a source tells, or a small one, is of something else
        than the text counts, of which the event itself has its number: launches, not options.
        """
        is_firm = told.level >= TITLED and told.value >= SEVERAL
        if is_firm or self.amount.unit:
            return False
        if told.heads & (self.heads | self.nouns):
            return False
        return any(each.heads & self.heads for each in counted(frame))

    def slip(self, teller: Teller) -> Told | None:
        """The number of the event of which that of the text is a slip."""
        if self.claim.bound not in FIRM:
            return None
        others = set() if teller.is_meant else self.of_other_sorts(teller.frame)
        slipped = [told for told in self.alike(teller) if self.is_slip(told.value)]
        same = [told for told in slipped if told.value not in others]
        whole = (told for told in same if not self.is_small_part(told, teller))
        return next(whole, None)

    def is_small_part(self, told: Told, teller: Teller) -> bool:
        """Return whether a number much smaller than another may be that of a part."""
        if self.amount.value >= told.value * HALF:
            return False
        return self.may_be_part(told, teller)

    def compared(self, told: Told) -> dict[str, object]:
        """The number that an event tells and that of the text, each with what it measures."""
        return {
            "value": told.value,
            "right": told.value,
            "measure": told.unit,
            "written": self.amount.value,
            "written_measure": self.amount.unit,
        }

    def is_of_whole(self, told: Told) -> bool:
        """Return whether a number is that of the text, but told of the whole, not of each year."""
        if told.unit != self.amount.unit or told.is_yearly:
            return False
        return self.amount.is_yearly and self.agrees(told.value)

    def wrong(
        self,
        frame: Frame,
        told: Told,
        score: float,
    ) -> Finding:
        """The finding on a wrong number."""
        facts = self.compared(told)
        code = "whole-number" if self.is_of_whole(told) else "wrong-number"
        return replace(
            self.finding("contradicted", code, **facts),
            event=frame.id,
            expected=f"{told.value:.10g} {told.unit}".strip(),
            sources=frame.preferred.sources,
            score=score,
        )
