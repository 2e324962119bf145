"""The clauses in which the texts of an event tell a date: what was then, beside the event."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from kzfr_cli.core.record import record
from kzfr_cli.proofreading import lexicon, moments
from kzfr_cli.proofreading.moments import Moment
from kzfr_cli.proofreading.text import Text, cut
from kzfr_cli.proofreading.vocabulary import Speller, TextUnit
from kzfr_cli.proofreading.windows import Windows

Keys = list[str]
"""A unit, with the groups and the kinds of happening that the same word is of."""

Kept = tuple[str, list[Keys], list[Keys]]
"""A clause as it is kept."""


@record
class ToldClause:
    """A clause that tells a date: its EDTF, its units, each with what says the same, and all that
    it says with its subject.
    """

    value: str
    own: tuple[tuple[str, ...], ...]
    whole: frozenset[str]


def of_texts(texts: Iterable[str], speller: Speller) -> list[Kept]:
    """The clauses of some texts that tell a date, as they are kept."""
    return [kept for text in texts for kept in DatedText(cut(text), speller).clauses()]


class DatedText:
    """A text of an event, with its dates and its units."""

    def __init__(self, text: Text, speller: Speller) -> None:
        self.text = text
        self.speller = speller
        self.dates = moments.read(text, None)
        spans = [(each.first, each.last) for each in self.dates]
        dated = {place for first, last in spans for place in range(first, last + 1)}
        self.units = [unit for unit in speller.units(text) if unit.first not in dated]
        self.windows = Windows(text, self.units, spans)

    def clauses(self) -> Iterator[Kept]:
        """The clauses that tell a date, as they are kept."""
        for moment in self.dates:
            if moment.is_resolved and not moment.relative:
                yield self.clause(moment)

    def clause(self, moment: Moment) -> Kept:
        """The clause around a date, as it is kept."""
        sentence = self.text.sentence(moment.first)
        begun, ended = sentence.clause(moment.first)
        own = [unit for unit in self.units if begun <= unit.first < ended]
        graded = self.windows.own(sentence, moment.first, moment.last)
        return (
            moment.text,
            [self.keys(unit) for unit in own],
            [self.keys(unit) for unit, _ in graded],
        )

    def keys(self, unit: TextUnit) -> Keys:
        """A unit, with the groups and the kinds of happening that the same word is of."""
        if unit.first != unit.last or unit.kind:
            return [unit.key]
        word = self.text.words[unit.first]
        kinds = sorted(f"@{kind}" for kind in lexicon.load().types(word))
        return [unit.key, *self.speller.further(word), *kinds]


def read(kept: Iterable[Kept]) -> tuple[ToldClause, ...]:
    """Read back clauses as they were kept."""
    return tuple(
        ToldClause(
            value=value,
            own=tuple(map(tuple, own)),
            whole=frozenset(key for keys in whole for key in keys),
        )
        for value, own, whole in kept
    )
