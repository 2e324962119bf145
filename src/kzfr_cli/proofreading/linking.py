"""Link the words around a claim to the event that they speak of.

Both sides are compared: how much of what the text says the event explains (`coverage`), and how
much of one of its titles the text says (`likeness`). A unit weighs by its rarity, and less the
farther its clause stands from the claim.
"""

from __future__ import annotations

from collections.abc import (
    Callable,
    Iterable,
    Mapping,
    Sequence,
)
from math import log
from typing import Any, NamedTuple

from kzfr_cli.languages.letters import is_cyrillic
from kzfr_cli.proofreading import lexicon, thresholds
from kzfr_cli.proofreading.frames import Frame, Frames
from kzfr_cli.proofreading.text import Text
from kzfr_cli.proofreading.vocabulary import TextUnit

COUNTRIES = frozenset(
    {
        "_france",
        "_kazakhstan",
        "_francais",
        "_kazakhstanais",
    }
)
CITIES = frozenset({"_paris", "_astana", "_almaty"})

OF_A_COUNTRY = thresholds.of("country")
OF_A_CITY = thresholds.of("city")
OF_A_TYPE = thresholds.of("type")
LEAST_OF_A_TYPE = thresholds.of("least-type")
OF_A_PERSON = thresholds.of("person")
OF_AN_UNKNOWN_NAME = thresholds.of("unknown-name")
OF_AN_UNKNOWN_WORD = thresholds.of("unknown-word")
"""Weights of words beside their rarity."""

UNLIKE = thresholds.of("unlike")
"""What is left of a link to an event of whose titles nothing is said."""

UNCOVERED = thresholds.of("uncovered")
"""What is left of a link to an event that explains nothing of what is said."""

SLIGHT = thresholds.of("slight")
PLENTY = thresholds.of("plenty")
"""Strength of a link that explains next to nothing, and what must be explained besides for
a full one.
"""

MOST = thresholds.count("compared")
"""Events that are compared for one claim."""

ENOUGH = thresholds.count("enough")
"""Events that the rarest units bring, from which a more common one brings no others: it
only adds to them.
"""

WEAK = thresholds.of("weak")
"""Share of the best link from which another is worth telling."""

KEPT = 4000
"""Windows whose events are remembered: the claims of a sentence ask for the same ones again."""

LIGHTEST = thresholds.of("weak")
"""Weight of the lightest title that is compared."""


class Link(NamedTuple):
    """One event that may be meant, with how well it fits: `fit` is the link by the words alone."""

    frame: Frame
    coverage: float
    likeness: float
    explained: float
    fit: float = 1.0
    prior: float = 1.0

    @property
    def id(self) -> str:
        """The id of its event."""
        return self.frame.id

    @property
    def score(self) -> float:
        """The link as a whole, from 0 to 1."""
        return self.fit * self.prior

    def of(self, frame: Frame) -> Link:
        """The link, said of another event of the same act."""
        return self._replace(frame=frame)

    def expected(self, prior: float) -> Link:
        """The link, with what the text's own date adds."""
        return Link(*self[:-1], prior)


Links = list[Link]
"""Events that some words may mean, the best first."""

Window = Sequence[tuple[TextUnit, float]]
"""Units with what is left of their weight."""

Keys = tuple[str, ...]
"""A unit and the kinds of happening that it speaks of."""

Said = list[tuple[Keys, float]]
"""What a window says: the keys of each unit, with its weight."""


