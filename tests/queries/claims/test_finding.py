"""Claims are found in every spelling, and mere durations are not."""

from __future__ import annotations

import pytest

from kzfr_cli.queries.claims import finding
from kzfr_cli.queries.claims.finding import Text
from kzfr_cli.queries.claims.plain import Reading


def claims(text: str) -> list[tuple[str, str, float | None, str]]:
    found = finding.find(Text(Reading(text)))
    return [
        (claim.kind, claim.form, claim.number, claim.bound)
        for claim in found
        if claim.number is not None
    ]


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("le 10e anniversaire", 10),
        ("le 10ème anniversaire", 10),
        ("le 10ᵉ anniversaire", 10),
        ("le dixième anniversaire", 10),
        ("le vingt-cinquième anniversaire", 25),
        ("le XXXe anniversaire", 30),
        ("the 30th anniversary", 30),
        ("the thirtieth anniversary", 30),
        ("a 30-year anniversary", 30),
        ("the twenty-first anniversary", 21),
        ("«30-летие»", 30),
        ("тридцатилетие", 30),
        ("30-я годовщина", 30),
        ("le 1er anniversaire", 1),
        ("le quatre-vingt-dixième anniversaire", 90),
    ],
)
def test_anniversary_is_read_in_every_spelling(text: str, number: int) -> None:
    assert claims(text) == [("anniversary", "ordinal", number, "exact")]


@pytest.mark.parametrize(
    ("text", "form", "number", "bound"),
    [
        ("il y a 25 ans", "ago", 25, "exact"),
        ("25 years ago", "ago", 25, "exact"),
        ("25 лет назад", "ago", 25, "exact"),
        ("depuis quinze ans", "since", 15, "exact"),
        ("depuis plus de quinze ans", "since", 15, "more"),
        ("for nearly thirty years", "since", 30, "nearly"),
        ("les 26 ans de l’amitié", "years-of", 26, "exact"),
        ("26 years of friendship", "years-of", 26, "exact"),
        ("il y a une trentaine d’années", "ago", 30, "rough"),
    ],
)
def test_time_elapsed_is_read_with_its_bound(text: str, form: str, number: int, bound: str) -> None:
    ((_, *rest),) = claims(text)
    assert rest == [form, number, bound]


@pytest.mark.parametrize(
    "text",
    [
        "un contrat de 25 ans",
        "pendant 25 ans",
        "âgé de 45 ans",
        "dans dix ans",
        "la 13e session",
        "le 25e régiment",
        "in 2014",
    ],
)
def test_duration_or_another_ordinal_is_no_claim(text: str) -> None:
    assert claims(text) == []


@pytest.mark.parametrize(
    "text", ["la sixième visite", "the sixth visit", "sa 6e visite officielle"]
)
def test_count_of_visits_is_read(text: str) -> None:
    assert [(kind, number) for kind, _, number, _ in claims(text)] == [("count", 6)]
