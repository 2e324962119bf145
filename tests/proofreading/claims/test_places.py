"""A town is wrong only where the event that is surely meant was in another."""

from __future__ import annotations

import pytest

from kzfr_cli.core import edtf
from kzfr_cli.proofreading.checker import Checker
from kzfr_cli.store.index.reading import Index


def accused(index: Index, text: str, as_of: str = "2026-11-30") -> list[str]:
    found = Checker(index).check(text, edtf.parse(as_of))
    return [
        text[item.start : item.end]
        for item in found
        if item.claim.kind == "place" and item.verdict == "contradicted"
    ]


@pytest.mark.parametrize(
    ("text", "town"),
    [
        (
            "| Date | Visite | Lieu |\n|---|---|---|\n| 6 octobre 2009 | Sarkozy | Aktau |",
            "Aktau",
        ),
        ("KazEOSat-1, le satellite kazakhstanais, a été lancé à Baïkonour.", "Baïkonour"),
    ],
)
def test_town_of_a_row_or_of_an_event_without_a_date_is_wrong(
    packaged: Index, text: str, town: str
) -> None:
    assert accused(packaged, text) == [town]


@pytest.mark.parametrize(
    "text",
    [
        "The state visit to Paris in November 2024 came a year after the one to Astana.",
        "La commission mixte économique s'est réunie à Astana.",
        "2016–2020 жылдары Минскіде елші болған дипломат 2020 жылғы 14 қазанда қызметіне кірісті.",
        "On a fêté à Almaty les trente ans de l'amitié franco-kazakhe et du traité d'amitié.",
    ],
)
def test_town_of_an_anchor_a_session_or_a_celebration_is_not_wrong(
    packaged: Index, text: str
) -> None:
    assert accused(packaged, text) == []


@pytest.mark.parametrize(
    ("text", "as_of", "town"),
    [
        ("Almaty hosted President Macron on 1 November 2023.", "2023-12-01", "Almaty"),
        ("Алматы принял президента Макрона 1 ноября 2023 года.", "2023-12-01", "Алматы"),
        (
            "Dévoilement du monument à Charles de Gaulle, Almaty, décembre 2014.",
            "2020-01-01",
            "Almaty",
        ),
        ("The EPCA was signed in Brussels on 21 December 2015.", "2018-01-01", "Brussels"),
        (
            "Proparco apporte 90 millions d'euros à l'hôpital de Pavlodar.",
            "2025-05-30",
            "Pavlodar",
        ),
    ],
)
def test_town_as_host_in_a_caption_of_a_signature_or_a_thing(
    packaged: Index, text: str, as_of: str, town: str
) -> None:
    found = Checker(packaged).check(text, edtf.parse(as_of))
    wrong = [text[each.start : each.end] for each in found if each.verdict == "contradicted"]
    assert wrong == [town]


@pytest.mark.parametrize(
    "text",
    [
        "Contract of over a billion euros, assembly in Astana.",
        "The member states signed the EPCA on 16 November 2015 in Brussels, then in Astana.",
        (
            "On 5 November 2015 Veolia signed with Kazyna Capital Management a memorandum on a "
            "desalination plant at Aktau."
        ),
        "Kazakhstan and France reaffirm strategic partnership (2022).",
    ],
)
def test_town_of_something_else_and_year_of_a_text_are_not_accused(
    packaged: Index, text: str
) -> None:
    found = Checker(packaged).check(text, edtf.parse("2026-11-30"))
    assert [each.code for each in found if each.verdict == "contradicted"] == []


@pytest.mark.parametrize(
    "text",
    [
        "Deux ans après avoir reçu M. Tokaïev à Paris, Emmanuel Macron fut à Astana le 1er novembre 2023.",
        "Il était à Astana pour les 50 ans du passage du général de Gaulle à Baïkonour, le 25 juin 1966.",
    ],
)
def test_town_beside_that_of_the_event_is_of_something_else(
    packaged: Index, text: str
) -> None:
    found = Checker(packaged).check(text, edtf.parse("2023-11-03"))
    assert "wrong-place" not in [item.code for item in found]


