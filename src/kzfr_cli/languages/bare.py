"""Tell what people type for a word of Kazakh or Russian on a keyboard that lacks its letters.

«Казакстан», «кузет» and «елшилик» stand for «Қазақстан», «күзет» and «елшілік»; in Latin letters, each
writer has an alphabet of his own: "zhol", "jol"; "sovetskij", "sovetsky", "sovietskii".
"""

from __future__ import annotations

PLAINER = (
    ("shch", "sh"),
    ("shh", "sh"),
    ("sch", "sh"),
    ("gh", "g"),
    ("kh", "h"),
    ("ng", "n"),
    ("ts", "c"),
    ("ou", "u"),
    ("q", "k"),
    ("w", "u"),
    ("y", "i"),
    ("ii", "i"),
)
"""Folded letters, and those that are typed for want of them; the longer first."""

MEANT = ("zh", "y")
"""What a j may stand for: «жол» and «советский»."""


def bare(word: str) -> str:
    """Return a folded word with the plainest letters that may be typed for it."""
    for letters, plain in PLAINER:
        if letters in word:
            word = word.replace(letters, plain)
    return word


def readings(word: str) -> list[str]:
    """Return the bare words that a folded word, as it was typed, may be meant for."""
    if "j" not in word:
        return [bare(word)]
    return [bare(word.replace("j", letters)) for letters in MEANT]
