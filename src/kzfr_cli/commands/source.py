"""`kzfr source add`: write down a page before events cite it."""

from __future__ import annotations

import click

from kzfr_cli import editing
from kzfr_cli.terminal import changes, options, output, types
from kzfr_cli.terminal.completion import values
from kzfr_cli.terminal.help import Group


@click.group("source", cls=Group)
@options.global_options
def command() -> None:
    """Manage the sources of your events.

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
@click.option(
    "--kind",
    type=types.SOURCE_KIND,
    help="What kind of source it is.",
)
@click.option("--published", metavar="DATE", help="When it was published.")
@click.option(
    "--id",
    "entry_id",
    metavar="ID",
    help="Id of the source (default: of its address or title).",
)
@options.global_options
def add(
    url: str,
    title: str | None,
    publisher: str | None,
    language: str | None,
    kind: str | None,
    published: str | None,
    entry_id: str | None,
) -> None:
    """Record a page as a source; its id is printed, for kzfr add --source.

    \b
    Examples:
      kzfr source add https://example.org/visit --title "The visit" --kind press
      kzfr source add --title "Minutes of the meeting" --language fr --published 2026-07-14
    """
    session = changes.app_for_writing()
    if not (url or title):
        raise click.UsageError(
            session.catalogue.text("Give the address of the page, or --title.")
        )
    day = changes.date_of(session, published).text if published else None
    fields = editing.new_source.fields(
        session.index,
        {
            "id": entry_id,
            "title": title,
            "publisher": publisher,
            "url": url,
            "language": language,
            "kind": kind,
            "published": day,
        },
    )
    new = str(fields["id"])
    made = changes.making([editing.additions.added("sources", fields)])
    changes.save(session, session.target, made, f"source add {new}")
    output.emit(f"{new}\n")
    changes.tell_added(session)
