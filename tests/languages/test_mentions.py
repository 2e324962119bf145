"""Dates in running text, in French, English, Russian and Kazakh."""

from __future__ import annotations

from datetime import date

import pytest

from kzfr_cli.languages import mentions

TODAY = date(2026, 11, 30)

VALUES = [
    # ---- a day
    ("Le traité a été signé le 11 juin 2008 à Paris.", "11 juin 2008", "day", "2008-06-11"),
    ("Le 1er juin 2018, il revint.", "1er juin 2018", "day", "2018-06-01"),
    ("On June 11, 2008, they met.", "June 11, 2008", "day", "2008-06-11"),
    ("On the 11th of June 2008", "11th of June 2008", "day", "2008-06-11"),
    ("Договор подписан 11 июня 2008 года.", "11 июня 2008 года", "day", "2008-06-11"),
    ("Шарт 2008 жылғы 11 маусымда жасалды.", "2008 жылғы 11 маусымда", "day", "2008-06-11"),
    ("Шарт 11 маусым 2008 ж. жасалды.", "11 маусым 2008 ж", "day", "2008-06-11"),
    ("Réunion du 4 janv. 2022.", "4 janv. 2022", "day", "2022-01-04"),
    ("Встреча 5 июн. 2018 г.", "5 июн. 2018 г", "day", "2018-06-05"),
    ("Le 5\u00a0JUIN\u00a02018", "5\u00a0JUIN\u00a02018", "day", "2018-06-05"),
    ("Signed 2008-06-11.", "2008-06-11", "day", "2008-06-11"),
    ("Signé le 11.06.2008.", "11.06.2008", "day", "2008-06-11"),
    ("Réunion le lundi 4.01.22.", "lundi 4.01.22", "day", "2022-01-04"),
    ("Meeting on Tuesday 04/21/2014.", "Tuesday 04/21/2014", "day", "2014-04-21"),
    # ---- spans and lists
    ("du 3 au 9 mai 2019", "3 au 9 mai 2019", "span", "2019-05-03/2019-05-09"),
    ("on 5–6 December 2014", "5–6 December 2014", "span", "2014-12-05/2014-12-06"),
    ("on November 4-5, 2024", "November 4-5, 2024", "span", "2024-11-04/2024-11-05"),
    ("5 December – 7 January 2015", None, "span", "2014-12-05/2015-01-07"),
    ("29 octobre 2009 au 31 janvier 2010", None, "span", "2009-10-29/2010-01-31"),
    ("с 3 по 9 мая 2019 года", "3 по 9 мая 2019 года", "span", "2019-05-03/2019-05-09"),
    ("2014 жылғы 5-6 желтоқсан", None, "span", "2014-12-05/2014-12-06"),
    ("entre 2008 et 2010", "2008 et 2010", "span", "2008/2010"),
    ("1920-1926 жылдар аралығында", None, "span", "1920/1926"),
    (
        "le 5 et le 6 décembre 2014",
        "5 et le 6 décembre 2014",
        "list",
        "2014-12-05/2014-12-06",
    ),
    ("les 4, 5 et 6 mai 2019", "4, 5 et 6 mai 2019", "list", "2019-05-04/2019-05-06"),
    (
        "в ночь с 5 на 6 июня 2018 года",
        "5 на 6 июня 2018 года",
        "span",
        "2018-06-05/2018-06-06",
    ),
    ("2018 жылғы 30 мамырдан 2 маусымға дейін", None, "span", "2018-05-30/2018-06-02"),
    ("2009 ж. 29 қазан – 2010 ж. 31 қаңтар", None, "span", "2009-10-29/2010-01-31"),
    ("1990s–2000s", None, "span", "199X/200X"),
    ("2008 жылдан 2010 жылға дейін", None, "span", "2008/2010"),
    ("2018 жылғы маусымның 5-інде", None, "day", "2018-06-05"),
    ("2018 жылғы 3-тоқсан", None, "quarter", "2018-07/2018-09"),
    ("du printemps 2013 à mai 2014", "printemps 2013 à mai 2014", "span", "2013-21/2014-05"),
    (
        "le mardi 5 et le mercredi 6 juin 2018",
        "mardi 5 et le mercredi 6 juin 2018",
        "list",
        "2018-06-05/2018-06-06",
    ),
    ("on 30 May and 2 June 2018", "30 May and 2 June 2018", "list", "2018-05-30/2018-06-02"),
    ("1998 және 2001 жылдары", None, "list", "1998/2001"),
    # ---- months, years, seasons
    ("в июне 2008 года", "июне 2008 года", "month", "2008-06"),
    ("2008 жылдың маусымында", None, "month", "2008-06"),
    ("in the summer of 2024", "summer of 2024", "season", "2024-22"),
    ("hiver 2013-2014", None, "season", "2013-24"),
    ("летом 2026 года", None, "season", "2026-22"),
    ("Il est venu en 2009.", "2009", "year", "2009"),
    ("В 2008 году.", "2008 году", "year", "2008"),
    ("2012 : entrée en vigueur du traité", "2012", "year", "2012"),
    # ---- decades, centuries, parts
    ("in the 1990s", "1990s", "decade", "199X"),
    ("in the sixties", "sixties", "decade", "196X"),
    ("les années 60", "années 60", "decade", "196X"),
    ("60-е годы", None, "decade", "196X"),
    ("90-шы жылдары", None, "decade", "199X"),
    ("90-жылдары", None, "decade", "199X"),
    ("90-жылдардың басында", None, "part", "1990/1992"),
    ("in the '90s", "90s", "decade", "199X"),
    ("the 90's", "90's", "decade", "199X"),
    ("in the nineties", "nineties", "decade", "199X"),
    ("les années quatre-vingt-dix", "années quatre-vingt-dix", "decade", "199X"),
    ("«1990-е»", "1990-е", "decade", "199X"),
    ("1960–1970-е годы", None, "span", "196X/197X"),
    ("60-70-жылдары", None, "span", "196X/197X"),
    ("les années 60-70", "années 60-70", "span", "196X/197X"),
    ("в 60–70 годы", "60–70 годы", "span", "196X/197X"),
    ("in the twentieth century", "twentieth century", "century", "19XX"),
    ("au dix-neuvième siècle", "dix-neuvième siècle", "century", "18XX"),
    ("в двадцать первом веке", "двадцать первом веке", "century", "20XX"),
    ("он тоғызыншы ғасырда", None, "century", "18XX"),
    ("au XIXe siècle", "XIXe siècle", "century", "18XX"),
    ("в XIX веке", "XIX веке", "century", "18XX"),
    ("XIX ғасырда", None, "century", "18XX"),
    ("début 2019", "2019", "part", "2019-01/2019-04"),
    ("in late 2006", "2006", "part", "2006-09/2006-12"),
    ("в начале 2006 года", "2006 года", "part", "2006-01/2006-04"),
    ("2006 жылдың басында", None, "part", "2006-01/2006-04"),
    ("the first half of 2019", "2019", "half", "2019-01/2019-06"),
    ("2019 жылдың бірінші жартысында", None, "half", "2019-01/2019-06"),
    ("in Q3 2019", "2019", "quarter", "2019-07/2019-09"),
    ("au T3 2019", "2019", "quarter", "2019-07/2019-09"),
    ("2025 жылдың соңына дейін", None, "part", "2025-09/2025-12"),
    ("au troisième trimestre 2019", "2019", "quarter", "2019-07/2019-09"),
]


