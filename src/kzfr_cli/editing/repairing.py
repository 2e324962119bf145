"""Repair what the doctor found and has one right answer."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import groupby

from kzfr_cli.doctor.registry import Diagnosis
from kzfr_cli.editing import moving, repairs

DISORDER = "out-of-order"
"""The check whose findings are repaired by moving entries, not by writing a value."""


def fixable(found: Iterable[Diagnosis]) -> list[Diagnosis]:
    """The findings that can be repaired: with one right value, or an event that can be moved."""
    listed = list(found)
    held = movable(listed)
    return [item for item in listed if item.fix or is_movable(item, held)]


def is_movable(item: Diagnosis, held: dict[str, set[str]]) -> bool:
    """Return whether a finding is of an event out of order that its file can move."""
    return item.check.name == DISORDER and item.entry in held[item.path]


def movable(found: Iterable[Diagnosis]) -> dict[str, set[str]]:
    """List for each file with events in disorder those that can be moved: their own file tells
    their dates.
    """
    held = {}
    for path in {finding.path for finding in found if finding.check.name == DISORDER}:
        with open(path, "rb") as file:
            held[path] = moving.dated(file.read())
    return held


def by_file(found: Iterable[Diagnosis]) -> Iterator[tuple[str, list[Diagnosis]]]:
    """The findings of each file, in their order."""
    for path, group in groupby(found, key=lambda finding: finding.path):
        yield path, list(group)


def maker(findings: Sequence[Diagnosis]) -> Callable[[bytes], bytes]:
    """Make the bytes of a file after the repairs of some findings of it."""
    wanted = [
        repairs.Repair(item.kind, item.entry, item.fix.field, item.fix.value)
        for item in findings
        if item.fix
    ]
    ids = {item.entry for item in findings if item.fix is None}
    return lambda before: moving.moved(repairs.repaired(before, wanted), ids)
