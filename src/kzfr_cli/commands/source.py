"""`kzfr source add`: write down a page before events cite it."""

from __future__ import annotations

import click

from kzfr_cli.core.event import SOURCE_KINDS
from kzfr_cli.core.visible import visible
from kzfr_cli.errors import DuplicateIdError
from kzfr_cli.terminal import changes, options, output, types
from kzfr_cli.terminal.completion import values
from kzfr_cli.terminal.help import Group


@click.group("source", cls=Group)
@options.global_options
def command() -> None:
    """Write down the sources of your events.

    \b
    Examples:
      kzfr source add https://example.org/visit --title "The visit" --publisher "Example News" --kind press
      kzfr source add --title "Minutes of the meeting" --language fr --published 2026-07-14
    """


@command.command("add")
@click.argument("url", required=False, default="")
@click.option("--title", metavar="TEXT", help="Title of the page (default: its address).")
@click.option("--publisher", metavar="TEXT", help="Who publishes it.")
@click.option(
    "--language",
    metavar="CODE",
    shell_complete=values.languages,
    help="Language that it is in, such as fr.",
)
@click.option("--kind", type=types.OneOf(SOURCE_KINDS), help="What kind of source it is.")
@click.option("--published", metavar="DATE", help="When it was published.")
@click.option("--id", metavar="ID", help="Id of the source (default: of its address or title).")
@options.global_options
def add(
    url: str,
    title: str | None,
    publisher: str | None,
    language: str | None,
    kind: str | None,
    published: str | None,
    id: str | None,
) -> None:
    """Write down a page; its id is printed, for kzfr add --source.

    \b
    Examples:
      kzfr source add https://example.org/visit --title "The visit" --kind press
      kzfr source add --title "Minutes of the meeting" --language fr --published 2026-07-14
    """
    from kzfr_cli.editing import edits, new_event, toml_writer

    session = changes.app_for_writing()
    if not (url or title):
        raise click.UsageError(session.catalogue.text("Give the address of the page, or --title."))
    proposal = new_event.source_id(url) if url else new_event.slug(title or "")
    fields = {
        "id": id
        or new_event.free(proposal, lambda id: new_event.is_taken(session.index, "sources", id)),
        "title": title or new_event.title_of(url),
        "publisher": publisher,
        "url": url,
        "language": language,
        "kind": kind,
        "published": changes.date_of(session, published).text if published else None,
    }
    new = str(fields["id"])
    if (
        same := new_event.same_page(session.index, url)
        if url
        else new
        if session.index.source(new)
        else None
    ):
        raise DuplicateIdError(id=same)
    changes.save(
        session,
        session.target,
        changes.making([edits.Addition("sources", new, toml_writer.entry("sources", fields))]),
        f"source add {new}",
    )
    output.emit(f"{new}\n")
    output.tell(
        session.catalogue.text(
            "Added to {path}. To take it back: kzfr undo", path=visible(session.target)
        )
    )
