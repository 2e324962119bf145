"""Views of anniversaries for a calendar."""

from __future__ import annotations

import os
from collections.abc import Iterable
from datetime import UTC, date, datetime
from typing import Any

from kzfr_cli import __released__
from kzfr_cli.core.event import Event, Facet, Source
from kzfr_cli.core.record import record
from kzfr_cli.languages import dates
from kzfr_cli.locale import vocabulary
from kzfr_cli.queries.anniversaries import Anniversary
from kzfr_cli.queries.calendar import Repeated
from kzfr_cli.store import paths
from kzfr_cli.store.index.reading import Index
from kzfr_cli.views.anniversaries import remarks
from kzfr_cli.views.speaker import Speaker


@record
class OccasionView:
    """One entry of a calendar.

    `uid` stays the same as long as the event and the side of it keep their places in the data;
    `sequence` and `modified` rise with the data; `rule` and `excluded` are of RFC 5545 and empty
    for a single day.
    """

    uid: str
    sequence: int
    modified: datetime
    day: date
    title: str
    description: str
    categories: tuple[str, ...]
    place: str
    url: str
    rule: str
    excluded: tuple[date, ...]


@record
class CalendarView:
    """The entries of a calendar; `alarms` are durations of RFC 5545, `left_out` counts dates
    without a day.
    """

    name: str
    lang: str
    occasions: tuple[OccasionView, ...]
    alarms: tuple[str, ...] = ()
    left_out: int = 0


def calendar(
    found: Iterable[Anniversary | Repeated],
    speaker: Speaker,
    *,
    alarms: Iterable[str] = (),
    left_out: int = 0,
) -> CalendarView:
    """View anniversaries as the entries of a calendar, in the order of their days."""
    made = [
        single(item, speaker) if isinstance(item, Anniversary) else several(item, speaker)
        for item in found
    ]
    once = {
        item.uid: item for item in reversed(made)
    }  # the same date told twice is one entry
    return CalendarView(
        name=speaker.catalogue.text("Anniversaries of France–Kazakhstan relations"),
        lang=speaker.lang,
        occasions=tuple(sorted(once.values(), key=lambda item: (item.day, item.uid))),
        alarms=tuple(alarms),
        left_out=left_out,
    )


def single(item: Anniversary, speaker: Speaker) -> OccasionView:
    """View one anniversary of one year."""
    catalogue = speaker.catalogue
    day = date.fromisoformat(item.on)
    years = dates.years_in_words(item.years, speaker.lang)
    ending = f".{day.year}" + (".mar1" if item.leap_day == "both" and day.month == 3 else "")
    round_one = (catalogue.text("Round anniversary"),) if item.is_round else ()
    title = titled(item.event, item.facet, speaker)
    return OccasionView(
        **side_fields(item.event, item.facet, ending, speaker),
        day=day,
        title=catalogue.text("{years}: {title}", years=years, title=title),
        categories=(vocabulary.category(item.event.category, catalogue), *round_one),
        rule="",
        excluded=(),
    )


def several(item: Repeated, speaker: Speaker) -> OccasionView:
    """View an anniversary that is repeated every year."""
    title = speaker.catalogue.text(
        "{title} ({year})",
        title=titled(item.event, item.facet, speaker),
        year=str(item.facet.value.year),
    )
    ending = ".mar1" if item.excluded else ""
    return OccasionView(
        **side_fields(item.event, item.facet, ending, speaker),
        day=item.first,
        title=title,
        categories=(vocabulary.category(item.event.category, speaker.catalogue),),
        rule=item.rule,
        excluded=item.excluded,
    )


def titled(
    event: Event,
    facet: Facet,
    speaker: Speaker,
) -> str:
    """Return the title, with the side of the event where it is not the one it goes by, and
    whether its date is sure.
    """
    return " · ".join((speaker.words(event.title), *remarks(event, facet, speaker)))


