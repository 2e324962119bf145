"""How long something took, by the dates between which the text tells of it."""

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
    "text",
    [
        (
            "Il a fallu trois ans pour que le traité, signé le 23 septembre 1992, entre en "
            "vigueur, le 12 novembre 1994."
        ),
        (
            "Between the declaration of 23 September 1992 and its coming into force on 12 November "
            "1994 three years elapsed."
        ),
        (
            "Договор подписали 23 сентября 1992 года, а в силу он вступил 12 ноября 1994 года: на "
            "это ушло три года."
        ),
        (
            "Достық туралы шарт 1992 жылғы 23 қыркүйекте жасалып, 1994 жылғы 12 қарашада күшіне "
            "енді: оған үш жыл кетті."
        ),
    ],
)
def test_time_spent_is_that_between_the_only_two_dates(packaged: Index, text: str) -> None:
    (found,) = times(packaged, text)
    assert (found.verdict, found.expected) == ("contradicted", "2")


def test_term_beside_two_dates_is_not_held_against_them(packaged: Index) -> None:
    text = (
        "Le contrat de vingt-cinq ans, signé le 23 septembre 1992, est entré en vigueur le "
        "12 novembre 1994."
    )
    assert "contradicted" not in {item.verdict for item in times(packaged, text)}
