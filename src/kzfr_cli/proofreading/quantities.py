"""The numbers that the database tells in the words of its events."""

from __future__ import annotations

from collections.abc import (
    Iterable,
    Iterator,
)
from functools import cache
from typing import Any

from kzfr_cli.core.event import (
    Event,
    Quantity,
)
from kzfr_cli.core.record import record
from kzfr_cli.languages import amounts as spoken
from kzfr_cli.proofreading import (
    amounts,
    durations,
    lexicon,
    models,
    numbers,
)
from kzfr_cli.proofreading.amounts import CURRENCIES, Amount
from kzfr_cli.proofreading.text import (
    Text,
    cut,
)
from kzfr_cli.proofreading.vocabulary import Speller

TITLED, RIVAL, SAID = 1.0, 0.5, 0.4
"""How firmly a number stands: in a title or summary; in a note on what the sources differ in; in
what one source says.
"""

SCALES = {
    "bn": 1e9,
    "m": 1e6,
    "thousand": 1e3,
    "million": 1e6,
}
PLURALS = frozenset(
    (
        "tonnes",
        "years",
        "months",
        "weeks",
        "days",
    )
)
"""The units that the database writes in the plural."""


@record
class Told:
    """A number that the database tells, with what it measures and how firmly it stands.

    `heads` are the keys of the word that is counted, `nouns` those of the words around it.
    """

    value: float
    unit: str
    heads: frozenset[str]
    nouns: frozenset[str]
    level: float
    is_yearly: bool = False
    is_ordinal: bool = False
    holders: frozenset[str] = frozenset()


def of_event(event: Event, speller: Speller) -> Iterator[list[Any]]:
    """The numbers told in the words of an event, as they are kept."""
    are_held = any(each.holder for each in event.quantities if each.unit == "percent")
    for text in firm_texts(event):
        for told in told_in(text, TITLED, speller):
            yield [*told[:7], []] if are_held else told
    for text in said_texts(event):
        yield from told_in(text, SAID, speller)
    for text in rival_texts(event):
        yield from told_in(text, RIVAL, speller)
    for quantity in event.quantities:
        yield of_quantity(quantity, speller)


def firm_texts(event: Event) -> list[str]:
    """The titles, summaries and other names of an event."""
    aliases = [alias for forms in event.aliases.values() for alias in forms]
    return [*event.title.values(), *event.summary.values(), *aliases]


def said_texts(event: Event) -> list[str]:
    """What the sources of an event say, and the notes on its dates."""
    said = [cited.says for cited in event.sources]
    notes = [note for facet in event.dates for note in facet.note.values()]
    return [*said, *notes]


def rival_texts(event: Event) -> list[str]:
    """What is said of the numbers on which the sources of an event differ."""
    return [note for each in event.disputes for note in each.note.values()]


def of_quantity(quantity: Quantity, speller: Speller) -> list[Any]:
    """A quantity of an event, as numbers are kept."""
    value, unit, words = normal(quantity.value, quantity.unit)
    keys = sorted(keys_of_words(words, speller))
    holder = (quantity.holder or "").replace("-", " ")
    held = sorted({*keys_of_words(holder, speller), *named(quantity.holder)})
    is_yearly = "per year" in quantity.unit
    return [
        value,
        unit,
        keys,
        keys,
        TITLED,
        is_yearly,
        False,
        held,
    ]


def named(holder: str | None) -> list[str]:
    """The key of a holder by its name, as texts may name it otherwise: Areva, of Orano."""
    if holder:
        return ["_" + holder.replace("-", "_")]
    return []


