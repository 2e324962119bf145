"""What can go wrong: errors that stop a command, and problems that are findings about the data."""

from __future__ import annotations

from typing import NamedTuple


class KzfrError(Exception):
    """Stop the command: the facts of a failure, without its sentence (that is in `locale.messages`).

    Each leaf names its facts as keyword arguments; `exit_code` follows the table in CONTRIBUTING.md.
    """

    exit_code = 3

    def __init__(self, **facts: object) -> None:
        super().__init__(", ".join(f"{name}={value!r}" for name, value in facts.items()))
        self.facts = facts


class UsageError(KzfrError):
    """Refuse what was typed."""

    exit_code = 2


class InvalidDateError(KzfrError):
    """Refuse a date of the database that is not EDTF: `text`, `reason`."""


class AmbiguousDateError(UsageError):
    """Refuse a typed date with two readings: `text`, `readings` (ISO dates)."""


class ImpossibleDateError(UsageError):
    """Refuse a typed day that its month does not have: `text`, `last_valid` (ISO date)."""


class UnreadableDateError(UsageError):
    """Refuse words that are no date: `text`."""


class NeedsDayError(UsageError):
    """Refuse a month or a year where a day is needed: `text`."""


class EndBeforeStartError(UsageError):
    """Refuse a window that ends before it starts: `start`, `end`."""


class InvalidProfileError(UsageError):
    """Refuse a round-anniversary profile that is neither a name nor a list of years: `profile`, `names`."""


class UnknownIdError(KzfrError):
    """Find no entry with that id: `id`, `near` (ids that look like it)."""


class UnknownWordError(UsageError):
    """Refuse a category, tag, place, language or format that does not exist: `what`, `word`, `near`."""


class MissingDatabaseError(KzfrError):
    """Find no file or folder at that path: `path`."""


class UnreadableDatabaseError(KzfrError):
    """Find a database file that cannot be read at all: `path`, `reason`."""


class UnusableDatabaseError(KzfrError):
    """Find nothing in a database file or folder but faults: `path`, `first` (the sentence of the first fault)."""


class TooLargeError(KzfrError):
    """Refuse a file beyond the limit: `path`, `size`, `limit` (bytes)."""


class UnreadableTextError(KzfrError):
    """Find a text to check that cannot be read: `path`, `reason`."""


class UnwritableOutputError(KzfrError):
    """Fail to write where asked: `path`, `reason`."""


class UnknownFormatError(UsageError):
    """Name no format by the ending of a file: `path`, `names` of the formats there are."""


class Problem(NamedTuple):
    """Report one thing wrong in a database file: the program goes on without the entry.

    `line` counts from 1 (0 when unknown); `code` is that of the check in `kzfr validate --explain`;
    `facts` fill the sentence of the code; `left_out` tells that the entry is not loaded.
    """

    path: str
    line: int
    code: str
    entry: str
    facts: tuple[tuple[str, str], ...] = ()
    left_out: bool = True
