"""Numbers with their units in the words of a language: «3,9 Md€», “EUR 3.9 bn”, «plus de 40
entreprises».
"""

from __future__ import annotations

import re

from kzfr_cli.languages import ordinals
from kzfr_cli.locale.catalogue import N_, NN_, Catalogue

MINUS = "−"
DIGITS = 6
"""Decimals kept at most; no figure of the database has as many."""

SIGNS = {
    "EUR bn": N_("EUR {value} bn"),
    "EUR m": N_("EUR {value} m"),
    "EUR thousand": N_("EUR {value} thousand"),
    "USD bn": N_("USD {value} bn"),
    "USD m": N_("USD {value} m"),
    "USD thousand": N_("USD {value} thousand"),
    "percent": N_("{value}%"),
    "GW": N_("{value} GW"),
    "Mtoe": N_("{value} Mtoe"),
    "square metres": N_("{value} m²"),
    "tonnes U": N_("{value} t of uranium"),
    "tonnes U per year": N_("{value} t of uranium a year"),
    "million passengers": N_("{value} million passengers"),
    "million barrels": N_("{value} million barrels"),
}
"""How a number is written with a unit that has one form."""

COUNTS = {
    "applications": NN_("{value} application", "{value} applications"),
    "agreements": NN_("{value} agreement", "{value} agreements"),
    "companies": NN_("{value} company", "{value} companies"),
    "documents": NN_("{value} document", "{value} documents"),
    "employees": NN_("{value} employee", "{value} employees"),
    "flights per week": NN_("{value} flight a week", "{value} flights a week"),
    "helicopters": NN_("{value} helicopter", "{value} helicopters"),
    "locomotives": NN_("{value} locomotive", "{value} locomotives"),
    "people": NN_("{value} person", "{value} people"),
    "programmes": NN_("{value} programme", "{value} programmes"),
    "scholarships per year": NN_(
        "{value} scholarship a year", "{value} scholarships a year"
    ),
    "students": NN_("{value} student", "{value} students"),
    "visas": NN_("{value} visa", "{value} visas"),
}
"""How a number is written with what it counts, one and many."""

CURRENCY = r"([A-Z]{3}) (bn|m|thousand)"
AMOUNTS = {
    "bn": N_("{currency} {value} bn"),
    "m": N_("{currency} {value} m"),
    "thousand": N_("{currency} {value} thousand"),
}
"""How an amount is written in a currency of which we know only the code (ISO 4217)."""

BOUNDS = {
    "about": N_("about {value}"),
    "more-than": N_("more than {value}"),
    "at-least": N_("at least {value}"),
    "less-than": N_("less than {value}"),
    "up-to": N_("up to {value}"),
    "nearly": N_("nearly {value}"),
}

UNITS = {
    "EUR bn": N_("billions of euros"),
    "EUR m": N_("millions of euros"),
    "EUR thousand": N_("thousands of euros"),
    "USD bn": N_("billions of US dollars"),
    "USD m": N_("millions of US dollars"),
    "USD thousand": N_("thousands of US dollars"),
    "percent": N_("per cent"),
    "GW": N_("gigawatts"),
    "Mtoe": N_("millions of tonnes of oil equivalent"),
    "rank": N_("rank"),
    "square metres": N_("square metres"),
    "tonnes U": N_("tonnes of uranium"),
    "tonnes U per year": N_("tonnes of uranium a year"),
    "million passengers": N_("millions of passengers"),
    "million barrels": N_("millions of barrels"),
    "applications": N_("applications"),
    "agreements": N_("agreements"),
    "companies": N_("companies"),
    "documents": N_("documents"),
    "employees": N_("employees"),
    "flights per week": N_("flights a week"),
    "helicopters": N_("helicopters"),
    "locomotives": N_("locomotives"),
    "people": N_("people"),
    "programmes": N_("programmes"),
    "scholarships per year": N_("scholarships a year"),
    "students": N_("students"),
    "visas": N_("visas"),
}
"""The name of a unit, as it heads a table."""


BRIEF = {
    "EUR bn": N_("€{value} bn"),
    "EUR m": N_("€{value} m"),
    "USD bn": N_("${value} bn"),
    "USD m": N_("${value} m"),
    "tonnes U": N_("{value} t"),
    "million passengers": N_("{value} m"),
    "million barrels": N_("{value} m bbl"),
}
"""How a number is written beside a label that says what is counted."""

THOUSANDFOLD = {"EUR m": "EUR bn", "USD m": "USD bn"}
"""The unit in which four digits or more are said."""


def number(value: float, lang: str) -> str:
    """Write a number with the decimal sign and the thousands separator of a language, without idle
    zeros.

    English has a point and commas; the others a comma and U+202F (CLDR). Below zero stands U+2212.
    """
    text = f"{abs(value):,.{DIGITS}f}".rstrip("0").rstrip(".")
    if lang != "en":
        text = text.translate({ord(","): "\u202f", ord("."): ","})
    return (MINUS if value < 0 else "") + text


def quantity(value: float, unit: str, catalogue: Catalogue) -> str:
    """Write a number with its unit; one that is not ours follows the number as it stands."""
    if unit == "rank" and value == int(value):
        return ordinals.ordinal(int(value), catalogue.lang)
    text = number(value, catalogue.lang)
    if unit in SIGNS:
        return catalogue.text(SIGNS[unit], value=text)
    if unit in COUNTS:
        one, many = COUNTS[unit]
        return catalogue.plural(one, many, int(abs(value)), value=text)
    if found := re.fullmatch(CURRENCY, unit):
        return catalogue.text(AMOUNTS[found[2]], currency=found[1], value=text)
    return f"{text}\u00a0{unit}"


def alone(value: float, unit: str, bound: str, catalogue: Catalogue) -> str:
    """A number with its bound, in a column whose head names the unit; a share keeps its sign."""
    if unit in ("rank", "percent"):
        return bounded(value, unit, bound, catalogue)
    text = number(value, catalogue.lang)
    return catalogue.text(BOUNDS[bound], value=text) if bound in BOUNDS else text


def span(first: float, last: float, unit: str, catalogue: Catalogue) -> str:
    """The first and the last value of a series, in few digits and one unit: “$4.5 → 4.25 bn”."""
    if unit in THOUSANDFOLD and max(abs(first), abs(last)) >= 1000:
        return span(first / 1000, last / 1000, THOUSANDFOLD[unit], catalogue)
    if unit == "rank":
        return f"{quantity(first, unit, catalogue)} → {quantity(last, unit, catalogue)}"
    text = f"{few_digits(first, catalogue.lang)} → {few_digits(last, catalogue.lang)}"
    if unit in BRIEF:
        return catalogue.text(BRIEF[unit], value=text)
    if unit in SIGNS:
        return catalogue.text(SIGNS[unit], value=text)
    return text if unit in COUNTS else f"{text}\u00a0{unit}"


def few_digits(value: float, lang: str) -> str:
    """A number with two decimals at most, fewer from ten and from a hundred on."""
    decimals = 0 if abs(value) >= 100 else 1 if abs(value) >= 10 else 2
    return number(round(value, decimals), lang)


def bounded(value: float, unit: str, bound: str, catalogue: Catalogue) -> str:
    """Write a number with its unit and with how near to it the truth is."""
    text = quantity(value, unit, catalogue)
    return catalogue.text(BOUNDS[bound], value=text) if bound in BOUNDS else text


def unit_name(unit: str, catalogue: Catalogue) -> str:
    """Name a unit; one that is not ours by its code."""
    return catalogue.text(UNITS[unit]) if unit in UNITS else unit
