"""Judge the number of an anniversary: a year less the year of the event."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import (
    date,
    timedelta,
)

from kzfr_cli.core.record import replace
from kzfr_cli.proofreading import (
    arithmetic,
    thresholds,
)
from kzfr_cli.proofreading.case import Finding
from kzfr_cli.proofreading.claims.celebrated import CelebratedCase
from kzfr_cli.proofreading.claims.whose import (
    LIKELY,
    SURE,
)
from kzfr_cli.proofreading.frames import Dated
from kzfr_cli.proofreading.linking import (
    Link,
    Links,
)
from kzfr_cli.proofreading.moments import Moment
from kzfr_cli.proofreading.text import Sentence

BACK, AHEAD, COMING = 75, 45, 150
"""Days before and after the text's date on which its anniversaries may fall; after it where it
says that one comes.
"""

LIKENESS = thresholds.of("nearly")
"""Share of a title that must be said before an anniversary of it is refuted."""

HALF, MUCH = thresholds.of("half"), 1.5
"""Share of a title that is enough where so much weight of the event is told."""

RIVAL = thresholds.of("rival")
"""Share of the best score from which another event may be the one whose anniversary it is."""

POSSIBLE = thresholds.of("half")
"""Share of the best score from which another event may be the one whose anniversary it is, so
that none is refuted.
"""

FRENCH = frozenset(("_france", "_francais", "_paris", "_elysee"))
"""The names that say that France is spoken of."""

COMING_AGAIN = frozenset(
    (
        "visit",
        "sport",
        "culture",
        "multilateral",
        "education",
    )
)
WHOLE = thresholds.of("whole")
"""Share of a title that must be said of what comes again."""

NEXT = thresholds.count("near")
"""Words after an anniversary within which its date may follow in brackets."""


class AnniversaryCase(CelebratedCase):
    """An anniversary on trial; `near` are the days among which it falls, where the text does not
    state its year.
    """

    near: tuple[date, date] | None = None

    def judge(self) -> Finding:
        """The verdict on its number."""
        if why := self.attitude():
            return self.unknown(why)
        if self.is_of_life():
            return self.unknown("life")
        links = self.celebrated()
        best = links[0] if links else None
        years = self.references(best)
        is_dated = self.near is None or self.moments
        likely = links if best and best.score >= LIKELY else []
        if self.is_told_celebration(years if is_dated else []):
            return self.fitting(likely[:1], years) or self.unknown("other-facet", best)
        return self.by_years_or_teller(likely, years, best)

    def celebrated(self) -> Links:
        """The events whose anniversary it may be."""
        return [link for link in self.subjects() if self.may_be_celebrated(link)]

    def by_years_or_teller(
        self,
        likely: Links,
        years: list[int],
        best: Link | None,
    ) -> Finding:
        """The verdict by the years in which the anniversary may fall, else by the event that tells
        of it.
        """
        found = self.unknown("no-event", best)
        if likely:
            found = self.by_years(likely, years)
        if found.code == "no-event":
            return self.by_teller(best) or found
        return self.as_told(found)

    def by_years(self, links: Links, years: list[int]) -> Finding:
        """The verdict by the years in which the anniversary may fall."""
        if not years:
            return self.unknown("no-date", links[0])
        near = [link for link in links if link.score >= links[0].score * RIVAL]
        return self.fitting(near, years) or self.wrong(links, years)

    def fitting(self, links: Links, years: list[int]) -> Finding | None:
        """The finding on a number that a date makes right, an undisputed one before a disputed."""
        for link in links:
            for dated in self.dates(link, ("preferred", "accepted")):
                if self.fits(dated, years):
                    return self.right(link, dated, years)
        for link in links:
            for dated in self.dates(link, ("disputed",)):
                if self.fits(dated, years) and self.is_disputed(dated):
                    return self.disputed(link, dated, years)
        return None

    def is_disputed(self, dated: Dated) -> bool:
        """Return whether a disputed date may excuse the number: it is exact, or the text tells
        it.
        """
        exact = dated.date.precision == "day" and self.claim.bound == "exact"
        year = str(dated.date.year)
        return exact or year in self.sentence.words

    def dates(self, link: Link, statuses: tuple[str, ...]) -> list[Dated]:
        """The dates of an event from which an anniversary may be counted."""
        begun, ended = self.clause
        own = self.text.words[begun:ended]
        kinds = {kind for word in own for kind in self.words.facets(word)}
        asked = kinds & {
            "in-force",
            "ratified",
            "approved",
            "closed",
        }
        dates = [
            each
            for each in link.frame.dates
            if each.status in statuses and each.kind != "celebrated"
        ]
        chosen = [each for each in dates if each.kind in asked]
        return chosen or dates

    def stated_near(self, own: list[Moment]) -> list[Moment]:
        """The dates of the sentence that may be that of the anniversary: the only one, those
        before, the next.
        """
        if len(own) == 1:
            return own
        before = [each for each in own if each.first < self.first]
        after = [each for each in own if 0 < each.first - self.last <= NEXT]
        return before or after[:1]

    def may_be_celebrated(self, link: Link) -> bool:
        """Return whether an event is one whose anniversaries the sentence may speak of."""
        if link.frame.is_celebration or self.is_of_another_pair():
            return False
        return not self.is_foreign(link.frame)

    def is_of_another_pair(self) -> bool:
        """Return whether the sentence leaves France out, and the next one speaks of another
        country: "… the two countries. The Kazakhstan–UK relationship …".
        """
        following = self.sentence.following
        if following is None or self.names_france(self.sentence):
            return False
        if self.names_france(following):
            return False
        return bool(self.trial.countries_between(following.first, following.last))

    def names_france(self, sentence: Sentence) -> bool:
        """Return whether a sentence names France."""
        units = self.trial.windows.units(sentence)
        return any(unit.key in FRENCH for unit in units)

    def references(self, link: Link | None) -> list[int]:
        """The years in which the anniversary may fall: that of the sentence, else those around
        the text's date.
        """
        dates = link.frame.dates if link else ()
        if link and (year := self.coming_year(link)):
            return [year]
        of = [each for each in dates if each.kind != "celebrated"]
        own = {each.date.year for each in of}
        for moments in self.stated():
            stated = {each.year for each in moments if each.year} - own
            if stated:
                return sorted(filter(None, stated))
        if self.today:
            return self.years_around(of)
        return []

    def years_around(self, of: list[Dated]) -> list[int]:
        """The text's own year, and those beside it in which the anniversary of a date is near,
        or gone.
        """
        today = self.today
        assert today is not None
        self.near = days = self.days_around(today)
        beside = {
            day.year for day in days if any(falls(each, day.year, days) for each in of)
        }
        gone = {today.year - 1} if self.says("gone") else set()
        return sorted(beside | gone | {today.year})

    def stated(self) -> Iterator[list[Moment]]:
        """The dates that may be that of the anniversary: exact ones of its clause, of its
        sentence, then relative ones.
        """
        begun, ended = self.clause
        own = [each for each in self.moments if each.relation not in ("since",)]
        beside = [each for each in own if begun <= each.first < ended]
        yield [each for each in beside if not each.relative]
        yield self.stated_near([each for each in own if not each.relative])
        yield beside
        yield self.stated_near(own)

    def days_around(self, today: date) -> tuple[date, date]:
        """The days between which an anniversary that a text of a day speaks of may fall."""
        if self.trial.as_of and self.trial.as_of.precision != "day":
            return today, today
        ahead = COMING if self.says("coming") else AHEAD
        return today - timedelta(days=BACK), today + timedelta(days=ahead)

    def fits(self, dated: Dated, years: list[int]) -> bool:
        """Return whether the number is right for a date in one of some years."""
        value = dated.date
        of = {day.year for day in (value.earliest, value.latest) if day}
        number = self.claim.number
        return any(
            arithmetic.holds(number, self.claim.bound, float(year - each), exact=True)
            for year in years
            if self.may_fall(dated, year)
            for each in of
        )

    def may_fall(
        self,
        dated: Dated,
        year: int,
    ) -> bool:
        """Return whether the anniversary of a date may be meant of a year: it is near, where the
        text states none.
        """
        today = self.today
        if self.near is None or today is None or year == today.year:
            return True
        return falls(dated, year, self.near) or self.says("gone")

    def right(
        self,
        link: Link,
        dated: Dated,
        years: list[int],
    ) -> Finding:
        """The finding on a right number."""
        found = self.finding("supported", "right-years", **self.facts(dated, years))
        return self.on(found, link.frame, dated, link.score)

    def disputed(
        self,
        link: Link,
        dated: Dated,
        years: list[int],
    ) -> Finding:
        """The finding on a number that only a disputed date makes right."""
        found = self.finding("disputed", "disputed-years", **self.facts(dated, years))
        return self.on(found, link.frame, dated, link.score)

    def facts(self, dated: Dated, years: list[int]) -> dict[str, object]:
        """The arithmetic."""
        year = dated.date.year
        at = years[-1] if len(years) == 1 or not self.today else self.today.year
        difference = at - year if year else None
        return {
            "of": dated.value,
            "kind": dated.kind,
            "to": next(
                (each.text for each in self.moments if each.year == at),
                str(at),
            ),
            "number": int(self.claim.number),
            "years": difference,
            "elapsed": difference,
        }

    def wrong(self, links: Links, years: list[int]) -> Finding:
        """The finding on a number that no event near the one meant makes right."""
        link = links[0]
        dated = link.frame.preferred
        if self.fits_another(links, years):
            return self.unknown("other-facet", link)
        if why := self.doubt(link, years):
            return self.unknown(why, link)
        facts = self.facts(dated, years)
        found = self.finding("contradicted", "wrong-years", **facts)
        right = facts["years"]
        return self.on(replace(found, expected=str(right)), link.frame, dated, link.score)

    def fits_another(self, links: Links, years: list[int]) -> bool:
        """Return whether another event that may be meant makes the number right."""
        best = links[0]
        is_sole = min(best.likeness, best.coverage) >= WHOLE
        least = best.score * (RIVAL if is_sole else POSSIBLE)
        possible = [other for other in links[1:] if other.score >= least]
        firm = ("preferred", "accepted")
        return any(
            self.fits(each, years) for other in possible for each in self.dates(other, firm)
        )

    def doubt(self, link: Link, years: list[int]) -> str:
        """Why the number may not be held against the text, or nothing."""
        value = link.frame.preferred.date
        if value.year is None or value.is_approximate or not self.is_sure(link):
            return "no-event"
        counts = [told.value for told in link.frame.numbers if told.unit == "year"]
        if link.frame.category in COMING_AGAIN and self.claim.number in counts:
            return "other-facet"
        difference = max(years) - value.year
        if difference <= 0 or self.claim.number > difference * 2 + 10:
            return "vague-event"
        coming = any(self.near_miss(link, year) for year in years)
        if coming or self.is_beside(value.year):
            return "other-year"
        return ""

    def is_beside(self, of: int) -> bool:
        """Return whether the number is that of the year beside the text's, though the day itself
        is not near.
        """
        years = {each.year for each in self.near} if self.near else set()
        return self.claim.number in {year - of for year in years}

    def is_sure(self, link: Link) -> bool:
        """Return whether the event whose anniversary it is, is surely meant."""
        if self.is_dated_here(link) or self.is_carried(link):
            return True
        if (
            link.score < SURE
            or link.likeness < self.least_likeness(link)
            or not self.trial.is_specific(link, self.units)
            or self.is_of_unnamed(link)
        ):
            return False
        kinds = {each.kind for each in link.frame.dates}
        if self.is_of_body() and not {"founded", "opened", "signed"} & kinds:
            return False
        again = link.frame.category in COMING_AGAIN and not link.frame.once
        return (
            not again
            or bool({"founded", "opened", "signed"} & kinds)
            or link.likeness >= WHOLE
        )

    def least_likeness(self, link: Link) -> float:
        """Share of a title that must be said: half of it where much else is told of the event."""
        again = link.frame.category in COMING_AGAIN
        is_all = link.coverage >= RIVAL
        if (link.explained >= MUCH or is_all) and not again:
            return HALF
        return LIKENESS

    def is_of_body(self) -> bool:
        """Return whether the number is that of a body: «ses 15 ans»."""
        return self.text.has("their", self.first - 1)

    def near_miss(self, link: Link, year: int) -> bool:
        """Return whether the number is that of the year after, and the text says that it comes
        without stating when, though it is gone in this one.
        """
        of = link.frame.preferred.date
        if self.near is None or self.claim.number != year - (of.year or 0) + 1:
            return False
        return self.says("coming") and not self.is_ahead(of)


def falls(dated: Dated, year: int, days: tuple[date, date]) -> bool:
    """Return whether the anniversary of a date in a year is between two days; that of a mere
    year always is.
    """
    value = dated.date
    if value.earliest is None or value.latest is None or value.month is None:
        return value.month is None
    begun = arithmetic.same_day(value.earliest, year)
    ended = arithmetic.same_day(value.latest, year)
    if begun > days[1]:
        return False
    return days[0] <= ended
