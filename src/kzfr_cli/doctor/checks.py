"""All checks, by code: importing a module of checks enters them in the table."""

from __future__ import annotations

from kzfr_cli.doctor import (  # noqa: F401 - each enters its checks
    acronyms,
    addresses,
    dates,
    duplicates,
    evidence,
    languages,
    names,
    offices,
    quantities,
    references,
    series,
    structure,
    typography,
    weights,
)
from kzfr_cli.doctor.registry import CHECKS, Check

ALL: tuple[Check, ...] = tuple(CHECKS[code] for code in sorted(CHECKS))
BY_NAME = {check.name: check for check in ALL}


def find(word: str) -> Check | None:
    """Find a check by its code or its name."""
    return CHECKS.get(word.upper()) or BY_NAME.get(word.lower())