@pytest.mark.parametrize(
    ("text", "town"),
    [
        (
            "La première pierre de l'école française internationale d'Almaty a été posée le 28 mai 2025.",
            "Almaty",
        ),
        ("AFD opened its Almaty office on 11 April 2025.", "Almaty"),
        ("L'Alliance française de Pavlodar s'est ouverte en novembre 2021.", "Pavlodar"),
        (
            "Договор о стратегическом партнёрстве подписан в городе Гренобль 11 июня 2008 года.",
            "Гренобль",
        ),
        (
            "Стратегиялық әріптестік туралы шарт 2008 жылғы 11 маусымда Лион қаласында жасалды.",
            "Лион",
        ),
    ],
)
def test_town_that_tells_which_thing_is_meant_or_is_told_by_its_noun_is_wrong(
    packaged: Index, text: str, town: str
) -> None:
    assert accused(packaged, text) == [town]


def test_town_of_a_like_thing_elsewhere_is_not_wrong(packaged: Index) -> None:
    for text in (
        "L'AFD a ouvert le 11 avril 2025 son bureau d'Astana.",
        "L'ambassade de France à Nour-Soultan et le bureau d'Almaty de Campus France organisent un salon.",
        "Le Sénat reçoit à l'Institut Sorbonne-Kazakhstan d'Almaty ses premiers diplômés.",
        "Бюст Абая открыт в городе Париж в декабре 2021 года.",
    ):
        assert accused(packaged, text) == [], text


def test_town_with_the_beginning_of_another_name_is_not_confirmed(packaged: Index) -> None:
    text = (
        "Le buste de Mustafa Tchokaï a été inauguré à Nogent-sur-Seine le 28 octobre 2010."
    )
    found = Checker(packaged).check(text, edtf.parse("2026-11-30"))
    assert [each.verdict for each in found if each.claim.kind == "place"] != ["supported"]


def test_kazakh_name_of_the_capital_in_a_case_is_no_part_of_a_longer_name(
    packaged: Index,
) -> None:
    text = "2019 жылғы 30 шілдеде Брюно Ле Мэр Астанаға келді."
    found = Checker(packaged).check(text, edtf.parse("2020-01-10"))
    wrong = [each for each in found if each.code == "wrong-name"]
    assert [text[each.start : each.end] for each in wrong] == ["Астанаға"]


def test_town_of_a_visit_is_not_held_against_what_was_done_on_it(packaged: Index) -> None:
    text = (
        "The opening of the Sorbonne-Kazakhstan coincided with the visit of François Hollande to "
        "Astana that started on December 5."
    )
    assert accused(packaged, text, "2014-12-08") == []


def test_town_behind_the_verb_of_a_jubilee_is_that_of_the_signature(packaged: Index) -> None:
    text = "Сегодня исполняется тридцать лет соглашению о культуре и искусстве, подписанному в Астане."
    found = Checker(packaged).check(text, edtf.parse("2023-09-17"))
    assert [each.expected for each in found if each.code == "wrong-place"] == ["Алматы"]


def test_town_of_the_dateline_is_not_said_to_be_that_of_the_event(packaged: Index) -> None:
    text = "АСТАНА, 1 маусым – Сыртқы сауда министрі Николь Брик 24 мамырда Алматыда форумға қатысты."
    found = Checker(packaged).check(text, edtf.parse("2013-06-01"))
    assert [each.expected for each in found if each.code == "wrong-place"] == ["Астана"]


@pytest.mark.parametrize(
    "text",
    [
        "A reception for the 23rd anniversary of independence was held in Paris on 16 December.",
        "Торжественный приём по случаю 23-й годовщины Независимости прошёл в Париже 16 декабря.",
        "Une réception pour le 23e anniversaire de l’indépendance s’est tenue à Paris le 16 décembre.",
    ],
)
def test_town_of_a_reception_is_not_that_of_what_it_marks(
    packaged: Index, text: str
) -> None:
    found = Checker(packaged).check(text, edtf.parse("2014-12-20"))
    assert "contradicted" not in [item.verdict for item in found]


@pytest.mark.parametrize(
    ("text", "town"),
    [
        ("Thomas Pesquet s'est envolé de Kourou le 17 novembre 2016.", "Kourou"),
        ("Léopold Eyharts was launched from Plesetsk on 29 January 1998.", "Plesetsk"),
        ("Жан-Пьер Эньере стартовал с Куру 1 июля 1993 года: «Альтаир».", "Куру"),
        ("KazEOSat-1 2014 жылғы 30 сәуірде Байқоңырдан ұшырылды.", "Байқоңырдан"),
    ],
)
def test_town_from_which_something_was_launched_is_wrong(
    packaged: Index, text: str, town: str
) -> None:
    assert accused(packaged, text) == [town]


