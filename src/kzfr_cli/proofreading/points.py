"""The points of the series of figures, with the words by which texts speak of them."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from kzfr_cli.core.edtf import PartialDate
from kzfr_cli.core.event import Figure, Indicator
from kzfr_cli.core.record import record
from kzfr_cli.proofreading import quantities
from kzfr_cli.proofreading.plain import plain
from kzfr_cli.proofreading.text import cut
from kzfr_cli.proofreading.vocabulary import Speller

OF_BOTH = frozenset(
    (
        "_france",
        "_kazakhstan",
        "_francais",
        "_kazakhstanais",
        "_astana",
        "_paris",
    )
)
"""The names of the two countries and of their capitals, which tell no series from another."""


@record
class SeriesPoint:
    """One figure of a series, with the words by which texts speak of it and the values of
    its rivals.
    """

    id: str
    value: float
    unit: str
    year: int
    first: str
    last: str
    period: str
    status: str
    bound: str
    own_unit: str
    own_value: float
    label: dict[str, str]
    sources: tuple[str, ...]
    keys: tuple[tuple[str, ...], ...]
    heads: frozenset[str]
    cues: tuple[tuple[str, ...], ...]
    excludes: tuple[str, ...]
    indicator: str
    names: frozenset[str]
    rivals: tuple[tuple[float, str, str], ...]
    is_yearly: bool = False


def of_figure(figure: Figure, indicator: Indicator, speller: Speller) -> dict[str, Any]:
    """A figure as it is kept."""
    value, unit, words = quantities.normal(figure.value, figure.unit)
    return {
        "id": figure.id,
        "value": abs(value),
        "unit": unit,
        **of_period(figure.period),
        "status": figure.status,
        "bound": figure.bound,
        "own_unit": figure.unit,
        "own_value": figure.value,
        "label": dict(figure.label),
        "sources": [cited.source for cited in figure.sources],
        "keys": keys_of(figure, indicator, speller),
        "heads": sorted(quantities.keys_of_words(words, speller)),
        "cues": [[plain(stem) for stem in group] for group in indicator.cues],
        "excludes": [plain(stem) for stem in indicator.excludes],
        "indicator": indicator.id,
        "names": names_of(indicator, speller),
        "rivals": rivals_of(figure),
        "is_yearly": "year" in figure.unit,
    }


def of_period(period: PartialDate) -> dict[str, Any]:
    """The time of a figure: its year, its first and its last day, and how it is written."""
    first, last = period.earliest, period.latest
    return {
        "year": period.year or (last.year if last else 0),
        "first": first.isoformat() if first else "",
        "last": last.isoformat() if last else "",
        "period": period.text,
    }


def keys_of(figure: Figure, indicator: Indicator, speller: Speller) -> list[list[str]]:
    """The units of each label of a figure and of its indicator."""
    labels = [*indicator.label.values(), *figure.label.values()]
    variants = (sorted(set(speller.keys(label))) for label in labels)
    return [variant for variant in variants if variant]


def names_of(indicator: Indicator, speller: Speller) -> list[str]:
    """The names that every label of an indicator has, beside the two countries: «KATCO»,
    «Almaty».
    """
    found = [names_in(label, speller) for label in indicator.label.values()]
    if found:
        return sorted(set.intersection(*found))
    return []


def names_in(label: str, speller: Speller) -> set[str]:
    """The names in a label but those of the two countries."""
    units = speller.units(cut(label))
    return {
        unit.key
        for unit in units
        if unit.key[0] == "_" and unit.kind != "period" and unit.key not in OF_BOTH
    }


def rivals_of(figure: Figure) -> list[tuple[float, str, str]]:
    """The other values that sources give of a figure: each with its unit and the source."""
    found = []
    for rival in figure.disputes:
        if rival.value is not None:
            value, unit, _ = quantities.normal(rival.value, rival.unit or figure.unit)
            found.append((value, unit, rival.source))
    return found


def read_series(body: Iterable[dict[str, Any]]) -> list[SeriesPoint]:
    """Read figures as they were kept."""
    found = []
    for each in body:
        each["sources"] = tuple(each["sources"])
        each["keys"] = tuple(tuple(variant) for variant in each["keys"])
        each["heads"], each["excludes"] = frozenset(each["heads"]), tuple(each["excludes"])
        each["names"] = frozenset(each["names"])
        each["cues"] = tuple(tuple(group) for group in each["cues"])
        each["rivals"] = tuple(
            (value, unit, source) for value, unit, source in each["rivals"]
        )
        found.append(SeriesPoint(**each))
    return found


def values_of(each: SeriesPoint) -> list[float]:
    """The values that sources give of a point, in its unit, its own first."""
    return [each.value, *(value for value, unit, _ in each.rivals if unit == each.unit)]
