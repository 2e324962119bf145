"""Judge an amount by the series that another number beside it tells exactly, which is therefore
surely meant: «4,25 milliards en 2023, contre 3,59 en 2022».
"""

from __future__ import annotations

from kzfr_cli.proofreading import slips
from kzfr_cli.proofreading.case import Claim, Finding
from kzfr_cli.proofreading.claims.number_groups import NumberGroups
from kzfr_cli.proofreading.claims.series_points import SeriesCase, Spoken
from kzfr_cli.proofreading.points import SeriesPoint


class KnownSeriesCase(SeriesCase):
    """An amount on trial against series of which others beside it are."""

    def judge(self) -> Finding | None:
        """The verdict by the series; None where none is spoken of."""
        return super().judge() or self.by_known()

    def by_known(self) -> Finding | None:
        """The verdict by the series that another number tells exactly, or None."""
        known = self.known()
        spoken = self.trial.spoken(self.sentence, self.first)
        sure = [(1.0, each) for _, each in spoken if each.indicator in known]
        return self.judge_by(sure)

    def counts(self, each: SeriesPoint) -> bool:
        """Return whether a figure counts what the text counts; so many digits of a column that
        says little are none by chance.
        """
        is_exact = self.amount.is_headed and self.has_more_digits()
        return super().counts(each) or is_exact

    def known(self) -> frozenset[str]:
        """The indicators of which a number of the same column or sentence is, exactly."""
        groups: NumberGroups = self.trial.number_groups
        group = groups.group(self.first)
        if group not in groups.indicators:
            cases = [self.beside(each.first) for each in groups.amounts(group)]
            told = [case.told_exactly() for case in cases]
            groups.indicators[group] = frozenset[str]().union(*told)
        return groups.indicators[group]

    def beside(self, place: int) -> KnownSeriesCase:
        """The amount at a token on trial."""
        amount = self.trial.amounts[place]
        claim = Claim(
            kind="figure" if amount.unit else "count",
            first=amount.first,
            last=amount.last,
            number=amount.value,
            bound=amount.bound,
            unit=amount.unit,
            form=str(place),
        )
        return KnownSeriesCase(self.trial, claim)

    def told_exactly(self) -> set[str]:
        """The indicators of which it is a number of its year, of so many digits that it is none by
        chance.
        """
        if len(slips.digits_of(self.amount.value)) < slips.MANY:
            return set()
        spoken: list[Spoken] = self.trial.spoken(self.sentence, self.first)
        same = (each for _, each in spoken if self.is_of(each) and self.is_like(each))
        return {each.indicator for each in same if self.agrees(each.value, each.bound)}
