"""The views of what is wrong in database files, and of the checks that look for it."""

from __future__ import annotations

import os
from collections.abc import Iterable

from kzfr_cli.core.record import record
from kzfr_cli.doctor import examples
from kzfr_cli.doctor.registry import Check, Diagnosis
from kzfr_cli.locale import messages
from kzfr_cli.locale.catalogue import Catalogue


@record
class ProblemView:
    """One thing wrong, with its place."""

    file: str
    line: int
    code: str
    severity: str
    entry: str
    message: str


@record
class ProblemListView:
    """All that is wrong, by file and line."""

    rows: tuple[ProblemView, ...]


@record
class CheckView:
    """Explain one check."""

    code: str
    name: str
    severity: str
    what: str
    why: str
    repair: str
    example: str


@record
class CheckListView:
    """List the checks by code."""

    rows: tuple[CheckView, ...]


def problem_list(
    findings: Iterable[Diagnosis],
    folder: str,
    catalogue: Catalogue,
) -> ProblemListView:
    """View findings; files below `folder` are told as they are seen from there."""
    return ProblemListView(
        rows=tuple(problem(finding, folder, catalogue) for finding in findings)
    )


def problem(
    finding: Diagnosis,
    folder: str,
    catalogue: Catalogue,
) -> ProblemView:
    """View one finding."""
    check = finding.check
    return ProblemView(
        file=seen_from(folder, finding.path),
        line=finding.line,
        code=check.code,
        severity=check.severity,
        entry=finding.entry,
        message=catalogue.text(check.message, **messages.worded(finding.facts, catalogue)),
    )


def seen_from(folder: str, path: str) -> str:
    """Write a path as it is typed in a folder, when it lies below."""
    return (
        os.path.relpath(path, folder) if path.startswith(os.path.join(folder, "")) else path
    )


def check_list(checks: Iterable[Check], catalogue: Catalogue) -> CheckListView:
    """View checks in short."""
    return CheckListView(rows=tuple(check_sheet(check, catalogue) for check in checks))


def check_sheet(check: Check, catalogue: Catalogue) -> CheckView:
    """View one check."""
    text = catalogue.text
    return CheckView(
        code=check.code,
        name=check.name,
        severity=check.severity,
        what=text(check.what),
        why=text(check.why),
        repair=text(check.repair),
        example=examples.known()[check.name],
    )
