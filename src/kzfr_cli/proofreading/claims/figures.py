"""Find and judge amounts and counts: numbers told in events, and the figures of series.

A number that only differs is not enough to accuse. It must be a slip of the right one: a digit
changed or two swapped, ten times as much, another currency; or the one number that the event
surely meant tells of that very thing.
"""

from __future__ import annotations

from collections.abc import Iterator

from kzfr_cli.proofreading import (
    amounts,
    durations,
    lexicon,
    numbers,
)
from kzfr_cli.proofreading.amounts import Amount
from kzfr_cli.proofreading.case import Claim, Finding
from kzfr_cli.proofreading.claims.known_series import KnownSeriesCase
from kzfr_cli.proofreading.claims.number_groups import NumberGroups
from kzfr_cli.proofreading.claims.told import ToldCase
from kzfr_cli.proofreading.text import Text
from kzfr_cli.proofreading.trial import Trial

PAIR = 2
"""The number that says nothing of what is always two: «les deux pays»."""

YEARS = range(1900, 2100)
"""The numbers that are rather years, behind a name."""


def find(trial: Trial) -> Iterator[Claim]:
    """The amounts of a text that stand in no date and no duration."""
    text = trial.text
    taken = set(trial.dated)
    for each in durations.find(text):
        taken.update(range(each.first, each.last + 1))
    found = [each for each in amounts.find(text, taken) if not is_bare(trial, each)]
    trial.amounts = {each.first: each for each in found}
    trial.number_groups = NumberGroups(text, trial.amounts)
    for amount in found:
        kind = "figure" if amount.unit else "count"
        yield Claim(
            kind=kind,
            first=amount.first,
            last=amount.last,
            number=amount.value,
            bound=amount.bound,
            unit=amount.unit,
            form=str(amount.first),
        )


def is_bare(trial: Trial, amount: Amount) -> bool:
    """Return whether a number counts nothing: one in words, part of a name, of an hour, of a
    reference.
    """
    text = trial.text
    if is_of_nothing(text, amount):
        return True
    if amount.in_words and (amount.value < PAIR or is_rest_of_number(text, amount)):
        return True
    if amount.unit:
        return False
    if is_score(text, amount.first):
        return len(text.words[amount.first]) == 1
    return not amount.nouns or is_reference(text, amount)


def is_rest_of_number(text: Text, amount: Amount) -> bool:
    """Return whether a number goes on with the one before it, in one breath."""
    if text.gap(amount.first - 1).strip(" -"):
        return False
    return bool(numbers.ending_at(text, amount.first - 1))


def is_of_nothing(text: Text, amount: Amount) -> bool:
    """Return whether what a number counts makes it tell nothing: dozens, the two countries."""
    counted = text.words[amount.nouns[0]] if amount.nouns else ""
    words = lexicon.load()
    if words.has("dozens", counted) or words.has("others", counted):
        return True
    return amount.value == PAIR and words.has("paired", counted)


def is_reference(text: Text, amount: Amount) -> bool:
    """Return whether a number is part of a name, of a reference: «TM-24», «n° 12»."""
    before, after = text.gap(amount.first - 1), text.gap(amount.last)[:1]
    glued = before[-1:] in ("-", "/", "°", "№", "+") or (before == "" and amount.first > 0)
    return glued or after == "/" or is_year_of_name(text, amount)


def is_year_of_name(text: Text, amount: Amount) -> bool:
    """Return whether a number is the year of what is named before it: «Cannes 2018»."""
    is_year = amount.first == amount.last and amount.value in YEARS
    return (
        is_year and text.gap(amount.first - 1) == " " and text.is_capital(amount.first - 1)
    )


def is_score(text: Text, place: int) -> bool:
    """Return whether a number is one of a score: «2-0», "103 to 44"."""
    word, gap, other = text.word(place), text.gap(place), text.word(place + 1)
    back, before = text.gap(place - 1), text.word(place - 2 + 1)
    return (word.isdigit() and gap in ("-", ":") and other.isdigit()) or (
        word.isdigit() and back in ("-", ":") and before.isdigit()
    )


def judge(trial: Trial, claim: Claim) -> Finding | None:
    """Judge an amount by series and by events; None where nothing of the database is like it."""
    case = ToldCase(trial, claim)
    is_measured = bool(case.amount.unit)
    if why := case.attitude():
        if is_measured:
            return case.unknown(why)
        return None
    told = case.judge()
    if told is not None and told.verdict == "supported":
        return told
    of_series = KnownSeriesCase(trial, claim).judge()
    for verdict in ("supported", "disputed", "contradicted"):
        for each in (told, of_series):
            if each is not None and each.verdict == verdict:
                return each
    if is_measured:
        return case.unknown("no-figure")
    return None
