"""A number of years that is full on a day that the text tells."""

from __future__ import annotations

import pytest

from kzfr_cli.core import edtf
from kzfr_cli.proofreading.case import Finding
from kzfr_cli.proofreading.checker import Checker
from kzfr_cli.store.index.reading import Index

KINDS = ("elapsed", "anniversary")


def times(index: Index, text: str, as_of: str = "2026-11-30") -> list[Finding]:
    """The findings on the times and anniversaries of a text."""
    found = Checker(index).check(text, edtf.parse(as_of))
    return [item for item in found if item.claim.kind in KINDS]


SORBONNE = "institut-sorbonne-kazakhstan-inauguration-2014"


@pytest.mark.parametrize(
    ("years", "verdict"), [("Neuf", "contradicted"), ("Dix", "supported")]
)
def test_years_are_full_on_the_day_behind_them(
    packaged: Index, years: str, verdict: str
) -> None:
    text = (
        f"{years} ans demain : le 6 décembre 2014, l'Institut Sorbonne-Kazakhstan ouvrait à "
        "Almaty."
    )
    (found,) = times(packaged, text, "2024-12-05")
    assert (found.verdict, found.event) == (verdict, SORBONNE)


def test_number_that_something_turns_is_one_of_years(packaged: Index) -> None:
    text = "The treaty on the strategic partnership turns nine on Monday."
    (found,) = times(packaged, text, "2018-06-08")
    assert (found.verdict, found.expected) == ("contradicted", "10")


def test_number_that_a_person_turns_is_of_no_event(packaged: Index) -> None:
    text = "Tokayev, who turned 70 in May, received his French counterpart at the Akorda."
    assert "contradicted" not in {
        item.verdict for item in times(packaged, text, "2023-11-01")
    }


def test_event_of_the_very_day_is_what_was_so_long_ago(packaged: Index) -> None:
    text = "Six years ago today Thomas Pesquet lifted off from Baikonur."
    (found,) = times(packaged, text, "2021-11-17")
    assert (found.verdict, found.event) == ("contradicted", "pesquet-baikonur-2016")


def test_kazakh_years_since_a_deed_are_read(packaged: Index) -> None:
    text = "Қашағанның алғашқы мұнайы алынғанына бүгін он бес жыл болды."
    (found,) = times(packaged, text, "2023-09-11")
    assert (found.verdict, found.event) == ("contradicted", "kashagan-first-oil-2013")


def test_term_of_a_contract_is_no_anniversary_on_the_day_of_its_signature(
    packaged: Index,
) -> None:
    text = "25-летний договор о покупке электроэнергии ветропарка «Мирный»"
    assert "contradicted" not in {item.verdict for item in times(packaged, text)}
