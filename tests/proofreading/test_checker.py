"""The check accuses where the database contradicts, and nowhere else."""

from __future__ import annotations

import gc
import weakref

import pytest

from kzfr_cli.core import edtf
from kzfr_cli.proofreading import checker
from kzfr_cli.proofreading.checker import Checker
from kzfr_cli.proofreading.text import Text
from kzfr_cli.store.index.reading import Index
from tests.claims import evaluate


def verdicts(index: Index, text: str, as_of: str = "") -> list[tuple[str, str, str]]:
    found = checker.check(index, text, edtf.parse(as_of) if as_of else None)
    return [
        (item.claim.kind, item.verdict, item.event)
        for item in found
        if item.verdict in ("contradicted", "disputed")
    ]


TREATY = "strategic-partnership-treaty-2008"


def test_set_of_sentences_reaches_its_goals(packaged: Index) -> None:
    result = evaluate.evaluate(packaged, evaluate.read())
    assert result.wrong + result.innocent >= 150
    assert not result.accused
    assert result.linked >= 0.8 * result.wrong


def test_texts_written_by_others_reach_the_goals_too(packaged: Index) -> None:
    result = evaluate.evaluate(
        packaged, evaluate.read(evaluate.SET.with_name("independent.txt"))
    )
    assert not result.accused
    assert result.linked >= 0.8 * result.wrong


def test_what_the_database_says_in_its_own_words_is_not_accused(packaged: Index) -> None:
    summaries = [
        text
        for entry in packaged.all("events")
        for text in entry.get("summary", {}).values()
    ]
    engine = Checker(packaged)
    found = [(text, item) for text in summaries for item in engine.check(text)]
    accused = [(text, item.code) for text, item in found if item.verdict == "contradicted"]
    assert len(found) > 900
    assert accused == []


def test_day_that_its_month_does_not_have_is_wrong_whatever_it_is_of(
    packaged: Index,
) -> None:
    rows = "| Copie d'archive | 31 avril 2001 |\n| Accord ferroviaire | 30 février 2031 |"
    found = verdicts(packaged, rows, "2003-05-01")
    said = [(kind, verdict) for kind, verdict, _ in found]
    assert said == [("impossible-date", "contradicted")] * 2


def test_another_year_in_another_town_is_another_happening(packaged: Index) -> None:
    assert verdicts(packaged, "Carrefour opened a store in Tashkent in 2017.") == []
    assert verdicts(packaged, "Carrefour opened a store in Almaty in 2017.") != []
    capital = verdicts(packaged, "Nicolas Sarkozy visited Nur-Sultan in 2010.")
    assert "name" in {kind for kind, _, _ in capital}


@pytest.mark.parametrize(
    "text",
    [
        "Voici plus de trois décennies que ",
        "Ten years ago",
        "Осыдан 99 жыл бұрын",
        "PARIS, 8 oct. (",
    ],
)
def test_text_that_breaks_off_is_no_crash(packaged: Index, text: str) -> None:
    assert verdicts(packaged, text, "2020-10-08") == []


def test_checked_text_is_let_go_of_without_the_collector(
    packaged: Index, monkeypatch: pytest.MonkeyPatch
) -> None:
    held: weakref.WeakSet[Text] = weakref.WeakSet()

    class Noted(Text):
        def __init__(self, text: str) -> None:
            super().__init__(text)
            held.add(self)

    monkeypatch.setattr(checker, "Text", Noted)
    gc.disable()
    try:
        found = Checker(packaged).check("Le traité a été signé le 11 juin 2008 à Paris.")
        assert found
        assert not held
    finally:
        gc.enable()


def test_wrong_anniversary_of_the_treaty_is_contradicted(packaged: Index) -> None:
    text = (
        "Le 25ème anniversaire du traité de partenariat stratégique entre la France et le "
        "Kazakhstan, en juin 2023."
    )
    assert verdicts(packaged, text) == [("anniversary", "contradicted", TREATY)]


