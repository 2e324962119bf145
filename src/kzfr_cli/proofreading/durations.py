"""Numbers of years, months, weeks and days in a text, with what is said with them."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from kzfr_cli.core.record import record
from kzfr_cli.proofreading import lexicon, numbers
from kzfr_cli.proofreading.numbers import Number
from kzfr_cli.proofreading.text import Text

UNITS = {
    "units_years": ("year", 1),
    "units_months": ("month", 1),
    "units_weeks": ("week", 1),
    "units_days": ("day", 1),
    "units_decades": ("year", 10),
    "units_centuries": ("year", 100),
}
BOUNDS = ("more", "less", "nearly", "day", "exactly", "about")
LONGEST_NUMBER = 5
LETIE = "лети"
"""In Russian «30-летие» and «тридцатилетие» are anniversaries."""


@record
class Duration:
    """A number of units of time: its tokens from the number to the unit, its bound, whether it is an ordinal."""

    number: float
    unit: str
    first: int
    last: int
    bound: str = "exact"
    is_ordinal: bool = False
    is_jubilee: bool = False
    head: int = 0


def find(text: Text) -> Iterator[Duration]:
    """Every number of years, months, weeks or days, and every ordinal of an anniversary."""
    words = lexicon.load()
    for place, word in enumerate(text.words):
        if LETIE in word:
            found = jubilee(text, place)
        elif words.has("anniversary", word) or words.has("candles", word):
            found = anniversary(text, place) or counted(text, place)
        else:
            found = counted(text, place)
        if found is not None:
            yield found


def counted(text: Text, place: int) -> Duration | None:
    """The number of units of time whose unit is a token."""
    words = lexicon.load()
    name = next((name for name in UNITS if words.has(name, text.words[place])), None)
    if name is None:
        return None
    unit, factor = UNITS[name]
    if name == "units_centuries" and (part := part_of_century(text, place)):
        return part
    number, rough = number_before(text, place)
    if number is None or number.is_ordinal or is_of_date(text, place, number):
        return None
    first, bound = bound_before(text, number.first)
    after, bound_right, last = bound_after(text, place)
    return Duration(
        number=number.value * factor,
        unit=unit,
        first=first,
        last=last if after else place,
        bound="rough" if rough and bound in ("exact", "about") else (bound if bound != "exact" else bound_right),
        head=place,
    )


def is_of_date(text: Text, place: int, number: Number) -> bool:
    """Return whether a number and its unit are a year or a day: «2021 жылы», «в 2021 году»."""
    if number.value >= 1000 or number.decimals:
        return True
    return text.words[place] in ("год", "году", "годом") and number.value > 100


def number_before(text: Text, place: int) -> tuple[Number | None, bool]:
    """The number that stands before a unit, over a few adjectives, and whether it is rough («une vingtaine»)."""
    words = lexicon.load()
    end = place - 1
    while place - end < 4 and words.has("fillers", text.word(end)) and end > 0:
        end -= 1
    if end < 0 or text.gap(end).strip(" '-\n"):
        return None, False
    if text.word(end) in rough_words():
        return Number(value=float(rough_words()[text.word(end)]), first=end, last=end), True
    for length in range(LONGEST_NUMBER, 0, -1):
        first = end - length + 1
        number = numbers.at(text, first) if first >= 0 else None
        if number is not None and number.last == end:
            return number, False
    if text.word(end) in ("a", "an"):
        return Number(value=1.0, first=end, last=end), False
    return None, False


@lru_cache(maxsize=1)
def rough_words() -> dict[str, int]:
    """What rough numbers are worth: «une trentaine»."""
    pairs = (phrase.split(":") for phrase in lexicon.load().phrases("rough") if ":" in phrase)
    return {word: int(value) for word, value in pairs}


def part_of_century(text: Text, place: int) -> Duration | None:
    """A quarter, a third or half of a century whose last word is a token."""
    for phrase in lexicon.load().phrases("centuries_part"):
        words, _, value = phrase.partition(":")
        length = len(words.split())
        first = place - length + 1
        if first >= 0 and " ".join(text.words[first : place + 1]) == words:
            start, bound = bound_before(text, first)
            return Duration(
                number=float(value), unit="year", first=start, last=place, bound=bound, head=place
            )
    return None


def bound_before(text: Text, first: int) -> tuple[int, str]:
    """The bound that the words before a number set, and the first token with it."""
    left = text.before(first, 5)
    left = left.removesuffix(" une").removesuffix(" un") if text.word(first) in rough_words() else left
    words = lexicon.load()
    for bound in BOUNDS:
        for phrase in words.phrases(bound):
            if left == phrase or left.endswith(f" {phrase}"):
                return first - len(phrase.split()), bound
    return first, "exact"


def bound_after(text: Text, place: int) -> tuple[str, str, int]:
    """The bound that the words after a unit set, as Kazakh says it, with its last token."""
    right = text.after(place, 2)
    words = lexicon.load()
    for bound in ("more", "less", "nearly"):
        for phrase in words.phrases(bound):
            if text.words[place][0] > "я" or "\u0400" <= text.words[place][0] <= "\u052f":
                if right == phrase or right.startswith(f"{phrase} "):
                    return phrase, bound, place + len(phrase.split())
    return "", "exact", place


def anniversary(text: Text, place: int) -> Duration | None:
    """«10e anniversaire», "30th anniversary", "30-year anniversary", «30-я годовщина», «quinze bougies», «30 жылдығы»."""
    words = lexicon.load()
    before = place - 1
    while place - before < 4 and before > 0 and not text.gap(before).strip(" '-\n"):
        number = ending_at(text, before)
        if number is not None:
            if not number.is_ordinal and words.has("anniversary", text.words[place]) and not is_kazakh(text, place):
                if before == place - 1:
                    return None
            first, bound = bound_before(text, number.first)
            return Duration(
                number=number.value,
                unit="year",
                first=first,
                last=place,
                bound=bound,
                is_ordinal=number.is_ordinal,
                is_jubilee=True,
                head=place,
            )
        before -= 1
    return None


def is_kazakh(text: Text, place: int) -> bool:
    """Return whether a word is one of Kazakh, where «30 жылдығы» is the thirtieth anniversary."""
    return text.words[place].startswith("жылды")


def ending_at(text: Text, last: int) -> Number | None:
    """The longest number that ends at a token."""
    for length in range(LONGEST_NUMBER, 0, -1):
        first = last - length + 1
        number = numbers.at(text, first) if first >= 0 else None
        if number is not None and number.last == last:
            return number
    return None


def jubilee(text: Text, place: int) -> Duration | None:
    """«30-летие», «тридцатилетие»."""
    stem, _, ending = text.words[place].partition("лет")
    if ending not in ("ие", "ия", "ию", "ием", "ии"):
        return None
    if not stem:
        number = ending_at(text, place - 1) if text.gap(place - 1).strip(" -") == "" else None
        if number is None:
            return None
        return Duration(number=number.value, unit="year", first=number.first, last=place, is_jubilee=True, head=place)
    value = JUBILEES.get(stem)
    if value is None:
        return None
    return Duration(number=float(value), unit="year", first=place, last=place, is_jubilee=True, head=place)


JUBILEES = {
    "пяти": 5, "десяти": 10, "пятнадцати": 15, "двадцати": 20, "двадцатипяти": 25, "тридцати": 30,
    "тридцатипяти": 35, "сорока": 40, "пятидесяти": 50, "столет": 100,
}
