"""Recognise the dates among the words of a query: years, months, days, in figures or in four
languages.
"""

from __future__ import annotations

import re
from functools import lru_cache

from kzfr_cli.core.record import pair
from kzfr_cli.languages.folding import words

MONTHS = """
janvier janv january jan январь января янв қаңтар қаңтарда қаңтардың
février févr february feb февраль февраля феврале фев ақпан ақпанда ақпанның
mars march mar март марта марте наурыз наурызда
avril avr april apr апрель апреля апреле апр сәуір сәуірде
mai may май мая мае мамыр мамырда
juin june jun июнь июня июне маусым маусымда
juillet juil july jul июль июля июле шілде шілдеде
août august aug август августа августе тамыз тамызда
septembre sept september sep сентябрь сентября сентябре сен қыркүйек қыркүйекте
octobre oct october октябрь октября октябре окт қазан қазанда
novembre nov november ноябрь ноября ноябре ноя қараша қарашада
décembre déc december dec декабрь декабря декабре дек желтоқсан желтоқсанда
"""
ALONE = 4
"""Letters from which a month's name is taken for a month without a day or year beside it."""
NOT_ALONE = frozenset({"mars", "march", "mart", "marta", "marte", "sept", "maya", "qazan", "kazan"})

FIRST_YEAR, LAST_YEAR = 1500, 2199
SHORT_CENTURY = 30
"""The last decade written with two figures that is of this century."""

DAY = r"(0?[1-9]|[12]\d|3[01])(?:st|nd|rd|th|er|e|go|oe|ogo)?"
DECADE = r"((?:1[89]|20)\d0)(?:s|kh|h|e|ye)"
SHORT_DECADE = r"(\d0)(?:s|kh|h|e|ye)?"
DECADE_WORDS = frozenset(
    ("annees", "decennie", "decade", "gody", "godov", "godakh", "zhyldar", "zhyldary")
)
NUMERIC = r"(?<![\d.,/-])(\d{1,4})([-./])(\d{1,2})(?:\2(\d{1,4}))?(?![\d/]|[.,-]\d)"
"""Patterns are compiled when first needed: most queries have no figures."""

BETWEEN = frozenset(("de", "d", "of", "du", "le", "the", "goda", "g", "zhyly", "zhylghy"))


@pair
class Date:
    """Describe a date in a query by the tokens it matches, each with how well, and the words it may
    stand as.

    `first` and `last` are places in the list of words: the words from `first` to before `last` are
    the date.
    """

    first: int
    last: int
    tokens: dict[str, float]
    literals: tuple[str, ...] = ()
    is_required: bool = True


@lru_cache(maxsize=1)
def months() -> dict[str, int]:
    """Give the number of the month for each of its folded names."""
    return {
        word: number
        for number, line in enumerate(MONTHS.strip().splitlines(), 1)
        for word in words(line)
    }


def find(found: list[str]) -> list[Date]:
    """Find the dates among folded words, the longest first; no two overlap."""
    dates: list[Date] = []
    place = 0
    while place < len(found):
        date = at(found, place)
        if date is not None:
            dates.append(date)
        place = date.last if date else place + 1
    return merged(dates)


def at(found: list[str], place: int) -> Date | None:
    """Read the date that begins at this word, or None."""
    word = found[place]
    if (month := months().get(word)) is not None:
        return after_month(found, place, month)
    if not word[0].isdigit():
        return decade_in_words(found, place) if word in DECADE_WORDS else None
    if (day := day_of(word)) is not None:
        following = skip(found, place + 1)
        if following < len(found) and (month := months().get(found[following])) is not None:
            return with_day(found, place, following + 1, month, day)
    if match := re.fullmatch(DECADE, word):
        return decade(place, place + 1, int(match[1]))
    if is_year(word):
        following = skip(found, place + 1)
        if following < len(found) and (month := months().get(found[following])) is not None:
            return year_first(found, place, following, month)
        return Date(place, place + 1, {f"_{word}": 1.0}, (word,))
    return None


def is_year(word: str) -> bool:
    """Tell whether a word is a year that is asked for rather than a number."""
    return len(word) == 4 and word.isdecimal() and FIRST_YEAR <= int(word) <= LAST_YEAR


def day_of(word: str) -> int | None:
    """Read the day of a month: 5, 5th, 1er."""
    match = re.fullmatch(DAY, word) if word[0].isdigit() else None
    return int(match[1]) if match else None


