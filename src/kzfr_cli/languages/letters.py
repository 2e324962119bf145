"""Letters by script and case, as patterns write them, for those that `re` has no class of."""

from __future__ import annotations

import re

UPPER = "A-ZÀ-ÖØ-ÞĀЀ-ЯӘҒҚҢӨҰҮҺІ"
"""Capitals of the four languages, for a class of characters."""
CYRILLIC = "[\u0400-\u052f]"

PLAIN = {"œ": "o", "Œ": "o", "ё": "е", "Ё": "е"}
"""The plain letters of those that Unicode does not take apart."""


LATIN_SHAPES, CYRILLIC_SHAPES = "ABEKMHOPCTYXaeopcyxiI", "АВЕКМНОРСТУХаеорсухіІ"
"""Letters of one shape in two scripts, in the same order."""

TO_LATIN = str.maketrans(CYRILLIC_SHAPES, LATIN_SHAPES)
TO_CYRILLIC = str.maketrans(LATIN_SHAPES, CYRILLIC_SHAPES)


def in_one_script(word: str) -> str:
    """Return a word as it is meant of which letters were typed in another script of the same
    shapes: the type of a machine in Latin ones, «ЕС145», any other in those of its own; empty when
    it is in one script already.
    """
    if not is_cyrillic(word):
        return ""
    latin = word.translate(TO_LATIN)
    if not is_cyrillic(latin) and re.search(r"\d", word):
        return latin
    is_mixed = re.search("[A-Za-z]", word) is not None
    return word.translate(TO_CYRILLIC) if is_mixed else ""


def is_cyrillic(text: str) -> bool:
    """Return whether a text has a Cyrillic letter."""
    return not text.isascii() and re.search(CYRILLIC, text) is not None
