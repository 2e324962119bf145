"""`kzfr validate`: the doctor of the database files."""

from __future__ import annotations

import os

import click

from kzfr_cli.answers import checks
from kzfr_cli.doctor import examination, scope
from kzfr_cli.terminal import options, repairs, run, screen
from kzfr_cli.terminal.help import Command
from kzfr_cli.terminal.output import Output
from kzfr_cli.views import problems

FORMATS = ("text", "json", "github")


@click.command("validate", cls=Command)
@click.argument("files", nargs=-1, metavar="[FILE]...", type=click.Path())
@click.option(
    "--explain",
    metavar="[CODE]",
    is_flag=False,
    flag_value=checks.EVERY,
    help="Explain what a check looks for, why, and how to repair what it finds; without a code, list all checks.",
)
@click.option(
    "--all", "everything", is_flag=True, help="Also show what is worth a look but no fault."
)
@click.option(
    "--fix",
    is_flag=True,
    help="Repair what has one right answer, in your own files; kzfr undo reverts it.",
)
@click.option(
    "--ignore",
    metavar="CODE",
    multiple=True,
    help="Leave out a check, by code or name; repeat for more.",
)
@options.output_options(FORMATS, with_dialect=False)
@options.global_options
def command(
    files: tuple[str, ...],
    explain: str | None,
    everything: bool,
    fix: bool,
    ignore: tuple[str, ...],
    to: Output,
) -> None:
    """Look for faults in the database files: silent when there is none, else exit code 1.

    Without FILE, the packaged database and all that is laid over it are examined. A FILE or folder
    is examined as laid over them, and only its own faults are told.

    \b
    Examples:
      kzfr validate
      kzfr validate my-events.toml
      kzfr validate --explain K402
      kzfr validate --fix my-events.toml
      kzfr validate --format github
    """
    session = run.session()
    if explain is not None:
        repairs.write(checks.explained(explain, session.catalogue), to)
        return
    layers, own = scope.files_to_read(session.layers, files)
    ignored = [checks.find(word) for word in ignore]
    with screen.working(session, session.catalogue.text("Checking")):
        found = examination.without(examination.examine(layers, own), ignored)
    if fix and repairs.repair(session, found, own):
        found = examination.without(examination.examine(layers, own), ignored)
    failures = examination.failures(found)
    told = found if everything else failures
    repairs.write(problems.problem_list(told, os.getcwd(), session.catalogue), to, layers)
    repairs.tell_count(session, told, len(found) - len(told))
    if failures:
        click.get_current_context().exit(1)
