"""`kzfr import`: take in the events of a table, a JSON file or a calendar, all or none."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Any

import click

from kzfr_cli.core.event import CATEGORIES
from kzfr_cli.core.visible import visible
from kzfr_cli.errors import DuplicateIdError, ImportRefusedError, NeedsOptionError
from kzfr_cli.locale.catalogue import N_
from kzfr_cli.session import Session
from kzfr_cli.terminal import changes, options, output, screen, types
from kzfr_cli.terminal.help import Command

if TYPE_CHECKING:
    from kzfr_cli.editing.edits import Edit
    from kzfr_cli.editing.import_files import Row
    from kzfr_cli.editing.import_plan import Planned

SHOWN = 20
"""Lines of the preview for each thing that becomes of a row, without `--all`."""

ACTIONS = {
    "added": N_("added"),
    "changed": N_("changed"),
    "unchanged": N_("unchanged"),
    "refused": N_("refused"),
}


@click.command("import", cls=Command)
@click.argument("file", metavar="FILE", type=click.Path())
@click.option("--category", type=types.OneOf(CATEGORIES), help="Category of what names none.")
@click.option(
    "--source", "sources", metavar="ID|URL", multiple=True, help="Source of what names none."
)
@click.option("--no-source", is_flag=True, help="Take in what has no source all the same.")
@click.option(
    "--new-names",
    is_flag=True,
    help="Take an unknown name for a new one even if it looks like a known one.",
)
@click.option("--dry-run", is_flag=True, help="Show what would be done, and write nothing.")
@click.option("--all", "everything", is_flag=True, help="Show every row of the preview.")
@changes.yes_option
@options.global_options
def command(
    file: str,
    category: str | None,
    sources: tuple[str, ...],
    no_source: bool,
    new_names: bool,
    dry_run: bool,
    everything: bool,
    yes: bool,
) -> None:
    """Take in the events of FILE: .csv (or .tsv), .json (or .ndjson), or .ics.

    It shows what would be added, changed and refused, and asks. If a single row is refused, nothing
    is written. What kzfr timeline writes with --format csv or json is read; of any other table, the
    columns that are called date, title, summary, category, place, person, tag, source and the like,
    in English or French.

    \b
    Examples:
      kzfr import events.csv --category visit --no-source --dry-run
      kzfr import events.json --yes
      kzfr import calendar.ics --category culture --source https://example.org/agenda --yes
    """
    from kzfr_cli.editing import import_files as reading
    from kzfr_cli.editing import import_plan

    session = changes.app_for_writing()
    rows = reading.read(file)
    defaults = import_plan.Defaults(
        lang=session.lang,
        today=session.today,
        day_first=session.settings.day_first,
        category=category or "",
        sources=sources,
        no_source=no_source,
        new_names=new_names,
    )
    plans = planned(session, rows, defaults)
    counts = Counter(plan.action for plan in plans)
    output.emit(
        "".join(
            f"{line}\n" for line in preview(session, plans, SHOWN if not everything else len(plans))
        )
    )
    output.tell(summed(session, counts))
    if counts[import_plan.REFUSED]:
        raise ImportRefusedError(path=file, count=counts[import_plan.REFUSED])
    wanted = [plan for plan in plans if plan.action in (import_plan.ADDED, import_plan.CHANGED)]
    if dry_run or not wanted:
        output.tell(session.catalogue.text("Nothing was written."))
        return
    confirm(session, yes)
    changes.save(
        session, session.target, lambda before: imported(before, wanted, session), f"import {file}"
    )
    output.tell(
        session.catalogue.text(
            "Imported into {path}. To take it back: kzfr undo", path=visible(session.target)
        )
    )


def planned(session: Session, rows: Sequence[Row], defaults: Any) -> list[Planned]:
    """Decide what becomes of each row, and show on a terminal how far that is when it takes long."""
    from kzfr_cli.editing.import_plan import Planning

    index = session.index
    plans = []
    with screen.working(session, session.catalogue.text("Reading the rows"), len(rows)) as advance:
        for plan in Planning(index, defaults).plan(rows):
            plans.append(plan)
            advance(1)
    return plans


def confirm(session: Session, yes: bool) -> None:
    """Ask whether to write; where nobody can be asked, `--yes` must say so; raises
    `NeedsOptionError`.
    """
    if changes.may_ask(yes):
        if not changes.confirm(
            session, session.catalogue.text("Write this to {path}?", path=visible(session.target))
        ):
            raise click.Abort
    elif not yes:
        raise NeedsOptionError(options="--yes")


# ---- preview


def preview(session: Session, plans: Sequence[Planned], most: int) -> Iterator[str]:
    """Tell what becomes of the rows: what is refused last, where it is seen."""
    for action in ("added", "changed", "refused"):
        found = [plan for plan in plans if plan.action == action]
        for plan in found[:most]:
            yield visible(line(session, plan))
        if len(found) > most:
            more = session.catalogue.text("… and {count} more: --all", count=len(found) - most)
            yield f"{session.catalogue.text(ACTIONS[action])}  {more}"


def line(session: Session, plan: Planned) -> str:
    """Tell what becomes of one row."""
    from kzfr_cli.locale import messages

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


# ---- writing


def imported(before: bytes, plans: Sequence[Planned], session: Session) -> bytes:
    """Make the file after the import; an event that it got in the meantime is refused."""
    from kzfr_cli.editing import edits

    held = {(kind, fields.get("id")): fields for kind, fields in edits.entries(before)}
    made: dict[tuple[str, str], Edit] = {}
    for plan in plans:
        for companion in plan.companions:
            key = (companion.kind, str(companion.fields["id"]))
            if key not in held and key not in made:
                made[key] = addition(companion.kind, companion.fields)
        made["events", plan.id] = edit(plan, held, session)
    return edits.apply(before, list(made.values()))


def edit(plan: Planned, held: dict[Any, Any], session: Session) -> Edit:
    """Write one event: new, changed where it stands in the file, or laid over the one of an earlier
    file.
    """
    from kzfr_cli.editing import edits, overlaying, toml_writer

    own = held.get(("events", plan.id))
    if plan.changed is None:
        if own is not None:
            raise DuplicateIdError(id=plan.id)
        return addition("events", plan.event or {})
    if own is not None:
        return edits.Replacement(
            "events", plan.id, toml_writer.entry("events", {**own, **plan.changed})
        )
    body = session.index.body("events", plan.id)
    old = body[1] if body else {}
    return edits.Addition(
        "events", plan.id, overlaying.over("events", old, {**old, **plan.changed})
    )


def addition(kind: str, fields: Any) -> Edit:
    """Write a new entry."""
    from kzfr_cli.editing import edits, toml_writer

    return edits.Addition(kind, str(fields["id"]), toml_writer.entry(kind, fields))
