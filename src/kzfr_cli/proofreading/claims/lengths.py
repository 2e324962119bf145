"""Find and judge how long something lasts: «une mission de six mois», "for fifteen days", where
the event tells it.
"""

from __future__ import annotations

from collections.abc import Iterator

from kzfr_cli.core.record import replace
from kzfr_cli.proofreading import (
    durations,
    lexicon,
    thresholds,
)
from kzfr_cli.proofreading.case import (
    Case,
    Claim,
    Finding,
)
from kzfr_cli.proofreading.claims import elapsed
from kzfr_cli.proofreading.claims.lasting import LastingCase
from kzfr_cli.proofreading.durations import Duration
from kzfr_cli.proofreading.frames import Frame
from kzfr_cli.proofreading.text import Text
from kzfr_cli.proofreading.trial import Trial

SURE = thresholds.of("sure")
RIVAL = thresholds.of("rival")
"""Score from which an event without its date is meant, and share of it that another may not
reach.
"""

WHOLE = thresholds.of("mostly")
"""Score from which an event without its date is meant so surely that its length refutes another."""

FIRM = 1.0
"""How firmly a length must stand in an event: in its title, its summary or its quantities."""

AROUND = thresholds.count("beside")
"""Words around a time among which an age or a part of a life is told."""


def find(trial: Trial) -> Iterator[Claim]:
    """The times of a text that are neither elapsed nor an anniversary, nor part of a date."""
    text = trial.text
    taken = {place for each in trial.moments for place in range(each.first, each.last + 1)}
    taken.update(trial.jubilee_tokens)
    for found in durations.find(text):
        if found.is_jubilee or is_counted_from(text, found):
            continue
        if found.first in taken or is_of_life(text, found.first, found.last):
            continue
        yield elapsed.claim_of(found, elapsed.form_of(text, found) or "length")


def is_counted_from(text: Text, found: Duration) -> bool:
    """Return whether a time is counted from something: not in "after eight months aboard Mir"."""
    form = elapsed.form_of(text, found)
    if not (found.form or form) or form == "ahead":
        return False
    is_led = found.form == "later" and found.behind == found.last
    return not (is_led and text.has("spent", found.lead) and found.lead < found.first)


def is_of_life(text: Text, first: int, last: int) -> bool:
    """Return whether a time is an age or a part of a life."""
    words = lexicon.load()
    near = text.words[max(first - AROUND, 0) : first] + text.words[last + 1 : last + AROUND]
    return words.any("life", near)


def judge(trial: Trial, claim: Claim) -> Finding | None:
    """Judge how long something lasts; None where no event tells it."""
    return LastingCase(trial, claim).judge() or LengthCase(trial, claim).judge()


class LengthCase(Case):
    """How long something lasts, on trial."""

    def judge(self) -> Finding | None:
        """The verdict on it."""
        frame, is_meant = self.event()
        if frame is None or self.attitude():
            return None
        told = [each for each in frame.numbers if each.unit == self.claim.unit]
        if any(each.value == self.claim.number for each in told):
            found = self.finding("supported", "right-number", value=self.claim.number)
            return replace(
                found,
                event=frame.id,
                sources=frame.preferred.sources,
                score=1.0,
            )
        values = {each.value for each in told}
        is_firm = len(values) == 1 and any(each.level >= FIRM for each in told)
        if not (is_firm and is_meant and self.may_accuse(frame)):
            return None
        value = values.pop()
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
            score=1.0,
        )

    def event(self) -> tuple[Frame | None, bool]:
        """The event of the sentence, and whether its date or all its words say so."""
        first, last = self.cell
        meant = {
            frame.id: frame
            for frame, moment in self.meant_here
            if first <= moment.first < last
        }
        if meant:
            return (next(iter(meant.values())) if len(meant) == 1 else None), True
        links = self.trial.links(self.sentence)
        if not links or links[0].score < SURE:
            return None, False
        is_rival = len(links) > 1 and links[1].score >= links[0].score * RIVAL
        return (None if is_rival else links[0].frame), links[0].score >= WHOLE

    def may_accuse(self, frame: Frame) -> bool:
        """Return whether another length that the event tells may refute that of the text."""
        alone = sum(each.unit == self.claim.unit for each in durations.find(self.text)) == 1
        if not alone:
            return False
        if self.claim.bound != "exact" or self.claim.form == "ahead":
            return False
        return not self.is_foreign(frame)
