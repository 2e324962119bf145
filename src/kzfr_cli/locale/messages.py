"""The sentence of each error and each problem: what happened, and what to type next."""

from __future__ import annotations

from collections.abc import Sequence

from kzfr_cli import errors
from kzfr_cli.errors import KzfrError, Problem
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
    errors.InvalidDateError: N_("“{text}” is not a date in EDTF: {reason}."),
    errors.UnknownIdError: N_("There is no entry “{id}”. Try: kzfr search {id}"),
    errors.UnknownWordError: N_("There is no {what} “{word}”."),
    errors.MissingDatabaseError: N_("There is no database at {path}. Check the path given with --db or KZFR_DB."),
    errors.UnreadableDatabaseError: N_(
        "The database {path} cannot be read: {reason}. Check the file and its permissions."
    ),
    errors.UnwritableOutputError: N_("{path} cannot be written: {reason}. Give another file to -o."),
}

NEAR = N_("Did you mean: {near}?")

PROBLEMS = {
    "syntax": N_("this is not valid TOML: {detail}"),
    "not-utf8": N_("the byte {byte} is not UTF-8: save the file as UTF-8"),
    "too-large": N_("this entry takes {size} bytes, more than the limit of {limit}"),
    "unknown-table": N_("“{key}” is no table of the database"),
    "unknown-key": N_("“{field}” is no field of this entry"),
    "wrong-type": N_("“{field}” is not as it should be: {detail}"),
    "invalid-date": N_("“{text}” is not a date in EDTF: {reason}"),
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
    template = next((ERRORS[kind] for kind in type(error).__mro__ if kind in ERRORS), None)
    if template is None:
        return str(error)
    facts = {name: worded(value, catalogue) for name, value in error.facts.items()}
    said = catalogue.text(template, **facts)
    return f"{said} {catalogue.text(NEAR, near=facts['near'])}" if error.facts.get("near") else said


def worded(value: object, catalogue: Catalogue) -> str:
    """Write a fact: a list with commas, a word of ours translated."""
    if isinstance(value, (tuple, list)):
        return ", ".join(map(str, value))
    return catalogue.text(value) if value in ("tag", "place") else str(value)


def problem(item: Problem, catalogue: Catalogue) -> str:
    """Say what is wrong in one entry, with its file and line."""
    template = PROBLEMS.get(item.code, item.code)
    said = catalogue.text(template, **dict(item.facts)) if item.facts else catalogue.text(template)
    entry = f" ({item.entry})" if item.entry else ""
    return f"{item.path}:{item.line}: {said}{entry}"


def problems_line(problems: Sequence[Problem], catalogue: Catalogue) -> str:
    """Say in one line what is wrong first, how much more there is, and what to type to see it all."""
    first = problem(problems[0], catalogue)
    count = len(problems)
    more = (
        catalogue.plural("{count} problem in all.", "{count} problems in all.", count, count=count) if count > 1 else ""
    )
    files = " ".join(dict.fromkeys(item.path for item in problems))
    return " ".join(filter(None, (f"{first}.", more, catalogue.text("See: kzfr validate {files}", files=files))))
