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
