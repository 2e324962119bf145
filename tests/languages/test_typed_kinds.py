"""The kinds of dates that people type beside a day: counted from today, of a weekday, of a quarter,
about a year, with the time of the day.
"""

from __future__ import annotations

from datetime import date

import pytest

from kzfr_cli.errors import UnreadableDateError
from kzfr_cli.languages import mentions, typed

TODAY = date(2026, 11, 30)
"""A Monday."""


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("in 3 days", "2026-12-03"),
        ("3 days ago", "2026-11-27"),
        ("two weeks ago", "2026-11-16"),
        ("in a week", "2026-12-07"),
        ("in two months", "2027-01"),
        ("15 years ago", "2011"),
        ("il y a 3 jours", "2026-11-27"),
        ("il y a une semaine", "2026-11-23"),
        ("dans deux semaines", "2026-12-14"),
        ("dans un mois", "2026-12"),
        ("il y a dix ans", "2016"),
        ("три дня назад", "2026-11-27"),
        ("через 3 дня", "2026-12-03"),
        ("через неделю", "2026-12-07"),
        ("год назад", "2025"),
        ("3 күн бұрын", "2026-11-27"),
        ("3 күннен кейін", "2026-12-03"),
        ("екі ай бұрын", "2026-09"),
    ],
)
def test_time_from_today_is_as_exact_as_its_unit(text: str, value: str) -> None:
    assert typed.parse(text, TODAY).text == value


@pytest.mark.parametrize("text", ["over 3 days ago", "il y a près de 3 jours", "3 days"])
def test_loose_time_from_today_is_no_date(text: str) -> None:
    with pytest.raises(UnreadableDateError):
        typed.parse(text, TODAY)


@pytest.mark.parametrize("text", ["in 9999 years", "il y a 9000 ans", "in 999999 weeks"])
def test_time_beyond_the_calendar_is_no_date(text: str) -> None:
    with pytest.raises(UnreadableDateError):
        typed.parse(text, TODAY)


@pytest.mark.parametrize("text", ["friday", "vendredi", "в пятницу", "жұма"])
def test_weekday_is_the_next_where_a_day_to_come_is_asked(text: str) -> None:
    assert typed.parse(text, TODAY, coming=True).text == "2026-12-04"
    with pytest.raises(UnreadableDateError):
        typed.parse(text, TODAY)


def test_weekday_of_today_is_today() -> None:
    assert typed.parse("lundi", TODAY, coming=True).text == "2026-11-30"


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("c. 1992", "1992~"),
        ("v. 1992", "1992~"),
        ("env. juin 1992", "1992-06~"),
        ("ок. 1992", "1992~"),
        ("шам. 1992", "1992~"),
    ],
)
def test_abbreviation_makes_a_date_approximate(text: str, value: str) -> None:
    assert typed.parse(text, TODAY).text == value


@pytest.mark.parametrize(
    "text",
    [
        "2008-06-11T10:30",
        "2008-06-11T10:30:00Z",
        "2008-06-11T10:30:00+05:00",
        "2008-06-11 10:30",
        "11 June 2008 at 10:30",
        "11 June 2008, 10:30 am",
        "le 11 juin 2008 à 10 h 30",
        "11 juin 2008 à 10h",
        "11 июня 2008 в 10:30",
        "2008 ж. 11 маусым сағат 10:30",
    ],
)
def test_time_of_the_day_does_not_hide_the_day(text: str) -> None:
    assert typed.parse(text, TODAY).text == "2008-06-11"


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("1er trimestre 2008", "2008-01/2008-03"),
        ("au IIIe trimestre 2008", "2008-07/2008-09"),
        ("2e semestre 2008", "2008-07/2008-12"),
        ("3rd quarter 2008", "2008-07/2008-09"),
        ("I квартал 2008 года", "2008-01/2008-03"),
        ("в 1-м квартале 2008 года", "2008-01/2008-03"),
        ("2008 жылғы I тоқсан", "2008-01/2008-03"),
        ("2008 жылғы 4 тоқсан", "2008-10/2008-12"),
    ],
)
def test_quarter_is_numbered_in_figures_too(text: str, value: str) -> None:
    assert typed.parse(text, TODAY).text == value


@pytest.mark.parametrize("text", ["5 trimestre 2008", "VI квартал 2008"])
def test_year_has_no_fifth_quarter(text: str) -> None:
    (mention,) = mentions.find(text)
    assert (mention.kind, mention.value and mention.value.text) == ("year", "2008")


@pytest.mark.parametrize(
    "text", ["September 13-15, 2026", "Sept 13 to 15 2026", "September 13–15 2026"]
)
def test_days_behind_an_english_month_share_it(text: str) -> None:
    assert typed.parse(text, TODAY).text == "2026-09-13/2026-09-15"


def test_years_between_in_kazakh() -> None:
    assert typed.parse("1992 және 1995 жылдар арасында", TODAY).text == "[1992..1995]"


@pytest.mark.parametrize(
    "text", ["1992 жылға жуық", "1992 жылға таман", "1992 жыл шамасында"]
)
def test_year_about_in_kazakh(text: str) -> None:
    assert typed.parse(text, TODAY).text == "1992~"


def test_kazakh_word_for_a_day_behind_a_date_says_nothing_more() -> None:
    assert typed.parse("2018 жылғы 5 маусым күні", TODAY).text == "2018-06-05"
