"""Figures of series: told by another number beside, by their columns, by their years, by their digits."""

from __future__ import annotations

import pytest

from kzfr_cli.core import edtf
from kzfr_cli.proofreading.checker import Checker
from kzfr_cli.store.index.reading import Index

NUMBERS = ("figure", "count")


def verdicts(index: Index, text: str) -> dict[str, str]:
    found = Checker(index).check(text, edtf.parse("2026-10-01"))
    return {
        text[item.start : item.end]: item.verdict
        for item in found
        if item.claim.kind in NUMBERS and item.verdict != "unknown"
    }


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (
            "Товарооборот Казахстана и Франции в 2023 году составил 4 245,6 млн долларов США.",
            {"4 245,6 млн долларов США": "supported"},
        ),
        (
            "2022 жылы Қазақстанның Францияға экспорты 3 071,4 млн АҚШ доллары болды.",
            {"3 071,4 млн АҚШ доллары": "supported"},
        ),
        (
            (
                "Le commerce entre la France et le Kazakhstan a pesé 4 245,6 millions de dollars "
                "américains en 2023."
            ),
            {"4 245,6 millions de dollars américains": "supported"},
        ),
        (
            "Товарооборот с Китаем в 2023 году составил 4 245,6 млн долларов США.",
            {},
        ),
    ],
)
def test_state_whose_money_is_told_is_no_party(
    packaged: Index, text: str, found: dict[str, str]
) -> None:
    assert verdicts(packaged, text) == found


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        ("By Kazakh statistics two-way trade reached $4.25 billion in 2023, and $3.59 billion in 2022.", "$3.59 billion"),
        ("| Year | Applications | Issued |\n|---|---|---|\n| 2019 | 13,102 | 11,600 |\n| 2024 | 17,795 | 16,222 |", "17,795"),
        ("| Year | Applications | Issued |\n|---|---|---|\n| 2023 | 12,096 | 11,951 |\n| 2024 | 17,759 | 16,222 |", "11,951"),
        ("KATCO output\n\n| Year | tonnes of uranium |\n|---|---|\n| 2011 | 3,608 |\n| 2014 | 4,232 |", "4,232"),
        ("Schengen visa applications lodged with France in Kazakhstan: 12,096 in 2023, 17,579 in 2024.", "17,579"),
        ("La France a délivré 16 222 visas Schengen au Kazakhstan en 2024, contre 12 096 l'année précédente.", "12 096"),
        ("По данным ЮНЕСКО, в 2011 году во Франции учились 326 студентов из Казахстана.", "326"),
        ("КАТКО өндірген уран, тонна\n2011 | 3354\n2017 | 3519", "3354"),
        ("Visas Schengen délivrés par la France au Kazakhstan\n2021 | 454\n2022 | 7 320", "454"),
        ("According to UN Comtrade, French imports from Kazakhstan reached 7,173.1 million dollars in 2012; Germany's came to 5.9 billion.", "7,173.1 million dollars"),
        ("КАТКО добыло в 2013 году 3 661 тонну урана; «Инкай» с канадской Cameco — 2 047 тонн.", "3 661 тонну"),
        ("285 Français étaient inscrits au Kazakhstan en 2019.", "285"),
        ("KATCO mined 3,680 tonnes of uranium in 2011.", "3,680 tonnes"),
        ("Le déficit commercial de la France avec le Kazakhstan s'est élevé à 938 millions d'euros en 2020.", "938 millions d'euros"),
        ("Товарооборот с Францией, по казахстанской статистике, составил 4349,2 млн долларов в 2019 году и 2182,6 млн в 2020-м.", "2182,6 млн"),
    ],
)  # fmt: skip
def test_wrong_figure_is_found(packaged: Index, text: str, wrong: str) -> None:
    found = verdicts(packaged, text)
    accused = [said for said, verdict in found.items() if verdict == "contradicted"]
    assert accused == [each for each in found if wrong in each]
    assert len(accused) == 1


@pytest.mark.parametrize(
    "text",
    [
        "By Kazakh statistics two-way trade reached $4.25 billion in 2023, and $3.99 billion in 2022.",
        "| Year | Applications | Issued |\n|---|---|---|\n| 2019 | 13,102 | 11,600 |\n| 2024 | 17,759 | 16,222 |",
        "KATCO output\n\n| Year | tonnes of uranium |\n|---|---|\n| 2011 | 3,608 |\n| 2014 | 4,322 |",
        "Schengen visa applications lodged with France in Kazakhstan: 12,096 in 2023, 17,759 in 2024.",
        "La France a délivré 16 222 visas Schengen au Kazakhstan en 2024, contre 11 159 l'année précédente.",
        "КАТКО өндірген уран, тонна\n2011 | 3608\n2017 | 3519",
        "285 Français vivent au Kazakhstan en 2026.",
        "L'aéroport d'Almaty a accueilli 11,4 millions de voyageurs en 2024.",
    ],
)
def test_right_figure_is_confirmed(packaged: Index, text: str) -> None:
    found = verdicts(packaged, text)
    assert found
    assert set(found.values()) == {"supported"}


def test_share_of_its_own_year_is_held_against_no_other_event(packaged: Index) -> None:
    found = verdicts(packaged, "Kazakhstan supplied 14% of France's crude in 2022.")
    assert list(found.values()) == ["supported"]


@pytest.mark.parametrize(
    "text",
    [
        "En 2018, 450 étudiants kazakhs étudiaient en France.",
        "En 2018, 130 entreprises françaises étaient présentes au Kazakhstan.",
        "En 2009, le consulat général d'Almaty a délivré 6 200 visas.",
        "En 2023, 380 Français vivaient au Kazakhstan.",
        "In 2024 the French embassy issued 12,500 visas in Kazakhstan.",
        "Germany received 45,120 Schengen visa applications in Kazakhstan in 2024.",
        "Во Франции в 2013 году учились 2 300 студентов из Узбекистана.",
        "KATCO compte 1 200 salariés en 2014.",
    ],
)
def test_rough_count_or_one_of_others_is_held_against_no_point(
    packaged: Index, text: str
) -> None:
    assert "contradicted" not in verdicts(packaged, text).values()
