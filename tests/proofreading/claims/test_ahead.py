"""How far ahead something was when the text was written."""

from __future__ import annotations

import pytest

from kzfr_cli.core import edtf
from kzfr_cli.proofreading.checker import Checker
from kzfr_cli.store.index.reading import Index


@pytest.mark.parametrize(
    ("text", "verdicts"),
    [
        ("Le vol direct Astana-Paris s'ouvrira dans deux mois.", ["supported"]),
        ("Le vol direct Astana-Paris s'ouvrira dans six mois.", ["contradicted"]),
        (
            "Air Astana will launch direct Astana–Paris flights in six months.",
            ["contradicted"],
        ),
        ("Le vol direct Astana-Paris s'ouvrira d'ici six mois.", []),
        ("Trade between France and Kazakhstan doubled in three years.", []),
    ],
)
def test_time_ahead_is_compared_with_what_was_still_to_come(
    packaged: Index, text: str, verdicts: list[str]
) -> None:
    found = Checker(packaged).check(text, edtf.parse("2015-01-29"))
    assert [item.verdict for item in found if item.claim.kind == "elapsed"] == verdicts
