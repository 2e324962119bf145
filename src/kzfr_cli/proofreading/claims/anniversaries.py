"""Find and judge anniversaries: a year less the year of the event is the number."""

from __future__ import annotations

from collections.abc import Iterator

from kzfr_cli.languages.letters import is_cyrillic
from kzfr_cli.proofreading import (
    durations,
    lexicon,
    numbers,
    thresholds,
)
from kzfr_cli.proofreading.case import (
    Claim,
    Finding,
)
from kzfr_cli.proofreading.claims import elapsed
from kzfr_cli.proofreading.claims.jubilees import AnniversaryCase
from kzfr_cli.proofreading.claims.kept_days import KeptDayCase
from kzfr_cli.proofreading.durations import Duration
from kzfr_cli.proofreading.text import Text
from kzfr_cli.proofreading.trial import Trial

LONGEST = 1500
"""Years of the longest anniversary that is judged."""

BEFORE = thresholds.count("near")
BEHIND = thresholds.count("near")
"""Words before a number of years, and behind it, among which a celebration is told."""

NEAR_DATE = 2
"""Words behind a number of years among which a date begins."""

ROUGH = frozenset(("about", "rough"))
"""What makes a number of years a length: "some fifteen years of output"."""

CURRENT = ("year", "month", "day")
"""The units of the dates counted from today that say when a number of years is full."""

ROUND = 10
"""Years from which «10 ans de …» is rather an anniversary than a length."""


def find(trial: Trial) -> Iterator[Claim]:
    """The anniversaries of a text."""
    for found in durations.find(trial.text):
        if (
            found.unit == "year"
            and found.number <= LONGEST
            and is_anniversary(trial.text, found)
        ):
            yield Claim(
                kind="anniversary",
                first=min(found.first, found.lead) if found.is_jubilee else found.first,
                last=found.last,
                number=found.number,
                bound=found.bound,
                unit="year",
                form="ordinal" if found.is_jubilee else "years",
            )
    yield from elliptic(trial.text)
    yield from bare(trial.text)


def bare(text: Text) -> Iterator[Claim]:
    """The numbers of years that something turns, without the word for years: "turns ten on Monday",
    «исполнится одиннадцать».
    """
    for number in numbers.find(text):
        if not text.has("aging", number.first - 1) or number.is_ordinal:
            continue
        if number.value <= LONGEST and is_last_word(text, number.last):
            yield Claim(
                kind="anniversary",
                first=number.first,
                last=number.last,
                number=number.value,
                unit="year",
                form="turned",
            )


def is_last_word(text: Text, last: int) -> bool:
    """Return whether a token ends its phrase, or only a date or a day follows."""
    if text.gap(last).strip():
        return True
    near = range(last + 1, last + 1 + NEAR_DATE)
    return any(place in near for place in text.date_tokens)


def is_anniversary(text: Text, found: Duration) -> bool:
    """Return whether a number of years is that of an anniversary: «les 26 ans de …», «fête ses
    30 ans», "turns 25".
    """
    words = lexicon.load()
    if found.is_jubilee or durations.is_full_on(text, found):
        return True
    if elapsed.form_of(text, found):
        return False
    if text.has("their", found.first - 1):
        return True
    if text.has("age", found.last + 1):
        return not words.any("aged", text.sentence(found.first).words)
    if is_cyrillic(text.words[found.last]):
        return is_cyrillic_anniversary(text, found)
    return not is_length(text, found) and is_latin_anniversary(text, found)


def is_length(text: Text, found: Duration) -> bool:
    """Return whether a number of years says how long: «en quinze ans d’indépendance», "some
    fifteen years of output".
    """
    return found.bound in ROUGH or text.has("within", found.first - 1)


def is_celebrated(text: Text, found: Duration, lists: tuple[str, ...]) -> bool:
    """Return whether a word of some lists stands before a number of years."""
    words = lexicon.load()
    begun = max(found.first - BEFORE, text.sentence(found.first).first)
    near = text.words[begun : found.first]
    return any(words.has(name, word) for name in lists for word in near)


