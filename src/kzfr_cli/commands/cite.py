"""`kzfr cite`: references to an event, a figure or a source."""

from __future__ import annotations

import click

from kzfr_cli.answers.sources import Reference
from kzfr_cli.terminal import options, output, run, styles
from kzfr_cli.terminal.completion import values
from kzfr_cli.terminal.help import Command


@click.command("cite", cls=Command)
@click.argument("entry_id", metavar="ID", shell_complete=values.citable_ids)
@styles.style_option
@options.file_option
@options.global_options
def command(entry_id: str, style: str | None, path: str | None) -> None:
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
    asked = Reference(entry_id, session.settings.today)
    output.show(session.database.ask(asked), styles.output_of(style, path))
