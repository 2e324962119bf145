"""A share belongs to the name beside it; a number that is told rounded is compared rounded."""

from __future__ import annotations

import pytest

from kzfr_cli.core import edtf
from kzfr_cli.proofreading import slips
from kzfr_cli.proofreading.checker import Checker
from kzfr_cli.store.index.reading import Index


def verdicts(index: Index, text: str) -> list[tuple[str, str]]:
    found = Checker(index).check(text, edtf.parse("2026-11-30"))
    return [
        (text[item.start : item.end], item.verdict)
        for item in found
        if item.claim.kind == "figure"
    ]


@pytest.mark.parametrize(
    ("text", "verdict"),
    [
        ("KATCO is held at 51% by Orano and at 49% by Kazatomprom.", "supported"),
        ("KATCO is held at 51% by Kazatomprom and at 49% by Orano.", "contradicted"),
        ("La coentreprise KATCO : Orano en détient 51 % et Kazatomprom 49 %.", "supported"),
        (
            "La coentreprise KATCO : Kazatomprom en détient 51 % et Orano 49 %.",
            "contradicted",
        ),
    ],
)
def test_share_is_that_of_the_name_beside_it(
    packaged: Index, text: str, verdict: str
) -> None:
    assert [said for _, said in verdicts(packaged, text)] == [verdict, verdict]


@pytest.mark.parametrize(
    ("said", "right", "is_slip"),
    [
        (40e9, 3.988e9, True),
        (4e9, 3.988e9, False),
        (54, 45, True),
        (2600, 6200, True),
        (5, 3, False),
        (7.2e9, 3.988e9, False),
    ],
)
def test_number_is_a_slip_of_another_as_it_is_rounded(
    said: float, right: float, is_slip: bool
) -> None:
    assert slips.is_slip(said, right) is is_slip


@pytest.mark.parametrize(
    ("text", "said", "verdict"),
    [
        ("Le taux de couverture était de 8,8 % en 2018.", "8,8 %", "contradicted"),
        ("Le taux de couverture était de 11,7 % en 2018.", "11,7 %", "supported"),
        ("Le taux de couverture a augmenté de 8,8 % en 2018.", "8,8 %", "unknown"),
        (
            "Товарооборот с Францией достиг в 2011 году 6 млрд. 100 млн. долларов.",
            "6 млрд. 100 млн. долларов",
            "supported",
        ),
        (
            "Ils ont signé un accord ; Eurocopter livrera pour 300 millions de dollars 45 EC145.",
            "300 millions de dollars",
            "contradicted",
        ),
    ],
)
def test_value_of_a_known_point_is_held_against_another(
    packaged: Index, text: str, said: str, verdict: str
) -> None:
    found = {words.strip(): verdict for words, verdict in verdicts(packaged, text)}
    assert {each for words, each in found.items() if words in said} == {verdict}


def test_numbers_of_each_part_are_of_its_own_event(packaged: Index) -> None:
    text = "Alstom fournira 295 locomotives ; Eurocopter livrera 54 hélicoptères EC145."
    found = Checker(packaged).check(text, edtf.parse("2010-11-01"))
    counted = [(text[item.start : item.end], item.verdict) for item in found]
    assert counted == [("295", "supported"), ("54", "contradicted")]


def test_dozens_are_no_dozen(packaged: Index) -> None:
    text = "Ten years ago Nicolas Sarkozy flew to Astana to sign two dozen agreements."
    found = Checker(packaged).check(text, edtf.parse("2019-10-06"))
    assert [item.code for item in found if item.claim.kind == "count"] == []


@pytest.mark.parametrize(
    "text",
    [
        "Orano : 51 % de KATCO, qui a produit plus de 40 000 tonnes d’uranium.",
        "KATCO a produit 40 000 tonnes et vise 4 000 tonnes par an.",
    ],
)
def test_sum_of_years_is_no_slip_of_one_year(packaged: Index, text: str) -> None:
    assert "contradicted" not in {said for _, said in verdicts(packaged, text)}


