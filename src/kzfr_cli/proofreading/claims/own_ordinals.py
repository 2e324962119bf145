"""Tell which ordinal is that of an event itself: the only one that it tells, where the text counts
no other thing.
"""

from __future__ import annotations

from kzfr_cli.proofreading import amounts
from kzfr_cli.proofreading.claims.editions import EditionCase
from kzfr_cli.proofreading.frames import Frame
from kzfr_cli.proofreading.linking import COUNTRIES
from kzfr_cli.proofreading.quantities import TITLED

LEAST = 2
"""The least ordinal that an event is told by: many are the first of something."""

LONG = 4
"""Letters from which a word is not small."""

BESIDE = 4
"""Words behind an ordinal among which what it counts is told."""


class OwnOrdinalCase(EditionCase):
    """An ordinal that may be that of the event of which the text tells."""

    def own_ordinals(self, frame: Frame) -> set[float]:
        """The only ordinal that an event firmly tells, where the text may count it by that: «la
        troisième du pays», "it was their fifth".
        """
        firm = (each for each in frame.numbers if each.is_ordinal and each.level >= TITLED)
        values = {each.value for each in firm if each.value >= LEAST}
        if len(values) != 1 or self.is_of_next():
            return set()
        return values if self.is_of_event(frame) else set()

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
