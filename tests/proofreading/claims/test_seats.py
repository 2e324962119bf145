"""What is said to be the capital was so then, under that name."""

from __future__ import annotations

import pytest

from kzfr_cli.core import edtf
from kzfr_cli.proofreading.checker import Checker
from kzfr_cli.store.index.reading import Index

TODAY = edtf.parse("2026-11-30")


def named(index: Index, text: str) -> list[tuple[str, str]]:
    return [
        (text[each.start : each.end], each.expected)
        for each in Checker(index).check(text, TODAY)
        if each.code == "wrong-name"
    ]


@pytest.mark.parametrize(
    ("text", "name", "right"),
    [
        (
            "Quand François Mitterrand vient au Kazakhstan, en septembre 1993, la capitale du pays est Akmola.",
            "Akmola",
            "Almaty",
        ),
        (
            "En 2005, Almaty, capitale du Kazakhstan, comptait un million d'habitants.",
            "Almaty",
            "Astana",
        ),
        (
            (
                "Договор о взаимной правовой помощи был подписан 28 октября 2021 года в казахстанской столице, "
                "носившей тогда имя Астана."
            ),
            "Астана",
            "Нур-Султан",
        ),
        (
            "1996 жылы «Катко» бірлескен кәсіпорны құрылғанда еліміздің астанасы Ақмола болатын.",
            "Ақмола",
            "Алматы",
        ),
    ],
)
def test_other_city_or_name_than_that_of_the_capital_of_then_is_wrong(
    packaged: Index, text: str, name: str, right: str
) -> None:
    assert named(packaged, text) == [(name, right)]


def test_capital_of_then_and_of_something_else_is_not_wrong(packaged: Index) -> None:
    for text in (
        "En septembre 1993, la capitale du pays est Almaty.",
        "En 2005, Almaty, capitale économique du Kazakhstan, comptait un million d'habitants.",
        "Le 28 octobre 2021, dans la capitale, alors appelée Nour-Soultan, est signé le traité d'entraide.",
        "In July 1994 the parliament resolved to have the capital in Akmola.",
        "La capitale fut transférée d'Almaty à Akmola en décembre 1997.",
        "10 декабря 1997 г. — столица перенесена в Акмолу.",
    ):
        assert named(packaged, text) == [], text
