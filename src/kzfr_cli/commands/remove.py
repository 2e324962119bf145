"""`kzfr remove`: take one entry out of one's own files, or hide one of the packaged database."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

import click

from kzfr_cli import editing
from kzfr_cli.core.visible import visible
from kzfr_cli.errors import NeedsOptionError
from kzfr_cli.session import Session
from kzfr_cli.terminal import changes, options, output, prompts
from kzfr_cli.terminal.completion import values
from kzfr_cli.terminal.help import Command

if TYPE_CHECKING:
    from kzfr_cli.editing.entries import EntryTarget


@click.command("remove", cls=Command)
@click.argument("entry_id", metavar="ID", shell_complete=values.entry_ids)
@prompts.yes_option
@prompts.dry_run_option
@options.global_options
def command(entry_id: str, yes: bool, dry_run: bool) -> None:
    """Remove an entry from your own file; one of the packaged database is hidden by your file instead.

    It asks first. kzfr undo brings the entry back.

    \b
    Examples:
      kzfr remove colloquium-2026 --dry-run
      kzfr remove colloquium-2026 --yes
      kzfr remove strategic-partnership-treaty-2008 --db my-events.toml --yes
    """
    session = changes.app_for_writing()
    found = editing.entries.find(session, entry_id)
    if dry_run:
        changes.preview(session, found.path, partial(editing.entries.removed, target=found))
        return
    if prompts.may_ask(yes):
        output.tell(visible(found.text))
        if not prompts.confirm(session, question(session, found), default=False):
            raise click.Abort
    elif not yes:
        raise NeedsOptionError(options="--yes")
    changes.save(
        session,
        found.path,
        lambda before: editing.entries.removed(before, found),
        f"remove {found.entry_id}",
    )
    output.tell(said(session, found))


def question(session: Session, found: EntryTarget) -> str:
    """Ask whether to remove or to hide the entry, and tell what cites it."""
    text = session.catalogue.text
    path = visible(found.path)
    hiding = text("Hide it by an entry of {path}?", path=path)
    asked = text("Remove it from {path}?", path=path) if found.is_own else hiding
    citing = len(session.index.citing(found.entry_id)) if found.kind == "sources" else 0
    told = text("Entries that cite it: {count}.", count=citing)
    return f"{told} {asked}" if citing else asked


def said(session: Session, found: EntryTarget) -> str:
    """Say what was done; an entry that was laid over another one shows that one again."""
    text = session.catalogue.text
    path = visible(found.path)
    if not found.is_own:
        return text("Hidden by {path}. To undo this: kzfr undo", path=path)
    said = text("Removed from {path}. To undo this: kzfr undo", path=path)
    anew = Session(session.settings, session.environment)
    if anew.index.body(found.kind, found.entry_id) is None:
        return said
    return f"{text('The entry that it was laid over shows again.')}\n{said}"
