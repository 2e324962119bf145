"""Numbers that events tell: of the same thing, in pairs, of holders, in the currency before them."""

from __future__ import annotations

import pytest

from kzfr_cli.core import edtf
from kzfr_cli.proofreading.checker import Checker
from kzfr_cli.store.index.reading import Index

NUMBERS = ("count", "figure")


def verdicts(index: Index, text: str, as_of: str) -> list[tuple[str, str]]:
    found = Checker(index).check(text, edtf.parse(as_of))
    return [
        (text[item.start : item.end], item.verdict)
        for item in found
        if item.claim.kind in NUMBERS and item.verdict != "unknown"
    ]


@pytest.mark.parametrize(
    ("text", "as_of", "wrong"),
    [
        ("Le Kazakhstan a remporté neuf médailles aux Jeux de Paris.", "2024-09-01", "neuf"),
        (
            "During Tokayev's state visit to Paris in November 2024, 45 documents were signed.",
            "2024-12-01",
            "45",
        ),
        ("Astana beat Liège by 103 to 54 votes.", "2012-12-01", "54"),
        ("Astana l’a emporté sur Liège par 103 voix contre 54.", "2012-12-01", "54"),
    ],
)
def test_number_that_no_text_of_the_event_tells_of_the_thing_is_contradicted(
    packaged: Index, text: str, as_of: str, wrong: str
) -> None:
    assert (wrong, "contradicted") in verdicts(packaged, text, as_of)


def test_part_of_what_is_counted_is_not_its_whole(packaged: Index) -> None:
    text = "Kazakhstan won three bronze medals at the Paris Games."
    assert ("three", "contradicted") not in verdicts(packaged, text, "2024-09-01")


@pytest.mark.parametrize(
    ("text", "as_of"),
    [
        (
            "Alstom delivered fifty freight and 20 passenger locomotives of its contract for KTZ.",
            "2019-05-07",
        ),
        (
            "Alstom a livré cinquante locomotives de fret et 20 locomotives de passagers à KTZ.",
            "2019-05-07",
        ),
        ("Alstom has 160 electric freight locomotives on order for KTZ.", "2022-12-05"),
    ],
)
def test_part_that_was_delivered_and_what_came_later_are_not_held_against_a_number(
    packaged: Index, text: str, as_of: str
) -> None:
    assert "contradicted" not in [verdict for _, verdict in verdicts(packaged, text, as_of)]


@pytest.mark.parametrize(
    "text",
    [
        "Orano détient 49 % de KATCO, Kazatomprom 51 %.",
        "Kazatomprom holds 51% of KATCO and Orano 49%.",
        "Доля Orano в KATCO составляет 49 %, «Казатомпрома» — 51 %.",
    ],
)
def test_swapped_shares_are_both_contradicted(packaged: Index, text: str) -> None:
    found = [verdict for _, verdict in verdicts(packaged, text, "2024-01-01")]
    assert found == ["contradicted", "contradicted"]


def test_amount_without_its_currency_has_that_of_the_one_before(packaged: Index) -> None:
    text = (
        "По итогам 2022 года экспорт Казахстана во Францию составил 3,1 млрд долларов, "
        "импорт — 961,5 млн."
    )
    assert ("961,5 млн", "contradicted") in verdicts(packaged, text, "2023-03-01")


def test_number_of_another_thing_is_contradicted(packaged: Index) -> None:
    text = (
        "Le 12 décembre 2017, le Parlement européen a approuvé l’accord renforcé avec le Kazakhstan"
        " par 511 voix contre 28 et 115 abstentions."
    )
    found = verdicts(packaged, text, "2018-02-10")
    assert ("511", "supported") in found
    assert ("115", "contradicted") in found


@pytest.mark.parametrize(
    ("text", "as_of", "rival"),
    [
        (
            "KTZ's order for 295 locomotives, placed with Alstom and TMH, is put at 1.3 billion euros.",
            "2010-11-02",
            "1.3 billion euros",
        ),
        (
            "EADS Astrium a vendu deux satellites d’observation de la Terre pour 220 millions de dollars.",
            "2009-10-07",
            "220 millions de dollars",
        ),
    ],
)
def test_number_in_which_the_sources_differ_is_disputed(
    packaged: Index, text: str, as_of: str, rival: str
) -> None:
    assert (rival, "disputed") in verdicts(packaged, text, as_of)


def test_other_half_of_a_pair_may_say_whose_it_is(packaged: Index) -> None:
    text = "The General Assembly elected Kazakhstan to the Security Council with 138 votes to Thailand's 65."
    assert ("65", "contradicted") in verdicts(packaged, text, "2016-07-02")


def test_count_of_a_day_of_several_events_is_not_that_of_one(packaged: Index) -> None:
    row = "| The six agreements of 6 October 2009 | 2, one 1 | Treaties in their own right |"
    text = f"{row}\n| The Astrium contract | 2 | Two Earth observation satellites |"
    found = Checker(packaged).check(text)
    assert "contradicted" not in [item.verdict for item in found]


def test_number_of_anything_is_no_rival_of_a_figure(packaged: Index) -> None:
    text = "The file was read 40 times while another was written."
    assert verdicts(packaged, text, "2026-11-30") == []
