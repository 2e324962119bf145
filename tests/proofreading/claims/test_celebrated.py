"""The number of an anniversary against the event that tells of it."""

from __future__ import annotations

import pytest

from kzfr_cli.core import edtf
from kzfr_cli.proofreading.checker import Checker
from kzfr_cli.store.index.reading import Index


@pytest.mark.parametrize(
    ("as_of", "text", "verdicts"),
    [
        (
            "2018-10-20",
            "Pour le 80e anniversaire de l'université Abaï, Manuelle Franck a signé à Almaty le renouvellement de l'accord.",
            [("contradicted", "90")],
        ),
        (
            "2018-10-20",
            "Pour le 90e anniversaire de l'université Abaï, Manuelle Franck a signé à Almaty le renouvellement de l'accord.",
            [("supported", "")],
        ),
        (
            "2022-11-30",
            "Le Quai d'Orsay réunit les ambassadeurs pour les trente ans de ses relations avec l'Asie centrale.",
            [("unknown", "")],
        ),
    ],
)
def test_number_is_the_one_that_the_event_of_these_days_tells(
    packaged: Index, as_of: str, text: str, verdicts: list[tuple[str, str]]
) -> None:
    found = Checker(packaged).check(text, edtf.parse(as_of))
    kept = [item for item in found if item.claim.kind == "anniversary"]
    assert [(item.verdict, item.expected) for item in kept] == verdicts
