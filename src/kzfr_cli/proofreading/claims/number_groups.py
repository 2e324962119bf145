"""Group the numbers of a text that are likely of one series: those of a column of a table, of a
list, of a sentence.
"""

from __future__ import annotations

from kzfr_cli.proofreading import listings, tables
from kzfr_cli.proofreading.amounts import Amount
from kzfr_cli.proofreading.text import Text

Group = tuple[int, int]
"""The sentence that is the head of some numbers, or holds them, and their column."""


class NumberGroups:
    """The numbers of a text by their groups, with the indicators that each is known to be of."""

    def __init__(self, text: Text, amounts: dict[int, Amount]) -> None:
        self.text = text
        self.indicators: dict[Group, frozenset[str]] = {}
        self._groups: dict[Group, list[Amount]] = {}
        for place, amount in amounts.items():
            self._groups.setdefault(self.group(place), []).append(amount)

    def group(self, place: int) -> Group:
        """The group of the number at a token."""
        sentence = self.text.sentence(place)
        if not listings.is_line(sentence):
            return sentence.number, 0
        head = tables.head(sentence)
        titles = listings.titles(head or sentence)
        above = head or next(iter(titles), sentence)
        column = tables.column(sentence, place) if sentence.is_row else 0
        return above.number, column

    def amounts(self, group: Group) -> list[Amount]:
        """The numbers of a group."""
        return self._groups[group]
