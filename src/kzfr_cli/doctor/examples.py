"""One example for each check: what is wrong, and how it is right; shown by `kzfr validate
--explain`.
"""

from __future__ import annotations

import os
from functools import cache

import rtoml


@cache
def known() -> dict[str, str]:
    """Return the examples by the names of the checks."""
    path = os.path.join(os.path.dirname(__file__), "examples.toml")
    with open(path, encoding="utf-8") as file:
        return dict(rtoml.load(file))
