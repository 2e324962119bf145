"""What happened, in the order of time."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from kzfr_cli import answers, views
from kzfr_cli.answers.shapes import ENTRIES, Shape
from kzfr_cli.core.record import pair, replace
from kzfr_cli.locale import vocabulary
from kzfr_cli.queries import filters, wording
from kzfr_cli.queries.filters import LANDMARK, Chosen, Filters
from kzfr_cli.queries.wording import Worded
from kzfr_cli.views import charts, events
from kzfr_cli.views.charts import ChartView
from kzfr_cli.views.events import TimelineView
from kzfr_cli.views.speaker import Speaker

if TYPE_CHECKING:
    from kzfr_cli.answers.shapes import Shaped
    from kzfr_cli.views.whole import WholeListView


@pair
class Timeline:
    """Ask for events in the order of time, grouped by `year`, `decade` or `category`: landmarks by
    decade, others by year when nothing is said.

    `words` are names, categories and tags that choose events too, and what else is to be searched
    for; `landmarks` keeps the landmarks of all events, if there are any.
    """

    filters: Filters = Filters()
    reverse: bool = False
    limit: int | None = None
    group_by: str = ""
    shape: Shape = Shape()
    words: tuple[str, ...] = ()
    landmarks: bool = False
    has_ids: bool = False

    def answer(self, speaker: Speaker) -> TimelineView | WholeListView | Shaped:
        """View the events; raises `UnknownWordError`."""
        if self.shape.is_listing:
            return self.listing(speaker)
        if self.shape.wants == ENTRIES:
            return views.whole.listing(self.find(speaker), speaker)
        wanted = self.wanted(speaker).filters
        found = self.find(speaker)
        return self.shape.of(
            found.events,
            speaker,
            in_words(wanted, speaker),
        )

    def listing(self, speaker: Speaker) -> TimelineView:
        """View the events as rows; raises `UnknownWordError`."""
        group_by = self.group_by or ("decade" if self.landmarks else "year")
        view = events.timeline(self.find(speaker), speaker, group_by)
        view = replace(view, has_ids=self.has_ids)
        if not self.landmarks:
            return view
        if not view.groups:
            return replace(self, landmarks=False).listing(speaker)
        return events.of_landmarks(view, speaker)

    def wanted(self, speaker: Speaker) -> Worded:
        """The filters, with what the words name; raises `UnknownWordError`."""
        wanted = filters.resolved(speaker.index, self.filters)
        if self.landmarks:
            wanted = replace(wanted, weight=LANDMARK)
        if not self.words:
            return Worded(wanted, ())
        return wording.read(
            speaker.index,
            wanted,
            self.words,
        )

    def find(self, speaker: Speaker) -> Chosen:
        """Find the events, and how many there would be without the limit."""
        wanted = self.wanted(speaker)
        condition, values = filters.restriction(wanted.filters)
        if wanted.rest:
            numbers = answers.searching.numbers(wanted, speaker)
            among = f"events.no IN ({filters.marks(numbers)})"
            condition = f"{condition} AND {among}" if condition else among
            values = [*values, *numbers]
        return filters.chosen(
            speaker.index, (condition, values), reverse=self.reverse, limit=self.limit
        )


@pair
class YearCounts:
    """Ask how many events of a timeline fall into each year, by category."""

    of: Timeline

    def answer(self, speaker: Speaker) -> ChartView:
        """View the numbers; raises `UnknownWordError`."""
        return charts.chart(self.of.find(speaker).events)


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
