"""A long text is cut between its blocks, and nothing of it is lost."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from kzfr_cli.proofreading.texts import portions
from kzfr_cli.proofreading.texts.portions import LONGEST

UNITS = st.sampled_from(["a" * 1000, "un " * 500, "\n\n", "x" * 120_000])


@given(text=st.lists(UNITS, max_size=12).map("".join))
def test_portions_are_the_text(text: str) -> None:
    found = list(portions.portions(text))
    assert "".join(portion.text for portion in found) == text
    assert all(len(portion.text) <= LONGEST for portion in found)
    assert all(text.startswith(portion.text, portion.start) for portion in found)


def test_cut_stands_between_two_blocks() -> None:
    block = "Un deux trois. " * 1000
    first, *_ = portions.portions("\n\n".join([block] * 20))
    assert first.text.endswith("\n\n")
