"""Whether a text is in one of the languages whose claims are read."""

from __future__ import annotations

import re

from kzfr_cli.languages import kazakh_cyrillic, language

WORD = re.compile(r"[^\W\d_]+")
SAMPLE = 20_000
"""Characters of a text that are looked at."""

FEWEST = 12
"""Words by whose letters a language can be told."""

FEW = 25
MANY = 60
"""Words of a text in Latin letters: of few, not one need be a small word of ours where the
text is all
names; of many, some are."""

SMALL = 0.04
"""Small words of its language among the words of a text: one in six in French, hardly any
in a text of
another language."""

OTHER = 0.01
"""Letters of other alphabets: a text in Ukrainian or Serbian has one in twenty, a name a few."""

LATIN = ("fr", "en")
CYRILLIC = ("ru", "kk")


def is_foreign(text: str) -> bool:
    """Whether a text seems to be in none of the languages."""
    words = [match[0].lower() for match in WORD.finditer(text[:SAMPLE])]
    if len(words) < FEWEST:
        return False
    if language.is_cyrillic(text[:SAMPLE]):
        return _has_other_letters("".join(words))
    if kazakh_cyrillic.spelt(text[:SAMPLE]) is not None:
        return False
    known = (language.of(code).word_set("proofreading", "small_words") for code in LATIN)
    most = max(sum(word in small for word in words) for small in known)
    if len(words) >= MANY:
        return most < SMALL * len(words)
    return not most and len(words) >= FEW


def _has_other_letters(letters: str) -> bool:
    """Whether letters are of another alphabet; those of a name in Latin letters do not count."""
    alphabet = "".join(
        letter
        for code in CYRILLIC
        for letter in language.of(code).words("proofreading", "letters")
    )
    others = sum(not letter.isascii() and letter not in alphabet for letter in letters)
    return others > OTHER * len(letters)
