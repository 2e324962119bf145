"""Repair database files and say what was done."""

from __future__ import annotations

import os
from collections.abc import Iterable, Sequence

from kzfr_cli.core.visible import visible
from kzfr_cli.doctor.registry import Diagnosis
from kzfr_cli.editing import repairing
from kzfr_cli.formats import registry
from kzfr_cli.session import Session
from kzfr_cli.store import paths
from kzfr_cli.terminal import changes, output
from kzfr_cli.terminal.output import Output
from kzfr_cli.views import problems
from kzfr_cli.views.problems import ProblemListView


def repair(session: Session, found: Iterable[Diagnosis], named: set[str] | None) -> bool:
    """Repair what has one right answer in the files that were named or are the user's; return
    whether any was.
    """
    fixable = repairing.fixable(found)
    is_packaged_read = named is None and session.settings.packaged
    packaged = paths.database_files(paths.packaged()) if is_packaged_read else ()
    own = [finding for finding in fixable if finding.path not in packaged]
    for path, findings in repairing.by_file(own):
        changes.save(session, path, repairing.maker(findings), "validate --fix")
        tell_repaired(session, findings)
    if len(own) < len(fixable):
        text = session.catalogue.text
        output.tell(
            text("The packaged database is left as it is; name a file to repair it.")
        )
    return bool(own)


def tell_repaired(session: Session, findings: Sequence[Diagnosis]) -> None:
    """Say on stderr what was repaired, field by field; several faults of a field are repaired at
    once.
    """
    lines = []
    for finding in findings:
        place = f"{problems.seen_from(os.getcwd(), finding.path)}:{finding.line}"
        if finding.fix is None:
            said = {"place": visible(place), "entry": visible(finding.entry)}
            output.tell(
                session.catalogue.text(
                    "{place}: {entry} was moved to its place in time", **said
                )
            )
        else:
            told = {
                "place": place,
                "entry": finding.entry,
                "field": finding.fix.field,
                "value": finding.fix.value,
            }
            said = {name: visible(text) for name, text in told.items()}
            lines.append(
                session.catalogue.text("{place}: {entry}: {field} is now “{value}”", **said)
            )
    for line in dict.fromkeys(lines):
        output.tell(line)


def tell_count(session: Session, told: Sequence[Diagnosis], hidden: int) -> None:
    """Say on stderr how much was found, and how to know more; nothing when nothing was."""
    if not told:
        return
    said = [
        session.catalogue.plural(
            "{count} problem found.", "{count} problems found.", len(told), count=len(told)
        ),
        session.catalogue.text(
            "To know more: kzfr validate --explain {code}", code=told[0].check.code
        ),
    ]
    if hidden:
        said.insert(
            1,
            session.catalogue.plural(
                "{count} more thing is worth a look: --all.",
                "{count} more things are worth a look: --all.",
                hidden,
                count=hidden,
            ),
        )
    output.tell(" ".join(said))


def write(view: object, to: Output, read: Sequence[str] = ()) -> None:
    """Write a view; not by `output.show`, which opens the index to tell of the same faults."""
    is_list = isinstance(view, ProblemListView)
    fmt = "text" if to.fmt == "github" and not is_list else to.fmt
    output.emit(registry.render(view, fmt, to.surface()), to.path, read)
