"""Read what a query leaves out: «sauf Sarkozy», "but not in 2011 or 2015", «кроме Макрона и
Олланда», «Саркозиден басқа».
"""

from __future__ import annotations

from collections.abc import Sequence

from kzfr_cli.search.units import Group, Term
from kzfr_cli.search.vocabulary import Vocabulary

EXCEPT, WITHOUT, NOT = "except", "without", "not"
NOT_BESIDE = "not beside"
LEFT_OUT = {
    EXCEPT: ("date", "name", "word"),
    WITHOUT: ("name",),
    NOT: ("date", "name"),
    NOT_BESIDE: ("date",),
}
"""What each leaves out of what follows; "not" beside a name, "not EDF", denies, and leaves nothing
out, but "not in Rennes" does.
"""


def parted(terms: list[Term], vocabulary: Vocabulary) -> tuple[list[Term], list[Group]]:
    """Part the terms from what words like «sauf» before them leave out, or «басқа» behind them."""
    kept: list[Term] = []
    excluded: list[Group] = []
    place = 0
    while place < len(terms):
        groups, count = left_out(
            terms[place:],
            vocabulary,
            is_alone=not asked(kept),
        )
        if not groups and vocabulary.has("except_behind", terms[place].word):
            behind, before = listed(
                until_comma(kept[::-1]),
                vocabulary,
                EXCEPT,
                is_alone=True,
            )
            groups = [group[::-1] for group in behind]
            kept = kept[: len(kept) - before]
            count = 1 if groups else 0
        excluded += groups
        if not groups:
            kept.append(terms[place])
        place += count or 1
    return [term for term in kept if not term.is_comma], excluded


def until_comma(terms: list[Term]) -> list[Term]:
    """Return the terms before the first comma."""
    commas = (place for place, term in enumerate(terms) if term.is_comma)
    return terms[: next(commas, len(terms))]


def asked(terms: list[Term]) -> list[Term]:
    """Return the terms that ask for something."""
    return [term for term in terms if not (term.is_silent or term.is_comma or term.is_bar)]


def left_out(
    terms: list[Term], vocabulary: Vocabulary, *, is_alone: bool
) -> tuple[list[Group], int]:
    """Return what the first words leave out, and how many terms say so; nothing when they do not.

    Of words that follow words like «sauf» directly, only one is left out when it `is_alone`.
    """
    for role in (EXCEPT, WITHOUT, NOT):
        if length := opening(
            terms,
            vocabulary,
            role,
        ):
            groups, count = listed(
                terms[length:],
                vocabulary,
                role,
                is_alone=is_alone,
            )
            if groups:
                return groups, length + count
    return [], 0


def opening(
    terms: list[Term],
    vocabulary: Vocabulary,
    role: str,
) -> int:
    """Return how many of the first terms are one of the expressions of a role."""
    if not vocabulary.has(f"begins {role}", terms[0].word):
        return 0
    said = [term.word for term in terms]
    lengths = (
        len(words)
        for words in map(str.split, vocabulary.words(role))
        if said[: len(words)] == words
    )
    return max(lengths, default=0)


def listed(
    terms: Sequence[Term], vocabulary: Vocabulary, role: str, *, is_alone: bool
) -> tuple[list[Group], int]:
    """Return the things of one sort that stand first, joined by «et», "or" or commas, and how many
    terms they take.
    """
    groups: list[Group] = []
    end = place = 0
    while True:
        while place < len(terms) and terms[place].is_passed_over:
            place += 1
        is_beside = role == NOT and place == end
        group = thing(
            terms[place:],
            NOT_BESIDE if is_beside else role,
            is_alone=is_alone,
        )
        if not group or (groups and sort_of(group[0]) != sort_of(groups[0][0])):
            return groups, end
        groups.append(group)
        end = place = place + len(group)
        while place < len(terms) and is_joint(terms[place], vocabulary):
            place += 1
        if place == end:
            return groups, end


def thing(
    terms: Sequence[Term],
    role: str,
    *,
    is_alone: bool,
) -> Group:
    """Return the date, the name or the words together that come first; nothing when the role does
    not leave such out.
    """
    if not terms or terms[0].is_bar or terms[0].is_comma:
        return ()
    first = sort_of(terms[0])
    if first not in LEFT_OUT[role]:
        return ()
    if first == "date" or (first == "word" and is_alone):
        return (terms[0],)
    length = 1
    while length < len(terms) and goes_on(terms[length], first):
        length += 1
    return tuple(terms[:length])


def sort_of(term: Term) -> str:
    """Return whether a term is a date, a proper name or an ordinary word."""
    if term.moment:
        return "date"
    return "name" if term.is_capital else "word"


def goes_on(term: Term, sort: str) -> bool:
    """Return whether a term belongs to the words of one sort before it."""
    is_sign = term.is_bar or term.is_comma
    return not (is_sign or term.is_passed_over) and sort_of(term) == sort


def is_joint(term: Term, vocabulary: Vocabulary) -> bool:
    """Return whether a term joins two of a list: «et», "or", a comma."""
    return term.is_comma or term.is_bar or vocabulary.has("joiners", term.word)