def test_length_is_held_against_the_only_one_that_the_event_tells(packaged: Index) -> None:
    text = "Depuis le 15 juillet, les Français entrent sans visa au Kazakhstan pour trente jours."
    found = Checker(packaged).check(text, edtf.parse("2014-07-20"))
    assert ("elapsed", "contradicted") in [(item.claim.kind, item.verdict) for item in found]


def test_anniversary_is_not_held_against_another_that_the_event_tells(
    packaged: Index,
) -> None:
    text = "Notre cycliste a salué les trente ans du jumelage avec Rennes, conclu en 1991."
    found = Checker(packaged).check(text, edtf.parse("2021-10-12"))
    assert "contradicted" not in [item.verdict for item in found]


@pytest.mark.parametrize(
    "text",
    [
        "La première étape de son voyage en Asie centrale fut Almaty.",
        "Kazakhstan is the largest producer of uranium, accounting for 42% of the world's.",
        "France has invested $18.7bn in Kazakhstan over the past 15 years.",
    ],
)
def test_number_of_something_else_is_neither_confirmed_nor_accused(
    packaged: Index, text: str
) -> None:
    found = Checker(packaged).check(text, edtf.parse("2023-11-06"))
    numbers = [each for each in found if text[each.start : each.end] in ("première", "42")]
    assert [each.verdict for each in numbers if each.verdict != "unknown"] == []
    assert [each.code for each in found if each.verdict == "contradicted"] == []


@pytest.mark.parametrize(
    "text",
    [
        "Доля Казахстана в импорте сырой нефти Францией: 2019 год — 13,9 %, 2021 год — 13 %.",
        "Kazakhstan's share of French crude imports: 2019: 13.9%, 2021: 13%.",
    ],
)
def test_figure_of_a_row_is_that_of_the_year_before_it(packaged: Index, text: str) -> None:
    assert [said for _, said in verdicts(packaged, text)] == ["supported", "supported"]


@pytest.mark.parametrize(
    ("text", "as_of", "written"),
    [
        (
            "Stock d'IDE français : 11,14 Md$ selon l'édition 2018 de la fiche pays.",
            "2025-01-20",
            "11,14 Md",
        ),
        (
            "Depuis l'indépendance, la France a investi plus de 16,4 milliards d'euros au Kazakhstan.",
            "2019-12-01",
            "16,4 milliards d'euros",
        ),
        (
            "Alstom обязалась вложить в Казахстан не менее 50 млн долларов и довести местное содержание до 39 %.",
            "2022-12-05",
            "50 млн долларов",
        ),
        (
            "Париж Олимпиадасында қазақстандық спортшылар 1 алтын алды. Команданың құрамында 87 спортшы болды.",
            "2024-09-01",
            "87",
        ),
    ],
)
def test_sum_in_another_currency_or_swapped_count_is_wrong(
    packaged: Index, text: str, as_of: str, written: str
) -> None:
    found = Checker(packaged).check(text, edtf.parse(as_of))
    wrong = [each for each in found if each.verdict == "contradicted"]
    assert [text[each.start : each.end] for each in wrong] == [written]


def test_goods_are_not_read_as_all_trade_in_kazakh(packaged: Index) -> None:
    text = "2022 жылы Францияның тауарлары 916,5 млн еуроға сатып алынды."
    found = Checker(packaged).check(text, edtf.parse("2025-03-01"))
    assert [each.verdict for each in found if each.claim.kind == "figure"] == ["unknown"]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (
            "Uranium imported by France, 2021: 49% Kazakh, against 29% the year before.",
            "29%",
        ),
        (
            (
                "Доля казахстанского урана во французском импорте в 2021 году составила 49 % против"
                " 29 % годом раньше."
            ),
            "29 %",
        ),
        (
            (
                "Les présidents se sont vus le 21 novembre 2012. Un an plus tôt, le pays fournissait"
                " 12,8 % du brut importé par la France."
            ),
            "12,8 %",
        ),
    ],
)
def test_figure_of_the_year_before_is_not_held_against_that_of_the_year(
    packaged: Index, text: str, said: str
) -> None:
    assert (said, "contradicted") not in verdicts(packaged, text)
