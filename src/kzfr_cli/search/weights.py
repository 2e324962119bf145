"""The tuned numbers of search, read from `weights.toml` without a TOML parser, which costs more
than a search.
"""

from __future__ import annotations

import os
from functools import cache

FILE = os.path.join(os.path.dirname(__file__), "weights.toml")
VALUE = "value = "


@cache
def table() -> dict[str, float]:
    """Return every weight by its name."""
    found: dict[str, float] = {}
    name = ""
    with open(FILE, encoding="utf-8") as file:
        for line in file:
            if line.startswith("["):
                name = line.strip("[]\n").rpartition(".")[2]
            elif line.startswith(VALUE):
                found[name] = float(line.removeprefix(VALUE))
    return found


def of(name: str) -> float:
    """Return a weight; raises `KeyError` for one that the file does not have."""
    return table()[name]
