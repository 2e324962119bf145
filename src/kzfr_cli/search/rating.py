"""How well an entry answers a query, unit by unit."""

from __future__ import annotations

from kzfr_cli.core.record import pair
from kzfr_cli.search import weights
from kzfr_cli.search.candidates import CandidateRow
from kzfr_cli.search.result import FORGIVEN
from kzfr_cli.search.units import Form


class Best:
    """How one unit is found in one entry: in its best field, and in how many others."""

    __slots__ = ("again", "field", "form", "strength")

    def __init__(self) -> None:
        self.form: Form | None = None
        self.field = 0
        self.strength = 0.0
        self.again = 0.0

    def see(
        self,
        form: Form,
        field: int,
        strength: float,
    ) -> None:
        """Keep the strongest place; the best of another field adds a little."""
        if strength > self.strength:
            if self.form is not None and field != self.field:
                self.again = self.strength
            self.form, self.field, self.strength = form, field, strength
        elif field != self.field and strength > self.again:
            self.again = strength

    @property
    def is_forgiven(self) -> bool:
        """Whether the word found is not the one typed."""
        return self.form is not None and self.form.how in FORGIVEN


@pair
class Rated:
    """An entry with its score, the share of the query that it covers and how it answers each
    unit.
    """

    row: CandidateRow
    coverage: float
    score: float
    found: tuple[Best, ...]
    is_forgiven: bool
    is_sure: bool


Answer = tuple[int, Form]
"""The place of a unit in the query, and the form that answers it."""

PAIR = (
    1.0,
    0.0,
    0.0,
    weights.of("pair"),
    weights.of("sources"),
)
MANY = (1.0, 0.0, 0.0, 1.0, weights.of("sources"))
"""How much a match counts by field when two, or three and more, words stand together as in the
query.
"""

LONGEST_LINK = 3
"""Letters of the words that may stand between two that stand together: «président de la France»."""

LONGEST_STEP = 2
"""Places of the query between two words that stand together in a text."""

SURE = 0.75
"""Strength from which a form counts as the word itself when words are to stand together."""

BREAK = "|"


class Run:
    """Words of the query that stand together in a field, as far as it is read."""

    __slots__ = ("answers", "field", "found")

    def __init__(
        self,
        field: int,
        found: tuple[Best, ...],
    ) -> None:
        self.field = field
        self.found = found
        self.answers: list[Answer] = []

    def pass_over(self, tokens: list[str]) -> None:
        """Read words that answer nothing: a long one ends the run."""
        if any(len(token) > LONGEST_LINK or token == BREAK for token in tokens):
            self.end()

    def take(self, answers: list[Answer]) -> None:
        """Read a word with its answers: it follows the run, or begins another."""
        sure = [answer for answer in answers if answer[1].strength >= SURE]
        if self.answers:
            last = self.answers[-1][0]
            following = [answer for answer in sure if 0 < answer[0] - last <= LONGEST_STEP]
            if following:
                self.answers.append(following[0])
                return
            self.end()
        self.answers = sure[:1]

    def end(self) -> None:
        """Raise the words of the run, when there are several."""
        if len(self.answers) > 1:
            worth = (PAIR if len(self.answers) == 2 else MANY)[self.field]
            for place, form in self.answers:
                self.found[place].see(form, self.field, form.strength * worth)
        self.answers = []
