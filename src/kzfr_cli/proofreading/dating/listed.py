"""Judge a list of years: each needs an event of its own."""

from __future__ import annotations

from kzfr_cli.proofreading import judging
from kzfr_cli.proofreading.case import Finding
from kzfr_cli.proofreading.dating.limits import (
    CLOSE_SHARE,
    HALF,
    LIKELY,
    YEARS_SURE,
)
from kzfr_cli.proofreading.dating.remembering import RememberedDate
from kzfr_cli.proofreading.judging import DateMatch
from kzfr_cli.proofreading.linking import Link, Links

SLIP = 9
"""Years between a year of a list and that of the event for which it may be a slip of a digit."""


class ListedDate(RememberedDate):
    """A date that may be a list of years."""

    def by_years(self, links: Links) -> Finding | None:
        """The verdict on a list of years: every one needs an event, or is a slip where another
        has one.
        """
        years = self.years_listed()
        least = max(links[0].score * CLOSE_SHARE, LIKELY)
        near = [link for link in links if link.score >= least]
        owned = {year: link for year in years for link in near if self.was_in(link, year)}
        if not owned:
            return None
        if len(owned) == len(set(years)):
            link = next(iter(owned.values()))
            return self.right_on(link, link.frame.preferred)
        owners = {link.id for link in owned.values()}
        ownerless = {*years} - {*owned} - {None}
        return self.lacking([link for link in near if link.id not in owners], ownerless)

    def years_listed(self) -> list[int | None]:
        """The years of a list of mere years; none of anything else."""
        values = self.moment.values
        if self.moment.kind != "list" or len(values) < 2:
            return []
        is_of_years = all(value.precision == "year" for value in values)
        if is_of_years:
            return [value.year for value in values]
        return []

    def was_in(
        self,
        link: Link,
        year: int | None,
    ) -> bool:
        """Return whether an event has a relevant date in a year."""
        dates = [dated for dated in self.relevant(link.frame) if dated.is_firm]
        return any(dated.date.year == year for dated in dates)

    def lacking(self, links: Links, years: set[int | None]) -> Finding | None:
        """The finding on a list that lacks the year of the only other event that is surely
        meant, or None; a year far from that of the event is of something else.
        """
        others = [link for link in links if link.likeness >= HALF]
        if len(others) != 1 or others[0].score < YEARS_SURE:
            return None
        missing = others[0].frame.preferred
        told = missing.date.year
        if told is None or not any(year and abs(told - year) <= SLIP for year in years):
            return None
        match = DateMatch(
            dated=missing,
            relation=judging.NEAR_YEARS,
        )
        return self.contradict(others[0], match)
