"""Tell which ordinal is that of an event itself: the only one that it tells, where the text counts
no other thing.
"""

from __future__ import annotations

from collections import Counter

from kzfr_cli.proofreading import amounts, thresholds
from kzfr_cli.proofreading.claims.editions import EditionCase
from kzfr_cli.proofreading.frames import Frame
from kzfr_cli.proofreading.linking import COUNTRIES
from kzfr_cli.proofreading.quantities import TITLED, key_of

CERTAIN = thresholds.of("certain")
"""Score from which an event is meant without its date."""

LEAST = 2
"""The least ordinal that an event is told by: many are the first of something."""

LONG = 4
"""Letters from which a word is not small."""

BESIDE = 4
"""Words behind an ordinal among which what it counts is told."""

EDITION = "edition"
"""What counts how often the event itself has been."""

OFTEN = 2
"""How many times as often as any other an ordinal must be told to be the event's own."""


class OwnOrdinalCase(EditionCase):
    """An ordinal that may be that of the event of which the text tells."""

    def own_ordinals(self, frame: Frame) -> set[float]:
        """The only ordinal that an event firmly tells, where the text may count it by that: «la
        troisième du pays», "it was their fifth".
        """
        value = prevailing(frame)
        if value is None or self.is_of_next() or not self.is_of_event(frame):
            return set()
        return {value}

    def is_of_next(self) -> bool:
        """Return whether what an ordinal counts is still to come: "the next, the ninth"."""
        return self.says("coming")

    def is_of_event(self, frame: Frame) -> bool:
        """Return whether what an ordinal counts is left out, or is a word by which the event is
        told.
        """
        place = self.counted_place()
        if place is None:
            return not self.text.words[self.first].isdigit()
        if EDITION in self.words.named("nouns", self.text.words[place]):
            return True
        unit = self.trial.windows.unit_at(place)
        return unit is not None and unit.key in frame.titling

    def counted_place(self) -> int | None:
        """The first word behind an ordinal, in its breath, that is not small, nor only the country:
        «la troisième du pays».
        """
        behind = amounts.nouns_after(self.text, self.last, BESIDE)
        return next(filter(self.is_telling, behind), None)

    def is_telling(self, place: int) -> bool:
        """Return whether a word is neither small nor that of the country."""
        word = self.text.words[place]
        unit = self.trial.windows.unit_at(place)
        is_country = unit is not None and unit.key in COUNTRIES
        return (
            not is_country
            and len(word) >= LONG
            and "country" not in self.words.named("nouns", word)
        )

    def is_dated(self, frame: Frame) -> bool:
        """Return whether a date of the sentence that is more than a year means an event."""
        return any(
            each.id == frame.id and moment.kind != "year" for each, moment in self.meant_here
        )

    def is_very_first(self, frame: Frame, score: float) -> bool:
        """Return whether an event that is surely meant firmly tells the first of what the text
        counts.
        """
        is_sure = self.is_dated(frame) or score >= CERTAIN
        if not is_sure or self.is_foreign(frame):
            return False
        counted = self.counted_key()
        firsts = (each for each in frame.numbers if each.is_ordinal and each.level >= TITLED)
        return any(each.value == 1 and counted in each.heads for each in firsts)

    def counted_key(self) -> str:
        """The key of the first word behind an ordinal that says anything."""
        behind = amounts.nouns_after(self.text, self.last, BESIDE)
        keys = (key_of(self.text, place, self.trial.speller) for place in behind)
        return next(filter(None, keys), "")


def prevailing(frame: Frame) -> float | None:
    """The ordinal that the titles and summaries of an event tell twice as often as any other, but
    for a first.
    """
    told = Counter(
        each.value
        for each in frame.numbers
        if each.is_ordinal and each.level >= TITLED and each.value >= LEAST
    )
    (value, often), *others = [*told.most_common(2), (None, 0)]
    if value is None or others[0][1] * OFTEN > often:
        return None
    return value
