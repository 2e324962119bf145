"""A time beside the date to which it leads."""

from __future__ import annotations

import pytest

from kzfr_cli.core import edtf
from kzfr_cli.proofreading.case import Finding
from kzfr_cli.proofreading.checker import Checker
from kzfr_cli.store.index.reading import Index

KINDS = ("elapsed", "anniversary")


def times(index: Index, text: str, as_of: str = "2026-11-30") -> list[Finding]:
    """The findings on the times and anniversaries of a text."""
    found = Checker(index).check(text, edtf.parse(as_of))
    return [item for item in found if item.claim.kind in KINDS]


@pytest.mark.parametrize(
    ("text", "verdict", "right"),
    [
        (
            (
                "Le traité d'amitié a été signé le 23 septembre 1992 ; trois ans plus tard, le "
                "12 novembre 1994, il entrait en vigueur."
            ),
            "contradicted",
            "2",
        ),
        (
            (
                "Le traité d'amitié a été signé le 23 septembre 1992 ; deux ans plus tard, le "
                "12 novembre 1994, il entrait en vigueur."
            ),
            "supported",
            "",
        ),
        (
            (
                "The agreement on visas for diplomats was signed on 6 October 2009; three months "
                "later, on 1 March, it came into force."
            ),
            "contradicted",
            "4",
        ),
        (
            (
                "Соглашение о разделе продукции подписали в ноябре 1997 года; через восемь лет, "
                "11 сентября 2013 года, пошла первая нефть."
            ),
            "contradicted",
            "15",
        ),
    ],
)
def test_number_is_held_against_the_dates_on_both_sides_of_it(
    packaged: Index, text: str, verdict: str, right: str
) -> None:
    (found,) = times(packaged, text)
    assert found.verdict == verdict
    assert found.verdict == "supported" or found.expected == right


def test_months_to_a_mere_month_are_not_wrong_by_less_than_one(packaged: Index) -> None:
    text = (
        "Un accord de tourisme est daté du 11 juin 2008 ; trois mois plus tôt, en février 2008, "
        "il n'y avait qu'une déclaration."
    )
    assert "contradicted" not in {item.verdict for item in times(packaged, text)}
