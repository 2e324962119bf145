"""The mark and the colour of each category; the word beside them says the same."""

from __future__ import annotations

from collections.abc import Iterable

from rich.text import Text

from kzfr_cli.core.kinds import CATEGORIES
from kzfr_cli.formats.text.page import styled
from kzfr_cli.locale import vocabulary
from kzfr_cli.locale.catalogue import Catalogue

MARKS = {category.name: (category.mark, category.ink) for category in CATEGORIES}

PLAIN = "-"


def mark(category: str, plain: bool) -> str:
    """Return the mark of a category."""
    return PLAIN if plain else MARKS[category][0]


def style(category: str) -> str:
    """Return the colour of a category."""
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
