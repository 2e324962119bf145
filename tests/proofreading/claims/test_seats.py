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


def test_city_that_is_said_to_be_the_capital_by_a_verb_is_held_to_it(
    packaged: Index,
) -> None:
    for text, found in (
        (
            "In 1993, when Astana was the capital, Mitterrand flew there on 16 September.",
            [("Astana", "Almaty")],
        ),
        (
            "В 1993 году, когда Астана была столицей, туда прилетел Франсуа Миттеран.",
            [("Астана", "Алматы")],
        ),
        ("En 1992, la capitale était Astana.", [("Astana", "Almaty")]),
        (
            (
                "Two texts were signed in Nur-Sultan on 6 October 2009, on crime and on civil protection; "
                "Mr Kouchner put his name to it."
            ),
            [("Nur-Sultan", "Astana")],
        ),
    ):
        assert named(packaged, text) == found, text


def test_what_is_told_of_the_capital_before_it_was_one_is_held_against_nobody(
    packaged: Index,
) -> None:
    for text in (
        "En 2012, Astana est la capitale du Kazakhstan.",
        "In 2012 Astana was the cultural capital of the Turkic world.",
        "In 1994 it was decided that Akmola would be the capital.",
        "En 1994, le Parlement décide de transférer la capitale à Akmola.",
        "En 1994, Akmola, la future capitale, est une petite ville.",
        "In 1992 the town became Akmola.",
        "Almaty was the capital until 1991.",
        "До 1997 года столицей была Алма-Ата.",
        "1993 жылы елорда Алматы болатын.",
        "Французская дипмиссия сменила Алматы на столицу лишь в 2008 году.",
        "Астанада қол қойылған келісім төрт жылдан кейін, 2020 жылғы 1 наурызда, күшіне енді.",
        "1994 жылы елорданы Ақмолаға көшіру туралы шешім қабылданды.",
    ):
        found = Checker(packaged).check(text, TODAY)
        wrong = [each.code for each in found if each.verdict == "contradicted"]
        assert not wrong, text


def test_name_of_a_firm_that_ends_in_capital_calls_no_town_one(packaged: Index) -> None:
    firm = "TAV Airports and VPE Capital have taken over Almaty airport in May 2020."
    assert named(packaged, firm) == []
    seat = "In May 2020 the capital of Kazakhstan was Almaty."
    assert named(packaged, seat) != []
