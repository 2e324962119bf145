"""Find an entry, and where it is changed: in its own file, or laid over it."""

from __future__ import annotations

import os
from typing import Any

from kzfr_cli.core.event import ENTRY_KINDS
from kzfr_cli.core.record import record
from kzfr_cli.editing import edits, toml_writer
from kzfr_cli.editing import layout as layouts
from kzfr_cli.errors import UnknownIdError
from kzfr_cli.queries import lookups
from kzfr_cli.session import Session
from kzfr_cli.store import paths


@record
class EntryTarget:
    """Say where an entry is to be changed: in its `own` file, or laid over it in `path`.

    `text` is what stands there, or would; `fields` are those of the visible entry.
    """

    kind: str
    entry_id: str
    path: str
    is_own: bool
    text: str
    fields: dict[str, Any]


def find(session: Session, entry_id: str) -> EntryTarget:
    """Find the entry of that id in one's own files, the last laid over the others first, else below
    them.

    An entry that cannot be read is found by its id all the same. Raises `UnknownIdError`.
    """
    kind, found_id, fields = visible_entry(session, entry_id) or ("", entry_id, {})
    for path in reversed(own_files(session)):
        if (target := in_file(path, kind, found_id, fields)) is not None:
            return target
    if not kind:
        raise UnknownIdError(id=entry_id, near=lookups.near_ids(session.index, entry_id))
    return EntryTarget(
        kind=kind,
        entry_id=found_id,
        path=session.target,
        is_own=False,
        text=toml_writer.entry(kind, fields),
        fields=fields,
    )


def visible_entry(session: Session, entry_id: str) -> tuple[str, str, dict[str, Any]] | None:
    """Find the entry that shows under an id or a former one: its kind, its id and its fields."""
    for kind in reversed(ENTRY_KINDS):
        if (
            found := session.index.body(kind, entry_id)
            or session.index.formerly(kind, entry_id)
        ) is not None:
            return kind, str(found[1]["id"]), found[1]
    return None


def own_files(session: Session) -> list[str]:
    """List the files whose entries are changed where they stand: the one written to, and those laid
    over it.

    Of an entry further below, the changes are laid over it, as over the packaged ones.
    """
    databases = [
        path
        for path in session.overlays
        if session.target in (path, os.path.join(path, "events.toml"))
    ]
    if not databases:
        return []
    first = len(session.overlays) - 1 - session.overlays[::-1].index(databases[-1])
    return paths.all_files((), session.overlays[first:])


def in_file(
    path: str,
    kind: str,
    entry_id: str,
    fields: dict[str, Any],
) -> EntryTarget | None:
    """Find the own lines of an entry in one file, under a former id too; of any kind when none
    shows under that id.
    """
    with open(path, "rb") as file:
        layout = layouts.of(file.read())
    ids = (entry_id, *fields.get("former_ids", ()))
    asked = [(each, one) for each in ([kind] if kind else ENTRY_KINDS) for one in ids]
    places = layout.find(asked)
    found = next((identity for identity in asked if identity in places), None)
    if found is None:
        return None
    text = layout.own_lines(places[found]).decode("utf-8", "replace")
    return EntryTarget(
        kind=found[0], entry_id=found[1], path=path, is_own=True, text=text, fields=fields
    )


def removed(before: bytes, target: EntryTarget) -> bytes:
    """Take the entry out, or put in one that hides it."""
    if target.is_own:
        return edits.apply(before, [edits.Removal(target.kind, target.entry_id)])
    hiding = toml_writer.entry(target.kind, {"id": target.entry_id, "hidden": True})
    return edits.apply(before, [edits.Addition(target.kind, target.entry_id, hiding)])
