"""Examine database files: every check over all of them, each finding at its line."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator

from kzfr_cli.doctor import checks, reading
from kzfr_cli.doctor.database import DatabaseFiles
from kzfr_cli.doctor.registry import INFORMATION, Check, Diagnosis


def examine(files: Iterable[str], only: Collection[str] | None = None) -> list[Diagnosis]:
    """Examine files laid over each other; of all findings give those of the files `only`, by file
    and line.

    Raises `UnreadableDatabaseError` when a file cannot be opened.
    """
    database = reading.read(files)
    found = [
        finding
        for finding in (*unread(database), *ran(database))
        if only is None or finding.path in only
    ]
    order = {path: number for number, path in enumerate(database.files)}
    return sorted(
        found, key=lambda finding: (order[finding.path], finding.line, finding.check.code)
    )


def unread(database: DatabaseFiles) -> Iterator[Diagnosis]:
    """Return what was found while the files were read."""
    for problem in database.problems:
        yield Diagnosis(
            path=problem.path,
            line=problem.line,
            check=checks.BY_NAME[problem.code],
            entry=problem.entry,
            facts=dict(problem.facts),
        )


def ran(database: DatabaseFiles) -> Iterator[Diagnosis]:
    """Run every check over what was read."""
    for check in checks.ALL:
        for fault in check.run(database) if check.run else ():
            path, line = fault.entry.place(fault.field)
            entry = fault.entry
            yield Diagnosis(
                path=path,
                line=line,
                check=check,
                entry=entry.id,
                facts=fault.facts,
                kind=entry.kind,
                fix=fault.fix,
            )


def failures(findings: Iterable[Diagnosis]) -> list[Diagnosis]:
    """Keep the findings that make a database fail: all but information."""
    return [finding for finding in findings if finding.check.severity != INFORMATION]


def without(findings: Iterable[Diagnosis], ignored: Collection[Check]) -> list[Diagnosis]:
    """Leave out the findings of some checks."""
    return [finding for finding in findings if finding.check not in ignored]
