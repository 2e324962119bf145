"""A number in a list or in a table has its unit, its year and its subject from its row, its column or the heading."""

from __future__ import annotations

import pytest

from kzfr_cli.proofreading import listings
from kzfr_cli.proofreading.checker import Checker
from kzfr_cli.store.index.reading import Index

LIST = "KATCO, production annuelle (tonnes d'uranium)\n\n- 2012 : 3 661\n- 2013 : {}\n"
LINES = "France–Kazakhstan trade turnover, USD million (national statistics office)\n2022  3,988.0\n2023  {}\n"
ROWS = "| Год | Товарооборот с Францией (млн долларов) |\n|---|---|\n| 2022 | 3 988 |\n| 2023 | {} |\n"
COLUMNS = "| | 2022 | 2023 |\n|---|---|---|\n| Тауар айналымы, млн доллар | 3 988 | {} |\n"


def verdicts(index: Index, text: str) -> list[str]:
    """The verdicts on the numbers of a text, in its order."""
    found = Checker(index).check(text)
    return [each.verdict for each in found if each.claim.kind in ("figure", "count")]


@pytest.mark.parametrize(
    ("text", "right", "wrong"),
    [
        (LIST, "3 558", "4 322"),
        (LIST, "3 558", "3 858"),
        (LINES, "4,245.6", "4,425.6"),
        (ROWS, "4 245,6", "42 456"),
        (COLUMNS, "4 245,6", "4 845,6"),
    ],
)
def test_row_is_compared_with_the_series_of_its_heading(
    packaged: Index, text: str, right: str, wrong: str
) -> None:
    assert verdicts(packaged, text.format(right)) == ["supported", "supported"]
    assert verdicts(packaged, text.format(wrong)) == ["supported", "contradicted"]


@pytest.mark.parametrize(
    "text",
    [
        "Commerce extérieur du Kazakhstan (Md$)\n\n- 2022 : 134,4\n- 2023 : 139,8\n",
        "Échanges commerciaux UE–Kazakhstan (Md€)\n\n- 2021 : 24,2\n- 2022 : 40,2\n",
        "Commerce France–Ouzbékistan (M$)\n\n- 2021 : 300\n- 2022 : 423\n",
        "Exportations françaises vers le Kazakhstan en 2020 (M€)\n\n- Aéronefs : 194\n- Machines : 80\n",
        "Main trading partners, 2023\n\n| Country | USD bn |\n|---|---|\n| China | 31.5 |\n| Italy | 16.1 |\n",
        "Пассажиропоток аэропорта Астаны, млн\n2022 год — 5,9\n2023 год — 7,5\n",
        "Қазақстанның сыртқы саудасы, млрд доллар\n2022 жыл — 134,4\n2023 жыл — 139,8\n",
    ],
)
def test_rows_about_others_or_other_things_are_not_accused(
    packaged: Index, text: str
) -> None:
    assert "contradicted" not in verdicts(packaged, text)


@pytest.mark.parametrize(
    ("heading", "unit"),
    [
        ("Échanges (Md$)", ("USD", 1e9)),
        ("turnover, USD million", ("USD", 1e6)),
        ("trade in $m", ("USD", 1e6)),
        ("пассажиры, млн", ("", 1e6)),
        ("экспорт, млн долларов", ("USD", 1e6)),
        ("production (tonnes d'uranium)", ("tonne", 1.0)),
        ("Part de la France (%)", ("percent", 1.0)),
        ("Étudiants en France", ("", 1.0)),
    ],
)
def test_heading_gives_the_unit(heading: str, unit: tuple[str, float]) -> None:
    assert listings.unit_in(heading) == unit


def test_year_of_a_figure_is_no_date_of_an_event(packaged: Index) -> None:
    text = "Aéroport d'Almaty (groupe ADP) : passagers, en millions\n\n- 2022 : 7,2\n- 2023 : 9,5\n"
    found = Checker(packaged).check(text)
    assert not [each for each in found if each.verdict == "contradicted"]
