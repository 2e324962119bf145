"""Numbers that are slips of others: digits changed, swapped, dropped, the scale ten times off."""

from __future__ import annotations

import pytest

from kzfr_cli.proofreading import slips


@pytest.mark.parametrize(
    ("one", "other"),
    [(54, 45), (4.6, 46), (2.4e9, 4245.6e6), (961.5e6, 916.5e6), (110_000, 11_000)],
)
def test_slip_is_known(one: float, other: float) -> None:
    assert slips.is_slip(one, other)


@pytest.mark.parametrize(("one", "other"), [(4.2e9, 4245.6e6), (4.4e9, 4245.6e6), (3, 4)])
def test_rounded_and_plainly_other_numbers_are_none(one: float, other: float) -> None:
    assert not slips.is_slip(one, other)


def test_number_of_which_a_digit_differs_is_written_alike_unless_more_than_twice_as_much() -> (
    None
):
    assert slips.is_written_alike(60, 90)
    assert slips.is_written_alike(401, 400)
    assert not slips.is_written_alike(40_000, 10_000)
    assert not slips.is_written_alike(93, 105)


def test_zero_may_be_one_of_two_digits_that_are_swapped() -> None:
    assert slips.is_slip(3680, 3608)
    assert not slips.has_same_digits(3.68, 3608)
