"""`kzfr add`: write a new event into a database file of one's own."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING, Any

import click

from kzfr_cli.core.event import CATEGORIES, FACET_KINDS, SCOPES
from kzfr_cli.core.visible import visible
from kzfr_cli.errors import DuplicateIdError, LooksLikeError, NeedsOptionError, NeedsSourceError
from kzfr_cli.locale.catalogue import N_
from kzfr_cli.session import Session
from kzfr_cli.terminal import changes, options, output, types
from kzfr_cli.terminal.completion import values
from kzfr_cli.terminal.help import Command

if TYPE_CHECKING:
    from kzfr_cli.core.edtf import PartialDate
    from kzfr_cli.core.event import Event
    from kzfr_cli.editing.new_event import Found

TEXT = N_("TEXT|LANG=TEXT")


@click.command("add", cls=Command)
@click.option("--id", metavar="ID", help="Id of the event (default: of its title and year).")
@click.option(
    "--date",
    metavar="DATE",
    help="Its date: 2018-06-05, “June 2018”, 2018, or EDTF such as 1993-09~.",
)
@click.option(
    "--title", "titles", metavar=TEXT, multiple=True, help="Its title; repeat for more languages."
)
@click.option(
    "--summary",
    "summaries",
    metavar=TEXT,
    multiple=True,
    help="What happened, in a sentence or two.",
)
@click.option("--category", type=types.OneOf(CATEGORIES), help="Its category.")
@click.option(
    "--kind", type=types.OneOf(FACET_KINDS), help="What the date is of (default: occurred)."
)
@click.option("--scope", type=types.OneOf(SCOPES), help="Relations proper, or their context.")
@click.option(
    "--place",
    "places",
    metavar="NAME",
    multiple=True,
    shell_complete=values.places,
    help="A place, by its id or name; repeat for more.",
)
@click.option(
    "--person",
    "people",
    metavar="NAME",
    multiple=True,
    shell_complete=values.people,
    help="A person, by id or name; repeat for more.",
)
@click.option(
    "--organisation",
    "organisations",
    metavar="NAME",
    multiple=True,
    shell_complete=values.organisations,
    help="An organisation, likewise.",
)
@click.option(
    "--tag",
    "tags",
    metavar="TAG",
    multiple=True,
    shell_complete=values.tags,
    help="A subject; repeat for more.",
)
@click.option(
    "--source",
    "sources",
    metavar="ID|URL",
    multiple=True,
    shell_complete=values.sources,
    help="How it is known: the id or the address of a page; repeat for more.",
)
@click.option("--no-source", is_flag=True, help="Add it without any source all the same.")
@click.option("--note", "notes", metavar=TEXT, multiple=True, help="What must be said of the date.")
@click.option(
    "--new-names",
    is_flag=True,
    help="Take an unknown name for a new one even if it looks like a known one.",
)
@click.option("--dry-run", is_flag=True, help="Show what would be written, and write nothing.")
@changes.yes_option
@options.global_options
def command(
    id: str | None,
    date: str | None,
    titles: tuple[str, ...],
    category: str | None,
    sources: tuple[str, ...],
    no_source: bool,
    dry_run: bool,
    yes: bool,
    **more: Any,
) -> None:
    """Add an event of your own; on a terminal, what no option says is asked, so that kzfr add will
    do.

    It is written to the file of the last --db, else to your own (see kzfr info), and every other
    byte of that file stays as it is. The id of the event is printed; kzfr undo takes it back.

    \b
    Examples:
      kzfr add --date 2026-07-14 --title "Visit of the delegation" --category visit --source https://example.org/visit
      kzfr add --date 2026-09 --title fr=Colloque --title en=Conference --category science --place Almaty --no-source
    """
    session = changes.app_for_writing()
    asked = {
        **more,
        "id": id,
        "date": date,
        "titles": titles,
        "category": category,
        "sources": sources,
    }
    asks = changes.may_ask(yes) and not dry_run
    if asks:
        Questions(session, asked, no_source).ask()
    refuse_gaps(asked, no_source)
    value = changes.date_of(session, asked["date"])
    words = changes.worded(asked["titles"], session.lang)
    if not (asks or yes):
        refuse_twin(session, words, value)
    entries = written(session, asked, value, words)
    if dry_run:
        output.emit(changes.shown(entries))
        return
    if asks and not is_wanted(session, entries):
        raise click.Abort
    write(session, entries, is_proposed=not asked["id"])


def refuse_gaps(asked: dict[str, Any], no_source: bool) -> None:
    """Refuse what lacks a date, a title, a category or a source; raises `NeedsOptionError`,
    `NeedsSourceError`.
    """
    needed = {"--date": asked["date"], "--title": asked["titles"], "--category": asked["category"]}
    if missing := [option for option, value in needed.items() if not value]:
        raise NeedsOptionError(options=", ".join(missing))
    if not asked["sources"] and not no_source:
        raise NeedsSourceError()


def refuse_twin(session: Session, titles: dict[str, str], value: PartialDate) -> None:
    """Refuse an event that stands there already under another id; raises `LooksLikeError`."""
    from kzfr_cli.editing import new_event

    for twin in new_event.twins(session.index, titles, value):
        raise LooksLikeError(other=twin.id, title=session.speaker.words(twin.title))


# ---- the entry


def written(
    session: Session, asked: dict[str, Any], value: PartialDate, titles: dict[str, str]
) -> list[tuple[str, dict[str, Any]]]:
    """Put the event together with the sources, names and tags that it needs and nothing defines
    yet.

    Raises `DuplicateIdError` and `UnknownWordError`.
    """
    from kzfr_cli.editing import new_event

    known = Known(session, asked["new_names"])
    sources = [new_event.source(session.index, text) for text in asked["sources"]]
    linked = {
        "places": known.names(("place",), asked["places"]),
        "people": known.names(("person",), asked["people"]),
        "organisations": known.names(values.ORGANISATIONS, asked["organisations"]),
        "tags": known.tags(asked["tags"]),
    }
    cited = list(dict.fromkeys(found.id for found in sources))
    facet = {
        "kind": asked["kind"] or "occurred",
        "value": value.text,
        "status": "preferred",
        "sources": cited,
    }
    event = {
        "id": asked["id"] or proposed(session, titles, value),
        "category": asked["category"],
        "scope": asked["scope"],
        "title": titles,
        "summary": changes.worded(asked["summaries"], session.lang),
        **{
            field: list(dict.fromkeys(item.id for item in found)) for field, found in linked.items()
        },
        "dates": [{**facet, "note": changes.worded(asked["notes"], session.lang)}],
        "sources": [{"id": id} for id in cited],
    }
    if asked["id"] and new_event.is_taken(session.index, "events", asked["id"]):
        raise DuplicateIdError(id=asked["id"])
    new = new_event.companions([*sources, *(item for found in linked.values() for item in found)])
    return [*((item.kind, dict(item.fields)) for item in new), ("events", event)]


def proposed(session: Session, titles: dict[str, str], value: PartialDate) -> str:
    """Propose an id: of the English title, which the packaged ones are made of, else of the user's,
    else of any.
    """
    from kzfr_cli.editing import new_event

    title = titles.get("en") or titles.get(session.lang) or next(iter(titles.values()))
    return new_event.propose(
        title, value, lambda id: new_event.is_taken(session.index, "events", id)
    )


class Known:
    """Find the ids of names and tags as they were typed."""

    def __init__(self, session: Session, new: bool) -> None:
        self.app = session
        self.new = new

    def names(self, kinds: tuple[str, ...], texts: Sequence[str]) -> list[Found]:
        """Find names of some kinds; raises `UnknownWordError`."""
        from kzfr_cli.editing import new_event

        return [
            new_event.name(self.app.index, kinds, text, self.app.lang, new=self.new)
            for text in texts
        ]

    def typed(self, kinds: tuple[str, ...], answer: str) -> list[Found]:
        """Find names separated by commas; raises `UnknownWordError`."""
        return self.names(kinds, parts(answer))

    def tags(self, texts: Sequence[str]) -> list[Found]:
        """Find tags; raises `UnknownWordError`."""
        from kzfr_cli.editing import new_event

        return [new_event.tag(self.app.index, text, self.app.lang, new=self.new) for text in texts]


# ---- writing


def write(
    session: Session, entries: list[tuple[str, dict[str, Any]]], *, is_proposed: bool
) -> None:
    """Write the event and what it needs, all or nothing, and print its id."""
    event = entries[-1][1]
    path = session.target

    def make(before: bytes) -> bytes:
        """Settle on the id and on what is still missing once the file is ours alone."""
        from kzfr_cli.editing import edits, new_event, toml_writer

        held = edits.ids(before)
        if is_proposed:
            event["id"] = new_event.free(event["id"], lambda id: ("events", id) in held)
        wanted = [
            item for item in entries if item[0] == "events" or (item[0], item[1]["id"]) not in held
        ]
        return edits.apply(
            before,
            [
                edits.Addition(kind, fields["id"], toml_writer.entry(kind, fields))
                for kind, fields in wanted
            ],
        )

    changes.save(session, path, make, f"add {event['id']}")
    output.emit(f"{event['id']}\n")
    output.tell(
        session.catalogue.text("Added to {path}. To take it back: kzfr undo", path=visible(path))
    )
    tell_new(session, entries[:-1])


def tell_new(session: Session, entries: list[tuple[str, dict[str, Any]]]) -> None:
    """Name the sources, names and tags that were added with the event."""
    if entries:
        ids = ", ".join(visible(fields["id"]) for _, fields in entries)
        output.tell(session.catalogue.text("Added with it: {ids}", ids=ids))


def is_wanted(session: Session, entries: list[tuple[str, dict[str, Any]]]) -> bool:
    """Show what will be written and ask whether to."""
    output.tell(f"\n{visible(changes.shown(entries))}")
    return changes.confirm(
        session, session.catalogue.text("Write this to {path}?", path=visible(session.target))
    )


# ---- questions


class Questions:
    """Ask for what no option said, and put the answers beside the options."""

    def __init__(self, session: Session, asked: dict[str, Any], no_source: bool) -> None:
        self.app = session
        self.asked = asked
        self.no_source = no_source
        self.text = session.catalogue.text

    def ask(self) -> None:
        """Ask in the order in which people know an event: when, what, where, who, and how they
        know.
        """
        self.date()
        self.title()
        self.likes()
        self.category()
        self.linked()
        self.summary()
        self.sources()
        self.id()

    def value(self) -> PartialDate:
        """Give the date."""
        return changes.date_of(self.app, self.asked["date"])

    def date(self) -> None:
        """Ask for the date, and read it back in words."""
        from kzfr_cli.languages import dates

        if not self.asked["date"]:
            today = self.app.today.isoformat()
            self.asked["date"] = changes.ask(
                self.text("Date"), today, check=lambda text: changes.date_of(self.app, text)
            )
        output.tell(f"  = {dates.date_in_words(self.value(), self.app.lang, weekday=True)}")

    def title(self) -> None:
        """Ask for the title, in the language of the user."""
        if not self.asked["titles"]:
            self.asked["titles"] = (
                f"{self.app.lang}={changes.ask(self.text('Title'), check=self.needed)}",
            )

    def needed(self, answer: str) -> None:
        """Refuse an empty answer."""
        if not answer:
            raise click.UsageError(self.text("This is needed."))

    def likes(self) -> None:
        """Show what may be the same event, and ask whether to go on."""
        from kzfr_cli.editing import new_event

        titles = changes.worded(self.asked["titles"], self.app.lang)
        found = {
            event.id: event
            for event in (
                *new_event.twins(self.app.index, titles, self.value()),
                *new_event.likes(self.app.index, next(iter(titles.values())), self.value()),
            )
        }
        if not found:
            return
        output.tell(self.text("Perhaps the same:"))
        for event in found.values():
            output.tell(f"  {self.line(event)}")
        if not changes.confirm(self.app, self.text("Is yours another event?")):
            raise click.Abort

    def line(self, event: Event) -> str:
        """Tell an event in a line."""
        speaker = self.app.speaker
        return visible(
            f"{speaker.date(event.preferred.value)}  {speaker.words(event.title)}  [{event.id}]"
        )

    def category(self) -> None:
        """Ask for the category, with the others to choose from."""
        if self.asked["category"]:
            return
        output.tell(f"  {', '.join(CATEGORIES)}")
        self.asked["category"] = changes.ask(
            self.text("Category"), default=CATEGORIES[0], known=CATEGORIES, check=self.is_category
        )

    def is_category(self, answer: str) -> None:
        """Refuse what is no category."""
        types.OneOf(CATEGORIES).convert(answer, None, None)

    def linked(self) -> None:
        """Ask for the places and people, several of them separated by commas."""
        known = Known(self.app, self.asked["new_names"])
        for field, kind, question in (
            ("places", "place", self.text("Places, separated by commas")),
            ("people", "person", self.text("People, separated by commas")),
        ):
            if not self.asked[field]:
                ids = [entry["id"] for entry in self.app.index.all("names", kind)]
                answer = changes.ask(question, known=ids, check=partial(known.typed, (kind,)))
                self.asked[field] = tuple(parts(answer))

    def summary(self) -> None:
        """Ask for a summary, which may be left out."""
        if not self.asked["summaries"] and (answer := changes.ask(self.text("Summary"))):
            self.asked["summaries"] = (f"{self.app.lang}={answer}",)

    def sources(self) -> None:
        """Ask how it is known, until there is an answer."""
        if not self.asked["sources"] and not self.no_source:
            ids = self.app.index.all_ids("sources")
            answer = changes.ask(
                self.text("Source, an id or an address"), known=ids, check=self.are_sources
            )
            self.asked["sources"] = tuple(parts(answer))

    def are_sources(self, answer: str) -> None:
        """Refuse no source, and what is none."""
        from kzfr_cli.editing import new_event

        if not parts(answer):
            raise NeedsSourceError()
        for text in parts(answer):
            new_event.source(self.app.index, text)

    def id(self) -> None:
        """Propose an id."""
        if not self.asked["id"]:
            titles = changes.worded(self.asked["titles"], self.app.lang)
            proposal = proposed(self.app, titles, self.value())
            answer = changes.ask(self.text("Id"), default=proposal, check=self.is_free_id)
            self.asked["id"] = None if answer == proposal else answer

    def is_free_id(self, answer: str) -> None:
        """Refuse what is no id, or one that is taken."""
        from kzfr_cli.editing import new_event

        if not new_event.ID.match(answer):
            raise click.UsageError(
                self.text("An id is made of lower-case letters a–z, digits and hyphens.")
            )
        if new_event.is_taken(self.app.index, "events", answer):
            raise DuplicateIdError(id=answer)


def parts(answer: str) -> list[str]:
    """Split an answer at its commas."""
    return [part.strip() for part in answer.split(",") if part.strip()]
