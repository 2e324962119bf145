"""The anniversaries of events as a calendar."""

from __future__ import annotations

from collections.abc import Sequence

from kzfr_cli.core.event import Event
from kzfr_cli.queries import calendar
from kzfr_cli.queries.anniversaries import Anniversary
from kzfr_cli.queries.rules import Plan, Rules
from kzfr_cli.views import calendars
from kzfr_cli.views.calendars import CalendarView
from kzfr_cli.views.speaker import Speaker


def planned(
    events: Sequence[Event], speaker: Speaker, rules: Rules, plan: Plan
) -> CalendarView:
    """View the anniversaries of some events from a day on, one by one or repeated."""
    found = calendar.planned(speaker.index, events, rules, plan)
    left_out = calendar.without_day(events, rules)
    return calendars.calendar(found, speaker, alarms=plan.alarms, left_out=left_out)


def listed(
    found: Sequence[Anniversary], speaker: Speaker, alarms: tuple[str, ...] = ()
) -> CalendarView:
    """View the anniversaries known to the day among some."""
    days = [item for item in found if item.match in ("day", "near")]
    return calendars.calendar(days, speaker, alarms=alarms, left_out=len(found) - len(days))
