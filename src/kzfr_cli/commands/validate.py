"""`kzfr validate`: the doctor of the database files."""

from __future__ import annotations

import os
from collections.abc import Iterable, Sequence

import click

from kzfr_cli import editing
from kzfr_cli.core.visible import visible
from kzfr_cli.doctor import checks, examination
from kzfr_cli.doctor.registry import Check, Finding
from kzfr_cli.errors import UnknownWordError
from kzfr_cli.formats import registry
from kzfr_cli.queries import lookups
from kzfr_cli.session import Session
from kzfr_cli.store import paths
from kzfr_cli.terminal import options, output, run, screen
from kzfr_cli.terminal.help import Command
from kzfr_cli.terminal.output import Output
from kzfr_cli.views import problems

FORMATS = ("text", "json", "github")
EVERY = "*"
"""What `--explain` without a code stands for."""

DISORDER = "out-of-order"
"""The check whose findings are repaired by moving entries, not by writing a value."""


@click.command("validate", cls=Command)
@click.argument("files", nargs=-1, metavar="[FILE]...", type=click.Path())
@click.option(
    "--explain",
    metavar="[CODE]",
    is_flag=False,
    flag_value=EVERY,
    help="Tell what a check looks for, why, and how to repair; without a code, list all checks.",
)
@click.option(
    "--all", "everything", is_flag=True, help="Show also what is worth a look but no fault."
)
@click.option(
    "--fix",
    is_flag=True,
    help="Repair what has one right answer, in your own files; kzfr undo takes it back.",
)
@click.option(
    "--ignore",
    metavar="CODE",
    multiple=True,
    help="Leave a check out, by code or name; repeat for more.",
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
        fmt = "text" if to.fmt == "github" else to.fmt
        view = explained(session, explain)
        output.emit(registry.render(view, fmt, to.surface()), to.path)
        return
    layers, own = files_to_read(session, files)
    ignored = [check(word) for word in ignore]
    with screen.working(session, session.catalogue.text("Checking")):
        found = examination.without(examination.examine(layers, own), ignored)
    if fix and repaired(session, found, own):
        found = examination.without(examination.examine(layers, own), ignored)
    failures = examination.failures(found)
    told = found if everything else failures
    listed = problems.problem_list(told, os.getcwd(), session.catalogue)
    # not by `output.show`, which opens the index to tell of the same faults
    output.emit(registry.render(listed, to.fmt, to.surface()), to.path, layers)
    tell_count(session, told, len(found) - len(told))
    if failures:
        click.get_current_context().exit(1)


def files_to_read(session: Session, asked: Iterable[str]) -> tuple[list[str], set[str] | None]:
    """List the files to read, and those of them whose faults are told (None for all).

    Raises `MissingDatabaseError` when there is nothing at a path.
    """
    base = [paths.packaged()] if session.settings.packaged else []
    layers = paths.all_files(base, session.overlays)
    known = {os.path.realpath(path): path for path in layers}
    own: set[str] = set()
    for path in paths.all_files((), (os.path.abspath(os.path.expanduser(path)) for path in asked)):
        if (layer := known.setdefault(os.path.realpath(path), path)) == path and path not in layers:
            layers.append(path)
        own.add(layer)
    return layers, own if own else None


def repaired(session: Session, found: Iterable[Finding], named: set[str] | None) -> bool:
    """Repair what has one right answer in the files that were named or are the user's; tells
    whether any was.
    """
    from itertools import groupby

    from kzfr_cli.terminal import changes

    packaged = (
        ()
        if named is not None or not session.settings.packaged
        else paths.database_files(paths.packaged())
    )
    found = list(found)
    held = movable(found)
    fixable = [
        item
        for item in found
        if item.fix or (item.check.name == DISORDER and item.entry in held[item.path])
    ]
    own = [finding for finding in fixable if finding.path not in packaged]
    for path, group in groupby(own, key=lambda finding: finding.path):
        findings = list(group)
        wanted = [
            editing.repairs.Repair(item.kind, item.entry, item.fix.field, item.fix.value)
            for item in findings
            if item.fix
        ]
        ids = {item.entry for item in findings if item.fix is None}
        changes.save(
            session,
            path,
            lambda before, wanted=wanted, ids=ids: editing.moving.moved(
                editing.repairs.repaired(before, wanted), ids
            ),  # type: ignore[misc]
            "validate --fix",
        )
        tell_repaired(session, findings)
    if len(own) < len(fixable):
        output.tell(
            session.catalogue.text(
                "The packaged database is left as it is; name a file to repair it."
            )
        )
    return bool(own)


def movable(found: Iterable[Finding]) -> dict[str, set[str]]:
    """List for each file with events in disorder those that can be moved: their own file tells
    their dates.
    """
    held = {}
    for path in {finding.path for finding in found if finding.check.name == DISORDER}:
        with open(path, "rb") as file:
            held[path] = editing.moving.dated(file.read())
    return held


def tell_repaired(session: Session, findings: Sequence[Finding]) -> None:
    """Say on stderr what was repaired, field by field; several faults of a field are repaired at
    once.
    """
    lines = []
    for finding in findings:
        place = f"{problems.seen_from(os.getcwd(), finding.path)}:{finding.line}"
        if finding.fix is None:
            said = {"place": visible(place), "entry": visible(finding.entry)}
            output.tell(
                session.catalogue.text("{place}: {entry} was moved to its place in time", **said)
            )
        else:
            told = {
                "place": place,
                "entry": finding.entry,
                "field": finding.fix.field,
                "value": finding.fix.value,
            }
            said = {name: visible(text) for name, text in told.items()}
            lines.append(
                session.catalogue.text("{place}: {entry}: {field} is now “{value}”", **said)
            )
    for line in dict.fromkeys(lines):
        output.tell(line)


def check(word: str) -> Check:
    """Find a check by its code or name; raises `UnknownWordError`."""
    if (found := checks.find(word)) is not None:
        return found
    known = [name for check in checks.ALL for name in (check.code, check.name)]
    raise UnknownWordError(what="check", word=word, near=lookups.near(word, known))


def explained(session: Session, word: str) -> problems.CheckView | problems.CheckListView:
    """Explain one check, or list them all."""
    if word == EVERY:
        return problems.check_list(checks.ALL, session.catalogue)
    return problems.check_sheet(check(word), session.catalogue)


def tell_count(session: Session, told: Sequence[Finding], hidden: int) -> None:
    """Say on stderr how much was found, and how to know more; nothing when nothing was."""
    if not told:
        return
    said = [
        session.catalogue.plural(
            "{count} problem found.", "{count} problems found.", len(told), count=len(told)
        ),
        session.catalogue.text(
            "To know more: kzfr validate --explain {code}", code=told[0].check.code
        ),
    ]
    if hidden:
        said.insert(
            1,
            session.catalogue.plural(
                "{count} more thing is worth a look: --all.",
                "{count} more things are worth a look: --all.",
                hidden,
                count=hidden,
            ),
        )
    output.tell(" ".join(said))
