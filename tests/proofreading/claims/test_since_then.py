"""How long it has been since what the text has just dated."""

from __future__ import annotations

import pytest

from kzfr_cli.core import edtf
from kzfr_cli.proofreading.checker import Checker
from kzfr_cli.store.index.reading import Index

TREATY = "strategic-partnership-treaty-2008"


@pytest.mark.parametrize(
    ("text", "years"),
    [
        (
            "Le traité de partenariat stratégique a été signé le 11 juin 2008. Depuis lors, {} ans.",
            8,
        ),
        (
            "The strategic treaty was signed on 11 June 2008. {} years have passed since then.",
            8,
        ),
        ("Договор подписали 11 июня 2008 года. С тех пор прошло {} лет.", 8),
        ("Шартқа 2008 жылғы 11 маусымда қол қойылды. Содан бері {} жыл өтті.", 8),
    ],
)
def test_years_since_then_are_those_since_the_date_before(
    packaged: Index, text: str, years: int
) -> None:
    for number, verdict in ((years, "contradicted"), (years + 2, "supported")):
        found = Checker(packaged).check(text.format(number), edtf.parse("2018-11-02"))
        (time,) = [item for item in found if item.claim.kind in ("elapsed", "anniversary")]
        assert (time.verdict, time.event) == (verdict, TREATY)
