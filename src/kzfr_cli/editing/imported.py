"""Make the file after an import."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from kzfr_cli.editing import additions, edits, overlaying, toml_writer
from kzfr_cli.editing.edits import Edit
from kzfr_cli.editing.import_plan import Planned
from kzfr_cli.errors import DuplicateIdError
from kzfr_cli.store.index.reading import Index


def imported(before: bytes, plans: Sequence[Planned], index: Index) -> bytes:
    """Make the file after the import; an event that it got in the meantime is refused."""
    held = {(kind, fields.get("id")): fields for kind, fields in edits.entries(before)}
    made: dict[tuple[str, str], Edit] = {}
    for plan in plans:
        for companion in plan.companions:
            key = (companion.kind, str(companion.fields["id"]))
            if key not in held and key not in made:
                made[key] = additions.added(companion.kind, companion.fields)
        made["events", plan.id] = edit(plan, held, index)
    return edits.apply(before, list(made.values()))


def edit(plan: Planned, held: Mapping[Any, Any], index: Index) -> Edit:
    """Write one event: new, changed where it stands in the file, or laid over the one of an earlier
    file.
    """
    own = held.get(("events", plan.id))
    if plan.changed is None:
        if own is not None:
            raise DuplicateIdError(id=plan.id)
        return additions.added("events", plan.event or {})
    if own is not None:
        return edits.Replacement(
            "events", plan.id, toml_writer.entry("events", {**own, **plan.changed})
        )
    body = index.body("events", plan.id)
    old = body[1] if body else {}
    return edits.Addition(
        "events", plan.id, overlaying.over("events", old, {**old, **plan.changed})
    )
