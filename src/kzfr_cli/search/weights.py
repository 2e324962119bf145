"""The tuned numbers of search, read from `weights.toml` without a TOML parser, which costs more
than a search.
"""

from __future__ import annotations

import os
import re
from functools import cache

FILE = os.path.join(os.path.dirname(__file__), "weights.toml")
LINE = re.compile(r"^(?:\[(?:\w+\.)?(?P<section>\w+)\]|value = (?P<value>-?[\d.]+))$", re.MULTILINE)


@cache
def table() -> dict[str, float]:
    """Return every weight by its name."""
    with open(FILE, encoding="utf-8") as file:
        text = file.read()
    found: dict[str, float] = {}
    section = ""
    for match in LINE.finditer(text):
        section = match["section"] or section
        if match["value"]:
            found[section] = float(match["value"])
    return found


def of(name: str) -> float:
    """Return a weight; raises `KeyError` for one that the file does not have."""
    return table()[name]
