"""Judge the number of an edition by those that the database numbers: it lies between them, as its
year does between theirs.
"""

from __future__ import annotations

from collections.abc import Iterable

from kzfr_cli.proofreading import (
    quantities,
    thresholds,
)
from kzfr_cli.proofreading.case import Finding
from kzfr_cli.proofreading.claims.visits import VisitCase
from kzfr_cli.proofreading.frames import Frame
from kzfr_cli.proofreading.linking import (
    Link,
    Links,
)

SURE = thresholds.of("sure")
"""Score from which an edition is surely of what the text numbers."""

LEAST = 2
"""The least number that is held against a text: a first may be the first of a kind."""


class EditionCase(VisitCase):
    """A number of an edition on trial."""

    def is_edition(
        self,
        frame: Frame,
        heads: frozenset[str],
    ) -> bool:
        """Return whether an ordinal numbers what an event is one of: its titles have the word."""
        named = quantities.keys_of_words(" ".join(frame.titles), self.trial.speller)
        return bool(heads) and heads <= named

    def by_editions(
        self,
        links: Links,
        heads: frozenset[str],
    ) -> Finding | None:
        """The verdict on a number that lies outside those of the editions before and after."""
        link = self.numbering(links, heads)
        if link is None or self.claim.number < LEAST:
            return None
        known = self.numbered(link.frame, heads)
        years = self.years()
        same = [each for each in known if self.is_that_of(each, years)]
        if same:
            right = self.finding("supported", "right-number", value=same[0].edition)
            return self.of(right, same[0], link.score)
        nearest = self.refuted_by(known, years)
        if nearest is None:
            return None
        return self.of_edition(nearest, link.score)

    def refuted_by(
        self,
        known: list[Frame],
        years: set[int],
    ) -> Frame | None:
        """The edition nearest to the text of those that refute the number in every year in which it
        may be.
        """
        refuting = [self.refuting(known, year) for year in years]
        found = [each for each in refuting if each is not None]
        if not found or len(found) < len(refuting):
            return None
        return min(found, key=self.years_from)

    def numbering(
        self,
        links: Links,
        heads: frozenset[str],
    ) -> Link | None:
        """The likeliest event that is one of a numbered series of what the ordinal counts."""
        likely = [link for link in links[:2] if link.score >= SURE]
        for link in likely:
            is_ours = not self.is_foreign(link.frame)
            if is_ours and self.numbered(link.frame, heads):
                return link
        return None

    def numbered(
        self,
        frame: Frame,
        heads: frozenset[str],
    ) -> list[Frame]:
        """The numbered editions of what an event is one of, where its title names what is
        numbered.
        """
        if not self.is_edition(frame, heads):
            return []
        editions = [each for each in self.frames.family(frame) if each.edition]
        return [each for each in editions if self.is_edition(each, heads)]

    def years(self) -> set[int]:
        """The years in which the edition may be: those that the sentence names, and the text's."""
        named = {each.year for each in self.moments if each.is_resolved and each.year}
        if self.today is not None:
            named.add(self.today.year)
        return named

    def is_that_of(self, frame: Frame, years: set[int]) -> bool:
        """Return whether an edition has the number of the text, and was in one of some years."""
        if frame.edition != self.claim.number:
            return False
        return frame.preferred.date.year in years

    def refuting(
        self,
        known: Iterable[Frame],
        year: int,
    ) -> Frame | None:
        """The edition that an edition of such a number can't be of a year beside, if any: without a
        date a text may tell of an earlier one.
        """
        number = self.claim.number
        is_dated = bool(self.moments)
        for each in known:
            own = each.preferred.date.year or 0
            is_early = number > each.edition and year <= own
            is_late = is_dated and number < each.edition and year >= own
            if is_early or is_late:
                return each
        return None

    def years_from(self, frame: Frame) -> int:
        """How many years an event lies from the text."""
        year = frame.preferred.date.year or 0
        if self.today is None:
            return year
        return abs(year - self.today.year)

    def of_edition(
        self,
        frame: Frame,
        score: float,
    ) -> Finding:
        """The finding on a number that one of the numbered editions refutes."""
        number = int(self.claim.number)
        found = self.finding(
            "contradicted",
            "edition-number",
            value=frame.edition,
            year=str(frame.preferred.date.year),
            written=number,
        )
        return self.of(
            found,
            frame,
            score,
        )
