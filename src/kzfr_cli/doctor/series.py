"""Series that count wrongly: editions that fall, sets that are said to be complete and are not."""

from __future__ import annotations

import itertools
from collections import defaultdict
from typing import TYPE_CHECKING

from kzfr_cli.doctor.dates import comes_before
from kzfr_cli.doctor.offices import holds
from kzfr_cli.doctor.registry import WARNING, check
from kzfr_cli.locale.catalogue import N_

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kzfr_cli.core.event import Counts, Event, Tag
    from kzfr_cli.doctor.database import DatabaseFiles, Entry, Fault


@check(
    "K507",
    "edition-out-of-order",
    WARNING,
    message=N_("number {edition} comes after number {other}, “{id}”, of {date}"),
    what=N_("The editions of a series rise with the years, and no two bear one number."),
    why=N_(
        "The fifth festival cannot come before the fourth: one number or one date is wrong."
    ),
    repair=N_("Look both up in their sources; correct the edition or the date."),
)
def edition_out_of_order(database: DatabaseFiles) -> Iterator[Fault]:
    """Find editions whose number does not rise with their date."""
    series: dict[str, list[tuple[Entry, Event]]] = defaultdict(list)
    for entry, event in database.events:
        if event.of and event.edition:
            series[event.of].append((entry, event))
    for group in series.values():
        group.sort(key=lambda item: item[1].preferred.value.sort_key())
        for (_, before), (entry, event) in itertools.pairwise(group):
            if (event.edition or 0) <= (before.edition or 0):
                yield entry.fault(
                    "edition",
                    edition=str(event.edition),
                    other=str(before.edition),
                    id=before.id,
                    date=before.preferred.value.text,
                )


@check(
    "K705",
    "incomplete-set",
    WARNING,
    message=N_(
        "“{id}” belongs to this set by its category, people, places and date, or has no right to "
        "its tag"
    ),
    what=N_(
        "A tag that is complete says since when, and which events it counts: those and no others "
        "bear it."
    ),
    why=N_("“There are no others” is only as true as the list that it rests on."),
    repair=N_(
        "Give the tag to the event or take it away, or correct since and counts of the tag."
    ),
)
def incomplete_set(database: DatabaseFiles) -> Iterator[Fault]:
    """Find complete sets without a beginning, and events that they miss or hold wrongly."""
    for entry, tag in database.tags:
        if not tag.complete:
            continue
        if tag.since is None or tag.counts is None:
            yield entry.fault("complete", id=tag.id)
            continue
        for _, event in database.events:
            if is_member(database, event, tag, tag.counts) != (tag.id in event.tags):
                yield entry.fault("counts", id=event.id)


def is_member(
    database: DatabaseFiles,
    event: Event,
    tag: Tag,
    counts: Counts,
) -> bool:
    """Return whether an event is one that a complete set counts."""
    value = event.preferred.value
    if event.category != counts.category or (tag.since and comes_before(value, tag.since)):
        return False
    people = [
        database.names_by_id[entry_id]
        for entry_id in event.people
        if entry_id in database.names_by_id
    ]
    if counts.office and not any(
        holds(name, counts.office, counts.of, value) for name in people
    ):
        return False
    if counts.organisation and counts.organisation not in event.organisations:
        return False
    return not counts.at or any(
        is_within(database, entry_id, counts.at) for entry_id in event.places
    )


def is_within(
    database: DatabaseFiles,
    part: str,
    whole: str,
) -> bool:
    """Return whether a name is another, or a part of it, directly or through others."""
    seen: set[str] = set()
    while part and part not in seen:
        if part == whole:
            return True
        seen.add(part)
        name = database.names_by_id.get(part)
        part = name.part_of if name else ""
    return False
