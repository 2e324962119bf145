"""Numbers and their units in words."""

from __future__ import annotations

import pytest
from babel.numbers import format_decimal

from kzfr_cli.locale import catalogue, quantities

ENGLISH = catalogue.load("en")


@pytest.mark.parametrize("value", [0, 3, 3.0, 3.9, 28.95, 1083, 17000, 12345678.25, 0.1])
@pytest.mark.parametrize("lang", ["en", "fr", "ru"])
def test_numbers_have_the_signs_of_cldr(value: float, lang: str) -> None:
    expected = format_decimal(value, locale=lang).replace("\u00a0", "\u202f")
    assert quantities.number(value, lang) == expected


def test_a_number_below_zero_has_a_minus_sign_and_not_a_hyphen() -> None:
    assert quantities.number(-29.8, "fr") == "−29,8"


@pytest.mark.parametrize(
    ("value", "unit", "words"),
    [
        (3.9, "EUR bn", "EUR 3.9 bn"),
        (345.7, "EUR m", "EUR 345.7 m"),
        (945, "EUR thousand", "EUR 945 thousand"),
        (4.2, "USD bn", "USD 4.2 bn"),
        (32.4, "percent", "32.4%"),
        (58, "rank", "58th"),
        (1, "companies", "1 company"),
        (1200, "companies", "1,200 companies"),
        (5, "KZT bn", "KZT 5 bn"),
        (7, "{odd}", "7\u00a0{odd}"),
    ],
)
def test_a_quantity_reads_as_english_writes_it(value: float, unit: str, words: str) -> None:
    assert quantities.quantity(value, unit, ENGLISH) == words


@pytest.mark.parametrize(
    ("bound", "words"),
    [
        ("exact", "40 companies"),
        ("about", "about 40 companies"),
        ("more-than", "more than 40 companies"),
        ("at-least", "at least 40 companies"),
        ("less-than", "less than 40 companies"),
        ("up-to", "up to 40 companies"),
        ("nearly", "nearly 40 companies"),
    ],
)
def test_a_bound_is_told_in_words(bound: str, words: str) -> None:
    assert quantities.bounded(40, "companies", bound, ENGLISH) == words


def test_an_unknown_unit_is_named_by_its_code() -> None:
    assert quantities.unit_name("{odd}", ENGLISH) == "{odd}"


@pytest.mark.parametrize(
    ("first", "last", "unit", "words"),
    [
        (4496.8, 4245.6, "USD m", "$4.5 → 4.25 bn"),
        (48.6, 695.7, "USD m", "$48.6 → 696 m"),
        (136.2, -296, "EUR m", "€136 → −296 m"),
        (12.8, 12.3, "percent", "12.8 → 12.3%"),
        (2, 3, "rank", "2nd → 3rd"),
        (8006, 17759, "applications", "8,006 → 17,759"),
        (1, 2, "KZT bn", "1 → 2\u00a0KZT bn"),
    ],
)
def test_a_course_is_told_in_few_digits_and_one_unit(
    first: float, last: float, unit: str, words: str
) -> None:
    assert quantities.span(first, last, unit, ENGLISH) == words


def test_a_number_under_the_name_of_its_unit_keeps_its_bound() -> None:
    assert quantities.alone(4000, "tonnes U", "about", ENGLISH) == "about 4,000"
    assert quantities.alone(15.6, "percent", "nearly", ENGLISH) == "nearly 15.6%"
