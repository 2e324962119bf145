"""What is asked for, each a word, a phrase or a date; what it may stand for, and how much it
weighs.
"""

from __future__ import annotations

from kzfr_cli.core.record import pair, record, replace
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
    def figures(self) -> str:
        """The figures of a number, without what parts their groups; empty of any other word."""
        figures = "".join(self.words)
        return figures if figures.isdigit() else ""

    @property
    def grouped(self) -> str:
        """A number with its figures in groups of three, as texts have it: «46 000»."""
        return f"{int(self.figures):,}".replace(",", " ") if self.figures else ""

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
    """What is asked for, whether with a question, and what must not be there."""

    choices: tuple[Choice, ...] = ()
    excluded: tuple[Group, ...] = ()
    is_question: bool = False

    @property
    def words(self) -> set[str]:
        """The folded words that are asked for."""
        return {word for choice in self.choices for term in choice for word in term.words}


@pair
class Form:
    """A token of the index that answers a term: how it was found, how well it answers, how far it
    covers it. `typed` is the term where another of the query answers as well: «Chirac OR Sarkozy».
    """

    token: str
    how: str
    strength: float
    coverage: float = 1.0
    spellings: tuple[str, ...] = ()
    typed: str = ""


class Unit:
    """One term of the query with every token that answers it, and its weight: its rarity.

    `claim` is the part of the weight that an entry must cover. `is_name` says that it leads to a
    name of the
    database, `is_proper` that it is written as one, `is_elsewhere` that it is another country, city
    or people,
    `is_like_name` that it is a name misspelt by little,
    `is_common` that every second event has it. A date that `is_relaxed` may be another.
    """

    __slots__ = (
        "claim",
        "forms",
        "is_common",
        "is_elsewhere",
        "is_forgiving",
        "is_like_name",
        "is_name",
        "is_proper",
        "is_relaxed",
        "term",
        "weight",
        "years",
    )

    def __init__(self, term: Term) -> None:
        self.term = term
        self.forms: dict[str, Form] = {}
        self.weight = 0.0
        self.claim = 0.0
        self.is_forgiving = False
        self.is_name = False
        self.is_like_name = False
        self.is_proper = False
        self.is_common = False
        self.is_elsewhere = False
        self.is_relaxed = False
        self.years: tuple[str, str] | None = None

    def offer(self, form: Form) -> None:
        """Take a form in unless there is a better one for its token."""
        known = self.forms.get(form.token)
        if known is None or form.strength > known.strength:
            self.forms[form.token] = form

    def join(
        self,
        other: Unit,
        *,
        is_name: bool | None = None,
    ) -> None:
        """Let another term answer as well: «Chirac OR Sarkozy»; by default both must be names to be
        one.
        """
        for form in other.forms.values():
            self.offer(replace(form, typed=other.term.typed))
        self.is_name = self.is_name and other.is_name if is_name is None else is_name

    @property
    def is_spelt(self) -> bool:
        """Whether the database has the word itself, or what says the same; words of the same root
        alone may be far from it: «Allience», «allier».
        """
        return any(form.coverage == 1.0 for form in self.forms.values())

    @property
    def is_required(self) -> bool:
        """Whether an entry without it is no answer: a quoted phrase, or a date with a year or a
        day.
        """
        moment = self.term.moment
        if self.is_relaxed:
            return False
        return self.term.is_phrase or (moment is not None and moment.is_required)
