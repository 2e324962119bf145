"""Leave out what a query does not want: every form of a word, a name by its token, a date, a phrase."""

from __future__ import annotations

from collections.abc import Iterable

from kzfr_cli.search.candidates import SOURCES, TITLE, Row
from kzfr_cli.search.expansion import Expander
from kzfr_cli.search.lexicon import Lexicon
from kzfr_cli.search.parsing import Term


class Exclusion:
    """What an entry must not have: of each group of words, not all together."""

    def __init__(self, lexicon: Lexicon, excluded: Iterable[tuple[Term, ...]]) -> None:
        self.groups = [forms(lexicon, group) for group in excluded]

    def has(self, row: Row) -> bool:
        """Return whether an entry has what must not be there, in any field but its sources."""
        if not self.groups:
            return False
        text = f" {' '.join(row[TITLE:SOURCES])} "
        return any(all(is_in(text, tokens) for tokens in group) for group in self.groups)


def forms(lexicon: Lexicon, group: tuple[Term, ...]) -> list[list[str]]:
    """Return for each word every token that stands for it: its forms, its translations, the name that it is."""
    expander = Expander(lexicon, {word for term in group for word in term.words})
    return [
        [*expander.exact(term).forms, *(term.moment.literals if term.moment else ())]
        for term in group
    ]


def is_in(text: str, tokens: Iterable[str]) -> bool:
    """Return whether a text has one of these tokens or phrases."""
    return any(f" {token} " in text for token in tokens)
