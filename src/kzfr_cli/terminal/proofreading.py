"""Proof-read texts at a terminal: what is read, what is told, and how it ends."""

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
from kzfr_cli.terminal import output, run, screen, types
from kzfr_cli.terminal.output import Output
from kzfr_cli.views import findings, texts

AUTO = "auto"

UNREAD = 3
"""The exit code when a part that a reader sees could not be read."""


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


def exit_code(
    view: findings.FindingListView, fail_on: str, errors: Sequence[KzfrError]
) -> int:
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


def tell_undated(session: Session) -> None:
    """Say on stderr that some claims could not be judged without the date of the text."""
    output.tell(
        session.catalogue.text(
            "The text does not say when it was written: what counts from its own date is not "
            "judged."
            " Give it with --as-of."
        )
    )


def take_auto(command: click.Command) -> None:
    """Let `--lang auto` leave the language to the locale; the text is read in all at once."""
    for parameter in command.params:
        if parameter.name == "lang":
            parameter.type = types.OneOf((*LANGUAGES, AUTO), "languages")
            parameter.callback = language


def language(ctx: click.Context, param: click.Parameter, value: Any) -> None:
    """Take `--lang`, but for `auto`."""
    run.ask(ctx, param, None if value == AUTO else value)
