"""Questions to the index: pure, free of words and of formats."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kzfr_cli.core import lazy

if TYPE_CHECKING:
    from kzfr_cli.queries import anniversaries, figures, handouts, lookups, rules, sources

__all__ = ["anniversaries", "figures", "handouts", "lookups", "rules", "sources"]
__getattr__ = lazy.modules(__name__)
