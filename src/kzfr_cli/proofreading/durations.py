"""Numbers of years, months, weeks and days in a text, and ordinals of anniversaries, by
its tokens.
"""

from __future__ import annotations

from collections.abc import Iterator

from kzfr_cli.core.record import record, replace
from kzfr_cli.languages import durations as spoken
from kzfr_cli.languages.mention import Mention
from kzfr_cli.proofreading import (
    amounts,
    lexicon,
    numbers,
)
from kzfr_cli.proofreading.text import Text

SEVERAL_DECADES = 20
"""Years from which a number of decades is a rough one: «almost two decades» may be
seventeen years.
"""

STRESSED = 5
"""Words after a number of units within which an "after" may follow a stress: «jour pour
jour après».
"""

MONTHS = 12
"""Months of a year."""

BEFORE_NOUN = 3
"""Words from an ordinal to the anniversary that it counts."""


@record
class Duration:
    """A number of units of time with its tokens.

    `first` to `last` hold the number and its unit, `lead` to `behind` the words of its form and
    bound as well; `form` is ago, since, later, earlier, in or nothing.
    """

    number: float
    unit: str
    first: int
    last: int
    lead: int
    behind: int
    form: str = ""
    bound: str = "exact"
    is_jubilee: bool = False


def find(text: Text) -> list[Duration]:
    """The spans of time of a text and the ordinals of its anniversaries, in its order;
    worked out once.
    """
    if text.durations is None:
        every = joined(text, [read(text, each) for each in spoken.in_tokens(text.tokens)])
        rates = rate_tokens(text) if every else set()
        found = [each for each in every if each.first not in rates]
        taken = {place for each in found for place in range(each.first, each.last + 1)}
        found += [each for each in ordinals(text) if each.first not in taken]
        text.durations = sorted(found, key=lambda each: each.first)
    return text.durations


def joined(text: Text, found: list[Duration]) -> list[Duration]:
    """Spans of time, those of years with the months that an "and" joins to them: «un an et six
    mois» are eighteen months.
    """
    whole: list[Duration] = []
    for each in found:
        if whole and is_rest(text, whole[-1], each):
            begun = whole.pop()
            each = replace(
                each,
                number=begun.number * MONTHS + each.number,
                first=begun.first,
                lead=begun.lead,
                form=each.form or begun.form,
                bound=begun.bound,
            )
        whole.append(each)
    return whole


def is_rest(text: Text, years: Duration, months: Duration) -> bool:
    """Return whether months are joined to years, of which they are the rest."""
    is_joined = months.first - years.last == 2 and text.has("joints", years.last + 1)
    if not is_joined or years.is_jubilee or months.is_jubilee:
        return False
    return years.unit == "year" and months.unit == "month" and not months.number % 1


def rate_tokens(text: Text) -> set[int]:
    """The tokens in which amounts say per what time they are: "40,000 tonnes a year"."""
    rated = [each for each in amounts.all_of(text) if amounts.is_rate(each)]
    return {place for each in rated for place in range(each.first + 1, each.last + 1)}


def read(text: Text, each: spoken.SpokenDuration) -> Duration:
    """A span of time in tokens, with its bound."""
    lead, behind = text.token(each.lead), text.token(each.behind - 1)
    first, last = text.token(each.start), text.token(each.end - 1)
    is_adjective = text.has("anniversary", last + 1)
    is_jubilee = is_adjective or each.form == "jubilee"
    stressed = None if each.form or is_jubilee else after_stress(text, last)
    is_whole = is_adjective and text.gap(last) == " " and each.form != "jubilee"
    form = "later" if stressed else each.form
    return Duration(
        number=each.count,
        unit=each.unit,
        first=first,
        last=last + 1 if is_whole else last,
        lead=lead,
        behind=stressed or behind,
        form="" if is_jubilee else form,
        bound=loose_bound(each) or exact_bound(text, first, behind),
        is_jubilee=is_jubilee,
    )


def loose_bound(each: spoken.SpokenDuration) -> str:
    """The bound of a number of units that is not plain: about, nearly, more …, or rough;
    else nothing.
    """
    is_rough = each.is_rough or (each.said == "decade" and each.count >= SEVERAL_DECADES)
    if is_rough and each.bound in ("", "about", "nearly"):
        return "rough"
    return each.bound


def after_stress(text: Text, last: int) -> int | None:
    """The token of the "after" that a stress parts from its number: «deux ans seulement
    après sa signature».
    """
    words = lexicon.load()
    following = text.after(last, STRESSED)
    for phrase in words.phrases("stressing"):
        place = last + 1 + len(phrase.split())
        if following.startswith(f"{phrase} ") and words.has("after_word", text.word(place)):
            return place
    return None


def exact_bound(text: Text, first: int, last: int) -> str:
    """Whether the words around a plain number ask for the very day («jour pour jour»), or
    stress it («exactement»).
    """
    around = f"{text.before(first, 5)} {text.after(last, 5)} "
    words = lexicon.load()
    for bound in ("day", "exactly"):
        if any(f"{phrase} " in around for phrase in words.phrases(bound)):
            return "exactly" if is_softened(around) else bound
    return "exact"


def is_softened(around: str) -> bool:
    """Return whether a stress is said but nearly: «presque jour pour jour»."""
    words = lexicon.load()
    days = tuple(f" {phrase}" for phrase in words.phrases("day"))
    softened = [each for each in words.phrases("stressing") if each.endswith(days)]
    return any(f"{phrase} " in around for phrase in softened)


def ordinals(text: Text) -> Iterator[Duration]:
    """«10e anniversaire», «30-я годовщина», «quinze bougies»."""
    words = lexicon.load()
    for number in numbers.find(text):
        for step in range(1, BEFORE_NOUN + 1):
            place = number.last + step
            if text.gap(place - 1).strip(" '-\n") or place >= len(text.words):
                break
            word = text.words[place]
            counted = words.has("candles", word)
            if counted or (number.is_ordinal and words.has("anniversary", word)):
                yield Duration(
                    number=number.value,
                    unit="year",
                    first=number.first,
                    last=place,
                    lead=number.first,
                    behind=place,
                    is_jubilee=True,
                )
                break


def is_full_on(text: Text, found: Duration) -> bool:
    """Return whether a day of these days stands right behind a number of years, on which it is
    full: «Trente ans demain», "Twenty years on Friday".
    """
    if found.unit != "year" or found.form not in ("", "later"):
        return False
    behind = found.behind + 1
    dates = zip(text.date_tokens, text.mentions, strict=True)
    return any(place == behind and is_of_these_days(each) for place, each in dates)


def is_of_these_days(mention: Mention) -> bool:
    """Return whether a date is but a day of the week, or counted from the text's own in days."""
    if mention.kind == "weekday":
        return True
    return mention.relative is not None and mention.relative.unit == "day"
