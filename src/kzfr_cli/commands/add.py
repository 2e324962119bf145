"""`kzfr add`: write a new event into a database file of one's own."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import click

from kzfr_cli import editing, terminal
from kzfr_cli.core.event import CATEGORIES, FACET_KINDS, SCOPES
from kzfr_cli.core.visible import visible
from kzfr_cli.errors import LooksLikeError, NeedsOptionError, NeedsSourceError
from kzfr_cli.locale.catalogue import N_
from kzfr_cli.session import Session
from kzfr_cli.terminal import changes, options, output, prompts, types
from kzfr_cli.terminal.completion import values
from kzfr_cli.terminal.help import Command

if TYPE_CHECKING:
    from kzfr_cli.core.edtf import PartialDate

TEXT = N_("TEXT|LANG=TEXT")

Fields = dict[str, Any]


@click.command("add", cls=Command)
@click.option(
    "--id",
    "entry_id",
    metavar="ID",
    help="Id of the event (default: of its title and year).",
)
@click.option(
    "--date",
    metavar="DATE",
    help="Its date: 2018-06-05, “June 2018”, 2018, or EDTF such as 1993-09~.",
)
@click.option(
    "--title",
    "titles",
    metavar=TEXT,
    multiple=True,
    help="Its title; repeat for more languages.",
)
@click.option(
    "--summary",
    "summaries",
    metavar=TEXT,
    multiple=True,
    help="What happened, in a sentence or two.",
)
@click.option(
    "-c", "--category", type=types.OneOf(CATEGORIES, "categories"), help="Its category."
)
@click.option(
    "--kind",
    type=types.OneOf(FACET_KINDS, "kinds"),
    help="What the date is of (default: occurred).",
)
@click.option(
    "--scope", type=types.OneOf(SCOPES, "scopes"), help="Relations proper, or their context."
)
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
@click.option("--no-source", is_flag=True, help="Add it even without a source.")
@click.option(
    "--note", "notes", metavar=TEXT, multiple=True, help="What must be said of the date."
)
@click.option(
    "--new-names",
    is_flag=True,
    help="Treat an unknown name as new, even if it looks like a known one.",
)
@click.option(
    "--dry-run", is_flag=True, help="Show what would be written, and write nothing."
)
@prompts.yes_option
@options.global_options
def command(
    entry_id: str | None,
    date: str | None,
    titles: tuple[str, ...],
    category: str | None,
    sources: tuple[str, ...],
    no_source: bool,
    dry_run: bool,
    yes: bool,
    **more: Any,
) -> None:
    """Add an event of your own; on a terminal, whatever the options leave out is asked for,
    so kzfr add alone will do.

    It is written to the file of the last --db, else to your own (see kzfr info), and every other
    byte of that file stays as it is. The id of the event is printed; kzfr undo reverts it.

    \b
    Examples:
      kzfr add --date 2026-07-14 --title "Visit of the delegation" --category visit --source https://example.org/visit
      kzfr add --date 2026-09 --title fr=Colloque --title en=Conference --category science --place Almaty --no-source
    """
    session = changes.app_for_writing()
    asked = {
        **more,
        "id": entry_id,
        "date": date,
        "titles": titles,
        "category": category,
        "sources": sources,
    }
    asks = prompts.may_ask(yes) and not dry_run
    if asks:
        terminal.questions.Questions(session, asked, no_source).ask()
    refuse_gaps(asked, no_source)
    value = changes.date_of(session, asked["date"])
    if not asks and not changes.is_plain(asked["date"], value):
        changes.read_back(session, value)
    words = editing.entered.worded(asked["titles"], session.lang)
    if not (asks or yes):
        refuse_twin(session, words, value)
    entries = editing.entered.written(session, asked, value, words)
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
    needed = {
        "--date": asked["date"],
        "--title": asked["titles"],
        "--category": asked["category"],
    }
    if missing := [option for option, value in needed.items() if not value]:
        raise NeedsOptionError(options=", ".join(missing))
    if not asked["sources"] and not no_source:
        raise NeedsSourceError()


def refuse_twin(session: Session, titles: dict[str, str], value: PartialDate) -> None:
    """Refuse an event that stands there already under another id; raises `LooksLikeError`."""
    for twin in editing.new_event.twins(session.index, titles, value):
        raise LooksLikeError(other=twin.id, title=session.speaker.words(twin.title))


def write(session: Session, entries: list[tuple[str, Fields]], *, is_proposed: bool) -> None:
    """Write the event and what it needs, all or nothing, and print its id."""
    *needed, (_, event) = entries

    def make(before: bytes) -> bytes:
        """Settle on the id and on what is still missing once the file is ours alone."""
        if is_proposed:
            event["id"] = editing.additions.free_id(before, event["id"])
        return editing.additions.with_event(before, needed, event)

    changes.save(session, session.target, make, f"add {event['id']}")
    output.emit(f"{event['id']}\n")
    changes.tell_added(session)
    tell_new(session, needed)


def tell_new(session: Session, entries: list[tuple[str, Fields]]) -> None:
    """Name the sources, names and tags that were added with the event."""
    if entries:
        ids = ", ".join(visible(fields["id"]) for _, fields in entries)
        output.tell(session.catalogue.text("Added with it: {ids}", ids=ids))


def is_wanted(session: Session, entries: list[tuple[str, Fields]]) -> bool:
    """Show what will be written and ask whether to."""
    output.tell(f"\n{visible(changes.shown(entries))}")
    return prompts.confirm(
        session,
        session.catalogue.text("Write this to {path}?", path=visible(session.target)),
    )
