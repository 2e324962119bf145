"""Tell which series of figures a sentence speaks of: by the words of their labels, or by their cues."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from math import log

from kzfr_cli.proofreading.linking import COUNTRIES, Linker
from kzfr_cli.proofreading.quantities import SeriesPoint

LEAST = 0.3
"""Share of the words of a label that a sentence must say."""

OF_ANY_WORD = 0.2
"""What each word of a label weighs beside its rarity."""


class SpokenSeries:
    """The series of a database, found by what sentences say."""

    def __init__(self, linker: Linker) -> None:
        self.all = linker.frames.series
        self._spread: dict[str, set[str]] = {}
        self._weights: dict[str, float] = {}
        self._by_key: dict[str, list[int]] = {}
        self._variants: list[tuple[int, float]] = []
        self._indicators: dict[str, list[int]] = {}
        for number, each in enumerate(self.all):
            self._indicators.setdefault(each.indicator, []).append(number)
            for key in {key for variant in each.keys for key in variant}:
                self._spread.setdefault(key, set()).add(each.indicator)
        for number, each in enumerate(self.all):
            for variant in each.keys:
                self._add(number, variant)

    def _weight(self, key: str) -> float:
        """What a word of a label weighs: the more, the fewer indicators speak of it."""
        known = self._weights.get(key)
        if known is None:
            count, spread = len(self._indicators), len(self._spread.get(key, ()))
            known = OF_ANY_WORD + log(1 + count / max(spread, 1)) / log(1 + count)
            self._weights[key] = known
        return known

    def _add(self, number: int, variant: Sequence[str]) -> None:
        """Take in one label of a series."""
        telling = [key for key in variant if key not in COUNTRIES]
        whole = sum(map(self._weight, telling))
        for key in telling:
            self._by_key.setdefault(key, []).append(len(self._variants))
        self._variants.append((number, whole))

    def _shares(self, keys: Iterable[str]) -> dict[int, float]:
        """The share of its best label that is said of each series."""
        said: dict[int, float] = {}
        for key in set(keys):
            for variant in self._by_key.get(key, ()):
                said[variant] = said.get(variant, 0.0) + self._weight(key)
        shares: dict[int, float] = {}
        for variant, share in said.items():
            number, whole = self._variants[variant]
            shares[number] = max(shares.get(number, 0.0), share / whole)
        return shares

    def of(
        self, words: Sequence[str], keys: Iterable[str]
    ) -> list[tuple[float, SeriesPoint]]:
        """The series of which a sentence speaks, the most surely first; from 0 to 1."""
        found = {
            number: share for number, share in self._shares(keys).items() if share >= LEAST
        }
        for numbers in self._indicators.values():
            first = self.all[numbers[0]]
            if first.excludes and begins_any(words, first.excludes):
                for number in numbers:
                    found.pop(number, None)
            elif first.cues and all(begins_any(words, group) for group in first.cues):
                found.update(dict.fromkeys(numbers, 1.0))
        ranked = sorted(found.items(), key=lambda pair: (-pair[1], pair[0]))
        return [(share, self.all[number]) for number, share in ranked]


def begins_any(words: Sequence[str], stems: Sequence[str]) -> bool:
    """Return whether a word begins like one of some stems."""
    begun = tuple(stems)
    return any(word.startswith(begun) for word in words)