def test_celebration_on_a_disputed_day_is_disputed(packaged: Index) -> None:
    text = (
        "La France et le Kazakhstan célébreront le 5 juin prochain le 10e anniversaire du "
        "partenariat stratégique."
    )
    assert verdicts(packaged, text, "2018-05-20") == [("date", "disputed", TREATY)]


def test_convention_given_to_another_organisation_is_contradicted(packaged: Index) -> None:
    text = (
        "En juin 2017, Astana a accueilli la signature de la convention de l’OCI contre "
        "l’extrémisme."
    )
    assert verdicts(packaged, text) == [
        ("organisation", "contradicted", "sco-convention-extremism-2017")
    ]


def test_right_anniversary_with_a_relative_date_is_silent(packaged: Index) -> None:
    text = (
        "les 26 ans de l’établissement des relations diplomatiques entre la France et le "
        "Kazakhstan, en janvier dernier"
    )
    assert verdicts(packaged, text, "2018-05-20") == []


def test_anniversary_without_the_date_of_the_text_is_unknown(packaged: Index) -> None:
    text = checker.Checked(
        packaged,
        "Le 40e anniversaire des relations diplomatiques entre la France et le Kazakhstan.",
    )
    assert [item.verdict for item in text.findings] == ["unknown"]
    assert text.lacks_date


def test_dateline_dates_the_text(packaged: Index) -> None:
    text = "Paris, le 25 janvier 2022\n\n"
    text += "La France et le Kazakhstan célèbrent le 25e anniversaire de leurs relations diplomatiques."
    assert verdicts(packaged, text) == [
        ("anniversary", "contradicted", "diplomatic-relations-1992")
    ]


def test_wrong_weekday_is_contradicted(packaged: Index) -> None:
    (found,) = (
        item
        for item in checker.check(packaged, "le lundi 5 juin 2018")
        if item.claim.kind == "weekday"
    )
    assert found.verdict == "contradicted"


def test_entry_into_force_is_not_signature(packaged: Index) -> None:
    right = (
        "Le traité de partenariat stratégique entre la France et le Kazakhstan est entré en "
        "vigueur en 2010."
    )
    wrong = (
        "Le traité de partenariat stratégique entre la France et le Kazakhstan est entré en "
        "vigueur en 2008."
    )
    assert verdicts(packaged, right) == []
    assert [event for _, _, event in verdicts(packaged, wrong)] == [TREATY]


def test_event_of_years_later_is_not_held_against_a_text(packaged: Index) -> None:
    text = "Since 2014, Alstom's electric locomotives KZ8A have been hauling freight in Kazakhstan."
    found = Checker(packaged).check(text, edtf.parse("2015-07-28"))
    assert [item.verdict for item in found if item.verdict == "contradicted"] == []


def test_growth_that_sources_dispute_is_disputed(packaged: Index) -> None:
    text = "En 2017, les échanges entre la France et le Kazakhstan ont connu une hausse de 25 %."
    assert [(kind, verdict) for kind, verdict, _ in verdicts(packaged, text)] == [
        ("figure", "disputed")
    ]


def test_same_text_gives_the_same_findings(packaged: Index) -> None:
    text = "\n".join(item.text for item in evaluate.read())
    assert checker.check(packaged, text) == checker.check(packaged, text)


@pytest.mark.parametrize(
    "piece",
    [
        "1 ",
        "25 ans ",
        "« [",
        "1.2.3.",
        "quatre-vingt-dix-",
        "à Astana ",
        "convention ",
        "10e anniversaire ",
        "5 juin 2008 ",
        "a",
    ],
)
def test_work_grows_in_proportion_to_hostile_text(packaged: Index, piece: str) -> None:
    assert calls(packaged, piece * 800) < 2.6 * calls(packaged, piece * 400) + 2000


def calls(index: Index, text: str) -> int:
    """Count the calls of functions that a check makes: a measure of work that does not depend on
    the machine.
    """
    import sys

    count = 0

    def step(*_: object) -> None:
        nonlocal count
        count += 1

    checker.check(index, "en 2014")
    sys.setprofile(step)
    try:
        checker.check(index, text)
    finally:
        sys.setprofile(None)
    return count
