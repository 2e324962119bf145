"""What our own grammars say of a date is read back, in every language."""

from __future__ import annotations

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from kzfr_cli.core import edtf
from kzfr_cli.languages import dates, language, mentions, typed

TODAY = date(2026, 11, 30)
LANGUAGES = st.sampled_from(language.ALL)
YEARS = st.integers(1500, 2190)
DAYS = st.dates(date(1500, 1, 1), date(2190, 12, 31))
MONTHS = st.builds("{:04}-{:02}".format, YEARS, st.integers(1, 12))
SEASONS = st.builds("{:04}-{}".format, YEARS, st.integers(21, 24))
DECADES = st.integers(180, 209).map("{}X".format)
CENTURIES = st.integers(15, 20).map("{}XX".format)
SINGLE = st.one_of(
    DAYS.map(date.isoformat), MONTHS, YEARS.map(str), SEASONS, DECADES, CENTURIES
)


@given(SINGLE, st.sampled_from(["", "~"]), LANGUAGES)
def test_date_of_any_precision_is_read_back(text: str, mark: str, lang: str) -> None:
    value = edtf.parse(text + mark)
    assert typed.parse(dates.date_in_words(value, lang), TODAY) == value
    assert typed.parse(dates.when_in_words(value, lang), TODAY) == value


@given(SINGLE, LANGUAGES)
def test_uncertain_date_is_read_back(text: str, lang: str) -> None:
    value = edtf.parse(f"{text}?")
    assert typed.parse(dates.date_in_words(value, lang), TODAY) == value


@given(DAYS, st.integers(1, 800), LANGUAGES)
def test_span_of_days_is_read_back(day: date, length: int, lang: str) -> None:
    value = edtf.parse(f"{day}/{day + timedelta(days=length)}")
    assert typed.parse(dates.date_in_words(value, lang), TODAY) == value
    assert typed.parse(dates.when_in_words(value, lang), TODAY) == value


@given(MONTHS, MONTHS, LANGUAGES)
def test_span_of_months_is_read_back(one: str, other: str, lang: str) -> None:
    first, last = sorted((one, other))
    value = edtf.parse(first if first == last else f"{first}/{last}")
    assert typed.parse(dates.date_in_words(value, lang), TODAY) == value


@given(YEARS, YEARS, LANGUAGES)
def test_span_of_years_is_read_back(one: int, other: int, lang: str) -> None:
    first, last = sorted((one, other))
    value = edtf.parse(str(first) if first == last else f"{first}/{last}")
    assert typed.parse(dates.date_in_words(value, lang), TODAY) == value


@given(SINGLE, LANGUAGES)
def test_open_interval_is_read_back(text: str, lang: str) -> None:
    since, until = edtf.parse(f"{text}/.."), edtf.parse(f"../{text}")
    assert typed.parse(dates.date_in_words(since, lang), TODAY) == since
    assert typed.parse(dates.date_in_words(until, lang), TODAY) == until


SENTENCES = {
    "fr": "L’accord a été signé {} à Paris, dit le ministre.",
    "en": "The agreement was signed {} in Paris, says the minister.",
    "ru": "Соглашение подписано {} в Париже, говорит министр.",
    "kk": "Келісімге {} Парижде қол қойылды, дейді министр.",
}


@given(st.one_of(DAYS.map(date.isoformat), MONTHS, YEARS.map(str), DECADES), LANGUAGES)
def test_date_is_found_in_a_sentence(text: str, lang: str) -> None:
    value = edtf.parse(text)
    sentence = SENTENCES[lang].format(dates.when_in_words(value, lang))
    (mention,) = mentions.find(sentence)
    assert mention.value == value
    assert mention.language == lang


@given(st.text(), st.booleans())
def test_any_text_is_read_with_its_places_in_order(text: str, terse: bool) -> None:
    end = 0
    for mention in mentions.find(text, today=TODAY, terse=terse):
        assert end <= mention.lead <= mention.start < mention.end <= len(text)
        end = mention.end
