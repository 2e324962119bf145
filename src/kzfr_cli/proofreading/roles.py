"""Tell what persons are called beside their names: ambassador, minister, sculptor."""

from __future__ import annotations

from collections.abc import (
    Iterable,
    Iterator,
    Sequence,
)

from kzfr_cli.languages.letters import is_cyrillic
from kzfr_cli.proofreading import lexicon
from kzfr_cli.proofreading.text import Text
from kzfr_cli.proofreading.vocabulary import TextUnit

BEFORE, BEHIND = 5, 3
"""Words before a name, and behind it after a sign, among which it is said what somebody is."""

PRIME, MINISTER = "prime-minister", "minister"
"""A word that makes a minister the first of them, and what it is beside."""


def of_name(text: Text, first: int, last: int) -> frozenset[str]:
    """What the words beside a name call whom it names: «l'ambassadeur Serge Smessow», "Valery
    Pirozhkov, sculptor".
    """
    sentence = text.sentence(first)
    found = told_before(text, first, max(first - BEFORE, sentence.first))
    if found or text.gap(last).strip() not in (",", "(", "-"):
        return found
    ended = min(last + 1 + BEHIND, sentence.last)
    return frozenset(role for place in range(last + 1, ended) for role in at(text, place))


def told_before(text: Text, first: int, begun: int) -> frozenset[str]:
    """What the words before a name call its bearer, where no other name or sentence stands
    between.
    """
    found: frozenset[str] = frozenset()
    for place in range(first - 1, begun - 1, -1):
        if text.gap(place).strip() in (",", ";", ":", ")", "."):
            break
        found = at(text, place)
        if found:
            break
    return found


def at(text: Text, place: int) -> frozenset[str]:
    """What a word calls somebody."""
    found = lexicon.load().named("roles", text.words[place])
    if MINISTER not in found or not place:
        is_alone = is_cyrillic(text.words[place])
        return found if is_alone else found - {PRIME}
    is_prime = PRIME in lexicon.load().named("roles", text.words[place - 1])
    if is_prime:
        return frozenset((PRIME,))
    return found


def pairs(text: Text, units: Iterable[TextUnit]) -> Iterator[tuple[str, str]]:
    """The persons of a text, by their tokens, each with what it calls him."""
    for unit in units:
        if unit.kind == "person":
            for role in sorted(of_name(text, unit.first, unit.last)):
                yield unit.key, role


def gathered(told: Iterable[Sequence[str]]) -> dict[str, list[str]]:
    """What each person is called, by his token."""
    found: dict[str, set[str]] = {}
    for key, role in told:
        found.setdefault(key, set()).add(role)
    return {key: sorted(named) for key, named in found.items()}
