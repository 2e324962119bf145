"""What becomes of each row of an import, before anything is written."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

import click

from kzfr_cli.core.visible import visible
from kzfr_cli.editing.import_files import Row
from kzfr_cli.editing.import_plan import Defaults, Planned, Planner
from kzfr_cli.errors import NeedsOptionError
from kzfr_cli.locale import messages
from kzfr_cli.locale.catalogue import N_
from kzfr_cli.session import Session
from kzfr_cli.terminal import prompts, screen

SHOWN = 20
"""Lines of the preview for each thing that becomes of a row, without `--all`."""

ACTIONS = {
    "added": N_("added"),
    "changed": N_("changed"),
    "unchanged": N_("unchanged"),
    "refused": N_("refused"),
}


def planned(session: Session, rows: Sequence[Row], defaults: Defaults) -> list[Planned]:
    """Decide what becomes of each row, and show on a terminal how far that is when it takes
    long.
    """
    index = session.index
    plans = []
    with screen.working(
        session, session.catalogue.text("Reading the rows"), len(rows)
    ) as advance:
        for plan in Planner(index, defaults).plan(rows):
            plans.append(plan)
            advance(1)
    return plans


def written(session: Session, plans: Sequence[Planned], everything: bool) -> str:
    """Tell what becomes of the rows, a line each; the first of each kind unless `everything`."""
    most = len(plans) if everything else SHOWN
    return "".join(f"{told}\n" for told in preview(session, plans, most))


def preview(session: Session, plans: Sequence[Planned], most: int) -> Iterator[str]:
    """Tell what becomes of the rows: what is refused last, where it is seen."""
    for action in ("added", "changed", "refused"):
        found = [plan for plan in plans if plan.action == action]
        for plan in found[:most]:
            yield visible(line(session, plan))
        if len(found) > most:
            more = session.catalogue.text(
                "… and {count} more: --all", count=len(found) - most
            )
            yield f"{session.catalogue.text(ACTIONS[action])}  {more}"


def line(session: Session, plan: Planned) -> str:
    """Tell what becomes of one row."""
    text = session.catalogue.text
    said = [text(ACTIONS[plan.action])]
    if plan.error is not None:
        where = text("row {number}", number=plan.number)
        return "  ".join(
            (
                *said,
                where,
                *filter(None, (plan.title,)),
                messages.sentence(plan.error, session.catalogue),
            )
        )
    said += [plan.date, plan.title, f"[{plan.id}]"]
    if plan.changed:
        said.append(", ".join(plan.changed))
    if plan.twin:
        said.append(text("looks like [{other}]", other=plan.twin))
    return "  ".join(said)


def summed(session: Session, counts: Counter[str]) -> str:
    """Count what becomes of the rows."""
    return ", ".join(
        f"{counts[action]} {session.catalogue.text(ACTIONS[action])}"
        for action in ACTIONS
        if counts[action]
    )


def confirm(session: Session, yes: bool) -> None:
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
