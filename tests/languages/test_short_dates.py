"""Dates in few columns, for lists."""

from __future__ import annotations

import pytest

from kzfr_cli.core import edtf
from kzfr_cli.languages import language, short_dates


@pytest.mark.parametrize(
    ("text", "lang", "year", "said"),
    [
        ("2015-11-04/2015-11-06", "fr", 2015, "4–6 nov."),
        ("2015-11-04/2015-11-06", "en", None, "4–6 Nov 2015"),
        ("2015-11-04/2015-11-06", "kk", None, "2015 ж. 4–6 қар."),
        ("2018-06-05", "ru", 2018, "5 июн."),
        ("2018-06-05", "ru", 2017, "5 июн. 2018"),
        ("2018-02-28/2018-03-02", "fr", 2018, "28 févr. – 2 mars"),
        ("2013-03-01", "fr", 2013, "1er mars"),
        ("2013-03-01/2013-03-03", "fr", None, "1er–3 mars 2013"),
        ("2013-03-01", "en", 2013, "1 Mar"),
        ("2018-12-30/2019-01-02", "en", 2018, "30 Dec 2018 – 2 Jan 2019"),
        ("2013-09/2013-12", "en", 2013, "Sep–Dec"),
        ("2008-06", "fr", 2008, "juin"),
        ("2018-06-05?", "en", 2018, "5 June (uncertain)"),
        ("2008", "en", None, "2008"),
        ("2008/2010", "en", None, "2008–2010"),
        ("2008/..", "en", None, "since 2008"),
    ],
)
def test_a_date_is_said_short(text: str, lang: str, year: int | None, said: str) -> None:
    assert short_dates.in_words(edtf.parse(text), lang, year) == said


@pytest.mark.parametrize("lang", language.ALL)
def test_short_months_are_those_of_cldr(lang: str) -> None:
    from babel.dates import get_month_names

    known = [*get_month_names("abbreviated", "format", lang).values()]
    assert language.of(lang).words("forms", "short_months") == known
