"""One claim on trial, and what is needed to judge it: the text, its date, the events that it may mean."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date, timedelta
from functools import cached_property
from typing import Any

from kzfr_cli.core import edtf
from kzfr_cli.core.edtf import PartialDate
from kzfr_cli.core.record import record, replace
from kzfr_cli.languages import language
from kzfr_cli.proofreading import amounts, lexicon, tables
from kzfr_cli.proofreading.amounts import Amount
from kzfr_cli.proofreading.frames import Dated, Frame
from kzfr_cli.proofreading.linking import CITIES, COUNTRIES, Link, Linker
from kzfr_cli.proofreading.moments import Moment
from kzfr_cli.proofreading.quantities import SeriesPoint
from kzfr_cli.proofreading.series import SpokenSeries
from kzfr_cli.proofreading.text import Sentence, Text
from kzfr_cli.proofreading.vocabulary import TextUnit
from kzfr_cli.proofreading.windows import Windows

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
VERDICTS = ("supported", "unknown", "disputed", "contradicted")
"""From the least to the most serious."""

KAZAKH = frozenset(("_kazakhstan", "_kazakhstanais", "_astana", "_almaty"))
"""The names that say that Kazakhstan is spoken of."""

PARTIES = frozenset(("_asie_centrale", "_union_europeenne"))


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
    """The verdict on a claim: the event and the facet that it was linked to, and what the message is made of.

    `start` and `end` are offsets in the text; `expected` is what it should say, as plain as can be in its language;
    `code` names the message, `facts` fill it; `suggestions` may replace what stands there.
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


