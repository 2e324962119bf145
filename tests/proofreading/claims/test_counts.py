"""Ordinals: ranks, editions, meetings, visits, and how many presidents came."""

from __future__ import annotations

import pytest

from kzfr_cli.core import edtf
from kzfr_cli.proofreading.checker import Checker
from kzfr_cli.store.index.reading import Index


def counted(index: Index, as_of: str, text: str) -> list[tuple[str, str]]:
    """The verdicts on the numbers of things of a text, with what stands there."""
    found = Checker(index).check(text, edtf.parse(as_of))
    return [
        (text[item.start : item.end], item.verdict)
        for item in found
        if item.claim.kind == "count"
    ]


@pytest.mark.parametrize(
    ("text", "verdicts"),
    [
        (
            "Le Kazakhstan termine à la 34e place des Jeux de Paris.",
            [("34e", "contradicted")],
        ),
        (
            "Париж Олимпиадасында Қазақстан 43-орынға тұрақтады.",
            [("43", "supported")],
        ),
        ("La France termine à la 5e place des Jeux de Paris.", []),
    ],
)
def test_place_is_that_of_kazakhstan(
    packaged: Index, text: str, verdicts: list[tuple[str, str]]
) -> None:
    assert counted(packaged, "2024-08-12", text) == verdicts


@pytest.mark.parametrize(
    ("as_of", "text", "verdicts"),
    [
        (
            "2021-05-10",
            "Le 7e Festival du film kazakh s'étend cette année à Bruxelles.",
            [("7e", "unknown")],
        ),
        (
            "2021-05-10",
            "Le 3e Festival du film kazakh s'étend cette année à Bruxelles.",
            [],
        ),
        (
            "2024-05-01",
            "The 12th Franco-Kazakh joint commission met in 2022.",
            [("12th", "contradicted")],
        ),
        ("2020-05-01", "The 12th Franco-Kazakh joint commission met in 2018.", []),
        ("2023-11-10", "Le neuvième Festival du film kazakh s'ouvre à Paris.", []),
    ],
)
def test_edition_lies_between_those_of_earlier_and_later_years(
    packaged: Index, as_of: str, text: str, verdicts: list[tuple[str, str]]
) -> None:
    assert counted(packaged, as_of, text) == verdicts


def test_number_before_what_it_counts_is_an_ordinal_in_kazakh(packaged: Index) -> None:
    text = "Парижде Қазақстан–Франция үкіметаралық комиссиясының 15-отырысы өтті."
    assert counted(packaged, "2025-12-08", text) == [("15", "contradicted")]


def test_nationality_before_what_is_counted_hides_it_not(packaged: Index) -> None:
    text = "The seventh Franco-Kazakh forum of rectors met in Almaty on 1-3 November 2023."
    assert counted(packaged, "2023-11-04", text) == [("seventh", "contradicted")]


@pytest.mark.parametrize(
    ("as_of", "text", "verdicts"),
    [
        (
            "2026-08-01",
            "Казахстан посетили три президента Франции.",
            [("три", "contradicted")],
        ),
        (
            "2015-08-01",
            "Three French presidents have visited Kazakhstan.",
            [("Three", "supported")],
        ),
        (
            "2014-12-05",
            "Два французских президента посетили Казахстан.",
            [("Два", "supported")],
        ),
    ],
)
def test_presidents_who_came_are_counted_to_the_day_of_the_text(
    packaged: Index, as_of: str, text: str, verdicts: list[tuple[str, str]]
) -> None:
    assert counted(packaged, as_of, text) == verdicts


def test_first_state_visit_of_a_president_is_not_the_first_of_all(packaged: Index) -> None:
    text = "C'est la première visite d'État du président Tokaïev en France."
    assert counted(packaged, "2024-11-06", text) == [("première", "supported")]


def test_state_visit_elsewhere_in_the_sentence_is_not_what_is_counted(
    packaged: Index,
) -> None:
    text = (
        "On rappellera la première visite européenne du président Tokaïev à Paris en 2022, puis"
        " sa visite d'État."
    )
    verdicts = [verdict for _, verdict in counted(packaged, "2026-08-01", text)]
    assert "contradicted" not in verdicts


