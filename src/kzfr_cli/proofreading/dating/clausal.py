"""Compare what the clause of a date says with the clauses in which an event tells other dates."""

from __future__ import annotations

from collections.abc import Iterable

from kzfr_cli.proofreading import judging, thresholds
from kzfr_cli.proofreading.case import Finding
from kzfr_cli.proofreading.dating.evidence import WeighedDate
from kzfr_cli.proofreading.dating.limits import CLOSE_SHARE, COMPONENTS, HALF, LIKELY
from kzfr_cli.proofreading.judging import DateMatch
from kzfr_cli.proofreading.linking import Link, Links
from kzfr_cli.proofreading.told_clauses import ToldClause

NEAR = COMPONENTS | {judging.NEAR_MONTHS, judging.NEAR_YEARS}
"""How a date stands to one of which it may be a slip."""

TELLING = thresholds.of("telling")
PAIR = 2
"""What two clauses must both say, or how many units: one town or kind of happening is no fact."""


class ClausalDate(WeighedDate):
    """A date of what an event tells beside its own dates: «ambassadeur depuis 2015»."""

    def by_clause(self, links: Links) -> Finding | None:
        """The finding on a date, where the text that sums up a likely event says of another what
        the clause says; or None.
        """
        if self.moment.relative or self.trial.is_celebrating(self.sentence):
            return None
        likely = [
            link for link in links if link.score >= max(links[0].score * CLOSE_SHARE, LIKELY)
        ]
        if any(self.is_told(link.frame) for link in likely):
            return None
        own = {each.value for link in likely for each in link.frame.dates}
        found = (self.slip_of_clause(link, own) for link in likely)
        return next(filter(None, found), None)

    def slip_of_clause(self, link: Link, own: set[str]) -> Finding | None:
        """The finding on a date that an event tells otherwise, in such a clause, or None; not of
        those that are the `own` dates of an event.
        """
        frame = link.frame
        near = [
            (clause, relation)
            for clause in frame.clauses
            if not any(each.startswith(clause.value) for each in own)
            and (relation := self.compare(frame.told_on(clause.value))) in NEAR
        ]
        alike = max(near, key=lambda each: self.likeness_to(each[0]), default=None)
        if alike is None or self.likeness_to(alike[0]) < HALF:
            return None
        clause, relation = alike
        match = DateMatch(
            dated=frame.told_on(clause.value),
            relation=relation,
        )
        if self.is_of_years(match):
            return None
        return self.contradict(link, match)

    def likeness_to(self, clause: ToldClause) -> float:
        """How far two clauses say the same: what both say, as a share of the one that says more;
        from 0 to 1.
        """
        said = dict(self.trial.linker.said(self.text, self.own))
        common = [keys for keys in said if not clause.whole.isdisjoint(keys)]
        alike = sum(said[keys] for keys in common)
        if not clause.own or (len(common) < PAIR and alike < TELLING):
            return 0.0
        mine = alike / sum(said.values())
        known = {key for keys in said for key in keys}
        shared = [keys for keys in clause.own if not known.isdisjoint(keys)]
        return min(mine, self.weight(shared) / self.weight(clause.own))

    def weight(self, units: Iterable[tuple[str, ...]]) -> float:
        """What some units weigh together by their rarity."""
        weigh = self.trial.linker.key_weight
        return sum(weigh(key) for key, *_ in units)
