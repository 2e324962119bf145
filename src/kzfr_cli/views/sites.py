"""The view of a whole site."""

from __future__ import annotations

from kzfr_cli.core.record import record
from kzfr_cli.views.calendars import CalendarView
from kzfr_cli.views.events import TimelineView
from kzfr_cli.views.pages import PageView


@record
class SiteView:
    """Everything that a site tells: its page, its rows, its calendar.

    `today` is the ISO day on which it is written; `base` the address that it will have, with a
    slash at its end, empty when that is not known.
    """

    page: PageView
    listing: TimelineView
    calendar: CalendarView
    today: str
    base: str = ""
