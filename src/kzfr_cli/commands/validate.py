"""`kzfr validate`: the doctor of the database files."""

from __future__ import annotations

import os
from collections.abc import Iterable, Sequence

import click

from kzfr_cli.app import App
from kzfr_cli.commands import options
from kzfr_cli.errors import UnknownWordError
from kzfr_cli.formats import registry
from kzfr_cli.queries import lookups
from kzfr_cli.queries.doctor import checks, examination
from kzfr_cli.queries.doctor.registry import Check, Finding
from kzfr_cli.store import paths
from kzfr_cli.views import problems

FORMATS = ("text", "json", "github")
EVERY = "*"
"""What `--explain` without a code stands for."""


@click.command("validate")
@click.argument("files", nargs=-1, metavar="[FILE]...", type=click.Path())
@click.option(
    "--explain",
    metavar="[CODE]",
    is_flag=False,
    flag_value=EVERY,
    help="Tell what a check looks for, why, and how to repair; without a code, list all checks.",
)
@click.option("--all", "everything", is_flag=True, help="Show also what is worth a look but no fault.")
@click.option("--ignore", metavar="CODE", multiple=True, help="Leave a check out, by code or name; repeat for more.")
@click.option("--format", "format_", type=click.Choice(FORMATS), default="text", help="Format of the output.")
@click.option(
    "-o", "--output", metavar="FILE", help="Write to a file, replaced only as a whole; - is the standard output."
)
@options.global_options
def command(
    files: tuple[str, ...],
    explain: str | None,
    everything: bool,
    ignore: tuple[str, ...],
    format_: str,
    output: str | None,
) -> None:
    """Look for faults in the database files: silent when there is none, else exit code 1.

    Without FILE, the packaged database and all that is laid over it are examined. A FILE or folder is
    examined as laid over them, and only its own faults are told.

    \b
    Examples:
      kzfr validate
      kzfr validate my-events.toml
      kzfr validate --explain K402
      kzfr validate --format github
    """
    app = options.current_app()
    if explain is not None:
        show(app, explained(app, explain), "text" if format_ == "github" else format_, output)
        return
    layers, own = files_to_read(app, files)
    found = examination.without(examination.examine(layers, own), [check(word) for word in ignore])
    failures = examination.failures(found)
    told = found if everything else failures
    show(app, problems.problem_list(told, os.getcwd(), app.catalogue), format_, output)
    tell_count(app, told, len(found) - len(told))
    if failures:
        click.get_current_context().exit(1)


def files_to_read(app: App, asked: Iterable[str]) -> tuple[list[str], set[str] | None]:
    """List the files to read, and those of them whose faults are told (None for all).

    Raises `MissingDatabaseError` when there is nothing at a path.
    """
    base = [paths.packaged()] if app.settings.packaged else []
    layers = paths.all_files(base, app.overlays)
    known = {os.path.realpath(path): path for path in layers}
    own: set[str] = set()
    for path in paths.all_files((), (os.path.abspath(os.path.expanduser(path)) for path in asked)):
        if (layer := known.setdefault(os.path.realpath(path), path)) == path and path not in layers:
            layers.append(path)
        own.add(layer)
    return layers, own if own else None


def check(word: str) -> Check:
    """Find a check by its code or name; raises `UnknownWordError`."""
    if (found := checks.find(word)) is not None:
        return found
    known = [name for check in checks.ALL for name in (check.code, check.name)]
    raise UnknownWordError(what="check", word=word, near=lookups.near(word, known))


def explained(app: App, word: str) -> problems.CheckView | problems.CheckListView:
    """Explain one check, or list them all."""
    if word == EVERY:
        return problems.check_list(checks.ALL, app.catalogue)
    return problems.check_sheet(check(word), app.catalogue)


def show(app: App, view: object, format: str, output: str | None) -> None:
    """Write a view; not `options.show`, which opens the index to tell of the same faults."""
    options.emit(registry.render(view, format, app.surface(output is not None and output != "-")), output)


def tell_count(app: App, told: Sequence[Finding], hidden: int) -> None:
    """Say on stderr how much was found, and how to know more; nothing when nothing was."""
    if not told:
        return
    said = [
        app.catalogue.plural("{count} problem found.", "{count} problems found.", len(told), count=len(told)),
        app.catalogue.text("To know more: kzfr validate --explain {code}", code=told[0].check.code),
    ]
    if hidden:
        said.insert(
            1,
            app.catalogue.plural(
                "{count} more thing is worth a look: --all.",
                "{count} more things are worth a look: --all.",
                hidden,
                count=hidden,
            ),
        )
    options.tell(" ".join(said))
