"""Leave out what a query does not want: every form of a word, a name by its token, a date, a
phrase.
"""

from __future__ import annotations

from collections.abc import Iterable

from kzfr_cli.core.record import pair
from kzfr_cli.search.candidates import SOURCES, TITLE, CandidateRow
from kzfr_cli.search.expansion import Expander
from kzfr_cli.search.lexicon import Lexicon
from kzfr_cli.search.units import Group, Term


@pair
class Unwanted:
    """The tokens and words that stand for a term, and the words that do so in a title only: a
    summary tells of other years too.
    """

    words: tuple[str, ...]
    titled: tuple[str, ...] = ()


class Exclusion:
    """What an entry must not have: of each group of words, not all together."""

    def __init__(
        self,
        lexicon: Lexicon,
        excluded: Iterable[Group],
    ) -> None:
        self.groups = [forms(lexicon, group) for group in excluded]

    def has(self, row: CandidateRow) -> bool:
        """Return whether an entry has what must not be there, in any field but its sources."""
        if not self.groups:
            return False
        text = f" {' '.join(row.fields[:SOURCES])} "
        title = f" {row.fields[TITLE]} "
        return any(
            all(is_in(text, each.words) or is_in(title, each.titled) for each in group)
            for group in self.groups
        )


def forms(lexicon: Lexicon, group: Group) -> list[Unwanted]:
    """Return for each word every token that stands for it: its forms, its translations, the name
    that it is.
    """
    expander = Expander(lexicon, {word for term in group for word in term.words})
    return [unwanted(expander, term) for term in group]


def unwanted(expander: Expander, term: Term) -> Unwanted:
    """Return every token that stands for a term; of a date, those of its days and not of their
    year.
    """
    if term.moment is None:
        return Unwanted(tuple(expander.exact(term).forms))
    answering = term.moment.tokens(expander.lexicon.years()).items()
    whole = tuple(token for token, worth in answering if worth == 1.0)
    return Unwanted(whole, term.moment.literals)


def is_in(text: str, words: Iterable[str]) -> bool:
    """Return whether a text has one of these tokens or phrases."""
    return any(f" {word} " in text for word in words)