@pytest.mark.parametrize(
    "text",
    [
        "Jean-Pierre Haigneré flew from Moscow to Baikonur before the launch on 1 July 1993.",
        "La fusée Soyouz de Samara a emporté Thomas Pesquet le 17 novembre 2016.",
        "Kassym-Jomart Tokaïev s'est envolé de Bruxelles pour Paris le 4 novembre 2024.",
        "Томас Песке вылетел из Кёльна и 17 ноября 2016 года стартовал с Байконура.",
    ],
)
def test_town_from_which_somebody_came_is_not_wrong(packaged: Index, text: str) -> None:
    assert accused(packaged, text) == []


@pytest.mark.parametrize(
    ("text", "town"),
    [
        (
            "Les neuvièmes consultations politiques se sont tenues en juin à Almaty.",
            "Almaty",
        ),
        ("The tenth round of political consultations was held in Paris on 24 May.", "Paris"),
        ("Un accord est signé le 8 juillet 2021 entre Taraz et Nogent-sur-Marne.", "Taraz"),
        ("Le 31 mars 2018, le Naouryz kazakh a été fêté à Lille.", "Lille"),
        ("L'accord militaire signé à Almaty le 6 octobre 2009 sera appliqué.", "Almaty"),
    ],
)
def test_town_of_an_edition_a_pair_a_feast_or_what_is_signed_is_wrong(
    packaged: Index, text: str, town: str
) -> None:
    assert accused(packaged, text, "2024-06-05") == [town]


@pytest.mark.parametrize(
    "text",
    [
        "Les huitièmes consultations politiques s'étaient tenues à Astana.",
        "Les neuvièmes consultations, préparées à Astana, se sont tenues à Paris en juin 2022.",
        "Rennes et Diyarbakir sont jumelées depuis 1977, Rennes et Almaty depuis 1991.",
        "Le 8 juillet 2021, Taraz et Chymkent ont signé un accord d'amitié avec Toulouse.",
        "Le 31 mars 2018, à Lille aussi, les étudiants kazakhs ont fêté le Naouryz.",
    ],
)
def test_town_of_another_edition_pair_or_feast_is_not_wrong(
    packaged: Index, text: str
) -> None:
    assert accused(packaged, text, "2024-06-05") == []


@pytest.mark.parametrize(
    ("text", "town"),
    [
        (
            "Cavendish won his 35th Tour stage on 3 July 2024 in Saint-Étienne.",
            "Saint-Étienne",
        ),
        ("Переговоры с Ираном 26 февраля 2013 года прошли в Тель-Авиве.", "Тель-Авиве"),
        ("Le consulat général est inauguré à La Rochelle le 17 mai 2021.", "La Rochelle"),
    ],
)
def test_town_of_several_words_is_one(packaged: Index, text: str, town: str) -> None:
    assert accused(packaged, text) == [town]


@pytest.mark.parametrize(
    "text",
    [
        "L'exposition de l'Homme d'or, que le musée Guimet a ouverte en 2024, ira à Abou Dhabi.",
        "Carrefour, arrivé à Almaty en février 2016, rouvrira un magasin à Karaganda.",
    ],
)
def test_town_of_what_is_to_come_is_not_that_of_the_past(packaged: Index, text: str) -> None:
    assert accused(packaged, text) == []


def test_town_of_what_is_announced_is_wrong(packaged: Index) -> None:
    text = "Le président Tokaïev effectuera une visite d'État à Lyon les 4 et 5 novembre."
    assert accused(packaged, text, "2024-10-20") == ["Lyon"]


@pytest.mark.parametrize(
    ("text", "town"),
    [
        (
            "En 2014, l'institut Gustave Roussy accompagne le centre anticancéreux d'Almaty.",
            "Almaty",
        ),
        (
            "La Journée de la France à l'Expo 2017 d'Almaty a eu lieu le 21 juin 2017.",
            "Almaty",
        ),
    ],
)
def test_town_of_a_centre_or_an_exhibition_is_wrong(
    packaged: Index, text: str, town: str
) -> None:
    assert accused(packaged, text) == [town]


@pytest.mark.parametrize(
    "text",
    [
        "L'OSCE, dont le siège est à Vienne, a confié le 30 novembre 2007 sa présidence à Astana.",
        "Des médecins ont vu les hôpitaux parisiens le 21 octobre 2025, puis un autre à Lille.",
        "Une conférence s'est tenue dans le centre de Lyon en décembre 2014.",
    ],
)
def test_seat_of_somebody_and_where_he_went_next_are_not_wrong(
    packaged: Index, text: str
) -> None:
    assert accused(packaged, text) == []
