"""`kzfr undo`: take back the last change of a database file."""

from __future__ import annotations

import os

import click

from kzfr_cli import editing
from kzfr_cli.core.visible import visible
from kzfr_cli.locale.catalogue import N_
from kzfr_cli.terminal import changes, options, output, prompts, run
from kzfr_cli.terminal.help import Command

WHOLE = N_("Taken back: “{what}” in {path}. What the file was until now is kept in {kept}")
PART = N_("Taken back: “{what}” in {path}. What was taken out of the file is kept in {kept}")


@click.command("undo", cls=Command)
@prompts.yes_option
@options.global_options
def command(yes: bool) -> None:
    """Restore a database file as it was before the last change by kzfr; run it again to go one
    change further back.

    A file that was changed by hand since is left as it is. With --db, the last change of that file
    is meant.

    \b
    Examples:
      kzfr undo
      kzfr undo --db my-events.toml
    """
    session = run.session()
    paths = {
        os.path.realpath(os.path.expanduser(path)) for path in session.settings.databases
    } or None
    journal = editing.journal.Journal(session.state)
    changes.tell_recovered(session, editing.saving.recover(journal))
    last = editing.saving.last(journal, paths)
    text = session.catalogue.text
    said = text("Undo “{what}” in {path}?", what=visible(last.what), path=visible(last.path))
    if prompts.may_ask(yes) and not prompts.confirm(session, said):
        raise click.Abort
    undone = editing.saving.undo(journal, last)
    output.tell(
        text(
            WHOLE if undone.is_whole else PART,
            what=visible(undone.change.what),
            path=visible(undone.change.path),
            kept=visible(undone.kept),
        )
    )
