"""The mark and the colour of each category; the word beside them says the same."""

from __future__ import annotations

from collections.abc import Iterable

from rich.text import Text

from kzfr_cli.formats.text.page import styled
from kzfr_cli.locale import vocabulary
from kzfr_cli.locale.catalogue import Catalogue

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


def legend(categories: Iterable[str], catalogue: Catalogue) -> Text:
    """Say which category each mark stands for, in the order of the categories."""
    found, line = set(categories), Text()
    for category in MARKS:
        if category in found:
            word = vocabulary.category(category, catalogue).replace(" ", "\u00a0")
            line.append("  " if line else "")
            line.append_text(styled(f"{mark(category, False)}\u00a0{word}", style(category)))
    return line
