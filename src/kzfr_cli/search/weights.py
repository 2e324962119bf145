"""The tuned numbers of search, those of `weights.toml`."""

from __future__ import annotations

import os
from functools import cache

FILE = os.path.join(os.path.dirname(__file__), "weights.toml")
VALUE = "value = "


def numbers(path: str) -> dict[str, float]:
    """Return the `value` of every table of a TOML file by its name, the last part of a dotted one.

    It is read without a TOML parser, whose import costs more than a search. Raises `OSError` where
    the file cannot be read, `ValueError` where a value is no number.
    """
    found: dict[str, float] = {}
    name = ""
    with open(path, encoding="utf-8") as file:
        for line in file:
            if line.startswith("["):
                name = line.strip("[]\n").rpartition(".")[2]
            elif line.startswith(VALUE):
                found[name] = float(line.removeprefix(VALUE))
    return found


@cache
def table() -> dict[str, float]:
    """Return every weight by its name."""
    return numbers(FILE)


def of(name: str) -> float:
    """Return a weight; raises `KeyError` for one that the file does not have."""
    return table()[name]
