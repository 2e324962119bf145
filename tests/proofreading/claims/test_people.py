"""Somebody in whose place the event of the day names another, who held the office then."""

from __future__ import annotations

import pytest

from kzfr_cli.core import edtf
from kzfr_cli.proofreading.checker import Checker
from kzfr_cli.store.index.reading import Index


def wrong(index: Index, text: str) -> list[tuple[str, str, str]]:
    found = Checker(index).check(text, edtf.parse("2026-11-30"))
    return [
        (text[item.start : item.end], item.event, item.expected)
        for item in found
        if item.code == "wrong-person"
    ]


@pytest.mark.parametrize(
    ("text", "written", "event", "expected"),
    [
        (
            "President Chirac visited Astana on 6 October 2009.",
            "Chirac",
            "sarkozy-visit-astana-2009",
            "Nicolas Sarkozy",
        ),
        (
            "Le 5 décembre 2014, Nicolas Sarkozy a été reçu à Astana par Nazarbaïev.",
            "Nicolas Sarkozy",
            "hollande-visit-kazakhstan-2014",
            "François Hollande",
        ),
        (
            "6 октября 2009 года президент Франции Франсуа Олланд посетил Астану.",
            "Франсуа Олланд",
            "sarkozy-visit-astana-2009",
            "Николя Саркози",
        ),
        (
            "2023 жылғы 1 қарашада Франсуа Олланд Астанаға келді.",
            "Франсуа Олланд",
            "macron-visit-astana-2023",
            "Эммануэль Макрон",
        ),
        (
            "President Macron paid a visit to Kazakhstan on 5 December 2014.",
            "Macron",
            "hollande-visit-kazakhstan-2014",
            "François Hollande",
        ),
        (
            "Le président Chirac s’est rendu à Astana les 5 et 6 octobre 2009.",
            "Chirac",
            "sarkozy-visit-astana-2009",
            "Nicolas Sarkozy",
        ),
        (
            "Президент Франсуа Миттеран посетил Казахстан 4–5 декабря 2014 года.",
            "Франсуа Миттеран",
            "hollande-visit-kazakhstan-2014",
            "Франсуа Олланд",
        ),
    ],
)
def test_president_of_another_time_is_contradicted(
    packaged: Index, text: str, written: str, event: str, expected: str
) -> None:
    assert wrong(packaged, text) == [(written, event, expected)]


@pytest.mark.parametrize(
    "text",
    [
        "Nazarbayev University welcomed Emmanuel Macron on 1 November 2023.",
        "La Fondation Charles de Gaulle était à Baïkonour le 25 juin 2016.",
        "As Chirac had said, Sarkozy came to Astana on 6 October 2009.",
        "Trois ans après Jacques Chirac, le traité a été signé à Paris le 11 juin 2008.",
        "Nicolas Sarkozy was received in Astana on 6 October 2009.",
        "President Macron was in Beijing on 4 December 2014.",
        "Jacques Chirac, alors maire de Paris, était à Moscou le 5 décembre 1994.",
    ],
)
def test_name_of_a_body_and_who_is_told_beside_are_not_accused(
    packaged: Index, text: str
) -> None:
    assert wrong(packaged, text) == []


def test_event_after_the_text_has_nobody_in_whose_place_another_stands(
    packaged: Index,
) -> None:
    text = "Франция президенті Франсуа Миттеранның Алматыға келгеніне бүгін жиырма жыл."
    found = Checker(packaged).check(text, edtf.parse("2013-09-16"))
    assert "wrong-person" not in [item.code for item in found]


@pytest.mark.parametrize(
    "text",
    [
        "В сентябре 2013 года в Алматы меморандум подписан при участии писателя Марека Альтера.",
        "24 июня 2016 года Астана Опера показала «Собор Парижской Богоматери» Ролана Пти.",
        "Жан-Ив Лёдриан посетил Павлодар 15 и 16 июля 2012 года.",
    ],
)
def test_name_that_is_spelt_otherwise_is_not_accused(packaged: Index, text: str) -> None:
    assert wrong(packaged, text) == []


@pytest.mark.parametrize(
    ("text", "event", "expected"),
    [
        (
            "Hubert Védrine a reçu Kassym-Jomart Tokaïev à Paris le 10 juin 2002.",
            "tokaev-villepin-paris-2002",
            "Dominique de Villepin",
        ),
        (
            "10 июня 2014 года Ерлан Идрисов встретился в Париже с министром Аленом Жюппе.",
            "idrissov-fabius-paris-2014",
            "Лоран Фабиус",
        ),
        (
            "Le Premier ministre Karim Massimov a été reçu à Paris le 20 septembre 2013.",
            "kazakh-prime-minister-paris-2013",
            "Serik Akhmetov",
        ),
        (
            "L'ambassadeur Nourlan Danenov inaugure le consulat de Strasbourg le 17 mai 2021.",
            "strasbourg-consulate-general-2021",
            "Jean Galiev",
        ),
    ],
)
def test_holder_of_an_office_is_who_held_it_that_day(
    packaged: Index, text: str, event: str, expected: str
) -> None:
    assert [found[1:] for found in wrong(packaged, text)] == [(event, expected)]


@pytest.mark.parametrize(
    "text",
    [
        "Le 8 mai 2025, l'ancien ambassadeur Didier Canesse a rendu hommage à la Résistance.",
        "On 8 May 2025 Didier Canesse attended a tribute to the Resistance in Astana.",
        "L'exposition ouverte le 6 novembre 2024 à Guimet est de Yannick Lintz, avec Aïcha Omarova.",
        "Akhmetov, successeur du Premier ministre Massimov, est à Paris le 20 septembre 2013.",
        "L'ambassadeur Francis Étienne est à Nice le 13 décembre 2018, jour de Rennes-Astana.",
        "Le successeur de l'ambassadeur Nourlan Danenov a été nommé le 23 juillet 2021.",
    ],
)
def test_who_held_it_before_or_was_but_present_is_not_accused(
    packaged: Index, text: str
) -> None:
    assert wrong(packaged, text) == []
