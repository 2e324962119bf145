"""Write in figures the years and the days of months that a query says in words: «deux mille
vingt-cinq», "July third, nineteen ninety-two", «две тысячи восьмого», «екі мың сегізінші».
"""

from __future__ import annotations

import re
from itertools import pairwise

from kzfr_cli.core.record import pair
from kzfr_cli.languages import date_words, language, numbers
from kzfr_cli.languages.numbers import SpokenNumber

YEARS = range(1500, 2200)
HUNDREDS = range(15, 22)
"""What a year said in two halves begins with: "nineteen ninety-two", «dix-neuf cent»."""

REST = range(10, 100)
HUNDRED = 100
DAYS = range(1, 32)
MONTHS = ("month", "maybe_month")
BEFORE = re.compile(r"([^\W\d_]+)(?: the)?[ ,]+$")
AFTER = re.compile(r" ([^\W\d_]+)")
"""The word before a day, and the word after it."""

Figure = tuple[int, int, int]
"""A number with the place of its words, from the first character to behind the last."""


@pair
class Figured:
    """A text with its years and days in figures; `places` says of each character, and of the end,
    where it stood before.
    """

    text: str
    places: tuple[int, ...]


def figured(text: str) -> Figured:
    """Return a text with its years, and the days beside a month, in figures."""
    written: list[str] = []
    places: list[int] = []
    done = 0
    for number, start, end in sorted(said(text), key=lambda each: each[1]):
        figures = str(number)
        written += text[done:start], figures
        places += [*range(done, start), start, *[end] * (len(figures) - 1)]
        done = end
    return Figured(
        "".join([*written, text[done:]]),
        (*places, *range(done, len(text) + 1)),
    )


def said(text: str) -> list[Figure]:
    """Return the years and the days that a text says in words."""
    spoken = [number for number in numbers.find(text) if number.in_words]
    halves = [
        (year, left.start, right.end)
        for left, right in pairwise(spoken)
        if not text[left.end : right.start].strip(" -") and (year := of_halves(left, right))
    ]
    whole = [
        (number.value, number.start, number.end)
        for number in spoken
        if number.value in YEARS or is_day(text, number)
    ]
    taken = {place for _, start, end in halves for place in range(start, end)}
    return [*halves, *(figure for figure in whole if figure[1] not in taken)]


def of_halves(left: SpokenNumber, right: SpokenNumber) -> int:
    """Return the year that two numbers side by side say, or 0."""
    rest = right.value - HUNDRED if right.value >= HUNDRED else right.value
    is_year = left.value in HUNDREDS and rest in REST and left.form == "cardinal"
    return left.value * HUNDRED + rest if is_year else 0


def is_day(text: str, number: SpokenNumber) -> bool:
    """Return whether a number is the day of the month beside which it stands."""
    if number.value not in DAYS:
        return False
    before, after = BEFORE.search(text[: number.start]), AFTER.match(text, number.end)
    return any(is_month(match[1]) for match in (before, after) if match)


def is_month(word: str) -> bool:
    """Return whether a word is the name of a month."""
    words = date_words.lexicon(language.ALL)
    known = words.known(word.lower())
    return known is not None and any(role in words.senses[known] for role in MONTHS)
