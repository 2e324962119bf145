"""How long ago something was, and for how long it has lasted, by the day of the text."""

from __future__ import annotations

import pytest

from kzfr_cli.core import edtf
from kzfr_cli.proofreading.case import Finding
from kzfr_cli.proofreading.checker import Checker
from kzfr_cli.store.index.reading import Index

TREATY = "strategic-partnership-treaty-2008"
SECOND_LEG = "rennes-astana-europa-2018"


def elapsed(index: Index, text: str, as_of: str) -> list[Finding]:
    """The findings on the times of a text."""
    found = Checker(index).check(text, edtf.parse(as_of))
    return [item for item in found if item.claim.kind == "elapsed"]


@pytest.mark.parametrize(
    ("years", "verdict"), [("dix-sept", "contradicted"), ("dix-huit", "supported")]
)
def test_time_is_counted_from_the_date_of_the_clause_that_it_opens(
    packaged: Index, years: str, verdict: str
) -> None:
    text = f"Voici {years} ans que nous avons conclu à Paris, le 11 juin 2008, notre traité."
    (found,) = elapsed(packaged, text, "2026-06-18")
    assert (found.verdict, found.event) == (verdict, TREATY)


def test_date_behind_an_and_is_not_that_of_the_time_before_it(packaged: Index) -> None:
    text = "Voici trente ans que nous coopérons, et le traité est du 11 juin 2008."
    (found,) = elapsed(packaged, text, "2026-06-18")
    assert found.verdict == "unknown"


@pytest.mark.parametrize(
    ("years", "verdict"), [("deux", "contradicted"), ("un", "supported")]
)
def test_very_day_says_which_of_two_matches_is_meant(
    packaged: Index, years: str, verdict: str
) -> None:
    ago = "deux ans" if years == "deux" else "un an"
    text = f"Il y a {ago} jour pour jour, le Stade rennais sortait le FC Astana de la Ligue Europa."
    (found,) = elapsed(packaged, text, "2019-12-13")
    assert (found.verdict, found.event) == (verdict, SECOND_LEG)


@pytest.mark.parametrize(
    ("years", "as_of", "verdict"),
    [
        ("15", "2008-05-27", "contradicted"),
        ("16", "2008-05-27", "supported"),
        ("30", "2021-02-01", "unknown"),
    ],
)
def test_years_of_independence_are_counted_from_independence(
    packaged: Index, years: str, as_of: str, verdict: str
) -> None:
    text = f"Для казахстанского лидера это третий приезд во Францию за {years} лет независимости."
    (found,) = elapsed(packaged, text, as_of)
    assert (found.verdict, found.event) == (verdict, "kazakhstan-independence-1991")


def test_what_has_just_been_is_not_what_was_years_ago(packaged: Index) -> None:
    text = (
        "L'IFEAC, installé à Bichkek depuis cette année, avait été ouvert à Tachkent "
        "il y a vingt-neuf ans."
    )
    (found,) = elapsed(packaged, text, "2012-03-10")
    assert (found.verdict, found.event) == ("contradicted", "ifeac-tachkent-1993")


def test_whole_tens_of_years_of_something_are_said_loosely(packaged: Index) -> None:
    text = "За 30 лет независимости Казахстан привлёк инвестиции."
    (found,) = elapsed(packaged, text, "2023-11-01")
    assert found.verdict == "unknown"


def test_time_that_opens_a_part_of_a_sentence_is_of_what_follows(packaged: Index) -> None:
    text = (
        "Il y a trente ans, François Mitterrand découvrait Akmola, alors capitale ; "
        "il y a vingt-cinq ans, Léopold Eyharts rejoignait Mir."
    )
    found = elapsed(packaged, text, "2023-09-21")
    assert [item.verdict for item in found] == ["unknown", "supported"]
    assert found[1].event == "eyharts-pegase-1998"


@pytest.mark.parametrize(
    ("text", "as_of", "verdict", "event"),
    [
        (
            (
                "Georges Pompidou passa les 8 et 9 octobre 1970 au cosmodrome, six ans après le "
                "général de Gaulle."
            ),
            "2020-10-12",
            "contradicted",
            "de-gaulle-baikonur-1966",
        ),
        (
            (
                "Akhmetov était à Paris le 20 septembre 2013. Dix-huit mois auparavant, il avait reçu "
                "Karim Massimov, le 11 juin 2012."
            ),
            "2013-09-23",
            "contradicted",
            "kazakh-prime-minister-paris-2012",
        ),
        (
            (
                "Le 29 novembre 2027 rappellera que cinq ans plus tôt le président Tokaïev commençait "
                "sa visite officielle à Paris."
            ),
            "2027-10-01",
            "supported",
            "tokayev-visit-paris-2022",
        ),
    ],
)
def test_time_is_counted_between_the_dates_that_the_text_tells(
    packaged: Index, text: str, as_of: str, verdict: str, event: str
) -> None:
    (found,) = elapsed(packaged, text, as_of)
    assert (found.verdict, found.event) == (verdict, event)


def test_date_before_another_time_is_no_beginning(packaged: Index) -> None:
    text = (
        "Первым был Миттеран в 1993 году. Шестнадцать лет спустя в Астану прилетел Саркози, "
        "а через пять лет, в декабре 2014 года, - Олланд."
    )
    verdicts = {item.verdict for item in elapsed(packaged, text, "2023-11-01")}
    assert "contradicted" not in verdicts


def test_number_that_is_right_of_no_date_before_it_is_wrong(packaged: Index) -> None:
    text = (
        "Nommé en juin 1992, l'ambassadeur a rejoint Alma-Ata en juillet ; quatre mois plus "
        "tard, Nazarbaïev signait à Paris, le 23 septembre, le traité d'amitié."
    )
    assert {item.verdict for item in elapsed(packaged, text, "2023-11-01")} == {
        "contradicted"
    }
