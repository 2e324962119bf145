"""Numbers of years hold as people count them."""

from __future__ import annotations

from datetime import date

import pytest

from kzfr_cli.queries.claims import arithmetic


@pytest.mark.parametrize(
    ("number", "bound", "span", "holds"),
    [
        (25, "exact", 25.9, True),
        (26, "exact", 25.9, True),
        (24, "exact", 25.2, False),
        (15, "more", 16.0, True),
        (15, "more", 14.5, False),
        (30, "nearly", 28.6, True),
        (30, "nearly", 28.4, False),
        (30, "nearly", 31.0, False),
        (30, "rough", 27.0, True),
        (30, "rough", 33.5, False),
        (10, "exactly", 10.0, True),
        (10, "exactly", 9.997, False),
        (20, "less", 19.0, True),
        (20, "less", 21.0, False),
    ],
)
def test_time_elapsed_holds_within_its_bound(
    number: float, bound: str, span: float, holds: bool
) -> None:
    assert arithmetic.one_holds(number, bound, span) is holds


def test_completed_years_wait_for_the_day() -> None:
    assert arithmetic.completed(date(2008, 6, 11), date(2023, 6, 1)) == 14
    assert arithmetic.completed(date(2008, 6, 11), date(2023, 6, 11)) == 15


def test_anniversary_of_a_leap_day_is_the_last_of_february() -> None:
    assert arithmetic.same_day(date(2020, 2, 29), 2021) == date(2021, 2, 28)
