"""The tuned numbers of proof-reading, read from `thresholds.toml`.

It is read without a TOML parser, whose import costs more than the check of a page.
"""

from __future__ import annotations

import os
from functools import cache

FILE = os.path.join(os.path.dirname(__file__), "thresholds.toml")
VALUE = "value = "


@cache
def table() -> dict[str, float]:
    """The value of every number by its name."""
    found: dict[str, float] = {}
    name = ""
    with open(FILE, encoding="utf-8") as file:
        for line in file:
            if line.startswith("["):
                name = line.strip("[]\n")
            elif line.startswith(VALUE):
                found[name] = float(line.removeprefix(VALUE))
    return found


def of(name: str) -> float:
    """The value of a score, a share or a weight; raises `KeyError` for one that the file does
    not have.
    """
    return table()[name]


def count(name: str) -> int:
    """The value of a number of words, of days or of events; raises `KeyError` likewise."""
    return int(table()[name])
