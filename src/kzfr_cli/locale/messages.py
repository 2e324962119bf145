"""The sentence of each error and each problem: what happened, and what to type next."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from kzfr_cli import errors
from kzfr_cli.core.visible import visible
from kzfr_cli.errors import KzfrError, Problem
from kzfr_cli.locale import dates, quantities
from kzfr_cli.locale.catalogue import Catalogue
from kzfr_cli.locale.words import N_

ERRORS: dict[type[KzfrError], str] = {
    errors.AmbiguousDateError: N_("“{text}” can be read as {readings}. Type the one you mean, or add --day-first."),
    errors.ImpossibleDateError: N_("There is no {text}: the last day of that month is {last_valid}."),
    errors.UnreadableDateError: N_(
        "“{text}” is not a date. Type 2018-06-05, 2018-06, 2018, “5 June 2018”, “5 juin 2018”, today or +30d."
    ),
    errors.NeedsDayError: N_("“{text}” is not known to the day. Type a day such as 2018-06-05, or --year 2018."),
    errors.EndBeforeStartError: N_("The window ends ({end}) before it begins ({start}). Exchange --from and --to."),
    errors.InvalidProfileError: N_("“{profile}” is no profile of round numbers. Type {names}, or a list such as 7,33."),
    errors.InvalidDateError: N_("“{text}” is not a date: {reason}."),
    errors.UnknownIdError: N_("There is no entry “{id}”."),
    errors.UnknownWordError: N_("There is no {what} “{word}”."),
    errors.MissingDatabaseError: N_("There is no database at {path}. Check the path given with --db or KZFR_DB."),
    errors.UnreadableDatabaseError: N_(
        "The database {path} cannot be read: {reason}. Check the file and its permissions."
    ),
    errors.UnusableDatabaseError: N_("Nothing in {path} can be used: {first}. See: kzfr validate {path}"),
    errors.TooLargeError: N_("The file {path} takes {size} bytes, more than the limit of {limit}. Split it."),
    errors.UnreadableTextError: N_("The text {path} cannot be read: {reason}. Check the path, or save it as UTF-8."),
    errors.UnknownFormatError: N_("The ending of “{path}” names no format. Add --format with one of: {names}."),
    errors.UnwritableOutputError: N_("{path} cannot be written: {reason}. Give another file to -o."),
}

NEAR = N_("Did you mean: {near}?")
NEXT: dict[type[KzfrError], str] = {
    errors.UnknownIdError: N_("To search for it: kzfr search {id}"),
}
"""A command to type next; it ends the message, so that nothing clings to it."""

REASONS = {
    "form": N_("write it as 2008, 2008-06, 2008-06-11, 2013-09/2013-12, 1992/.., 1993-09~, 1992? or 199X"),
    "year": N_("years go from 0001 to 9999"),
    "month": N_("months go from 01 to 12, and seasons from 21 to 24 without a day"),
    "day": N_("the last day of that month is {last_valid}"),
    "order": N_("it ends before it starts"),
    "open": N_("one of its two ends must be a date"),
    "not-text": N_("this is not a text"),
    "not-document": N_("this is not the document that its ending says"),
}
"""Why a date of the database or a text to check is refused, by its reason."""

SYSTEM = frozenset({
    N_("Permission denied"),
    N_("No such file or directory"),
    N_("Is a directory"),
    N_("Not a directory"),
    N_("Read-only file system"),
    N_("No space left on device"),
    N_("File name too long"),
})  # fmt: skip
"""What the operating system says, in English whatever the language of the output."""
KINDS = frozenset({N_("tag"), N_("place"), N_("check")})

PROBLEMS = {
    "syntax": N_("this is not valid TOML: {detail}"),
    "not-utf8": N_("the byte {byte} is not UTF-8: save the file as UTF-8"),
    "too-large": N_("this entry takes {size} bytes, more than the limit of {limit}"),
    "unknown-table": N_("“{key}” is no table of the database"),
    "unknown-key": N_("“{field}” is no field of this entry"),
    "wrong-type": N_("“{field}” is not as it should be: {detail}"),
    "invalid-date": N_("“{text}” is not a date: {reason}"),
    "duplicate-id": N_("this id is used twice in the file: the first entry is kept"),
    "extends-nothing": N_("“extend = true”, but no earlier file has this id"),
    "missing-field": N_("the field “{field}” is missing"),
    "no-preferred-date": N_("no date has the status “preferred”"),
    "two-preferred-dates": N_("more than one date has the status “preferred”"),
    "unknown-source": N_("no file defines the source “{source}”"),
}
"""What is wrong with an entry, by the code of the problem."""


def sentence(error: KzfrError, catalogue: Catalogue) -> str:
    """Say what stopped a command and what to type next."""
    template = _of_class(ERRORS, error)
    if template is None:
        return visible(str(error))
    facts = worded(error.facts, catalogue)
    said = [catalogue.text(template, **facts)]
    if facts.get("near"):
        said.append(catalogue.text(NEAR, near=facts["near"]))
    if (command := _of_class(NEXT, error)) is not None:
        said.append(catalogue.text(command, **facts))
    return " ".join(said)


def _of_class(table: Mapping[type[KzfrError], str], error: KzfrError) -> str | None:
    return next((table[kind] for kind in type(error).__mro__ if kind in table), None)


def worded(facts: Mapping[str, object], catalogue: Catalogue) -> dict[str, str]:
    """Write facts as words: lists with "or", our own words and the system’s translated, the rest made visible."""
    words = {name: _word(value, catalogue) for name, value in facts.items()}
    if (reason := words.get("reason")) in REASONS:
        words["reason"] = catalogue.text(REASONS[reason], **words)
    return words


def _word(value: object, catalogue: Catalogue) -> str:
    if isinstance(value, (tuple, list)):
        words = [visible(str(item)) for item in value]
        return dates.grammar(catalogue.lang).either(words) if len(words) > 1 else "".join(words)
    if isinstance(value, int):
        return quantities.number(value, catalogue.lang)
    text = str(value)
    return catalogue.text(text) if text in SYSTEM or text in KINDS else visible(text)


def problem(item: Problem, catalogue: Catalogue) -> str:
    """Say what is wrong in one entry, with its file and line."""
    said = catalogue.text(PROBLEMS.get(item.code, item.code), **worded(dict(item.facts), catalogue))
    entry = f" ({visible(item.entry)})" if item.entry else ""
    return f"{visible(item.path)}:{item.line}: {said}{entry}"


def problems_line(problems: Sequence[Problem], catalogue: Catalogue) -> str:
    """Say in one line what is wrong first, how much more there is, and what to type to see it all."""
    first = problem(problems[0], catalogue)
    count = len(problems)
    more = (
        catalogue.plural("{count} problem in all.", "{count} problems in all.", count, count=count) if count > 1 else ""
    )
    files = " ".join(dict.fromkeys(item.path for item in problems))
    return " ".join(filter(None, (f"{first}.", more, catalogue.text("See: kzfr validate {files}", files=files))))
