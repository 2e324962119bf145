"""Letters by script and case, as patterns write them, for those that `re` has no class of."""

from __future__ import annotations

import re

UPPER = "A-ZÀ-ÖØ-ÞĀЀ-ЯӘҒҚҢӨҰҮҺІ"
"""Capitals of the four languages, for a class of characters."""
CYRILLIC = "[\u0400-\u052f]"

PLAIN = {"œ": "o", "Œ": "o", "ё": "е", "Ё": "е"}
"""The plain letters of those that Unicode does not take apart."""


def is_cyrillic(text: str) -> bool:
    """Return whether a text has a Cyrillic letter."""
    return not text.isascii() and re.search(CYRILLIC, text) is not None
