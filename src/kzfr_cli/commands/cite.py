"""`kzfr cite`: references to an event, a figure or a source."""

from __future__ import annotations

import click

from kzfr_cli.answers.sources import Reference
from kzfr_cli.formats import endings
from kzfr_cli.terminal import options, output, run, types
from kzfr_cli.terminal.completion import values
from kzfr_cli.terminal.help import Command
from kzfr_cli.terminal.output import Output

STYLES = {
    "text": "text",
    "footnote": "footnote",
    "csl-json": "csljson",
    "bibtex": "bibtex",
    "ris": "ris",
}
"""The format that writes each style."""


@click.command("cite", cls=Command)
@click.argument("id", shell_complete=values.citable_ids)
@click.option(
    "--style",
    type=types.OneOf(list(STYLES)),
    help="How the references are written (default: by the ending of -o, else text).",
)
@options.file_option
@options.global_options
def command(id: str, style: str | None, path: str | None) -> None:
    """Cite an event, a figure or a source.

    An event or a figure is cited as the entry of kzfr, with its date, followed by the sources that
    it rests on. The day on which you saw them is told only when you give it with --today.

    \b
    Examples:
      kzfr cite strategic-partnership-treaty-2008
      kzfr cite strategic-partnership-treaty-2008 --style footnote --lang fr --today 2026-06-11
      kzfr cite lafranceetlemonde-2018 --style bibtex
      kzfr cite trade-total-2017-eur --style csl-json -o trade.json
    """
    session = run.session()
    asked = Reference(id, session.settings.today)
    if path is not None and path != output.STDOUT:
        style = chosen(style, path)
    to = Output(STYLES[style or "text"], path)
    output.show(session.database.ask(asked), to)


def chosen(style: str | None, path: str) -> str | None:
    """Return the style asked for, else that of the file's ending; raises
    `UnwritableEndingError`.
    """
    known = {**endings.of(STYLES), ".json": "csl-json"}
    if style is not None:
        endings.check(path, style, known)
        return style
    return endings.picked(path, known)
