"""Views of anniversaries."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from kzfr_cli.core import edtf
from kzfr_cli.core.record import record
from kzfr_cli.languages import dates
from kzfr_cli.locale import vocabulary
from kzfr_cli.queries.anniversaries import own_day
from kzfr_cli.views.events import EventView, event_fields
from kzfr_cli.views.speaker import Speaker

if TYPE_CHECKING:
    from kzfr_cli.core.event import Event, Facet
    from kzfr_cli.queries.anniversaries import Anniversaries, Anniversary, Found


@record
class AnniversaryView(EventView):
    """One anniversary of one facet of an event.

    `on` is the ISO day, month or year of the anniversary; `offset_days` the days from the day asked
    to it, 0 on the day and None for a month or a year; `weekday` its name in the language asked,
    None likewise; `own_day_offset` the days to the anniversary of the event's own date, when `kind`
    is an observance.
    """

    years: int
    on: str
    on_words: str
    weekday: str | None
    offset_days: int | None
    kind: str
    status: str
    anniversary_of: str
    anniversary_of_words: str
    round: bool
    match: str
    leap_day: str | None
    note: str
    own_day: str | None
    own_day_words: str
    own_day_offset: int | None

    @property
    def is_contested(self) -> bool:
        """Return whether its date is disputed, or has a disputed rival of its kind."""
        return any(
            item.status == "disputed" and item.kind == self.kind for item in self.dates
        )


@record
class AnniversaryListView:
    """What is celebrated; `asked` is the ISO day or the year asked, `totals` count each match
    without a limit; when it `is_cut` for a reader, they count rows, a row being an event and a
    day.
    `began` counts the events of a past day itself.
    """

    asked: str
    asked_words: str
    within: int
    rows: tuple[AnniversaryView, ...]
    totals: dict[str, int]
    rounds: dict[str, int]
    planner: bool
    is_cut: bool = False
    began: int = 0


def anniversary_list(
    found: Found,
    speaker: Speaker,
    asked: Anniversaries,
) -> AnniversaryListView:
    """View the anniversaries that were asked for."""
    speaker.prepare(item.event for item in found.anniversaries)
    planner = asked.year is not None
    day = asked.day.isoformat()
    return AnniversaryListView(
        asked=f"{asked.year:04}" if planner else day,
        asked_words=span_in_words(asked, speaker) if planner else day_in_words(day, speaker),
        within=0 if planner else asked.within,
        rows=tuple(anniversary(item, speaker, planner) for item in found.anniversaries),
        totals={str(match): count for match, count in found.totals.items()},
        rounds={str(match): count for match, count in found.rounds.items()},
        planner=planner,
        is_cut=asked.cut is not None,
    )


def span_in_words(asked: Anniversaries, speaker: Speaker) -> str:
    """The years or the month of a plan, in words."""
    span = asked.span
    if span.month is not None:
        return speaker.date(edtf.parse(f"{span.first:04}-{span.month:02}"))
    return str(span.first) if span.first == span.last else f"{span.first}–{span.last}"


def day_in_words(day: str, speaker: Speaker) -> str:
    """A day with its weekday, in words."""
    return speaker.date(edtf.parse(day), weekday=True)


def anniversary(
    item: Anniversary,
    speaker: Speaker,
    weekday: bool = False,
) -> AnniversaryView:
    """View one anniversary; an observance tells also where the event's own day falls."""
    day = own_day(item)
    on = edtf.parse(item.on)
    return AnniversaryView(
        **event_fields(item.event, speaker),
        years=item.years,
        on=item.on,
        on_words=speaker.date(on, weekday=weekday and item.match == "day"),
        weekday=dates.weekday_name(on.day, speaker.lang)
        if item.match in ("day", "near") and on.day
        else None,
        offset_days=item.offset,
        kind=item.facet.kind,
        status=item.facet.status,
        anniversary_of=item.of.value.text,
        anniversary_of_words=speaker.date(item.of.value),
        round=item.is_round,
        match=item.match,
        leap_day=item.leap_day,
        note=speaker.words(item.facet.note),
        own_day=day.isoformat() if day else None,
        own_day_words=speaker.date(edtf.parse(day.isoformat())) if day else "",
        own_day_offset=(day - on.earliest).days if day and on.earliest else None,
    )


@record
class ShortView:
    """One anniversary in a line: `remarks` say what the event's title leaves open, as that its
    date is disputed; `offset_days` are those from the day asked.
    """

    id: str
    title: str
    years: int
    round: bool
    on: str
    offset_days: int
    remarks: tuple[str, ...]


@record
class WelcomeView:
    """What is celebrated today and in the coming week, and the round landmarks after it."""

    asked: str
    asked_words: str
    rows: tuple[ShortView, ...]
    landmarks: tuple[ShortView, ...]
    events: int


@record
class GreetingView:
    """What is celebrated today."""

    rows: tuple[ShortView, ...]


def welcome(
    found: Found,
    landmarks: Found,
    speaker: Speaker,
    asked: Anniversaries,
) -> WelcomeView:
    """View the week's anniversaries, and the landmarks to come."""
    day = asked.day.isoformat()
    return WelcomeView(
        asked=day,
        asked_words=day_in_words(day, speaker),
        rows=tuple(short(item, speaker) for item in found.anniversaries),
        landmarks=tuple(short(item, speaker) for item in landmarks.anniversaries),
        events=speaker.index.count("events"),
    )


def greeting(found: Found, speaker: Speaker) -> GreetingView:
    """View the anniversaries of a day as a greeting."""
    return GreetingView(rows=tuple(short(item, speaker) for item in found.anniversaries))


def short(item: Anniversary, speaker: Speaker) -> ShortView:
    """View one anniversary in a line."""
    return ShortView(
        id=item.event.id,
        title=speaker.words(item.event.title),
        years=item.years,
        round=item.is_round,
        on=item.on,
        offset_days=item.offset or 0,
        remarks=tuple(remarks(item.event, item.facet, speaker)),
    )


def remarks(
    event: Event,
    facet: Facet,
    speaker: Speaker,
) -> Iterator[str]:
    """Yield what must stand beside a title that is told with one date: the side of the event where
    it is not the one it goes by, and that the date is not sure.
    """
    if facet.kind != event.preferred.kind:
        yield vocabulary.kind(facet.kind, speaker.catalogue)
    if event.is_contested(facet):
        yield speaker.catalogue.text("date disputed")
    elif facet.value.is_uncertain or facet.value.is_approximate:
        yield speaker.catalogue.text("date uncertain")
