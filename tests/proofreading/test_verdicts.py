"""What is confirmed, what is disputed: only what the text says of that very thing, step and day."""

from __future__ import annotations

import pytest

from kzfr_cli.core import edtf
from kzfr_cli.locale import catalogue
from kzfr_cli.proofreading.checker import Checker
from kzfr_cli.store.index.reading import Index
from kzfr_cli.views import verdicts
from kzfr_cli.views.speaker import Speaker


def said_of(index: Index, text: str, as_of: str, kind: str) -> set[str]:
    """The verdicts on the claims of a kind."""
    found = Checker(index).check(text, edtf.parse(as_of))
    return {item.verdict for item in found if item.claim.kind == kind}


@pytest.mark.parametrize(
    ("text", "as_of", "kind"),
    [
        (
            "TotalEnergies signed the Mirny investment agreement at COP28 in Dubai on Monday.",
            "2023-12-06",
            "weekday",
        ),
        (
            (
                "François Hollande était en visite officielle au Kazakhstan du 5 au 7 décembre "
                "dernier."
            ),
            "2015-01-12",
            "date",
        ),
        (
            (
                "Selon l'agence, l'usine de locomotives EKZ a été inaugurée à Astana le 12 décembre "
                "2012."
            ),
            "2013-02-01",
            "date",
        ),
    ],
)
def test_what_only_a_source_gives_is_disputed(
    packaged: Index, text: str, as_of: str, kind: str
) -> None:
    assert said_of(packaged, text, as_of, kind) == {"disputed"}


def test_growth_against_the_year_before_is_of_the_year_told(packaged: Index) -> None:
    text = "Trade between France and Kazakhstan reached EUR 3.9 bn in 2017, 25% more than in 2016."
    assert said_of(packaged, text, "2018-06-01", "figure") == {"supported", "disputed"}


@pytest.mark.parametrize(
    ("text", "as_of", "kind"),
    [
        (
            "L'usine de South Tortkuduk de KATCO a été ouverte en juin 2024.",
            "2025-07-10",
            "date",
        ),
        (
            (
                "Kazakhstan marked the 30th anniversary of diplomatic relations between the two "
                "countries. Ties with Germany began in February 1992."
            ),
            "2022-02-01",
            "anniversary",
        ),
        (
            "Ten years ago, on 6 October 2009, the two countries signed the transit agreement.",
            "2019-03-01",
            "elapsed",
        ),
    ],
)
def test_another_step_pair_or_day_is_not_confirmed(
    packaged: Index, text: str, as_of: str, kind: str
) -> None:
    assert said_of(packaged, text, as_of, kind) == {"unknown"}


def test_no_time_is_counted_from_a_step_that_the_text_does_not_name(packaged: Index) -> None:
    text = "Le traité de partenariat stratégique {} six ans."
    signed, in_force = (
        text.format("a été signé il y a"),
        text.format("est en vigueur depuis"),
    )
    assert said_of(packaged, signed, "2016-09-01", "elapsed") == {"contradicted"}
    assert said_of(packaged, in_force, "2016-09-01", "elapsed") == {"supported"}


def message(index: Index, text: str, as_of: str, lang: str) -> str:
    """What is said of the only wrong claim of a text."""
    found = Checker(index).check(text, edtf.parse(as_of))
    (wrong,) = (item for item in found if item.verdict == "contradicted")
    return verdicts.message(wrong, Speaker(index, catalogue.load(lang)))


@pytest.mark.parametrize(
    ("text", "as_of", "said"),
    [
        (
            "Alstom s'est engagé le 1er décembre 2022 à investir au moins 50 millions de dollars.",
            "2022-12-05",
            "50 M€",
        ),
        (
            "En décembre 2014, François Hollande s'était rendu à Nour-Soultan.",
            "2016-01-01",
            "en décembre 2014",
        ),
        (
            (
                "Il y a un an jour pour jour, Emmanuel Macron était l'hôte de Kassym-Jomart Tokaïev à "
                "Astana."
            ),
            "2024-11-05",
            "mais pas jour pour jour",
        ),
    ],
)
def test_message_says_what_is_measured_and_as_exactly_as_the_text(
    packaged: Index, text: str, as_of: str, said: str
) -> None:
    assert said in message(packaged, text, as_of, "fr").replace("\u00a0", " ").replace(
        "\u202f", " "
    )
