"""Find and judge weekdays: beside a date by the calendar, alone in a dated text by the event
they are said of.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from kzfr_cli.core.record import replace
from kzfr_cli.proofreading import thresholds
from kzfr_cli.proofreading.case import (
    Case,
    Claim,
    Finding,
)
from kzfr_cli.proofreading.frames import Dated
from kzfr_cli.proofreading.linking import Link, Links
from kzfr_cli.proofreading.moments import Moment
from kzfr_cli.proofreading.trial import Meant, Trial

SURE = thresholds.of("named")
RIVAL = thresholds.of("share")
"""Score from which an event is meant by a weekday alone, and share of the best that it must
have.
"""

APPOSED = 2
"""Signs and small words between a day and the weekday that stands beside it."""

AHEAD = 4
"""Days after the text's own date on which a weekday alone may lie."""

ARTICLE = 2
"""Letters of an article before a weekday: «c'était un mardi», "it was a Tuesday"."""

WEEKS = 60
"""Days before a text in which a day without its year is surely of that year."""

NEAR = thresholds.count("around")
"""Days before the text's own date on which a weekday alone may lie."""


def find(trial: Trial) -> Iterator[Claim]:
    """The weekdays of a text."""
    for moment in trial.moments:
        if moment.weekday is not None and not moment.impossible:
            yield Claim(
                kind="weekday",
                first=moment.first,
                last=moment.last,
                moment=moment,
            )


def judge(trial: Trial, claim: Claim) -> Finding:
    """Judge a weekday."""
    return WeekdayCase(trial, claim).judge()


