"""Find and judge weekdays: beside a date by the calendar, alone in a dated text by the event they are said of."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from kzfr_cli.core.record import replace
from kzfr_cli.proofreading.case import Case, Claim, Finding
from kzfr_cli.proofreading.linking import Link, Links
from kzfr_cli.proofreading.trial import Trial

SURE = 0.36
"""Endings of French verbs in the future."""

NEAR = 8
"""Days before the text's own date on which a weekday alone may lie."""


def find(trial: Trial) -> Iterator[Claim]:
    """The weekdays of a text."""
    for moment in trial.moments:
        if moment.weekday is not None and not moment.impossible:
            yield Claim(kind="weekday", first=moment.first, last=moment.last, moment=moment)


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
            return self.alone(moment.weekday)
        days = self.days()
        if not days:
            return self.unknown("no-date")
        links = self.links()
        right = [day for day in days if day.weekday() == moment.weekday]
        event = links[0] if links else None
        if right:
            found = self.finding("supported", "right-weekday", day=right[0].isoformat())
            return replace(found, event=self.event_on(links, right[0]), score=1.0)
        quoted = not moment.has_year and self.says("attributing")
        if quoted or (not moment.has_year and not self.is_of_year(links, days[0])):
            return self.unknown("no-date", event)
        return self.wrong(links, days[0])

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
        return list(dict.fromkeys(found))

    def is_of_year(self, links: Links, day: date) -> bool:
        """Return whether the guessed year of a day is sure: the text is of that year, or an event was then."""
        today = self.today
        if today and timedelta(0) <= today - day <= timedelta(days=200):
            return True
        return bool(self.event_on(links, day))

    def event_on(self, links: Links, day: date) -> str:
        """The id of the event that may be meant and was on a day; else of the likeliest."""
        for frame, moment in self.meant_here:
            if moment.first == self.first:
                return frame.id
        for link in links[:6]:
            for dated in link.frame.dates:
                value = dated.date
                if value.earliest and value.latest and value.earliest <= day <= value.latest:
                    return link.id
        return ""

    def links(self) -> Links:
        """The events that the words around may mean."""
        around = self.around
        return self.trial.ranked(self.trial.linked([*around, *self.context]))

    def wrong(self, links: Links, day: date) -> Finding:
        """The finding on a weekday that the calendar refutes."""
        found = self.finding("contradicted", "wrong-weekday", day=day.isoformat())
        event = self.event_on(links, day) or (links[0].frame.id if links else "")
        return replace(found, event=event, expected=str(day.isoweekday()), score=1.0)

    def alone(self, weekday: int) -> Finding:
        """The verdict on a weekday without a date, in a text of a known day."""
        today = self.trial.as_of.day if self.trial.as_of else None
        if today is None:
            return self.unknown("no-date")
        if self.says("planned"):
            return self.unknown("planned")
        links = [link for link in self.links() if not self.is_foreign(link.frame)]
        if self.is_future():
            return self.unknown("planned")
        best = links[0].score if links else 0.0
        for link in links:
            if link.score < best * 0.6:
                break
            day = self.day_near(link, today)
            if day is None or link.score < SURE:
                continue
            if self.claim.moment is not None:
                self.trial.mean(self.sentence, link.frame, self.claim.moment)
            if any(each.weekday() == weekday for each in day):
                found = self.finding("supported", "right-weekday", day=day[0].isoformat())
                return replace(found, event=link.id, score=link.score)
            return replace(
                self.finding("contradicted", "wrong-weekday", day=day[0].isoformat()),
                event=link.id,
                expected=str(day[0].isoweekday()),
                sources=link.frame.preferred.sources,
                score=link.score,
            )
        return self.unknown("no-event", links[0] if links else None)

    def is_future(self) -> bool:
        """Return whether the clause speaks of what is to come."""
        first, last = self.clause
        own = self.text.words[first:last]
        return any(
            self.words.has("future", word) or self.words.ends("future_endings", word)
            for word in own
        )

    def day_near(self, link: Link, today: date) -> list[date] | None:
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
                    if -1 <= (today - day).days <= NEAR:
                        found.append(day)
                    day += timedelta(days=1)
        return found or None
