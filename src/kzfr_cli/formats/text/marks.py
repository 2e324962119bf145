"""The mark and the colour of each category; the word beside them says the same."""

from __future__ import annotations

MARKS = {
    "diplomacy": ("◆", "blue"),
    "visit": ("▲", "cyan"),
    "treaty": ("■", "magenta"),
    "multilateral": ("○", "blue"),
    "economy": ("●", "green"),
    "energy": ("✦", "yellow"),
    "transport": ("▶", "green"),
    "space": ("★", "cyan"),
    "defence": ("▼", "red"),
    "security": ("▽", "red"),
    "culture": ("♪", "magenta"),
    "education": ("◇", "yellow"),
    "science": ("△", "yellow"),
    "health": ("✚", "green"),
    "sport": ("◉", "cyan"),
}
"""One character of one column each, told apart without colour; only the sixteen colours that a
theme sets.
"""

PLAIN = "-"


def mark(category: str, plain: bool) -> str:
    """Give the mark of a category."""
    return PLAIN if plain else MARKS[category][0]


def style(category: str) -> str:
    """Give the colour of a category."""
    return MARKS[category][1]
