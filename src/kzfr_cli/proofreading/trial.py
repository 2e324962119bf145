"""What all the claims of one text share: its dates, its windows, the events that it was found to
mean.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable
from datetime import date
from functools import cached_property
from operator import is_, itemgetter
from typing import TYPE_CHECKING, Any

from kzfr_cli.core.edtf import PartialDate
from kzfr_cli.languages import language
from kzfr_cli.proofreading import (
    abroad,
    amounts,
    datelines,
    lexicon,
    listings,
    tables,
    thresholds,
)
from kzfr_cli.proofreading.amounts import Amount
from kzfr_cli.proofreading.frames import Frame, Frames
from kzfr_cli.proofreading.linking import (
    CITIES,
    COUNTRIES,
    Link,
    Linker,
    Links,
    Window,
)
from kzfr_cli.proofreading.moments import Moment
from kzfr_cli.proofreading.series import SpokenSeries
from kzfr_cli.proofreading.text import (
    Sentence,
    Span,
    Text,
)
from kzfr_cli.proofreading.vocabulary import TextUnit
from kzfr_cli.proofreading.windows import Windows

if TYPE_CHECKING:
    from kzfr_cli.proofreading.points import SeriesPoint
    from kzfr_cli.proofreading.vocabulary import Speller

Meant = list[tuple[Frame, Moment]]
"""Events that some dates were found to mean, each with its date."""

SHORT = (2, 3)
"""Letters of an article between "and" and a name."""

SPECIFIC = thresholds.of("likely")
"""Weight of what a sentence must say of an event beside what many events share."""

TOGETHER = 3
FEW = 2
HALF = thresholds.of("half")
"""Things said of an event together from which they may single it out, events that may then share
them all, and the share of its title that must be said.
"""

RECENT = thresholds.of("recent")
TOLD = thresholds.of("told")
"""What it adds to the link to an event that it was in the weeks before the text, or is told in
it.
"""

WEEKS_BEFORE, WEEKS_AFTER = 45, 10


class Trial:
    """What all the claims of one text share; `meant` are the events that its dates were found to
    mean, by sentence.
    """

    def __init__(
        self,
        text: Text,
        moments: list[Moment],
        linker: Linker,
        as_of: PartialDate | None,
    ) -> None:
        self.text = text
        self.moments = moments
        self.linker = linker
        self.as_of = as_of
        spans = [(each.first, each.last) for each in moments]
        self.dated = {place for first, last in spans for place in range(first, last + 1)}
        self.windows = Windows(text, self.units_of(text), spans)
        self.dateline = datelines.tokens(text, moments, as_of)
        self.cases: dict[int, Any] = {}
        self.agreed: dict[int, set[tuple[str, str, str]]] = {}
        self.meant: dict[int, Meant] = {}
        self.told: set[str] = set()
        self.wrong_dates: set[int] = set()
        self.jubilees: set[int] = set()
        self.jubilee_tokens: set[int] = set()
        self.counted: dict[int, set[float]] = {}
        self.amounts: dict[int, Amount] = {}
        self.number_groups: Any = None
        self._spoken: dict[tuple[Span, ...], list[tuple[float, SeriesPoint]]] = {}
        self._priors: dict[int, float] = {}
        self._wholes: dict[int, Links] = {}
        self._celebrating: dict[int, bool] = {}

    def units_of(self, text: Text) -> list[TextUnit]:
        """The units of a text: its words but those of dates, and numbers that events tell."""
        numbers = [
            TextUnit(
                first=each.first,
                last=each.last,
                key=amounts.key(each.value, each.unit),
            )
            for each in amounts.find(text, self.dated)
        ]
        told = [unit for unit in numbers if 0 < len(self.frames.postings(unit.key)) <= FEW]
        spoken = [unit for unit in self.speller.units(text) if unit.first not in self.dated]
        return sorted([*spoken, *told], key=lambda unit: unit.first)

    @property
    def frames(self) -> Frames:
        """What the database tells of each event."""
        return self.linker.frames

    @property
    def speller(self) -> Speller:
        """What cuts texts into units."""
        return self.linker.frames.speller

    @property
    def words(self) -> lexicon.WordLists:
        """The words of all languages."""
        return lexicon.load()

    @property
    def today(self) -> date | None:
        """The text's own day, or the last of its month or year."""
        if self.as_of:
            return self.as_of.latest
        return None

    @cached_property
    def tongue(self) -> str:
        """The language of the text."""
        return language.guess(self.text.text, default="fr")

    def label(self, token: str) -> str:
        """What a name of the database is called in the language of the text, by its token."""
        plain_id = token[1:].replace("_", "-")
        name = self.frames.index.name(plain_id)
        if name:
            return name.label.get(self.tongue, plain_id)
        return plain_id

    # ---- its sentences

    @cached_property
    def _moments(self) -> dict[int, list[Moment]]:
        """The dates by the number of their sentence."""
        found: dict[int, list[Moment]] = {}
        for moment in self.moments:
            found.setdefault(self.text.sentence(moment.first).number, []).append(moment)
        return found

    def moments_of(self, sentence: Sentence) -> list[Moment]:
        """The dates of a sentence."""
        return self._moments.get(sentence.number, [])

    def is_celebrating(self, sentence: Sentence) -> bool:
        """Return whether a sentence tells of an anniversary or its celebration."""
        known = self._celebrating.get(sentence.number)
        if known is None:
            known = sentence.number in self.jubilees or sentence.says("celebrate")
            self._celebrating[sentence.number] = known
        return known

    @cached_property
    def _abroad(self) -> list[tuple[int, frozenset[str]]]:
        """The tokens that speak of other countries, with what they name."""
        return abroad.tokens(self.text)

    def countries_between(self, first: int, last: int) -> frozenset[str]:
        """The other countries of which some tokens speak."""
        begun = bisect_left(self._abroad, first, key=itemgetter(0))
        ended = bisect_left(self._abroad, last, key=itemgetter(0))
        named = [names for _, names in self._abroad[begun:ended]]
        return frozenset[str]().union(*named)

    @cached_property
    def _measured(self) -> dict[int, Amount]:
        """The amounts of money, the shares and the large numbers, by their first tokens."""
        found = amounts.find(self.text, self.dated)
        return {each.first: each for each in found if is_large(each)}

    def measured(self, tokens: Iterable[int]) -> list[Amount]:
        """The amounts of money, the shares and the large numbers that begin among some tokens."""
        return [self._measured[place] for place in tokens if place in self._measured]

    def joined(self, first: int, last: int) -> list[TextUnit]:
        """The units to which a name is joined by "and", with or without an article between."""
        text = self.text
        begun = first - 1 - (len(text.word(first - 1)) in SHORT)
        ended = last + 1
        is_joined_before = text.has("joints", first - 1) or text.has("joints", begun)
        is_joined_after = text.has("joints", ended)
        found = []
        for unit in self.windows.units(text.sentence(first)):
            is_before = is_joined_before and begun - 1 <= unit.last < first
            is_after = is_joined_after and last < unit.first <= ended + 2
            if is_before or is_after:
                found.append(unit)
        return found

    # ---- what its words mean

    def weight(self, unit: TextUnit) -> float:
        """The weight of a unit by its rarity."""
        return self.linker.weight(unit)

    def weight_of(self, window: Window) -> float:
        """What the units of a window weigh together."""
        weight = self.linker.weight
        return sum([weight(unit) * grade for unit, grade in window])

    def linked(self, window: Window, dated: Iterable[int] = ()) -> Links:
        """The events that the units of a window may mean, the best first."""
        return self.linker.links(self.text, window, dated)

    def links(self, sentence: Sentence) -> Links:
        """The events that a whole sentence may mean, with what the one before it says; the best
        first.
        """
        known = self._wholes.get(sentence.number)
        if known is None:
            window = [*self.windows.whole(sentence), *self.windows.context(sentence)]
            known = self._wholes[sentence.number] = self.ranked(self.linked(window))
        return known

    def is_specific(self, link: Link, units: Iterable[TextUnit]) -> bool:
        """Return whether some units say of an event more than countries, cities and kinds of
        happening, or what hardly another is told by together.
        """
        if link.likeness >= 0.9:
            return True
        weight = 0.0
        known = [*units]
        for unit in known:
            level = self.frames.level(unit.key, link.frame)
            if level and self.is_telling(unit):
                weight += self.linker.key_weight(unit.key) * level
        if weight >= SPECIFIC:
            return True
        if link.likeness < HALF:
            return False
        return self.is_singled_out(link.frame, known)

    def is_singled_out(
        self,
        frame: Frame,
        units: Iterable[TextUnit],
        near: Iterable[int] = (),
    ) -> bool:
        """Return whether all that some units say of an event is told of hardly another: "the fourth
        Kazakh film festival" are a kind of happening, a film and a country, and a single event;
        or of no other of some that are `near`.
        """
        words, postings = self.text.words, self.frames.postings
        told = [
            holders
            for unit in units
            for key in (
                unit.key,
                *(f"@{kind}" for kind in self.words.types(words[unit.first])),
            )
            if frame.place in (holders := postings(key))
        ]
        if len(told) < TOGETHER:
            return False
        shared = set(told[0]).intersection(*told[1:])
        if near:
            return shared.intersection(near) == {frame.place}
        return len(shared) <= FEW

    def is_telling(self, unit: TextUnit) -> bool:
        """Return whether a unit says more than a kind of happening, a country or a city."""
        if unit.key in COUNTRIES or unit.key in CITIES:
            return False
        return not self.words.types(self.text.words[unit.first])

    def ranked(self, links: Links) -> Links:
        """Links with what the text's own date adds: a dispatch tells of what has just happened."""
        today = self.today
        if today is None:
            return links
        found = [self.expected(link, today) for link in links]
        if all(map(is_, found, links)):
            return links
        return sorted(found, key=lambda link: (-link.score, link.id))

    def expected(self, link: Link, today: date) -> Link:
        """A link with what the text's own date adds, and that the text tells of its event."""
        known = self._priors.get(link.frame.place)
        if known is None:
            known = self._priors[link.frame.place] = prior(link.frame, today)
        if link.id in self.told:
            known *= TOLD
        if known == link.prior:
            return link
        return link.expected(known)

    def spoken(self, sentence: Sentence, place: int) -> list[tuple[float, SeriesPoint]]:
        """The series of figures of which the part of a sentence around a token speaks, with the
        head of its table.
        """
        spans = self._subject(sentence, place)
        known = self._spoken.get(spans)
        if known is None:
            known = self._spoken[spans] = self._spoken_in(spans)
        return known

    def _subject(self, sentence: Sentence, place: int) -> tuple[Span, ...]:
        """The tokens that say what a number is of: its part of the sentence; in a row its labels
        and the heading.
        """
        text = self.text
        own = sentence.cell(place)
        if not listings.is_line(sentence):
            return (own,)
        labels, above = listings.labels(text, place), listings.above(text, place)
        if not labels and (head := tables.head(sentence)) is not None:
            above = [(head.first, head.last), *above]
        return (own, *labels, *above)

    def _spoken_in(self, spans: Iterable[Span]) -> list[tuple[float, SeriesPoint]]:
        if self.linker.series is None:
            self.linker.series = SpokenSeries(self.linker)
        keys: list[str] = []
        words: list[str] = []
        for first, last in spans:
            units = self.windows.units(self.text.sentence(first))
            keys += [unit.key for unit in units if first <= unit.first < last]
            words += self.text.words[first:last]
        found: list[tuple[float, SeriesPoint]] = self.linker.series.of(words, keys)
        return found

    # ---- what its dates were found to mean

    def mean(
        self,
        sentence: Sentence,
        frame: Frame,
        moment: Moment,
    ) -> None:
        """Remember that a date of a sentence is that of an event."""
        self.meant.setdefault(sentence.number, []).append((frame, moment))
        self.told.add(frame.id)

    def meant_in(self, sentence: Sentence) -> Meant:
        """The events that the dates of a sentence mean."""
        return self.meant.get(sentence.number, [])

    def meant_near(self, sentence: Sentence) -> Meant:
        """The events that the dates of a sentence mean, or else those of the sentence before or
        after it.
        """
        before = self.meant.get(sentence.number - 1, [])
        after = self.meant.get(sentence.number + 1, [])
        return self.meant_in(sentence) or [*before, *after]


def prior(frame: Frame, today: date) -> float:
    """What the text's own date adds to the link to an event."""
    if any(is_recent(each.date, today) for each in frame.dates):
        return RECENT
    return 1.0


def is_recent(value: PartialDate, today: date) -> bool:
    """Return whether a date lies in the weeks before a day, or just after it."""
    if not value.earliest or not value.latest:
        return False
    if value.precision not in ("day", "interval"):
        return False
    return -WEEKS_AFTER <= (today - value.latest).days <= WEEKS_BEFORE


def is_large(amount: Amount) -> bool:
    """Return whether an amount is one of money, a share, a large number, or of a row of figures."""
    return bool(amount.unit) or amount.scale > 1 or amount.is_headed
