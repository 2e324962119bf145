"""A number that is merely not wrong is not confirmed."""

from __future__ import annotations

import pytest

from kzfr_cli.core import edtf
from kzfr_cli.proofreading import closeness
from kzfr_cli.proofreading.case import Claim


def is_close(number: float, unit: str, of: str, at: str, bound: str = "exact") -> bool:
    claim = Claim(kind="elapsed", first=0, last=1, number=number, unit=unit, bound=bound)
    return closeness.is_close(claim, edtf.parse(of), edtf.parse(at))


@pytest.mark.parametrize(
    ("number", "unit", "of", "at"),
    [
        (6, "day", "2022-11-29", "2022-12-05"),
        (6, "month", "2013-03-07", "2013-09"),
        (15, "year", "2008-05-24", "2023-05-20"),
        (10, "year", "2016", "2026-03-15"),
        (15, "year", "2010-08", "2025-08-30"),
        (7, "year", "2018-10-04", "2026-07-01"),
    ],
)
def test_only_the_number_that_one_would_count_is_confirmed(
    number: int,
    unit: str,
    of: str,
    at: str,
) -> None:
    assert is_close(number, unit, of, at)
    assert is_close(number, unit, at, of)
    assert not is_close(number - 1, unit, of, at)


@pytest.mark.parametrize(
    ("bound", "number", "wrong"),
    [
        ("more", 30, 20),
        ("less", 33, 50),
        ("nearly", 33, 37),
        ("about", 30, 40),
        ("rough", 30, 40),
    ],
)
def test_a_bound_is_confirmed_up_to_the_next_step_of_its_scale(
    bound: str,
    number: int,
    wrong: int,
) -> None:
    assert is_close(number, "year", "1992-01-25", "2024-06-15", bound)
    assert not is_close(wrong, "year", "1992-01-25", "2024-06-15", bound)


@pytest.mark.parametrize(
    ("of", "at", "form", "expected"),
    [
        ("2013-05-24", "2013-05-24", "before", False),
        ("2024-12-03", "2023-12-10", "after", False),
        ("2023-12-01", "2023-12-10", "after", True),
        ("2008-06-11", "2008-03-06", "before", True),
        ("2008", "2008-03-06", "before", False),
    ],
)
def test_no_time_lies_between_an_event_and_itself_or_what_was_before_it(
    of: str,
    at: str,
    form: str,
    expected: bool,
) -> None:
    assert closeness.are_apart(edtf.parse(of), edtf.parse(at), form) is expected