@pytest.mark.parametrize(("text", "words", "kind", "value"), VALUES)
def test_date_is_read(text: str, words: str | None, kind: str, value: str) -> None:
    (mention,) = mentions.find(text)
    found = text[mention.start : mention.end], mention.kind, str(mention.value)
    assert found == (words or text, kind, value)


RELATIVE = [
    ("Il est venu en mai dernier.", "2026-05"),
    ("He came last May.", "2026-05"),
    ("en novembre dernier", "2025-11"),
    ("l'an prochain", "2027"),
    ("hier", "2026-11-29"),
    ("après-demain", "2026-12-02"),
    ("this year", "2026"),
    ("прошлым летом", "2026-22"),
    ("в прошлом году", "2025"),
    ("в ноябре прошлого года", "2025-11"),
    ("le 28 mai de l'an dernier", "2025-05-28"),
    ("Өткен жылдың қараша айында", "2025-11"),
    ("next friday", "2026-12-04"),
    ("last week", "2026-11-23/2026-11-29"),
    ("биыл", "2026"),
    ("былтыр наурызда", "2025-03"),
    ("осы жылғы 5 маусымда", "2026-06-05"),
    ("ce 5 juin", "2026-06-05"),
]


@pytest.mark.parametrize(("text", "value"), RELATIVE)
def test_relative_date_counts_from_today(text: str, value: str) -> None:
    (mention,) = mentions.find(text, today=TODAY)
    assert str(mention.value) == value


@pytest.mark.parametrize(("text", "value"), RELATIVE)
def test_relative_date_without_today_is_kept_open(text: str, value: str) -> None:
    (mention,) = mentions.find(text)
    assert mention.value is None
    assert str(mentions.resolve(mention, TODAY).value) == value


