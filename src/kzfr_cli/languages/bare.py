"""Tell what people type for a word of Kazakh or Russian on a keyboard that lacks its letters.

«Казакстан», «кузет» and «елшилик» stand for «Қазақстан», «күзет» and «елшілік»; in Latin letters,
each writer has an alphabet of his own: "zhol", "jol"; "sovetskij", "sovetsky", "sovietskii".
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

APART = "_"
MEANT = ("zh", "y")
"""What a j may stand for: «жол» and «советский»."""


def bare(word: str) -> str:
    """Return a folded word with the plainest letters that may be typed for it."""
    for letters, plain in PLAINER:
        if letters in word:
            word = word.replace(letters, plain)
    return word


def readings(word: str) -> list[str]:
    """Return the bare words that a folded word, as it was typed, may be meant for: an n before a g
    may be a letter by itself, as in «тунгыш» for «тұңғыш».
    """
    parted = word.replace("ng", f"n{APART}g")
    spelt = [
        each.replace("j", letters)
        for each in dict.fromkeys((word, parted))
        for letters in (MEANT if "j" in word else ("",))
    ]
    return list(dict.fromkeys(bare(each).replace(APART, "") for each in spelt))
