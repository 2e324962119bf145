"""A claim is linked to its event although strangers tell the event in words of their own."""

from __future__ import annotations

import pytest

from kzfr_cli.core import edtf
from kzfr_cli.proofreading.checker import Checker
from kzfr_cli.store.index.reading import Index

WRONG = [
    pytest.param(
        "2018-07-20",
        "The turquoise jerseys went home in disgrace in July 2008 after Vinokourov's blood test"
        " came back positive.",
        "astana-exclue-tour-2007",
        id="a colour is no country",
    ),
    pytest.param(
        "2025-02-02",
        "Airbus handed the first of two A400Ms over to the Kazakh air force on 5 November.",
        "a400m-delivery-2024",
        id="an air force is not in force",
    ),
    pytest.param(
        "2024-05-10",
        "The friendship treaty that Mitterrand and Nazarbayev put their names to at the Élysée"
        " did not take effect until the ratifications were exchanged, in November 1995.",
        "friendship-treaty-1992",
        id="who puts his name gives no date of his own",
    ),
    pytest.param(
        "2024-02-02",
        "Le 1er octobre 2023, Paris a confirmé que Thales équiperait Astana de radars Ground"
        " Master 400.",
        "ground-master-400-2023",
        id="the clause of who says it names no other event",
    ),
    pytest.param(
        "2018-09-10",
        "Ouverte en septembre 2012 à la suite d'un accord, la section française de l'école"
        " Miras accueille deux cents élèves.",
        "section-francaise-miras-astana-2011",
        id="a participle has its subject behind it",
    ),
    pytest.param(
        "2013-09-17",
        "L'accord sur la culture et les arts signé à Almaty fête aujourd'hui ses 30 ans.",
        "accord-culture-arts-1993",
        id="the years of what was signed",
    ),
    pytest.param(
        "2024-04-10",
        "On fête trente ans de coopération, depuis l'accord sur la culture et les arts signé à"
        " Almaty en septembre 1994.",
        "accord-culture-arts-1993",
        id="what was signed is not the celebration",
    ),
    pytest.param(
        "2019-10-06",
        "Onze ans se sont écoulés depuis l'escale de Nicolas Sarkozy dans la capitale kazakhe.",
        "sarkozy-visit-astana-2009",
        id="the only visit of somebody",
    ),
    pytest.param(
        "2026-09-15",
        "Кызылорда и Ножан-сюр-Марн живут в дружбе вот уже десять лет.",
        "kyzylorda-nogent-2021",
        id="what was signed does not come again",
    ),
    pytest.param(
        "2016-11-02",
        "La section française de l'école Miras d'Astana a ouvert à la rentrée 2011. Elle a donc"
        " soufflé cet automne ses dix bougies.",
        "section-francaise-miras-astana-2011",
        id="a pronoun carries its subject",
    ),
    pytest.param(
        "2014-02-02",
        "Le sénateur Dulait avait convié l'ambassadeur Danenov au palais du Luxembourg le"
        " 11 novembre 2013.",
        "danenov-senat-2013",
        id="the palace of the Senate is no country",
    ),
    pytest.param(
        "2010-01-01",
        "Gallimard avait donné dès 1970 une traduction du grand roman d'Aouézov.",
        "auezov-abai-gallimard-1960",
        id="who had given something gives no date",
    ),
]
"""The day of the text, the text, and the event of which something in it is wrong."""

SILENT = [
    pytest.param(
        "2023-12-20",
        "Quatre jours après la visite d'Emmanuel Macron, le 5 novembre 2023, un parc ouvrait"
        " à Almaty.",
        id="the date behind a time belongs to what came then",
    ),
    pytest.param(
        "2024-01-01",
        "From Astana the plane went on to Samarkand, where Mr Macron was shown round the"
        " Registan on 2 November 2023.",
        id="a town passed on the way has its own date",
    ),
]


@pytest.mark.parametrize(("day", "text", "event"), WRONG)
def test_wrong_claim_is_found_with_its_event(
    packaged: Index, day: str, text: str, event: str
) -> None:
    found = Checker(packaged).check(text, edtf.parse(day))
    assert event in {each.event for each in found if each.verdict == "contradicted"}


@pytest.mark.parametrize(("day", "text"), SILENT)
def test_right_text_is_not_accused(packaged: Index, day: str, text: str) -> None:
    found = Checker(packaged).check(text, edtf.parse(day))
    assert [each.event for each in found if each.verdict == "contradicted"] == []
