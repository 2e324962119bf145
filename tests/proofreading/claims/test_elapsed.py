"""Times between events, between the steps of one event, and how long things last."""

from __future__ import annotations

import pytest

from kzfr_cli.core import edtf
from kzfr_cli.proofreading.checker import Checker
from kzfr_cli.store.index.reading import Index


def verdicts(index: Index, text: str, as_of: str) -> list[str]:
    found = Checker(index).check(text, edtf.parse(as_of))
    return [item.verdict for item in found if item.claim.kind == "elapsed"]


@pytest.mark.parametrize(
    ("text", "as_of", "verdict"),
    [
        (
            "Fifteen years after establishing diplomatic relations, Paris and Astana are partners.",
            "2024-05-10",
            "contradicted",
        ),
        (
            (
                "Le traité d'amitié de 1992 est entré en vigueur le 12 novembre 1994, "
                "cinq ans après sa signature."
            ),
            "2024-05-10",
            "contradicted",
        ),
        (
            (
                "Le traité d'amitié de 1992 est entré en vigueur le 12 novembre 1994, "
                "deux ans après sa signature."
            ),
            "2024-05-10",
            "supported",
        ),
        (
            "Thomas Pesquet s'est envolé de Baïkonour le 17 novembre 2016 pour six mois.",
            "2016-11-20",
            "supported",
        ),
    ],
)
def test_time_between_events_steps_and_ends_is_counted(
    packaged: Index, text: str, as_of: str, verdict: str
) -> None:
    assert verdicts(packaged, text, as_of) == [verdict]


def test_step_that_precedes_its_anchor_is_not_accused(packaged: Index) -> None:
    text = "The opening, six months after the opening given in December, was on 5 November 2024."
    assert "contradicted" not in verdicts(packaged, text, "2024-12-20")


@pytest.mark.parametrize(
    ("text", "as_of", "event"),
    [
        (
            "Emmanuel Macron est venu à Astana douze ans après Nicolas Sarkozy.",
            "2023-11-02",
            "sarkozy-visit-astana-2009",
        ),
        (
            (
                "Les relations diplomatiques ont été établies trois mois après l’indépendance du "
                "Kazakhstan."
            ),
            "2020-01-01",
            "kazakhstan-independence-1991",
        ),
        (
            (
                "Le traité de partenariat stratégique est entré en vigueur cinq ans après sa "
                "signature."
            ),
            "2012-01-01",
            "strategic-partnership-treaty-2008",
        ),
        (
            (
                "Deux ans seulement après sa signature, l’accord de partenariat renforcé entre "
                "l’Union européenne et le Kazakhstan est en vigueur."
            ),
            "2020-03-05",
            "epca-entry-into-force-2020",
        ),
        (
            "Le traité de partenariat stratégique, conclu il y a dix ans, reste la base.",
            "2024-02-01",
            "strategic-partnership-treaty-2008",
        ),
    ],
)
def test_time_between_two_events_is_contradicted(
    packaged: Index, text: str, as_of: str, event: str
) -> None:
    found = Checker(packaged).check(text, edtf.parse(as_of))
    wrong = [
        (item.claim.kind, item.event) for item in found if item.verdict == "contradicted"
    ]
    assert wrong == [("elapsed", event)]


def test_time_from_the_day_that_the_words_themselves_tell(packaged: Index) -> None:
    text = "Hollande’s visit, two years after Nazarbayev’s trip to Paris of November 2012."
    assert "contradicted" not in verdicts(packaged, text, "2015-01-01")


@pytest.mark.parametrize(
    ("as_of", "text", "expected"),
    [
        (
            "2016-08-01",
            "Voilà trente ans que le général de Gaulle a visité Baïkonour.",
            ["contradicted"],
        ),
        (
            "2020-03-31",
            "Cinq ans jour pour jour après le premier vol Astana-Paris, la ligne est suspendue.",
            ["contradicted"],
        ),
        (
            "2018-06-01",
            "Cela fait dix ans que le partenariat stratégique lie la France et le Kazakhstan.",
            ["supported"],
        ),
        (
            "2018-01-08",
            "On 12 December 2017 the European Parliament approved the EU-Kazakhstan agreement; six days later the Assemblée nationale held its own debate on it.",
            ["supported"],
        ),
        (
            "2016-07-01",
            "Шарль де Голль Байқоңырға келгеннен кейін қырық жыл өткен соң, 2016 жылғы маусымда, Астанаға делегация келді.",
            ["contradicted"],
        ),
    ],
)
def test_time_is_counted_from_what_happened_not_from_its_celebration(
    packaged: Index, as_of: str, text: str, expected: list[str]
) -> None:
    found = Checker(packaged).check(text, edtf.parse(as_of))
    assert [item.verdict for item in found if item.claim.kind == "elapsed"] == expected
