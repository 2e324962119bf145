"""What the page holds of each event is said shortly, and read back as it was."""

from __future__ import annotations

import pytest

from kzfr_cli.formats import recorded


def whole(told: str, date: str) -> str:
    """Read an id as the script of the page does."""
    if told.endswith("--"):
        return told[:-1]
    return told + date[:4] if told.endswith("-") else told


@pytest.mark.parametrize(
    ("entry_id", "date", "told"),
    [
        ("treaty-2008", "2008-06-11", "treaty-"),
        ("treaty-2008", "2009", "treaty-2008"),
        ("2008", "2008", "2008"),
        ("odd-", "2008", "odd--"),
        ("odd--", "2008", "odd---"),
        ("odd--2008", "2008", "odd--2008"),
        ("undated-", "", "undated--"),
        ("-2008", "2008", "-"),
        ("a-", "-0044-03-15", "a--"),
    ],
)
def test_an_id_is_told_without_the_year_of_its_date(
    entry_id: str, date: str, told: str
) -> None:
    assert recorded.shortened(entry_id, date) == told
    assert whole(told, date) == entry_id