class Trial:
    """What all the claims of one text share; `meant` are the events that its dates were found to mean, by sentence."""

    def __init__(
        self, text: Text, moments: list[Moment], linker: Linker, as_of: PartialDate | None
    ) -> None:
        self.text = text
        self.moments = moments
        self.linker = linker
        self.as_of = as_of
        units = linker.frames.speller.units(text)
        self.windows = Windows(text, units, [(each.first, each.last) for each in moments])
        self._moments: dict[int, list[Moment]] = {}
        for moment in moments:
            self._moments.setdefault(text.sentence(moment.first).number, []).append(moment)
        self._spoken: dict[tuple[int, int], list[tuple[float, SeriesPoint]]] = {}
        self.cases: dict[int, Any] = {}
        self._measured: set[int] | None = None
        self.agreed: dict[int, set[tuple[str, str]]] = {}
        self.meant: dict[int, list[tuple[Frame, Moment]]] = {}
        self.told: set[str] = set()
        self._priors: dict[int, float] = {}
        self.wrong_dates: set[int] = set()
        self._wholes: dict[int, list[Link]] = {}
        self._celebrating: dict[int, bool] = {}
        self.jubilees: set[int] = set()
        self.jubilee_tokens: set[int] = set()
        self.counted: dict[int, set[float]] = {}
        self.amounts: dict[int, Amount] = {}

    @cached_property
    def tongue(self) -> str:
        """The language of the text."""
        return language.guess(self.text.text, default="fr")

    def label(self, token: str) -> str:
        """What a name of the database is called in the language of the text, by its token."""
        plain_id = token[1:].replace("_", "-")
        name = self.linker.frames.index.name(plain_id)
        return name.label.get(self.tongue, plain_id) if name else plain_id

    def is_celebrating(self, sentence: Sentence) -> bool:
        """Return whether a sentence tells of an anniversary or its celebration."""
        known = self._celebrating.get(sentence.number)
        if known is None:
            known = sentence.number in self.jubilees or sentence.says("celebrate")
            self._celebrating[sentence.number] = known
        return known

    @property
    def today(self) -> date | None:
        """The text's own day, or the last of its month or year."""
        return self.as_of.latest if self.as_of else None

    def amounts_at(self, place: int) -> bool:
        """Return whether an amount of money, a share or a large number begins at a token."""
        if self._measured is None:
            self._measured = {
                each.first
                for each in amounts.find(self.text, set())
                if each.unit or each.scale > 1
            }
        return place in self._measured

    def joined(self, first: int, last: int) -> list[TextUnit]:
        """The units to which a name is joined by "and", with or without an article between."""
        words = lexicon.load()
        text = self.text
        begun = first - 1 - (len(text.word(first - 1)) in SHORT)
        ended = last + 1
        before = any(words.has("joints", text.word(place)) for place in (first - 1, begun))
        after = words.has("joints", text.word(ended))
        return [
            unit
            for unit in self.windows.units(text.sentence(first))
            if (before and begun - 1 <= unit.last < first)
            or (after and last < unit.first <= ended + 2)
        ]

    def moments_of(self, sentence: Sentence) -> list[Moment]:
        """The dates of a sentence."""
        return self._moments.get(sentence.number, [])

    def links(self, sentence: Sentence) -> list[Link]:
        """The events that a whole sentence may mean, with what the one before it says; the best first."""
        known = self._wholes.get(sentence.number)
        if known is None:
            window = [*self.windows.whole(sentence), *self.windows.context(sentence)]
            known = self._wholes[sentence.number] = self.ranked(
                self.linker.links(self.text, window)
            )
        return known

    def is_specific(self, link: Link, units: Iterable[TextUnit]) -> bool:
        """Return whether some units say of an event more than countries, cities and kinds of happening."""
        if link.likeness >= 0.9:
            return True
        postings = self.linker.frames.postings
        weight = sum(
            self.linker.key_weight(unit.key) * postings(unit.key).get(link.frame.place, 0.0)
            for unit in units
            if unit.key not in COUNTRIES
            and unit.key not in CITIES
            and not self.words.types(self.text.words[unit.first])
        )
        return weight >= SPECIFIC

    @property
    def words(self) -> lexicon.WordLists:
        """The words of all languages."""
        return lexicon.load()

    def ranked(self, links: list[Link]) -> list[Link]:
        """Links with what the text's own date adds: what has just happened is what a dispatch tells of."""
        today = self.today
        if today is None:
            return links
        found = [self.expected(link, today) for link in links]
        return sorted(found, key=lambda link: (-link.score, link.frame.id))

    def expected(self, link: Link, today: date) -> Link:
        """A link with what the text's own date adds, and that the text tells of its event."""
        known = self._priors.get(link.frame.place)
        if known is None:
            known = self._priors[link.frame.place] = prior(link.frame, today)
        if link.frame.id in self.told:
            known *= TOLD
        return link if known == link.prior else replace(link, prior=known)

    def spoken(
        self, sentence: Sentence, part: tuple[int, int]
    ) -> list[tuple[float, SeriesPoint]]:
        """The series of figures of which a part of a sentence speaks, with the head of its table."""
        known = self._spoken.get(part)
        if known is None:
            if self.linker.series is None:
                self.linker.series = SpokenSeries(self.linker)
            words = self.text.words[part[0] : part[1]]
            keys = [
                unit.key
                for unit in self.windows.units(sentence)
                if part[0] <= unit.first < part[1]
            ]
            above = tables.head(sentence)
            if above is not None:
                keys += [unit.key for unit in self.windows.units(above)]
                words = [*words, *above.words]
            known = self._spoken[part] = self.linker.series.of(words, keys)
        return known

    def mean(self, sentence: Sentence, frame: Frame, moment: Moment) -> None:
        """Remember that a date of a sentence is that of an event."""
        self.meant.setdefault(sentence.number, []).append((frame, moment))
        self.told.add(frame.id)

    def meant_near(self, sentence: Sentence) -> list[tuple[Frame, Moment]]:
        """The events that the dates of a sentence mean, or else those of the sentence before or after it."""
        own = self.meant.get(sentence.number, [])
        if own:
            return own
        return [
            *self.meant.get(sentence.number - 1, []),
            *self.meant.get(sentence.number + 1, []),
        ]


