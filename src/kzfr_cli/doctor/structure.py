"""What is found while the files are read: an entry with such a fault is left out, the others load.

The names are the codes of `errors.Problem`, which `store` reports; every command says the same of
them.
"""

from __future__ import annotations

from kzfr_cli.doctor.registry import ERROR, declare
from kzfr_cli.locale.catalogue import N_
from kzfr_cli.locale.messages import PROBLEMS

declare(
    "K001",
    "syntax",
    ERROR,
    message=PROBLEMS["syntax"],
    what=N_("Each entry is valid TOML."),
    why=N_(
        "What cannot be parsed cannot be shown; the entry is left out until it is repaired."
    ),
    repair=N_(
        "Look at that line and the one before it: most often a quote, a bracket or a comma is "
        "missing."
    ),
)
declare(
    "K002",
    "not-utf8",
    ERROR,
    message=PROBLEMS["not-utf8"],
    what=N_("The file is encoded in UTF-8, as TOML requires."),
    why=N_("In any other encoding the accents and the Cyrillic letters are lost."),
    repair=N_("Save the file as UTF-8 in your editor."),
)
declare(
    "K003",
    "too-large",
    ERROR,
    message=PROBLEMS["too-large"],
    what=N_("An entry takes at most 1,000,000 bytes."),
    why=N_(
        "The largest entry of the packaged data takes about 8,000; a million is an accident or "
        "an attack."
    ),
    repair=N_("Shorten the texts of the entry, or close a string that was left open."),
)
declare(
    "K004",
    "unknown-table",
    ERROR,
    message=PROBLEMS["unknown-table"],
    what=N_(
        "The tables of a file are sources, names, tags, indicators, figures and events, each in "
        "double brackets."
    ),
    why=N_("A table with another name would be passed over without a word."),
    repair=N_("Correct the name of the table, or write it in double brackets."),
)
declare(
    "K005",
    "unknown-key",
    ERROR,
    message=PROBLEMS["unknown-key"],
    what=N_("The fields of an entry are those of docs/database.md."),
    why=N_("A misspelt field would be lost without a word."),
    repair=N_("Correct the name of the field; docs/database.md lists them all."),
)
declare(
    "K006",
    "wrong-type",
    ERROR,
    message=PROBLEMS["wrong-type"],
    what=N_(
        "Each field has the type, and where there is a list of words for it, one of the words of "
        "docs/database.md."
    ),
    why=N_("A value of another type cannot be searched, sorted or shown."),
    repair=N_(
        "Write a value of the type that the message names: texts and dates stand in quotes, "
        "lists in brackets."
    ),
)
declare(
    "K007",
    "invalid-date",
    ERROR,
    message=PROBLEMS["invalid-date"],
    what=N_(
        "Dates are EDTF (ISO 8601-2): 2008-06-11, 2008-06, 2008, 1992?, 1993-09~, 199X, "
        "2013-09/2013-12, 2019/.."
    ),
    why=N_("Only a date written by one rule can be sorted, compared and counted from."),
    repair=N_(
        "Write the year first, then month and day with two digits each, as far as they are known."
    ),
)
declare(
    "K008",
    "duplicate-id",
    ERROR,
    message=PROBLEMS["duplicate-id"],
    what=N_("An id stands only once in a file."),
    why=N_("Of two entries with one id only the first is loaded: the second is lost."),
    repair=N_("Give the second entry an id of its own, or merge the two."),
)
declare(
    "K009",
    "extends-nothing",
    ERROR,
    message=PROBLEMS["extends-nothing"],
    what=N_("An entry with extend = true has an entry of the same id in an earlier file."),
    why=N_("It names only what it changes: alone, it is not a whole entry."),
    repair=N_("Correct the id, or write the whole entry without extend."),
)
declare(
    "K010",
    "missing-field",
    ERROR,
    message=PROBLEMS["missing-field"],
    what=N_(
        "An entry has the fields without which it says nothing: of an event its category, title "
        "and dates."
    ),
    why=N_(
        "An event without a date, or a figure without a value, cannot be placed anywhere."
    ),
    repair=N_("Add the field; docs/database.md tells what it holds."),
)
declare(
    "K011",
    "no-preferred-date",
    ERROR,
    message=PROBLEMS["no-preferred-date"],
    what=N_("Exactly one of the dates of an event has the status preferred."),
    why=N_("The event is sorted, found and celebrated by that date."),
    repair=N_("Give the date that the best source bears the status preferred."),
)
declare(
    "K012",
    "two-preferred-dates",
    ERROR,
    message=PROBLEMS["two-preferred-dates"],
    what=N_("Exactly one of the dates of an event has the status preferred."),
    why=N_("The event is sorted, found and celebrated by that date."),
    repair=N_("Give the other dates the status accepted, disputed or rejected."),
)
declare(
    "K013",
    "malformed-id",
    ERROR,
    message=N_("the value of “{field}” is no id"),
    what=N_(
        "An id is made of lower-case letters without accents, digits and single hyphens."
    ),
    why=N_(
        "Ids stand in links, file names and commands, where any other letter needs care."
    ),
    repair=N_("Write the id of the entry that is meant, not its name."),
)
