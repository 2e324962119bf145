"""Anything at all may be fed to the readers: they answer, or refuse with an error of ours."""

from __future__ import annotations

import pytest

from . import fuzzing, hostile, limits


@pytest.mark.parametrize("name", hostile.readers())
def test_hostile_input_raises_nothing_unforeseen(name: str) -> None:
    fuzzing.by_hypothesis(name, 40)


@pytest.mark.parametrize(
    "name", ["a string of 10 MB", "100,000 tags", "1,000 nested tables", "a date of 1 MB"]
)
def test_input_beyond_reason_is_refused_with_the_limit_named(name: str) -> None:
    assert limits.huge(name).failures == []
