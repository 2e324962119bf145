"""A town is wrong only where the event that is surely meant was in another."""

from __future__ import annotations

import pytest

from kzfr_cli.core import edtf
from kzfr_cli.proofreading.checker import Checker
from kzfr_cli.store.index.reading import Index


def accused(index: Index, text: str, as_of: str = "2026-11-30") -> list[str]:
    found = Checker(index).check(text, edtf.parse(as_of))
    return [
        text[item.start : item.end]
        for item in found
        if item.claim.kind == "place" and item.verdict == "contradicted"
    ]


@pytest.mark.parametrize(
    ("text", "town"),
    [
        (
            "| Date | Visite | Lieu |\n|---|---|---|\n| 6 octobre 2009 | Sarkozy | Aktau |",
            "Aktau",
        ),
        ("KazEOSat-1, le satellite kazakhstanais, a été lancé à Baïkonour.", "Baïkonour"),
    ],
)
def test_town_of_a_row_or_of_an_event_without_a_date_is_wrong(
    packaged: Index, text: str, town: str
) -> None:
    assert accused(packaged, text) == [town]


@pytest.mark.parametrize(
    "text",
    [
        "The state visit to Paris in November 2024 came a year after the one to Astana.",
        "La commission mixte économique s'est réunie à Astana.",
        "On a fêté à Almaty les trente ans de l'amitié franco-kazakhe et du traité d'amitié.",
    ],
)
def test_town_of_an_anchor_a_session_or_a_celebration_is_not_wrong(
    packaged: Index, text: str
) -> None:
    assert accused(packaged, text) == []
