"""What can go wrong: errors that stop a command, and problems that are findings about the data."""

from __future__ import annotations

from typing import NamedTuple


class KzfrError(Exception):
    """Stop the command: the facts of a failure, without its sentence (that is in
    `locale.messages`).

    Each leaf names its facts as keyword arguments; `exit_code` follows the table in
    CONTRIBUTING.md.
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


class DistantYearError(UsageError):
    """Refuse a year that the calendar of dates does not hold, before 1 or after 9999: `text`."""


class ShortYearError(UsageError):
    """Refuse a typed day whose year has two figures: `text`, the `whole` as it may be typed."""


class BackwardDateError(UsageError):
    """Refuse a typed span that ends before it begins: `text`."""


class UnreadableDateError(UsageError):
    """Refuse words that are no date: `text`."""


class NeedsYearError(UsageError):
    """Refuse a day without its year where one must be said: `text`, `year` (that of today)."""


class WrongWeekdayError(UsageError):
    """Refuse a typed day of another weekday: `text`, its `falls_on` (ISO date), its `weekday`."""


class NeedsDayError(UsageError):
    """Refuse a month or a year where a day is needed: `text`."""


class EndBeforeStartError(UsageError):
    """Refuse a window that ends before it starts: `start`, `end`."""


class InvalidProfileError(UsageError):
    """Refuse a round-anniversary profile that is neither a name nor a list of years: `profile`,
    `names`.
    """


class UnknownIdError(KzfrError):
    """Find no entry with that id: `id`, `near` (ids that look like it)."""


class SeveralEntriesError(UsageError):
    """Refuse the beginning of several names and ids: `text`, and the `choices` in lines."""


class UnknownWordError(UsageError):
    """Refuse a category, tag, place, language or format that does not exist: `what`, `word`,
    `near`.
    """


class MisspeltNameError(UnknownWordError):
    """Refuse a name for a new event that is nearly a known one: `what`, `word`, `near`."""


class MissingDatabaseError(KzfrError):
    """Find no file or folder at that path: `path`."""


class UnreadableDatabaseError(KzfrError):
    """Find a database file that cannot be read at all: `path`, `reason`."""


class ChangingDatabaseError(UnreadableDatabaseError):
    """Find a database file that other programs write again and again: `path`."""


class UnusableDatabaseError(KzfrError):
    """Find nothing in a database file or folder but faults: `path`, `first` (the sentence of the
    first fault).
    """


class UnreadableSettingsError(KzfrError):
    """Find a configuration file that cannot be read: `path`, `reason`."""


class MalformedSettingsError(KzfrError):
    """Find a configuration file that is not TOML: `place` (path and line), `detail`."""


class UnknownSettingError(KzfrError):
    """Find no setting of that name: `place` (path and line), `key`, `near`."""


class WrongSettingError(KzfrError):
    """Find a value that a setting cannot have: `place` (or a variable), `key`, `value`, `allowed`,
    `near`.
    """


class RefusedValueError(UsageError):
    """Refuse a value that a setting cannot have: `key`, `value`, `allowed`, `near`."""


class TooLargeError(KzfrError):
    """Refuse a file beyond the limit: `path`, `size`, `limit` (bytes)."""


class EndlessFileError(TooLargeError):
    """Refuse a file beyond the limit, which was read no further: `path`, `limit` (bytes)."""


class UnreadableTextError(KzfrError):
    """Find a text to check that cannot be read: `path`, `reason`."""


class UnreadableDocumentError(UnreadableTextError):
    """Find a document that cannot be read: `path`, `reason`, `name` of the part (may be empty)."""


class TextTooLongError(TooLargeError):
    """Refuse a text beyond the limit, which was read no further: `path`, `limit` (bytes)."""


class UnwritableOutputError(KzfrError):
    """Fail to write where asked: `path`, `reason`."""


class OutputIsInputError(UnwritableOutputError):
    """Refuse to write over a file that the command reads: `path`."""


class ForeignFileError(UnwritableOutputError):
    """Refuse to write over a file that kzfr did not write, or that was changed since: `path`."""


class LinkedFolderError(UnwritableOutputError):
    """Refuse to write through a link inside a folder: `path`."""


class UnwritableFileError(KzfrError):
    """Fail to write a start-up file or a script of a shell: `path`, `reason`."""


class ForeignScriptError(UnwritableFileError):
    """Refuse to replace a script of a shell that kzfr did not write: `path`."""


class BrokenMarksError(KzfrError):
    """Find only one of the marks of our lines in a start-up file, or several: `path`, `begin`,
    `end`.
    """


class UnknownShellError(UsageError):
    """Find no shell that we complete: `shell` as its program is called, `names` of those we do."""


class MissingExtraError(KzfrError):
    """Lack a library that a format needs: `format`, `package`, `extra` of ours that installs it,
    the `command` that adds it where the program is installed.
    """


class UnknownFormatError(UsageError):
    """Name no format by the ending of a file: `path`, `names` of the formats there are."""


class UnwritableEndingError(UsageError):
    """Refuse a file whose ending names no format that the command writes: `path`, `endings` of
    those that it does.
    """


class DuplicateIdError(KzfrError):
    """Refuse to add an entry whose id another one has: `id`."""


class NotInFileError(KzfrError):
    """Find no own lines of an entry in the file to change: `id`."""


class InlineEntriesError(KzfrError):
    """Refuse to put tables into a file that writes them inline, `events = [{…}]`: `kind`,
    `line`.
    """


class EntryRefusedError(KzfrError):
    """Refuse an entry that would not be read back: `problem`, a `Problem` whose line counts within
    the entry.
    """


class UnsafeEditError(KzfrError):
    """Refuse an edit after which another entry would read differently, or this one not as it was
    given.
    """


class UnwritableDatabaseError(KzfrError):
    """Fail to write a database file: `path`, `reason`."""


class HalfWrittenError(UnwritableDatabaseError):
    """Find a file that another account was writing when it was stopped: `path`, `lock`."""


class BusyDatabaseError(KzfrError):
    """Wait in vain for another program that writes the same file: `path`, `seconds`."""


class ChangedMeanwhileError(KzfrError):
    """Find other bytes in the file than those that were read: `path`."""


class NothingToUndoError(KzfrError):
    """Find no change to take back."""


class ChangedSinceError(KzfrError):
    """Refuse to take back a change of a file that was changed since: `path`, `kept` (the file as it
    was before).
    """


class LargeChangedSinceError(ChangedSinceError):
    """Refuse to take back a change of a large file that was changed since: `path`, `kept` (what the
    change took out).
    """


class NeedsOptionError(UsageError):
    """Miss what only an option can tell where nobody can be asked: `options`."""


class NeedsSourceError(UsageError):
    """Refuse an event that says nowhere how it is known."""


class LooksLikeError(UsageError):
    """Refuse an event that is nearly one that is there already: `other` (its id), `title`."""


class EditorFailedError(KzfrError):
    """Fail to run the editor, or find that it ended with a failure: `editor`, `reason`."""


class UnreadableImportError(KzfrError):
    """Refuse a file to import that is not what its ending says: `path`, `reason`."""


class RowRefusedError(KzfrError):
    """Refuse one row of a file to import: `reason`, whose sentence is in `locale.importing`, and
    its facts.
    """


class ImportRefusedError(KzfrError):
    """Refuse a whole import for some of its rows: `path`, `count`."""


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
