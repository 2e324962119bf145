"""Spans of time: so many years, months, weeks or days."""

from __future__ import annotations

import pytest

from kzfr_cli.languages import durations


@pytest.mark.parametrize(
    ("text", "count", "unit", "form", "bound"),
    [
        ("Il y a quinze ans", 15, "year", "ago", ""),
        ("plus de trente ans", 30, "year", "", "more"),
        ("il y a un peu plus de 25 ans", 25, "year", "ago", "more"),
        ("huit ans plus tard", 8, "year", "later", ""),
        ("un mois plus tôt", 1, "month", "earlier", ""),
        ("dans deux mois", 2, "month", "in", ""),
        ("une trentaine d’années", 30, "year", "", ""),
        ("deux ans et demi après", 2.5, "year", "later", ""),
        ("un quart de siècle de relations", 25, "year", "", ""),
        ("a quarter of a century after", 25, "year", "later", ""),
        ("a decade and a half after", 15, "year", "later", ""),
        ("two and a half years", 2.5, "year", "", ""),
        ("for more than two decades", 20, "year", "since", "more"),
        ("a year ago", 1, "year", "ago", ""),
        ("two weeks later", 2, "week", "later", ""),
        ("полвека", 50, "year", "", ""),
        ("полтора года", 1.5, "year", "", ""),
        ("два с половиной года", 2.5, "year", "", ""),
        ("три десятилетия", 30, "year", "", ""),
        ("год назад", 1, "year", "ago", ""),
        ("через год с лишним", 1, "year", "in", "more"),
        ("спустя шесть дней", 6, "day", "later", ""),
        ("25-летие", 25, "year", "jubilee", ""),
        ("Осыдан 99 жыл бұрын", 99, "year", "ago", ""),
        ("34 жыл кейін", 34, "year", "later", ""),
        ("екі жарым жыл", 2.5, "year", "", ""),
        ("30 жылдығы", 30, "year", "jubilee", ""),
        ("жиырма жылдан астам", 20, "year", "", "more"),
    ],
)
def test_span_of_time_is_read(
    text: str, count: float, unit: str, form: str, bound: str
) -> None:
    (found,) = durations.find(text)
    assert (found.count, found.unit, found.form, found.bound) == (count, unit, form, bound)


@pytest.mark.parametrize("text", ["в 2008 году", "2008 жыл", "прошлый год", "le premier an"])
def test_year_is_no_span_of_time(text: str) -> None:
    assert durations.find(text) == []


def test_place_of_the_number_and_of_the_words_around_it() -> None:
    text = "Il y a plus de quinze ans, rien."
    (found,) = durations.find(text)
    assert text[found.start : found.end] == "quinze ans"
    assert text[found.lead : found.behind] == "Il y a plus de quinze ans"
