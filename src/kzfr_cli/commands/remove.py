"""`kzfr remove`: take one entry out of one's own files, or hide one of the packaged database."""

from __future__ import annotations

import click

from kzfr_cli.app import App
from kzfr_cli.commands import changes, completions, options
from kzfr_cli.commands.described import Command
from kzfr_cli.core.visible import visible
from kzfr_cli.errors import NeedsOptionError


@click.command("remove", cls=Command)
@click.argument("id", shell_complete=completions.entry_ids)
@changes.yes_option
@options.global_options
def command(id: str, yes: bool) -> None:
    """Take an entry out of your own file; one of the packaged database is hidden by your file.

    It asks first. kzfr undo brings the entry back.

    \b
    Examples:
      kzfr remove colloquium-2026 --yes
      kzfr remove strategic-partnership-treaty-2008 --db my-events.toml --yes
    """
    app = changes.app_for_writing()
    found = changes.find(app, id)
    if changes.may_ask(yes):
        options.tell(visible(found.text))
        if not changes.confirm(app, question(app, found), default=False):
            raise click.Abort
    elif not yes:
        raise NeedsOptionError(options="--yes")
    changes.save(app, found.path, lambda before: removed(before, found), f"remove {found.id}")
    options.tell(said(app, found))


def question(app: App, found: changes.Place) -> str:
    """Ask whether to remove or to hide the entry, and tell what cites it."""
    text = app.catalogue.text
    path = visible(found.path)
    asked = (
        text("Remove it from {path}?", path=path)
        if found.is_own
        else text("Hide it by an entry of {path}?", path=path)
    )
    citing = len(app.index.citing(found.id)) if found.kind == "sources" else 0
    return f"{text('Entries that cite it: {count}.', count=citing)} {asked}" if citing else asked


def removed(before: bytes, found: changes.Place) -> bytes:
    """Take the entry out, or put in one that hides it."""
    from kzfr_cli.store.editing import edits, writing

    if found.is_own:
        return edits.apply(before, [edits.Removal(found.kind, found.id)])
    hiding = writing.entry(found.kind, {"id": found.id, "hidden": True})
    return edits.apply(before, [edits.Addition(found.kind, found.id, hiding)])


def said(app: App, found: changes.Place) -> str:
    """Say what was done; an entry that was laid over another one shows that one again."""
    text = app.catalogue.text
    path = visible(found.path)
    if not found.is_own:
        return text("Hidden by {path}. To take it back: kzfr undo", path=path)
    said = text("Removed from {path}. To take it back: kzfr undo", path=path)
    if App(app.settings, app.environment).index.body(found.kind, found.id) is None:
        return said
    return f"{text('The entry that it was laid over shows again.')}\n{said}"
