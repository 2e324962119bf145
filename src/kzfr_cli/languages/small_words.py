"""The stop words of one script, folded: «ес» is a name, "es" is not."""

from __future__ import annotations

from functools import cache

from kzfr_cli.languages import language
from kzfr_cli.languages.folding import words

LATIN, CYRILLIC = ("fr", "en"), ("ru", "kk")


@cache
def stop_words(is_cyrillic: bool) -> frozenset[str]:
    """Return the words that say nothing about what is asked, of the languages of one script."""
    return listed("stop_words", is_cyrillic)


@cache
def hints(is_cyrillic: bool) -> frozenset[str]:
    """Return the words that only hint at what is asked, of the languages of one script."""
    return listed("hints", is_cyrillic)


@cache
def light(is_cyrillic: bool) -> frozenset[str]:
    """Return the words of every day that tell how, and not what, of the languages of one script."""
    return listed("light", is_cyrillic) | hints(is_cyrillic)


def listed(name: str, is_cyrillic: bool) -> frozenset[str]:
    """Return the words of a list of the search, in the languages of one script."""
    codes = CYRILLIC if is_cyrillic else LATIN
    found = (word for code in codes for word in language.of(code).words("search", name))
    return frozenset(words(" ".join(found)))
