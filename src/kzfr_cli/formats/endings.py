"""Which format the name of a file asks for: its ending decides, among those of a command."""

from __future__ import annotations

import os
import re
from collections.abc import Iterable, Mapping

from kzfr_cli.errors import UnwritableEndingError
from kzfr_cli.formats.registry import EXPORTS

FOUND = {"sarif": (".sarif",), "rdjson": (".rdjson",)}
"""The endings of the formats of findings."""

ENDING = re.compile(r"\.(?=[0-9]*[a-z])[a-z0-9]{1,12}", re.IGNORECASE)
"""What is the ending of a name, and not the end of a date or of a sentence."""

BINARY = frozenset(
    (
        ".doc",
        ".docx",
        ".odt",
        ".pdf",
        ".rtf",
        ".xls",
        ".xlsx",
        ".ods",
        ".ppt",
        ".pptx",
        ".odp",
    )
) | frozenset((".png", ".jpg", ".jpeg", ".gif", ".zip", ".db", ".sqlite", ".sqlite3"))
"""Endings that promise a file which a text under that name is not, whatever format is asked for."""

Endings = Mapping[str, str]


def of(formats: Iterable[str]) -> dict[str, str]:
    """Return the format of each ending that some formats have."""
    found = {}
    for name in formats:
        endings = EXPORTS[name].endings if name in EXPORTS else FOUND.get(name, ())
        found.update(dict.fromkeys(endings, name))
    return found


def picked(path: str, endings: Endings) -> str | None:
    """Return the format that a file is written in by its ending, the longest first; None for a name
    without an ending. Raises `UnwritableEndingError` for any other.
    """
    name = os.path.basename(path).lower()
    every = {**of(EXPORTS), **of(FOUND), **endings}
    ending = next((each for each in by_length(every) if name.endswith(each)), "")
    if ending in endings:
        return endings[ending]
    if ending or ENDING.fullmatch(os.path.splitext(name)[1]):
        raise UnwritableEndingError(path=path, endings=tuple(endings))
    return None


def is_known(path: str) -> bool:
    """Return whether a file ends as some format of events does."""
    return path.lower().endswith(tuple(of(EXPORTS)))


def check(path: str, fmt: str, endings: Endings) -> None:
    """Refuse a format that was asked for under the ending of another kind of file; raises
    `UnwritableEndingError`.
    """
    ending = os.path.splitext(path.lower())[1]
    if ending in BINARY and endings.get(ending) != fmt:
        own = tuple(each for each, name in endings.items() if name == fmt)
        raise UnwritableEndingError(path=path, endings=own or tuple(endings))


def by_length(endings: Iterable[str]) -> list[str]:
    """Return endings, the longest first, so that `.csl.json` goes before `.json`."""
    return sorted(endings, key=len, reverse=True)