@pytest.mark.parametrize(
    ("text", "value"),
    [
        (
            "Adoptée le 7 décembre 2015, la loi fut publiée le 18 février suivant.",
            "2016-02-18",
        ),
        (
            "Signé le 6 mars 2014, il fut ratifié le 24 juillet de la même année.",
            "2014-07-24",
        ),
        ("He arrived on 5 June 2018 and left the next day.", "2018-06-06"),
    ],
)
def test_date_may_count_from_the_one_told_before(text: str, value: str) -> None:
    assert str(mentions.find(text, today=TODAY)[-1].value) == value


@pytest.mark.parametrize(
    ("text", "relation", "first", "last"),
    [
        ("avant 2008", "before", None, "2007-12-31"),
        ("after 2008", "after", "2009-01-01", None),
        ("с 2008 года", "since", "2008-01-01", None),
        ("2001 жылдан бері", "since", "2001-01-01", None),
        ("2008 жылға дейін", "before", None, "2007-12-31"),
        ("jusqu’en 2029", "until", None, "2029-12-31"),
        ("between June and August 2013", "between", "2013-06-01", "2013-08-31"),
        ("около 1992 года", "around", "1992-01-01", "1992-12-31"),
    ],
)
def test_relation_sets_the_interval(
    text: str, relation: str, first: str | None, last: str | None
) -> None:
    (mention,) = mentions.find(text)
    days = [day and day.isoformat() for day in mentions.interval(mention)]
    assert (mention.relation, days) == (relation, [first, last])


@pytest.mark.parametrize(
    "text",
    [
        "2008 companies have signed.",
        "in 2008 companies",
        "avec 1500 participants",
        "une foule de 1500 participants",
        "L’Expo 2017 ouvre.",
        "Rio-2016",
        "décret n° 2015-1234",
        "n° 2010-12",
        "the area is 2,008 km²",
        "tél. 01 02 03 04",
        "Article 5 may be amended.",
        "They march on.",
        "окружающая среда",
        "2008 €",
        "https://kzfr.example/2008/06/11/",
        "",
    ],
)
def test_figure_or_word_that_is_no_date_is_left_alone(text: str) -> None:
    assert mentions.find(text) == []


def test_year_of_a_query_needs_no_sign() -> None:
    assert [
        str(each.value) for each in mentions.find("visite Hollande 2014", terse=True)
    ] == ["2014"]
    assert mentions.find("visite Hollande 2014") == []


@pytest.mark.parametrize(
    "text",
    [
        "20 февраля 1999 года, в пятницу.",
        "жұма күні, 1999 жылғы 20 ақпанда",
        "vendredi dernier, le 20 février 1999",
        "last Friday, 20 February 1999",
        "в минувшую пятницу, 20 февраля 1999 года",
    ],
)
def test_weekday_of_a_date_is_read_wherever_a_language_puts_it(text: str) -> None:
    (mention,) = mentions.find(text)
    assert (str(mention.value), mention.weekday) == ("1999-02-20", 4)


def test_weekday_of_what_follows_is_no_part_of_a_date() -> None:
    mention, _ = mentions.find("20 февраля 1999 года, в пятницу прилетит гость")
    assert (str(mention.value), mention.weekday) == ("1999-02-20", None)


def test_word_with_a_kazakh_letter_is_no_month_of_another_language() -> None:
    assert mentions.find("бесінші мәрте кездесті") == []


def test_day_without_a_year() -> None:
    (mention,) = mentions.find("le mardi 5 juin")
    assert (mention.value, mention.yearless, mention.weekday) == (None, (6, 5), 1)


@pytest.mark.parametrize(
    ("text", "last"),
    [("31 февраля 2018 года", 28), ("le 31 juin", 30), ("February 30, 2008", 29)],
)
def test_day_that_does_not_exist_names_the_last_one(text: str, last: int) -> None:
    (mention,) = mentions.find(text)
    assert (mention.value, mention.impossible) == (None, last)


def test_day_first_or_month_first_is_told() -> None:
    (mention,) = mentions.find("on 05/06/2018")
    assert mention.is_ambiguous
    assert [str(value) for value in mention.values] == ["2018-06-05", "2018-05-06"]


def test_winter_of_one_year_may_be_either() -> None:
    (mention,) = mentions.find("winter 2015")
    assert [str(value) for value in mention.values] == ["2015-24", "2014-24"]


def test_indefinite_day() -> None:
    (mention,) = mentions.find("Elle fut proclamée un 25 octobre.")
    assert mention.is_indefinite


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("5 juin", "fr"),
        ("5 June", "en"),
        ("5 июня", "ru"),
        ("5 маусым", "kk"),
        ("2008-06-05", ""),
    ],
)
def test_language_is_that_of_the_words(text: str, language: str) -> None:
    assert mentions.find(text)[0].language == language