class Linker:
    """Rate which events some words mean."""

    def __init__(self, frames: Frames) -> None:
        self.frames = frames
        self._weights: dict[str, float] = {}
        self._weighed: dict[tuple[str, str, bool], tuple[Keys, float]] = {}
        self._titles: dict[int, Titles] = {}
        self._merged: dict[Keys, Mapping[int, float]] = {}
        self._known: dict[tuple[Any, ...], Links] = {}
        self.series: Any = None

    # ---- weights

    def weight(self, unit: TextUnit) -> float:
        """The weight of a unit by its rarity."""
        if unit.is_proper and not self.frames.postings(unit.key):
            return OF_AN_UNKNOWN_NAME
        return self.key_weight(unit.key, unit.kind)

    def key_weight(self, key: str, kind: str = "") -> float:
        """The weight of a key by its rarity."""
        known = self._weights.get(key)
        if known is None:
            known = self._weights[key] = self._rarity(key, kind)
        return known

    def _rarity(self, key: str, kind: str) -> float:
        if key in COUNTRIES:
            return OF_A_COUNTRY
        events = len(self.frames.postings(key))
        if not events:
            if key[0] == "_":
                return OF_AN_UNKNOWN_NAME
            return OF_AN_UNKNOWN_WORD
        rarity = log(1 + self.frames.count / events) / log(1 + self.frames.count)
        if key[0] == "@":
            return min(rarity, OF_A_TYPE)
        if key in CITIES:
            return min(rarity, OF_A_CITY)
        kind = kind or self.frames.speller.kinds.get(key, "")
        if kind == "person":
            return rarity * OF_A_PERSON
        return rarity

    # ---- links

    def links(
        self,
        text: Text,
        window: Window,
        dated: Iterable[int] = (),
    ) -> Links:
        """Rate the events that the units of a window may mean, the best first.

        Those of some `dated` places are rated too where the window says anything of them.
        """
        said = self.said(text, window)
        asked = (tuple(said), tuple(dated))
        known = self._known.get(asked)
        if known is None:
            if len(self._known) > KEPT:
                self._known.clear()
            known = self._known[asked] = self._rated(said, asked[1])
        return [*known]

    def said(self, text: Text, window: Window) -> Said:
        """The keys of each unit with its weight; the same one twice counts once, where it
        weighs most.
        """
        heaviest: dict[str, tuple[Keys, float]] = {}
        for unit, grade in window:
            keys, weight = self._of_unit(text, unit)
            weight *= grade
            if weight > heaviest.get(unit.key, NOTHING)[1]:
                heaviest[unit.key] = (keys, weight)
        return list(heaviest.values())

    def _of_unit(self, text: Text, unit: TextUnit) -> tuple[Keys, float]:
        """The keys of a unit, and its weight."""
        word = text.words[unit.first] if unit.first == unit.last else ""
        asked = (unit.key, word, unit.is_proper)
        known = self._weighed.get(asked)
        if known is None:
            known = self._weighed[asked] = self._weigh(unit, word)
        return known

    def _weigh(self, unit: TextUnit, word: str) -> tuple[Keys, float]:
        further = self._further(word) if word and not unit.kind else []
        keys = (unit.key, *further)
        weight = min([self.weight(unit), *map(self.key_weight, further)])
        kinds = sorted(lexicon.load().types(word)) if word else []
        if not kinds:
            return keys, weight
        weight = min(max(weight, LEAST_OF_A_TYPE), OF_A_TYPE)
        return (*keys, *(f"@{kind}" for kind in kinds)), weight

    def _further(self, word: str) -> list[str]:
        """The other groups of a word of Russian or Kazakh that any event tells: French and English
        are told by more than titles.
        """
        if not is_cyrillic(word):
            return []
        return list(filter(self.frames.postings, self.frames.speller.further(word)))

    def _rated(self, said: Said, dated: Iterable[int]) -> Links:
        explained = self._explained(said)
        best = most_told(explained)
        shares = {place: explained[place] for place in best}
        for place in dated:
            if place not in shares:
                shares[place] = explained.get(place) or self._share(said, place)
        total = sum([weight for _, weight in said])
        keys = frozenset(key for own, _ in said for key in own)
        rated: Links = []
        most = least = 0.0
        for place, told in shares.items():
            # What tells no more than one that was too little is too little as well.
            if told <= least:
                continue
            coverage = told / total
            fit = at_most(coverage, told)
            if fit < most * WEAK:
                least = told
                continue
            link = self._titles_of(place).link(coverage, told, fit, keys)
            most = max(most, link.fit)
            rated.append(link)
        found = [link for link in rated if link.fit >= most * WEAK]
        return sorted(found, key=lambda link: (-link.fit, link.id))

    def _explained(self, said: Said) -> dict[int, float]:
        """How much of what is said each event tells: those that the rarest units bring."""
        lists = [(self._told(keys), weight) for keys, weight in said]
        lists.sort(key=lambda each: len(each[0]))
        explained: dict[int, float] = {}
        so_far = explained.get
        for told, weight in lists:
            if len(explained) < ENOUGH:
                for place, level in told.items():
                    explained[place] = so_far(place, 0.0) + weight * level
            else:
                for place in explained.keys() & told.keys():
                    explained[place] += weight * told[place]
        return explained

    def _share(self, said: Said, place: int) -> float:
        """How much of what is said one event tells."""
        return sum([weight * self._told(keys).get(place, 0.0) for keys, weight in said])

    def _told(self, keys: Keys) -> Mapping[int, float]:
        """How far each event tells one of some keys."""
        known = self._merged.get(keys)
        if known is None:
            known = self._merged[keys] = merged(map(self.frames.postings, keys))
        return known

    def _titles_of(self, place: int) -> Titles:
        """The titles of an event, worked out once."""
        known = self._titles.get(place)
        if known is None:
            known = self._titles[place] = Titles(self.frames.frame(place), self.key_weight)
        return known


