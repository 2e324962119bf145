"""Bars and courses in the blocks of Unicode."""

from __future__ import annotations

import pytest

from kzfr_cli.formats.text import bars


@pytest.mark.parametrize(
    ("length", "drawn"),
    [(1.0, "████"), (0.5, "██"), (0.53125, "██▏"), (0.21875, "▉"), (0.0, ""), (0.001, "▏")],
)
def test_a_bar_ends_at_the_eighth_of_a_cell_and_is_never_lost(
    length: float, drawn: str
) -> None:
    assert bars.bar(0, length, 4) == drawn


def test_bars_begin_at_zero_and_are_as_long_as_their_values() -> None:
    assert bars.bars([1, 2, 4], 8) == ["██", "████", "████████"]


def test_a_value_below_zero_reaches_to_the_left_of_zero() -> None:
    assert bars.bars([3, -1], 8) == ["  ██████", "██"]


def test_zeros_draw_nothing() -> None:
    assert bars.bars([0, 0], 8) == ["", ""]
    assert bars.bars([], 8) == []


def test_a_course_has_a_block_for_each_value_and_a_blank_for_each_gap() -> None:
    assert bars.spark([0, 7, None, 3.5], 10) == "▁█ ▅"


def test_a_course_is_measured_from_zero_so_that_a_small_change_looks_small() -> None:
    assert bars.spark([98, 100], 10) == "██"


def test_a_course_that_falls_below_zero_has_its_lowest_value_at_the_bottom() -> None:
    assert bars.spark([7, -7], 10) == "█▁"


def test_a_course_of_more_values_than_cells_shows_their_means() -> None:
    assert bars.spark([0, 0, 7, 7, None, None], 3) == "▁█ "
    assert bars.spark([], 3) == ""


def test_a_cut_is_drawn_and_no_cell_reaches_over_it() -> None:
    assert bars.spark([0, 0, 7, 7], 10, cuts=[2]) == "▁▁┊██"
    assert bars.spark([0, 0, 7, 7], 3, cuts=[2]) == "▁┊█"
    assert bars.spark([0, 7, None, 7], 10, cuts=[1, 2]) == "▁┊█┊ █"