def told_in(words: str, level: float, speller: Speller) -> Iterator[list[Any]]:
    """The numbers of one text, as they are kept."""
    text = cut(words)
    yield from ordinals_in(text, level, speller)
    spans = list(durations.find(text))
    for each in spans:
        firmness = SAID if each.is_jubilee else level
        yield [each.number, each.unit, [], [], firmness, False, False]
    if not amounts.all_of(text):
        return
    taken = dated_tokens(text)
    for each in spans:
        taken.update(range(each.first, each.last + 1))
    for amount in amounts.find(text, taken):
        heads, nouns = noun_keys(text, amount, speller)
        yield [
            amount.value,
            amount.unit,
            sorted(heads),
            sorted(nouns),
            level,
            amount.is_yearly,
            False,
            sorted(holders(text, amount, speller)) if amount.unit == "percent" else [],
        ]


def ordinals_in(text: Text, level: float, speller: Speller) -> Iterator[list[Any]]:
    """The ordinals of one text, with the word that they count, as they are kept."""
    dated = dated_tokens(text)
    for number in numbers.find(text):
        if number.is_ordinal and number.first not in dated:
            heads = ordinal_heads(text, number, speller)
            yield [number.value, "", sorted(heads), sorted(heads), level, False, True]


def ordinal_heads(text: Text, number: numbers.Number, speller: Speller) -> frozenset[str]:
    """The keys of the words that an ordinal counts: up to two after it that say more than a
    country: "the eighth Franco-Kazakh forum of rectors".
    """
    places = amounts.nouns_after(
        text,
        number.last,
        COUNTED,
    )
    keys = (key_of(text, place, speller) for place in places)
    return frozenset(list(filter(None, keys))[:2])


COUNTED = 5
"""Words after an ordinal among which what it counts is looked for."""


def read(body: Iterable[list[Any]]) -> tuple[Told, ...]:
    """Read numbers as they were kept."""
    return tuple(
        Told(
            value=value,
            unit=unit,
            heads=frozenset(heads),
            nouns=frozenset(nouns),
            level=level,
            is_yearly=yearly,
            is_ordinal=ordinal,
            holders=frozenset(names[0] if names else ()),
        )
        for value, unit, heads, nouns, level, yearly, ordinal, *names in body
    )


def dated_tokens(text: Text) -> set[int]:
    """The tokens of a text that stand in a date."""
    spans = [(mention.start, mention.end) for mention in text.dates]
    return {
        place
        for place, start in enumerate(text.starts)
        if any(first <= start < last for first, last in spans)
    }


def noun_keys(
    text: Text, amount: Amount, speller: Speller
) -> tuple[frozenset[str], frozenset[str]]:
    """The keys of the word that an amount counts, and those of all the words around it."""
    counted = (place for place in amount.nouns[:2] if not is_town(text, place))
    own = [key for place in counted if (key := key_of(text, place, speller))]
    own += filter(None, (models.key(text, place) for place in amount.nouns[:1]))
    before = [
        key
        for place in range(max(amount.first - 3, 0), amount.first)
        if not text.gap(place).strip(" '-\n") and (key := key_of(text, place, speller))
    ]
    more = [key for place in amount.nouns[2:] if (key := key_of(text, place, speller))]
    return frozenset(own), frozenset((*own, *before, *more))


def is_town(text: Text, place: int) -> bool:
    """Return whether a word is the name of a town, of which nothing is counted: «le 30 à Paris»."""
    return bool(lexicon.load().named("cities", text.words[place]))


def holders(text: Text, amount: Amount, speller: Speller) -> frozenset[str]:
    """The key of the name that stands beside an amount."""
    place = holder(text, amount, speller)
    if place is None:
        return frozenset()
    return frozenset((key_of(text, place, speller),))


def holder(text: Text, amount: Amount, speller: Speller) -> int | None:
    """The token of the name that stands beside an amount: after it in the same breath, or else
    before it.
    """
    for places in beside(amount):
        found = next(
            (
                place
                for place in breath(text, places)
                if is_holder(text, place, places.step > 0) and key_of(text, place, speller)
            ),
            None,
        )
        if found is not None:
            return found
    return None


