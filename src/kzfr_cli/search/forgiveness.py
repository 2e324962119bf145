"""Forgive a word that the database does not have: its beginning, its misspellings."""

from __future__ import annotations

from kzfr_cli.search.expansion import Expander
from kzfr_cli.search.lexicon import Lexicon
from kzfr_cli.search.result import FUZZY, PREFIX
from kzfr_cli.search.units import Unit

MOST_FORMS = 24
"""Words of the database that one word of the query may stand for; the closest and the most frequent
are kept.
"""

ONE_EDIT, TWO_EDITS, TWO_BESIDE_NAME = 4, 8, 7
"""Letters from which one edit is forgiven, and two; sooner beside a name: «Emmanuel Makrron»."""

SHORTEST_PREFIX = 3
COMMON = 3
"""Documents from which a word is common: it is right, and never forgiven."""

EDIT, FIRST_LETTER, SECOND_LETTER = 0.15, 0.25, 0.05
"""What each edit costs of a match, and an edit of the first letter, of the second."""


def may_forgive(lexicon: Lexicon, unit: Unit) -> bool:
    """Return whether a word may be a misspelt one: it is neither right and common nor a name nor an
    acronym.
    """
    term = unit.term
    is_asked = term.is_word and not (
        term.order or term.is_soft or unit.is_common or unit.is_name or unit.is_elsewhere
    )
    return (
        is_asked and not term.is_short_acronym and (lexicon.count(term.word) or 0) < COMMON
    )


def forgive(
    expander: Expander,
    unit: Unit,
    *,
    is_beside_name: bool,
) -> None:
    """Offer what is near the word: words that it begins, when it is the last, and its
    misspellings.
    """
    unit.is_forgiving = True
    word = unit.term.word
    if unit.term.is_last and len(word) >= SHORTEST_PREFIX:
        prefixed(
            expander,
            unit,
            word,
        )
    if word.isalpha() and len(word) >= ONE_EDIT:
        edits = allowed(word, TWO_BESIDE_NAME if is_beside_name else TWO_EDITS)
        misspelt(
            expander,
            unit,
            edits,
        )


def prefixed(
    expander: Expander,
    unit: Unit,
    word: str,
) -> None:
    """Offer the most frequent words that begin with a word."""
    found = sorted(
        expander.lexicon.beginning(word),
        key=lambda item: (-item[1], item[0]),
    )
    for other, _ in found[:MOST_FORMS]:
        if other != word:
            expander.guess(
                unit,
                other,
                PREFIX,
                0.75 + 0.25 * len(word) / len(other),
            )


def misspelt(
    expander: Expander,
    unit: Unit,
    edits: int,
) -> None:
    """Offer the words at one or two edits; of the likeliest, also what says the same, unless a
    capital makes a name of it: «Карден» is no garden.
    """
    found = near(
        expander.lexicon,
        unit.term.word,
        edits,
    )[:MOST_FORMS]
    for other, scale in found:
        expander.guess(
            unit,
            other,
            FUZZY,
            scale,
        )
        if scale == found[0][1] and not unit.term.is_capital:
            expander.care(
                unit,
                other,
                scale,
            )


def allowed(word: str, two_from: int = TWO_EDITS) -> int:
    """Return the number of edits that are forgiven in a word of that length."""
    return (len(word) >= ONE_EDIT) + (len(word) >= two_from)


def near(
    lexicon: Lexicon,
    word: str,
    most: int,
) -> list[tuple[str, float]]:
    """Return the words within some edits of a word, the closest first, each with how close it
    is.
    """
    from rapidfuzz.distance import OSA

    distance = OSA.distance
    found: list[tuple[float, int, str]] = []
    for other in lexicon.of_length(len(word) - most, len(word) + most):
        edited = distance(
            word,
            other,
            score_cutoff=most,
        )
        if 0 < edited <= most and not is_longer(word, other):
            found.append(
                (
                    cost(
                        word,
                        other,
                        edited,
                    ),
                    -(lexicon.count(other) or 0),
                    other,
                )
            )
    return [(other, 1.0 - lost) for lost, _, other in sorted(found)]


def is_longer(word: str, other: str) -> bool:
    """Return whether one of two words is the other with letters behind it, which makes another
    word of it: "Michelin" is no misspelt «Michel».
    """
    short, long = sorted((word, other), key=len)
    return len(long) - len(short) > 1 and long.startswith(short)


def cost(
    word: str,
    other: str,
    edits: int,
) -> float:
    """Return what the edits between two words cost: more among the first letters."""
    first = FIRST_LETTER * (other[0] != word[0]) + SECOND_LETTER * (other[1] != word[1])
    return EDIT * edits + first
