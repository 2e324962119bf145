"""Numbers of units hold as people count them."""

from __future__ import annotations

from datetime import date

import pytest

from kzfr_cli.core import edtf
from kzfr_cli.proofreading import arithmetic


@pytest.mark.parametrize(
    ("number", "bound", "span", "unit", "holds"),
    [
        (25, "exact", 25.9, "year", True),
        (26, "exact", 25.9, "year", True),
        (24, "exact", 25.2, "year", False),
        (15, "more", 16.0, "year", True),
        (15, "more", 14.5, "year", False),
        (30, "nearly", 28.6, "year", True),
        (30, "nearly", 31.0, "year", False),
        (30, "rough", 27.0, "year", True),
        (30, "rough", 33.5, "year", False),
        (10, "day", 10.0, "year", True),
        (10, "day", 9.97, "year", False),
        (20, "less", 19.0, "year", True),
        (20, "less", 21.0, "year", False),
        (2, "exact", 2.3, "month", True),
        (5, "exact", 2.1, "week", False),
    ],
)
def test_time_elapsed_holds_within_its_bound(
    number: float, bound: str, span: float, unit: str, holds: bool
) -> None:
    assert arithmetic.holds(number, bound, span, unit) is holds


def test_completed_years_wait_for_the_day() -> None:
    first = date(2008, 6, 11)
    assert int(arithmetic.between(first, date(2023, 6, 1), "year")) == 14
    assert int(arithmetic.between(first, date(2023, 6, 11), "year")) == 15


def test_times_between_a_year_and_a_day_are_a_range() -> None:
    spans = arithmetic.spans(edtf.parse("1996"), edtf.parse("2022-12-07"), "year")
    assert spans[0] < 26 < spans[-1] < 27


def test_anniversary_of_a_leap_day_is_the_last_of_february() -> None:
    assert arithmetic.same_day(date(2020, 2, 29), 2021) == date(2021, 2, 28)
