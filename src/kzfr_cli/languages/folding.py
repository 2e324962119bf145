"""Fold text of any script to lower-case ASCII words, the form in which everything is searched."""

from __future__ import annotations

import re
import unicodedata

WORD = re.compile(r"[^\W_](?:[^\W_]|[\u0300-\u036f\u00ad\u200b-\u200f\u2060])*")
"""A run of letters and digits; accents written apart, soft hyphens and joiners stay inside their
word.
"""

CACHE_LIMIT = 200_000
"""Chunks of text remembered at most: about 25 MB; an index of 100,000 events holds fewer."""

OWN_LETTERS = "абвгдежзийклмнопрстуфхцчшщъыьэюяёіғқңөұүһәўßæœøđðłþıħŋ’ʼ"
ASCII_LETTERS = """
a b v g d e zh z i y k l m n o p r s t u f kh ts ch sh shch _ y _ e yu ya
e i gh q ng o u u h a u ss ae oe o d d l th i h ng _ _
"""
LETTERS = {a: b.strip("_") for a, b in zip(OWN_LETTERS, ASCII_LETTERS.split(), strict=True)}
"""How anyascii writes the letters of our four languages (a test compares them), so that it need not
be imported.
"""


class _Chunks(dict[str, str]):
    """Remember for each chunk between two spaces its folded words, joined by spaces."""

    def __missing__(self, chunk: str) -> str:
        if len(self) >= CACHE_LIMIT:
            self.clear()
        if chunk.isascii() and chunk.isalnum():
            folded = chunk.lower()
        else:
            folded = " ".join(filter(None, map(_fold_word, WORD.findall(chunk))))
        self[chunk] = folded
        return folded


_folded = _Chunks().__getitem__


def fold(text: str) -> str:
    """Return the folded words of a text, joined by single spaces."""
    return " ".join(filter(None, map(_folded, text.split())))


def words(text: str) -> list[str]:
    """Return the folded words of a text: ASCII letters and digits, lower case; hyphens and
    apostrophes split.
    """
    return " ".join(map(_folded, text.split())).split()


def spans(text: str) -> list[tuple[str, int, int]]:
    """Return each folded word with the place of its characters in the text as it was given."""
    found = [(_word(match[0]), match.start(), match.end()) for match in WORD.finditer(text)]
    return [span for span in found if span[0]]


class _Words(dict[str, str]):
    """Remember each word that was folded alone."""

    def __missing__(self, word: str) -> str:
        if len(self) >= CACHE_LIMIT:
            self.clear()
        folded = self[word] = _fold_word(word)
        return folded


_word = _Words().__getitem__


def _fold_word(word: str) -> str:
    """Fold one word: letters without their accents, other scripts transliterated."""
    word = word.lower()
    if word.isascii():
        return word
    letters = "".join(map(_fold_letter, unicodedata.normalize("NFC", word)))
    return letters if letters.isalnum() else "".join(filter(str.isalnum, letters))


def _fold_letter(letter: str) -> str:
    """Fold one character; accents, joiners and signs become nothing."""
    if letter.isascii():
        return letter
    known = LETTERS.get(letter)
    if known is None:
        known = LETTERS[letter] = _transliterate(letter)
    return known


def _transliterate(letter: str) -> str:
    """Find the letter under an accent, else ask anyascii, which costs 9 ms to import."""
    base = unicodedata.normalize("NFD", letter)[0]
    if base.isascii():
        return base.lower()
    if unicodedata.combining(letter):
        return ""
    from anyascii import anyascii

    return "".join(filter(str.isalnum, anyascii(letter).lower()))
