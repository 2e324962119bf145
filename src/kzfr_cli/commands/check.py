"""`kzfr check`: proof-read the dates, anniversaries and figures of a text before it is published."""

from __future__ import annotations

import sys
from collections.abc import Iterable
from typing import Any

import click

from kzfr_cli.core.edtf import PartialDate
from kzfr_cli.core.event import LANGUAGES
from kzfr_cli.formats import registry
from kzfr_cli.proofreading import checker
from kzfr_cli.proofreading.case import VERDICTS, Finding
from kzfr_cli.session import Session
from kzfr_cli.store import drafts
from kzfr_cli.store.drafts import Draft
from kzfr_cli.terminal import options, output, run, screen, types
from kzfr_cli.terminal.help import Command
from kzfr_cli.views import findings

FORMATS = ("text", "json", "github", "sarif", "rdjson")
SERIOUS = {"contradicted": ("contradicted",), "disputed": ("contradicted", "disputed"), "never": ()}
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
    "--format", "format_", type=types.OneOf(FORMATS), default="text", help="Format of the output."
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
@options.output_option
@options.global_options
def command(
    files: tuple[str, ...],
    as_of: PartialDate | None,
    format_: str,
    fail_on: str,
    explain: bool,
    target: str | None,
) -> None:
    """Proof-read a text: its anniversaries, dates, weekdays, figures and names against the
    database.

    Reads .txt, .md, .html, .docx, .odt, or the standard input; silent when nothing is wrong.

    \b
    Examples:
      kzfr check article.md
      kzfr check --as-of 2018-05-20 --explain speech.docx
      pandoc -t plain page.rst | kzfr check -
    """
    session = run.session()
    shown = shown_verdicts(fail_on, explain)
    found: list[tuple[Draft, Finding]] = []
    undated = False
    index = session.index
    with screen.working(
        session, session.catalogue.text("Checking"), len(files) if len(files) > 1 else None
    ) as advance:
        for path in files or (drafts.STDIN,):
            draft = read(path)
            text = checker.Checked(index, draft.text, as_of or checker.stated_date(draft.date))
            undated = undated or text.lacks_date
            found += [(draft, item) for item in text.findings]
            advance(1)
    told = [(draft, item) for draft, item in found if item.verdict in shown]
    show(session, findings.finding_list(told, session.speaker, explain), format_, target)
    if undated and format_ == "text":
        tell_undated(session)
    if any(item.verdict in failing(fail_on) for _, item in found):
        click.get_current_context().exit(1)


def read(path: str) -> Draft:
    """Read a file, or the standard input; raises `UnreadableTextError`."""
    if path == drafts.STDIN:
        return drafts.read(path, sys.stdin.buffer.read())
    return drafts.read(path, drafts.load(path))


def failing(fail_on: str) -> Iterable[str]:
    """List the verdicts that make the exit code 1."""
    return () if fail_on == "never" else VERDICTS[VERDICTS.index(fail_on) :]


def shown_verdicts(fail_on: str, explain: bool) -> Iterable[str]:
    """List the verdicts that are told: what is unknown is silent unless asked for."""
    if explain:
        return VERDICTS
    return VERDICTS[1:] if fail_on == "unknown" else VERDICTS[2:]


def show(session: Session, view: findings.FindingListView, format: str, target: str | None) -> None:
    """Write a view, then tell on stderr what the reader must know of the database."""
    rendered: Any = findings.problems(view, session.catalogue) if format == "github" else view
    surface = screen.surface(session, target is not None and target != "-")
    output.emit(registry.render(rendered, format, surface), target)
    output.tell_state(session)


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
