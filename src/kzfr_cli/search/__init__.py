"""Find entries by half-remembered words: what a query means, what may answer it, and what speaks
for each answer.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from kzfr_cli.core import lazy

if TYPE_CHECKING:
    from kzfr_cli.search import (
        candidates,
        engine,
        exceptions,
        exclusion,
        forgiveness,
        initials,
        suggesting,
    )

__all__ = [
    "candidates",
    "engine",
    "exceptions",
    "exclusion",
    "forgiveness",
    "initials",
    "suggesting",
]
__getattr__ = lazy.modules(__name__)
