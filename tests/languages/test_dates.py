"""Dates in words: every precision in four languages, and the tables against those of CLDR."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from babel import Locale
from babel.dates import format_date
from hypothesis import given
from hypothesis import strategies as st

from kzfr_cli.core import edtf
from kzfr_cli.languages import dates

LANGUAGES = ("fr", "en", "ru", "kk")

WORDS = [
    # EDTF, French, English, Russian, Kazakh
    ("2018-06-01", "1er juin 2018", "1 June 2018", "1 июня 2018 г.", "2018 ж. 1 маусым"),
    ("2008-06-11", "11 juin 2008", "11 June 2008", "11 июня 2008 г.", "2008 ж. 11 маусым"),
    ("2018-06", "juin 2018", "June 2018", "июнь 2018 г.", "2018 ж. маусым"),
    ("2018", "2018", "2018", "2018 г.", "2018 ж."),
    ("199X", "années 1990", "1990s", "1990-е годы", "1990-жылдар"),
    ("19XX", "XXe siècle", "20th century", "XX век", "XX ғасыр"),
    ("2013-21", "printemps 2013", "spring 2013", "весна 2013 г.", "2013 ж. көктем"),
    (
        "2013-24",
        "hiver 2013-2014",
        "winter 2013–2014",
        "зима 2013–2014 гг.",
        "2013–2014 жж. қыс",
    ),
    # marks
    (
        "1993-09~",
        "vers septembre 1993",
        "about September 1993",
        "около сентября 1993 г.",
        "шамамен 1993 ж. қыркүйек",
    ),
    (
        "2018-06-05~",
        "vers le 5 juin 2018",
        "about 5 June 2018",
        "около 5 июня 2018 г.",
        "шамамен 2018 ж. 5 маусым",
    ),
    (
        "2013-23~",
        "vers l’automne 2013",
        "about autumn 2013",
        "около осени 2013 г.",
        "шамамен 2013 ж. күз",
    ),
    (
        "199X~",
        "vers les années 1990",
        "about the 1990s",
        "около 1990-х годов",
        "шамамен 1990-жылдар",
    ),
    (
        "1992?",
        "1992 (incertain)",
        "1992 (uncertain)",
        "1992 г. (дата не установлена точно)",
        "1992 ж. (нақты емес)",
    ),
    (
        "2009%",
        "vers 2009 (incertain)",
        "about 2009 (uncertain)",
        "около 2009 г. (дата не установлена точно)",
        "шамамен 2009 ж. (нақты емес)",
    ),
    # intervals
    (
        "2008-02-07/2008-02-08",
        "du 7 au 8 février 2008",
        "7–8 February 2008",
        "7–8 февраля 2008 г.",
        "2008 ж. 7–8 ақпан",
    ),
    (
        "2008-02-28/2008-03-01",
        "du 28 février au 1er mars 2008",
        "28 February – 1 March 2008",
        "28 февраля – 1 марта 2008 г.",
        "2008 ж. 28 ақпан – 1 наурыз",
    ),
    (
        "2008-12-28/2009-01-01",
        "du 28 décembre 2008 au 1er janvier 2009",
        "28 December 2008 – 1 January 2009",
        "28 декабря 2008 г. – 1 января 2009 г.",
        "2008 ж. 28 желтоқсан – 2009 ж. 1 қаңтар",
    ),
    (
        "2013-09/2013-12",
        "de septembre à décembre 2013",
        "September–December 2013",
        "сентябрь–декабрь 2013 г.",
        "2013 ж. қыркүйек–желтоқсан",
    ),
    (
        "2013-04/2013-05",
        "d’avril à mai 2013",
        "April–May 2013",
        "апрель–май 2013 г.",
        "2013 ж. сәуір–мамыр",
    ),
    (
        "2013-09/2014-08",
        "de septembre 2013 à août 2014",
        "September 2013 – August 2014",
        "сентябрь 2013 г. – август 2014 г.",
        "2013 ж. қыркүйек – 2014 ж. тамыз",
    ),
    ("2013/2014", "de 2013 à 2014", "2013–2014", "2013–2014 гг.", "2013–2014 жж."),
    ("2013/2013", "2013", "2013", "2013 г.", "2013 ж."),
    (
        "2013-06-05/2014",
        "du 5 juin 2013 à 2014",
        "5 June 2013 – 2014",
        "5 июня 2013 г. – 2014 г.",
        "2013 ж. 5 маусым – 2014 ж.",
    ),
    (
        "2013-21/2013-23",
        "du printemps à l’automne 2013",
        "spring–autumn 2013",
        "весна–осень 2013 г.",
        "2013 ж. көктем–күз",
    ),
    (
        "199X/200X",
        "des années 1990 aux années 2000",
        "1990s–2000s",
        "1990-е годы – 2000-е годы",
        "1990-жылдар – 2000-жылдар",
    ),
    (
        "1992?/1993?",
        "de 1992 à 1993 (incertain)",
        "1992–1993 (uncertain)",
        "1992–1993 гг. (дата не установлена точно)",
        "1992–1993 жж. (нақты емес)",
    ),
    (
        "1992~/1993~",
        "de 1992 à 1993 environ",
        "about 1992–1993",
        "примерно 1992–1993 гг.",
        "шамамен 1992–1993 жж.",
    ),
    (
        "1992~/1993",
        "vers 1992 – 1993",
        "about 1992 – 1993",
        "около 1992 г. – 1993 г.",
        "шамамен 1992 ж. – 1993 ж.",
    ),
    # open and unknown ends
    (
        "../1992",
        "jusqu’en 1992",
        "until 1992",
        "по 1992 г.",
        "1992 жылды қоса алғанға дейін",
    ),
    (
        "../1992-06-05",
        "jusqu’au 5 juin 1992",
        "until 5 June 1992",
        "по 5 июня 1992 г.",
        "1992 ж. 5 маусымды қоса алғанға дейін",
    ),
    (
        "../2013-23",
        "jusqu’à l’automne 2013",
        "until autumn 2013",
        "по осень 2013 г.",
        "2013 ж. күзді қоса алғанға дейін",
    ),
    ("1992/..", "depuis 1992", "since 1992", "с 1992 г.", "1992 жылдан бастап"),
    (
        "1992-06-05/..",
        "depuis le 5 juin 1992",
        "since 5 June 1992",
        "с 5 июня 1992 г.",
        "1992 ж. 5 маусымнан бастап",
    ),
    (
        "1992~/..",
        "depuis 1992 environ",
        "since about 1992",
        "примерно с 1992 г.",
        "шамамен 1992 жылдан бастап",
    ),
    (
        "199X/..",
        "depuis les années 1990",
        "since the 1990s",
        "с 1990-х годов",
        "1990-жылдардан бастап",
    ),
    (
        "1992-04/",
        "à partir d’avril 1992 (fin inconnue)",
        "from April 1992 (end unknown)",
        "с апреля 1992 г. (окончание неизвестно)",
        "1992 ж. сәуірден бастап (соңы белгісіз)",
    ),
    (
        "/1992",
        "jusqu’en 1992 (début inconnu)",
        "until 1992 (start unknown)",
        "по 1992 г. (начало неизвестно)",
        "1992 жылды қоса алғанға дейін (басы белгісіз)",
    ),
    # one of several
    (
        "[2025-09-22..2025-09-24]",
        "entre le 22 et le 24 septembre 2025",
        "between 22 and 24 September 2025",
        "не ранее 22 и не позднее 24 сентября 2025 г.",
        "2025 ж. 22–24 қыркүйек аралығында",
    ),
    (
        "[2013-09..2014-02]",
        "entre septembre 2013 et février 2014",
        "between September 2013 and February 2014",
        "не ранее сентября 2013 г. и не позднее февраля 2014 г.",
        "2013 ж. қыркүйек – 2014 ж. ақпан аралығында",
    ),
    (
        "[1992,1993,1995]",
        "1992, 1993 ou 1995",
        "1992, 1993 or 1995",
        "1992 г., 1993 г. или 1995 г.",
        "1992 ж., 1993 ж. немесе 1995 ж.",
    ),
    ("[1992]", "1992", "1992", "1992 г.", "1992 ж."),
    (
        "[..1992]",
        "1992 ou avant",
        "1992 or earlier",
        "1992 г. или ранее",
        "1992 ж. немесе одан бұрын",
    ),
    (
        "[1992..]",
        "1992 ou après",
        "1992 or later",
        "1992 г. или позднее",
        "1992 ж. немесе одан кейін",
    ),
]


@pytest.mark.parametrize(
    ("text", "french", "english", "russian", "kazakh"), WORDS, ids=[row[0] for row in WORDS]
)
def test_a_date_is_said_in_each_language(
    text: str, french: str, english: str, russian: str, kazakh: str
) -> None:
    value = edtf.parse(text)
    assert [dates.date_in_words(value, lang) for lang in LANGUAGES] == [
        french,
        english,
        russian,
        kazakh,
    ]


@pytest.mark.parametrize(
    ("lang", "words"),
    [
        ("fr", "vendredi 1er juin 2018"),
        ("en", "Friday 1 June 2018"),
        ("ru", "пятница, 1 июня 2018 г."),
        ("kk", "2018 ж. 1 маусым, жұма"),
    ],
)
def test_a_day_is_said_with_its_weekday_when_asked(lang: str, words: str) -> None:
    assert dates.date_in_words(edtf.parse("2018-06-01"), lang, weekday=True) == words
    assert dates.day_in_words(date(2018, 6, 1), lang, weekday=True) == words


@pytest.mark.parametrize("text", ["2018-06", "2018-06-01~", "2018-06-01/2018-06-02"])
def test_what_is_not_sure_to_the_day_has_no_weekday(text: str) -> None:
    value = edtf.parse(text)
    assert dates.date_in_words(value, "en", weekday=True) == dates.date_in_words(value, "en")


@pytest.mark.parametrize(
    ("text", "french", "english", "russian", "kazakh"),
    [
        (
            "2018-06-01",
            "le 1er juin 2018",
            "on 1 June 2018",
            "1 июня 2018 г.",
            "2018 ж. 1 маусымда",
        ),
        ("2018-06", "en juin 2018", "in June 2018", "в июне 2018 г.", "2018 ж. маусымда"),
        ("2018", "en 2018", "in 2018", "в 2018 г.", "2018 жылы"),
        (
            "2013-21",
            "au printemps 2013",
            "in spring 2013",
            "весной 2013 г.",
            "2013 ж. көктемде",
        ),
        (
            "2013-24",
            "en hiver 2013-2014",
            "in winter 2013–2014",
            "зимой 2013–2014 гг.",
            "2013–2014 жж. қыста",
        ),
        ("199X", "dans les années 1990", "in the 1990s", "в 1990-х годах", "1990-жылдары"),
        ("19XX", "au XXe siècle", "in the 20th century", "в XX веке", "XX ғасырда"),
        (
            "1992?",
            "en 1992 (incertain)",
            "in 1992 (uncertain)",
            "в 1992 г. (дата не установлена точно)",
            "1992 жылы (нақты емес)",
        ),
        ("1992~", "vers 1992", "about 1992", "около 1992 г.", "шамамен 1992 жылы"),
        (
            "2008-02-07/2008-02-08",
            "du 7 au 8 février 2008",
            "7–8 February 2008",
            "7–8 февраля 2008 г.",
            "2008 ж. 7–8 ақпанда",
        ),
        (
            "2013-09/2013-12",
            "de septembre à décembre 2013",
            "September–December 2013",
            "с сентября по декабрь 2013 г.",
            "2013 ж. қыркүйек–желтоқсанда",
        ),
        ("2013/2014", "de 2013 à 2014", "2013–2014", "в 2013–2014 гг.", "2013–2014 жылдары"),
        ("1992/..", "depuis 1992", "since 1992", "с 1992 г.", "1992 жылдан бастап"),
    ],
)
def test_a_date_after_a_verb_has_its_preposition(
    text: str, french: str, english: str, russian: str, kazakh: str
) -> None:
    value = edtf.parse(text)
    assert [dates.when_in_words(value, lang) for lang in LANGUAGES] == [
        french,
        english,
        russian,
        kazakh,
    ]


SAYABLE = st.one_of(
    st.dates().map(date.isoformat),
    st.dates().map(lambda day: day.isoformat()[:7]),
    st.sampled_from(
        [
            "199X",
            "19XX",
            "000X",
            "2013-21",
            "2013-22",
            "2013-23",
            "2013-24",
            "9999-24",
            "9999",
        ]
    ),
)
MARKED = st.builds("{}{}".format, SAYABLE, st.sampled_from(["", "?", "~", "%"]))


@given(
    st.builds("{}{}".format, st.sampled_from(["", "../", "/", "0001/"]), MARKED),
    st.sampled_from(LANGUAGES),
)
def test_any_date_can_be_said(text: str, lang: str) -> None:
    assert dates.date_in_words(edtf.parse(text), lang)
    assert dates.when_in_words(edtf.parse(text), lang)


@given(MARKED, MARKED, st.sampled_from(LANGUAGES))
def test_any_interval_can_be_said(first: str, last: str, lang: str) -> None:
    ends = sorted([first, last], key=lambda text: edtf.parse(text).sort_key())
    for text in ("/".join(ends), "..".join(end.rstrip("?~%") for end in ends).join("[]")):
        said = dates.date_in_words(edtf.parse(text), lang)
        assert said
        assert "  " not in said


def test_a_language_that_we_do_not_have_is_said_in_english() -> None:
    assert dates.day_in_words(date(2018, 6, 5), "de") == "5 June 2018"


# ---- parts of a list


@pytest.mark.parametrize(
    ("text", "french", "english", "russian", "kazakh"),
    [
        ("2008-06-11", "11 juin", "11 June", "11 июня", "11 маусым"),
        ("2008-06", "juin", "June", "июнь", "маусым"),
        (
            "2008-02-07/2008-02-08",
            "du 7 au 8 février",
            "7–8 February",
            "7–8 февраля",
            "7–8 ақпан",
        ),
        ("2008-06~", "vers juin", "about June", "около июня", "шамамен маусым"),
        ("2008-21", "printemps", "spring", "весна", "көктем"),
    ],
)
def test_the_year_of_the_heading_is_not_said_again(
    text: str, french: str, english: str, russian: str, kazakh: str
) -> None:
    value = edtf.parse(text)
    found = [
        dates.without_year(dates.date_in_words(value, lang), 2008, lang)
        for lang in LANGUAGES
    ]
    assert found == [french, english, russian, kazakh]


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize(
    "text",
    ["2008", "2008~", "2008/2009", "2008-12-28/2009-01-01", "2008-24", "200X", "2007-06"],
)
def test_a_date_that_would_say_too_little_without_its_year_keeps_it(
    text: str, lang: str
) -> None:
    words = dates.date_in_words(edtf.parse(text), lang)
    assert dates.without_year(words, 2008, lang) == words


def test_a_day_in_the_list_of_its_month_has_its_short_weekday() -> None:
    assert [dates.day_of_month("2018-06-01", lang) for lang in LANGUAGES] == [
        "ven. 1er",
        "Fri 1",
        "пт 1",
        "жм 1",
    ]


def test_edtf_text_is_said_as_the_date_it_is() -> None:
    assert dates.iso_in_words("2018-06", "fr") == "juin 2018"


# ---- spans of time


@pytest.mark.parametrize(
    ("days", "french", "english", "russian", "kazakh"),
    [
        (0, "le même jour", "the same day", "в тот же день", "сол күні"),
        (1, "1 jour plus tard", "1 day later", "на 1 день позже", "1 күннен кейін"),
        (6, "6 jours plus tard", "6 days later", "на 6 дней позже", "6 күннен кейін"),
        (22, "22 jours plus tard", "22 days later", "на 22 дня позже", "22 күннен кейін"),
        (-3, "3 jours plus tôt", "3 days earlier", "на 3 дня раньше", "3 күн бұрын"),
    ],
)
def test_a_distance_says_its_direction(
    days: int, french: str, english: str, russian: str, kazakh: str
) -> None:
    assert [dates.distance_in_words(days, lang) for lang in LANGUAGES] == [
        french,
        english,
        russian,
        kazakh,
    ]


@pytest.mark.parametrize(
    ("years", "french", "english", "russian", "kazakh"),
    [
        (1, "1 an", "1 year", "1 год", "1 жыл"),
        (2, "2 ans", "2 years", "2 года", "2 жыл"),
        (5, "5 ans", "5 years", "5 лет", "5 жыл"),
        (11, "11 ans", "11 years", "11 лет", "11 жыл"),
        (12, "12 ans", "12 years", "12 лет", "12 жыл"),
        (21, "21 ans", "21 years", "21 год", "21 жыл"),
        (24, "24 ans", "24 years", "24 года", "24 жыл"),
        (111, "111 ans", "111 years", "111 лет", "111 жыл"),
        (0, "0 an", "0 years", "0 лет", "0 жыл"),
    ],
)
def test_years_take_the_plural_of_their_number(
    years: int, french: str, english: str, russian: str, kazakh: str
) -> None:
    assert [dates.years_in_words(years, lang) for lang in LANGUAGES] == [
        french,
        english,
        russian,
        kazakh,
    ]


@given(st.integers(0, 10_000), st.sampled_from(["fr", "ru"]))
def test_the_plural_forms_are_those_of_cldr(count: int, lang: str) -> None:
    form = Locale.parse(lang).plural_form(count)
    forms = {
        "fr": {"one": "an", "other": "ans", "many": "ans"},
        "ru": {"one": "год", "few": "года", "many": "лет"},
    }
    assert dates.years_in_words(count, lang) == f"{count} {forms[lang][form]}"


def test_a_gap_says_that_years_pass() -> None:
    found = [dates.gap_in_words(4, lang) for lang in LANGUAGES]
    assert found == ["4 ans plus tard", "4 years later", "4 года спустя", "4 жылдан кейін"]


def test_a_gap_of_a_timeline_that_runs_backwards_is_earlier() -> None:
    found = [dates.gap_in_words(-35, lang) for lang in LANGUAGES]
    assert found == [
        "35 ans plus tôt",
        "35 years earlier",
        "на 35 лет раньше",
        "35 жыл бұрын",
    ]


# ---- the tables against CLDR


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_months_are_those_of_cldr(lang: str) -> None:
    names = Locale.parse(lang).months["stand-alone"]["wide"]
    assert [dates.month_name(number, lang) for number in range(1, 13)] == [
        names[number] if lang == "en" else names[number].lower() for number in range(1, 13)
    ]


def test_the_russian_genitive_months_are_those_of_cldr() -> None:
    names = Locale.parse("ru").months["format"]["wide"]
    found = [
        dates.day_in_words(date(2018, month, 5), "ru").split()[1] for month in range(1, 13)
    ]
    assert found == [names[month] for month in range(1, 13)]


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_weekdays_are_those_of_cldr(lang: str) -> None:
    names = Locale.parse(lang).days["stand-alone"]["wide"]
    week = [date(2018, 6, 4) + timedelta(days) for days in range(7)]
    assert [dates.weekday_name(day, lang) for day in week] == [
        names[number] if lang == "en" else names[number].lower() for number in range(7)
    ]


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_short_weekdays_are_those_of_cldr(lang: str) -> None:
    names = Locale.parse(lang).days["format"]["abbreviated"]
    found = [
        dates.day_of_month(f"2018-06-{day:02}", lang).split()[0] for day in range(4, 11)
    ]
    assert found == [
        names[number] if lang == "en" else names[number].lower() for number in range(7)
    ]


@pytest.mark.parametrize(
    ("lang", "locale"), [("fr", "fr"), ("en", "en_GB"), ("ru", "ru"), ("kk", "kk")]
)
@given(day=st.dates(min_value=date(1000, 1, 1)))
def test_a_day_is_said_as_cldr_says_it(lang: str, locale: str, day: date) -> None:
    """Two exceptions: «1er» in French, and no comma after the English weekday."""
    theirs = format_date(day, "long", locale).replace("\u00a0", " ").replace("\u202f", " ")
    if lang == "fr" and day.day == 1:
        theirs = theirs.replace("1 ", "1er ", 1)
    assert dates.day_in_words(day, lang) == theirs


@pytest.mark.parametrize(
    ("lang", "locale"), [("fr", "fr"), ("en", "en_GB"), ("ru", "ru"), ("kk", "kk")]
)
def test_a_weekday_stands_where_cldr_puts_it(lang: str, locale: str) -> None:
    theirs = (
        format_date(date(2018, 6, 5), "full", locale)
        .replace("\u00a0", " ")
        .replace("\u202f", " ")
    )
    ours = theirs.replace(",", "") if lang == "en" else theirs
    assert dates.day_in_words(date(2018, 6, 5), lang, weekday=True) == ours
