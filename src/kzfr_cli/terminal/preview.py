"""What becomes of each row of an import, before anything is written."""

from __future__ import annotations

from collections import Counter
from collections.abc import (
    Iterable,
    Iterator,
    Sequence,
)

import click

from kzfr_cli.core.visible import in_line, visible
from kzfr_cli.editing.imports import plan as plans
from kzfr_cli.editing.imports.plan import Planned
from kzfr_cli.editing.imports.rows import Remark
from kzfr_cli.errors import NeedsOptionError
from kzfr_cli.locale import messages
from kzfr_cli.locale.catalogue import N_
from kzfr_cli.session import Session
from kzfr_cli.terminal import prompts

SHOWN = 20
"""Lines of the preview for each thing that becomes of a row, without `--all`."""

LABELS = {
    plans.ADDED: N_("added"),
    plans.CHANGED: N_("changed"),
    plans.CANCELLED: N_("cancelled"),
    plans.SAME: N_("unchanged"),
    plans.LEFT_OUT: N_("left out"),
    plans.REFUSED: N_("refused"),
}


def written(
    session: Session,
    found: Sequence[Planned],
    everything: bool,
) -> str:
    """Return what becomes of the rows, a line each; the first of each kind unless `everything`."""
    most = len(found) if everything else SHOWN
    actions = [action for action in plans.ACTIONS if everything or action != plans.SAME]
    return "".join(f"{told}\n" for told in preview(session, found, most, actions))


def preview(
    session: Session, found: Sequence[Planned], most: int, actions: Iterable[str]
) -> Iterator[str]:
    """Return what becomes of the rows: what is refused last, where it is seen."""
    by_action: dict[str, list[Planned]] = {}
    for plan in found:
        by_action.setdefault(plan.action, []).append(plan)
    for action in actions:
        members = by_action.get(action, [])
        for plan in members[:most]:
            yield in_line(line(session, plan))
        if len(members) > most:
            more = session.catalogue.text(
                "… and {count} more: --all", count=len(members) - most
            )
            yield f"{session.catalogue.text(LABELS[action])}  {more}"


def line(
    session: Session,
    plan: Planned,
) -> str:
    """Return what becomes of one row."""
    text = session.catalogue.text
    label = text(LABELS[plan.action])
    said: tuple[str, ...]
    if plan.error is not None:
        said = (label, where(session, plan), plan.title, reason(session, plan))
    elif plan.action == plans.LEFT_OUT:
        said = (*remarks(session, plan.remarks), plan.date, plan.title)
    else:
        said = (label, plan.date, plan.title, f"[{plan.id}]", *details(session, plan))
    return "  ".join(filter(None, said))


def details(
    session: Session,
    plan: Planned,
) -> Iterator[str]:
    """Return what is new in a known event, what a new one looks like, and what was left out."""
    if plan.changed:
        yield ", ".join(plan.changed)
    if plan.twin:
        yield session.catalogue.text("looks like [{other}]", other=plan.twin)
    yield from remarks(session, plan.remarks)


def remarks(
    session: Session,
    found: Iterable[Remark],
) -> list[str]:
    """Say what was read otherwise than it stands, or left out."""
    return [messages.remark(item.code, item.facts, session.catalogue) for item in found]


def where(
    session: Session,
    plan: Planned,
) -> str:
    """Return where a row stands."""
    told = session.catalogue.text("row {number}", number=plan.number)
    return f"{plan.sheet}, {told}" if plan.sheet else told


def reason(
    session: Session,
    plan: Planned,
) -> str:
    """Say why a row is refused."""
    assert plan.error is not None
    return messages.sentence(plan.error, session.catalogue)


def summed(
    session: Session,
    counts: Counter[str],
) -> str:
    """Count what becomes of the rows."""
    return ", ".join(
        f"{counts[action]} {session.catalogue.text(LABELS[action])}"
        for action in plans.ACTIONS
        if counts[action]
    )


def confirm(
    session: Session,
    yes: bool,
) -> None:
    """Ask whether to write; where nobody can be asked, `--yes` must say so; raises
    `NeedsOptionError`.
    """
    if prompts.may_ask(yes):
        if not prompts.confirm(
            session,
            session.catalogue.text("Write this to {path}?", path=visible(session.target)),
        ):
            raise click.Abort
    elif not yes:
        raise NeedsOptionError(options="--yes")