def beside(amount: Amount) -> tuple[range, range]:
    """The tokens behind and before an amount among which its holder is looked for."""
    after = range(amount.last + 1, amount.last + 1 + NEAR_NAME)
    before = range(amount.first - 1, max(amount.first - NEAR_NAME, 0) - 1, -1)
    return after, before


def breath(text: Text, places: range) -> Iterator[int]:
    """Those of some tokens that stand in one breath with an amount: up to a number; behind it up to
    a sign or "and".
    """
    for place in places:
        if place >= len(text.words) or text.words[place].isdigit():
            return
        if places.step > 0 and is_break(text, place):
            return
        if places.step < 0 and is_parted(text, place, is_first=place == places.start):
            return
        yield place


def is_parted(text: Text, place: int, *, is_first: bool) -> bool:
    """Return whether what stands before an amount, down to a word, is of another breath: behind a
    sign, unless it `is_first`, or before «которой», of what is owned.
    """
    is_behind_sign = not is_first and bool(PARTS & set(text.gap(place)))
    return is_behind_sign or text.has("of_whom", place)


def is_holder(text: Text, place: int, is_behind: bool) -> bool:
    """Return whether a word may be the name of who holds an amount."""
    return text.is_capital(place) and not is_of_whole(text, place, is_behind)


def is_of_whole(text: Text, place: int, is_behind: bool) -> bool:
    """Return whether a name is that of which a share is told, not of its holder: «49 % de
    KATCO», "a share in KATCO".
    """
    words, before = lexicon.load(), text.word(place - 1)
    leads = ("wedge", "within", "of") if is_behind else ("within",)
    return any(words.has(name, before) for name in leads)


def is_break(text: Text, place: int) -> bool:
    """Return whether a word begins another breath: after a sign, or as an "and"."""
    return bool(text.gap(place - 1).strip(" %'-")) or lexicon.load().has(
        "joints", text.words[place]
    )


PARTS = frozenset(":;.")
"""Signs that part a name from an amount, unless the amount follows at once: «Alstom : 25 %»."""

NEAR_NAME = 5
"""Words from an amount within which its holder is named."""


def key_of(text: Text, place: int, speller: Speller) -> str:
    """The key of one word, empty when it says nothing; worked out once for each word."""
    word = text.words[place]
    known = text.keyed.get(word)
    if known is None:
        known = text.keyed[word] = "" if word.isdigit() else key_of_word(word, speller)
    return known


def key_of_word(word: str, speller: Speller) -> str:
    """The key of a word that is no number."""
    from kzfr_cli.languages import folding

    found = speller.key(word, folding.fold(word))
    if nouns := lexicon.load().named("nouns", word):
        return f"%{min(nouns)}"
    kinds = lexicon.load().types(word)
    if kinds:
        return f"@{min(kinds)}"
    return found


def keys_of_words(words: str, speller: Speller) -> set[str]:
    """The keys of the words of a unit such as "companies" or "flights per week"."""
    text = cut(words)
    return {key for place in range(len(text.words)) if (key := key_of(text, place, speller))}


def normal(value: float, unit: str) -> tuple[float, str, str]:
    """A value and unit of the database with its scale multiplied out, and the words of what is
    counted.
    """
    first, _, rest = unit.partition(" ")
    if first in ("EUR", "USD"):
        return value * SCALES.get(rest, 1.0), first, ""
    if unit.endswith(" per week"):
        return value, "/week", rest
    if first in SCALES:
        return value * SCALES[first], "", rest
    if unit == "rank":
        return value, unit, ""
    if measure := measure_of(unit):
        return value, measure, ""
    if first in PLURALS:
        return value, first.removesuffix("s"), ""
    if first == "Mtoe":
        return value * 1e6, "", "tonnes"
    return value, "", unit


@cache
def measure_of(unit: str) -> str:
    """What a unit of the database is called where texts are read: gigawatt, of "GW"; empty of what
    is only counted.
    """
    found = spoken.find(f"1 {unit}", languages=("en",))
    if found and found[0].unit not in CURRENCIES:
        return found[0].unit
    return ""
