"""`kzfr import`: take in the events of a table, a JSON file, a calendar or another timeline."""

from __future__ import annotations

from typing import Any

import click

from kzfr_cli import terminal
from kzfr_cli.core.event import CATEGORIES
from kzfr_cli.terminal import changes, filtering, options, prompts, types
from kzfr_cli.terminal.help import Command


@click.command("import", cls=Command)
@click.argument("file", metavar="FILE", type=click.Path())
@click.option(
    "-c",
    "--category",
    type=types.OneOf(CATEGORIES, "categories"),
    help="Category of what names none.",
)
@click.option(
    "--source", "sources", metavar="ID|URL", multiple=True, help="Source of what names none."
)
@click.option("--no-source", is_flag=True, help="Import even what has no source.")
@click.option(
    "--new-names",
    is_flag=True,
    help="Treat an unknown name as new, even if it looks like a known one.",
)
@filtering.from_option
@filtering.to_option
@click.option(
    "--charset",
    metavar="NAME",
    default="",
    help="Charset of the file, if it is taken wrongly.",
)
@click.option(
    "--skip-refused",
    "handed_back",
    metavar="FILE",
    type=click.Path(),
    help="Import the rest, and write the refused rows with their reasons to FILE (.csv, .json).",
)
@click.option(
    "--remove-cancelled", is_flag=True, help="Remove events that the calendar has cancelled."
)
@click.option(
    "--dry-run", is_flag=True, help="Show what becomes of every row; write nothing."
)
@click.option("--all", "everything", is_flag=True, help="Show every row of the preview.")
@prompts.yes_option
@options.global_options
def command(yes: bool, **asked: Any) -> None:
    """Import the events of FILE: a table, a calendar, a timeline of another program.

    It shows what would be added, changed and refused, and asks. If a single row is refused, nothing
    is written. It reads tables (.csv, .tsv, .xlsx, .ods), calendars (.ics), JSON
    (.json, .ndjson), Markwhen (.mw) and what kzfr exports (.sqlite too); of any table the columns
    that are called date, end, title, summary, category, place, person, tag, source and the like,
    in four languages.

    \b
    Examples:
      kzfr import events.csv --category visit --no-source --dry-run
      kzfr import events.json --yes
      kzfr import calendar.ics --category culture --source https://example.org/agenda --yes
    """
    session = changes.app_for_writing()
    wanted = terminal.importing.asked(session, asked)
    wanted.show()
    wanted.finish(yes)
