"""The sentence of each error, and what it tells the reader to type next."""

from __future__ import annotations

from kzfr_cli import errors
from kzfr_cli.errors import KzfrError
from kzfr_cli.locale.catalogue import N_

ERRORS: dict[type[KzfrError], str] = {
    errors.AmbiguousDateError: N_(
        "“{text}” can be read as {readings}. Type the one you mean, or add --day-first."
    ),
    errors.ImpossibleDateError: N_(
        "There is no {text}: the last day of that month is {last_valid}."
    ),
    errors.DistantYearError: N_("“{text}” is out of reach: years go from 0001 to 9999."),
    errors.ShortYearError: N_("“{text}” has a year of two figures. Type all four: {whole}."),
    errors.BackwardDateError: N_("“{text}” ends before it begins. Exchange its two ends."),
    errors.UnreadableDateError: N_(
        "“{text}” is not a date. Type 2018-06-05, 2018-06, 2018, “5 June 2018”, “5 juin 2018”, "
        "today or +30d."
    ),
    errors.NeedsYearError: N_("“{text}” has no year. Type it too: {text} {year}."),
    errors.WrongWeekdayError: N_(
        "“{text}” is no day: {falls_on} is a {weekday}. Type the day or the weekday that you mean."
    ),
    errors.NeedsDayError: N_(
        "“{text}” is not known to the day. Type a day such as 2018-06-05, or --year 2018."
    ),
    errors.EndBeforeStartError: N_(
        "The window ends ({end}) before it begins ({start}). Exchange --from and --to."
    ),
    errors.InvalidProfileError: N_(
        "“{profile}” is no profile of round numbers. Type {names}, or a list such as 7,33."
    ),
    errors.InvalidDateError: N_("“{text}” is not a date: {reason}."),
    errors.UnknownIdError: N_("There is no entry “{id}”."),
    errors.SeveralEntriesError: N_(
        "“{text}” begins several entries. Type one of them:\n{choices}"
    ),
    errors.UnknownWordError: N_("There is no {what} “{word}”."),
    errors.MissingDatabaseError: N_(
        "There is no database at {path}. Check the path given with --db, KZFR_DB or the "
        "settings: kzfr config"
    ),
    errors.UnreadableDatabaseError: N_(
        "The database {path} cannot be read: {reason}. Check the file and its permissions."
    ),
    errors.HalfWrittenError: N_(
        "Another account was stopped while it wrote {path}, and keeps what puts it back: let it run"
        " kzfr undo. To go on with the file as it is, empty {lock}."
    ),
    errors.ChangingDatabaseError: N_(
        "The database {path} is being written by another program. Run the command again."
    ),
    errors.UnusableDatabaseError: N_(
        "Nothing in {path} can be used: {first}. See: kzfr validate {path}"
    ),
    errors.UnreadableSettingsError: N_("The settings in {path} cannot be read: {reason}."),
    errors.MalformedSettingsError: N_("{place}: this is not valid TOML: {detail}."),
    errors.UnknownSettingError: N_("{place}: there is no setting “{key}”."),
    errors.WrongSettingError: N_(
        "{place}: “{value}” is no value of {key}. Write {allowed}."
    ),
    errors.RefusedValueError: N_("“{value}” is no value of {key}. Type {allowed}."),
    errors.TooLargeError: N_(
        "The file {path} takes {size} bytes, more than the limit of {limit}. Split it."
    ),
    errors.EndlessFileError: N_(
        "The file {path} is longer than the limit of {limit} bytes, and was read no further. Split "
        "it."
    ),
    errors.UnreadableTextError: N_(
        "The text {path} cannot be read: {reason}. Check the path, or save it as UTF-8."
    ),
    errors.UnreadableDocumentError: N_(
        "The document {path} cannot be read: {reason}. Save it anew, or copy its text into a file."
    ),
    errors.TextTooLongError: N_(
        "The text {path} is longer than the limit of {limit} bytes. Split it."
    ),
    errors.MissingExtraError: N_(
        "The format {format} needs {package}. Install it with: {command}"
    ),
    errors.UnknownFormatError: N_(
        "The ending of “{path}” names no format. Add --format with one of: {names}."
    ),
    errors.UnwritableEndingError: N_(
        "No file that ends as “{path}” is written here. Give it one of these endings: {endings}."
    ),
    errors.DuplicateIdError: N_("There is already an entry “{id}”."),
    errors.NotInFileError: N_(
        "The file has no entry “{id}” of its own. See where it comes from: kzfr show {id}"
    ),
    errors.InlineEntriesError: N_(
        "The file writes its entries inline, as “{kind} = […]” (line {line}), which nothing can "
        "be added to:"
        " write each under a line [[{kind}]] of its own."
    ),
    errors.EntryRefusedError: N_("The entry is refused: {problem}. Nothing was written."),
    errors.UnsafeEditError: N_(
        "Nothing was written: after this change the file would read differently in another place."
        " Look for what is wrong in it: kzfr validate"
    ),
    errors.UnwritableDatabaseError: N_(
        "{path} cannot be written: {reason}. Nothing was changed."
    ),
    errors.BusyDatabaseError: N_(
        "Another program has been writing {path} for {seconds} seconds. Nothing was changed: try "
        "again."
    ),
    errors.ChangedMeanwhileError: N_(
        "{path} was changed by another program in the meantime. Nothing was written: try again."
    ),
    errors.NothingToUndoError: N_("There is no change to take back."),
    errors.ChangedSinceError: N_(
        "{path} was changed by hand since: it is left as it is. The file from before the last "
        "change of kzfr is {kept}:"
        " compare the two, and copy back what you miss."
    ),
    errors.LargeChangedSinceError: N_(
        "{path} was changed by hand since: it is left as it is. What the last change of kzfr took "
        "out of it is in {kept}: copy back what you miss."
    ),
    errors.NeedsOptionError: N_(
        "Missing: {options}. Give it, or run the command on a terminal to be asked."
    ),
    errors.NeedsSourceError: N_(
        "Say how it is known: --source with the id or the address of a page; or --no-source."
    ),
    errors.LooksLikeError: N_(
        "It looks like “{title}” [{other}], of the same date. Nothing was written: to add it all "
        "the same, --yes."
    ),
    errors.EditorFailedError: N_(
        "The editor {editor} failed: {reason}. Nothing was changed."
    ),
    errors.UnreadableImportError: N_("{path} cannot be imported: {reason}."),
    errors.RowRefusedError: "{reason}",
    errors.ImportRefusedError: N_(
        "Nothing was imported from {path}. Rows refused: {count}. Repair them and try again, or "
        "take in the rest, and have these back in a file: --skip-refused FILE"
    ),
    errors.UnwritableOutputError: N_(
        "{path} cannot be written: {reason}. Give another place."
    ),
    errors.OutputIsInputError: N_(
        "{path} is read here: to write over it would lose it. Nothing was written. Give another "
        "place."
    ),
    errors.ForeignFileError: N_(
        "{path} was not written by kzfr, or was changed since. Nothing was written. Give another "
        "folder, or --force to replace it."
    ),
    errors.LinkedFolderError: N_(
        "{path} is a link: kzfr writes through none. Nothing was written. Remove it, or give "
        "another folder."
    ),
    errors.UnwritableFileError: N_(
        "{path} cannot be read or written: {reason}. See its permissions, and try again."
    ),
    errors.ForeignScriptError: N_(
        "{path} is not of kzfr: it is left as it is, and nothing was changed. Move it away, then "
        "install again."
    ),
    errors.BrokenMarksError: N_(
        "The lines of kzfr in {path} have lost one of their marks, “{begin}” and “{end}”. "
        "Nothing was changed:"
        " take those lines out by hand, and try again."
    ),
    errors.UnknownShellError: N_(
        "It is not known in which shell you type (“{shell}”). Name one of: {names}."
    ),
}

NEAR = N_("Did you mean: {near}?")
NEXT: dict[type[KzfrError], str] = {
    errors.UnknownIdError: N_("To search for it: kzfr search {id}"),
    errors.DuplicateIdError: N_("To change it: kzfr edit {id}"),
    errors.MisspeltNameError: N_("If it is a new one: --new-names"),
}
"""A command to type next; it ends the message, so that nothing clings to it."""
