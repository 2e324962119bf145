"""`kzfr check`: proof-read the dates, anniversaries and figures of a text before it is published."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable, Sequence
from typing import Any

import click

from kzfr_cli.core.edtf import PartialDate
from kzfr_cli.core.event import LANGUAGES
from kzfr_cli.errors import KzfrError
from kzfr_cli.formats import registry
from kzfr_cli.locale import messages
from kzfr_cli.proofreading.case import VERDICTS
from kzfr_cli.proofreading.texts import reading
from kzfr_cli.proofreading.texts.draft import Draft
from kzfr_cli.session import Session
from kzfr_cli.terminal import options, output, run, screen, types
from kzfr_cli.terminal.help import Command
from kzfr_cli.terminal.output import Output
from kzfr_cli.views import findings, texts

FORMATS = ("text", "json", "github", "sarif", "rdjson")
UNREAD = 3
"""The exit code when a part that a reader sees could not be read."""

AUTO = "auto"


@click.command("check", cls=Command)
@click.argument("files", nargs=-1, metavar="[FILE|-]...", type=click.Path())
@click.option(
    "--as-of",
    type=types.Date(),
    metavar="DATE",
    help="The date of the text, for “last January” or “this year”.",
)
@click.option(
    "--fail-on",
    type=types.OneOf(["contradicted", "disputed", "unknown", "never"]),
    default="contradicted",
    show_default=True,
    help="The least verdict that makes the exit code 1.",
)
@click.option(
    "--explain", is_flag=True, help="Show every claim, how it was read and what it was linked to."
)
@options.output_options(FORMATS, with_dialect=False)
@options.global_options
def command(
    files: tuple[str, ...],
    as_of: PartialDate | None,
    fail_on: str,
    explain: bool,
    to: Output,
) -> None:
    """Proof-read a text: its anniversaries, dates, weekdays, figures and names against the
    database.

    Reads .txt, .md, .html, .docx, .odt, .pptx, .rtf, .pdf, or the standard input; silent when
    nothing is wrong. The exit code is 3 when a part of a text could not be read.

    \b
    Examples:
      kzfr check article.md
      kzfr check --as-of 2018-05-20 --explain speech.docx
      pandoc -t plain page.rst | kzfr check -
    """
    session = run.session()
    outcomes, errors = proofread(session, files or (reading.STDIN,), as_of)
    view = findings.finding_list(
        outcomes, session.speaker, shown_verdicts(fail_on, explain), explain
    )
    inputs = map(file_of, files or (reading.STDIN,))
    output.emit(rendered(session, view, to), to.path, inputs)
    output.tell_state(session)
    tell_unread(session, view, errors)
    if to.fmt == "text" and any(outcome.lacks_date for outcome in outcomes):
        tell_undated(session)
    code = exit_code(view, fail_on, errors)
    if code:
        click.get_current_context().exit(code)


def proofread(
    session: Session, paths: Sequence[str], as_of: PartialDate | None
) -> tuple[list[findings.Outcome], list[KzfrError]]:
    """Read and check each text; one that cannot be read does not keep the others from it."""
    outcomes: list[findings.Outcome] = []
    errors: list[KzfrError] = []
    tell_keyboard(session, paths)
    sources = [TypedOrFile(path) for path in paths]
    database = session.database
    total = len(paths) if len(paths) > 1 else None
    with screen.working(session, session.catalogue.text("Checking"), total) as advance:
        for source in sources:
            try:
                outcomes.append(database.proofread(source.draft(), as_of))
            except KzfrError as error:
                errors.append(error)
            advance(1)
    return outcomes, errors


class TypedOrFile:
    """A text to be read; what is typed is awaited at once, before a bar is drawn over it."""

    def __init__(self, path: str) -> None:
        self._path = path
        self._typed: bytes | None = None
        self._error: KzfrError | None = None
        if path == reading.STDIN:
            self._await()

    def _await(self) -> None:
        try:
            self._typed = reading.load(self._path)
        except KzfrError as error:
            self._error = error

    def draft(self) -> Draft:
        """The text as its reader sees it; raises what `reading` raises."""
        if self._error:
            raise self._error
        data = reading.load(self._path) if self._typed is None else self._typed
        return reading.read(self._path, data)


def tell_keyboard(session: Session, paths: Iterable[str]) -> None:
    """Say on stderr that the text is awaited from the keyboard."""
    if reading.STDIN in paths and sys.stdin.isatty():
        output.tell(
            session.catalogue.text(
                "Type or paste the text; end it with {keys} on a line of its own.",
                keys="Ctrl-Z Enter" if os.name == "nt" else "Ctrl-D",
            )
        )


def tell_unread(
    session: Session, view: findings.FindingListView, errors: Iterable[KzfrError]
) -> None:
    """Say on stderr what a reader sees and the check did not."""
    for error in errors:
        said = messages.sentence(error, session.catalogue)
        output.tell(f"{session.catalogue.text('Error:')} {said}")
    for text in view.texts:
        for said in texts.unread(text, session.catalogue):
            output.tell(said)


def exit_code(view: findings.FindingListView, fail_on: str, errors: Sequence[KzfrError]) -> int:
    """The exit code: of what could not be read, else whether a verdict is one that fails."""
    if errors:
        return errors[0].exit_code
    if any(text.unread for text in view.texts):
        return UNREAD
    counts = dict(view.counts)
    return int(any(counts[verdict] for verdict in failing(fail_on)))


def failing(fail_on: str) -> Iterable[str]:
    """List the verdicts that make the exit code 1."""
    return () if fail_on == "never" else VERDICTS[VERDICTS.index(fail_on) :]


def shown_verdicts(fail_on: str, explain: bool) -> Iterable[str]:
    """List the verdicts that are told: what is unknown is silent unless asked for."""
    if explain:
        return VERDICTS
    return VERDICTS[1:] if fail_on == "unknown" else VERDICTS[2:]


def rendered(session: Session, view: findings.FindingListView, to: Output) -> str | bytes:
    """Return the findings in a format; for GitHub they are the problems of files."""
    told: Any = findings.problems(view, session.catalogue) if to.fmt == "github" else view
    return registry.render(told, to.fmt, to.surface())


def file_of(path: str) -> str:
    """Return the file that a draft is read from: the standard input may be one too."""
    return "/dev/stdin" if path == reading.STDIN else path


def tell_undated(session: Session) -> None:
    """Say on stderr that some claims could not be judged without the date of the text."""
    output.tell(
        session.catalogue.text(
            "The text does not say when it was written: what counts from its own date is not "
            "judged."
            " Give it with --as-of."
        )
    )


def language(ctx: click.Context, param: click.Parameter, value: Any) -> None:
    """Take `--lang`; `auto` leaves it to the locale. The text itself is read in every language at
    once.
    """
    run.ask(ctx, param, None if value == AUTO else value)


for parameter in command.params:
    if parameter.name == "lang":
        parameter.type = types.OneOf((*LANGUAGES, AUTO))
        parameter.callback = language