class WeekdayCase(Case):
    """A weekday on trial."""

    def judge(self) -> Finding:
        """The verdict on it."""
        moment = self.claim.moment
        assert moment is not None and moment.weekday is not None
        if moment.kind == "weekday" or moment.day is None:
            beside = self.beside()
            if beside is None:
                return self.alone(moment.weekday)
            return self.of_day([beside], moment)
        return self.of_day(self.days(), moment)

    def of_day(self, days: list[date], moment: Moment) -> Finding:
        """The verdict by the days that the date of the weekday may be."""
        if not days:
            return self.unknown("no-date")
        links = self.links()
        right = next((day for day in days if day.weekday() == moment.weekday), None)
        if right is not None:
            found = self.finding("supported", "right-weekday", day=right.isoformat())
            return replace(
                found,
                event=self.event_on(links, right),
                score=1.0,
            )
        if moment.day and not moment.has_year and self.is_guessed(links, days[0]):
            return self.unknown("no-date", links[0] if links else None)
        return self.wrong(links, days[0])

    def beside(self) -> date | None:
        """The day that stands beside a weekday as its apposition: «le 20 février 1999, un samedi»,
        «в минувший вторник, 18 октября».
        """
        for each in self.moments:
            first, last = sorted(((each.first, each.last), (self.first, self.last)))
            gaps = [self.text.gap(place) for place in range(first[1], last[0])]
            if each.kind != "day" or each.day is None:
                continue
            is_apposed = (
                len(gaps) <= APPOSED
                and gaps.count(", ") == 1
                and not set(gaps) - {", ", " "}
            )
            if is_apposed or self.is_said_of(each):
                return each.earliest if self.is_exact(each) else None
        return None

    def is_said_of(self, moment: Moment) -> bool:
        """Return whether the weekday is said of a day before it, the only one of the sentence: «le
        17 mai ; c'était un mardi», «17 мая; это был вторник».
        """
        days = [each for each in self.moments if each.kind == "day"]
        if days != [moment] or moment.last > self.first:
            return False
        *_, first, second, third = ["", "", "", *self.words_before(APPOSED + 1)]
        pair = (first, second) if len(third) <= ARTICLE else (second, third)
        is_pronoun = self.words.has("pronouns", pair[0]) or pair[0] == "c"
        return is_pronoun and self.words.has("copulas", pair[1])

    def is_exact(self, moment: Moment) -> bool:
        """Return whether the year of a day is stated, or it lies in the weeks before the text."""
        today, day = self.today, moment.earliest
        if moment.has_year or today is None or day is None:
            return moment.has_year
        return timedelta(0) <= today - day <= timedelta(days=WEEKS)

    def is_guessed(
        self,
        links: Links,
        day: date,
    ) -> bool:
        """Return whether the year of a day that states none is not sure, or is another's who is
        quoted.
        """
        if self.is_confirmed(day):
            return False
        return self.says("attributing") or not self.is_of_year(links, day)

    def is_confirmed(self, day: date) -> bool:
        """Return whether the date beside the weekday was found to be the very day of an event."""
        return any(
            moment.first == self.claim.first and dated.value == day.isoformat()
            for frame, moment in self.meant_here
            for dated in frame.dates
            if dated.is_firm
        )

    def days(self) -> list[date]:
        """The days that the date beside the weekday may be."""
        moment = self.claim.moment
        assert moment is not None
        if not moment.is_resolved or moment.earliest is None:
            return []
        if moment.has_year:
            return [moment.earliest]
        found = [moment.earliest]
        for link in self.links()[:4]:
            for dated in link.frame.dates:
                value = dated.date
                day = value.earliest
                if day and (day.month, day.day) == (moment.month, moment.day) and value.day:
                    found.insert(0, day)
        near = [day for day in found[:-1] if self.is_near(day)]
        return list(dict.fromkeys(near or found))

    def is_near(self, day: date) -> bool:
        """Return whether a day lies in the weeks before or after the text's own."""
        return self.today is not None and abs((self.today - day).days) <= WEEKS

    def is_of_year(
        self,
        links: Links,
        day: date,
    ) -> bool:
        """Return whether the guessed year of a day is sure: the text is of that year, or an
        event was then.
        """
        today = self.today
        if today and timedelta(0) <= today - day <= timedelta(days=200):
            return True
        return bool(self.event_on(links, day))

    def event_on(
        self,
        links: Links,
        day: date,
    ) -> str:
        """The id of the event that may be meant and was on a day; else of the likeliest."""
        for frame, moment in self.meant_here:
            if moment.first == self.first:
                return frame.id
        for link in links[:6]:
            if any(is_on(dated, day) for dated in link.frame.dates):
                return link.id
        return ""

    def links(self) -> Links:
        """The events that the words around may mean."""
        around = self.around
        return self.trial.ranked(self.trial.linked([*around, *self.context]))

    def wrong(
        self,
        links: Links,
        day: date,
    ) -> Finding:
        """The finding on a weekday that the calendar refutes."""
        found = self.finding("contradicted", "wrong-weekday", day=day.isoformat())
        event = self.event_on(links, day) or (links[0].frame.id if links else "")
        return replace(
            found,
            event=event,
            expected=str(day.isoweekday()),
            score=1.0,
        )

    def alone(self, weekday: int) -> Finding:
        """The verdict on a weekday without a date, in a text of a known day."""
        today = self.trial.as_of.day if self.trial.as_of else None
        if today is None:
            return self.unknown("no-date")
        if self.is_future():
            return self.unknown("planned")
        links = [link for link in self.links() if not self.is_foreign(link.frame)]
        least = max(links[0].score * RIVAL, SURE) if links else SURE
        for link in links:
            days = self.day_near(link, today) if link.score >= least else None
            if days and not self.is_dated_apart(link):
                return self.by_days(link, days, weekday)
        return self.unknown("no-event", links[0] if links else None)

    def is_dated_apart(self, link: Link) -> bool:
        """Return whether another part of the sentence dates an event, or the sentence before it
        by its weekday: «approuvé le 12 décembre …; l'Assemblée nationale en a débattu lundi».
        """
        first, last = self.cell
        days = [
            moment.first
            for frame, moment in (*self.meant_here, *self.told_before())
            if frame.id == link.id
        ]
        right = [each for each in days if each not in self.trial.wrong_dates]
        return any(not first <= each < last for each in right)

    def told_before(self) -> Meant:
        """The events of which the sentence before tells the weekday, with their dates."""
        previous = self.sentence.previous
        if previous is None:
            return []
        weekdays = [each.weekday for each in self.trial.moments_of(previous)]
        return self.trial.meant_in(previous) if any_told(weekdays) else []

    def by_days(
        self,
        link: Link,
        days: list[date],
        weekday: int,
    ) -> Finding:
        """The verdict by the days of the event of which a weekday alone is said."""
        if self.claim.moment is not None:
            self.trial.mean(self.sentence, link.frame, self.claim.moment)
        first = days[0]
        if found := self.contested(link, weekday):
            return found
        right = next((day for day in days if day.weekday() == weekday), None)
        if right is not None:
            found = self.finding("supported", "right-weekday", day=right.isoformat())
            return replace(
                found,
                event=link.id,
                score=link.score,
            )
        found = self.finding("contradicted", "wrong-weekday", day=first.isoformat())
        return self.of(found, link.frame, link.score, expected=str(first.isoweekday()))

    def contested(
        self,
        link: Link,
        weekday: int,
    ) -> Finding | None:
        """The finding on a weekday that is right only of a day which is disputed, or None."""
        frame = link.frame
        right = frame.preferred
        firm = [each for each in frame.dates if each.is_firm]
        if right.date.day is None or on_weekday(firm, weekday):
            return None
        disputed = [each for each in frame.dates if each.status == "disputed"]
        rival = on_weekday(disputed, weekday)
        if rival is None:
            return None
        found = self.finding(
            "disputed",
            "disputed-date",
            of=right.value,
            kind=right.kind,
            day=rival.value,
        )
        return self.on(found, link.frame, right, link.score)

    def is_future(self) -> bool:
        """Return whether the clause speaks of what is to come or planned."""
        first, last = self.clause
        own = self.text.words[first:last]
        if self.words.any("planned", own):
            return True
        return any(
            self.words.has("future", word) or self.words.ends("future_endings", word)
            for word in own
        )

    def day_near(
        self,
        link: Link,
        today: date,
    ) -> list[date] | None:
        """The days of an event in the week before the text's own date."""
        found: list[date] = []
        for dated in link.frame.dates:
            value = dated.date
            if (
                dated.status not in ("preferred", "accepted", "disputed")
                or not value.earliest
                or not value.latest
            ):
                continue
            if value.precision == "day" or (
                value.is_interval and (value.latest - value.earliest).days < NEAR
            ):
                day = value.earliest
                while day <= value.latest:
                    if -AHEAD <= (today - day).days <= NEAR:
                        found.append(day)
                    day += timedelta(days=1)
        return found or None


def any_told(weekdays: list[int | None]) -> bool:
    """Return whether one of some weekdays is told."""
    return any(each is not None for each in weekdays)


def on_weekday(dates: list[Dated], weekday: int) -> Dated | None:
    """The first of some dates that is a day of that weekday, or None."""
    days = ((each, each.date.day) for each in dates)
    found = (each for each, day in days if day and day.weekday() == weekday)
    return next(found, None)


def is_on(dated: Dated, day: date) -> bool:
    """Return whether a date of an event holds a day."""
    begun, ended = dated.date.earliest, dated.date.latest
    return bool(begun and ended and begun <= day <= ended)
