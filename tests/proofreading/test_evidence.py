"""What speaks for a date being a slip of that of an event is weighed."""

from __future__ import annotations

from pathlib import Path

import pytest

from kzfr_cli.proofreading.checker import Checker
from kzfr_cli.proofreading.dating import evidence
from kzfr_cli.search import weights
from kzfr_cli.store.index.reading import Index

LATER = Path(__file__).parents[1] / "claims" / "later.txt"


def verdict(index: Index, text: str) -> list[tuple[str, str]]:
    """The wrong dates of a text, with their events."""
    found = Checker(index).check(text)
    return [(each.event, each.expected) for each in found if each.code == "wrong-date"]


def test_every_term_has_its_weight_and_no_weight_is_without_a_term() -> None:
    assert tuple(weights.numbers(evidence.FILE)) == evidence.TERMS


@pytest.mark.parametrize(
    ("against", "weight"),
    [("behind", -1), ("settled", -1), ("of_other", -1), ("coverage", 1), ("likeness", 1)],
)
def test_what_speaks_against_an_event_takes_and_what_speaks_for_it_adds(
    against: str, weight: int
) -> None:
    found = weights.numbers(evidence.FILE)[against]
    assert found * weight > 0


def test_far_date_is_graver_than_a_near_one() -> None:
    table = weights.numbers(evidence.FILE)
    assert 0 > table["months_off"] > table["far"]
    assert table["years_off"] > table["far"]


def test_session_whose_number_the_database_lacks_is_known_by_its_day(
    packaged: Index,
) -> None:
    text = (
        "15-е заседание межправкомиссии прошло в Париже в пятницу, 5 ноября 2025 года; вёл его"
        " Ерсайын Нагаспаев."
    )
    assert verdict(packaged, text) == [
        ("commission-intergouvernementale-16-2025", "2025-12-05")
    ]


def test_other_clause_does_not_hide_the_event_of_the_sentence(packaged: Index) -> None:
    text = "KazEOSat-1, built in Toulouse, went up on a Vega rocket on 30 May 2014."
    assert [name for name, _ in verdict(packaged, text)] == ["kazeosat-1-kourou-2014"]


def test_day_of_another_step_is_wrong_for_the_step_that_the_verb_tells(
    packaged: Index,
) -> None:
    text = "L'accord franco-kazakhstanais sur les investissements a été ratifié le 21 août 2000."
    assert verdict(packaged, text) == [("investment-treaty-1998", "2000-07-05")]


def test_plain_sentences_on_what_was_done_at_other_times_are_not_accused(
    packaged: Index,
) -> None:
    lines = LATER.read_text(encoding="utf-8").splitlines()
    plain = [line for line in lines if not line.startswith("#")]
    assert [line for line in plain if verdict(packaged, line)] == []


def test_day_on_which_works_began_is_no_wrong_day_of_the_opening(packaged: Index) -> None:
    text = "Завод топливных сборок в Усть-Каменогорске начали строить 6 декабря 2016 года и открыли"
    assert verdict(packaged, f"{text} 10 ноября 2021-го.") == []
    assert verdict(packaged, f"{text} 10 октября 2021-го.") != []


@pytest.mark.parametrize(
    "text",
    [
        "Le traité de partenariat stratégique mentionne le décret du 12 juin 2008.",
        "The strategic partnership treaty is explained in a note of 12 June 2008.",
        "La société Danone, fondée en 1919, a une usine à Almaty.",
        "KATCO produced 3,558 tonnes in 2013.",
    ],
)
def test_date_of_a_document_a_founding_or_a_figure_is_not_held_against_an_event(
    packaged: Index, text: str
) -> None:
    assert verdict(packaged, text) == []


def test_year_beside_an_amount_that_the_event_tells_may_be_wrong(packaged: Index) -> None:
    text = "Danone a mis en service son usine d'Almaty en 2011, pour plus de 17 millions d'euros."
    assert verdict(packaged, text) == [("danone-almaty-plant-2010", "2010")]