NOTHING: tuple[Keys, float] = ((), 0.0)


class Titles:
    """The titles of an event, as far as each key stands in them."""

    def __init__(self, frame: Frame, weight: Callable[[str], float]) -> None:
        self.frame = frame
        self._shares: dict[str, list[tuple[int, float]]] = {}
        self._known: dict[frozenset[str], float] = {}
        for number, variant in enumerate(frame.variants):
            weights = [weight(key) for key in variant]
            whole = sum(weights)
            if whole > LIGHTEST:
                for key, own in zip(variant, weights, strict=True):
                    self._shares.setdefault(key, []).append((number, own / whole))

        self._keys = frozenset(self._shares)

    def link(
        self,
        coverage: float,
        explained: float,
        most: float,
        keys: frozenset[str],
    ) -> Link:
        """The link to the event of some keys, `most` of which is left where they say a title
        whole.
        """
        likeness = self.likeness(keys)
        fit = most * (UNLIKE + (1 - UNLIKE) * likeness)
        return Link(self.frame, coverage, likeness, explained, fit)

    def likeness(self, keys: frozenset[str]) -> float:
        """The share of the title of which some keys say most."""
        own = self._keys & keys
        if not own:
            return 0.0
        known = self._known.get(own)
        if known is None:
            known = self._known[own] = self._likeness(own)
        return known

    def _likeness(self, keys: frozenset[str]) -> float:
        said: dict[int, float] = {}
        for key in sorted(keys):
            for number, share in self._shares[key]:
                said[number] = said.get(number, 0.0) + share
        return max(said.values(), default=0.0)


def merged(postings: Iterable[Mapping[int, float]]) -> Mapping[int, float]:
    """How far each event tells one of some units, the farthest of each."""
    first, *rest = postings
    if not rest:
        return first
    found = dict(first)
    for each in rest:
        for place, level in each.items():
            found[place] = max(found.get(place, 0.0), level)
    return found


def at_most(coverage: float, explained: float) -> float:
    """How well an event fits at most that explains so much, whatever of a title is said."""
    covered = UNCOVERED + (1 - UNCOVERED) * coverage
    return covered * min(1.0, SLIGHT + explained / PLENTY)


def most_told(explained: Mapping[int, float]) -> list[int]:
    """The places of the events that tell most, in the order of how much."""
    if len(explained) <= MOST:
        return sorted(explained, key=lambda place: (-explained[place], place))
    least = sorted(explained.values())[-MOST]
    best = [place for place, share in explained.items() if share >= least]
    return sorted(best, key=lambda place: (-explained[place], place))[:MOST]
