"""Link the words around a claim to the event that they speak of.

Both sides are compared: how much of what the text says the event explains (`coverage`), and how much of one of its
titles the text says (`likeness`). A unit weighs by its rarity, and less the farther its clause stands from the claim.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from heapq import nsmallest
from math import log
from typing import Any

from kzfr_cli.core.record import record
from kzfr_cli.proofreading import lexicon
from kzfr_cli.proofreading.frames import Frame, Frames
from kzfr_cli.proofreading.text import Text
from kzfr_cli.proofreading.vocabulary import TextUnit

COUNTRIES = frozenset({"_france", "_kazakhstan", "_francais", "_kazakhstanais"})
CITIES = frozenset({"_paris", "_astana", "_almaty"})

OF_A_COUNTRY = 0.08
OF_A_CITY = 0.4
OF_A_TYPE, LEAST_OF_A_TYPE = 0.45, 0.25
OF_A_PERSON = 1.3
OF_AN_UNKNOWN_NAME = 0.7
OF_AN_UNKNOWN_WORD = 0.18
MOST = 20
"""Events that are compared for one claim."""

KEPT = 4000
"""Windows whose events are remembered: the claims of a sentence ask for the same ones again."""

FEW = 260
"""Events that one unit may bring at most: a unit of more brings none by itself."""

LIGHTEST = 0.2
"""Weight of the lightest title that is compared."""


@record
class Link:
    """One event that may be meant, with how well it fits."""

    frame: Frame
    coverage: float
    likeness: float
    explained: float
    prior: float = 1.0

    @property
    def score(self) -> float:
        """The link as a whole, from 0 to 1."""
        likely = 0.35 + 0.65 * self.likeness
        strength = min(1.0, 0.45 + self.explained / 2.2)
        return (0.15 + 0.85 * self.coverage) * strength * likely * self.prior


Window = Sequence[tuple[TextUnit, float]]
"""Units with what is left of their weight."""

Said = list[tuple[tuple[str, ...], float]]
"""What a window says: the keys of each unit, with its weight."""


class Linker:
    """Rate which events some words mean."""

    def __init__(self, frames: Frames) -> None:
        self.frames = frames
        self._weights: dict[str, float] = {}
        self._wholes: dict[int, dict[str, list[tuple[int, float]]]] = {}
        self._merged: dict[tuple[str, ...], dict[int, float]] = {}
        self._types: dict[str, tuple[str, ...]] = {}
        self._known: dict[tuple[Any, ...], list[Link]] = {}
        self.series: Any = None

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
            return OF_AN_UNKNOWN_NAME if key[0] == "_" else OF_AN_UNKNOWN_WORD
        rarity = log(1 + self.frames.count / events) / log(1 + self.frames.count)
        if key[0] == "@":
            return min(rarity, OF_A_TYPE)
        if key in CITIES:
            return min(rarity, OF_A_CITY)
        return rarity * (
            OF_A_PERSON if (kind or self.frames.speller.kinds.get(key)) == "person" else 1.0
        )

    def links(self, text: Text, window: Window, dated: Iterable[int] = ()) -> list[Link]:
        """Rate the events that the units of a window may mean, the best first.

        Those of some `dated` places are rated too where the window says anything of them.
        """
        said = self._said(text, window)
        asked = (tuple(said), tuple(dated))
        known = self._known.get(asked)
        if known is None:
            if len(self._known) > KEPT:
                self._known.clear()
            known = self._known[asked] = self._rated(said, asked[1])
        return [*known]

    def _rated(self, said: Said, dated: Iterable[int]) -> list[Link]:
        total = sum([weight for _, weight in said])
        explained: dict[int, float] = {}
        common = []
        for keys, weight in said:
            told = self._told(keys)
            if len(told) > FEW and len(said) > 2:
                common.append((told, weight))
                continue
            for place, level in told.items():
                explained[place] = explained.get(place, 0.0) + weight * level
        best = nsmallest(MOST, explained, key=lambda place: (-explained[place], place))
        near = [place for place in dated if place not in best]
        keys_said = {key for keys, _ in said for key in keys}
        found = []
        for place in (*best, *near):
            more = sum([weight * told.get(place, 0.0) for told, weight in common])
            share = explained.get(place, 0.0) + more
            if share:
                found.append(self._rate(place, share, total, keys_said))
        return sorted(found, key=lambda link: (-link.score, link.frame.id))

    def _told(self, keys: tuple[str, ...]) -> Mapping[int, float]:
        """How far each event tells one of some keys."""
        if len(keys) == 1:
            return self.frames.postings(keys[0])
        known = self._merged.get(keys)
        if known is None:
            known = dict(self.frames.postings(keys[0]))
            for key in keys[1:]:
                for place, level in self.frames.postings(key).items():
                    known[place] = max(known.get(place, 0.0), level)
            self._merged[keys] = known
        return known

    def _said(self, text: Text, window: Window) -> Said:
        """The keys of each unit with its weight; the same one twice counts once, where it weighs most."""
        heaviest: dict[str, tuple[tuple[str, ...], float]] = {}
        for unit, grade in window:
            kinds = self._kinds(text.words[unit.first]) if unit.first == unit.last else ()
            weight = self.weight(unit)
            if kinds:
                weight = min(max(weight, LEAST_OF_A_TYPE), OF_A_TYPE)
            weight *= grade
            if weight > heaviest.get(unit.key, ((), 0.0))[1]:
                heaviest[unit.key] = ((unit.key, *kinds), weight)
        return list(heaviest.values())

    def _kinds(self, word: str) -> tuple[str, ...]:
        """The keys of the kinds of happening that a word speaks of."""
        known = self._types.get(word)
        if known is None:
            kinds = lexicon.load().types(word)
            known = self._types[word] = tuple(sorted(f"@{kind}" for kind in kinds))
        return known

    def _rate(self, place: int, explained: float, total: float, keys: set[str]) -> Link:
        shares: dict[int, float] = {}
        table = self._variants(place)
        for key in keys & table.keys():
            for variant, share in table[key]:
                shares[variant] = shares.get(variant, 0.0) + share
        return Link(
            frame=self.frames.frame(place),
            coverage=explained / total if total else 0.0,
            likeness=max(shares.values(), default=0.0),
            explained=explained,
        )

    def _variants(self, place: int) -> dict[str, list[tuple[int, float]]]:
        """The titles of an event in which each key stands, by number, and its share of each."""
        known = self._wholes.get(place)
        if known is None:
            known = self._wholes[place] = {}
            for number, variant in enumerate(self.frames.frame(place).variants):
                weighed = [(key, self.key_weight(key)) for key in variant]
                whole = sum([weight for _, weight in weighed])
                if whole > LIGHTEST:
                    for key, weight in weighed:
                        known.setdefault(key, []).append((number, weight / whole))
        return known
