"""What a query is read as: its signs, its dates, what it leaves out, between what it lets choose."""

from __future__ import annotations

import pytest

from kzfr_cli.search import parsing
from kzfr_cli.search.units import Query
from kzfr_cli.search.vocabulary import Vocabulary
from kzfr_cli.store.index.reading import Index


@pytest.fixture(scope="session")
def vocabulary(packaged: Index) -> Vocabulary:
    """Open the words that queries are read with."""
    return Vocabulary(packaged.connection)


def words(query: Query) -> list[list[str]]:
    """List the words of each choice; a date as it was typed."""
    return [[term.word or term.typed for term in choice] for choice in query.choices]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("U.N.E.S.C.O", [["unesco"]]),
        ("U.N.E.S.C.O. Paris", [["unesco"], ["paris"]]),
        ("u.n.", [["un"]]),
        ("О.О.Н. 2018", [["oon"], ["2018"]]),
        ("M. Macron", [["macron"]]),
    ],
)
def test_an_acronym_with_dots_is_one_word_case_41(
    vocabulary: Vocabulary, text: str, expected: list[list[str]]
) -> None:
    assert words(parsing.parse(text, vocabulary)) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("sorbonne OR chirac", [["sorbonne", "chirac"]]),
        ("sorbonne | chirac", [["sorbonne", "chirac"]]),
        ("sorbonne|chirac|abai", [["sorbonne", "chirac", "abai"]]),
        ("visite sarkozy OR hollande", [["visite"], ["sarkozy", "hollande"]]),
        ("sorbonne AND almaty", [["sorbonne"], ["almaty"]]),
        ("sorbonne or chirac", [["sorbonne"], ["chirac"]]),
        ("OR sorbonne", [["sorbonne"]]),
        ("sorbonne OR", [["sorbonne"]]),
        ("title:sorbonne", [["sorbonne"]]),
    ],
)
def test_or_lets_choose_and_and_is_silent_case_42(
    vocabulary: Vocabulary, text: str, expected: list[list[str]]
) -> None:
    assert words(parsing.parse(text, vocabulary)) == expected


@pytest.mark.parametrize(
    ("text", "kept", "excluded"),
    [
        ("visites sauf Sarkozy", [["visites"]], [["sarkozy"]]),
        ("visits except the Senate", [["visits"]], [["senate"]]),
        ("визиты кроме Саркози", [["vizity"]], [["sarkozi"]]),
        ("accord hormis 2008", [["accord"]], [["2008"]]),
        (
            "visites sauf Bruno Le Maire 2019",
            [["visites"], ["2019"]],
            [["bruno", "le", "maire"]],
        ),
        ("accord sans Alstom", [["accord"]], [["alstom"]]),
        ("médecins sans frontières", [["medecins"], ["frontieres"]], []),
        ("without borders", [["borders"]], []),
        ("buste -rennes", [["buste"]], [["rennes"]]),
        ('visite -"visite d’État"', [["visite"]], [["visite d etat"]]),
        ("macron -2018", [["macron"]], [["2018"]]),
        ("visite sauf", [["visite"], ["sauf"]], []),
        ("visits but not 2011 or 2015", [["visits"]], [["2011 or 2015"]]),
        ("visites mais pas en 2011", [["visites"]], [["2011"]]),
        ("визиты, но не в 2015 году", [["vizity"]], [["в 2015 году"]]),
        ("visits not in june 2008", [["visits"]], [["in june 2008"]]),
        ("visits except Macron and Hollande", [["visits"]], [["macron"], ["hollande"]]),
        ("visits except macron, hollande", [["visits"]], [["macron"], ["hollande"]]),
        ("visits except jean castex", [["visits"]], [["jean", "castex"]]),
        (
            "visites à l'exception de Macron, Hollande et Bruno Le Maire à Almaty",
            [["visites"], ["almaty"]],
            [["macron"], ["hollande"], ["bruno", "le", "maire"]],
        ),
        ("визиты за исключением Макрона", [["vizity"]], [["makrona"]]),
        ("Саркози мен Олландтан басқа сапар", [["sapar"]], [["ollandtan"], ["sarkozi"]]),
        ("сапар, бірақ 2015 емес", [["sapar"]], [["2015"]]),
        ("Альянс Франсез, Алматыдан басқа", [["alyans"], ["fransez"]], [["almatydan"]]),
        ("bust of Abai not in Rennes", [["bust"], ["abai"]], [["rennes"]]),
        ("Rosatom and not EDF", [["rosatom"], ["edf"]], []),
        ("EDF was not selected in 2025", [["edf"], ["selected"], ["2025"]], []),
    ],
)
def test_what_is_left_out_is_no_longer_asked(
    vocabulary: Vocabulary, text: str, kept: list[list[str]], excluded: list[list[str]]
) -> None:
    query = parsing.parse(text, vocabulary)
    assert words(query) == kept
    assert [
        [term.word or term.typed for term in group] for group in query.excluded
    ] == excluded


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("2008", "2008-01-01", "2008-12-31"),
        ("été 2017", "2017-06-01", "2017-08-31"),
        ("summer 2017", "2017-06-01", "2017-08-31"),
        ("лето 2017", "2017-06-01", "2017-08-31"),
        ("2017 жылдың жазы", "2017-06-01", "2017-08-31"),
        ("the sixties", "1960-01-01", "1969-12-31"),
        ("années 60", "1960-01-01", "1969-12-31"),
        ("visites avant 1995", "0001-01-01", "1994-12-31"),
        ("visits after 2010", "2011-01-01", "9999-12-31"),
        ("до 1995 года", "0001-01-01", "1994-12-31"),
        ("XIXe siècle", "1800-01-01", "1899-12-31"),
        ("de 2009 à 2011", "2009-01-01", "2011-12-31"),
        ("11 juin 2008", "2008-06-11", "2008-06-11"),
        ("onze juin deux mille huit", "2008-06-11", "2008-06-11"),
        ("June eleventh, two thousand eight", "2008-06-11", "2008-06-11"),
        ("одиннадцатое июня две тысячи восьмого", "2008-06-11", "2008-06-11"),
        ("екі мың сегізінші жылғы он бірінші маусым", "2008-06-11", "2008-06-11"),
    ],
)
def test_time_is_read_as_people_speak_of_it(
    vocabulary: Vocabulary, text: str, first: str, last: str
) -> None:
    moments = [
        term.moment for choice in parsing.parse(text, vocabulary).choices for term in choice
    ]
    spans = [span for moment in moments if moment for span in moment.spans]
    assert [(span.first.isoformat(), span.last.isoformat()) for span in spans] == [
        (first, last)
    ]


def test_a_winter_is_that_which_begins_in_the_year_or_ends_in_it(
    vocabulary: Vocabulary,
) -> None:
    (choice,) = parsing.parse("hiver 2015", vocabulary).choices
    moment = choice[0].moment
    assert moment is not None
    assert [(span.first.year, span.last.year) for span in moment.spans] == [
        (2015, 2016),
        (2014, 2015),
    ]


@pytest.mark.parametrize("text", ["printemps", "été", "automne kazakh", "may", "mars"])
def test_a_season_or_a_short_month_alone_stays_a_word(
    vocabulary: Vocabulary, text: str
) -> None:
    query = parsing.parse(text, vocabulary)
    assert not any(term.moment for choice in query.choices for term in choice)


def test_a_query_of_stop_words_only_keeps_them(vocabulary: Vocabulary) -> None:
    assert words(parsing.parse("qui est là", vocabulary)) == [["qui"], ["est"], ["la"]]
