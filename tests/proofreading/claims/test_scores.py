"""The score of a match is that of the database, whichever side is named first."""

from __future__ import annotations

import pytest

from kzfr_cli.core import edtf
from kzfr_cli.proofreading.checker import Checker
from kzfr_cli.store.index.reading import Index


@pytest.mark.parametrize(
    ("text", "verdicts"),
    [
        ("Rennes beat Astana 2-0 on 13 December 2018 in the Europa League.", ["supported"]),
        (
            "Rennes beat Astana 3-0 on 13 December 2018 in the Europa League.",
            ["contradicted"],
        ),
        ("Lyon beat Barcelona 3-0 on 18 May 2019 in the Champions League.", []),
        ("The delegation stayed 2-3 days in Astana in December 2018.", []),
    ],
)
def test_score_is_compared_with_that_of_the_match(
    packaged: Index, text: str, verdicts: list[str]
) -> None:
    found = Checker(packaged).check(text, edtf.parse("2019-06-01"))
    assert [item.verdict for item in found if item.claim.kind == "count"] == verdicts
