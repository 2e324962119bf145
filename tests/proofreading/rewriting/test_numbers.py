"""A wrong number is written anew in the language and the form of the text."""

from __future__ import annotations

import pytest

from kzfr_cli.proofreading.rewriting import names, numbers


@pytest.mark.parametrize(
    ("written", "old", "new", "lang", "said"),
    [
        ("25e anniversaire", 25, 30, "fr", "30e anniversaire"),
        ("25ème", 25, 15, "fr", "15ème"),
        ("1er anniversaire", 1, 2, "fr", "2e anniversaire"),
        ("XXVe anniversaire", 25, 30, "fr", "XXXe anniversaire"),
        ("vingt-cinquième anniversaire", 25, 31, "fr", "trente et unième anniversaire"),
        ("vingt-cinq ans", 25, 30, "fr", "trente ans"),
        ("quart de siècle", 25, 30, "fr", "30 ans"),
        ("26 ans", 26, 1, "fr", "1 an"),
        ("25th anniversary", 25, 31, "en", "31st anniversary"),
        ("twenty-fifth anniversary", 25, 30, "en", "thirtieth anniversary"),
        ("first visit", 1, 3, "en", "third visit"),
        ("21 год", 21, 22, "ru", "22 года"),
        ("25-летие", 25, 30, "ru", "30-летие"),
        ("двадцать пятой годовщины", 25, 30, "ru", "тридцатой годовщины"),
        ("25 жылдығын", 25, 30, "kk", "30 жылдығын"),
        ("25-ші", 25, 30, "kk", "30-шы"),
        ("жиырма бесінші", 25, 30, "kk", "отызыншы"),
        ("25 or 26 years", 27, 30, "en", ""),
        ("Vingt ans après", 20, 30, "fr", "trente ans après"),
        ("deux ans après", 2, 1, "fr", "un an après"),
        ("Une cinquantaine", 50, 30, "fr", "Une trentaine"),
        ("Une cinquantaine", 50, 35, "fr", ""),
        ("depuis une quinzaine d'années", 15, 25, "fr", "depuis vingt-cinq ans"),
        ("two months after", 2, 1, "en", "one month after"),
        ("через три года после", 3, 1, "ru", "через один год после"),
        ("более тридцати лет", 30, 29, "ru", "более двадцати девяти лет"),
        ("около двадцати", 20, 50, "ru", "около пятидесяти"),
        ("третьим президентом", 3, 4, "ru", "4-м президентом"),
        ("второй президент", 2, 4, "ru", "4-й президент"),
        ("третьего визита", 3, 5, "ru", "5-го визита"),
    ],
)
def test_only_the_number_is_changed(
    written: str, old: int, new: int, lang: str, said: str
) -> None:
    assert numbers.rewrite(written, old, new, lang) == said


@pytest.mark.parametrize(
    ("written", "name", "lang", "said"),
    [
        ("Нур-Султане", "Астана", "ru", "Астане"),
        ("Астану", "Нур-Султан", "ru", "Нур-Султан"),
        ("Нұр-Сұлтанда", "Астана", "kk", "Астанада"),
        ("Nour-Soultan", "Astana", "fr", "Astana"),
    ],
)
def test_capital_keeps_its_case(written: str, name: str, lang: str, said: str) -> None:
    assert names.decline(written, name, lang) == said
