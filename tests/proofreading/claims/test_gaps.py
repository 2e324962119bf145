"""A time between a date that the text states and an event."""

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


@pytest.mark.parametrize(
    ("text", "event"),
    [
        (
            (
                "On 3 November 2023, five days after President Macron's visit to Astana, the "
                "minister spoke of Orano."
            ),
            "macron-visit-astana-2023",
        ),
        (
            (
                "On 10 April 2025 the AFD opened its office in Astana, a year and nine months after "
                "signing the agreement of 1 November 2023."
            ),
            "afd-office-astana-2025",
        ),
    ],
)
def test_number_near_that_of_an_event_named_behind_after_is_wrong(
    packaged: Index, text: str, event: str
) -> None:
    (found,) = times(packaged, text)
    assert (found.verdict, found.event) == ("contradicted", event)


def test_step_that_the_database_does_not_date_is_no_beginning(packaged: Index) -> None:
    text = (
        "Le 29 mars 2011, KATCO produit sa 10 000e tonne d'uranium, près de dix ans après le "
        "démarrage de l'unité pilote."
    )
    assert "contradicted" not in {item.verdict for item in times(packaged, text)}


def test_kazakh_ablative_says_before_what_it_was(packaged: Index) -> None:
    text = (
        "Стратегиялық шартқа қол қойылардан бір күн бұрын, 2008 жылғы 10 маусымда, Назарбаев "
        "Сенатта болды."
    )
    (found,) = times(packaged, text)
    assert (found.claim.form, found.verdict) == ("earlier", "supported")
