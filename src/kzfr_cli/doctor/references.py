"""Ids that lead nowhere, or somewhere else than they should."""

from __future__ import annotations

from collections.abc import Iterator

from kzfr_cli.core.event import Event
from kzfr_cli.doctor.database import DatabaseFiles, Entry, Fault, citations, listed
from kzfr_cli.doctor.registry import ERROR, WARNING, check
from kzfr_cli.locale.catalogue import N_
from kzfr_cli.locale.messages import PROBLEMS

PLACES = ("place",)
PEOPLE = ("person",)
ORGANISATIONS = ("organisation", "institution", "programme", "work")
"""What an event may be linked to in each role: programmes and works take part as bodies do."""


@check(
    "K101",
    "unknown-source",
    ERROR,
    message=PROBLEMS["unknown-source"],
    what=N_("Every source that is cited has an entry in the database."),
    why=N_("A citation that leads nowhere cannot be checked by anyone."),
    repair=N_("Correct the id, or add the page as a [[sources]] entry."),
)
def unknown_source(database: DatabaseFiles) -> Iterator[Fault]:
    """Find citations of sources that are not there; one that was renamed has its new id for an
    answer.
    """
    renamed = {
        former: entry.id
        for entry in database.all("sources")
        for former in entry.fields.get("former_ids", ())
    }
    for entry in database.all("events", "figures", "names"):
        for field, entry_id in citations(entry):
            if not database.knows("sources", entry_id):
                yield entry.fault(field, fix=renamed.get(entry_id), source=entry_id)


@check(
    "K102",
    "unknown-name",
    ERROR,
    message=N_("there is no name “{id}”"),
    what=N_(
        "The places, people and organisations of an event have entries among the names, and so "
        "have the holder of a quantity, what a name is part of, and the states of an office or a "
        "set."
    ),
    why=N_(
        "Without one the event is not found by that name, and the name cannot be printed in four "
        "languages."
    ),
    repair=N_("Correct the id, or add a [[names]] entry."),
)
def unknown_name(database: DatabaseFiles) -> Iterator[Fault]:
    """Find links to names that are not there."""
    for entry, event in database.events:
        for field, entry_id, _ in linked(event):
            if not database.knows("names", entry_id):
                yield entry.fault(field, id=entry_id)
    for entry in database.all("events", "names", "tags"):
        for field, entry_id in named(entry):
            if not database.knows("names", entry_id):
                yield entry.fault(field, id=entry_id)


@check(
    "K103",
    "unknown-tag",
    ERROR,
    message=N_("there is no tag “{id}”"),
    what=N_("The tags of an event have entries among the tags."),
    why=N_(
        "A tag without labels is found by its id alone, and a misspelt one splits a subject in two."
    ),
    repair=N_("Correct the id, or add a [[tags]] entry with its labels."),
)
def unknown_tag(database: DatabaseFiles) -> Iterator[Fault]:
    """Find tags that are not there."""
    for entry, event in database.events:
        for field, entry_id in listed("tags", event.tags):
            if not database.knows("tags", entry_id):
                yield entry.fault(field, id=entry_id)


@check(
    "K104",
    "unknown-indicator",
    ERROR,
    message=N_("there is no indicator “{id}”"),
    what=N_("The indicator of a figure has an entry that tells what it measures."),
    why=N_("A number without its definition can be compared with nothing."),
    repair=N_("Correct the id, or add an [[indicators]] entry."),
)
def unknown_indicator(database: DatabaseFiles) -> Iterator[Fault]:
    """Find figures of indicators that are not there."""
    renamed = {
        former for _, indicator in database.indicators for former in indicator.former_ids
    }
    for entry, figure in database.figures:
        if (
            not database.knows("indicators", figure.indicator)
            and figure.indicator not in renamed
        ):
            yield entry.fault("indicator", id=figure.indicator)


@check(
    "K105",
    "former-id-in-use",
    ERROR,
    message=N_("the former id “{id}” is that of the event “{other}”"),
    what=N_("A former id belongs to one event, and is no event’s id today."),
    why=N_("What was published under that id would lead to another event than it meant."),
    repair=N_("Take the former id away from the event that never bore it."),
)
def former_id_in_use(database: DatabaseFiles) -> Iterator[Fault]:
    """Find former ids that another event, or the event itself, bears."""
    bearers = {event.id: event.id for _, event in database.events}
    for entry, event in database.events:
        for field, entry_id in listed("former_ids", event.former_ids):
            if (
                other := bearers.setdefault(entry_id, event.id)
            ) != event.id or entry_id == event.id:
                yield entry.fault(field, id=entry_id, other=other)


