"""A name is judged by the event that the rest of its sentence means, whatever word stands before it."""

from __future__ import annotations

import pytest

from kzfr_cli.core import edtf
from kzfr_cli.proofreading.checker import Checker
from kzfr_cli.store.index.reading import Index

CODES = ("wrong-person", "wrong-place", "wrong-organisation")


def wrong(index: Index, text: str, as_of: str = "2026-11-30") -> list[tuple[str, str]]:
    found = Checker(index).check(text, edtf.parse(as_of))
    return [
        (text[each.start : each.end], each.expected) for each in found if each.code in CODES
    ]


@pytest.mark.parametrize(
    ("text", "written", "expected"),
    [
        (
            "Bernard Kouchner and Marat Tazhin meet in Aktobe, 6 March 2008.",
            "Aktobe",
            "Paris",
        ),
        (
            "26 Jan 2017 · Astana · Night of Ideas at the Sorbonne-Kazakhstan Institute",
            "Astana",
            "Almaty",
        ),
        (
            "Almaty, 6 octobre 2009 — Nicolas Sarkozy est reçu par Noursoultan Nazarbaïev.",
            "Almaty",
            "Astana",
        ),
        (
            "Суретте: Алматымен бауырлас Лион қаласында мэр Натали Аппере Абайдың мүсінін ашты.",
            "Лион",
            "Ренн",
        ),
        (
            (
                "Réunis le 4 avril 2025 à Tachkent, l’Union européenne et l’Asie centrale "
                "se sont donné un partenariat stratégique."
            ),
            "Tachkent",
            "Samarcande",
        ),
    ],
)
def test_town_in_any_place_is_held_against_the_only_one_of_the_event(
    packaged: Index, text: str, written: str, expected: str
) -> None:
    assert wrong(packaged, text) == [(written, expected)]


@pytest.mark.parametrize(
    ("text", "written", "expected"),
    [
        (
            (
                "La statue du Général, œuvre de Zourab Tsereteli, est dévoilée à Astana "
                "en décembre 2014."
            ),
            "Zourab Tsereteli",
            "Valéri Pirojkov",
        ),
        (
            (
                "On 19 April 2018 minister Yerlan Sagadiyev and French ambassador Gérard Perrolet "
                "signed the agreement on the Abai-Verne grants."
            ),
            "Gérard Perrolet",
            "Philippe Martinet",
        ),
    ],
)
def test_person_is_held_against_the_one_who_is_called_alike(
    packaged: Index, text: str, written: str, expected: str
) -> None:
    assert wrong(packaged, text) == [(written, expected)]


@pytest.mark.parametrize(
    ("text", "written", "expected"),
    [
        (
            (
                "Our partner is the Institut Curie, which signed up to mentor Astana's cancer "
                "centre in December 2014."
            ),
            "Institut Curie",
            "Gustave Roussy Institute",
        ),
        (
            (
                "«Самұрық-Қазына» қоры Парижде 2024 жылғы 5 қарашада BNP Paribas банкімен "
                "әріптестік келісімін жасады."
            ),
            "BNP Paribas",
            "Сосьете Женераль",
        ),
    ],
)
def test_organisation_is_held_against_the_one_of_its_sort(
    packaged: Index, text: str, written: str, expected: str
) -> None:
    assert wrong(packaged, text) == [(written, expected)]


@pytest.mark.parametrize(
    "text",
    [
        "Независимость республики Париж признал 25 января 1992 года.",
        "Quatre alliances françaises fonctionnent dans ce pays ; une école est déjà ouverte.",
        "Manuelle Franck a accompagné François Hollande au Kazakhstan les 5 et 6 décembre 2014.",
        "Hollande is only the second French president to visit independent Kazakhstan.",
        (
            "Le 25 juin 1966, Charles de Gaulle fut à Baïkonour. Georges Pompidou l'imita à peine "
            "quatre ans plus tard."
        ),
        "From Astana the plane went on to Samarkand, where Mr Macron saw the Registan.",
        (
            "Webtimemedias dit que l’ambassadeur a signé l’accord le 18 janvier 2018 ; Novastan "
            "le dit signé le 19 avril."
        ),
    ],
)
def test_metonym_guest_general_remark_and_source_are_not_accused(
    packaged: Index, text: str
) -> None:
    assert wrong(packaged, text) == []


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Dominique de Villepin receives Kassym-Jomart Tokayev, 10 June 2002.", "Tokayev"),
        ("2023 жылғы 1 қарашада Эммануэль Макрон Астанаға келді.", "Макрон"),
    ],
)
def test_person_of_the_event_is_confirmed(packaged: Index, text: str, name: str) -> None:
    found = Checker(packaged).check(text, edtf.parse("2026-11-30"))
    said = [text[each.start : each.end] for each in found if each.code == "right-person"]
    assert any(name in each for each in said)


def test_name_of_a_town_that_plays_is_that_of_its_team(packaged: Index) -> None:
    found = Checker(packaged).check(
        "Astana a perdu 1-3 contre Villarreal en octobre 2020.", edtf.parse("2020-11-02")
    )
    assert "contradicted" not in {item.verdict for item in found}
