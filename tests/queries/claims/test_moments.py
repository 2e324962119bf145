"""Dates are found in texts as they are written, with what is wrong in themselves."""

from __future__ import annotations

import pytest

from kzfr_cli.queries.claims import moments
from kzfr_cli.queries.claims.plain import Reading


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("le 5 juin 2008", ["2008-06-05"]),
        ("le 1er décembre 2022", ["2022-12-01"]),
        ("in June 2008", ["2008-06"]),
        ("on June 11th, 2008", ["2008-06-11"]),
        ("11 июня 2008 года", ["2008-06-11"]),
        ("en 2014, puis (2015)", ["2014", "2015"]),
        ("le 2018-06-05", ["2018-06-05"]),
        ("le 31.12.2018", ["2018-12-31"]),
        ("Expo 2017 et 2000 étudiants", []),
        ("the march of 300 people may last", []),
        ("du 29 novembre au 1er décembre 2022", ["2022-11-29", "2022-12-01"]),
    ],
)
def test_dates_are_found_as_they_are_written(text: str, found: list[str]) -> None:
    assert [moment.text for moment in moments.find(Reading(text))] == found


@pytest.mark.parametrize(
    ("text", "last"),
    [
        ("4 et 5 novembre 2024", "2024-11-05"),
        ("29-30 ноября 2022 г.", "2022-11-30"),
        ("June 10–11, 2008", "2008-06-11"),
    ],
)
def test_span_of_days_keeps_its_last_day(text: str, last: str) -> None:
    (moment,) = moments.find(Reading(text))
    assert str(moment.last_day) == last


@pytest.mark.parametrize(
    ("text", "shift"),
    [("le 5 juin prochain", 1), ("en janvier dernier", -1), ("last November", -1)],
)
def test_relative_date_has_no_year_of_its_own(text: str, shift: int) -> None:
    (moment,) = moments.find(Reading(text))
    assert (moment.year, moment.shift) == (None, shift)


@pytest.mark.parametrize(
    ("text", "last"), [("31 juin 2018", 30), ("29 février 2019", 28), ("31 April 2020", 30)]
)
def test_day_that_its_month_does_not_have_is_impossible(text: str, last: int) -> None:
    (moment,) = moments.find(Reading(text))
    assert moment.impossible == last


def test_29_february_of_a_leap_year_is_possible() -> None:
    (moment,) = moments.find(Reading("29 février 2020"))
    assert moment.impossible is None
