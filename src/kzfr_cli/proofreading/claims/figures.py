"""Find and judge amounts and counts: numbers told in events, and the figures of series.

A number that only differs is not enough to accuse. It must be a slip of the right one: a digit changed or two swapped,
ten times as much, another currency; or the one number that the event surely meant tells of that very thing.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cached_property

from kzfr_cli.core.record import replace
from kzfr_cli.proofreading import amounts, durations, lexicon, quantities, slips
from kzfr_cli.proofreading.amounts import CURRENCIES, Amount
from kzfr_cli.proofreading.case import Case, Claim, Finding, Trial
from kzfr_cli.proofreading.frames import Frame
from kzfr_cli.proofreading.quantities import Series, Told
from kzfr_cli.proofreading.text import Text

LIKELY, SURE = 0.3, 0.42
"""Scores from which an event may be the one whose number is told, and from which it surely is."""

MEASURED = 0.55
"""Score from which the only number of a unit that an event tells refutes another."""

FIRM = frozenset(("exact", "exactly", "about", "more", "nearly"))
"""Bounds under which a slip is held against a number."""

SPEAKS = 0.65
"""Share of the words of a series that a sentence says, from which it speaks of it."""


def find(trial: Trial) -> Iterator[Claim]:
    """The amounts of a text that stand in no date and no duration."""
    text = trial.text
    taken = {place for each in trial.moments for place in range(each.first, each.last + 1)}
    for each in durations.find(text):
        taken.update(range(each.first, each.last + 1))
    trial.amounts = {}
    for amount in amounts.find(text, taken):
        if is_bare(trial, amount):
            continue
        trial.amounts[amount.first] = amount
        kind = "figure" if amount.unit else "count"
        yield Claim(
            kind=kind,
            first=amount.first,
            last=amount.last,
            number=amount.value,
            bound=amount.bound,
            unit=amount.unit,
            form=str(amount.first),
        )


def is_bare(trial: Trial, amount: Amount) -> bool:
    """Return whether a number counts nothing: one in words, part of a name, of an hour, of a reference."""
    text = trial.text
    counted = text.words[amount.nouns[0]] if amount.nouns else ""
    words = lexicon.load()
    if words.has("dozens", counted) or words.has("others", counted):
        return True
    if amount.in_words and amount.value < 2:
        return True
    if amount.unit:
        return False
    if is_score(text, amount.first):
        return len(text.words[amount.first]) == 1
    if not amount.nouns:
        return True
    before = text.gap(amount.first - 1)
    glued = before[-1:] in ("-", "/", "°", "№") or (before == "" and amount.first > 0)
    after = text.gap(amount.last)[:1]
    hour = after == "" and words.has("hours", text.word(amount.last + 1))
    return (glued and not is_score(text, amount.first)) or hour or after in ("/",)


def is_score(text: Text, place: int) -> bool:
    """Return whether a number is one of a score: «2-0», "103 to 44"."""
    word, gap, other = text.word(place), text.gap(place), text.word(place + 1)
    back, before = text.gap(place - 1), text.word(place - 2 + 1)
    return (word.isdigit() and gap in ("-", ":") and other.isdigit()) or (
        word.isdigit() and back in ("-", ":") and before.isdigit()
    )


def judge(trial: Trial, claim: Claim) -> Finding | None:
    """Judge an amount; None where nothing of the database is like it."""
    return AmountCase(trial, claim).judge()


class AmountCase(Case):
    """An amount on trial."""

    def __init__(self, trial: Trial, claim: Claim) -> None:
        super().__init__(trial, claim)
        self.amount: Amount = trial.amounts[int(claim.form)]
        speller = trial.linker.frames.speller
        self.heads, self.nouns = quantities.noun_keys(self.text, self.amount, speller)

    def judge(self) -> Finding | None:
        """The verdict on it."""
        if why := self.attitude():
            return self.unknown(why) if self.amount.unit else None
        found = [each for each in (self.by_series(), self.by_event()) if each is not None]
        for verdict in ("supported", "disputed", "contradicted", "unknown"):
            for each in found:
                if each.verdict == verdict:
                    return each
        return self.unknown("no-figure") if self.amount.unit else None

    # ---- comparing

    def agrees(self, value: float, bound: str = "exact") -> bool:
        """Return whether a number, rounded as the text rounds it, is that of the text."""
        said, step = self.amount.value, self.amount.step * 1.0001
        if self.claim.bound == "more" or bound == "more-than":
            low, high = (said, value) if self.claim.bound == "more" else (value, said)
            if low * 0.999 <= high <= low * 1.25:
                return True
        if self.claim.bound in ("nearly", "about", "less", "rough") or bound in (
            "about",
            "nearly",
            "less-than",
        ):
            return abs(said - value) <= max(0.1 * value, step)
        if self.amount.in_words or self.amount.scale == 1.0:
            return abs(said - value) <= (step if step < 0.4 else 1e-6)
        return abs(said - value) <= step

    def is_slip(self, value: float) -> bool:
        """Return whether the number of the text is a slip of another: digits changed or swapped, ten times as much."""
        return slips.is_slip(self.amount.value, value)

    # ---- events

    def by_event(self) -> Finding | None:
        """The verdict by the numbers that the events of the sentence tell."""
        frames = self.frames()
        for frame, score, _ in frames:
            for told in frame.numbers:
                if self.is_same(told, frame) and self.agrees(told.value):
                    return self.matched(frame, told, score)
        for frame, score, is_meant in frames[:1]:
            if (score >= SURE or is_meant) and not self.is_foreign(frame):
                found = self.slip_of(frame, score)
                if found is not None:
                    return found
        return None

    def frames(self) -> list[tuple[Frame, float, bool]]:
        """The events that the sentence may tell of, those of its dates first, with their scores."""
        links = [link for link in self.trial.links(self.sentence) if link.score >= LIKELY]
        meant = list(
            dict.fromkeys(frame.id for frame, _ in self.trial.meant_near(self.sentence))
        )
        by_id = {frame.id: frame for frame, _ in self.trial.meant_near(self.sentence)}
        scores = {link.frame.id: link.score for link in self.trial.links(self.sentence)}
        found = [(by_id[name], scores.get(name, 0.2), True) for name in meant]
        found += [
            (link.frame, link.score, False)
            for link in links[:4]
            if link.frame.id not in by_id
        ]
        return sorted(found, key=lambda item: -(item[1] + 0.2 * item[2]))

    def is_same(self, told: Told, frame: Frame) -> bool:
        """Return whether a number that an event tells may be of the same thing as that of the text."""
        if self.is_of_other_holder(told):
            return False
        if told.is_ordinal or (told.is_yearly != self.amount.is_yearly and self.amount.unit):
            return False
        if self.amount.unit or told.unit:
            return self.amount.unit == told.unit
        return bool(self.heads & told.nouns or told.heads & self.nouns)

    def is_of_other_holder(self, told: Told) -> bool:
        """Return whether a share that an event tells is another's than the one that the text gives it to."""
        if self.amount.unit != "percent" or told.unit != "percent":
            return False
        return bool(self.holders & self.known_holders) and not self.holders & told.holders

    @cached_property
    def known_holders(self) -> frozenset[str]:
        """The names whose shares the events of the sentence surely tell."""
        return frozenset(
            key
            for frame, _, _ in self.frames()
            for told in frame.numbers
            if told.unit == "percent" and told.level >= quantities.TITLED
            for key in told.holders
        )

    @cached_property
    def holders(self) -> frozenset[str]:
        """The names beside the amount, of which one may hold it."""
        return quantities.holders(self.text, self.amount, self.trial.linker.frames.speller)

    def matched(self, frame: Frame, told: Told, score: float) -> Finding:
        """The finding on a number that an event tells; disputed where only a source says it, against the summary."""
        rivals = [
            each
            for each in frame.numbers
            if each.level > told.level
            and self.is_same(each, frame)
            and not self.agrees(each.value)
            and (each.heads & told.heads or each.unit)
        ]
        firm = any(
            each.level >= 1.0 and self.is_same(each, frame) and self.agrees(each.value)
            for each in frame.numbers
        )
        if rivals and not firm:
            found = self.finding(
                "disputed",
                "disputed-number",
                value=rivals[0].value,
                written=self.amount.value,
            )
            return replace(
                found, event=frame.id, score=score, expected=f"{rivals[0].value:g}"
            )
        found = self.finding("supported", "right-number", value=told.value)
        return replace(found, event=frame.id, sources=frame.preferred.sources, score=score)

    def slip_of(self, frame: Frame, score: float) -> Finding | None:
        """The finding on a number that is a slip of one that the event tells, or of the only one of that thing."""
        told = self.swapped_share(frame) or self.other_currency(frame)
        if told is not None:
            return self.wrong(frame, told, score)
        if any(
            self.agrees(each.value) and each.unit == self.amount.unit
            for each in frame.numbers
        ):
            return None
        same = [
            each
            for each in frame.numbers
            if each.level >= 1.0 and not each.is_ordinal and self.is_comparable(each)
        ]
        slips = [
            each for each in same if self.is_slip(each.value) and self.claim.bound in FIRM
        ]
        if slips:
            return self.wrong(frame, slips[0], score)
        if self.is_only(same, frame, score) or self.is_counted(same, score):
            return self.wrong(frame, same[0], score)
        return None

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

    def is_counted(self, same: list[Told], score: float) -> bool:
        """Return whether the event tells one number of that very thing, and another than the text."""
        plain = self.claim.bound == "exact" and not self.amount.unit and score >= SURE
        if not plain or len({told.value for told in same}) != 1:
            return False
        told = same[0]
        return bool(self.heads & told.heads) and self.amount.value > 1 and told.value > 1

    def is_only(self, same: list[Told], frame: Frame, score: float) -> bool:
        """Return whether the event tells one number of a unit of its own: tonnes, kilometres, megawatts."""
        unit = self.amount.unit
        measured = unit and unit not in CURRENCIES and unit != "percent"
        if not measured or self.claim.bound != "exact" or score < MEASURED:
            return False
        meant = {each.id for each, _ in self.trial.meant_near(self.sentence)}
        return frame.id in meant and len({told.value for told in same}) == 1

    def swapped_share(self, frame: Frame) -> Told | None:
        """The right share of the holder whom the text gives another's."""
        if self.amount.unit != "percent" or not self.holders:
            return None
        shares = [
            each
            for each in frame.numbers
            if each.unit == "percent" and each.level >= 1.0 and each.holders
        ]
        others = [
            each
            for each in shares
            if self.agrees(each.value) and not self.holders & each.holders
        ]
        mine = {each.value: each for each in shares if self.holders & each.holders}
        right = len(mine) == 1 and not any(map(self.agrees, mine))
        return next(iter(mine.values())) if others and right else None

    def is_comparable(self, told: Told) -> bool:
        """Return whether a number that an event tells measures the same thing, so that it may refute the text's."""
        if self.amount.unit or told.unit:
            return self.amount.unit == told.unit
        return bool(self.heads & told.heads)

    def wrong(self, frame: Frame, told: Told, score: float) -> Finding:
        """The finding on a wrong number."""
        found = self.finding(
            "contradicted", "wrong-number", value=told.value, written=self.amount.value
        )
        return replace(
            found,
            event=frame.id,
            expected=f"{told.value:g} {told.unit}".strip(),
            sources=frame.preferred.sources,
            score=score,
        )

    # ---- series

    def by_series(self) -> Finding | None:
        """The verdict by the series of figures of which the sentence speaks."""
        cell = self.sentence.cell(self.claim.first)
        spoken = self.trial.spoken(self.sentence, cell)
        if not spoken:
            return None
        dated = [each for _, each in spoken if self.is_of_time(each)]
        for each in dated:
            if (
                each.unit == self.amount.unit
                and self.counts(each)
                and self.agrees(each.value, each.bound)
            ):
                verdict = "contradicted" if each.status == "rejected" else "supported"
                return self.told(verdict, "right-figure", each)
        for each in dated:
            for value, unit, source in each.rivals:
                if unit == self.amount.unit and self.agrees(value):
                    made = self.told("disputed", "disputed-figure", each)
                    return replace(made, sources=(*made.sources, source))
        return self.slip_of_series(
            [(speaks, each) for speaks, each in spoken if each in dated]
        )

    def counts(self, each: Series) -> bool:
        """Return whether a figure counts what the text counts."""
        return bool(each.unit) or bool(each.heads & self.nouns)

    def slip_of_series(self, dated: list[tuple[float, Series]]) -> Finding | None:
        """The finding on a figure that is a slip of one of its series and year."""
        if not dated or self.countries():
            return None
        best = dated[0][0]
        for speaks, each in dated:
            if speaks < best * 0.9 or speaks < SPEAKS or each.status != "preferred":
                continue
            money = each.unit in CURRENCIES and self.amount.unit in CURRENCIES
            if money and each.unit != self.amount.unit and self.agrees(each.value):
                return self.told("contradicted", "wrong-figure", each)
            if (
                each.unit == self.amount.unit
                and self.counts(each)
                and self.is_slip(each.value)
            ):
                return self.told("contradicted", "wrong-figure", each)
        return None

    @cached_property
    def years(self) -> set[int]:
        """The years of which the text speaks beside the amount: those of its clause, else of its part, else of all."""
        moments = [each for each in self.trial.moments_of(self.sentence) if each.year]
        for first, last in (
            self.sentence.clause(self.claim.first),
            self.sentence.cell(self.claim.first),
        ):
            inside = {
                each.year for each in moments if each.year and first <= each.first < last
            }
            if inside:
                return inside
        return {each.year for each in moments if each.year}

    def is_of_time(self, each: Series) -> bool:
        """Return whether a figure is of the time of which the sentence speaks: its years, else near the text's date."""
        years = self.years
        if years:
            return each.year in years or any(str(year) in each.period for year in years)
        today = self.trial.today
        return today is None or -1 <= today.year - each.year <= 3

    def told(self, verdict: str, code: str, each: Series) -> Finding:
        """A finding about a figure of a series."""
        made = self.finding(
            verdict,
            code,
            label=each.label,
            value=each.own_value,
            unit=each.own_unit,
            bound=each.bound,
            period=each.period,
            written=self.amount.value,
        )
        return replace(
            made,
            expected=f"{each.own_value:g} {each.own_unit}",
            sources=each.sources,
            event=each.id,
            score=1.0,
        )
