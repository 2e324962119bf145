"""Read Kazakh that is typed in Latin letters, of any of the alphabets in use, as its Cyrillic is
folded.
"""

from __future__ import annotations

from kzfr_cli.languages import folding

LETTERS = str.maketrans(
    {
        "ş": "sh",
        "ç": "ch",
        "ğ": "gh",
        "ǵ": "gh",
        "ñ": "ng",
        "ń": "ng",
        "ı": "y",
        "ý": "u",
        "j": "zh",
        "x": "kh",
        "w": "u",
    }
)
"""The letters of the alphabets of 2018 and 2021, and what people type for want of them."""


def folded(typed: str) -> str:
    """Return a word as its Cyrillic spelling is folded."""
    return folding.fold(typed.lower().translate(LETTERS)).replace(
        " ",
        "",
    )
