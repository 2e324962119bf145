"""The line of a dispatch tells where and when it was written, not where and when something happened."""

from __future__ import annotations

import pytest

from kzfr_cli.core import edtf
from kzfr_cli.proofreading.checker import Checker
from kzfr_cli.store.index.reading import Index


@pytest.mark.parametrize(
    ("text", "as_of"),
    [
        (
            "PARIS, 8 oct. – Nicolas Sarkozy a effectué mardi une visite de quelques heures à Astana.",
            "2009-10-08",
        ),
        (
            "ASTANA, 7 oct. 2009 (agence) — Nicolas Sarkozy a passé mardi quelques heures à Astana.",
            "2009-10-07",
        ),
        (
            "PARIS, June 4 — Alexander Bublik knocked out Jack Draper at Roland-Garros on Monday.",
            "2025-06-04",
        ),
        (
            "Astana, le 29 mai 2025. Hier a été posée la première pierre de l'école française.",
            "2025-05-29",
        ),
        (
            "Astana, 29 May 2025: the stone of the French school of Astana was laid yesterday.",
            "2025-05-29",
        ),
        (
            "АСТАНА, 29 мая 2025 года. Вчера в столице прошла закладка капсулы французской школы.",
            "2025-05-29",
        ),
        (
            "АСТАНА, 2025 жылғы 29 мамыр. Кеше Астанада француз мектебінің іргетасы қаланды.",
            "2025-05-29",
        ),
    ],
)
def test_line_of_a_dispatch_is_no_claim(packaged: Index, text: str, as_of: str) -> None:
    found = Checker(packaged).check(text, edtf.parse(as_of))
    assert [item.code for item in found if item.verdict == "contradicted"] == []


def test_day_and_town_of_a_caption_are_claims(packaged: Index) -> None:
    text = "Paris, 6 octobre 2009 — Nicolas Sarkozy en visite d’État au Kazakhstan."
    found = Checker(packaged).check(text, edtf.parse("2010-01-15"))
    assert "wrong-place" in [item.code for item in found]
