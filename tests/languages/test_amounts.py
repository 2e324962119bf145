"""Quantities: numbers with scales, currencies and units."""

from __future__ import annotations

import pytest

from kzfr_cli.languages import amounts


@pytest.mark.parametrize(
    ("text", "value", "unit", "per"),
    [
        ("Un échange de 4,5 milliards d’euros", 4.5e9, "EUR", ""),
        ("Trade of EUR 4.5 billion", 4.5e9, "EUR", ""),
        ("$1.2bn in all", 1.2e9, "USD", ""),
        ("3,9 Md€", 3.9e9, "EUR", ""),
        ("deux milliards d’euros", 2e9, "EUR", ""),
        ("environ un milliard de dollars", 1e9, "USD", ""),
        ("бір миллиард доллар", 1e9, "USD", ""),
        ("3,125 milliards de dollars", 3.125e9, "USD", ""),
        ("1.234.567 euros", 1_234_567, "EUR", ""),
        ("Оборот 4,5 млрд долларов США", 4.5e9, "USD", ""),
        ("170 млн евро в год", 170e6, "EUR", "year"),
        ("Il livre 1\u202f400 tonnes d’uranium par an", 1400, "tonne", "year"),
        ("It delivers 1,400 tonnes of uranium a year", 1400, "tonne", "year"),
        ("1400 тонна", 1400, "tonne", ""),
        ("25 пайыз", 25, "percent", ""),
        ("25,5 pour cent", 25.5, "percent", ""),
        ("3.5%", 3.5, "percent", ""),
        ("quatre vols par semaine", 4, "", "week"),
        ("на 4083 квадратных метра", 4083, "square metre", ""),
        ("3800 ГВт·ч в год", 3800, "gigawatt hour", "year"),
        ("тәулігіне 125 мың текше метр", 125_000, "cubic metre", "day"),
        ("40 шақырымдық жол", 40, "kilometre", ""),
        ("120,000 m³ a day", 120_000, "cubic metre", "day"),
        ("еуроның 90 миллионын", 90e6, "", ""),
        ("21 тысячу тонн", 21_000, "tonne", ""),
    ],
)
def test_quantity_is_read(text: str, value: float, unit: str, per: str) -> None:
    (found,) = amounts.find(text)
    assert (found.value, found.unit, found.per) == (pytest.approx(value), unit, per)


@pytest.mark.parametrize(
    ("text", "value", "noun", "bound"),
    [
        ("plus de 40 entreprises", 40, "entreprises", "more"),
        ("over 2,000 students", 2000, "students", "more"),
        ("более 170 компаний", 170, "компаний", "more"),
        ("1 500 d’emplois", 1500, "emplois", ""),
        ("120 тоннадан астам", 120, "", "more"),
    ],
)
def test_what_is_counted_is_told(text: str, value: float, noun: str, bound: str) -> None:
    (found,) = amounts.find(text)
    assert (found.value, found.noun, found.bound) == (value, noun, bound)


def test_half_of_the_last_place_is_the_step() -> None:
    assert amounts.find("4,5 milliards d’euros")[0].step == pytest.approx(0.05e9)
