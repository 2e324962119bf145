"""The view of a whole site, whose events are viewed block by block: of 100,000 there are never
more than a few hundred in memory.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from kzfr_cli.core.event import Event, Name, Source
from kzfr_cli.core.record import pair, record
from kzfr_cli.store import records
from kzfr_cli.views import pages
from kzfr_cli.views.anniversaries import AnniversaryListView
from kzfr_cli.views.calendars import CalendarView
from kzfr_cli.views.events import TimelineView
from kzfr_cli.views.figures import IndicatorView
from kzfr_cli.views.pages import Common, PageEvent, PageView, Texts
from kzfr_cli.views.speaker import Speaker

BLOCK = 500
"""Events that are viewed at once."""


@pair
class EventBlock:
    """Some events in the order of time, each with its view, and the sources that these name."""

    pairs: tuple[tuple[Event, PageEvent], ...]
    sources: tuple[Source, ...]


@pair
class Blocks:
    """The events of a site by their numbers in the index, each with its weight, in the order of
    time.
    """

    speaker: Speaker
    weighed: tuple[tuple[int, int], ...]

    def __len__(self) -> int:
        return len(self.weighed)

    def __iter__(self) -> Iterator[EventBlock]:
        common = Common(self.speaker)
        for start in range(0, len(self.weighed), BLOCK):
            part = self.weighed[start : start + BLOCK]
            events = self.speaker.index.events(number for number, _ in part)
            yield self.viewed(events, common)

    def viewed(
        self,
        events: list[Event],
        common: Common,
    ) -> EventBlock:
        """View some events."""
        self.speaker.prepare(events)
        cited = dict.fromkeys(each for event in events for each in pages.sources_of(event))
        places = {entry_id: number for number, entry_id in enumerate(cited)}
        return EventBlock(
            tuple((event, pages.page_event(event, common, places)) for event in events),
            tuple(map(common.source, cited)),
        )


@record
class NameSeen:
    """A name that events are linked to; `note_languages` as those of a page."""

    id: str
    kind: str
    labels: Texts
    notes: Texts
    note_languages: Texts


@record
class Edition:
    """What a site tells in one language beside its events: the `calendar` to subscribe to, the
    `rounds` of the year ahead, all that is `coming` in it, the figures, and the rows of every
    event, None where there are too many for one file.
    """

    lang: str
    calendar: CalendarView
    rounds: CalendarView
    coming: AnniversaryListView
    figures: tuple[IndicatorView, ...]
    listing: TimelineView | None


@record
class SiteView:
    """Everything that a site tells.

    `lang` is the language of its root; with `is_single` that alone, and no folder for it. `page` is
    every event as one page, None where there are too many. `today` is the ISO day on which it is
    written; `base` the address that it will have, with a slash at its end, empty when that is not
    known.
    """

    lang: str
    editions: tuple[Edition, ...]
    is_single: bool
    blocks: Blocks
    page: PageView | None
    names: Mapping[str, NameSeen]
    sources: Mapping[str, Source]
    today: str
    base: str = ""

    @property
    def calendar(self) -> CalendarView:
        """The calendar in the language of the root."""
        return next(each.calendar for each in self.editions if each.lang == self.lang)


def names(speaker: Speaker) -> dict[str, NameSeen]:
    """View every name of the record, by its id."""
    found = map(records.name, speaker.index.all("names"))
    return {name.id: name_entry(name) for name in found}


def sources(speaker: Speaker) -> dict[str, Source]:
    """Every source of the record, by its id."""
    found = map(records.source, speaker.index.all("sources"))
    return {source.id: source for source in found}


def name_entry(name: Name) -> NameSeen:
    """View a name."""
    return NameSeen(
        id=name.id,
        kind=name.kind,
        labels=pages.every(name.label),
        notes=pages.every(name.note),
        note_languages=pages.borrowed(name.note),
    )
