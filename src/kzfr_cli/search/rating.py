"""How well an entry answers a query, unit by unit."""

from __future__ import annotations

from kzfr_cli.core.record import pair
from kzfr_cli.search.candidates import Row
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

    def see(self, form: Form, field: int, strength: float) -> None:
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
    """An entry with its score, the share of the query that it covers and how it answers each unit."""

    row: Row
    coverage: float
    score: float
    found: tuple[Best, ...]
    is_forgiven: bool
    is_sure: bool
