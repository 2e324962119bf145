"""Whose anniversary it is, is told by what follows the number, by the sentence, by a date that stands in it."""

from __future__ import annotations

import pytest

from kzfr_cli.core import edtf
from kzfr_cli.proofreading.checker import Checker
from kzfr_cli.store.index.reading import Index


@pytest.mark.parametrize(
    ("text", "as_of", "event"),
    [
        (
            "Rennes et Almaty fêtent les 30 ans de leur jumelage !",
            "2026-10-03",
            "jumelage-rennes-almaty-1991",
        ),
        (
            "Un hommage marqua le quarantième anniversaire du passage de De Gaulle à Baïkonour, le 25 juin 1966.",
            "2016-06-27",
            "de-gaulle-baikonur-1966",
        ),
    ],
)
def test_wrong_anniversary_is_found_where_the_sentence_says_whose_it_is(
    packaged: Index, text: str, as_of: str, event: str
) -> None:
    found = Checker(packaged).check(text, edtf.parse(as_of))
    wrong = [
        (item.claim.kind, item.event) for item in found if item.verdict == "contradicted"
    ]
    assert wrong == [("anniversary", event)]


@pytest.mark.parametrize(
    ("as_of", "verdict"), [("2026-01-20", "contradicted"), ("2026-12-20", "supported")]
)
def test_day_that_comes_says_of_which_year_the_anniversary_is(
    packaged: Index, as_of: str, verdict: str
) -> None:
    text = (
        "25 января исполнится 35 лет со дня установления дипломатических отношений "
        "между Казахстаном и Францией."
    )
    found = Checker(packaged).check(text, edtf.parse(as_of))
    judged = [
        (item.verdict, item.event) for item in found if item.claim.kind == "anniversary"
    ]
    assert judged == [(verdict, "diplomatic-relations-1992")]


@pytest.mark.parametrize(
    ("candles", "verdict"), [("dix", "contradicted"), ("cinq", "supported")]
)
def test_pronoun_carries_the_event_that_was_just_dated(
    packaged: Index, candles: str, verdict: str
) -> None:
    text = (
        "La section française de l'école Miras d'Astana a accueilli ses premiers élèves à la "
        f"rentrée 2011. Elle a donc soufflé cet automne ses {candles} bougies."
    )
    found = Checker(packaged).check(text, edtf.parse("2016-11-02"))
    judged = [
        (item.verdict, item.event) for item in found if item.claim.kind == "anniversary"
    ]
    assert judged == [(verdict, "section-francaise-miras-astana-2011")]
