"""Tell which series of figures a sentence speaks of: by the words of their labels, or by
their cues.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from math import log

from kzfr_cli.proofreading import thresholds
from kzfr_cli.proofreading.lexicon import Senses
from kzfr_cli.proofreading.linking import COUNTRIES, Linker
from kzfr_cli.proofreading.points import SeriesPoint

LEAST = thresholds.of("likely")
"""Share of the words of a label that a sentence must say."""

OF_ANY_WORD = thresholds.of("weak")
"""What each word of a label weighs beside its rarity."""


class Cues:
    """The words by which texts speak of an indicator, or surely do not, each group under a
    name of its own.
    """

    def __init__(self, number: int, point: SeriesPoint) -> None:
        self.excludes = f"{number} not"
        self.groups = frozenset(f"{number} {place}" for place in range(len(point.cues)))
        self._point = point

    def rows(self) -> Iterable[tuple[str, str]]:
        """The beginnings of its words, each with the name of its group."""
        for name, stems in zip(sorted(self.groups), self._point.cues, strict=True):
            yield from ((f"{stem}*", name) for stem in stems)
        yield from ((f"{stem}*", self.excludes) for stem in self._point.excludes)


class SpokenSeries:
    """The series of a database, found by what sentences say."""

    def __init__(self, linker: Linker) -> None:
        self.all = linker.frames.series
        self._indicators: dict[str, list[int]] = {}
        self._spread: dict[str, set[str]] = {}
        for number, each in enumerate(self.all):
            self._indicators.setdefault(each.indicator, []).append(number)
            for key in {key for variant in each.keys for key in variant}:
                self._spread.setdefault(key, set()).add(each.indicator)
        self._weights = {key: self._weigh(key) for key in self._spread}
        self._by_key: dict[str, list[int]] = {}
        self._variants: list[tuple[int, float]] = []
        for number, each in enumerate(self.all):
            for variant in each.keys:
                self._add(number, variant)
        points = [(numbers, self.all[numbers[0]]) for numbers in self._indicators.values()]
        self._cues = [(numbers, Cues(numbers[0], first)) for numbers, first in points]
        self._senses = Senses(row for _, cues in self._cues for row in cues.rows())

    def _weigh(self, key: str) -> float:
        """What a word of a label weighs: the more, the fewer indicators speak of it."""
        count, spread = len(self._indicators), len(self._spread[key])
        return OF_ANY_WORD + log(1 + count / spread) / log(1 + count)

    def _add(self, number: int, variant: Sequence[str]) -> None:
        """Take in one label of a series."""
        telling = [key for key in variant if key not in COUNTRIES]
        whole = sum(map(self._weights.__getitem__, telling))
        for key in telling:
            self._by_key.setdefault(key, []).append(len(self._variants))
        self._variants.append((number, whole))

    def _shares(self, keys: Iterable[str]) -> dict[int, float]:
        """The share of its best label that is said of each series, the least ones left out."""
        said: dict[int, float] = {}
        for key in dict.fromkeys(keys):
            for variant in self._by_key.get(key, ()):
                said[variant] = said.get(variant, 0.0) + self._weights[key]
        shares: dict[int, float] = {}
        for variant, weight in said.items():
            number, whole = self._variants[variant]
            share = weight / whole
            if share >= LEAST and share > shares.get(number, 0.0):
                shares[number] = share
        return shares

    def of(
        self, words: Iterable[str], keys: Iterable[str]
    ) -> list[tuple[float, SeriesPoint]]:
        """The series of which a sentence speaks, the most surely first; from 0 to 1."""
        found = self._shares(keys)
        said = frozenset[str]().union(*map(self._senses.__getitem__, words))
        for numbers, cues in self._cues:
            if cues.excludes in said:
                for number in numbers:
                    found.pop(number, None)
            elif cues.groups and cues.groups <= said:
                found.update(dict.fromkeys(numbers, 1.0))
        ranked = sorted(found.items(), key=lambda pair: (-pair[1], pair[0]))
        return [(share, self.all[number]) for number, share in ranked]