class Case:
    """One claim on trial."""

    def __init__(self, trial: Trial, claim: Claim) -> None:
        self.trial = trial
        self.claim = claim
        self.text = trial.text
        self.sentence = trial.text.sentence(claim.first)
        self._countries: frozenset[str] | None = None
        self._parties: frozenset[str] | None = None

    @property
    def words(self) -> lexicon.WordLists:
        """The words of all languages."""
        return lexicon.load()

    def finding(self, verdict: str, code: str, **facts: object) -> Finding:
        """A finding on the claim."""
        return Finding(
            claim=self.claim,
            start=self.text.starts[self.claim.first],
            end=self.text.ends[self.claim.last],
            verdict=verdict,
            code=code,
            facts=facts,
        )

    def unknown(self, why: str, link: Link | None = None) -> Finding:
        """A finding without a verdict, with why."""
        found = self.finding("unknown", why)
        return replace(found, event=link.frame.id, score=link.score) if link else found

    def on(self, found: Finding, frame: Frame, dated: Dated, score: float) -> Finding:
        """The finding, said of a date of an event."""
        return replace(
            found,
            event=frame.id,
            facet=dated.kind,
            expected=found.expected or dated.value,
            sources=dated.sources,
            score=score,
        )

    def countries(self) -> frozenset[str]:
        """The other countries that the claim's part of the sentence speaks of; those of the sentence
        before where this one does not name Kazakhstan: «Pour ce pays, …».
        """
        if self._countries is None:
            first, last = self.sentence.cell(self.claim.first)
            self._countries = self.others_between(first, last)
            before = self.sentence.previous
            if not self._countries and before is not None and not self.is_at_home():
                self._countries = self.others_between(before.first, before.last)
        return self._countries

    def others_between(self, first: int, last: int) -> frozenset[str]:
        """The other countries of which some tokens speak."""
        return frozenset(
            each
            for place in range(first, last)
            for each in self.words.countries(self.text.words[place])
            if not self.is_town_where(place)
        )

    def is_at_home(self) -> bool:
        """Return whether the sentence leaves no doubt of which country it is: it names Kazakhstan, or no country at all."""
        names = {unit.key for unit in self.trial.windows.units(self.sentence)}
        leaning = self.sentence.says("pronouns")
        return bool(names & KAZAKH) or not leaning

    def is_town_where(self, place: int) -> bool:
        """Return whether a capital is only where something happens: «à Pékin», "in Moscow"."""
        town = self.words.named("cities", self.text.words[place])
        return bool(town) and self.words.has("at", self.text.word(place - 1))

    def parties(self) -> frozenset[str]:
        """The groups of states that the claim's part of the sentence speaks of as a party, not as a place."""
        if self._parties is None:
            first, last = self.sentence.cell(self.claim.first)
            self._parties = frozenset(
                unit.key
                for unit in self.trial.windows.units(self.sentence)
                if unit.key in PARTIES
                and first <= unit.first < last
                and not self.words.has("within", self.text.word(unit.first - 1))
            )
        return self._parties

    def is_foreign(self, frame: Frame) -> bool:
        """Return whether the sentence speaks of another country or party that the event does not speak of."""
        others, parties = self.countries(), self.parties()
        if others and others - frame.countries:
            return True
        if not parties:
            return False
        postings = self.trial.linker.frames.postings
        return any(not postings(party).get(frame.place) for party in parties)

    def attitude(self) -> str:
        """Why the author may not assert the claim, or nothing: he denies or rejects it."""
        near = self.text.words[
            max(self.claim.first - 5, self.sentence.first) : self.claim.first
        ]
        if any(self.words.has("denied", word) for word in near):
            return "denied"
        return "rejected" if self.sentence.says_phrase("rejecting") else ""


SHORT = (2, 3)
"""Letters of an article between "and" and a name."""

SPECIFIC = 0.3
"""Weight of what a sentence must say of an event beside what many events share."""

RECENT, TOLD = 1.3, 1.1
"""What it adds to the link to an event that it was in the weeks before the text, or is told in it."""

WEEKS_BEFORE, WEEKS_AFTER = 45, 10


def prior(frame: Frame, today: date) -> float:
    """What the text's own date adds to the link to an event."""
    for dated in frame.dates:
        value = edtf.parse(dated.value)
        if (
            not value.earliest
            or not value.latest
            or value.precision not in ("day", "interval")
        ):
            continue
        if -WEEKS_AFTER <= (today - value.latest).days <= WEEKS_BEFORE:
            return RECENT
    return 1.0


def within(day: date, first: date, last: date, slack: int = 0) -> bool:
    """Return whether a day lies between two others, or at most some days beside them."""
    gap = timedelta(days=slack)
    return first - gap <= day <= last + gap
