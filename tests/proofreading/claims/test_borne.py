"""How long the capital bore a name that it bears no more."""

from __future__ import annotations

import pytest

from kzfr_cli.core import edtf
from kzfr_cli.proofreading.checker import Checker
from kzfr_cli.store.index.reading import Index


@pytest.mark.parametrize(
    ("text", "verdicts"),
    [
        ("La capitale a porté le nom de Nour-Soultan pendant trois ans.", ["supported"]),
        ("The capital was called Nur-Sultan for a decade.", ["contradicted"]),
        ("Столица Казахстана восемь лет называлась Нур-Султаном.", ["contradicted"]),
        ("Қала Нұр-Сұлтан деп бес жыл аталды.", ["contradicted"]),
        ("He was named ambassador to Nur-Sultan for four years.", []),
    ],
)
def test_time_is_that_between_taking_the_name_and_laying_it_down(
    packaged: Index, text: str, verdicts: list[str]
) -> None:
    found = Checker(packaged).check(text, edtf.parse("2023-11-05"))
    assert [item.verdict for item in found if item.claim.form == "borne"] == verdicts
