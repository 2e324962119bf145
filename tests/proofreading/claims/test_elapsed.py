"""Times between events, between the steps of one event, and how long things last."""

from __future__ import annotations

import pytest

from kzfr_cli.core import edtf
from kzfr_cli.proofreading.checker import Checker
from kzfr_cli.store.index.reading import Index


def verdicts(index: Index, text: str, as_of: str) -> list[str]:
    found = Checker(index).check(text, edtf.parse(as_of))
    return [item.verdict for item in found if item.claim.kind == "elapsed"]


@pytest.mark.parametrize(
    ("text", "as_of", "verdict"),
    [
        (
            "Fifteen years after establishing diplomatic relations, Paris and Astana are partners.",
            "2024-05-10",
            "contradicted",
        ),
        (
            (
                "Le traité d'amitié de 1992 est entré en vigueur le 12 novembre 1994, "
                "cinq ans après sa signature."
            ),
            "2024-05-10",
            "contradicted",
        ),
        (
            (
                "Le traité d'amitié de 1992 est entré en vigueur le 12 novembre 1994, "
                "deux ans après sa signature."
            ),
            "2024-05-10",
            "supported",
        ),
        (
            "Thomas Pesquet s'est envolé de Baïkonour le 17 novembre 2016 pour six mois.",
            "2016-11-20",
            "supported",
        ),
    ],
)
def test_time_between_events_steps_and_ends_is_counted(
    packaged: Index, text: str, as_of: str, verdict: str
) -> None:
    assert verdicts(packaged, text, as_of) == [verdict]


def test_step_that_precedes_its_anchor_is_not_accused(packaged: Index) -> None:
    text = "The opening, six months after the opening given in December, was on 5 November 2024."
    assert "contradicted" not in verdicts(packaged, text, "2024-12-20")
