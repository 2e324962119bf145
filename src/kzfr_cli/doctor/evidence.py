"""Whether what is said is borne by sources, and whether the sources can be told apart."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from kzfr_cli.doctor.database import DatabaseFiles, Entry, Fault, citations
from kzfr_cli.doctor.dates import comes_before
from kzfr_cli.doctor.references import named
from kzfr_cli.doctor.registry import ERROR, INFORMATION, WARNING, check
from kzfr_cli.locale.catalogue import N_

CONTESTED = ("disputed", "rejected")
DESCRIPTION = ("publisher", "language", "kind")


@check(
    "K201",
    "event-without-source",
    ERROR,
    message=N_("the event cites no source"),
    what=N_("Every event cites at least one source."),
    why=N_("What nobody can look up is worth nothing to its reader."),
    repair=N_(
        "Add an [[events.sources]] table with the id of a source and, in says, what it states."
    ),
)
def event_without_source(database: DatabaseFiles) -> Iterator[Fault]:
    """Find events that rest on nothing."""
    for entry, event in database.events:
        if not event.sources:
            yield entry.fault("")


@check(
    "K202",
    "date-without-source",
    ERROR,
    message=N_("the date {date} has no source"),
    what=N_("Every date names the sources that support it."),
    why=N_("An event often has sources for one of its dates and none for another."),
    repair=N_(
        "List in sources the ids of the pages that give this very date, or take the date away."
    ),
)
def date_without_source(database: DatabaseFiles) -> Iterator[Fault]:
    """Find dates that no source bears."""
    for entry, event in database.events:
        for number, facet in enumerate(event.dates):
            if not facet.sources:
                yield entry.fault(f"dates[{number}]", date=facet.value.text)


@check(
    "K203",
    "figure-without-source",
    ERROR,
    message=N_("the figure cites no source"),
    what=N_("Every figure cites at least one source."),
    why=N_("A number without its origin cannot be quoted."),
    repair=N_(
        "Add a [[figures.sources]] table with the id of a source and, in says, what it states."
    ),
)
def figure_without_source(database: DatabaseFiles) -> Iterator[Fault]:
    """Find figures that rest on nothing."""
    for entry, figure in database.figures:
        if not figure.sources:
            yield entry.fault("")


@check(
    "K204",
    "one-source",
    INFORMATION,
    message=N_("the event rests on one source"),
    what=N_("An event rests on two different sources or more."),
    why=N_(
        "What one page alone says may be its mistake; officers are blamed for wrong dates."
    ),
    repair=N_(
        "Look for a second page that confirms the date; it is no fault when there is none."
    ),
)
def one_source(database: DatabaseFiles) -> Iterator[Fault]:
    """Find events that rest on one source."""
    for entry in database.all("events"):
        if len(sources_of(entry)) == 1:
            yield entry.fault("sources")


@check(
    "K205",
    "disputed-without-two-sources",
    ERROR,
    message=N_("the date {date} is “{status}”, but the event has only one source"),
    what=N_("An event with a disputed or rejected date has at least two different sources."),
    why=N_("A dispute takes two: who says this, and who says otherwise."),
    repair=N_("Cite the source that gives the other date, or drop the dispute."),
)
def disputed_without_two_sources(database: DatabaseFiles) -> Iterator[Fault]:
    """Find disputes in which only one source speaks."""
    for entry, event in database.events:
        for number, facet in enumerate(event.dates):
            if facet.status in CONTESTED and len(sources_of(entry)) == 1:
                yield entry.fault(
                    f"dates[{number}].status", date=facet.value.text, status=facet.status
                )


@check(
    "K206",
    "disputed-without-note",
    ERROR,
    message=N_("no note tells who says this and what the others say"),
    what=N_("A disputed or rejected date, and the rival value of a figure, have a note."),
    why=N_("The reader must be able to judge: who says so, and why it is not preferred."),
    repair=N_(
        "Add note.fr and note.en: who gives this value, and what the other sources say."
    ),
)
def disputed_without_note(database: DatabaseFiles) -> Iterator[Fault]:
    """Find disputes that are not explained."""
    for entry, event in database.events:
        for number, facet in enumerate(event.dates):
            if facet.status in CONTESTED and not facet.note:
                yield entry.fault(f"dates[{number}].status")
    for entry, figure in database.figures:
        if figure.status in CONTESTED and not figure.note:
            yield entry.fault("status")
        for number, dispute in enumerate(figure.disputes):
            if not dispute.note:
                yield entry.fault(f"disputes[{number}]")


@check(
    "K207",
    "statement-missing",
    INFORMATION,
    message=N_("nothing tells what the source “{id}” says"),
    what=N_("Each citation tells in says what the page states."),
    why=N_("Pages vanish; our paraphrase stays, and lets others check the event."),
    repair=N_(
        "Write in says, in English and in your own words, what the page states about the event."
    ),
)
def statement_missing(database: DatabaseFiles) -> Iterator[Fault]:
    """Find citations that do not tell what the source says."""
    for entry in database.all("events", "figures"):
        for number, item in enumerate(entry.fields.get("sources", ())):
            if not item.get("says"):
                yield entry.fault(f"sources[{number}]", id=item["id"])


@check(
    "K208",
    "source-incomplete",
    INFORMATION,
    message=N_("the source has no {field}"),
    what=N_("A source has a publisher, a language and a kind."),
    why=N_(
        "Citations name the publisher, and readers weigh an official page and a blog differently."
    ),
    repair=N_(
        "Add the field; kind is official, academic, press, company, encyclopaedia or blog."
    ),
)
def source_incomplete(database: DatabaseFiles) -> Iterator[Fault]:
    """Find sources that are not fully described."""
    for entry in database.all("sources"):
        for field in DESCRIPTION:
            if not entry.fields.get(field):
                yield entry.fault("", field=field)


@check(
    "K209",
    "source-never-cited",
    INFORMATION,
    message=N_("nothing cites this source"),
    what=N_("Each source is cited by an event, a figure or a name."),
    why=N_(
        "A source that nothing cites is most often left over, or its id is misspelt where it is "
        "used."
    ),
    repair=N_("Cite it where it belongs, or take it away."),
)
def source_never_cited(database: DatabaseFiles) -> Iterator[Fault]:
    """Find sources that nothing cites."""
    cited = {
        entry_id
        for entry in database.all("events", "figures", "names")
        for _, entry_id in citations(entry)
    }
    yield from unused(database, "sources", cited)


@check(
    "K210",
    "name-never-linked",
    INFORMATION,
    message=N_("no event is linked to this name"),
    what=N_("Each name is linked to an event."),
    why=N_(
        "A name that no event uses is most often a leftover, or its id is misspelt where it "
        "is used."
    ),
    repair=N_("Link it to its events, or take it away."),
)
def name_never_linked(database: DatabaseFiles) -> Iterator[Fault]:
    """Find names that no event bears; words for the inhabitants of a country are there for the
    search alone.
    """
    linked = {
        entry_id
        for _, event in database.events
        for entry_id in (*event.places, *event.people, *event.organisations)
    }
    linked |= {name.id for _, name in database.names if name.kind == "demonym"}
    linked |= {
        entry_id
        for entry in database.all("events", "names", "tags")
        for _, entry_id in named(entry)
    }
    linked |= {event.of for _, event in database.events}
    yield from unused(database, "names", linked)


@check(
    "K211",
    "tag-never-used",
    INFORMATION,
    message=N_("no event has this tag"),
    what=N_("Each tag is used by an event."),
    why=N_("A tag that no event has finds nothing."),
    repair=N_("Give it to its events, or take it away."),
)
def tag_never_used(database: DatabaseFiles) -> Iterator[Fault]:
    """Find tags that no event bears."""
    yield from unused(
        database, "tags", {tag for _, event in database.events for tag in event.tags}
    )


@check(
    "K212",
    "indicator-without-figure",
    INFORMATION,
    message=N_("no figure belongs to this indicator"),
    what=N_("Each indicator has a figure."),
    why=N_("A series without a value is an empty page."),
    repair=N_("Add its figures, or take it away."),
)
def indicator_without_figure(database: DatabaseFiles) -> Iterator[Fault]:
    """Find indicators without any figure."""
    named = {figure.indicator for _, figure in database.figures}
    formerly = {
        indicator.id
        for _, indicator in database.indicators
        if named & {*indicator.former_ids}
    }
    yield from unused(database, "indicators", named | formerly)


@check(
    "K214",
    "dispute-of-another-period",
    WARNING,
    message=N_("the rival value is of {other}, and the figure of {period}"),
    what=N_("The rival value of a figure is of the same period."),
    why=N_(
        "A value of another year contradicts nothing: it is another point of the series."
    ),
    repair=N_("Make it a figure of its own, or correct the period."),
)
def dispute_of_another_period(database: DatabaseFiles) -> Iterator[Fault]:
    """Find rival values whose period has no day in common with that of their figure."""
    for entry, figure in database.figures:
        for number, dispute in enumerate(figure.disputes):
            other = dispute.period
            if other and (
                comes_before(other, figure.period) or comes_before(figure.period, other)
            ):
                yield entry.fault(
                    f"disputes[{number}].period", other=other.text, period=figure.period.text
                )


def unused(
    database: DatabaseFiles,
    kind: str,
    used: set[str],
) -> Iterator[Fault]:
    """Find the entries of a kind that nothing uses."""
    for entry in database.all(kind):
        if entry.id not in used:
            yield entry.fault("")


def sources_of(entry: Entry) -> Counter[str]:
    """Count how often an entry cites each of its sources."""
    return Counter(entry_id for _, entry_id in citations(entry))
