"""The record as a site."""

from __future__ import annotations

from kzfr_cli.answers import calendar
from kzfr_cli.core.record import record
from kzfr_cli.queries import filters
from kzfr_cli.queries.rules import Plan, Rules
from kzfr_cli.views import events, pages
from kzfr_cli.views.sites import SiteView
from kzfr_cli.views.speaker import Speaker


@record
class Site:
    """Ask for a site of the events that the rules choose, and their anniversaries to come."""

    rules: Rules
    plan: Plan
    base: str = ""

    def answer(self, speaker: Speaker) -> SiteView:
        """View the site; raises `UnknownWordError`."""
        wanted = filters.resolved(speaker.index, self.rules.filters)
        found = filters.choose(speaker.index, wanted)
        return SiteView(
            page=pages.page(found.events, speaker),
            listing=events.timeline(found, speaker),
            calendar=calendar.planned(found.events, speaker, self.rules, self.plan),
            today=self.plan.start.isoformat(),
            base=self.base,
        )