def test_presidents_whom_the_sentence_names_are_not_all_who_came(packaged: Index) -> None:
    text = "Deux présidents français, François Hollande et Emmanuel Macron, se sont rendus au Kazakhstan."
    verdicts = [verdict for _, verdict in counted(packaged, "2026-08-01", text)]
    assert "contradicted" not in verdicts


def test_visits_are_counted_up_to_the_one_of_the_day_that_is_told(packaged: Index) -> None:
    text = "La première visite en France du président Tokaïev a eu lieu les 29 et 30 novembre 2022 à Paris."
    verdicts = [verdict for _, verdict in counted(packaged, "2026-08-01", text)]
    assert verdicts == ["supported"]


@pytest.mark.parametrize(
    ("as_of", "text", "wrong"),
    [
        (
            "2017-06-16",
            (
                "The agreement between ITER and the National Nuclear Center was signed on 15 June 2017 at the"
                " Astana Expo; it is ITER's first with a non-member country, after Australia."
            ),
            "first",
        ),
        (
            "2019-11-12",
            (
                "Le président kazakh a reçu le 8 novembre à Nour-Soultan l'économiste Jacques Attali, pour la"
                " troisième fois en moins de deux mois."
            ),
            "troisième",
        ),
        (
            "2026-11-30",
            (
                "KIOGE, Almaty, 4 October 2000. Besides his speech, the French trade minister opened the sixth"
                " meeting of the working group."
            ),
            "sixth",
        ),
    ],
)
def test_first_time_or_nth_that_the_event_of_the_day_tells_otherwise_is_contradicted(
    packaged: Index, as_of: str, text: str, wrong: str
) -> None:
    assert (wrong, "contradicted") in counted(packaged, as_of, text)


@pytest.mark.parametrize(
    ("as_of", "text"),
    [
        (
            "2013-03-02",
            (
                "On 26 and 27 February 2013 Kazakhstan hosted in Almaty a first round of talks between Iran and"
                " the six powers, France among them; the sides agreed to meet there again in April."
            ),
        ),
        (
            "2004-10-07",
            "L'IFEAC, établi à Tachkent depuis 1995, publie son cinquième numéro.",
        ),
    ],
)
def test_first_of_another_event_and_a_later_one_are_not_held_against_the_text(
    packaged: Index, as_of: str, text: str
) -> None:
    assert "contradicted" not in [verdict for _, verdict in counted(packaged, as_of, text)]


@pytest.mark.parametrize(
    ("text", "verdicts"),
    [
        (
            "Karaganda's Alliance Française opened in November 2021, the country's sixth.",
            [("sixth", "contradicted")],
        ),
        (
            (
                "L'Alliance française de Karaganda a ouvert en novembre 2021 ; c'est la quatrième du"
                " pays."
            ),
            [("quatrième", "supported")],
        ),
        (
            (
                "Девятые «Осенние встречи» посольства Франции прошли в Астане и Алматы с 19 ноября"
                " по 2 декабря 2011 года."
            ),
            [("Девятые", "contradicted")],
        ),
        ("Le prochain forum des recteurs, le dixième, se tiendra à Nantes.", []),
        (
            (
                "Les 6 et 7 septembre 2017, Lemoyne était à l'Exposition d'Astana ; le second jour,"
                " la commission mixte tenait séance."
            ),
            [],
        ),
    ],
)
def test_ordinal_that_leaves_out_what_it_counts_is_that_of_the_event(
    packaged: Index, text: str, verdicts: list[tuple[str, str]]
) -> None:
    assert counted(packaged, "2023-12-01", text) == verdicts


@pytest.mark.parametrize(
    ("text", "verdicts"),
    [
        (
            "Le premier Festival du film kazakh s'est tenu à Paris en septembre 2019.",
            [("premier", "supported")],
        ),
        (
            (
                "Le premier Automne kazakhstanais en France s'est ouvert mardi 17 septembre 2019 à"
                " Strasbourg."
            ),
            [],
        ),
        (
            (
                "Le ballet du théâtre Abaï a ouvert mardi 17 septembre 2019 à Strasbourg la"
                " troisième édition de l'Automne kazakhstanais."
            ),
            [("troisième", "contradicted")],
        ),
    ],
)
def test_first_is_confirmed_only_of_the_very_thing(
    packaged: Index, text: str, verdicts: list[tuple[str, str]]
) -> None:
    assert counted(packaged, "2019-10-20", text) == verdicts
