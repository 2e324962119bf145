"""A wrong date is written anew in the language and the form of the text."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kzfr_cli.core import edtf
from kzfr_cli.languages import dates as grammars
from kzfr_cli.languages import mentions
from kzfr_cli.proofreading.rewriting import dates

DAYS = st.dates(min_value=date(1900, 1, 1), max_value=date(2100, 12, 31))


@pytest.mark.parametrize(
    ("written", "wanted", "lang", "said"),
    [
        ("5 juin 2008", "2008-06-11", "fr", "11 juin 2008"),
        ("mardi 5 juin 2008", "2008-06-11", "fr", "mercredi 11 juin 2008"),
        ("1er juin 2008", "2008-06-11", "fr", "11 juin 2008"),
        ("11 juin 2008", "2008-08-01", "fr", "1er août 2008"),
        ("5 juin", "2008-06-11", "fr", "11 juin"),
        ("juin 2009", "2008-06-11", "fr", "juin 2008"),
        ("LE 5 JUIN 2008", "2008-07-11", "fr", "LE 11 JUILLET 2008"),
        (
            "du 30 mai au 2 juin 2019",
            "2019-05-29/2019-06-01",
            "fr",
            "du 29 mai au 1er juin 2019",
        ),
        ("June 5th, 2008", "2008-06-11", "en", "June 11th, 2008"),
        ("Jun 5, 2008", "2008-07-02", "en", "Jul 2, 2008"),
        ("5-7 November 2015", "2015-11-04/2015-11-06", "en", "4-6 November 2015"),
        ("05/06/2008", "2008-06-11", "fr", "11/06/2008"),
        ("2008-06-05", "2008-06-11", "en", "2008-06-11"),
        ("5.06.08", "2008-06-11", "ru", "11.06.08"),
        ("5 июня 2009 года", "2008-07-11", "ru", "11 июля 2008 года"),
        ("в июне 2009 года", "2008-07-11", "ru", "в июле 2008 года"),
        ("6 октября 2019 года", "2009-10-05/2009-10-06", "ru", "6 октября 2009 года"),
        ("2008 жылғы 12 маусымда", "2008-07-11", "kk", "2008 жылғы 11 шілдеде"),
    ],
)
def test_only_what_is_wrong_is_changed(
    written: str, wanted: str, lang: str, said: str
) -> None:
    assert dates.rewrite(written, edtf.parse(wanted), lang) == said


@pytest.mark.parametrize(
    ("written", "wanted"),
    [
        ("12 juin 2008", "2008"),
        ("7 novembre 2015", "2015-11-04/2015-11-06"),
        ("hier", "2008-06-11"),
        ("le 5 et le 6 juin 2008", "2008-06-11"),
    ],
)
def test_nothing_is_suggested_where_the_words_would_be_a_guess(
    written: str, wanted: str
) -> None:
    assert dates.rewrite(written, edtf.parse(wanted)) == ""


@pytest.mark.parametrize(
    ("written", "day", "lang", "said"),
    [
        (
            "lundi 5 juin 2018",
            date(2018, 6, 5),
            "fr",
            ("mardi 5 juin 2018", "lundi 4 juin 2018"),
        ),
        (
            "Tuesday 04/21/2014",
            date(2014, 4, 21),
            "en",
            ("Monday 04/21/2014", "Tuesday 04/22/2014"),
        ),
        (
            "среду 12 июня 2008 года",
            date(2008, 6, 12),
            "ru",
            ("четверг 12 июня 2008 года", "среду 11 июня 2008 года"),
        ),
    ],
)
def test_weekday_has_two_alternatives(
    written: str, day: date, lang: str, said: tuple[str, ...]
) -> None:
    assert dates.other_weekdays(written, day, lang) == said


@given(written=DAYS, wanted=DAYS, lang=st.sampled_from(("fr", "en", "ru", "kk")))
def test_what_is_written_anew_is_read_as_the_wanted_day(
    written: date, wanted: date, lang: str
) -> None:
    words = grammars.iso_in_words(written.isoformat(), lang)
    said = dates.rewrite(words, edtf.parse(wanted.isoformat()), lang)
    (mention,) = mentions.find(said, terse=True)
    assert mention.value is not None
    assert mention.value.day == wanted
