"""The mark and the colour of each category; the word beside them says the same."""

from __future__ import annotations

from kzfr_cli.core.kinds import CATEGORIES

MARKS = {category.name: (category.mark, category.ink) for category in CATEGORIES}

PLAIN = "-"


def mark(category: str, plain: bool) -> str:
    """Return the mark of a category."""
    return PLAIN if plain else MARKS[category][0]


def style(category: str) -> str:
    """Return the colour of a category."""
    return MARKS[category][1]
