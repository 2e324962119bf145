"""Whole numbers in words and in figures."""

from __future__ import annotations

import pytest

from kzfr_cli.languages import numbers


@pytest.mark.parametrize(
    ("text", "value", "form"),
    [
        ("vingt-cinquième", 25, "ordinal"),
        ("neuvièmes", 9, "ordinal"),
        ("9es", 9, "ordinal"),
        ("vingt et unième", 21, "ordinal"),
        ("soixante et onze", 71, "cardinal"),
        ("soixante-dix-septième", 77, "ordinal"),
        ("quatre-vingts", 80, "cardinal"),
        ("quatre-vingt-dix-huit", 98, "cardinal"),
        ("deux cent vingt-cinq", 225, "cardinal"),
        ("mille neuf cent quatre-vingt-douze", 1992, "cardinal"),
        ("une trentaine", 30, "cardinal"),
        ("25ème", 25, "ordinal"),
        ("XXVe", 25, "ordinal"),
        ("twenty-fifth", 25, "ordinal"),
        ("one hundred and five", 105, "cardinal"),
        ("111th", 111, "ordinal"),
        ("двадцать пятой", 25, "ordinal"),
        ("третьей", 3, "ordinal"),
        ("сто тридцать пять", 135, "cardinal"),
        ("двадцатипятилетие", 25, "years"),
        ("25-летию", 25, "years"),
        ("жиырма бесінші", 25, "ordinal"),
        ("25-шы", 25, "ordinal"),
    ],
)
def test_number_is_read(text: str, value: int, form: str) -> None:
    (number,) = numbers.find(text)
    assert (number.value, number.form, text[number.start : number.end]) == (
        value,
        form,
        text,
    )


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("deux ou trois visites", [2, 3]),
        ("vingt vingt", [20, 20]),
        ("Louis XIV", []),
        ("le dixième et le vingtième", [10, 20]),
        ("trois cent mille", [300_000]),
    ],
)
def test_numbers_side_by_side_stay_apart(text: str, values: list[int]) -> None:
    assert [number.value for number in numbers.find(text)] == values
