"""Dates that only the text summing up an event tells: what the clause around a date says finds them."""

from __future__ import annotations

import pytest

from kzfr_cli.core import edtf
from kzfr_cli.proofreading.case import Finding
from kzfr_cli.proofreading.checker import Checker
from kzfr_cli.proofreading.frames import Frames
from kzfr_cli.store.index.reading import Index


def accused(index: Index, text: str, day: str) -> list[Finding]:
    found = Checker(index).check(text, edtf.parse(day))
    return [item for item in found if item.verdict == "contradicted"]


@pytest.mark.parametrize(
    ("text", "day", "event", "right"),
    [
        (
            "Goulsara Arystankoulova succède à Jean Galiev, ambassadeur depuis 2015.",
            "2021-10-01",
            "arystankulova-ambassador-2021",
            "2017",
        ),
        (
            "Astana's light rail, dropped by Nazarbayev, was revived in 2017 with Chinese groups.",
            "2023-08-01",
            "astana-light-rail-cancelled-2013",
            "2015",
        ),
        (
            "Kazakhstan, a member of the OIC since 1997, hosted its foreign ministers in Astana.",
            "2013-01-09",
            "oic-chairmanship-2011",
            "1995",
        ),
        (
            "Казахстан, член ОИС с 1997 года, принял в Астане министров иностранных дел.",
            "2013-01-09",
            "oic-chairmanship-2011",
            "1995",
        ),
    ],
)
def test_date_is_held_against_a_clause_that_says_the_same(
    packaged: Index, text: str, day: str, event: str, right: str
) -> None:
    found = accused(packaged, text, day)
    assert [(item.event, item.expected, item.facet) for item in found] == [
        (event, right, "")
    ]


@pytest.mark.parametrize(
    ("text", "day"),
    [
        (
            "Goulsara Arystankoulova succède à Jean Galiev, ambassadeur depuis 2017.",
            "2021-10-01",
        ),
        (
            "Goulsara Arystankoulova, décorée en 2015, succède à Jean Galiev.",
            "2021-10-01",
        ),
        (
            (
                "L'année 2026 sera celle du soixantième anniversaire de la visite du général de "
                "Gaulle à Baïkonour."
            ),
            "2026-02-04",
        ),
        (
            "Le FICA de Vesoul a mis à l'honneur le cinéma du Kazakhstan, de 1938 à 2011.",
            "2012-05-04",
        ),
        ("Le monument à de Gaulle d'Astana a été nettoyé en 2016.", "2020-01-10"),
    ],
)
def test_date_of_something_else_is_held_against_no_clause(
    packaged: Index, text: str, day: str
) -> None:
    assert accused(packaged, text, day) == []


def test_clause_is_kept_with_its_date_and_what_it_says(packaged: Index) -> None:
    frame = next(
        each
        for each in Frames(packaged).all()
        if each.id == "astana-light-rail-cancelled-2013"
    )
    values = {clause.value for clause in frame.clauses}
    assert {"2013", "2015", "2023"} <= values
    assert all(clause.own for clause in frame.clauses if clause.value == "2015")
