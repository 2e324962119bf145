"""What a query is read as: the things asked for, each a word, a phrase or a date, and those that
must not be there.
"""

from __future__ import annotations

from kzfr_cli.core.record import record
from kzfr_cli.search.moments import QueryMoment

SHORT_ACRONYM = 4
"""Letters up to which a word in capitals is an acronym."""


@record
class Term:
    """One thing asked for: a word, an exact phrase or a date, as it was typed and how.

    `is_soft` says that it only hints at a visit; `order` is `first` or `last` when it asks for one.
    """

    typed: str
    words: tuple[str, ...] = ()
    moment: QueryMoment | None = None
    order: str | None = None
    is_phrase: bool = False
    is_cyrillic: bool = False
    is_last: bool = False
    is_first: bool = False
    is_upper: bool = False
    is_capital: bool = False
    is_acronym: bool = False
    is_silent: bool = False
    is_soft: bool = False
    is_bar: bool = False
    is_comma: bool = False

    @property
    def is_short_acronym(self) -> bool:
        """Whether it is a short word in capitals: «OTAN» is no misspelt «otage»."""
        return self.is_upper and self.is_capital and len(self.word) <= SHORT_ACRONYM

    @property
    def is_word(self) -> bool:
        """Whether it is a single word, neither a date nor a phrase."""
        return self.moment is None and not self.is_phrase

    @property
    def word(self) -> str:
        """The folded word; of a phrase, its words joined by spaces."""
        return " ".join(self.words)

    @property
    def is_passed_over(self) -> bool:
        """Whether it is a small word between two that tell something."""
        return self.is_silent and not (self.is_acronym or self.is_capital)


Choice = tuple[Term, ...]
"""Terms of which any answers: mostly one."""

Group = tuple[Term, ...]
"""Terms that an entry must not have all together: a word, a date, or a whole name."""


@record
class Query:
    """What is asked for, and what must not be there."""

    choices: tuple[Choice, ...] = ()
    excluded: tuple[Group, ...] = ()

    @property
    def words(self) -> set[str]:
        """The folded words that are asked for."""
        return {word for choice in self.choices for term in choice for word in term.words}
