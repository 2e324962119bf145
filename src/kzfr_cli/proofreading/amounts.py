"""The amounts of a text: a number with its currency, its unit, or the thing that it counts."""

from __future__ import annotations

from collections.abc import Iterator

from kzfr_cli.core.record import record, replace
from kzfr_cli.proofreading import lexicon, numbers
from kzfr_cli.proofreading.text import Text

SIGNS = {"€": "EUR", "$": "USD", "£": "GBP", "₽": "RUB", "₸": "KZT"}
SCALES = {"thousand": 1e3, "million": 1e6, "billion": 1e9}
CURRENCIES = frozenset(("EUR", "USD", "GBP", "RUB", "KZT"))
NOUNS = 3
"""Words after a number among which what it counts is looked for."""


@record
class Amount:
    """A number as it is meant, scale included, with what it measures.

    `unit` is a currency, percent, tonne …, or empty where things are counted; `nouns` are the words after
    it, of which one is what it counts; `step` is half of its last place.
    """

    value: float
    first: int
    last: int
    unit: str = ""
    nouns: tuple[int, ...] = ()
    step: float = 0.5
    in_words: bool = False
    is_ordinal: bool = False
    digits: str = ""
    is_yearly: bool = False
    scale: float = 1.0


def find(text: Text, taken: set[int]) -> Iterator[Amount]:
    """The amounts of a text that stand in no date and no duration."""
    place = 0
    while place < len(text.words):
        number = numbers.at(text, place) if place not in taken else None
        if number is None or number.last in taken:
            place += 1
            continue
        yield measured(text, number)
        place = number.last + 1


def measured(text: Text, number: numbers.Number) -> Amount:
    """The amount that begins with a number."""
    value, last, scale = number.value, number.last, 1.0
    words = lexicon.load()
    step = 0.5 * 10**-number.decimals
    plain_gap = text.gap(last) in (" ", "\n", "", "-")
    scales = words.named("scales", text.word(last + 1)) if plain_gap else frozenset()
    if scales and text.word(last + 1) not in ("m", "md") or (scales and text.gap(last + 1).strip() in SIGNS):
        scale = SCALES[next(iter(scales))]
        last += 1
        if text.gap(last).startswith(". ") and text.word(last + 1) and text.word(last + 1)[0] >= "\u0400":
            pass
    unit, last = unit_of(text, number, last)
    found = Amount(
        value=value * scale,
        first=number.first,
        last=last,
        unit=unit,
        step=step * scale,
        in_words=number.in_words,
        is_ordinal=number.is_ordinal,
        digits=f"{value:g}",
        scale=scale,
    )
    return replace(found, nouns=nouns_after(text, last), is_yearly=is_yearly(text, last))


def unit_of(text: Text, number: numbers.Number, last: int) -> tuple[str, int]:
    """The unit of a number and the last token that says it."""
    words = lexicon.load()
    before = text.gap(number.first - 1).strip()[-1:]
    after = text.gap(last).strip()[:1]
    if before in SIGNS:
        return SIGNS[before], last
    if after in SIGNS:
        return SIGNS[after], last
    if after == "%":
        return "percent", last
    previous = words.named("units", text.word(number.first - 1)) & CURRENCIES
    if previous and text.gap(number.first - 1) == " ":
        return next(iter(previous)), last
    if text.word(last + 1) in ("pour", "per") and text.word(last + 2) == "cent":
        return "percent", last + 2
    place = last + 1
    while text.word(place) in ("d", "de", "of", "us", "американских", "ақш") and place - last < 3:
        place += 1
    if text.gap(last).strip(" '.-"):
        return "", last
    units = words.named("units", text.word(place))
    if units:
        return next(iter(units)), place
    return "", last


def nouns_after(text: Text, last: int) -> tuple[int, ...]:
    """The tokens after a number, in its clause, of which one may be what it counts."""
    found = []
    for place in range(last + 1, last + 1 + NOUNS + 2):
        if text.gap(place - 1).strip(" '-\n"):
            break
        word = text.word(place)
        if word.isdigit() or not word:
            break
        if len(word) > 2 or word == "мы":
            found.append(place)
        if len(found) == NOUNS:
            break
    return tuple(found)


def is_yearly(text: Text, last: int) -> bool:
    """Return whether an amount is one of each year."""
    right = f" {text.after(last, 4)} "
    return any(f" {phrase} " in right for phrase in ("par an", "per year", "a year", "annually", "в год", "жылына"))
