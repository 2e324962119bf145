"""The tuned numbers of proof-reading, those of `thresholds.toml`."""

from __future__ import annotations

import os
from functools import cache

from kzfr_cli.search import weights

FILE = os.path.join(os.path.dirname(__file__), "thresholds.toml")


@cache
def table() -> dict[str, float]:
    """The value of every number by its name."""
    return weights.numbers(FILE)


def of(name: str) -> float:
    """The value of a score, a share or a weight; raises `KeyError` for one that the file does
    not have.
    """
    return table()[name]


def count(name: str) -> int:
    """The value of a number of words, of days or of events; raises `KeyError` likewise."""
    return int(table()[name])
