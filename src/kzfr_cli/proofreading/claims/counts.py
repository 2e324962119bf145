"""Find and judge ordinals: the nth visit, president, edition, meeting.

The database may lack a visit, so that a count of visits is wrong only when it is below what is
listed. An ordinal that the event itself tells of the same thing must be that of the text.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cached_property

from kzfr_cli.core.record import replace
from kzfr_cli.proofreading import (
    lexicon,
    numbers,
    quantities,
    thresholds,
)
from kzfr_cli.proofreading.case import (
    KAZAKH,
    PARTIES,
    Claim,
    Finding,
)
from kzfr_cli.proofreading.claims.own_ordinals import OwnOrdinalCase
from kzfr_cli.proofreading.claims.visits import FRANCE
from kzfr_cli.proofreading.frames import Frame
from kzfr_cli.proofreading.linking import (
    COUNTRIES,
    Links,
)
from kzfr_cli.proofreading.points import (
    SeriesPoint,
    values_of,
)
from kzfr_cli.proofreading.text import Text
from kzfr_cli.proofreading.trial import (
    Trial,
    prior,
)
from kzfr_cli.proofreading.vocabulary import TextUnit

LARGEST = 60
SURE = thresholds.of("sure")
LIKELY = thresholds.of("likely")
RIVAL = thresholds.of("rival")
BEHIND = thresholds.count("near")
"""Words behind an ordinal among which what it ranks is told."""

PLACE = "%seat"
"""What a rank counts: «la 43e place»."""

TIMES = frozenset(("%times",))
"""The key of «fois», which counts what the verb of its sentence says."""

OCCASIONS = frozenset(("%session", "%round", "%edition", "@meeting"))
"""What one text calls a session, a round or an edition another calls a meeting."""

RANKED = thresholds.of("passing")
"""Share of the words of a series of ranks that must be said."""


def find(trial: Trial) -> Iterator[Claim]:
    """The ordinals of a text that count something."""
    text = trial.text
    dated = {place for each in trial.moments for place in range(each.first, each.last + 1)}
    for number in numbers.find(text):
        if number.value > LARGEST or number.first in dated:
            continue
        form = (
            form_of(text, number.last)
            if number.is_ordinal
            else form_of_several(text, number)
        )
        if form:
            yield Claim(
                kind="count",
                first=number.first,
                last=number.last,
                number=number.value,
                form=form,
            )


def form_of(text: Text, last: int) -> str:
    """What an ordinal counts: heads of state, visits, anything else; nothing where it is an
    anniversary.
    """
    words = lexicon.load()
    following = [text.word(last + step) for step in (1, 2, 3)]
    if words.any("anniversary", following):
        return ""
    if words.any("presidents", following[:2]):
        return "president"
    if words.any("visits", following):
        return "visit"
    return "ordinal"


def form_of_several(text: Text, number: numbers.Number) -> str:
    """What a number of several counts that is judged as an ordinal is: heads of state."""
    following = [text.word(number.last + step) for step in (1, 2)]
    is_of_heads = number.value > 1 and lexicon.load().any("presidents", following)
    return "presidents" if is_of_heads else ""


def judge(trial: Trial, claim: Claim) -> Finding | None:
    """Judge an ordinal; None where nothing of the database is like it."""
    return CountCase(trial, claim).judge()


class CountCase(OwnOrdinalCase):
    """An ordinal on trial."""

    def judge(self) -> Finding | None:
        """The verdict on it."""
        if self.attitude() or self.is_attributed():
            return None
        if self.claim.form == "president":
            return self.by_presidents()
        if self.claim.form == "presidents":
            return self.by_number_of_presidents()
        if self.claim.form == "visit":
            return self.of_visit()
        return self.by_event() or self.by_ranks()

    def of_visit(self) -> Finding | None:
        """The verdict on a number of visits: what an event tells of them only confirms it."""
        if self.is_state():
            return self.by_state_visits()
        if found := self.by_visits():
            return found
        found = self.by_event() or self.by_ranks()
        if found and found.verdict == "contradicted":
            return None
        return found

    def is_attributed(self) -> bool:
        """Return whether another is quoted: a word of the sentence says so that is not what the
        ordinal counts, as «place» is.
        """
        text = self.text
        inside = range(self.last + 1, self.last + 3)
        every = range(self.sentence.first, self.sentence.last)
        quoting = [place for place in every if text.has("attributing", place)]
        return any(place not in inside for place in quoting)

    # ---- told in an event

    def by_event(self) -> Finding | None:
        """The verdict by the ordinals that the events of the sentence tell."""
        heads = self.heads()
        if TIMES & heads:
            heads = self.happenings() | TIMES
        telling = [
            (frame, score, self.ordinals_of(frame, heads)) for frame, score in self.tellers()
        ]
        for frame, score, values in telling:
            if self.claim.number in values:
                return self.confirmed(frame, score)
            if score >= SURE and self.is_refuted(frame, values):
                is_others = any(self.claim.number in each for _, _, each in telling)
                return None if is_others else self.refused(frame, values.pop(), score)
        return self.by_editions(self.links, heads)

    def confirmed(self, frame: Frame, score: float) -> Finding | None:
        """The finding on an ordinal that an event tells; on a first, which many are, only where
        the event is surely meant and tells that very one.
        """
        if self.claim.number <= 1 and not self.is_very_first(frame, score):
            return None
        found = self.finding("supported", "right-number", value=self.claim.number)
        return replace(found, event=frame.id, score=score)

    def ordinals_of(
        self,
        frame: Frame,
        heads: frozenset[str],
    ) -> set[float]:
        """The ordinals that an event tells of some things, and its own among what comes again."""
        found = ordinals_of(frame, heads)
        if frame.edition and self.is_edition(frame, heads):
            found.add(float(frame.edition))
        if len(found) == 1 or self.claim.number in found:
            return found
        return self.own_ordinals(frame) or found or of_occasions(frame, heads)

    def heads(self) -> frozenset[str]:
        """The keys of the words that the ordinal counts."""
        number = numbers.at(self.text, self.first)
        if number is None:
            return frozenset()
        return quantities.ordinal_heads(self.text, number, self.trial.speller)

    def is_refuted(self, frame: Frame, values: set[float]) -> bool:
        """Return whether an event tells one other ordinal of the thing, and may refute that of
        the text.
        """
        if len(values) != 1 or self.is_told_beside(min(values)):
            return False
        is_of_first = min(*values, self.claim.number) <= 1
        if is_of_first and not (self.is_dated(frame) and self.is_named_so(frame)):
            return False
        return self.may_accuse(frame)

    def is_named_so(self, frame: Frame) -> bool:
        """Return whether an event tells an ordinal of all that the text's counts."""
        heads = self.heads()
        return any(each.is_ordinal and heads & each.heads for each in frame.numbers)

    def is_dated_near(self, frame: Frame) -> bool:
        """Return whether a date of the sentence, or of those beside it, means an event."""
        return any(each.id == frame.id for each, _ in self.meant_near)

    def is_told_beside(self, value: float) -> bool:
        """Return whether the text tells the event's own ordinal as well, so that this one counts
        something else: "the fifth stage, his 35th victory".
        """
        near = (self.sentence.previous, self.sentence, self.sentence.following)
        return any(
            each.is_ordinal and each.value == value and span.first <= each.first < span.last
            for each in numbers.find(self.text)
            for span in near
            if span is not None
        )

    def refused(
        self,
        frame: Frame,
        value: float,
        score: float,
    ) -> Finding:
        """The finding on an ordinal that is not the one that the event tells."""
        found = self.finding(
            "contradicted",
            "wrong-number",
            value=value,
            written=self.claim.number,
        )
        return replace(
            found,
            event=frame.id,
            expected=f"{value:g}",
            sources=frame.preferred.sources,
            score=score,
        )

    def may_accuse(self, frame: Frame) -> bool:
        """Return whether another ordinal of the event may refute that of the text: its date is
        told, and agrees.
        """
        if self.is_foreign(frame) or self.is_rank_of_other():
            return False
        if self.is_dated_near(frame):
            return True
        return self.is_recent(frame) and not self.has_rival(frame)

    def has_rival(self, frame: Frame) -> bool:
        """Return whether another event that has just happened may be meant as well."""
        least = self.links[0].score * RIVAL if self.links else 0.0
        return any(
            link.id != frame.id and self.is_recent(link.frame)
            for link in self.links
            if link.score >= least
        )

    def is_rank_of_other(self) -> bool:
        """Return whether a place is not that of Kazakhstan, whose places the database tells."""
        if PLACE not in self.heads():
            return False
        before = {unit.key for unit in self.units if unit.first < self.first}
        if "_" + FRANCE in before:
            return True
        return not before & KAZAKH

    def is_recent(self, frame: Frame) -> bool:
        """Return whether an event was in the weeks before the text."""
        return self.today is not None and prior(frame, self.today) > 1.0

    @cached_property
    def links(self) -> Links:
        """The events that the words around the ordinal may mean, its own clause first."""
        around = self.around
        window = [*around, *self.context]
        return self.trial.ranked(self.trial.linked(window))

    def tellers(self) -> list[tuple[Frame, float]]:
        """The events that the sentence may tell of, those of its dates first."""
        scores = {link.id: link for link in self.links}
        meant = {frame.id: frame for frame, _ in self.meant_near}
        found = [
            (frame, max(scores[name].score if name in scores else 0.0, SURE))
            for name, frame in meant.items()
        ]
        best = max((link.score for link in scores.values()), default=0.0)
        found += [
            (link.frame, link.score)
            for link in scores.values()
            if link.id not in meant and link.score >= max(LIKELY, best * 0.8)
        ]
        return found

    def by_ranks(self) -> Finding | None:
        """The verdict on a rank, by the series of ranks; they differ by source, so that none
        refutes another.
        """
        number = self.claim.number
        ranks = self.ranks()
        told = [each for each in ranks if each.value == number]
        rivals = [each for each in ranks if number in values_of(each)[1:]]
        if not told and not rivals:
            return None
        each = (told or rivals)[0]
        verdict, code = "supported", "right-figure"
        if rivals or self.is_contested(each):
            verdict, code = "disputed", "contested-figure" if told else "disputed-figure"
        found = self.finding(
            verdict,
            code,
            label=each.label,
            value=each.own_value,
            unit=each.own_unit,
            bound=each.bound,
            period=each.period,
            written=number,
            written_measure="rank",
        )
        return replace(
            found,
            event=each.id,
            sources=each.sources,
            score=1.0,
        )

    def is_contested(self, point: SeriesPoint) -> bool:
        """Return whether sources give other ranks than that of a point."""
        return bool(point.rivals) or any(each.value != point.value for each in self.ranks())

    def ranks(self) -> list[SeriesPoint]:
        """The points of series of ranks of which the sentence speaks."""
        return [
            each
            for share, each in self.trial.spoken(self.sentence, self.first)
            if each.unit == "rank" and share >= RANKED and self.is_ranked(each)
        ]

    def is_ranked(self, each: SeriesPoint) -> bool:
        """Return whether the words behind the ordinal are some of a series: «sixième
        fournisseur».
        """
        behind = range(self.last + 1, self.last + 1 + BEHIND)
        ranked = [unit for unit in self.units if unit.first in behind]
        things = [unit for unit in ranked if not (unit.is_proper or unit.key in PARTIES)]
        keys = {unit.key for unit in things if not self.is_seat(unit)} - COUNTRIES
        if not any(keys & {*variant} for variant in each.keys):
            return False
        qualified = self.trial.windows.unit_at(self.last + 2)
        return qualified is None or self.is_word_of(each, qualified)

    def is_word_of(self, each: SeriesPoint, unit: TextUnit) -> bool:
        """Return whether a series tells the word that qualifies what is ranked: a political partner
        is no trading one.
        """
        if unit.is_proper or unit.key in COUNTRIES or self.text.has("agents", unit.first):
            return True
        return any(unit.key in variant for variant in each.keys)

    def is_seat(self, unit: TextUnit) -> bool:
        """Return whether a unit is but the noun of a rank: «3e rang» of whatever."""
        return "seat" in self.words.named("nouns", self.text.words[unit.first])


def ordinals_of(frame: Frame, heads: frozenset[str]) -> set[float]:
    """The ordinals that an event tells of some things."""
    ordinals = (told for told in frame.numbers if told.is_ordinal)
    return {told.value for told in ordinals if told.heads & heads}


def of_occasions(frame: Frame, heads: frozenset[str]) -> set[float]:
    """The ordinals that an event tells of what may be called a session, a round or a meeting as
    well.
    """
    if TIMES & heads or not heads & OCCASIONS:
        return set()
    return ordinals_of(frame, OCCASIONS)
