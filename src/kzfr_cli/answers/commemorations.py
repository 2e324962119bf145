"""What is celebrated on a day, near it, in a year, or next."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from kzfr_cli import answers
from kzfr_cli.answers.shapes import Shape
from kzfr_cli.core.record import pair, replace
from kzfr_cli.queries import filters, wording
from kzfr_cli.queries.anniversaries import Anniversaries, Found, counted, shortened
from kzfr_cli.queries.filters import LANDMARK, Filters
from kzfr_cli.queries.rules import Cut, Rules
from kzfr_cli.views import anniversaries
from kzfr_cli.views.anniversaries import AnniversaryListView, GreetingView, WelcomeView
from kzfr_cli.views.speaker import Speaker

if TYPE_CHECKING:
    from kzfr_cli.answers.shapes import Shaped


WEEK, YEAR = 8, 366
"""Days that the first page looks at, today among them."""


@pair
class Commemorations:
    """Ask for anniversaries, as rows or as a format wants their events."""

    asked: Anniversaries
    shape: Shape = Shape()
    words: tuple[str, ...] = ()

    def answer(self, speaker: Speaker) -> AnniversaryListView | Shaped:
        """View the anniversaries; raises `UnknownWordError`."""
        if self.shape.is_listing:
            return self.listing(speaker)
        return shaped(
            self.find(speaker),
            speaker,
            self.shape,
        )

    def listing(self, speaker: Speaker) -> AnniversaryListView:
        """View the anniversaries as rows; raises `UnknownWordError`."""
        view = anniversaries.anniversary_list(self.find(speaker), speaker, self.asked)
        began = 0 if view.planner else filters.begun(speaker.index, self.asked.day)
        return replace(view, began=began)

    def find(self, speaker: Speaker) -> Found:
        """Find the anniversaries of the events that the filters and the words choose."""
        return find(
            worded(
                self.asked,
                self.words,
                speaker,
            ),
            speaker,
        )


@pair
class RepeatedEvents:
    """Ask for the events of anniversaries that are known to the day, for a calendar that repeats
    them.
    """

    asked: Anniversaries
    shape: Shape

    def answer(self, speaker: Speaker) -> Shaped:
        """View the events in the order of time; raises `UnknownWordError`."""
        found = find(self.asked, speaker).anniversaries
        celebrated = {item.event.id for item in found if item.match in ("day", "near")}
        wanted = filters.resolved(speaker.index, self.asked.rules.filters)
        events = filters.choose(speaker.index, wanted).events
        return self.shape.of([event for event in events if event.id in celebrated], speaker)


@pair
class Welcome:
    """Ask for what is celebrated today and in the coming week, and for the round landmarks of the
    year to come.
    """

    day: date
    rules: Rules

    def answer(self, speaker: Speaker) -> WelcomeView:
        """View the week's anniversaries and the landmarks after it, one of each event."""
        week = self.coming(WEEK, self.rules)
        wanted = replace(
            self.rules,
            only_round=True,
            filters=Filters(weight=LANDMARK),
        )
        found = shortened(find(week, speaker))
        later = shortened(find(self.coming(YEAR, wanted), speaker))
        known = {item.event.id for item in found.anniversaries}
        left = [item for item in later.anniversaries if item.event.id not in known]
        return anniversaries.welcome(
            found,
            counted(tuple(left)),
            speaker,
            week,
        )

    def coming(
        self,
        days: int,
        rules: Rules,
    ) -> Anniversaries:
        """Ask for what a reader is told of the next days."""
        return Anniversaries(
            day=self.day,
            days=days,
            rules=rules,
            cut=Cut(),
        )


@pair
class Greeting:
    """Ask for what is celebrated today, in a few words each."""

    asked: Anniversaries

    def answer(self, speaker: Speaker) -> GreetingView:
        """View the anniversaries of the day, one of each event."""
        return anniversaries.greeting(shortened(find(self.asked, speaker)), speaker)


def worded(
    asked: Anniversaries,
    words: tuple[str, ...],
    speaker: Speaker,
) -> Anniversaries:
    """Ask for those of the events that words choose too: names, categories, or what a
    search finds.
    """
    if not words:
        return asked
    rules = asked.rules
    read = wording.read(
        speaker.index,
        filters.resolved(speaker.index, rules.filters),
        words,
    )
    among = tuple(answers.searching.numbers(read, speaker)) if read.rest else None
    return replace(
        asked,
        rules=replace(
            rules,
            filters=read.filters,
            among=among,
        ),
    )


def find(asked: Anniversaries, speaker: Speaker) -> Found:
    """Find the anniversaries, the tags and names of their filters resolved."""
    wanted = filters.resolved(speaker.index, asked.rules.filters)
    return replace(asked, rules=replace(asked.rules, filters=wanted)).find(speaker.index)


def shaped(
    found: Found,
    speaker: Speaker,
    shape: Shape,
) -> Shaped:
    """View the calendar of some anniversaries, or all about their events, the older first."""
    if shape.wants == "calendar":
        alarms = shape.plan.alarms if shape.plan else ()
        return answers.calendar.listed(
            found.anniversaries,
            speaker,
            alarms,
        )
    events = {item.event.id: item.event for item in found.anniversaries}
    ordered = sorted(events.values(), key=lambda event: event.preferred.value.sort_key())
    return shape.of(ordered, speaker)
