"""Our readers beside dateparser, where it is right: days with their year, and days or years ago."""

from __future__ import annotations

from datetime import date, datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kzfr_cli.languages import durations, mentions

dateparser = pytest.importorskip("dateparser")
TODAY = date(2018, 6, 5)
MONTHS = {
    "fr": "janvier février mars avril mai juin juillet août septembre octobre novembre décembre",
    "en": "January February March April May June July August September October November December",
    "ru": "января февраля марта апреля мая июня июля августа сентября октября ноября декабря",
    "kk": "қаңтар ақпан наурыз сәуір мамыр маусым шілде тамыз қыркүйек қазан қараша желтоқсан",
}
FORMS = ("{day} {month} {year}", "{day:02} {month} {year}", "{day} {MONTH} {year}")
ENGLISH = ("{month} {day}, {year}", "{month} {day} {year}")


def read_by_others(text: str, lang: str) -> date | None:
    found = dateparser.parse(
        text, languages=[lang], settings={"RELATIVE_BASE": datetime(2018, 6, 5, 12)}
    )
    return found.date() if found else None


@settings(max_examples=60, deadline=None)
@given(
    st.dates(date(1700, 1, 1), date(2150, 12, 31)),
    st.sampled_from(sorted(MONTHS)),
    st.data(),
)
def test_day_is_read_as_others_read_it(day: date, lang: str, data: st.DataObject) -> None:
    forms = FORMS + (ENGLISH if lang == "en" else ())
    form = data.draw(st.sampled_from(forms))
    month = MONTHS[lang].split()[day.month - 1]
    text = form.format(day=day.day, month=month, MONTH=month.upper(), year=day.year)
    (mention,) = mentions.find(text)
    assert mention.value is not None
    assert mention.value.day == read_by_others(text, lang) == day


@pytest.mark.parametrize(
    ("text", "lang"),
    [
        ("hier", "fr"),
        ("avant-hier", "fr"),
        ("demain", "fr"),
        ("yesterday", "en"),
        ("tomorrow", "en"),
        ("вчера", "ru"),
        ("позавчера", "ru"),
        ("послезавтра", "ru"),
    ],
)
def test_day_near_today_is_read_as_others_read_it(text: str, lang: str) -> None:
    (mention,) = mentions.find(text, today=TODAY)
    assert mention.value is not None
    assert mention.value.day == read_by_others(text, lang)


@pytest.mark.parametrize(
    ("text", "lang"),
    [
        ("il y a 3 ans", "fr"),
        ("il y a 10 ans", "fr"),
        ("15 years ago", "en"),
        ("3 года назад", "ru"),
        ("25 лет назад", "ru"),
    ],
)
def test_years_ago_are_read_as_others_read_them(text: str, lang: str) -> None:
    (found,) = durations.find(text)
    other = read_by_others(text, lang)
    assert other is not None
    assert (found.unit, found.form) == ("year", "ago")
    assert other == date(TODAY.year - int(found.count), TODAY.month, TODAY.day)
