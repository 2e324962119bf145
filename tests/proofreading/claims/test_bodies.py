"""An organisation is wrong only where it stands for the one that the event tells, and no event near tells of it."""

from __future__ import annotations

import pytest

from kzfr_cli.core import edtf
from kzfr_cli.proofreading.checker import Checker
from kzfr_cli.store.index.reading import Index


def verdicts(index: Index, text: str, as_of: str) -> dict[str, str]:
    found = Checker(index).check(text, edtf.parse(as_of))
    return {
        text[item.start : item.end]: item.verdict
        for item in found
        if item.claim.kind == "organisation"
    }


@pytest.mark.parametrize(
    ("text", "as_of", "name", "right"),
    [
        (
            "KTZ et Siemens ont signé à Paris, le 27 octobre 2010, un contrat de 295 locomotives.",
            "2010-11-18",
            "Siemens",
            "Alstom",
        ),
        (
            "EDF a inauguré le 3 juillet 2025 l’usine d’uranium de South Tortkuduk.",
            "2025-07-10",
            "EDF",
            "KATCO",
        ),
        (
            "Samruk-Kazyna et BNP Paribas ont signé un accord de partenariat à Paris, le 5 novembre 2024.",
            "2024-11-08",
            "BNP Paribas",
            "Société générale",
        ),
    ],
)
def test_organisation_that_stands_for_another_is_wrong(
    packaged: Index, text: str, as_of: str, name: str, right: str
) -> None:
    assert verdicts(packaged, text, as_of)[name] == "contradicted"
    right_text = text.replace(name, right)
    assert "contradicted" not in verdicts(packaged, right_text, as_of).values()


@pytest.mark.parametrize(
    ("text", "as_of"),
    [
        (
            "An agreement was signed by Alstom and KTZ during the visit of November 5.",
            "2024-11-08",
        ),
        (
            "KTZ has ordered 295 locomotives from Alstom and its Russian partner.",
            "2010-11-18",
        ),
        (
            "Selon Kazinform et Reuters, KATCO a inauguré son usine le 3 juillet 2025.",
            "2025-07-10",
        ),
    ],
)
def test_partner_of_another_event_or_source_is_not_wrong(
    packaged: Index, text: str, as_of: str
) -> None:
    assert "contradicted" not in verdicts(packaged, text, as_of).values()


def test_holding_is_read_as_itself_and_not_as_one_of_its_companies(packaged: Index) -> None:
    text = (
        "Samruk-Kazyna et Société générale ont signé un accord le 5 novembre 2024 à Paris."
    )
    found = Checker(packaged).check(text, edtf.parse("2024-11-08"))
    forms = [item.claim.form for item in found if item.claim.kind == "organisation"]
    assert "_samruk_kazyna" in forms


@pytest.mark.parametrize(
    ("text", "body"),
    [
        ("Airbus and Kazatomprom created KATCO in 1996.", "Airbus"),
        ("EDF et Kazatomprom ont créé KATCO en 1996.", "EDF"),
        ("Air France a inauguré le 29 mars 2015 la ligne Astana-Paris.", "Air France"),
        (
            (
                "La convention contre l'extrémisme de l'Organisation de la coopération islamique a "
                "été adoptée à Astana le 9 juin 2017."
            ),
            "Organisation de la coopération islamique",
        ),
    ],
)
def test_organisation_in_the_place_of_another_is_contradicted(
    packaged: Index, text: str, body: str
) -> None:
    found = Checker(packaged).check(text, edtf.parse("2026-11-30"))
    assert [
        text[each.start : each.end]
        for each in found
        if each.claim.kind == "organisation" and each.verdict == "contradicted"
    ] == [body]


@pytest.mark.parametrize(
    "text",
    [
        "The Assembly passed the bill six days after the European Parliament had approved it.",
        "That was the Salle Pleyel's bill on 19 October 2017, the day after the Kurmangazy orchestra.",
        "France's top administrative court struck down the extradition decree on 9 December 2016.",
        "Стелу в память о деятеле Алаша посольство Казахстана открыло в Ножан-сюр-Марне в 2001 году.",
    ],
)
def test_body_of_the_event_before_is_not_accused(packaged: Index, text: str) -> None:
    found = Checker(packaged).check(text, edtf.parse("2017-12-20"))
    assert "wrong-organisation" not in [item.code for item in found]
