"""French typography in the French texts of the database; `locale.typography` holds the rules and
repairs them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from kzfr_cli.doctor.database import DatabaseFiles, Entry, Fault
from kzfr_cli.doctor.registry import WARNING, check
from kzfr_cli.languages import language
from kzfr_cli.languages.typography import french
from kzfr_cli.locale.catalogue import N_

WRITTEN = (
    "title",
    "summary",
    "label",
    "note",
    "change",
    "measures",
    "about",
    "not_commemorated",
)
"""The texts that are ours. Not `spellings` and `wording`: they are what others write."""

GROUPS = ("dates", "disputes", "periods")

APOSTROPHE = re.compile(r"(?<=[^\W\d_])'|'(?=[^\W\d_])")
QUOTE = re.compile('"')
DOTS = re.compile(r"(?<!\.)\.{3}(?!\.)")
BEFORE, AFTER = 12, 12
"""Characters of an excerpt before and after the fault."""

TO = re.compile(r"(?:^|[.!?…]\s|«\s)(A)(?= (\w+))")
"""An A that begins a sentence: before a name, an article … it is the preposition."""


@check(
    "K401",
    "straight-apostrophe",
    WARNING,
    message=N_("straight apostrophe in “{excerpt}”: write ’ (U+2019)"),
    what=N_("The apostrophe of a French text is ’ (U+2019)."),
    why=N_(
        "The straight one is a typewriter’s; printed pages and slides show the difference."
    ),
    repair=N_("Write ’ in its place."),
)
def straight_apostrophe(database: DatabaseFiles) -> Iterator[Fault]:
    """Find straight apostrophes beside a letter."""
    yield from found(database, APOSTROPHE)


@check(
    "K402",
    "no-break-space",
    WARNING,
    message=N_("wrong or missing no-break space in “{excerpt}”"),
    what=N_(
        "In French, U+202F stands before ; ! ? and between thousands, U+00A0 before : % and "
        "units and inside « »."
    ),
    why=N_(
        "With a plain space the sign moves alone to the next line; without any it sticks to the "
        "word."
    ),
    repair=N_("Put the no-break space that the rule names."),
)
def no_break_space(database: DatabaseFiles) -> Iterator[Fault]:
    """Find plain, missing or wrong spaces beside signs and units, once every other sign is
    right.
    """
    for entry, field, text in written(database):
        comparable = french_but_spaces(text)
        clean = french(comparable)
        if clean != comparable:
            yield entry.fault(
                field,
                fix=french(text),
                excerpt=excerpt(comparable, first_difference(comparable, clean)),
            )


@check(
    "K403",
    "straight-quotes",
    WARNING,
    message=N_("straight quotation mark in “{excerpt}”: write « »"),
    what=N_("The quotation marks of a French text are « », with U+00A0 inside."),
    why=N_("Straight quotation marks are a typewriter’s."),
    repair=N_(
        "Write « and » with a no-break space inside, or “ and ” within another quotation."
    ),
)
def straight_quotes(database: DatabaseFiles) -> Iterator[Fault]:
    """Find straight quotation marks."""
    yield from found(database, QUOTE)


@check(
    "K404",
    "three-dots",
    WARNING,
    message=N_("three dots in “{excerpt}”: write … (U+2026)"),
    what=N_("An ellipsis is one character, … (U+2026)."),
    why=N_("Three dots can be torn apart at the end of a line."),
    repair=N_("Write …"),
)
def three_dots(database: DatabaseFiles) -> Iterator[Fault]:
    """Find three dots."""
    yield from found(database, DOTS)


@check(
    "K405",
    "capital-without-accent",
    WARNING,
    message=N_("capital without its accent in “{excerpt}”"),
    what=N_(
        "French capitals keep their accents and ligatures; a list of common words is looked for, "
        "and the preposition A."
    ),
    why=N_("The accent is part of the spelling (Lexique of the Imprimerie nationale)."),
    repair=N_("Write the accent or the ligature."),
)
def capital_without_accent(database: DatabaseFiles) -> Iterator[Fault]:
    """Find capitals that lost their accent."""
    for entry, field, text in written(database):
        place = unaccented(text)
        if place is not None:
            yield entry.fault(field, excerpt=excerpt(text, place))


def unaccented(text: str) -> int | None:
    """Return the place of the first capital that lost its accent, or None."""
    after = language.union("typography", "after_to")
    places = [match.start() for match in known_unaccented().finditer(text)]
    places += [
        match.start(1)
        for match in TO.finditer(text)
        if match[2][0].isupper() or match[2] in after
    ]
    return min(places, default=None)


@cache
def known_unaccented() -> re.Pattern[str]:
    """Match the words that are written without their accent."""
    return re.compile(
        rf"\b(?:{'|'.join(language.of('fr').words('typography', 'unaccented'))})\b"
    )


def found(database: DatabaseFiles, sign: re.Pattern[str]) -> Iterator[Fault]:
    """Report the first place of a sign in each French text; the clean-up of the whole text is its
    fix.
    """
    for entry, field, text in written(database):
        if match := sign.search(text):
            clean = french(text)
            yield entry.fault(
                field,
                fix=clean if clean != text else None,
                excerpt=excerpt(text, match.start()),
            )


def written(database: DatabaseFiles) -> Iterator[tuple[Entry, str, str]]:
    """Return every French text of ours as (entry, field, text)."""
    for entry in database.all("events", "figures", "indicators", "names", "tags"):
        for field, fields in ("", entry.fields), *nested(entry):
            for name in WRITTEN:
                if text := fields.get(name, {}).get("fr"):
                    yield entry, f"{field}{name}.fr", text


def nested(entry: Entry) -> Iterator[tuple[str, dict[str, dict[str, str]]]]:
    """Return the tables inside an entry that hold texts."""
    for group in GROUPS:
        for number, item in enumerate(entry.fields.get(group, ())):
            yield f"{group}[{number}].", item


def french_but_spaces(text: str) -> str:
    """Clean a text of all but its spaces, that a fault of one kind is not reported as another."""
    return DOTS.sub("…", APOSTROPHE.sub("’", QUOTE.sub("”", text)))


def first_difference(text: str, other: str) -> int:
    """Count the characters before the first that differs."""
    return next(
        (n for n, (a, b) in enumerate(zip(text, other, strict=False)) if a != b),
        min(len(text), len(other)),
    )


def excerpt(text: str, position: int) -> str:
    """Show what stands around a position."""
    start, end = max(position - BEFORE, 0), position + AFTER
    return f"{'…' if start else ''}{text[start:end]}{'…' if end < len(text) else ''}"
