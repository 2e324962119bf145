"""Bring the forms of one word together: plurals in French and English, cases in Russian and Kazakh.

The rules work on folded words. They keep the gender of French words apart: «première Française» and
«premier Français» are two people.
"""

from __future__ import annotations

SHORTEST = 3
"""Letters that a stem keeps at least."""

SHORTEST_CYRILLIC = 4

RUSSIAN = """
a e i y o u yu ya oy ey iy yy oe ee ie ye ogo ego omu emu om em im ym ikh ykh imi ymi aya yaya uyu yuyu
ov ev am yam akh yakh ami yami iyu iya ii ei oyu eyu iem iey iyakh iyam iyami yu ya
"""
KAZAKH = """
nyng ning dyng ding tyng ting ny ni dy di ty ti gha ge qa ke na ne da de ta te nda nde dan den tan ten nan nen
men ben pen lar ler dar der tar ter lary leri dary deri tary teri y i sy si ym im ynyng ining yn in yna ine ynda inde
dagy degi daghy tagy taghy tegi nda nde larynyng lerining
"""
ENDINGS = tuple(sorted({*RUSSIAN.split(), *KAZAKH.split()}, key=lambda ending: (-len(ending), ending)))


def latin(word: str) -> str:
    """Take the plural off a French or English word, and -ing and -ed off an English one."""
    if len(word) <= SHORTEST or not word.isalpha():
        return word
    if word.endswith("aux") and len(word) > 5:
        return word[:-2] + "l"
    if word.endswith("ies") and len(word) > 4:
        return word[:-3] + "y"
    if word.endswith("ss"):
        return word
    if word[-1] in "sx":
        word = word[:-1]
    for ending in ("ing", "ed"):
        if word.endswith(ending) and len(word) - len(ending) >= 4:
            return word[: -len(ending)]
    return word


def cyrillic(word: str) -> str:
    """Take the ending off a Russian or Kazakh word written in Latin letters."""
    if not word.isalpha():
        return word
    for ending in ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= SHORTEST_CYRILLIC:
            return word[: -len(ending)]
    return word


def stem(word: str, is_cyrillic: bool) -> str:
    """Give the stem of a folded word by the rules of the script in which it was typed."""
    return cyrillic(word) if is_cyrillic else latin(word)
