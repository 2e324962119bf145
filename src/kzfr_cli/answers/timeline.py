"""What happened, in the order of time."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from kzfr_cli import views
from kzfr_cli.answers.shapes import ENTRIES, Shape
from kzfr_cli.core.record import pair
from kzfr_cli.locale import vocabulary
from kzfr_cli.queries import filters
from kzfr_cli.queries.filters import Chosen, Filters
from kzfr_cli.views import events
from kzfr_cli.views.events import TimelineView
from kzfr_cli.views.speaker import Speaker

if TYPE_CHECKING:
    from kzfr_cli.answers.shapes import Shaped
    from kzfr_cli.views.whole import WholeListView


@pair
class Timeline:
    """Ask for events in the order of time, grouped by `year`, `decade` or `category`."""

    filters: Filters = Filters()
    reverse: bool = False
    limit: int | None = None
    group_by: str = "year"
    shape: Shape = Shape()

    def answer(self, speaker: Speaker) -> TimelineView | WholeListView | Shaped:
        """View the events; raises `UnknownWordError`."""
        if self.shape.is_listing:
            return self.listing(speaker)
        if self.shape.wants == ENTRIES:
            return views.whole.listing(self.find(speaker), speaker)
        wanted = filters.resolved(speaker.index, self.filters)
        found = self.find(speaker)
        return self.shape.of(found.events, speaker, in_words(wanted, speaker))

    def listing(self, speaker: Speaker) -> TimelineView:
        """View the events as rows; raises `UnknownWordError`."""
        return events.timeline(self.find(speaker), speaker, self.group_by)

    def find(self, speaker: Speaker) -> Chosen:
        """Find the events, and how many there would be without the limit."""
        wanted = filters.resolved(speaker.index, self.filters)
        return filters.choose(speaker.index, wanted, reverse=self.reverse, limit=self.limit)


def in_words(wanted: Filters, speaker: Speaker) -> str:
    """Say what was asked for: the categories, the tags, the names, the dates."""
    return ", ".join(parts(wanted, speaker))


def parts(wanted: Filters, speaker: Speaker) -> Iterator[str]:
    """Say each filter in words."""
    text = speaker.catalogue.text
    for category in wanted.categories:
        yield vocabulary.category(category, speaker.catalogue)
    for tag in wanted.tags:
        found = speaker.index.tag(tag)
        yield speaker.words(found.label) if found else tag
    for name in filter(None, (wanted.place, wanted.person, wanted.organisation)):
        yield speaker.label(name)
    if wanted.after is not None:
        yield text("from {date}", date=speaker.date(wanted.after))
    if wanted.before is not None:
        yield text("until {date}", date=speaker.date(wanted.before))
    if wanted.disputed:
        yield text("date disputed")
