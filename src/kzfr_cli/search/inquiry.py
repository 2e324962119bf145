"""A query on its way to its answers: what its words stand for, and the entries that have them."""

from __future__ import annotations

from collections.abc import Iterable

from kzfr_cli import search
from kzfr_cli.languages import folding
from kzfr_cli.search import dating, parsing, ranking
from kzfr_cli.search.candidates import TITLE, CandidateRow, Net, Scope
from kzfr_cli.search.evidence import Evidence, is_telling
from kzfr_cli.search.expansion import Expander, expand
from kzfr_cli.search.lexicon import Lexicon
from kzfr_cli.search.ranking import Ranking
from kzfr_cli.search.rating import Rated
from kzfr_cli.search.units import Unit

WHOLE = 0.995
"""Coverage from which nothing of the query is lacking."""

NET = 0.2
"""The share of the query that an entry must cover to be weighed at all."""

MOST_NEAR = 5


class Inquiry:
    """A query on its way to its answers: its units, and what they find in a scope."""

    def __init__(
        self,
        lexicon: Lexicon,
        scope: Scope,
        text: str,
    ) -> None:
        self.lexicon = lexicon
        self.scope = scope
        self.text = text
        self.query = parsing.parse(text, lexicon.vocabulary)
        self.expander = Expander(lexicon, self.query.words)
        self.units = expand(lexicon, self.query)

    def rated(self) -> list[Rated]:
        """Return what may answer, the best first; words that the best answer lacks are forgiven."""
        self.forgive([unit for unit in self.units if not unit.is_spelt])
        rated = self.rate()
        best = rated[0] if rated else None
        if best is None or best.coverage < WHOLE:
            lacking = [
                unit
                for place, unit in enumerate(self.units)
                if lacks(
                    best,
                    place,
                )
            ]
            if self.forgive([unit for unit in lacking if not unit.is_forgiving]):
                rated = self.rate()
        return rated

    def name(self) -> str:
        """Return the id of the name that the whole query spells, empty when it spells none."""
        words = folding.fold(self.text)
        return self.lexicon.name_spelt(words) if words else ""

    def forgive(self, units: list[Unit]) -> bool:
        """Let words be misspelt ones, where they may; return whether any is."""
        forgiven = [
            unit for unit in units if search.forgiveness.may_forgive(self.lexicon, unit)
        ]
        has_name = any(unit.is_name for unit in self.units)
        for unit in forgiven:
            search.forgiveness.forgive(
                self.expander,
                unit,
                is_beside_name=has_name,
            )
        return bool(forgiven)

    def rate(self, scope: Scope | None = None) -> list[Rated]:
        """Return the entries that may answer, rated, the best first."""
        rows = Net(
            self.lexicon,
            self.units,
            scope or self.scope,
        ).fetch(NET)
        rater = Ranking(self.units, self.lexicon.vocabulary.words("consequences"))
        kept = self.kept(rows.values())
        return dating.first_or_last(
            ranking.ordered(map(rater.rate, kept)),
            self.units,
            self.lexicon.vocabulary.words,
        )

    def kept(self, rows: Iterable[CandidateRow]) -> Iterable[CandidateRow]:
        """Return the entries that have nothing of what the query leaves out."""
        if not self.query.excluded:
            return rows
        left_out = search.exclusion.Exclusion(self.lexicon, self.query.excluded)
        return (row for row in rows if not left_out.has(row))

    def answers(self, rated: list[Rated]) -> list[Rated]:
        """Return those of the rated entries for which enough speaks."""
        evidence = Evidence(self.lexicon, self.units, is_question=self.query.is_question)
        return [each for each in rated if evidence.weigh(each) >= 0]

    def titled(self, scope: Scope) -> list[Rated]:
        """Return the answers in another scope whose title has every word, none of them forgiven."""
        return [each for each in self.answers(self.rate(scope)) if self.is_titled(each)]

    def is_titled(self, rated: Rated) -> bool:
        """Return whether the title of an entry has every word that tells something, as typed; its
        date may stand beside it.
        """
        pairs = zip(
            self.units,
            rated.found,
            strict=True,
        )
        telling = [(unit, best) for unit, best in pairs if is_telling(unit)]
        words = [best for unit, best in telling if unit.term.moment is None]
        is_found = all(best.form and not best.is_forgiven for _, best in telling)
        return is_found and bool(words) and all(best.field == TITLE for best in words)

    def nearest(
        self,
        rated: list[Rated],
        found: list[Rated],
    ) -> list[Rated]:
        """Return what comes nearest to an answer: what covers enough, then whatever the date."""
        kept = {each.row.number for each in found}
        near = [
            each for each in rated if each.row.number not in kept and each.coverage >= NET
        ]
        if len(near) < MOST_NEAR and any(unit.is_required for unit in self.units):
            near += self.of_any_date(kept | {each.row.number for each in near})
        return near[:MOST_NEAR]

    def of_any_date(self, kept: set[int]) -> list[Rated]:
        """Return what answers the rest of the query, of whatever date."""
        required = [unit for unit in self.units if unit.is_required]
        for unit in required:
            unit.is_relaxed = True
        rated = self.rate()
        for unit in required:
            unit.is_relaxed = False
        return [
            each for each in rated if each.row.number not in kept and each.coverage >= NET
        ]


def lacks(best: Rated | None, place: int) -> bool:
    """Return whether the best answer lacks a unit of the query."""
    return best is None or best.found[place].form is None
