"""A weekday alone is that of the event of its own part of the sentence."""

from __future__ import annotations

import pytest

from kzfr_cli.core import edtf
from kzfr_cli.proofreading.checker import Checker
from kzfr_cli.store.index.reading import Index


def test_weekday_is_not_that_of_what_another_part_dates(packaged: Index) -> None:
    approved = "Le Parlement européen a approuvé le 12 décembre l’accord avec le Kazakhstan"
    text = f"{approved} par 511 voix ; l’Assemblée nationale en a débattu lundi."
    found = Checker(packaged).check(text, edtf.parse("2017-12-20"))
    assert "contradicted" not in [item.verdict for item in found]


@pytest.mark.parametrize(
    ("weekday", "verdict"), [("Дүйсенбі", "contradicted"), ("Жұма", "supported")]
)
def test_weekday_stands_before_the_year_in_kazakh(
    packaged: Index, weekday: str, verdict: str
) -> None:
    found = Checker(packaged).check(f"{weekday}, 2025 жылғы 5 желтоқсан. Комиссия отырды.")
    assert [item.verdict for item in found if item.claim.kind == "weekday"] == [verdict]
