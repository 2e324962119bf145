"""The colour of each category on the light and the dark grounds."""

from __future__ import annotations

from kzfr_cli.core.kinds import CATEGORIES

LIGHT = {category.name: category.light for category in CATEGORIES}
DARK = {category.name: category.dark for category in CATEGORIES}
