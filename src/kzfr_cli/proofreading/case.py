"""One claim on trial, and what is needed to judge it: the text, its date, the events that
it may mean.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from functools import cached_property

from kzfr_cli.core.record import record, replace
from kzfr_cli.proofreading import lexicon, thresholds
from kzfr_cli.proofreading.frames import (
    Dated,
    Frame,
    Frames,
)
from kzfr_cli.proofreading.linking import Link
from kzfr_cli.proofreading.moments import Moment
from kzfr_cli.proofreading.text import Span
from kzfr_cli.proofreading.trial import Meant, Trial
from kzfr_cli.proofreading.vocabulary import TextUnit
from kzfr_cli.proofreading.windows import Graded

KINDS = (
    "anniversary",
    "elapsed",
    "date",
    "weekday",
    "impossible-date",
    "figure",
    "count",
    "name",
    "place",
    "organisation",
)
VERDICTS = (
    "supported",
    "unknown",
    "disputed",
    "contradicted",
)
"""From the least to the most serious."""

KAZAKH = frozenset(
    (
        "_kazakhstan",
        "_kazakhstanais",
        "_astana",
        "_almaty",
    )
)
"""The names that say that Kazakhstan is spoken of."""

PARTIES = frozenset(("_asie_centrale", "_union_europeenne"))
"""The groups of states that may be a party to what happens."""

NEAR_DENIAL = thresholds.count("denial")
"""Words before a claim among which one denies it."""


@record
class Claim:
    """One thing that a text claims, with the tokens it stands in, both included."""

    kind: str
    first: int
    last: int
    number: float = 0.0
    bound: str = "exact"
    unit: str = ""
    form: str = ""
    moment: Moment | None = None


@record
class Finding:
    """The verdict on a claim: the event and the facet that it was linked to, and what the
    message is made of.

    `start` and `end` are offsets in the text; `expected` is what it should say, as plain as can
    be in its language; `code` names the message, `facts` fill it; `suggestions` may replace what
    stands there.
    """

    claim: Claim
    start: int
    end: int
    verdict: str
    code: str
    facts: Mapping[str, object]
    event: str = ""
    facet: str = ""
    expected: str = ""
    sources: tuple[str, ...] = ()
    suggestions: tuple[str, ...] = ()
    score: float = 0.0


class Case:
    """One claim on trial."""

    def __init__(self, trial: Trial, claim: Claim) -> None:
        self.trial = trial
        self.claim = claim
        self.text = trial.text
        self.first = claim.first
        self.last = claim.last
        self.sentence = trial.text.sentence(claim.first)

    @property
    def words(self) -> lexicon.WordLists:
        """The words of all languages."""
        return lexicon.load()

    @property
    def frames(self) -> Frames:
        """What the database tells of each event."""
        return self.trial.frames

    @property
    def today(self) -> date | None:
        """The text's own day, or the last of its month or year."""
        return self.trial.today

    def says(self, name: str) -> bool:
        """Return whether its sentence says a word or phrase of a list."""
        return self.sentence.says(name)

    # ---- what stands around the claim

    @property
    def clause(self) -> Span:
        """The tokens of its clause, the latter not included."""
        return self.sentence.clause(self.first)

    @property
    def cell(self) -> Span:
        """The tokens of its part of the sentence, which no semicolon, bar or line cuts."""
        return self.sentence.cell(self.first)

    def words_before(self, count: int) -> list[str]:
        """So many words before it, within its sentence."""
        first = max(self.first - count, self.sentence.first)
        return self.text.words[first : self.first]

    def words_behind(self, count: int) -> list[str]:
        """So many words behind it, within its sentence."""
        last = min(self.last + 1 + count, self.sentence.last)
        return self.text.words[self.last + 1 : last]

    def words_around(self, before: int, behind: int) -> list[str]:
        """Its own words, with so many before and behind it."""
        own = self.text.words[self.first : self.last + 1]
        return [*self.words_before(before), *own, *self.words_behind(behind)]

    @property
    def moments(self) -> list[Moment]:
        """The dates of its sentence."""
        return self.trial.moments_of(self.sentence)

    @property
    def units(self) -> list[TextUnit]:
        """The units of its sentence."""
        return self.trial.windows.units(self.sentence)

    @cached_property
    def around(self) -> Graded:
        """The units of its sentence, graded by how far their clause stands from it."""
        windows = self.trial.windows
        return windows.around(self.sentence, self.first, self.last)

    @cached_property
    def own(self) -> Graded:
        """The units of its own clause, and of that which has its subject."""
        windows = self.trial.windows
        return windows.own(self.sentence, self.first, self.last)

    @property
    def context(self) -> Graded:
        """The units of the sentence before, or of the head of its table."""
        return self.trial.windows.context(self.sentence)

    @property
    def meant_here(self) -> Meant:
        """The events that the dates of its sentence mean."""
        return self.trial.meant_in(self.sentence)

    def is_dated_here(self, link: Link) -> bool:
        """Return whether its sentence tells a date of an event rightly, so that the event is
        surely meant.
        """
        return any(frame.id == link.id for frame, _ in self.meant_here)

    @property
    def meant_near(self) -> Meant:
        """The events that the dates of its sentence mean, or else those of the ones beside it."""
        return self.trial.meant_near(self.sentence)

    # ---- findings

    def finding(self, verdict: str, code: str, **facts: object) -> Finding:
        """A finding on the claim."""
        return Finding(
            claim=self.claim,
            start=self.text.starts[self.first],
            end=self.text.ends[self.last],
            verdict=verdict,
            code=code,
            facts=facts,
        )

    def misnamed(
        self,
        frame: Frame,
        code: str,
        wanted: str,
        written: str,
    ) -> Finding:
        """The finding on a name that stands in the place of the event's, which is to be written."""
        found = self.finding(
            "contradicted",
            code,
            name=wanted,
            written=written,
        )
        return replace(
            found,
            event=frame.id,
            expected=wanted,
            sources=frame.preferred.sources,
            score=1.0,
            suggestions=(wanted,),
        )

    def unknown(self, why: str, link: Link | None = None) -> Finding:
        """A finding without a verdict, with why."""
        return self.meaning(self.finding("unknown", why), link)

    def meaning(self, found: Finding, link: Link | None) -> Finding:
        """The finding, said of the event that is likely meant, if any."""
        if link is None:
            return found
        return replace(found, event=link.id, score=link.score)

    def on(
        self,
        found: Finding,
        frame: Frame,
        dated: Dated,
        score: float,
    ) -> Finding:
        """The finding, said of a date of an event."""
        return replace(
            found,
            event=frame.id,
            facet=dated.kind,
            expected=found.expected or dated.value,
            sources=dated.sources,
            score=score,
        )

    def right_on(self, link: Link, dated: Dated) -> Finding:
        """The finding on a date that is that of an event."""
        found = self.finding(
            "supported",
            "right-date",
            of=dated.value,
            kind=dated.kind,
        )
        return self.on(found, link.frame, dated, link.score)

    def of(
        self,
        found: Finding,
        frame: Frame,
        score: float = 1.0,
        expected: str = "",
    ) -> Finding:
        """The finding, said of an event as a whole."""
        return replace(
            found,
            event=frame.id,
            expected=expected,
            sources=frame.preferred.sources,
            score=score,
        )

    # ---- of whom the text speaks

    @cached_property
    def countries(self) -> frozenset[str]:
        """The other countries that the claim's part of the sentence speaks of; those of
        the sentence
        before where this one does not name Kazakhstan: «Pour ce pays, …».
        """
        found = self.trial.countries_between(*self.cell)
        before = self.sentence.previous
        if found or before is None or self.is_at_home():
            return found
        return self.trial.countries_between(before.first, before.last)

    def is_at_home(self) -> bool:
        """Return whether the sentence leaves no doubt of which country it is: it names
        Kazakhstan, or no country at all.
        """
        if not self.says("pronouns"):
            return True
        return any(unit.key in KAZAKH for unit in self.units)

    @cached_property
    def parties(self) -> frozenset[str]:
        """The groups of states that the claim's part of the sentence speaks of as a party,
        not as a place.
        """
        first, last = self.cell
        inside = [unit for unit in self.units if first <= unit.first < last]
        return frozenset(
            unit.key
            for unit in inside
            if unit.key in PARTIES and not self.text.has("within", unit.first - 1)
        )

    def is_foreign(self, frame: Frame) -> bool:
        """Return whether the sentence speaks of another country or party that the event
        does not speak of.
        """
        if not self.countries <= frame.countries:
            return True
        if not self.parties:
            return False
        return any(not self.frames.level(party, frame) for party in self.parties)

    def level(self, unit: TextUnit, frame: Frame) -> float:
        """How far an event tells a unit, or the kind of happening that it speaks of."""
        postings = self.frames.postings
        kinds = self.words.types(self.text.words[unit.first])
        keys = (unit.key, *(f"@{kind}" for kind in kinds))
        return max(postings(key).get(frame.place, 0.0) for key in keys)

    def attitude(self) -> str:
        """Why the author may not assert the claim, or nothing: he denies or rejects it."""
        if self.is_denied():
            return "denied"
        if self.sentence.says_phrase("rejecting"):
            return "rejected"
        return ""

    def is_one_more(self) -> bool:
        """Return whether a word beside the claim says that it comes on top of another: «à Lille
        aussi», «Suez était aussi candidat».
        """
        before = self.first - 1
        if self.text.has("at", before):
            before -= 1
        beside = (before, self.last + 1, self.last + 2)
        return any(self.text.has("also", each) for each in beside)

    def is_denied(self) -> bool:
        """Return whether a word before the claim denies it; "no less than" does not."""
        begun = max(self.first - NEAR_DENIAL, self.sentence.first)
        return any(
            self.text.has("denied", place) and not self.text.has("floors", place + 1)
            for place in range(begun, self.first)
        )
