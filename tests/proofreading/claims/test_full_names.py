"""Somebody whom the database does not know is read by his full name, and held against the one in whose place he
stands.
"""

from __future__ import annotations

import pytest

from kzfr_cli.core import edtf
from kzfr_cli.languages import language
from kzfr_cli.proofreading import given_names
from kzfr_cli.proofreading.checker import Checker
from kzfr_cli.proofreading.lexicon import Senses
from kzfr_cli.store.index.reading import Index

TODAY = edtf.parse("2026-11-30")


def wrong(index: Index, text: str) -> list[tuple[str, str]]:
    return [
        (text[each.start : each.end], each.expected)
        for each in Checker(index).check(text, TODAY)
        if each.code.startswith("wrong") and each.code != "wrong-date"
    ]


def test_sentence_needs_its_group_of_names(
    packaged: Index, monkeypatch: pytest.MonkeyPatch
) -> None:
    table = language.given_names()
    for group, words in table.items():
        sentence = words["needs"]
        with_group = wrong(packaged, sentence)
        others = {name: each for name, each in table.items() if name != group}
        reduced = Senses(given_names.rows(others))
        with monkeypatch.context() as without:
            without.setattr(given_names, "load", lambda reduced=reduced: reduced)
            assert wrong(packaged, sentence) != with_group, group


@pytest.mark.parametrize(
    ("text", "written", "expected"),
    [
        (
            "On 26 November 1988 Patrick Baudry lifted off from Baikonur.",
            "Patrick Baudry",
            "Jean-Loup Chrétien",
        ),
        (
            "Jeudi 17 novembre 2016, la fusée Soyouz de Romain Bardet s'est envolée de Baïkonour.",
            "Romain Bardet",
            "Thomas Pesquet",
        ),
        (
            "20 сентября 2013 года Эдуар Балладюр принял в Париже своего коллегу Ахметова.",
            "Эдуар Балладюр",
            "Жан-Марк Эро",
        ),
        (
            "Жаңа елші Аньес Панье-Рюнаше 2020 жылғы 14 қазанда Нұр-Сұлтанда қызметіне кірісті.",
            "Аньес Панье-Рюнаше",
            "Дидье Канесс",
        ),
    ],
)
def test_unknown_person_in_the_place_of_the_events_own_is_contradicted(
    packaged: Index, text: str, written: str, expected: str
) -> None:
    assert (written, expected) in wrong(packaged, text)


@pytest.mark.parametrize(
    "text",
    [
        "Les 12 et 13 mai 2021, visite du lycée Victor Hugo.",
        "Manuelle Franck a accompagné François Hollande au Kazakhstan les 5 et 6 décembre 2014.",
        "Женевьев Дарьёссек пен Тимур Мұратов 2024 жылғы 4 қарашада Парижде декларацияға қол қойды.",
        "More than seventy years of Kazakh cinema were on the screens of Vesoul in February 2012.",
        "Reçu à Paris le 10 juin 2002 par Élisabeth Dupont, il a parlé de la coopération.",
    ],
)
def test_person_who_may_have_been_there_is_left_alone(packaged: Index, text: str) -> None:
    assert wrong(packaged, text) == []


def test_name_of_somebody_is_not_read_as_that_of_an_organisation(packaged: Index) -> None:
    text = "Салтанат Томпиева мен Ромен Барде авиация келісіміне 2025 жылғы маусымда Парижде қол қойды."
    found = Checker(packaged).check(text, TODAY)
    assert [each for each in found if each.claim.kind == "organisation"] == []
