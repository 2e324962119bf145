"""Numbers as texts write them: cardinals and ordinals in words and figures, in French, English and
Russian.
"""

from __future__ import annotations

import re
from functools import lru_cache

from kzfr_cli.core.listing import listed

FRENCH = [
    "zero",
    "un",
    "deux",
    "trois",
    "quatre",
    "cinq",
    "six",
    "sept",
    "huit",
    "neuf",
    "dix",
    "onze",
    "douze",
    "treize",
    "quatorze",
    "quinze",
    "seize",
    "dix-sept",
    "dix-huit",
    "dix-neuf",
]
FRENCH_TENS = {
    20: "vingt",
    30: "trente",
    40: "quarante",
    50: "cinquante",
    60: "soixante",
    80: "quatre-vingt",
}
ENGLISH = [
    "zero",
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
    "thirteen",
    "fourteen",
    "fifteen",
    "sixteen",
    "seventeen",
    "eighteen",
    "nineteen",
]
ENGLISH_TENS = {
    20: "twenty",
    30: "thirty",
    40: "forty",
    50: "fifty",
    60: "sixty",
    70: "seventy",
    80: "eighty",
    90: "ninety",
}
ENGLISH_ORDINALS = {
    "one": "first",
    "two": "second",
    "three": "third",
    "five": "fifth",
    "eight": "eighth",
    "nine": "ninth",
    "twelve": "twelfth",
}
RUSSIAN = {
    1: "один одна одного год",
    2: "два две двух",
    3: "три трех",
    4: "четыре четырех",
    5: "пять пяти",
    6: "шесть шести",
    7: "семь семи",
    8: "восемь восьми",
    9: "девять девяти",
    10: "десять десяти",
    15: "пятнадцать пятнадцати",
    20: "двадцать двадцати",
    25: "двадцать-пять двадцати-пяти",
    30: "тридцать тридцати",
    35: "тридцать-пять тридцати-пяти",
    40: "сорок сорока",
    50: "пятьдесят пятидесяти",
}
RUSSIAN_ORDINALS = {
    1: "перв",
    2: "втор",
    3: "треть",
    4: "четверт",
    5: "пят",
    6: "шест",
    7: "седьм",
    8: "восьм",
    9: "девят",
    10: "десят",
    15: "пятнадцат",
    20: "двадцат",
    25: "двадцать-пят",
    30: "тридцат",
    40: "сороков",
    50: "пятидесят",
}
RUSSIAN_ADJECTIVE = "ая ой ую ый ого ому ым ом ья ьей ье"
RUSSIAN_JUBILEES = {
    "пяти": 5,
    "десяти": 10,
    "пятнадцати": 15,
    "двадцати": 20,
    "двадцатипяти": 25,
    "тридцати": 30,
    "тридцатипяти": 35,
    "сорока": 40,
    "пятидесяти": 50,
}
ROUGH = {
    "dizaine": 10,
    "quinzaine": 15,
    "vingtaine": 20,
    "trentaine": 30,
    "quarantaine": 40,
    "cinquantaine": 50,
}
"""«Une trentaine d’années» is about thirty."""

ORDINAL_ENDINGS = listed(
    "e er re eme ieme ere nd nde d st rd th me ème й я ая ой ую ю го му ом й-й ый е"
)
ROMAN = re.compile(r"(?=[ivxl])(x{0,4})(ix|iv|v?i{0,3})(?:e|eme)")
DECADES = frozenset(
    ["decennie", "decennies", "decade", "decades", "десятилетия", "десятилетий", "десятилетие"]
)


@lru_cache(maxsize=1)
def cardinals() -> dict[str, int]:
    """Give the value of each cardinal in words, its parts joined by hyphens."""
    found: dict[str, int] = {}
    for number in range(1, 100):
        found[french(number)] = number
        found[english(number)] = number
    for number, forms in RUSSIAN.items():
        found.update(dict.fromkeys(forms.split(), number))
    found.pop("год", None)
    return found | {"cent": 100, "hundred": 100, "сто": 100, "quatre-vingts": 80}


def french(number: int) -> str:
    """Write a number below 100 in French."""
    if number < 20:
        return FRENCH[number]
    tens = number // 10 * 10
    if tens in (70, 90):
        tens -= 10
    rest = number - tens
    if rest == 0:
        return FRENCH_TENS[tens]
    joint = "-et-" if rest in (1, 11) and tens != 80 else "-"
    return FRENCH_TENS[tens] + joint + FRENCH[rest]


def english(number: int) -> str:
    """Write a number below 100 in English."""
    if number < 20:
        return ENGLISH[number]
    return ENGLISH_TENS[number // 10 * 10] + (f"-{ENGLISH[number % 10]}" if number % 10 else "")


@lru_cache(maxsize=1)
def ordinals() -> dict[str, int]:
    """Give the value of each ordinal in words, its parts joined by hyphens."""
    found = {
        "premier": 1,
        "premiere": 1,
        "second": 2,
        "seconde": 2,
        "centieme": 100,
        "hundredth": 100,
    }
    for number in range(2, 100):
        word = french(number)
        stem = {"cinq": "cinqu", "neuf": "neuv"}.get(word.rsplit("-", 1)[-1])
        word = word[: -len(word.rsplit("-", 1)[-1])] + stem if stem else word.removesuffix("e")
        found[word + "ieme"] = number
    for number in range(1, 100):
        first, _, last = english(number).rpartition("-")
        ended = ENGLISH_ORDINALS.get(last) or (
            last[:-1] + "ieth" if last.endswith("y") else last + "th"
        )
        found[f"{first}-{ended}".lstrip("-")] = number
    for number, stem in RUSSIAN_ORDINALS.items():
        found.update({stem + ending: number for ending in RUSSIAN_ADJECTIVE.split()})
    return found


def roman(word: str) -> int | None:
    """Read «XXXe»."""
    match = ROMAN.fullmatch(word)
    if not match:
        return None
    units = {"ix": 9, "iv": 4}.get(match[2], 5 * match[2].count("v") + match[2].count("i"))
    return len(match[1]) * 10 + units or None