def decade_in_words(found: list[str], place: int) -> Date | None:
    """Read «années 60», «années 1960», «60-е годы»."""
    following = found[place + 1] if place + 1 < len(found) else ""
    if match := re.fullmatch(SHORT_DECADE, following):
        short = int(match[1])
        return decade(place, place + 2, (2000 if short <= SHORT_CENTURY else 1900) + short)
    return (
        decade(place, place + 2, int(following))
        if is_year(following) and following[3] == "0"
        else None
    )


def skip(found: list[str], place: int) -> int:
    """Step over the small words inside a date: «le 5 de juin», "5th of June"."""
    while place < len(found) and found[place] in BETWEEN:
        place += 1
    return place


def after_month(found: list[str], place: int, month: int) -> Date | None:
    """Read what follows a month's name: a year, a day, a day and a year, or nothing."""
    following = skip(found, place + 1)
    if following < len(found):
        word = found[following]
        if is_year(word):
            return month_and_year(place, following + 1, month, word)
        if (day := day_of(word)) is not None:
            return with_day(found, place, following + 1, month, day)
    name = found[place]
    if len(name) < ALONE or name in NOT_ALONE:
        return None
    return Date(place, place + 1, {f"_m{month:02}": 1.0}, (name,), is_required=False)


def with_day(found: list[str], first: int, place: int, month: int, day: int) -> Date:
    """Read the year after a day and a month, if there is one."""
    following = skip(found, place)
    if following < len(found) and is_year(found[following]):
        return full(first, following + 1, int(found[following]), month, day)
    return Date(first, place, {f"_d{month:02}{day:02}": 1.0})


def year_first(found: list[str], first: int, place: int, month: int) -> Date:
    """Read "2008 June 11", «2008 жылғы 11 маусым» or a year and a month."""
    year = found[first]
    if place + 1 < len(found) and (day := day_of(found[place + 1])) is not None:
        return full(first, place + 2, int(year), month, day)
    return month_and_year(first, place + 1, month, year)


def month_and_year(first: int, last: int, month: int, year: str) -> Date:
    """Match the events of a month, and less well those known to its year only."""
    return Date(first, last, {f"_{year}{month:02}": 1.0, f"_{year}": YEAR_ONLY})


def full(first: int, last: int, year: int, month: int, day: int) -> Date:
    """Match the events of a day, and less well those of its month or year."""
    tokens = {
        f"_{year:04}{month:02}{day:02}": 1.0,
        f"_{year:04}{month:02}": MONTH_ONLY,
        f"_{year:04}": YEAR_ONLY,
    }
    return Date(first, last, tokens)


YEAR_ONLY = 0.6
MONTH_ONLY = 0.8


def decade(first: int, last: int, year: int) -> Date:
    """Match the events of ten years."""
    return Date(first, last, {f"_{each}": 1.0 for each in range(year, year + 10)})


def merged(dates: list[Date]) -> list[Date]:
    """Let several years or days be alternatives: an event is seldom of both."""
    required = [date for date in dates if date.is_required]
    if len(required) < 2:
        return dates
    tokens: dict[str, float] = {}
    for date in required:
        for token, worth in date.tokens.items():
            tokens[token] = max(worth, tokens.get(token, 0.0))
    literals = tuple(word for date in required for word in date.literals)
    both = Date(required[0].first, required[0].last, tokens, literals)
    rest = [Date(date.first, date.last, {}) for date in required[1:]]
    return [both, *rest, *(date for date in dates if not date.is_required)]


def numeric(text: str) -> tuple[str, list[tuple[int, int, int | None]]]:
    """Take the dates written in figures out of a query: the text without them, and (year, month,
    day).

    `05/06/2018` gives both its readings.
    """
    found: list[tuple[int, int, int | None]] = []

    def take(match: re.Match[str]) -> str:
        dates = readings(match[1], match[2], match[3], match[4])
        found.extend(dates)
        return " " if dates else match[0]

    if not any(letter.isdigit() for letter in text):
        return text, found
    return re.sub(NUMERIC, take, text), found


def readings(
    first: str, sign: str, second: str, third: str | None
) -> list[tuple[int, int, int | None]]:
    """List what figures with signs between them may mean as a date."""
    if is_year(first) and 1 <= int(second) <= 12:
        if third is None:
            return [(int(first), int(second), None)] if sign == "-" and len(second) == 2 else []
        return [(int(first), int(second), int(third))] if 1 <= int(third) <= 31 else []
    if third is None or not is_year(third) or len(first) > 2:
        return []
    day_first, month_first = (
        (int(third), int(second), int(first)),
        (int(third), int(first), int(second)),
    )
    return [
        reading
        for reading in dict.fromkeys((day_first, month_first))
        if 1 <= reading[1] <= 12 and 1 <= (reading[2] or 0) <= 31
    ]
