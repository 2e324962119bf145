"""`kzfr source add`: write down a page before events cite it."""

from __future__ import annotations

import click

from kzfr_cli.commands import changes, completions, options
from kzfr_cli.commands.described import Group
from kzfr_cli.core.event import SOURCE_KINDS
from kzfr_cli.core.visible import visible
from kzfr_cli.errors import DuplicateIdError


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
    shell_complete=completions.languages,
    help="Language that it is in, such as fr.",
)
@click.option("--kind", type=options.OneOf(SOURCE_KINDS), help="What kind of source it is.")
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
    from kzfr_cli.queries import entering
    from kzfr_cli.store.editing import edits, writing

    app = changes.app_for_writing()
    if not (url or title):
        raise click.UsageError(app.catalogue.text("Give the address of the page, or --title."))
    proposal = entering.source_id(url) if url else entering.slug(title or "")
    fields = {
        "id": id or entering.free(proposal, lambda id: entering.is_taken(app.index, "sources", id)),
        "title": title or entering.title_of(url),
        "publisher": publisher,
        "url": url,
        "language": language,
        "kind": kind,
        "published": changes.date_of(app, published).text if published else None,
    }
    new = str(fields["id"])
    if (
        same := entering.same_page(app.index, url)
        if url
        else new
        if app.index.source(new)
        else None
    ):
        raise DuplicateIdError(id=same)
    changes.save(
        app,
        app.target,
        changes.making([edits.Addition("sources", new, writing.entry("sources", fields))]),
        f"source add {new}",
    )
    options.emit(f"{new}\n")
    options.tell(
        app.catalogue.text("Added to {path}. To take it back: kzfr undo", path=visible(app.target))
    )
