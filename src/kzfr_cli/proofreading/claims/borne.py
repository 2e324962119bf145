"""Find and judge how long the capital bore a name that it bears no more: «Nour-Soultan pendant
trois ans».
"""

from __future__ import annotations

from collections.abc import Iterator

from kzfr_cli.core.edtf import PartialDate
from kzfr_cli.core.event import NamePeriod
from kzfr_cli.core.record import replace
from kzfr_cli.proofreading import durations
from kzfr_cli.proofreading.case import (
    Claim,
    Finding,
)
from kzfr_cli.proofreading.claims import elapsed
from kzfr_cli.proofreading.claims.capitals import (
    CAPITAL,
    TOKEN,
    bears,
)
from kzfr_cli.proofreading.claims.elapsing import ElapsedCase
from kzfr_cli.proofreading.framed import day_keys
from kzfr_cli.proofreading.trial import Trial

NEAR = 3
"""Words from a name within which a word says that something was called so."""


def find(trial: Trial) -> Iterator[Claim]:
    """The times of a text that stand in one part of a sentence with a name and its bearing."""
    text = trial.text
    for found in durations.find(text):
        if found.is_jubilee or found.unit not in ("year", "month"):
            continue
        if elapsed.form_of(text, found) in ("", "since") and is_of_name(trial, found.first):
            yield elapsed.claim_of(found, "borne")


def is_of_name(trial: Trial, place: int) -> bool:
    """Return whether the part of a sentence around a token tells what the capital was called."""
    sentence = trial.text.sentence(place)
    first, last = sentence.cell(place)
    units = trial.windows.units(sentence)
    names = [unit for unit in units if unit.key == TOKEN and first <= unit.first < last]
    return any(
        trial.text.has("bearing", each)
        for unit in names
        for each in range(max(unit.first - NEAR, first), min(unit.last + NEAR + 2, last))
    )


def judge(trial: Trial, claim: Claim) -> Finding | None:
    """Judge how long a name was borne; None where it is one of today, or several are told."""
    return BorneCase(trial, claim).judge()


class BorneCase(ElapsedCase):
    """How long a name was borne, on trial."""

    def judge(self) -> Finding | None:
        """The verdict by the days on which the city took the name and laid it down."""
        period = self.period()
        if period is None or self.attitude() or self.own_dates():
            return None
        assert period.start and period.end
        at = self.end_of(period)
        facts = self.facts(
            period.start,
            "",
            at,
        )
        if self.fits(period.start, at):
            found = self.finding(
                "supported",
                "right-years",
                **self.agreed(facts),
            )
        else:
            found = replace(
                self.finding("contradicted", "wrong-years", **facts),
                expected=str(facts["elapsed"]),
            )
        return replace(
            found,
            event=self.event_of(period.start),
            sources=period.sources,
            score=1.0,
        )

    def end_of(self, period: NamePeriod) -> PartialDate:
        """The day until which a name was borne when the text was written."""
        as_of = self.trial.as_of
        assert period.end
        if as_of is None or as_of.sort_key() > period.end.sort_key():
            return period.end
        return as_of

    def period(self) -> NamePeriod | None:
        """The only past name of the capital that stands beside the time, with its days."""
        found = [
            each
            for each in self.periods
            if self.is_past(each) and any(bears(word, each) for word in self.written())
        ]
        if len(found) == 1:
            return found[0]
        return None

    @property
    def periods(self) -> tuple[NamePeriod, ...]:
        """The names that the capital has borne."""
        name = self.frames.index.name(CAPITAL)
        if name is None:
            return ()
        return name.periods

    def written(self) -> list[str]:
        """The names of the capital in the claim's part of the sentence, as they stand there."""
        first, last = self.cell
        units = [unit for unit in self.units if unit.key == TOKEN]
        return [
            self.text.said(unit.first, unit.last)
            for unit in units
            if first <= unit.first < last
        ]

    def is_past(self, period: NamePeriod) -> bool:
        """Return whether a name was borne from one known day to another, and no other time."""
        if period.start is None or period.end is None:
            return False
        label = next(iter(period.label.values()))
        alike = [each for each in self.periods if bears(label, each)]
        return len(alike) == 1

    def event_of(self, day: PartialDate) -> str:
        """The id of the event by which a name was taken."""
        if day.earliest is None:
            return ""
        places = self.frames.dated(day_keys(day.earliest)[0])
        frames = [self.frames.frame(place) for place in places]
        return next(
            (
                frame.id
                for frame in frames
                if TOKEN in frame.places
                and any(each.date.earliest == day.earliest for each in frame.dates)
            ),
            "",
        )
