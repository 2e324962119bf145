"""`kzfr import`: take in the events of a table, a JSON file or a calendar, all or none."""

from __future__ import annotations

from collections import Counter
from typing import Any

import click

from kzfr_cli import editing, terminal
from kzfr_cli.core.event import CATEGORIES
from kzfr_cli.core.visible import visible
from kzfr_cli.errors import ImportRefusedError
from kzfr_cli.terminal import changes, options, output, prompts, types
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
@click.option("--no-source", is_flag=True, help="Take in what has no source all the same.")
@click.option(
    "--new-names",
    is_flag=True,
    help="Take an unknown name for a new one even if it looks like a known one.",
)
@click.option("--dry-run", is_flag=True, help="Show what would be done, and write nothing.")
@click.option("--all", "everything", is_flag=True, help="Show every row of the preview.")
@prompts.yes_option
@options.global_options
def command(file: str, dry_run: bool, everything: bool, yes: bool, **defaults: Any) -> None:
    """Take in the events of FILE: .csv (or .tsv), .json (or .ndjson), or .ics.

    It shows what would be added, changed and refused, and asks. If a single row is refused, nothing
    is written. What kzfr timeline writes with --format csv or json is read; of any other table, the
    columns that are called date, title, summary, category, place, person, tag, source and the like,
    in English or French.

    \b
    Examples:
      kzfr import events.csv --category visit --no-source --dry-run
      kzfr import events.json --yes
      kzfr import calendar.ics --category culture --source https://example.org/agenda --yes
    """
    session = changes.app_for_writing()
    given = editing.import_plan.Defaults(
        lang=session.lang, today=session.today, day_first=session.day_first, **defaults
    )
    plans = terminal.preview.planned(session, editing.import_files.read(file), given)
    counts = Counter(plan.action for plan in plans)
    output.emit(terminal.preview.written(session, plans, everything))
    output.tell(terminal.preview.summed(session, counts))
    if counts[editing.import_plan.REFUSED]:
        raise ImportRefusedError(path=file, count=counts[editing.import_plan.REFUSED])
    wanted = [
        plan
        for plan in plans
        if plan.action in (editing.import_plan.ADDED, editing.import_plan.CHANGED)
    ]
    text = session.catalogue.text
    if dry_run or not wanted:
        output.tell(text("Nothing was written."))
        return
    terminal.preview.confirm(session, yes)
    changes.save(
        session,
        session.target,
        lambda before: editing.imported.imported(before, wanted, session.index),
        f"import {file}",
    )
    path = visible(session.target)
    output.tell(text("Imported into {path}. To take it back: kzfr undo", path=path))
