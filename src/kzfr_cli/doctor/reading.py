"""Read database files for the doctor: once, with the text of each entry kept for its lines."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Any

from kzfr_cli.doctor.database import DatabaseFiles, Entry, Layer
from kzfr_cli.errors import Problem
from kzfr_cli.store import files, schema, toml_text
from kzfr_cli.store.index import building
from kzfr_cli.store.index.layers import merged, under_id

ID = re.compile(rb"^[ \t]*id[ \t]*=[ \t]*[\"']([a-z0-9-]+)[\"']", re.MULTILINE)


def read(paths: Iterable[str]) -> DatabaseFiles:
    """Read files, later ones laid over earlier ones; raises `UnreadableDatabaseError` when one
    cannot be opened.
    """
    database = DatabaseFiles()
    for path in paths:
        database.files.append(path)
        read_file(database, path)
    return database


def read_file(database: DatabaseFiles, path: str) -> None:
    """Lay one file over what has been read."""
    text = files.content(path)
    seen: set[tuple[str, str]] = set()
    renamed = {kind: renamed_below(database, kind) for kind in building.RENAMED}
    for block in toml_text.blocks(text):
        for item in files.read_block(path, block):
            if isinstance(item, Problem):
                leave_out(database, block, item)
            else:
                new = renamed.get(item.kind, {}).get(item.entry["id"])
                add(
                    database,
                    Layer(path, item.line, item.entry, block.text),
                    item.kind,
                    seen,
                    new,
                )


def renamed_below(database: DatabaseFiles, kind: str) -> dict[str, str]:
    """Return the ids of today of the entries that the files below have renamed."""
    return {
        former: entry.id
        for entry in database.all(kind)
        for former in entry.fields.get("former_ids", ())
        if former not in database.entries[kind]
    }


def leave_out(
    database: DatabaseFiles,
    block: toml_text.Block,
    problem: Problem,
) -> None:
    """Report what could not be read, and remember whose entry it was, that nothing else dangles for
    it.
    """
    found = ID.search(block.text)
    entry_id = problem.entry or (found[1].decode() if found else "")
    if problem.left_out:
        database.left_out.add((block.kind, entry_id))
    code = exact(problem.code, dict(problem.facts))
    database.problems.append(
        Problem(
            path=problem.path,
            line=problem.line,
            code=code,
            entry=entry_id,
            facts=problem.facts,
        )
    )


def exact(code: str, facts: dict[str, str]) -> str:
    """Name a problem more exactly than `store` needs to: a reversed interval, something that is no
    id.
    """
    if code == "invalid-date" and facts["reason"] == "order":
        return "end-before-start"
    if code == "wrong-type" and schema.ID in facts["detail"]:
        return "malformed-id"
    return code


def add(
    database: DatabaseFiles,
    layer: Layer,
    kind: str,
    seen: set[tuple[str, str]],
    new: str | None,
) -> None:
    """Lay one entry over what there is of the same id, or `new` one, by the rules of
    `store.building`.
    """
    fields = dict(layer.fields)
    entry_id = fields["id"]
    if (kind, entry_id) in seen:
        refuse(database, kind, layer, "duplicate-id", "id")
        return
    seen.add((kind, entry_id))
    if new is not None:
        fields, entry_id = under_id(fields, new), new
    below = database.entries[kind].pop(entry_id, None)
    if fields.pop("hidden", False):
        return
    layers: tuple[Layer, ...] = (layer,)
    if fields.pop("extend", False):
        if below is None:
            refuse(database, kind, layer, "extends-nothing", "extend")
            return
        fields = merged(dict(below.fields), fields)
        layers = (*below.layers, layer)
    if is_whole(database, kind, layer, fields):
        database.entries[kind][entry_id] = Entry(kind, fields, layers)
    elif below is not None:
        database.entries[kind][entry_id] = below


def is_whole(
    database: DatabaseFiles,
    kind: str,
    layer: Layer,
    fields: dict[str, Any],
) -> bool:
    """Return whether an entry has all that it needs; reports what it lacks."""
    missing = schema.missing(kind, fields)
    for field in missing:
        refuse(database, kind, layer, "missing-field", field, field=field)
    if missing or kind != "events":
        return not missing
    preferred = [
        n
        for n, item in enumerate(fields["dates"])
        if item.get("status", "preferred") == "preferred"
    ]
    if not preferred:
        refuse(database, kind, layer, "no-preferred-date", "dates")
    for number in preferred[1:]:
        refuse(database, kind, layer, "two-preferred-dates", f"dates[{number}].status")
    return len(preferred) == 1


def refuse(
    database: DatabaseFiles, kind: str, layer: Layer, code: str, field: str, /, **facts: str
) -> None:
    """Leave an entry out and say why."""
    entry_id = str(layer.fields["id"])
    database.left_out.add((kind, entry_id))
    database.problems.append(
        Problem(
            path=layer.path,
            line=layer.line_of(field),
            code=code,
            entry=entry_id,
            facts=tuple(facts.items()),
        )
    )
