"""Bring the forms of one word together: plurals in French and English, cases in Russian and Kazakh.

The rules work on folded words. They keep the gender of French words apart: «première Française» and
«premier Français» are two people.
"""

from __future__ import annotations

import re
from functools import cache

from kzfr_cli import languages
from kzfr_cli.languages import folding, language
from kzfr_cli.languages.small_words import CYRILLIC, LATIN

SHORTEST = 3
"""Letters that a stem keeps at least."""

SHORTEST_ROOT = 4
"""Letters that the root of a longer family of words keeps at least."""


@cache
def endings(name: str, codes: tuple[str, ...] = LATIN) -> frozenset[str]:
    """Return the endings of a list, of the languages of one script, folded."""
    found = (word for code in codes for word in language.of(code).words("stems", name))
    return frozenset(folding.words(" ".join(found)))


def cyrillic_endings() -> frozenset[str]:
    """Return what the forms of a word of Russian or Kazakh may end in."""
    return endings("endings", CYRILLIC)


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
    if word.endswith("ee") and len(word) > 5:
        return word[:-1]
    return _verb(word)


def _verb(word: str) -> str:
    """Take -ing and -ed off an English word."""
    for ending in ("ing", "ed"):
        if word.endswith(ending) and len(word) - len(ending) >= 4:
            word = word[: -len(ending)]
            return word[:-1] if word[-1] == word[-2] and word[-1] in "bdgmnprt" else word
    return word


def spelt_otherwise(word: str) -> list[str]:
    """Return an English word as it is spelt on the other side of the ocean; it may be no word."""
    spelt: list[list[str]] = language.of("en").words("stems", "spelt_otherwise")
    pairs = (*spelt, *([british, american] for american, british in spelt))
    return [
        word.removesuffix(ending) + other
        for ending, other in pairs
        if word.endswith(ending) and len(word) - len(ending) >= SHORTEST
    ]


FLEETING = "(?<=[bdghklmnprstvz])[eo](?=(?:ts|[klnrtv])$)"
"""The vowel of a last syllable that Russian drops before an ending: посол, посла; рынок, рынка."""


def squeezed(word: str) -> str:
    """Return a Russian word without its fleeting vowel; any other word as it is."""
    short = re.sub(FLEETING, "", word)
    return short if len(short) >= SHORTEST_ROOT else word


VOICED = {"k": "g", "q": "gh", "p": "b"}
"""How the last consonant of a Kazakh word sounds before an ending: елшілік, елшілігі; кітап,
кітабы.
"""


def voiced(word: str) -> str:
    """Return a Kazakh word as it stands before an ending that begins with a vowel."""
    last = VOICED.get(word[-1:])
    return word[:-1] + last if last and len(word) > SHORTEST_ROOT else word


def voiceless(stem: str) -> str:
    """Return what a Kazakh stem is without an ending: елшіліг-, елшілік."""
    for last, sounded in VOICED.items():
        if stem.endswith(sounded) and len(stem) > SHORTEST_ROOT:
            return stem.removesuffix(sounded) + last
    return stem


def filled(stem: str) -> list[str]:
    """Return what a Russian stem is without an ending when a vowel had fled from it: посл-,
    посол.
    """
    cut = len(stem) - (2 if stem.endswith("ts") else 1)
    return [
        word for vowel in "eo" if squeezed(word := stem[:cut] + vowel + stem[cut:]) == stem
    ]


def stems(word: str, is_cyrillic: bool) -> list[str]:
    """Return what a folded word may be a form of, itself first, by the rules of the script in
    which it was typed.
    """
    if not is_cyrillic:
        return list(dict.fromkeys((word, latin(word))))
    known = cyrillic_endings()
    cut = [
        word[:place] for place in range(SHORTEST_ROOT, len(word)) if word[place:] in known
    ]
    return list(dict.fromkeys((word, squeezed(word), *cut, *map(voiceless, cut))))


@cache
def bare_endings() -> frozenset[str]:
    """Return the endings of Russian and Kazakh as they are typed for want of letters."""
    return frozenset(map(languages.bare.bare, cyrillic_endings()))


def bare_stems(word: str) -> list[str]:
    """Return what a word may be without its ending that was typed for want of letters."""
    known = bare_endings()
    return [
        word[:place]
        for place in range(len(word) - 1, SHORTEST_ROOT - 1, -1)
        if languages.bare.bare(word[place:]) in known
    ]


def is_form(one: str, other: str, endings: frozenset[str]) -> bool:
    """Return whether two words are one root of four letters or more with two of these endings,
    or none.
    """
    same = 0
    for a, b in zip(one, other, strict=False):
        if a != b:
            break
        same += 1
    return any(
        (place == len(one) or one[place:] in endings)
        and (place == len(other) or other[place:] in endings)
        for place in range(SHORTEST_ROOT, same + 1)
    )


def are_forms(one: str, other: str, is_cyrillic: bool) -> bool:
    """Return whether two folded words are grammatical forms of one."""
    if is_cyrillic:
        return is_form(one, other, cyrillic_endings())
    return latin(one) == latin(other)


@cache
def derived_endings() -> frozenset[str]:
    """Return what the words of one root of Russian or Kazakh may end in."""
    cases = cyrillic_endings()
    suffixes = endings("suffixes", CYRILLIC)
    return cases | {suffix + case for suffix in suffixes for case in ("", *cases)}


def are_related(one: str, other: str, *, is_cyrillic: bool = False) -> bool:
    """Return whether two words are made from one root: reconnu, reconnaissance; open, opening;
    титановый, титан.
    """
    if is_cyrillic:
        return is_form(one, other, derived_endings())
    one, other = latin(one), latin(other)
    if one[: SHORTEST_ROOT + 1] == other[: SHORTEST_ROOT + 1]:
        return is_form(one, other, endings("derived"))
    return is_form(one, other, endings("near"))


def are_kin(word: str, other: str, *, is_known: bool) -> bool:
    """Return whether two words of French or English are made from one root, and not the two
    genders of one word, unless the first is not known: «charolaises», «charolais».
    """
    short, long = sorted((word, other), key=len)
    if long.startswith(short) and long[len(short) :] in ("e", "s", "es"):
        return not is_known
    return are_related(word, other)
