"""The record as a site."""

from __future__ import annotations

from collections.abc import Iterator

from kzfr_cli.answers import calendar, commemorations
from kzfr_cli.core.record import record, replace
from kzfr_cli.locale import catalogue
from kzfr_cli.queries import figures, filters
from kzfr_cli.queries.anniversaries import Anniversaries
from kzfr_cli.queries.filters import Chosen, Filters
from kzfr_cli.queries.rules import Cut, Plan, Rules
from kzfr_cli.views import anniversaries, events, pages, sites
from kzfr_cli.views import figures as views
from kzfr_cli.views.calendars import CalendarView
from kzfr_cli.views.figures import IndicatorView
from kzfr_cli.views.pages import PageView
from kzfr_cli.views.sites import Blocks, Edition, SiteView
from kzfr_cli.views.speaker import Speaker

LARGE = 5_000
"""Events beyond which no single file holds them all, and a calendar the round anniversaries of one
year alone.
"""

YEAR = 366
"""Days that are looked ahead."""

MOST = 500
"""Anniversaries that are told of a year, the weightiest first."""


@record
class Site:
    """Ask for a site of the events that the rules choose, and their anniversaries to come, in some
    languages; one that `is_single` is in the language of the speaker alone.
    """

    rules: Rules
    plan: Plan
    base: str = ""
    languages: tuple[str, ...] = ()
    is_single: bool = False

    def answer(self, speaker: Speaker) -> SiteView:
        """View the site; raises `UnknownWordError`."""
        index = speaker.index
        wanted = filters.resolved(index, self.rules.filters)
        weighed = filters.weighed(index, wanted)
        is_large = len(weighed) > LARGE
        found = Chosen((), len(weighed)) if is_large else filters.choose(index, wanted)
        languages = (speaker.lang,) if self.is_single else self.languages
        asked = replace(self, rules=replace(self.rules, filters=wanted))
        speakers = [Speaker(index, catalogue.load(lang)) for lang in languages]
        return SiteView(
            lang=speaker.lang if speaker.lang in languages else languages[0],
            editions=tuple(asked.edition(found, one) for one in speakers),
            is_single=self.is_single,
            blocks=Blocks(speaker, tuple(weighed)),
            page=None if is_large else self.page(found, speaker),
            names=sites.names(speaker),
            sources=sites.sources(speaker),
            today=self.plan.start.isoformat(),
            base=self.base,
        )

    def page(
        self,
        found: Chosen,
        speaker: Speaker,
    ) -> PageView:
        """View all events as the page of the timeline."""
        wanted = pages.Wanted(today=self.plan.start)
        return pages.page(found.events, speaker, wanted)

    def edition(
        self,
        found: Chosen,
        speaker: Speaker,
    ) -> Edition:
        """View what is told in one language beside the events, of which too many are not at
        hand.
        """
        is_large = found.total > LARGE
        rounds = commemorations.find(self.ahead(only_round=True), speaker)
        told = calendar.listed(rounds.anniversaries, speaker)
        ahead = self.ahead(only_round=is_large)
        coming = rounds if is_large else commemorations.find(ahead, speaker)
        return Edition(
            lang=speaker.lang,
            calendar=told if is_large else self.planned(found, speaker),
            rounds=told,
            coming=anniversaries.anniversary_list(
                coming,
                speaker,
                ahead,
            ),
            figures=tuple(series(speaker, self.rules.filters)),
            listing=None if is_large else events.timeline(found, speaker),
        )

    def planned(
        self,
        found: Chosen,
        speaker: Speaker,
    ) -> CalendarView:
        """View the calendar of some years."""
        return calendar.planned(
            found.events,
            speaker,
            self.rules,
            self.plan,
        )

    def ahead(self, *, only_round: bool) -> Anniversaries:
        """Ask for the anniversaries of the year to come."""
        return Anniversaries(
            day=self.plan.start,
            rules=replace(self.rules, only_round=self.rules.only_round or only_round),
            days=YEAR,
            cut=Cut(by_weight=not self.plan.whole, limit=MOST),
        )


def series(speaker: Speaker, wanted: Filters) -> Iterator[IndicatorView]:
    """View the indicators that have figures in the time that is wanted."""
    for item in figures.all_measured(
        speaker.index,
        wanted.after,
        wanted.before,
    ):
        yield views.indicator(item, speaker)
