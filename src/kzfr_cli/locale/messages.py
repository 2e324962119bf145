"""Say errors and problems in the reader’s language: what happened, and what to type next."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date

from kzfr_cli.core.visible import in_line, visible
from kzfr_cli.errors import KzfrError, Problem
from kzfr_cli.languages import dates
from kzfr_cli.locale import importing, quantities, reasons
from kzfr_cli.locale.catalogue import N_, Catalogue
from kzfr_cli.locale.sentences import ERRORS, NEAR, NEXT

REASONS = {
    "form": N_(
        "write it as 2008, 2008-06, 2008-06-11, 2013-09/2013-12, 1992/.., 1993-09~, 1992? or 199X"
    ),
    "year": N_("years go from 0001 to 9999"),
    "time": N_("the time of the day is not kept: write the day alone"),
    "month": N_("months go from 01 to 12, and seasons from 21 to 24 without a day"),
    "day": N_("the last day of that month is {last_valid}"),
    "order": N_("it ends before it starts"),
    "open": N_("one of its two ends must be a date"),
    "not-text": N_("this is not a text"),
    "not-file": N_("this is a device or a pipe, not a file"),
    "lock-not-plain": N_("the file of its lock is a link, a pipe or a folder: remove that"),
    "no-locks": N_(
        "its file system has no locks, so that two programs could write at once: change a copy on "
        "another disk"
    ),
    "cache-of-others": N_("it belongs to others, or others can write in it"),
    "no-copy": N_(
        "it can only be written in place, and the copy that puts it back after a crash cannot be "
        "kept in the state folder"
    ),
    "not-document": N_("this is not the document that its ending says"),
    "encrypted": N_("it is protected by a password"),
    "old-document": N_("it is of a version before 2007"),
    "damaged": N_("it is damaged"),
    "missing": N_("it is damaged"),
    "over-limit": N_("it holds more than is read"),
    "not-ending": N_(
        "its name must end in .csv, .tsv, .xlsx, .ods, .json, .ndjson, .ics, .mw or .sqlite"
    ),
    "not-json": N_("this is no JSON, or no list of events"),
    "not-workbook": N_("this is no workbook, or it is protected by a password"),
    "not-export": N_("this is no database that kzfr exported"),
    "not-csv": N_(
        "one of its first lines must name the columns, one for the date and one for the title"
    ),
    "not-ics": N_("this is no calendar"),
    "own-calendar": N_(
        "it holds anniversaries that kzfr wrote, not events; to take events along, export them "
        "to a .json file"
    ),
    "empty-import": N_("there is no event in it"),
    **importing.REFUSALS,
}
"""Why a date of the database or a text to check is refused, by its reason."""

SYSTEM = frozenset(
    {
        N_("Permission denied"),
        N_("No such file or directory"),
        N_("Is a directory"),
        N_("Not a directory"),
        N_("Read-only file system"),
        N_("No space left on device"),
        N_("File name too long"),
        N_("File exists"),
        N_("File too large"),
        N_("Disk quota exceeded"),
        N_("Input/output error"),
        N_("Operation not permitted"),
        N_("Too many levels of symbolic links"),
        N_("Invalid argument"),
        N_("Bad file descriptor"),
        N_("Text file busy"),
        N_("Device or resource busy"),
        N_("No such device or address"),
        N_("No such device"),
    }
)
"""What the operating system says, in English whatever the language of the output."""
LONGEST = 1_000
"""Characters of a fact that are shown: a path may take hundreds, a value of a damaged file any
number.
"""

SIZES = ("size", "limit")
"""The facts of a problem that are numbers, which the index keeps as texts."""

KINDS = {
    N_("tag"),
    N_("place"),
    N_("person"),
    N_("organisation"),
    N_("check"),
    N_("name"),
    N_("source"),
    N_("category"),
    N_("confidence"),
    N_("scope"),
    N_("kind"),
    N_("status"),
    N_("schema"),
    N_("setting"),
}

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

REFUSALS = {
    **PROBLEMS,
    "other-id": N_("the id must stay “{id}”"),
    "one-entry": N_("there must be exactly one [[{kind}]] table, and no other"),
}
"""What is wrong with an entry that is being written; the last two say nothing of a file, so
`validate` lacks them.
"""


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


def reason(text: str, catalogue: Catalogue) -> str:
    """Write why something cannot be done: our own words translated, the system’s as they are."""
    return catalogue.text(REASONS[text]) if text in REASONS else text


def remark(code: str, facts: Mapping[str, object], catalogue: Catalogue) -> str:
    """Say what was read otherwise than it stands in a file to import, or left out."""
    return catalogue.text(importing.REMARKS[code], **worded(facts, catalogue))


def worded(facts: Mapping[str, object], catalogue: Catalogue) -> dict[str, str]:
    """Write facts as words: lists with "or", our own words and the system’s translated, the rest
    made visible.
    """
    words = {name: _word(name, value, catalogue) for name, value in facts.items()}
    if day := facts.get("last_valid"):
        words["last_valid"] = dates.iso_in_words(str(day), catalogue.lang)
    if (reason := words.get("reason")) in REASONS:
        words["reason"] = catalogue.text(REASONS[reason], **words)
    words.update(
        {
            name: quantities.number(int(words[name]), catalogue.lang)
            for name in SIZES
            if words.get(name, "").isdigit()
        }
    )
    if day := facts.get("falls_on"):
        words["falls_on"] = dates.iso_in_words(str(day), catalogue.lang)
        words["weekday"] = dates.weekday_name(date.fromisoformat(str(day)), catalogue.lang)
    if detail := facts.get("detail"):
        words["detail"] = reasons.plain(shortened(str(detail)), catalogue)
    return words


def _word(name: str, value: object, catalogue: Catalogue) -> str:
    if isinstance(value, Problem):
        return refusal(value, catalogue)
    if isinstance(value, (tuple, list)):
        words = [visible(str(item)) for item in value]
        return (
            dates.grammar(catalogue.lang).either(words) if len(words) > 1 else "".join(words)
        )
    if isinstance(value, int):
        return quantities.number(value, catalogue.lang)
    text = shortened(str(value))
    if name == "path":
        return in_line(text)
    is_ours = text in SYSTEM or (
        name == "what" and text in KINDS
    )  # a field of that name stays as it is written
    return catalogue.text(text) if is_ours else visible(text)


def shortened(text: str) -> str:
    """Cut what is longer than anybody would read on one line."""
    return text if len(text) <= LONGEST else f"{text[:LONGEST]}…"


def refusal(item: Problem, catalogue: Catalogue) -> str:
    """Say what is wrong in an entry that stands in no file yet, with the line within it where there
    are several.
    """
    said = catalogue.text(
        REFUSALS.get(item.code, item.code), **worded(dict(item.facts), catalogue)
    )
    return (
        catalogue.text("line {line}: {said}", line=item.line, said=said)
        if item.line > 1
        else said
    )


def problem(item: Problem, catalogue: Catalogue) -> str:
    """Say what is wrong in one entry, with its file and line."""
    said = catalogue.text(
        PROBLEMS.get(item.code, item.code), **worded(dict(item.facts), catalogue)
    )
    entry = f" ({visible(item.entry)})" if item.entry else ""
    return f"{in_line(item.path)}:{item.line}: {said}{entry}"


def problems_line(problems: Sequence[Problem], catalogue: Catalogue) -> str:
    """Say in one line what is wrong first, how much more there is, and what to type to see it
    all.
    """
    first = problem(problems[0], catalogue)
    count = len(problems)
    more = (
        catalogue.plural(
            "{count} problem in all.", "{count} problems in all.", count, count=count
        )
        if count > 1
        else ""
    )
    files = " ".join(dict.fromkeys(in_line(item.path) for item in problems))
    return " ".join(
        filter(
            None,
            (f"{first}.", more, catalogue.text("See: kzfr validate {files}", files=files)),
        )
    )
