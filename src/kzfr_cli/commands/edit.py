"""`kzfr edit`: change one entry in an editor."""

from __future__ import annotations

from functools import partial

import click

from kzfr_cli import editing, terminal
from kzfr_cli.terminal import changes, options, prompts
from kzfr_cli.terminal.completion import values
from kzfr_cli.terminal.help import Command


@click.command("edit", cls=Command)
@click.argument("entry_id", metavar="ID", shell_complete=values.entry_ids)
@prompts.dry_run_option
@options.global_options
def command(entry_id: str, dry_run: bool) -> None:
    """Open one entry, and nothing else, in your editor ($VISUAL, else $EDITOR).

    An entry of your own file (that of the last --db, else yours) is changed where it stands. One of
    the packaged database, or of a file below, stays as it is: your file gets an entry that is laid
    over it.

    \b
    Examples:
      kzfr edit strategic-partnership-treaty-2008
      kzfr edit astana --db my-events.toml
    """
    session = changes.app_for_writing()
    target = editing.entries.find(session, entry_id)
    with terminal.editor.opened(session, target) as text:
        if text is None:
            changes.tell_nothing(session)
            return
        make = partial(editing.entry_text.changed, target=target, text=text)
        if dry_run:
            changes.preview(session, target.path, make)
            return
        changes.save(session, target.path, make, f"edit {target.entry_id}")
    changes.tell_changed(session, target.path)
