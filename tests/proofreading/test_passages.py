"""Passages as the Kazakh and Russian press writes them: nothing right is held against them, and
what is wrong in them is found.
"""

from __future__ import annotations

import pytest

from kzfr_cli.core import edtf
from kzfr_cli.proofreading.checker import Checker
from kzfr_cli.store.index.reading import Index

RIGHT = {
    "the games of another town": (
        "2024-08-12",
        (
            "Елдос Сметов 2016 жылы Рио Олимпиадасында күміс, 2021 жылы Токиода қола алса, "
            "Парижде алтынға жетті."
        ),
    ),
    "a word for times that sounds like March": (
        "2015-11-06",
        "Назарбаев пен Олландтың соңғы үш жылдағы бесінші мәрте кездесуі Парижде өтті.",
    ),
    "a year that has passed is no length": (
        "2023-11-01",
        "В прошлом году Токаев побывал в Париже. Спустя год Эмманюэль Макрон прилетел в Астану.",
    ),
    "the day of an election": (
        "2012-11-20",
        (
            "Это первая встреча Назарбаева с Франсуа Олландом после победы на выборах в июле 2012 "
            "года."
        ),
    ),
    "what somebody is": (
        "2013-09-01",
        "17 сентября соглашение подпишут Президент Сорбонны и Ректор Университета имени Абая.",
    ),
    "a day in Moscow": (
        "2022-11-25",
        (
            "29–30 ноября президент встретится с лидером Франции Эммануэлем Макроном. Так, 28 "
            "ноября он прилетит в Москву с первым визитом."
        ),
    ),
    "the first man in space": (
        "2023-04-12",
        "Байқоңырдан адам баласының ғарышқа тұңғыш рет ұшқанына биыл 62 жыл толды.",
    ),
    "how much something fell": (
        "2025-07-05",
        "Добыча совместного предприятия «Катко» упала на 19 %.",
    ),
    "what a plant made last year": (
        "2021-11-20",
        "Былтыр электровоз құрастыру зауыты 24 электровоз шығарды.",
    ),
    "a stage and the number of victories": (
        "2024-07-04",
        "Кавендиш выиграл пятый этап «Тур де Франс». Это его 35-я победа на этапах.",
    ),
    "a launch that the record does not hold": (
        "2011-07-10",
        "Ғарыш агенттігі шілденің 16-сы күні ұшырылатын «Қазсат-2» жер серігі туралы айтты.",
    ),
}
"""What was held against a text, with its day: each was, once."""


@pytest.mark.parametrize("name", RIGHT)
def test_right_passage_is_not_accused(packaged: Index, name: str) -> None:
    as_of, text = RIGHT[name]
    found = Checker(packaged).check(text, edtf.parse(as_of))
    against = [item for item in found if item.verdict == "contradicted"]
    assert [(text[item.start : item.end], item.event) for item in against] == []


@pytest.mark.parametrize(
    ("as_of", "text", "wrong"),
    [
        (
            "2023-07-03",
            "В миссии «Персей» Эньере стартовал 20 февраля 1999 года, в пятницу.",
            "weekday",
        ),
        (
            "2017-10-20",
            "Оркестр имени Курмангазы выступил в минувший вторник, 18 октября, в Париже.",
            "weekday",
        ),
        (
            "2025-05-05",
            "Орталық Азия мен Еуропалық одақ сәрсенбі күні, 4 сәуірде Самарқандта бас қосты.",
            "weekday",
        ),
        (
            "2022-04-18",
            (
                "Сауда-экономикалық ынтымақтастықтың 2035 жылға дейінгі жол картасына 2021 жылы қол "
                "қойылды."
            ),
            "date",
        ),
    ],
)
def test_wrong_passage_is_found(packaged: Index, as_of: str, text: str, wrong: str) -> None:
    found = Checker(packaged).check(text, edtf.parse(as_of))
    assert wrong in {item.claim.kind for item in found if item.verdict == "contradicted"}