@check(
    "K106",
    "wrong-role",
    WARNING,
    message=N_("“{id}” is no “{role}” but a “{kind}”"),
    what=N_("Places stand in places, people in people, all others in organisations."),
    why=N_("A timeline by place would pass over the event, or list a person as a town."),
    repair=N_("Move the id to the list of its kind, or correct the kind of the name."),
)
def wrong_role(database: DatabaseFiles) -> Iterator[Fault]:
    """Find names linked in a role that is not theirs."""
    for entry, event in database.events:
        for field, entry_id, kinds in linked(event):
            name = database.names_by_id.get(entry_id)
            if name is not None and name.kind not in kinds:
                yield entry.fault(field, id=entry_id, role=kinds[0], kind=name.kind)


@check(
    "K107",
    "repeated-reference",
    WARNING,
    message=N_("“{id}” already stands in this list"),
    what=N_("An id stands once in a list."),
    why=N_(
        "A source cited twice looks like two sources; a name listed twice is printed twice."
    ),
    repair=N_("Take the second one away; of a source, join what it says."),
)
def repeated_reference(database: DatabaseFiles) -> Iterator[Fault]:
    """Find ids that a list holds twice."""
    for entry in database.all("events", "figures", "names"):
        seen: set[tuple[str, str]] = set()
        for group, field, entry_id in references(entry):
            if (group, entry_id) in seen:
                yield entry.fault(field, id=entry_id)
            seen.add((group, entry_id))


@check(
    "K108",
    "source-without-statement",
    WARNING,
    message=N_("the event does not tell what the source “{id}” says"),
    what=N_(
        "A source of one of the dates is among the sources of the event too, with what it says."
    ),
    why=N_("The reader sees which page bears the date, and what that page states."),
    repair=N_(
        "Add an [[events.sources]] table with that id and, in says, what the page states."
    ),
)
def source_without_statement(database: DatabaseFiles) -> Iterator[Fault]:
    """Find the sources of dates that the event does not list."""
    for entry, event in database.events:
        own = {citation.source for citation in event.sources}
        for number, facet in enumerate(event.dates):
            for field, entry_id in listed(f"dates[{number}].sources", facet.sources):
                if entry_id not in own and database.knows("sources", entry_id):
                    yield entry.fault(field, id=entry_id)


@check(
    "K109",
    "unknown-whole",
    ERROR,
    message=N_("there is no event and no name “{id}” that this could be a part of"),
    what=N_("What an event is a step or an edition of is another event, or a name."),
    why=N_("The steps of an agreement are shown with it, and counted by it."),
    repair=N_("Correct the id in of, or add the event or the name."),
)
def unknown_whole(database: DatabaseFiles) -> Iterator[Fault]:
    """Find steps of what is not there, or of the event itself."""
    for entry, event in database.events:
        known = database.knows("events", event.of) or database.knows("names", event.of)
        if event.of and (not known or event.of == event.id):
            yield entry.fault("of", id=event.of)


def named(entry: Entry) -> Iterator[tuple[str, str]]:
    """Return each name that an entry refers to beside the roles of an event, as (field, id)."""
    fields = entry.fields
    if entry.kind == "names" and fields.get("part_of"):
        yield "part_of", fields["part_of"]
    groups = {"quantities": ("holder",), "offices": ("of", "at")}
    for group, ends in groups.items():
        for number, item in enumerate(fields.get(group, ())):
            yield from (
                (f"{group}[{number}].{end}", item[end]) for end in ends if item.get(end)
            )
    counts = fields.get("counts") or {}
    for end in ("of", "organisation", "at"):
        if counts.get(end):
            yield f"counts.{end}", counts[end]


def linked(event: Event) -> Iterator[tuple[str, str, tuple[str, ...]]]:
    """Return each name of an event as (field, id, the kinds that its role admits)."""
    for field, ids, kinds in (
        ("places", event.places, PLACES),
        ("people", event.people, PEOPLE),
        ("organisations", event.organisations, ORGANISATIONS),
    ):
        for place, entry_id in listed(field, ids):
            yield place, entry_id, kinds


def references(entry: Entry) -> Iterator[tuple[str, str, str]]:
    """Return every id of every list of an entry as (list, field, id)."""
    for field, entry_id in citations(entry):
        yield field.rpartition("[")[0], field, entry_id
    for group in ("former_ids", "places", "people", "organisations", "tags"):
        for field, entry_id in listed(group, entry.fields.get(group, ())):
            yield group, field, entry_id
