"""How a text is laid out says what a date of it is of: headings, dates in brackets, citations."""

from __future__ import annotations

import pytest

from kzfr_cli.core import edtf
from kzfr_cli.proofreading import checker
from kzfr_cli.store.index.reading import Index

TODAY = edtf.parse("2026-11-30")

CHRONOLOGY = """1960

1960: Gallimard publishes Abai

In 1960 Gallimard published in Paris Mukhtar Auezov's Abai.

{year}

25 June 1966: General de Gaulle visits Baikonur"""


def verdicts(index: Index, text: str) -> list[tuple[str, str]]:
    """The findings that say something, each with what it is on."""
    return [
        (text[each.start : each.end], each.verdict)
        for each in checker.check(index, text, TODAY)
        if each.verdict != "unknown"
    ]


def accused(index: Index, text: str) -> list[str]:
    """What is contradicted in a text."""
    return [said for said, verdict in verdicts(index, text) if verdict == "contradicted"]


def test_a_year_as_a_heading_is_not_held_against_the_event_above(packaged: Index) -> None:
    for year in ("1966", "En 1966", "June 1966", "Juin 1966 (incertain)", "1970"):
        assert accused(packaged, CHRONOLOGY.format(year=year)) == [], year


def test_a_date_as_a_heading_dates_what_stands_under_it(packaged: Index) -> None:
    text = "11 June 2008\n\nFrance and Kazakhstan sign the strategic partnership treaty."
    assert ("11 June 2008", "supported") in verdicts(packaged, text)


def test_a_sentence_that_ends_a_paragraph_lends_its_event_to_none_of_the_next(
    packaged: Index,
) -> None:
    text = (
        "In Paris on 18 December 2019 Krymbek Kusherbayev thanked UNESCO for placing the"
        " anniversary of Al-Farabi on its calendar.\n\nThe Almaty–Paris route was announced"
        " in November 2019."
    )
    assert accused(packaged, text) == []
    text = (
        "Le 1er juillet 1993, Jean-Pierre Haigneré décolle de Baïkonour pour la mission Altaïr."
        "\n\njuillet 1993 — Ouverture de l’ambassade du Kazakhstan à Paris"
    )
    assert accused(packaged, text) == []


def test_a_wrong_date_within_its_paragraph_is_still_found(packaged: Index) -> None:
    text = "1966\n\nDe Gaulle visited Baikonur on 25 June 1967.\n\n1970"
    assert accused(packaged, text) == ["25 June 1967"]


def test_a_date_that_the_text_itself_refuses_in_brackets_is_not_its_claim(
    packaged: Index,
) -> None:
    wrong = "The strategic partnership treaty was signed on 8 February 2008"
    assert accused(packaged, f"{wrong}.") == ["8 February 2008"]
    for mark in ("rejected", "écartée", "отвергается", "теріске шығарылған"):
        assert accused(packaged, f"{wrong} ({mark}).") == [], mark
    assert (
        accused(packaged, "Договор о стратегическом партнёрстве: 2010 г. (отвергается).")
        == []
    )


def test_the_title_and_the_day_of_a_page_that_is_cited_are_not_the_text_s_own(
    packaged: Index,
) -> None:
    claim = "Alstom livre 245 locomotives électriques au Kazakhstan par le contrat de 2010."
    cited = "Infonet, Alstom : 245 locomotives électriques pour le Kazakhstan."
    dated = "Los Angeles Times, Kazakhs Ratify Non-Proliferation Treaty, 14 December 1993."
    assert accused(packaged, claim) == ["245"]
    assert accused(packaged, cited) == []
    assert accused(packaged, dated) == []
    assert accused(packaged, dated.replace("Los Angeles Times, ", "")) != []


def test_an_id_of_the_database_holds_no_date(packaged: Index) -> None:
    row = "Alstom signs the KZ6A contract\n\nRank  5th  [trade-partner-rank-kz-2015-11]"
    assert "2015-11" not in accused(packaged, row)


@pytest.mark.parametrize("years", ["1879–1882", "1879-1882"])
def test_years_in_brackets_that_hold_those_of_an_event_are_of_something_longer(
    packaged: Index, years: str
) -> None:
    text = (
        f"The mission ({years}) was granted to Ujfalvy, who had Bonvalot and Capus attached."
    )
    assert accused(packaged, text) == []


REPEATED = """### 1991 ж. 16 желтоқсан: Қазақстанның тәуелсіздігі

Kazakhstan declared independence on 16 December 1991, the last Soviet republic to do so; France \
recognised it together with its European Community partners, on 7 January 1992 according to the \
Kazakh presidency.

- өтті: 1991 ж. 16 желтоқсан. On French recognition: 7 January 1992 according to a text of the \
Kazakh presidency; L'Essentiel des relations internationales dates it 25 January 1992, the day of \
the diplomatic relations; Wikipedia mirrors make France the first European nation to recognise \
Kazakhstan, whereas François Mitterrand speaks of a step taken jointly with the EC partners."""


def test_line_that_only_repeats_the_date_of_its_heading_is_of_what_the_heading_tells(
    packaged: Index,
) -> None:
    assert accused(packaged, REPEATED) == []
