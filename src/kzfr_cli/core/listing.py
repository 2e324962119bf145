"""Lists of words, as data that people read."""

from __future__ import annotations


def listed(words: str) -> frozenset[str]:
    """Give the set of the words in a text."""
    return frozenset(words.split())
