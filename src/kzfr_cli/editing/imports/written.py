"""Make the file after an import."""

from __future__ import annotations

from collections.abc import (
    Iterable,
    Iterator,
    Mapping,
)
from typing import Any

from kzfr_cli.editing import (
    additions,
    edits,
    overlaying,
    toml_writer,
)
from kzfr_cli.editing.edits import Edit
from kzfr_cli.editing.imports.plan import CANCELLED, Planned
from kzfr_cli.errors import DuplicateIdError
from kzfr_cli.store.index.reading import Index


def imported(
    before: bytes,
    plans: Iterable[Planned],
    index: Index,
) -> bytes:
    """Make the file after the import; an event that it got in the meantime is refused."""
    held = {(kind, fields.get("id")): fields for kind, fields in edits.entries(before)}
    made: list[Edit] = []
    brought: set[tuple[str, str]] = set()
    for plan in plans:
        for companion in plan.companions:
            key = (companion.kind, str(companion.fields["id"]))
            if key not in held and key not in brought:
                brought.add(key)
                made.append(additions.added(companion.kind, companion.fields))
        made += of_plan(plan, held, index)
    return edits.apply(before, made)


def of_plan(
    plan: Planned,
    held: Mapping[Any, Any],
    index: Index,
) -> Iterator[Edit]:
    """Write one event: new, changed where it stands in the file, laid over the one of an earlier
    file, or taken out.
    """
    own = held.get(("events", plan.id))
    if plan.action == CANCELLED:
        yield removed(plan, own)
    elif plan.text:
        if own is not None:
            raise DuplicateIdError(id=plan.id)
        yield edits.Addition("events", plan.id, plan.text)
    elif plan.changed and own is not None:
        text = toml_writer.entry("events", {**own, **plan.changed})
        yield edits.Replacement("events", plan.id, text)
    elif plan.changed:
        body = index.body("events", plan.id)
        old = body[1] if body else {}
        over = overlaying.over("events", old, {**old, **plan.changed})
        yield edits.Addition("events", plan.id, over)


def removed(
    plan: Planned,
    own: object,
) -> Edit:
    """Take an event out of the file; hide one of an earlier file."""
    if own is not None:
        return edits.Removal("events", plan.id)
    hiding = toml_writer.entry("events", {"id": plan.id, "hidden": True})
    return edits.Addition("events", plan.id, hiding)
