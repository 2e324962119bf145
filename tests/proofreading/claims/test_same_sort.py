"""A well-known organisation stands in the place of the one of its sort that the event has, or is left alone."""

from __future__ import annotations

import pytest

from kzfr_cli.core import edtf
from kzfr_cli.languages import language
from kzfr_cli.proofreading import known_bodies
from kzfr_cli.proofreading.checker import Checker
from kzfr_cli.store.index.reading import Index

TODAY = edtf.parse("2026-11-30")


def wrong(index: Index, text: str) -> list[tuple[str, str]]:
    return [
        (text[each.start : each.end], each.expected)
        for each in Checker(index).check(text, TODAY)
        if each.code == "wrong-organisation"
    ]


def test_sentence_needs_its_sort_of_organisations(
    packaged: Index, monkeypatch: pytest.MonkeyPatch
) -> None:
    table = language.known_bodies()
    for sort, rows in table.items():
        sentence = rows["needs"]
        with_sort = wrong(packaged, sentence)
        others = {name: each for name, each in table.items() if name != sort}
        reduced = known_bodies.KnownBodies(others)
        with monkeypatch.context() as without:
            without.setattr(known_bodies, "load", lambda reduced=reduced: reduced)
            known_bodies.told.cache_clear()
            assert wrong(packaged, sentence) != with_sort, sort
        known_bodies.told.cache_clear()


@pytest.mark.parametrize(
    ("text", "found", "right"),
    [
        (
            "L'exposition sur le Kazakhstan au Louvre s'est ouverte le 29 octobre 2010.",
            "Louvre",
            "Musée Guimet",
        ),
        (
            "In Nur-Sultan on 27 October 2022, Central Asian leaders met the president of the European Commission.",
            "European Commission",
            "European Council",
        ),
        (
            "В 2010 году музей Орсе показал выставку «Казахстан: люди, звери и боги степи».",
            "Орсе",
            "Музей Гиме",
        ),
        (
            "2016 жылғы 28 маусымда Қазақстан БҰҰ Адам құқықтары жөніндегі кеңесіне сайланды.",
            "Адам құқықтары жөніндегі кеңесіне",
            "БҰҰ Қауіпсіздік Кеңесі",
        ),
        (
            "L'Orchestre national de Lyon a joué à Almaty et à Astana en septembre 2013.",
            "Orchestre national de Lyon",
            "Orchestre national de Lille",
        ),
    ],
)
def test_other_of_its_sort_is_wrong(
    packaged: Index, text: str, found: str, right: str
) -> None:
    assert wrong(packaged, text) == [(found, right)]


def test_others_that_are_named_beside_that_of_the_event_are_not_wrong(
    packaged: Index,
) -> None:
    for text in (
        "L'exposition du musée Guimet, que le Louvre envie, s'est ouverte le 6 novembre 2024.",
        "Alstom, qui livre aussi Siemens, fournira 117 locomotives à KTZ.",
        "Astana Ballet a dansé à la salle Pleyel le 19 octobre 2017, après l'Olympia l'an passé.",
        "Le Kazakhstan a présidé l'OSCE en 2010, puis l'OCI en 2011.",
        "La Banque mondiale, la BERD et le FMI soutiennent le Kazakhstan.",
        "En novembre 2021 l'Alliance française de Karaganda s'ouvre dans l'université Bouketov.",
        "Третий Альянс Франсез открылся в ноябре в Караганде, в стенах Букетовского университета.",
    ):
        assert wrong(packaged, text) == [], text


def test_one_of_an_event_told_by_the_way_is_not_confirmed_for_its_first(
    packaged: Index,
) -> None:
    text = (
        "Rachida Dati et Aida Balaïeva ont signé le 4 novembre 2024 une déclaration sur les musées ; "
        "le partenariat lie le Musée national du Kazakhstan au Louvre."
    )
    found = Checker(packaged).check(text, TODAY)
    assert "Louvre" not in [text[each.start : each.end] for each in found]


def test_firm_that_stands_for_another_needs_a_day_or_a_name_of_the_event(
    packaged: Index,
) -> None:
    for text, found in (
        ("Leroy Merlin opened its first store in Almaty.", []),
        ("Turkish Airlines flies to Paris and to Astana.", []),
        ("In March 2020 Lufthansa suspended its flights to Almaty and Nur-Sultan.", []),
        (
            "Lafarge's greenfield Mynaral plant can turn out more than 1.1 million tonnes a year.",
            [("Lafarge", "Vicat")],
        ),
        (
            "La coentreprise IFASTAR est portée par Areva et KazMunayGas.",
            [("KazMunayGas", "Kazatomprom")],
        ),
        (
            "1992 жылғы 22 мамырда Қазақстан ЮНИСЕФ-ке мүше болды.",
            [("ЮНИСЕФ", "ЮНЕСКО")],
        ),
    ):
        assert wrong(packaged, text) == found, text


@pytest.mark.parametrize(
    ("text", "name"),
    [
        (
            "Safran fournira des radars Ground Master 400 ; c'est annoncé le 1er novembre 2023.",
            "Safran",
        ),
        (
            "Avec Jean-Claude Casadesus, l'Orchestre de Bordeaux joue à Almaty en septembre 2013.",
            "Orchestre de Bordeaux",
        ),
        (
            "Total Eren bâtit Nomad et M-KAT. La Banque mondiale finance Nomad et M-KAT.",
            "Banque mondiale",
        ),
        (
            "Le 5 novembre 2015, Suez signe pour l'eau d'Aktaou, tandis qu'EDF achète l'uranium.",
            "Suez",
        ),
    ],
)
def test_body_beside_a_date_a_leader_or_another_of_the_event_is_wrong(
    packaged: Index, text: str, name: str
) -> None:
    assert name in dict(wrong(packaged, text))


@pytest.mark.parametrize(
    "text",
    [
        "Dassault espère vendre des Rafale ; Thales a ses radars, a-t-on dit le 1er novembre 2023.",
        "Veolia signe le 5 novembre 2015 pour le dessalement à Aktaou. Suez étudie la région.",
        "Veolia signe le 5 novembre 2015 pour l'eau d'Aktaou. Suez était aussi candidat.",
        "Анри Пупар-Лафарж подписал 1 декабря 2022 года соглашения с КТЖ.",
    ],
)
def test_body_of_another_clause_or_one_more_is_not_wrong(packaged: Index, text: str) -> None:
    assert wrong(packaged, text) == []