def is_celebrated_behind(text: Text, found: Duration) -> bool:
    """Return whether a word of celebration stands behind a number of years."""
    words = lexicon.load()
    following = text.words[found.last + 1 : text.sentence(found.first).last]
    return words.any("celebrate", following[: BEHIND - 1])


def is_latin_anniversary(text: Text, found: Duration) -> bool:
    """Return whether French or English words make a number of years an anniversary: «les 26 ans
    de», «fête dix ans».
    """
    words = lexicon.load()
    before, after = text.word(found.first - 1), text.word(found.last + 1)
    celebrated = is_celebrated(text, found, ("celebrate", "turn"))
    celebrated = celebrated or is_celebrated_behind(text, found)
    if found.number >= ROUND and is_of_year(text, found):
        return True
    these = words.has("these", before)
    if words.has("turn", before) and (words.has("that", after) or ends_there(text, found)):
        return True
    if words.has("wedge", after) and text.gap(found.last) in (" ", "' ", "\n"):
        return celebrated or these or found.number >= ROUND
    return is_celebrated(text, found, ("celebrate",)) or (celebrated and these)


def ends_there(text: Text, found: Duration) -> bool:
    """Return whether a number of years ends its phrase, or only a date follows: «aura vingt ans
    l'an prochain».
    """
    return is_last_word(text, found.last)


def is_cyrillic_anniversary(text: Text, found: Duration) -> bool:
    """Return whether Russian or Kazakh words make a number of years an anniversary: «30 лет
    независимости», «35 жыл толды».
    """
    words = lexicon.load()
    if is_celebrated(text, found, ("celebrate", "turn")) or is_celebrated_behind(
        text, found
    ):
        return True
    if is_of_year(text, found):
        return True
    unit, after = text.words[found.last], text.word(found.last + 1)
    if words.has("year_behind", unit):
        later = text.words[found.last + 1 : text.sentence(found.first).last]
        return words.any("turn", later)
    if not words.has("plain_years", unit) or not is_complement(after):
        return False
    return text.gap(found.last) in (" ", "' ", "\n")


def is_complement(word: str) -> bool:
    """Return whether a word behind a number of years may say whose they are."""
    words = lexicon.load()
    if not word:
        return False
    return not (words.has("not_of", word) or words.has("bearing", word))


def is_of_year(text: Text, found: Duration) -> bool:
    """Return whether a sentence says in which year a number of years is reached: «в этом году
    университету 90 лет».
    """
    if not ends_there(text, found):
        return False
    first, last = text.sentence(found.first).clause(found.first)
    units = CURRENT if is_cyrillic(text.words[found.last]) else ("year",)
    places = [
        place
        for place, each in zip(text.date_tokens, text.mentions, strict=True)
        if each.relative is not None and each.relative.unit in units
    ]
    return any(first <= place < last for place in places)


def elliptic(text: Text) -> Iterator[Claim]:
    """«… le 10e anniversaire du traité et le 15e de la visite»: ordinals that lean on an
    anniversary before them.
    """
    for sentence in text.sentences:
        heads = [
            place
            for place in range(sentence.first, sentence.last)
            if text.has("anniversary", place)
        ]
        if not heads:
            continue
        for place in range(heads[0] + 1, sentence.last):
            number = numbers.ending_at(text, place)
            if number is None or not number.is_ordinal or number.last != place:
                continue
            if text.has("wedge", place + 1) and place + 1 not in heads:
                yield Claim(
                    kind="anniversary",
                    first=number.first,
                    last=place,
                    number=number.value,
                    unit="year",
                    form="ordinal",
                )


def judge(trial: Trial, claim: Claim) -> Finding:
    """Judge the number of an anniversary."""
    case = AnniversaryCase(trial, claim)
    if case.attitude() or case.is_of_life():
        return case.judge()
    return KeptDayCase(trial, claim).judge(case.celebrated()) or case.judge()
