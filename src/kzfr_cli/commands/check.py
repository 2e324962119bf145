"""`kzfr check`: proof-read the dates, anniversaries and figures of a text."""

from __future__ import annotations

import click

from kzfr_cli.core.edtf import PartialDate
from kzfr_cli.proofreading.texts import reading
from kzfr_cli.terminal import options, output, proofreading, run, types
from kzfr_cli.terminal.help import Command
from kzfr_cli.terminal.output import Output
from kzfr_cli.views import findings

FORMATS = ("text", "json", "github", "sarif", "rdjson")


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
    "--explain",
    is_flag=True,
    help="Show every claim, how it was read and what it was linked to.",
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
    paths = files or (reading.STDIN,)
    outcomes, errors = proofreading.proofread(session, paths, as_of)
    shown = proofreading.shown_verdicts(fail_on, explain)
    view = findings.finding_list(outcomes, session.speaker, shown, explain)
    output.emit(
        proofreading.rendered(session, view, to), to.path, map(reading.file_of, paths)
    )
    output.tell_state(session)
    proofreading.tell_unread(session, view, errors)
    if to.fmt == "text" and any(outcome.lacks_date for outcome in outcomes):
        proofreading.tell_undated(session)
    if code := proofreading.exit_code(view, fail_on, errors):
        click.get_current_context().exit(code)


proofreading.take_auto(command)