def side_fields(
    event: Event,
    facet: Facet,
    ending: str,
    speaker: Speaker,
) -> dict[str, Any]:
    """What an entry tells of a side of an event; `ending` tells its entries apart."""
    ids = cited(event, facet)
    sequence, modified = revision(event, ids, speaker.index)
    sources = [
        speaker.index.source(entry_id) or Source(id=entry_id, title=entry_id)
        for entry_id in ids
    ]
    return {
        "uid": f"{event.id}.{side(event, facet)}{ending}@kzfr",
        "sequence": sequence,
        "modified": modified,
        "description": description(event, facet, sources, speaker),
        "place": ", ".join(speaker.label(entry_id) for entry_id in event.places),
        "url": next((source.url for source in sources if is_address(source.url)), ""),
    }


def is_address(url: str) -> bool:
    """Return whether a source stands on the web."""
    return url.startswith(("http://", "https://"))


def side(event: Event, facet: Facet) -> str:
    """Name a side of an event so that neither a corrected date nor a new rival date renames it.

    The preferred date of a kind, or else the first, goes by its kind, `signed`; the others, which
    differ by nothing but their dates, by these too: `signed-20080612`,
    `occurred-20230502-20230503`.
    """
    same = [item for item in event.dates if item.kind == facet.kind]
    main = next((item for item in same if item.status == "preferred"), same[0])
    return (
        facet.kind
        if facet is main
        else f"{facet.kind}-{facet.value.text.replace('-', '').replace('/', '-')}"
    )


def cited(event: Event, facet: Facet) -> list[str]:
    """List the sources of a date; those of its event where it names none."""
    return list(facet.sources or (citation.source for citation in event.sources))


def description(
    event: Event,
    facet: Facet,
    sources: list[Source],
    speaker: Speaker,
) -> str:
    """Say what happened, on which day by which side, whether it is disputed, and by which
    sources.
    """
    text = speaker.catalogue.text
    lines = [speaker.words(event.summary)]
    side = vocabulary.kind(facet.kind, speaker.catalogue)
    lines.append(
        text(
            "{label}: {value}",
            label=side[:1].upper() + side[1:],
            value=speaker.date(facet.value),
        )
    )
    if event.is_disputed:
        lines.append(text("date disputed"))
    lines += [speaker.words(facet.note)] if facet.note else []
    lines += [text("Sources:")] if sources else []
    lines += [
        f"- {', '.join(filter(None, (item.publisher, item.title, item.url)))}"
        for item in sources
    ]
    lines.append(f"kzfr: {event.id}")
    return "\n".join(filter(None, lines))


def revision(
    event: Event,
    sources: Iterable[str],
    index: Index,
) -> tuple[int, datetime]:
    """Return the number and the time of the data's last change: of the version, or of the files
    of one's own.

    An entry changes with its event and with the sources that it tells. The number is below 2**31
    until 2054.
    """
    released = datetime.fromisoformat(__released__).replace(tzinfo=UTC)
    files = {event.file} | {
        index.file(found[2])
        for entry_id in sources
        if (found := index.body("sources", entry_id))
    }
    own = [
        file
        for file in files
        if file and os.path.dirname(file) != os.path.normpath(paths.packaged())
    ]
    if not own:
        return released.toordinal(), released
    changed = max(map(changed_at, own))
    half_seconds = int((changed - COUNTED_FROM) * 2)
    return max(half_seconds, released.toordinal() + 1), datetime.fromtimestamp(
        int(changed), tz=UTC
    )


COUNTED_FROM = datetime(2020, 1, 1, tzinfo=UTC).timestamp()
"""The time from which the changes of a file are numbered, by half seconds: two edits have two
numbers.
"""


def changed_at(path: str) -> float:
    """Return the time of a file's last change, in seconds since 1970; 0 for one that is gone."""
    try:
        return os.stat(path).st_mtime
    except OSError:
        return 0.0
