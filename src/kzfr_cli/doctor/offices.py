"""Offices that two people hold at once, and visits of people who did not hold theirs yet or any
more.
"""

from __future__ import annotations

import itertools
from collections import defaultdict
from typing import TYPE_CHECKING

from kzfr_cli.doctor.dates import comes_before
from kzfr_cli.doctor.registry import WARNING, check
from kzfr_cli.locale.catalogue import N_

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kzfr_cli.core.edtf import PartialDate
    from kzfr_cli.core.event import Name, Office
    from kzfr_cli.doctor.database import DatabaseFiles, Entry, Fault

HEAD = "president"
"""The office that a visit is counted by."""

Held = tuple["Entry", int, "Office"]


@check(
    "K703",
    "two-holders",
    WARNING,
    message=N_("“{other}” held this office at the same time, from {start} to {end}"),
    what=N_("Nobody takes up an office before the one before has left it."),
    why=N_("“The president who came” would be two people, and one of the dates is wrong."),
    repair=N_(
        "Look both terms up in their sources; one may end on the day that the next begins."
    ),
)
def two_holders(database: DatabaseFiles) -> Iterator[Fault]:
    """Find terms of one office that overlap by more than the day on which they meet."""
    offices: dict[tuple[str, str, str], list[Held]] = defaultdict(list)
    for entry, name in database.names:
        for number, office in enumerate(name.offices):
            if office.start:
                offices[office.office, office.of, office.at].append((entry, number, office))
    for held in offices.values():
        held.sort(key=lambda item: item[2].start.sort_key() if item[2].start else ())
        for (before, _, earlier), (entry, number, office) in itertools.pairwise(held):
            if overlap(earlier, office):
                yield entry.fault(
                    f"offices[{number}].from",
                    other=before.id,
                    start=text(earlier.start),
                    end=text(earlier.end),
                )


@check(
    "K704",
    "visit-outside-term",
    WARNING,
    message=N_("“{id}” was not in office on {date}"),
    what=N_(
        "A president who visits is in office on that day, or in another office that we know."
    ),
    why=N_("One of the two dates is wrong, or the visit was a private one."),
    repair=N_(
        "Look up the date of the visit and those of the term; correct the one that is wrong."
    ),
)
def visit_outside_term(database: DatabaseFiles) -> Iterator[Fault]:
    """Find visits of presidents on a day outside all the terms that we know of them."""
    presidents = {
        name.id: name
        for _, name in database.names
        if any(office.office == HEAD and office.start for office in name.offices)
    }
    for entry, event in database.events:
        value = event.preferred.value
        for number, entry_id in enumerate(event.people if event.category == "visit" else ()):
            name = presidents.get(entry_id)
            if name and not any(may_cover(office, value) for office in name.offices):
                yield entry.fault(f"people[{number}]", id=entry_id, date=value.text)


def overlap(earlier: Office, later: Office) -> bool:
    """Return whether a term begins before the one before it ends; a term without an end is not
    judged.
    """
    if earlier.end is None or later.start is None:
        return False
    return comes_before(later.start, earlier.end)


def may_cover(office: Office, value: PartialDate) -> bool:
    """Return whether a date may lie in a term; an end that is not known reaches as far as it
    can.
    """
    starts_later = office.start is not None and comes_before(value, office.start)
    ended_before = office.end is not None and comes_before(office.end, value)
    return not starts_later and not ended_before


def holds(
    name: Name,
    office: str,
    of: str,
    value: PartialDate,
) -> bool:
    """Return whether a person held an office of a state at a date."""
    return any(
        held.office == office and held.of == of and may_cover(held, value)
        for held in name.offices
    )


def text(value: PartialDate | None) -> str:
    """Write a date, or two dots for one that is open."""
    return value.text if value else ".."
