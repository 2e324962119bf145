"""The colour of each category on the light and the dark grounds, and the inks of paper."""

from __future__ import annotations

from kzfr_cli.core.kinds import CATEGORIES

LIGHT = {category.name: category.light for category in CATEGORIES}
DARK = {category.name: category.dark for category in CATEGORIES}

INK, NAVY, GREY, AMBER, PALE = "1f2937", "1e3a5f", "6b7280", "b45309", "fef7e6"
"""On paper: texts, headings, what is said by the way, what is disputed, the ground of its box."""
