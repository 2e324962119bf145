"""What a check is, and the table of all of them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping

from kzfr_cli.core.record import record
from kzfr_cli.doctor.database import DatabaseFiles, Fault, Fix

ERROR, WARNING, INFORMATION = "error", "warning", "information"
"""An error loses or falsifies an entry, a warning spoils it, an information is worth a look and
fails nothing.
"""

Run = Callable[[DatabaseFiles], Iterable[Fault]]


@record
class Check:
    """One check; its texts are English messages that the catalogues translate.

    `message` is the sentence of a finding, filled with its facts; `what`, `why` and `repair`
    explain the check; `run` is None for what is found while the files are read.
    """

    code: str
    name: str
    severity: str
    message: str
    what: str
    why: str
    repair: str
    run: Run | None = None


CHECKS: dict[str, Check] = {}
"""Every check by its code; `doctor.checks` fills it."""


def declare(
    code: str, name: str, severity: str, run: Run | None = None, **told: str
) -> None:
    """Enter a check in the table with its `message`, `what`, `why` and `repair`.

    Raises `ValueError` when its code or its name is taken, `TypeError` when a text is missing.
    """
    if any(code == other.code or name == other.name for other in CHECKS.values()):
        raise ValueError(f"two checks are called {code} or {name}")
    CHECKS[code] = Check(code=code, name=name, severity=severity, run=run, **told)


def check(code: str, name: str, severity: str, **told: str) -> Callable[[Run], Run]:
    """Enter the function that follows as a check, with what `declare` tells of it."""

    def enter(run: Run) -> Run:
        declare(code, name, severity, run, **told)
        return run

    return enter


@record
class Diagnosis:
    """Report one fault at its place: `line` counts from 1; `fix` is its one right answer, when it
    has one.
    """

    path: str
    line: int
    check: Check
    entry: str
    facts: Mapping[str, str]
    kind: str = ""
    fix: Fix | None = None
