"""The amounts of a text by its tokens: a number with its currency, its unit, or the thing that
it counts.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from itertools import zip_longest

from kzfr_cli.core.record import (
    record,
    replace,
)
from kzfr_cli.languages import amounts as spoken
from kzfr_cli.languages import letters
from kzfr_cli.proofreading import (
    lexicon,
    listings,
    models,
    numbers,
)
from kzfr_cli.proofreading.text import Text

CURRENCIES = frozenset(
    (
        "EUR",
        "USD",
        "GBP",
        "RUB",
        "KZT",
        "CNY",
    )
)
PAIRED = 3
"""Words between the two halves of a pair."""

POSSESSOR = 2
"""Words that say whose the other half is: "138 votes to Thailand's 55"."""

LARGE = 100
"""The least number that is read without what it counts."""

ENDING = 3
"""Letters of the longest ending of a case behind figures."""

LEADING = re.compile(r":| - ")
"""What leads from a title to its numbers."""

SMALL = 2
"""Letters of the longest word that counts nothing."""

ALIKE = 10
"""How many times as much another number of the same thing is less than."""

NOUNS = 3
"""Words after a number among which what it counts is looked for."""


@record
class Amount:
    """A number as it is meant, scale included, with what it measures.

    `unit` is a currency, percent, tonne …, or empty where things are counted; `nouns` are the
    tokens after it, of which one is what it counts; `step` is half of its last place.
    `is_headed` says that its unit and nouns are those of its row and of the heading above.
    """

    value: float
    first: int
    last: int
    unit: str = ""
    nouns: tuple[int, ...] = ()
    step: float = 0.5
    bound: str = "exact"
    in_words: bool = False
    is_rough: bool = False
    is_yearly: bool = False
    scale: float = 1.0
    is_second: bool = False
    is_headed: bool = False


def key(value: float, unit: str) -> str:
    """The unit that a number is for linking: an event is told by its numbers as by its words."""
    return f"#{value:g}{unit}"


def find(text: Text, taken: set[int]) -> Iterator[Amount]:
    """The amounts of a text that stand in no date and no duration, in its order."""
    before: Amount | None = None
    money: Amount | None = None
    for each in paired(text, all_of(text)):
        if not taken.isdisjoint(range(each.first, each.last + 1)):
            continue
        if before is not None and is_other_half(text, before, each):
            each = replace(
                each,
                unit=before.unit,
                nouns=before.nouns,
                is_second=True,
            )
        elif money is not None and is_of_same_money(text, money, each):
            each = replace(each, unit=money.unit)
        elif before is not None and is_elliptic(text, before, each):
            each = replace(
                each,
                unit=before.unit,
                nouns=before.nouns,
            )
        before = each
        money = each if each.unit in CURRENCIES else money
        yield each


def paired(text: Text, found: list[Amount]) -> Iterator[Amount]:
    """Amounts, of which the first of a pair counts what the second does: "103 to 44 votes"."""
    for each, other in zip_longest(found, found[1:]):
        between = text.words[each.last + 1 : other.first] if other else []
        is_half = len(between) == 1 and lexicon.load().has("against", between[0])
        if other and is_half and not each.unit and not each.nouns:
            yield replace(each, nouns=other.nouns)
        else:
            yield each


def all_of(text: Text) -> list[Amount]:
    """Every amount of a text, in its order; worked out once."""
    if text.amounts is None:
        every = spoken.in_tokens(text.tokens)
        found = [read(text, each) for each in every if is_spoken(text, each)]
        used = {place for each in found for place in range(each.first, each.last + 1)}
        for number in numbers.find(text):
            if number.first in used or not is_bare(text, number):
                continue
            made = bare(text, number)
            used.update(range(made.first, made.last + 1))
            found.append(made)
        text.amounts = list(whole(text, sorted(found, key=lambda item: item.first)))
    return text.amounts


def is_spoken(text: Text, each: spoken.SpokenAmount) -> bool:
    """Return whether what is read as an amount is one: no pronoun, nor a year that fills a cell,
    with the first word of the next row.
    """
    if numbers.is_pronoun(text, each):
        return False
    return bool(each.unit) or not listings.is_year(text, text.token(each.start))


def is_bare(text: Text, number: numbers.Number) -> bool:
    """Return whether a number may be an amount without a unit: no ordinal, no decimals, no year
    of a row.
    """
    if number.is_ordinal or text.is_decimal(number.first - 1):
        return False
    return not listings.is_year(text, number.first)


def whole(text: Text, found: list[Amount]) -> Iterator[Amount]:
    """Amounts with those put together that one number is told in: «6 млрд 100 млн долларов»."""
    before: Amount | None = None
    for each in found:
        if before is not None and is_rest(text, before, each):
            each = replace(
                each,
                value=before.value + each.value,
                first=before.first,
            )
        elif before is not None:
            yield before
        before = each
    if before is not None:
        yield before


def is_rest(text: Text, before: Amount, each: Amount) -> bool:
    """Return whether an amount goes on with the one before it: in the same breath, of a lower
    scale.
    """
    adjoining = each.first == before.last + 1 and text.gap(before.last).strip(" .") == ""
    if not adjoining:
        return False
    if before.unit:
        return False
    return before.scale > each.scale > 1.0


def is_other_half(text: Text, before: Amount, each: Amount) -> bool:
    """Return whether an amount is the other half of a pair: «103 voix contre 44», "511 votes to
    115".
    """
    between = text.words[before.last + 1 : each.first]
    if each.unit or not 0 < len(between) <= PAIRED + POSSESSOR:
        return False
    against = [
        place
        for place in range(len(between))
        if text.has("against", before.last + 1 + place)
    ]
    if not against:
        return False
    behind = len(between) - 1 - against[-1]
    return behind == 0 or (behind <= POSSESSOR and not each.nouns)


def is_of_same_money(text: Text, before: Amount, each: Amount) -> bool:
    """Return whether an amount leaves out the currency of the one before it: «3,1 млрд долларов,
    импорт — 961,5 млн».
    """
    if each.unit or each.scale <= 1.0 or before.unit not in CURRENCIES:
        return False
    if each.nouns and not text.has("of_which", each.first - 1):
        return False
    return text.sentence(before.first).number == text.sentence(each.first).number


def is_elliptic(text: Text, before: Amount, each: Amount) -> bool:
    """Return whether a large number counts what the one before it in its sentence does: «17 759
    demandes en 2024, contre 12 960 l'année précédente».
    """
    if each.unit or each.in_words or each.value < LARGE:
        return False
    is_led = text.has("against", each.first - 1)
    if not is_led and not all(text.has("copulas", place) for place in each.nouns):
        return False
    if not (before.unit or before.nouns):
        return False
    is_alike = max(each.value, before.value) < ALIKE * min(each.value, before.value)
    return (
        is_alike and text.sentence(before.first).number == text.sentence(each.first).number
    )


def read(text: Text, each: spoken.SpokenAmount) -> Amount:
    """An amount in tokens."""
    first, last = text.token(each.start), text.token(each.end - 1)
    held = (numbers.at(text, place) for place in range(first, last + 1))
    number = next(filter(None, held), None)
    made = Amount(
        value=each.value,
        first=first,
        last=last,
        unit=each.unit or (f"/{each.per}" if each.per not in ("", "year") else ""),
        nouns=nouns_after(text, number.last if number and holds_noun(each) else last),
        step=each.step,
        bound="about" if number and number.is_rough else each.bound or "exact",
        in_words=bool(number and number.in_words),
        is_rough=bool(number and number.is_rough),
        is_yearly=each.per == "year",
        scale=each.scale,
    )
    if made.unit or made.nouns:
        return made
    return headed(text, made)


def is_rate(each: Amount) -> bool:
    """Return whether an amount is of each year, week or day."""
    return each.is_yearly or each.unit.startswith("/")


def holds_noun(each: spoken.SpokenAmount) -> bool:
    """Return whether what an amount counts stands within it: «quarante hélicoptères par an»."""
    return bool(each.per) and not each.unit


def bare(text: Text, number: numbers.Number) -> Amount:
    """A number without a unit, with its decimals and the words after it."""
    figures = None if number.in_words else in_figures(text, number.first)
    if figures is None:
        value, last, step, bound = number.value, number.last, 0.5, ""
    else:
        value, step, bound = figures.value, figures.step, figures.bound
        last = max(text.token(figures.end - 1), number.last)
    made = Amount(
        value=value,
        first=number.first,
        last=last,
        step=step,
        nouns=nouns_after(text, last),
        in_words=number.in_words,
        is_rough=number.is_rough,
        bound="about" if number.is_rough else bound or "exact",
    )
    if made.nouns:
        return made
    return led(text, headed(text, made))


def led(text: Text, amount: Amount) -> Amount:
    """A large number that a colon or a dash leads to, with what stands before that: «visas
    délivrés : 11 159 en 2023, 16 222 en 2024».
    """
    first = text.sentence(amount.first).first
    sign = led_by(text, first, amount.first)
    if amount.is_headed or amount.value < LARGE or sign is None:
        return amount
    said = [place for place in range(first, sign + 1) if len(text.words[place]) > SMALL]
    return replace(
        amount,
        nouns=tuple(said),
        is_headed=True,
    )


def led_by(text: Text, first: int, place: int) -> int | None:
    """The token before the last colon or dash between two tokens, or None."""
    return next(
        (each for each in range(place - 1, first, -1) if LEADING.search(text.gap(each))),
        None,
    )


def in_figures(text: Text, place: int) -> spoken.SpokenAmount | None:
    """The whole number of which a token is the first figures: «4 322», "3,059.4"."""
    tokens = text.tokens
    at = bisect_left(tokens.starts, text.starts[place])
    is_there = at < len(tokens.starts) and tokens.starts[at] == text.starts[place]
    if is_there:
        return spoken.number_at(tokens, at)
    return None


def headed(text: Text, amount: Amount) -> Amount:
    """An amount of a row with what its labels and the heading above say of it: its unit, its
    scale, what it counts.
    """
    if not listings.is_listed(text, amount.first):
        return amount
    unit, scale = listings.measure(text, amount.first)
    more = 1.0 if amount.scale > 1 else scale
    return replace(
        amount,
        value=amount.value * more,
        step=amount.step * more,
        scale=max(amount.scale, scale),
        unit=unit,
        nouns=listings.nouns(text, amount.first),
        is_headed=True,
    )


def is_ending(text: Text, place: int) -> bool:
    """Return whether a word is the ending of a case that a dash joins to figures: «380-ге»."""
    is_joined = text.gap(place - 1) == "-" and text.word(place - 1).isdigit()
    return is_joined and len(text.word(place)) <= ENDING


def nouns_after(
    text: Text,
    last: int,
    most: int = NOUNS,
) -> tuple[int, ...]:
    """The tokens after a number, in its clause, of which one may be what it counts."""
    found: list[int] = []
    ended = min(last + 3 + most, text.sentence(last).last)
    for place in range(last + 1, ended):
        if text.gap(place - 1).strip(" '-\n"):
            break
        word = text.word(place)
        if word.isdigit() and not text.gap(place - 1):
            continue
        if is_ending(text, place):
            continue
        if word.isdigit() or not word:
            break
        named = lexicon.load().named("nouns", word)
        is_small = len(word) <= 2 and not letters.is_cyrillic(word[0])
        if not is_small or named or models.at(text, place):
            found.append(place)
        if len(found) == most:
            break
    return tuple(found)
