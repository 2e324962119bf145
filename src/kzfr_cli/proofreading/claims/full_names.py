"""Find the full names of people whom the database does not know, by their given names: «Christine
Lagarde».
"""

from __future__ import annotations

from collections.abc import Iterator

from kzfr_cli.proofreading import given_names, roles, sorts
from kzfr_cli.proofreading.case import Claim
from kzfr_cli.proofreading.text import Sentence, Span, Text
from kzfr_cli.proofreading.trial import Trial

JOINED = (" ", "-", "'", "")
"""What stands between the parts of a name."""

RANKS = frozenset(("president", "prime-minister", "minister", "ambassador", "mayor"))
"""What people are called by whose last name alone they are known."""

MOST = 6
"""The most words of a name."""


def find(trial: Trial, sentence: Sentence) -> Iterator[Claim]:
    """The full names of a sentence of which the database knows no part."""
    place = sentence.first
    while place < sentence.last:
        last = last_of(trial, place, sentence.last)
        if is_surname(trial, place):
            yield claim_of(trial, (place, place))
        elif last > place and not is_of_thing(trial.text, place, last):
            yield claim_of(trial, (place, last))
        place = max(last, place) + 1


def is_surname(trial: Trial, place: int) -> bool:
    """Return whether a lone word that the database does not know stands right behind what calls its
    bearer a president, a minister or an ambassador: «le ministre Longuet».
    """
    text = trial.text
    if text.gap(place - 1) != " " or not roles.at(text, place - 1) & RANKS:
        return False
    unit = trial.windows.unit_at(place)
    if unit is None or not unit.is_proper or not is_free(trial, place):
        return False
    if trial.frames.postings(unit.key) or text.said(place, place).isupper():
        return False
    return text.gap(place) not in JOINED or not text.is_capital(place + 1)


def claim_of(trial: Trial, name: Span) -> Claim:
    """The claim of a name by its first and last token."""
    first, last = name
    unit = trial.windows.unit_at(last)
    return Claim(
        kind="name",
        first=first,
        last=last,
        form=unit.key if unit is not None else trial.text.words[last],
    )


def last_of(trial: Trial, first: int, end: int) -> int:
    """The last token of the full name that begins at a token; the one before where none does."""
    text = trial.text
    if not is_given(trial, first):
        return first - 1
    last = first
    while True:
        following = next_part(trial, last, min(end, first + MOST))
        if following is None:
            break
        last = following
    gaps = {text.gap(place) for place in range(first, last)}
    return last if " " in gaps else first - 1


def next_part(trial: Trial, last: int, end: int) -> int | None:
    """The token of the part of a name that follows a token, behind what joins it; or None."""
    text, place = trial.text, last + 1
    while place < end and is_particle(text, place):
        place += 1
    is_joined = all(text.gap(each) in JOINED for each in range(last, place))
    if not is_joined or place >= end or not is_free(trial, place):
        return None
    return place


def is_particle(text: Text, place: int) -> bool:
    """Return whether a token joins a given name to what follows: «de»."""
    return given_names.PARTICLE in given_names.load()[text.words[place]]


def is_given(trial: Trial, place: int) -> bool:
    """Return whether a token is a given name, and begins no name of the database."""
    if not given_names.countries(trial.text.words[place]):
        return False
    return is_free(trial, place) or is_bare(trial, place)


def is_bare(trial: Trial, place: int) -> bool:
    """Return whether a token is a name by which the database calls somebody, that is a given name
    where more follows: «Michel Barnier» is not Charles Michel.
    """
    unit = trial.windows.unit_at(place)
    return unit is not None and unit.kind == "person" and unit.last == place


def is_free(trial: Trial, place: int) -> bool:
    """Return whether a token is a capitalised word that is no name of the database, no country
    and no thing.
    """
    text, word = trial.text, trial.text.words[place]
    if not text.is_capital(place) or trial.words.countries(word) or sorts.at(text, place):
        return False
    unit = trial.windows.unit_at(place)
    return unit is not None and not unit.kind


def is_of_thing(text: Text, first: int, last: int) -> bool:
    """Return whether a name is part of another, or what a thing is named after: «le lycée Victor
    Hugo», "Marie Curie Prize".
    """
    own = range(first, last + 2)
    if any(given_names.THING in given_names.load()[text.word(place)] for place in own):
        return True
    if text.gap(first - 1) not in (" ", "-"):
        return False
    before = text.word(first - 1)
    if given_names.THING in given_names.load()[before] or sorts.at(text, first - 1):
        return True
    is_named = text.is_capital(first - 1) and text.sentence(first).first != first - 1
    return is_named and not roles.at(text, first - 1)
