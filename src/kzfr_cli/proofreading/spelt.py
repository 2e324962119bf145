"""Tell whether two names are one, spelt otherwise: «Марека Альтера» is Marek Halter.

A name is known by its consonants, which the spellings of several alphabets share; what one of them
writes behind the other's last is an ending or is not heard.
"""

from __future__ import annotations

from functools import lru_cache
from itertools import groupby

from kzfr_cli.languages import folding

SOUNDS = {
    "tch": "s",
    "kh": "",
    "zh": "j",
    "ch": "s",
    "sh": "s",
    "ts": "s",
    "tz": "s",
    "ph": "f",
    "qu": "k",
    "q": "k",
    "c": "k",
    "w": "v",
    "z": "s",
    "g": "j",
    "x": "ks",
}
"""What is written otherwise in another alphabet, the longest first, and what stands for it here."""

SILENT = frozenset("aeiouyh")
"""Letters that are written in many ways, or not heard."""


def is_one(said: list[str], known: list[str]) -> bool:
    """Return whether a name may be another: it has the surname, and the given name where it has
    one.
    """
    if not said or not known or not is_surname(said[-1], known):
        return False
    return len(said) == 1 or is_alike(said[0], known[0])


def is_surname(word: str, known: list[str]) -> bool:
    """Return whether a word is the last one of a name, or the last two in one: «Ледриан»."""
    return is_alike(word, known[-1]) or is_alike(word, "".join(known[-2:]))


def is_alike(word: str, other: str) -> bool:
    """Return whether two words are heard alike, but for what one has behind the other's end."""
    short, long = sorted((heard(word), heard(other)), key=len)
    return bool(short) and long.startswith(short)


@lru_cache(maxsize=4096)
def heard(word: str) -> str:
    """The consonants of a word, each once where it is doubled."""
    letters = "".join(folding.words(word))
    for written, sound in SOUNDS.items():
        letters = letters.replace(written, sound)
    kept = (letter for letter in letters if letter not in SILENT)
    return "".join(letter for letter, _ in groupby(kept))
