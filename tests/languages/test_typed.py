"""Dates as people type them, never with a day and a month exchanged in silence."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from dateutil.relativedelta import relativedelta
from hypothesis import example, given
from hypothesis import strategies as st

from kzfr_cli.core import edtf
from kzfr_cli.errors import (
    AmbiguousDateError,
    BackwardDateError,
    DistantYearError,
    ImpossibleDateError,
    NeedsYearError,
    ShortYearError,
    UnreadableDateError,
    UsageError,
    WrongWeekdayError,
)
from kzfr_cli.languages import dates, language
from kzfr_cli.languages import typed as typed_dates

TODAY = date(2018, 6, 5)
REFUSALS = (
    AmbiguousDateError,
    DistantYearError,
    DistantYearError,
    ImpossibleDateError,
    NeedsYearError,
    UnreadableDateError,
    WrongWeekdayError,
)
LANGUAGES = st.sampled_from(["fr", "en", "ru", "kk"])


@pytest.mark.parametrize(
    ("typed", "text"),
    [
        # figures
        ("2018-06-05", "2018-06-05"),
        ("2018-6-5", "2018-06-05"),
        ("2018/06/05", "2018-06-05"),
        ("2018.6.5", "2018-06-05"),
        ("2018-06", "2018-06"),
        ("2018-6", "2018-06"),
        ("06/2018", "2018-06"),
        ("2018", "2018"),
        ("0987", "0987"),
        ("25/06/2018", "2018-06-25"),
        ("06/25/2018", "2018-06-25"),
        ("25.6.2018", "2018-06-25"),
        ("05/05/2018", "2018-05-05"),
        ("29/02/2020", "2020-02-29"),
        # French
        ("5 juin 2018", "2018-06-05"),
        ("1er mars 2013", "2013-03-01"),
        ("le 1er mars 2013", "2013-03-01"),
        ("mardi 5 juin 2018", "2018-06-05"),
        ("5 AOUT 2018", "2018-08-05"),
        ("5 août 2018", "2018-08-05"),
        ("5 aou\u0302t 2018", "2018-08-05"),
        ("fevrier 2018", "2018-02"),
        ("FÉVRIER 2018", "2018-02"),
        ("juin 2018", "2018-06"),
        ("juil. 2018", "2018-07"),
        ("5\u00a0juin\u202f2018", "2018-06-05"),
        # English
        ("5 June 2018", "2018-06-05"),
        ("June 5, 2018", "2018-06-05"),
        ("june 5th, 2018", "2018-06-05"),
        ("the 5th of June, 2018", "2018-06-05"),
        ("Tuesday, 5 June 2018", "2018-06-05"),
        ("Jun 2018", "2018-06"),
        ("  June   2018 ", "2018-06"),
        ("2018 June 5", "2018-06-05"),
        # Russian
        ("5 июня 2018", "2018-06-05"),
        ("5 июня 2018 г.", "2018-06-05"),
        ("5-го июня 2018 года", "2018-06-05"),
        ("июнь 2018", "2018-06"),
        ("2018 г.", "2018"),
        ("5 мая 2018", "2018-05-05"),
        ("май 2018", "2018-05"),
        # Kazakh, also without a Kazakh keyboard
        ("2018 ж. 5 маусым", "2018-06-05"),
        ("2018 жылғы 5 маусым", "2018-06-05"),
        ("5 қазан 2018", "2018-10-05"),
        ("5 казан 2018", "2018-10-05"),
        ("2018 ж. шілде", "2018-07"),
        # spans, seasons, and dates that are not exact
        ("13-15 septembre 2026", "2026-09-13/2026-09-15"),
        ("13–15 September 2026", "2026-09-13/2026-09-15"),
        ("du 13 au 15 septembre 2026", "2026-09-13/2026-09-15"),
        ("9 June - 23 June 2014", "2014-06-09/2014-06-23"),
        ("с 13 по 15 сентября 2026 года", "2026-09-13/2026-09-15"),
        ("2026 жылғы 13-15 қыркүйек", "2026-09-13/2026-09-15"),
        ("2018/2019", "2018/2019"),
        ("printemps 2013", "2013-21"),
        ("spring 2013", "2013-21"),
        ("весна 2013 г.", "2013-21"),
        ("2013 жылғы көктем", "2013-21"),
        ("vers 1992", "1992~"),
        ("about June 1993", "1993-06~"),
        ("около 1992 г.", "1992~"),
        ("early 2006", "2006-01~/2006-04~"),
        ("début 2006", "2006-01~/2006-04~"),
        ("first half of 2019", "2019-01/2019-06"),
        ("since 1992", "1992/.."),
        ("jusqu’en 2029", "../2029"),
        ("before 2008", "../2007-12-31"),
        ("1990s", "199X"),
        ("XXe siècle", "19XX"),
        ("sam. 9 juin 2018", "2018-06-09"),
        ("lun. 4.06.2018", "2018-06-04"),
        ("Tuesday 05/06/2018", "2018-06-05"),
        # counted from today
        ("next friday", "2018-06-08"),
        ("vendredi prochain", "2018-06-08"),
        ("last month", "2018-05"),
        ("après-demain", "2018-06-07"),
        ("позавчера", "2018-06-03"),
        ("l’an dernier", "2017"),
        ("today", "2018-06-05"),
        ("Aujourd'hui", "2018-06-05"),
        ("aujourd’hui", "2018-06-05"),
        ("сегодня", "2018-06-05"),
        ("бүгін", "2018-06-05"),
        ("yesterday", "2018-06-04"),
        ("hier", "2018-06-04"),
        ("вчера", "2018-06-04"),
        ("кеше", "2018-06-04"),
        ("tomorrow", "2018-06-06"),
        ("DEMAIN", "2018-06-06"),
        ("завтра", "2018-06-06"),
        ("ертең", "2018-06-06"),
        ("+30d", "2018-07-05"),
        ("+30j", "2018-07-05"),
        ("-2w", "2018-05-22"),
        ("−2w", "2018-05-22"),
        ("+3m", "2018-09-05"),
        ("+1y", "2019-06-05"),
        ("+1a", "2019-06-05"),
    ],
)
def test_a_date_is_read(typed: str, text: str) -> None:
    assert typed_dates.parse(typed, TODAY).text == text


@pytest.mark.parametrize(
    ("typed", "text"),
    [
        ("2013-21", "2013-21"),
        ("2013-24?", "2013-24?"),
        ("1992?", "1992?"),
        ("1992 ?", "1992?"),
        ("1993-09~", "1993-09~"),
        ("2008-06-11%", "2008-06-11%"),
        ("199X", "199X"),
        ("199x", "199X"),
        ("19XX~", "19XX~"),
        ("1999-XX", "1999"),
        ("1999-12-XX", "1999-12"),
        ("1999-XX-XX", "1999"),
        ("1992/..", "1992/.."),
        ("1992/", "1992/"),
        ("../1992-05-06", "../1992-05-06"),
        ("/1992-05", "/1992-05"),
        ("2013-09 / 2013-12", "2013-09/2013-12"),
        ("2004-06~/2004-08?", "2004-06~/2004-08?"),
        ("2004-02-01/2005", "2004-02-01/2005"),
        ("2013-21/2013-23", "2013-21/2013-23"),
        ("[2025-09-22..2025-09-24]", "[2025-09-22..2025-09-24]"),
    ],
)
def test_what_the_standard_writes_is_read(typed: str, text: str) -> None:
    assert typed_dates.parse(typed, TODAY).text == text


@pytest.mark.parametrize(
    "typed", ["0000", "-0050", "−0050", "Y170000", "Y-17000", "-0431/-0404"]
)
def test_year_that_no_calendar_of_ours_holds_is_refused_as_such(typed: str) -> None:
    with pytest.raises(DistantYearError) as refusal:
        typed_dates.parse(typed, TODAY)
    assert refusal.value.facts == {"text": typed}


@pytest.mark.parametrize("typed", ["05/06/2018", "5/6/2018", "5.6.2018", "05-06-2018"])
def test_two_readings_are_refused_with_both(typed: str) -> None:
    with pytest.raises(AmbiguousDateError) as refusal:
        typed_dates.parse(typed, TODAY)
    assert refusal.value.facts == {"text": typed, "readings": ("2018-06-05", "2018-05-06")}


def test_the_day_comes_first_when_it_is_said_to() -> None:
    assert typed_dates.parse("05/06/2018", TODAY, day_first=True).text == "2018-06-05"


def test_a_date_that_cannot_have_its_day_first_is_not_exchanged_when_it_is_said_to() -> None:
    with pytest.raises(UnreadableDateError):
        typed_dates.parse("06/25/2018", TODAY, day_first=True)


@pytest.mark.parametrize(
    ("typed", "last_valid"),
    [
        ("2018-02-30", "2018-02-28"),
        ("2020-02-30", "2020-02-29"),
        ("2018-6-31", "2018-06-30"),
        ("30/02/2018", "2018-02-28"),
        ("02/30/2018", "2018-02-28"),
        ("31.04.2018", "2018-04-30"),
        ("32 juin 2018", "2018-06-30"),
        ("30 février 2018", "2018-02-28"),
        ("mardi 30 février 2018", "2018-02-28"),
        ("0 June 2018", "2018-06-30"),
        ("30 février", "2018-02-28"),
        ("30 ақпан", "2018-02-28"),
        ("31 июня", "2018-06-30"),
        ("2018-02-01/2018-02-30", "2018-02-28"),
    ],
)
def test_an_impossible_day_is_refused_with_the_last_of_its_month(
    typed: str, last_valid: str
) -> None:
    with pytest.raises(ImpossibleDateError) as refusal:
        typed_dates.parse(typed, TODAY)
    assert refusal.value.facts == {"text": typed, "last_valid": last_valid}


@pytest.mark.parametrize(
    ("typed", "whole"), [("5.6.18", "5.6.2018"), ("05/06/92", "05/06/1992")]
)
def test_year_of_two_figures_is_refused_with_all_four(typed: str, whole: str) -> None:
    with pytest.raises(ShortYearError) as refusal:
        typed_dates.parse(typed, TODAY, day_first=True)
    assert refusal.value.facts == {"text": typed, "whole": whole}


@pytest.mark.parametrize(
    "typed",
    ["2019/2008", "2019-2008", "de 2019 à 2008", "du 9 au 3 mai 2019", "с 9 по 3 мая 2019"],
)
def test_span_that_ends_before_it_begins_is_refused(typed: str) -> None:
    with pytest.raises(BackwardDateError):
        typed_dates.parse(typed, TODAY)


@pytest.mark.parametrize(
    ("typed", "text"),
    [("juin", "2018-06"), ("mars", "2019-03"), ("в мае", "2019-05"), ("қазан", "2018-10")],
)
def test_a_month_alone_is_the_next_where_a_day_to_come_is_asked(
    typed: str, text: str
) -> None:
    assert typed_dates.parse(typed, TODAY, coming=True).text == text
    with pytest.raises(UnreadableDateError):
        typed_dates.parse(typed, TODAY)


@pytest.mark.parametrize(
    ("typed", "text"),
    [
        ("5 juin", "2018-06-05"),
        ("4 June", "2019-06-04"),
        ("June 11", "2018-06-11"),
        ("5 июня", "2018-06-05"),
        ("5 маусым", "2018-06-05"),
        ("25 janvier", "2019-01-25"),
        ("29 février", "2020-02-29"),
        ("06-11", "2018-06-11"),
        ("--06-11", "2018-06-11"),
        ("25-12", "2018-12-25"),
        ("25/12", "2018-12-25"),
        ("11.6.", "2018-06-11"),
    ],
)
def test_a_day_without_a_year_is_the_next_one(typed: str, text: str) -> None:
    assert typed_dates.parse(typed, TODAY, coming=True).text == text
    with pytest.raises(NeedsYearError) as refusal:
        typed_dates.parse(typed, TODAY)
    assert refusal.value.facts == {"text": typed, "year": "2018"}


def test_two_readings_without_a_year_are_refused_with_both() -> None:
    with pytest.raises(AmbiguousDateError) as refusal:
        typed_dates.parse("5/6", TODAY, coming=True)
    assert refusal.value.facts == {"text": "5/6", "readings": ("06-05", "05-06")}
    assert typed_dates.parse("5/6", TODAY, day_first=True, coming=True).text == "2018-06-05"


@pytest.mark.parametrize(
    "typed", ["lundi 5 juin 2018", "Monday, June 5, 2018", "05.06.2018 lundi"]
)
def test_a_wrong_weekday_is_refused_with_the_day(typed: str) -> None:
    with pytest.raises(WrongWeekdayError) as refusal:
        typed_dates.parse(typed, TODAY)
    assert refusal.value.facts == {"text": typed, "falls_on": "2018-06-05"}


@pytest.mark.parametrize(
    "typed",
    [
        "",
        " ",
        "bonjour",
        "juin",
        "5 juin 18",
        "2018-13",
        "2018-13-05",
        "2018-06/05",
        "5/6-2018",
        "13/13/2018",
        "20180605",
        "12018",
        "juin juin 2018",
        "5 6 2018",
        "5 juin 2018 2019",
        "lundi 2018",
        "5 juin 2018!",
        "٥ يونيو ٢٠١٨",
        "2018-06-0५",
        "+30",
        "+30x",
        "30d",
        "+999999y",
        "-999999d",
        "+999999m",
        "+9999999d",
    ],
)
def test_what_is_no_date_is_refused(typed: str) -> None:
    with pytest.raises(UnreadableDateError) as refusal:
        typed_dates.parse(typed, TODAY)
    assert refusal.value.facts == {"text": typed}


def test_a_year_alone_is_not_given_the_month_and_the_day_of_today() -> None:
    assert typed_dates.parse("1992", TODAY).precision == "year"


def test_an_endless_text_is_refused_without_being_repeated() -> None:
    with pytest.raises(UnreadableDateError) as refusal:
        typed_dates.parse("2018" * 100_000, TODAY)
    assert len(str(refusal.value.facts["text"])) < 100


@given(
    st.one_of(st.text(), st.text("0123456789-/. +dwmyjuinаж", max_size=20)), st.booleans()
)
@example("2018-06-05\x00", False)
@example("\ud800", False)
@example("²018", False)
def test_any_text_is_read_or_refused(text: str, day_first: bool) -> None:
    try:
        value = typed_dates.parse(text, TODAY, day_first)
    except UsageError as error:
        assert isinstance(error, REFUSALS)
    else:
        assert value == edtf.parse(value.text)


@given(st.dates(min_value=date(1000, 1, 1)), LANGUAGES, st.booleans())
def test_a_day_that_we_say_is_read_back(day: date, lang: str, weekday: bool) -> None:
    words = dates.day_in_words(day, lang, weekday)
    assert typed_dates.parse(words, TODAY).day == day
    assert typed_dates.parse(words.upper(), TODAY).day == day


@given(st.integers(1000, 9999), st.integers(1, 12), LANGUAGES)
def test_a_month_that_we_say_is_read_back(year: int, month: int, lang: str) -> None:
    text = f"{year}-{month:02}"
    assert typed_dates.parse(dates.iso_in_words(text, lang), TODAY).text == text


@given(st.dates())
def test_a_day_in_figures_is_read_with_its_day_first_or_refused(day: date) -> None:
    typed = f"{day.day}/{day.month}/{day.year:04}"
    assert typed_dates.parse(typed, TODAY, day_first=True).day == day
    try:
        assert typed_dates.parse(typed, TODAY).day == day
    except AmbiguousDateError as error:
        readings = error.facts["readings"]
        assert isinstance(readings, tuple)
        assert day.isoformat() in readings
        assert len(set(readings)) == 2


@given(st.integers(-500, 500), st.sampled_from(["d", "w", "m", "y"]))
def test_counting_from_today_is_that_of_the_calendar(count: int, unit: str) -> None:
    units = {"d": relativedelta(days=count), "w": timedelta(weeks=count)}
    units |= {"m": relativedelta(months=count), "y": relativedelta(years=count)}
    assert typed_dates.parse(f"{count:+}{unit}", TODAY).day == TODAY + units[unit]


def test_a_year_from_29_february_is_28_february() -> None:
    assert typed_dates.parse("+1y", date(2020, 2, 29)).text == "2021-02-28"


def test_no_name_of_a_month_means_two_months() -> None:
    names = [
        (name.casefold(), number)
        for code in language.ALL
        for name_list in ("months", "month_abbreviations")
        for number, row in enumerate(language.of(code).words("dates", name_list), 1)
        for name in row
    ]
    assert len(dict(names)) == len(set(names))
