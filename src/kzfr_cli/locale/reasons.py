"""Put into plain words what the readers of TOML and of JSON Schema say, each in English and in
terms of its own.
"""

from __future__ import annotations

import re

from kzfr_cli.core.visible import visible
from kzfr_cli.locale import quantities
from kzfr_cli.locale.catalogue import N_, Catalogue

TYPES = {
    "str": N_("a text between quotes"),
    "int": N_("a whole number"),
    "float": N_("a number"),
    "bool": N_("true or false"),
    "array": N_("a list in square brackets"),
    "object": N_("a table of fields"),
    "date": N_("a date without quotes"),
    "datetime": N_("a date without quotes"),
    "time": N_("a time without quotes"),
}
"""What msgspec calls the types, as they look in a file."""

OF_TYPE = re.compile(r"Expected `(?P<wanted>[^`]*)`, got `(?P<found>[^`]*)`")
OF_SCHEMA = [
    (
        re.compile(r"Invalid enum value '?(?P<value>.*?)'?$"),
        N_("“{value}” is none of the words that may stand here"),
    ),
    (
        re.compile(r"matching regex '\^\[a-z0-9\]"),
        N_("an id is of small letters, digits and hyphens, as visit-2018"),
    ),
    (re.compile(r"matching regex '\^\[a-z\]"), N_("a language is a code such as fr")),
    (re.compile(r"of length >= "), N_("it is empty")),
    (
        re.compile(r"`array` of length <= (?P<limit>\d+)"),
        N_("it lists more than the limit of {limit}"),
    ),
    (re.compile(r"of length <= "), N_("it is too long")),
    (re.compile(r"Expected `(?:int|float)[^`]*` [<>]"), N_("this number is out of bounds")),
]
"""What msgspec says of a value, other than of its type."""

OF_TOML = {
    "string values must be quoted": N_("a text stands between quotes"),
    "key with no value": N_("a name is followed by = and a value"),
    "invalid basic string": N_(
        "a quote is not closed on its line, or a character may not stand in it"
    ),
    "invalid multi-line basic string": N_("three quotes are not closed"),
    "invalid literal string": N_(
        "a quote is not closed on its line, or a character may not stand in it"
    ),
    "invalid multi-line literal string": N_("three quotes are not closed"),
    "missing escaped value": N_("write a backslash twice"),
    "too few unicode value digits": N_(
        "a character is written as \\u and four digits from 0 to F"
    ),
    "invalid value": N_("a character is written as \\u and four digits from 0 to F"),
    "duplicate key": N_("this name stands there already"),
    "unclosed table": N_("the bracket is not closed on its line"),
    "unclosed array": N_("the square bracket is not closed"),
    "unclosed array of tables": N_("the bracket is not closed on its line"),
    "unclosed inline table": N_("the brace is not closed"),
    "unquoted keys cannot be empty": N_("a name is missing"),
    "invalid unquoted key": N_("a name is of letters without accents, digits, - and _"),
    "keys cannot be multi-line basic strings": N_("a name stands on one line"),
    "unexpected key or value": N_("nothing may follow on this line"),
    "invalid boolean": N_("write true or false"),
    "invalid date": N_("there is no such date"),
    "Unexpected character": N_("something is not closed, or a character may not stand here"),
}
"""What the TOML reader says before it lists the characters that it expected."""
EXPECTED = re.compile(", expected |: ")


def plain(detail: str, catalogue: Catalogue) -> str:
    """Say a reason in plain words; one that we do not know is quoted as it stands."""
    if found := OF_TYPE.search(detail):
        wanted, got = (types(found[name], catalogue) for name in ("wanted", "found"))
        return catalogue.text("it must be {wanted}, not {found}", wanted=wanted, found=got)
    for pattern, message in OF_SCHEMA:
        if matched := pattern.search(detail):
            return catalogue.text(
                message,
                **{
                    name: worded(text, catalogue)
                    for name, text in matched.groupdict().items()
                },
            )
    if known := OF_TOML.get(EXPECTED.split(detail)[0]):
        return catalogue.text(known)
    return catalogue.text("“{quoted}”", quoted=visible(detail))


def worded(text: str, catalogue: Catalogue) -> str:
    """Write what a reader named: a number as the language does, anything else as it stands."""
    return (
        quantities.number(int(text), catalogue.lang)
        if text.isascii() and text.isdigit()
        else visible(text)
    )


def types(names: str, catalogue: Catalogue) -> str:
    """Say one or several types; that a field may be left out is no type of its own."""
    known = (TYPES.get(name) for name in names.split(" | "))
    return catalogue.text(" or ").join(
        dict.fromkeys(catalogue.text(name) for name in known if name)
    ) or visible(names)
