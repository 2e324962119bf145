"""The designations of models, of which things are counted: «deux A400M», "twenty EC725s"."""

from __future__ import annotations

from kzfr_cli.proofreading.text import Text

PLURAL = "s"


def at(text: Text, place: int) -> str:
    """The designation that begins at a token, plain and without its plural; or nothing."""
    if not 0 <= place < len(text.words) or not text.words[place].isalpha():
        return ""
    last = place
    while not text.gap(last) and text.word(last + 1):
        last += 1
    word = "".join(text.words[place : last + 1])
    if not any(map(str.isdigit, word)) or not text.is_capital(place):
        return ""
    return word.removesuffix(PLURAL)


def key(text: Text, place: int) -> str:
    """The key of the designation that begins at a token, or nothing."""
    model = at(text, place)
    return f"={model}" if model else ""
