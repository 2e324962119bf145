"""Dates that contradict each other, the id of their event, or its place in the file."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterator
from datetime import date

from kzfr_cli.core.edtf import PartialDate
from kzfr_cli.core.event import Event, Facet
from kzfr_cli.doctor.database import DatabaseFiles, Entry, Fault
from kzfr_cli.doctor.registry import ERROR, INFORMATION, WARNING, check
from kzfr_cli.locale.catalogue import N_

HELD = ("preferred", "accepted")
"""The statuses of dates that we stand for; of the others the note says why they cannot be."""

YEAR = re.compile(r"(?<![0-9])[0-9]{4}(?![0-9])")


@check(
    "K501",
    "end-before-start",
    ERROR,
    message=N_("“{text}” ends before it starts"),
    what=N_("An interval, and the period of a name, end after they start."),
    why=N_("Such an interval holds no day, so it is never found."),
    repair=N_("Exchange the two ends, or correct the one that is wrong."),
)
def end_before_start(database: DatabaseFiles) -> Iterator[Fault]:
    """Find periods of names that end before they start; intervals are found while the files are
    read.
    """
    for entry, name in database.names:
        for number, period in enumerate(name.periods):
            start, end = period.start, period.end
            if start and end and comes_before(end, start):
                yield entry.fault(f"periods[{number}].to", text=f"{start.text}/{end.text}")


@check(
    "K502",
    "before-signature",
    ERROR,
    message=N_("“{kind}” ({date}) comes before the signature ({signed})"),
    what=N_(
        "What is signed enters into force, is applied, ratified and approved on the day of its "
        "signature or later."
    ),
    why=N_("One of the two dates is wrong."),
    repair=N_(
        "Look both dates up in their sources; the wrong one becomes disputed or rejected, with a "
        "note. "
        "If a draft was approved before the signature, say so in the note of that date."
    ),
)
def before_signature(database: DatabaseFiles) -> Iterator[Fault]:
    """Find acts in force, applied, ratified or approved before their signature.

    A government may approve a draft before it is signed: an approval whose note explains it is no
    fault.
    """
    later = ("in-force", "provisionally-applied", "ratified", "approved")
    for entry, event in database.events:
        for number, facet, signed in out_of_turn(event, "signed", later):
            if facet.kind == "approved" and facet.note:
                continue
            yield entry.fault(
                f"dates[{number}].value",
                kind=facet.kind,
                date=facet.value.text,
                signed=signed.text,
            )


@check(
    "K503",
    "closed-before-opened",
    ERROR,
    message=N_("the closing ({date}) comes before the opening ({opened})"),
    what=N_("What opens, closes later."),
    why=N_("One of the two dates is wrong."),
    repair=N_(
        "Look both dates up in their sources; the wrong one becomes disputed or rejected, with a "
        "note."
    ),
)
def closed_before_opened(database: DatabaseFiles) -> Iterator[Fault]:
    """Find things that close before they open."""
    for entry, event in database.events:
        for number, facet, opened in out_of_turn(event, "opened", ("closed",)):
            yield entry.fault(
                f"dates[{number}].value", date=facet.value.text, opened=opened.text
            )


@check(
    "K504",
    "year-not-in-id",
    WARNING,
    message=N_("the id does not hold the year of the preferred date, {date}"),
    what=N_(
        "The id of an event holds the year of its preferred date, of an interval that of either "
        "end."
    ),
    why=N_(
        "An id is read in links and exports, and the year tells one visit from the next."
    ),
    repair=N_("Correct the id and keep the old one in former_ids."),
)
def year_not_in_id(database: DatabaseFiles) -> Iterator[Fault]:
    """Find events whose id holds another year, or none."""
    for entry, event in database.events:
        value = event.preferred.value
        if not any(is_year_of(int(year), value) for year in YEAR.findall(event.id)):
            yield entry.fault("id", date=value.text)


@check(
    "K505",
    "out-of-order",
    WARNING,
    message=N_("the event ({date}) does not stand in the order of time"),
    what=N_("The events of a file stand in the order of their preferred dates."),
    why=N_(
        "People look for an event by its date, and see at once whether it is there already."
    ),
    repair=N_("Move the whole entry between the events of the days before and after."),
)
def out_of_order(database: DatabaseFiles) -> Iterator[Fault]:
    """Find the fewest events of each file that must move."""
    for listed in in_files(database).values():
        values = [(event.preferred.value.earliest or date.min) for _, event in listed]
        kept = longest_rise(values)
        for number, (entry, event) in enumerate(listed):
            if number not in kept:
                yield entry.fault("id", date=event.preferred.value.text)


@check(
    "K506",
    "page-older-than-date",
    INFORMATION,
    message=N_(
        "the source “{id}” ({published}) is older than the date {date} that it is cited for"
    ),
    what=N_("The page that supports a date was published on that day or later."),
    why=N_("An older page describes a plan, not what happened."),
    repair=N_("Look for a page of after the event, or say that it was announced."),
)
def page_older_than_date(database: DatabaseFiles) -> Iterator[Fault]:
    """Find dates borne by pages of before."""
    for entry, event in database.events:
        for number, facet in enumerate(event.dates):
            for place, entry_id in enumerate(facet.sources if facet.status in HELD else ()):
                source = database.sources_by_id.get(entry_id)
                published = source.published if source else None
                if published and comes_before(published, facet.value):
                    yield entry.fault(
                        f"dates[{number}].sources[{place}]",
                        id=entry_id,
                        published=published.text,
                        date=facet.value.text,
                    )


def comes_before(value: PartialDate, other: PartialDate) -> bool:
    """Return whether a date certainly lies before another."""
    return (
        value.latest is not None
        and other.earliest is not None
        and value.latest < other.earliest
    )


def out_of_turn(
    event: Event,
    first: str,
    later: tuple[str, ...],
) -> Iterator[tuple[int, Facet, PartialDate]]:
    """Return the dates of the `later` kinds that come before the earliest of the `first` kind."""
    starts = [
        facet.value for facet in event.dates if facet.kind == first and facet.status in HELD
    ]
    if not starts:
        return
    start = min(starts, key=PartialDate.sort_key)
    for number, facet in enumerate(event.dates):
        if facet.kind in later and facet.status in HELD and comes_before(facet.value, start):
            yield number, facet, start


def is_year_of(year: int, value: PartialDate) -> bool:
    """Return whether a year is that of a date; of an interval that of either end, of a vaguer
    date any of its years.
    """
    first, last = value.earliest or value.latest, value.latest or value.earliest
    if first is None or last is None:
        return False
    return year in (first.year, last.year) or (
        value.precision != "interval" and first.year <= year <= last.year
    )


def in_files(database: DatabaseFiles) -> dict[str, list[tuple[Entry, Event]]]:
    """Return the events of each file in the order of its lines; an overlay entry stands where
    it gives the date.
    """
    listed: dict[str, list[tuple[int, Entry, Event]]] = defaultdict(list)
    for entry, event in database.events:
        layer = next(layer for layer in reversed(entry.layers) if layer.holds("dates"))
        listed[layer.path].append((layer.line, entry, event))
    return {
        path: [(entry, event) for _, entry, event in sorted(items, key=lambda item: item[0])]
        for path, items in listed.items()
    }


def longest_rise(values: list[date]) -> set[int]:
    """Find the places of a longest run of values that never falls (patience sorting)."""
    ends: list[date] = []
    last: list[int] = []
    before: list[int] = []
    for number, value in enumerate(values):
        length = bisect_right(ends, value)
        before.append(last[length - 1] if length else -1)
        ends[length : length + 1] = [value]
        last[length : length + 1] = [number]
    kept = set()
    number = last[-1] if last else -1
    while number >= 0:
        kept.add(number)
        number = before[number]
    return kept
