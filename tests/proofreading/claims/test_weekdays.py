"""A weekday alone is that of the event of its own part of the sentence."""

from __future__ import annotations

import pytest

from kzfr_cli.core import edtf
from kzfr_cli.proofreading.checker import Checker
from kzfr_cli.store.index.reading import Index


def test_weekday_is_not_that_of_what_another_part_dates(packaged: Index) -> None:
    approved = "Le Parlement européen a approuvé le 12 décembre l’accord avec le Kazakhstan"
    text = f"{approved} par 511 voix ; l’Assemblée nationale en a débattu lundi."
    found = Checker(packaged).check(text, edtf.parse("2017-12-20"))
    assert "contradicted" not in [item.verdict for item in found]


@pytest.mark.parametrize(
    ("weekday", "verdict"), [("Дүйсенбі", "contradicted"), ("Жұма", "supported")]
)
def test_weekday_stands_before_the_year_in_kazakh(
    packaged: Index, weekday: str, verdict: str
) -> None:
    found = Checker(packaged).check(f"{weekday}, 2025 жылғы 5 желтоқсан. Комиссия отырды.")
    assert [item.verdict for item in found if item.claim.kind == "weekday"] == [verdict]


@pytest.mark.parametrize(
    ("text", "as_of", "verdict"),
    [
        (
            "Саркози прилетел в Астану 6 октября 2009 года, в среду.",
            "2019-05-01",
            "contradicted",
        ),
        (
            "Саркози прилетел в Астану 6 октября 2009 года, во вторник.",
            "2019-05-01",
            "supported",
        ),
        (
            "Macron came to Astana on 1 November 2023, a Thursday.",
            "2024-11-20",
            "contradicted",
        ),
        ("Саммит ЕС прошёл в минувшую среду, 4 апреля.", "2025-04-10", "contradicted"),
        (
            "Бес мемлекет сәрсенбі күні, 4 сәуірде Самарқандта бас қосты.",
            "2025-05-05",
            "contradicted",
        ),
    ],
)
def test_weekday_beside_a_day_is_held_against_the_calendar(
    packaged: Index, text: str, as_of: str, verdict: str
) -> None:
    found = Checker(packaged).check(text, edtf.parse(as_of))
    assert [item.verdict for item in found if item.claim.kind == "weekday"] == [verdict]


@pytest.mark.parametrize(
    ("text", "as_of", "verdict"),
    [
        (
            "Жан Галиев открыл генеральное консульство в Страсбурге 17 мая; это был вторник.",
            "2021-05-20",
            "contradicted",
        ),
        (
            "Le consulat général de Strasbourg a ouvert le 17 mai 2021 ; c’était un mardi.",
            "2021-06-20",
            "contradicted",
        ),
        (
            "Le consulat général de Strasbourg a ouvert le 17 mai 2021 ; c’était un lundi.",
            "2021-06-20",
            "supported",
        ),
    ],
)
def test_weekday_is_said_of_the_day_before_it(
    packaged: Index, text: str, as_of: str, verdict: str
) -> None:
    found = Checker(packaged).check(text, edtf.parse(as_of))
    assert [item.verdict for item in found if item.claim.kind == "weekday"] == [verdict]


def test_weekday_of_this_month_is_not_confirmed_by_another_year(packaged: Index) -> None:
    text = "Air Astana inaugure samedi 29 mars sa nouvelle liaison entre Astana et Paris."
    found = Checker(packaged).check(text, edtf.parse("2015-03-27"))
    assert [item.verdict for item in found if item.claim.kind == "weekday"] == [
        "contradicted"
    ]


def test_second_weekday_is_of_what_came_later(packaged: Index) -> None:
    met = "Доминик де Вильпен принял Касым-Жомарта Токаева в Париже 10 июня, в понедельник"
    found = Checker(packaged).check(
        f"{met}. В четверг министр летит в Токио.", edtf.parse("2002-06-12")
    )
    assert "contradicted" not in [item.verdict for item in found]


def test_plan_of_another_clause_does_not_excuse_a_weekday(packaged: Index) -> None:
    signed = "Secretary of State Thierry Mariani signed a protocol on a direct air route on Wednesday"
    text = f"{signed}, though Air France still doubts that it would pay."
    found = Checker(packaged).check(text, edtf.parse("2011-06-28"))
    assert [item.verdict for item in found if item.claim.kind == "weekday"] == [
        "contradicted"
    ]


def test_weekday_of_a_day_that_is_an_events_needs_no_year(packaged: Index) -> None:
    text = (
        "Le Parlement s'était prononcé {} 20 mars ; le décret qui donne à Astana le nom de"
    )
    text += " Noursoultan a été signé le 23."
    for weekday, verdict in (("mardi", "contradicted"), ("mercredi", "supported")):
        found = Checker(packaged).check(text.format(weekday), edtf.parse("2019-03-26"))
        assert [item.verdict for item in found if item.claim.kind == "weekday"] == [verdict]
